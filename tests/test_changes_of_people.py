"""A person's own paragraphs are told from the template's, whatever they do around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.edited.aligning import MOST, align

PRINTED = ("The desk’s view", "What is asked", "See also")
OWN = st.lists(st.sampled_from(["The ferry sails.", "The crane lifts.", "Rust eats it.", "Nobody minds."]), max_size=5)


def woven(parts: list[list[str]]) -> tuple[list[str], list[bool]]:
    """What the template prints, with a person's paragraphs before, between and behind."""
    words, is_own = [], []
    for own, printed in zip(parts, (*PRINTED, None), strict=True):
        words += own
        is_own += [True] * len(own)
        if printed:
            words.append(printed)
            is_own.append(False)
    return words, is_own


@given(st.tuples(OWN, OWN, OWN, OWN).map(list), st.tuples(OWN, OWN, OWN, OWN).map(list))
def test_all_that_is_not_the_templates_is_a_persons(before, after):
    words, is_own = woven(before)
    now, _ = woven(after)
    aligned = align(words, is_own, now)
    assert [now[at] for at in aligned.own] == [each for own in after for each in own]
    assert aligned.changed == ()


@pytest.mark.parametrize(
    ("after", "own", "changed"),
    [
        (["Our view", "The ferry sails."], ["The ferry sails."], [(PRINTED[0], "Our view")]),
        (["The ferry sails."], ["The ferry sails."], [(PRINTED[0], "")]),
        (["More.", "The desk’s views", "It sails."], ["More.", "It sails."], [(PRINTED[0], "The desk’s views")]),
    ],
)
def test_what_the_template_printed_is_found_again(after, own, changed):
    aligned = align([PRINTED[0], "The ferry sails."], [False, True], after)
    assert [after[at] for at in aligned.own] == own
    assert list(aligned.changed) == changed


def test_more_paragraphs_than_can_be_compared_are_refused():
    with pytest.raises(ValueError, match="under one heading"):
        align([], [], ["a"] * (MOST + 1))
