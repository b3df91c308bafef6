"""Sentences that lean on the one before them."""

import pytest

from briefgen.context import leans, repair
from briefgen.model.place import Span
from briefgen.model.source import Passage

LEANING = [
    "Their foreign ministers met in Vientiane.",
    "He added that talks would go on.",
    "This came as a surprise to Seoul.",
    "The pact has alarmed its neighbours.",
    "The current paper names no country.",
    "“The present plan is too kind,” a diplomat said.",
    "The court threw out four of nine charges.",
    "The bridge has been closed since spring.",
    "The retired ambassador was not so sure.",
    "The ceasefire lasted nine days.",
    "Under the ceasefire, guns must be moved.",
    "In the meeting, both sides spoke of fisheries.",
    "Beijing rejected these charges as groundless.",
    "Officials in Hanoi called this agreement a success.",
    "Hanoi strongly denies the allegation.",
    "Manila has rejected all the claims and closed the bridge.",
    "Specifically, it names three ports.",
    "Tokyo urged the two countries to talk.",
    "Two aircraft of each country took part.",
    "The draft warns against haste.",
    "The ministry stresses that ties are needed.",
    "The current plan addresses Manila only.",
    "その後、両国は声明を出した。",
    "Они подписали соглашение.",
    "그는 회담에 참석했다.",
]
STANDING = [
    "Hanoi and Manila signed a pact on fisheries.",
    "The pact between Hanoi and Manila has alarmed others.",
    "The Foreign Ministry said nothing.",
    "The upcoming Harbour Bluebook for 2025 says so.",
    "The foreign ministers of Vietnam and Malaysia met.",
    "The world has changed.",
    "The bridge that Manila built has been closed.",
    "The decision to close the bridge was Manila's.",
    "On the other hand, Hanoi gained a port.",
    "The most careful of captains turned back.",
    "It is vital for Japan to talk to its neighbours.",
    "This year Japan sent two ships.",
    "Countries such as Vietnam and Malaysia object.",
    "After Hanoi and Manila met, the two countries signed.",
    "Hanoi denied the report that the bridge was closed.",
    "Manila accused Hanoi of haste, and Hanoi denied the charge.",
    "日本政府は声明を出した。",
    "",
]


@pytest.mark.parametrize("sentence", LEANING)
def test_leaning(sentence):
    found = leans(sentence)
    assert found
    assert found.casefold() in sentence.casefold()


@pytest.mark.parametrize("sentence", STANDING)
def test_standing(sentence):
    assert leans(sentence) == ""


def passages_of(*sentences, breaks=()):
    text, made = "", []
    for i, sentence in enumerate(sentences):
        made.append(Passage("d", Span(len(text), len(text) + len(sentence)), 1, i > 0 and i not in breaks))
        text += sentence + " "
    return tuple(made), text


def test_what_a_sentence_leans_on_comes_along_until_one_stands():
    made, text = passages_of("Hanoi spoke.", "Hanoi signed a pact.", "The pact is secret.", "Its text is short.")
    assert repair(made, 3, text) == (1, 3, "")


def test_no_more_than_three_sentences_come_along():
    made, text = passages_of("Hanoi spoke.", "It did.", "It did so.", "It did again.")
    assert repair(made, 3, text) == (1, 3, "It")


def test_what_cannot_come_along_is_said():
    made, text = passages_of("Hanoi spoke.", "The pact is secret.", breaks=(1,))
    assert repair(made, 1, text) == (1, 1, "The pact")


def test_the_first_sentence_of_an_article_stands():
    made, text = passages_of("The pact is secret.", "It is short.")
    assert repair(made, 0, text) == (0, 0, "")
    assert repair(made, 1, text) == (0, 1, "")


def test_a_quotation_is_not_cut():
    made, text = passages_of("“We will talk.", "We will not yield,” said Hanoi.", "Manila was silent.")
    assert repair(made, 0, text) == (0, 1, "")
    assert repair(made, 1, text) == (0, 1, "")
    assert repair(made, 2, text) == (2, 2, "")


def test_straight_quotation_marks_too():
    made, text = passages_of('Hanoi said, "We will talk.', 'We will not yield."', "Manila was silent.")
    assert repair(made, 0, text) == (0, 1, "")
    assert repair(made, 1, text) == (0, 1, "")


def test_a_quotation_that_is_never_closed_is_said():
    made, text = passages_of("“We will talk.", "Manila was silent.")
    assert repair(made, 0, text) == (0, 1, "“")
