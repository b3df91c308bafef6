"""Scores of sentences and of articles, and their parts."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.place import Span
from briefgen.model.source import Passage
from briefgen.rank import WEIGHTS, Ask, Held, Sought, articles, rarity, sentences

TEXT = (
    "Hanoi and Manila signed a pact on fisheries and on the patrols of their coast guards. "
    "Ministers spoke of rice and of the weather at some length before the dinner began. "
    "Manila hopes that the patrols begin before the storms of the autumn come again."
)
PASSAGES = tuple(
    Passage("d", Span(start, end - 1 if end < len(TEXT) else end), paragraph)
    for start, end, paragraph in ((0, 86, 1), (86, 169, 1), (169, len(TEXT), 2))
)
LENGTHS = tuple(len(each.span.of(TEXT).split()) for each in PASSAGES)


def sought(word, titled=()):
    places = tuple(Span(i, i + len(word)) for i in range(len(TEXT)) if TEXT.startswith(word, i))
    return Sought(word, rarity(4, 2), places, word in titled)


def scores(*facets, question=(), titled=(), weights=WEIGHTS, standing=0.5):
    ask = Ask(tuple(sought(each, titled) for each in facets), tuple(map(sought, question)), standing)
    return sentences(PASSAGES, LENGTHS, ask, weights)


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
    first, second, third = scores(question=["patrols", "begin"])
    assert third.score > first.score > second.score
    assert not second.answers


@pytest.mark.parametrize("name", ["words", "question", "nearness", "article", "place", "length"])
def test_a_score_is_the_sum_of_its_reasons_each_within_its_weight(name):
    for weights in (WEIGHTS, replace(WEIGHTS, **{name: 0.0})):
        for each in scores("Hanoi", "Manila", question=["patrols"], weights=weights):
            assert each.score == pytest.approx(sum(reason.value for reason in each.reasons), abs=1e-3)
            assert all(0 < reason.value <= getattr(weights, reason.name) for reason in each.reasons)


def test_a_facet_counts_less_in_the_paragraph_than_in_the_sentence_and_more_than_nowhere():
    def words(*facets, titled=()):
        reasons = scores(*facets, titled=titled)[1].reasons
        return sum(reason.value for reason in reasons if reason.name == "words")

    assert words("weather") > words("Hanoi") > words("autumn") == 0
    assert words("autumn", titled=["autumn"]) > 0


def test_a_better_article_lifts_its_sentences():
    assert scores("Hanoi", standing=1.0)[0].score > scores("Hanoi", standing=0.1)[0].score


def article(text, *asked):
    words = text.split()
    return Held(Counter(words), tuple(tuple(i for i, word in enumerate(words) if word == each) for each in asked))


def test_an_article_scores_by_its_rarest_words():
    rare, common, neither = (article(f"{word} and more of it", "patrol", "rice") for word in ("patrol", "rice", "tea"))
    found = articles((rare, common, neither), (rarity(10, 1), rarity(10, 9)), replace(WEIGHTS, feedback=0.0))
    assert found[0] > found[1] > found[2] == 0


def test_neighbours_of_the_question_that_stand_near_one_another_count_for_more():
    near = article("patrol of the rice " + "w " * 40, "patrol", "rice")
    apart = article("patrol " + "w " * 40 + " of the rice", "patrol", "rice")
    near_score, apart_score = articles((near, apart), (1.0, 1.0))
    assert near_score > apart_score


def test_the_best_articles_tell_which_other_words_matter():
    best = article("crane crane crane gantry quay", "crane")
    second = article("crane gantry quay and more besides", "crane")
    alike, unlike = (article(words, "crane") for words in ("gantry quay of another harbour", "tea and rice for supper"))
    found = articles((best, second, alike, unlike), (1.0,))
    assert found[2] > found[3]
    without = articles((best, second, alike, unlike), (1.0,), replace(WEIGHTS, feedback=0.0))
    assert without[2] == without[3] == 0


@given(st.lists(st.lists(st.sampled_from(["crane", "quay", "tea", "rice"]), max_size=8), max_size=6))
def test_scores_are_never_negative_and_the_same_every_time(texts):
    held = [article(" ".join(text), "crane", "quay") for text in texts]
    found = articles(held, (1.0, 0.5))
    assert len(found) == len(held)
    assert all(score >= 0 for score in found)
    assert articles(held, (1.0, 0.5)) == found
