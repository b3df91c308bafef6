import pytest

from briefgen.model.place import Span


@pytest.mark.parametrize(
    ("other", "touches"),
    [((0, 4), False), ((0, 5), True), ((5, 7), True), ((3, 9), True), ((7, 9), True), ((8, 9), False)],
)
def test_spans_touch_that_share_a_character(other, touches):
    here, there = Span(4, 8), Span(*other)
    assert here.touches(there) is touches
    assert there.touches(here) is touches
