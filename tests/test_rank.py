"""Scores and their parts."""

from collections import Counter

import pytest

from briefgen.model.place import Span
from briefgen.model.source import Passage
from briefgen.rank import WEIGHTS, Ask, Statistics, document, score
from briefgen.words import content

TEXT = (
    "Hanoi and Manila signed a pact on fisheries and on the patrols of their coast guards. "
    "Ministers spoke of rice and of the weather at some length before the dinner began. "
    "Manila hopes that the patrols begin before the storms of the autumn come again."
)
ENDS = (86, 168, 246)
PASSAGES = tuple(
    Passage("d", Span(start, end - 1 if end < len(TEXT) else end), paragraph)
    for start, end, paragraph in ((0, 86, 1), (86, 169, 1), (169, len(TEXT), 2))
)


def places(word):
    return tuple(Span(i, i + len(word)) for i in range(len(TEXT)) if TEXT.startswith(word, i))


def scores(*facets, question="", titled=()):
    ask = Ask(tuple((facet, places(facet)) for facet in facets), content(question), frozenset(titled))
    return score(PASSAGES, TEXT, ask, Statistics(4, {"patrol": 1}, {"Hanoi": 2, "Manila": 3, "rice": 1}))


def test_a_sentence_that_holds_every_facet_comes_first():
    first, second, third = scores("Hanoi", "Manila")
    assert first.score > max(second.score, third.score)
    assert first.answers
    assert not second.answers
    assert not third.answers, "Hanoi stands in another paragraph"


def test_a_facet_in_the_paragraph_or_the_title_is_enough_beside_another():
    assert not scores("Hanoi", "rice")[2].answers
    assert scores("Hanoi", "rice")[1].answers
    assert scores("Hanoi", "Manila", titled=["Hanoi"])[2].answers


def test_without_facets_the_words_of_the_question_decide():
    first, second, third = scores(question="When do the patrols begin?")
    assert third.score > first.score > second.score
    assert not second.answers


def test_a_score_is_the_sum_of_its_reasons_each_within_its_weight():
    for each in scores("Hanoi", "Manila", question="What of patrols?"):
        assert each.score == pytest.approx(sum(reason.value for reason in each.reasons), abs=1e-3)
        assert all(0 < reason.value <= WEIGHTS[reason.name] for reason in each.reasons)


def test_a_document_scores_by_its_rarest_words():
    ask = Ask((), ("patrol", "rice"))
    statistics = Statistics(10, {"patrol": 1, "rice": 9}, {})
    rare = document(Counter(patrol=1, other=20), ask, 20, statistics)
    common = document(Counter(rice=1, other=20), ask, 20, statistics)
    assert rare > common > 0
    assert document(Counter(other=3), ask, 20, statistics) == 0
