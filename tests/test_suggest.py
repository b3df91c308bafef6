"""What goes with a topic: the measure, and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.suggest import SURE, likelihood, terms

counts = st.integers(1, 1000)


def test_the_measure_is_that_of_the_paper():
    # "the swiss", in the first table of Dunning 1993: 270.72 for 110, 2442, 111 and 29114.
    assert round(likelihood(110, 110 + 2442, 111, 111 + 29114), 2) == 270.72


@given(counts, counts, counts, counts)
def test_what_is_no_oftener_here_goes_with_nothing(here, without, elsewhere, rest):
    one = likelihood(here, here + without, elsewhere, elsewhere + rest)
    other = likelihood(elsewhere, elsewhere + rest, here, here + without)
    assert min(one, other) == 0
    assert one >= 0 <= other


@pytest.mark.parametrize("numbers", [(0, 0, 0, 0), (5, 5, 0, 0), (0, 0, 5, 5)])
def test_with_nothing_to_compare_nothing_goes_with_a_topic(numbers):
    assert likelihood(*numbers) == 0


OURS = [
    "The ferry was seen by the Harbour Safety Board (HSB) near Calder.",
    "HSB inspectors of the Harbour Safety Board boarded the ferry.",
    "A ferry of the Harbour Safety Board sank, the HSB said.",
    "渡し船は海峡を渡った。",
    "海峡の渡し船が沈んだ。",
    "海峡で渡し船を待つ。",
] * 2
OTHERS = ["The crane lifts coal.", "A mason paints the wall.", "起重機が動く。"] * 20


def found(known=frozenset()):
    sentences = [(words, True) for words in OURS] + [(words, False) for words in OTHERS]
    return {each.term: each for each in terms(sentences, known)}


def test_names_short_forms_words_and_pairs_of_letters_are_proposed_with_their_counts():
    proposed = found()
    assert proposed["Harbour Safety Board"].kind == "name"
    assert (proposed["Harbour Safety Board"].here, proposed["Harbour Safety Board"].elsewhere) == (6, 0)
    assert "海峡" in proposed
    assert proposed["ferry"].kind == "word"
    assert all(each.ratio >= SURE for each in proposed.values())
    assert "crane" not in proposed


def test_a_short_form_is_proposed_with_what_it_stands_for():
    explained = ["The Harbour Safety Board (HSB) met."] * 6
    sentences = [(words, True) for words in explained] + [(words, False) for words in OTHERS]
    alias = next(each for each in terms(sentences) if each.kind == "alias")
    assert (alias.term, alias.whole) == ("HSB", "Harbour Safety Board")


def test_what_the_topic_asks_for_already_is_no_news():
    assert "ferry" not in found(frozenset({"ferri"}))
