"""A straight mark does not stand within itself: where it does, one that closes was lost."""

from itertools import pairwise

import pytest

from briefgen.quotation import find, within

CASES = [
    ('He said "the pier is shut" today.', ["the pier is shut"]),
    ('He said "the pier is shut. "We wait," she said. It rained. "So be it."" Nobody came.', ["We wait,", "So be it."]),
    ("He said “the pier “Old Meg” is shut” today.", ["the pier “Old Meg” is shut"]),
    ("He said \"the 'Old Meg' is shut\" today.", ["the 'Old Meg' is shut"]),
    ('He said "the pier is shut and went', ["the pier is shut and went"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_what_a_lost_mark_leaves(text, words):
    found = [each for whole in find(text) for each in within(text, whole)]
    assert [text[each.start : each.end] for each in found] == words


@pytest.mark.parametrize("text", ['"' * 400, '"a ' * 400, ' "a" ' * 200, 'b "a ' * 200 + '"' * 200])
def test_quotations_that_are_left_stand_apart_and_in_order(text):
    found = [each for whole in find(text) for each in within(text, whole)]
    assert all(one.end < after.start for one, after in pairwise(found))
