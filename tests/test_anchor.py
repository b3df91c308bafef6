"""Laws of selecting and finding."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.anchor import find, select
from briefgen.model.place import Span


@st.composite
def spans(draw):
    text = draw(st.text("ab \n", min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spans())
def test_a_selector_holds_the_words_and_what_stands_around_them(drawn):
    text, span = drawn
    selector = select(text, span)
    assert selector.exact == text[span.start : span.end]
    assert text[: span.start].endswith(selector.prefix)
    assert text[span.end :].startswith(selector.suffix)


@given(spans(), st.text("ab \n", max_size=20))
def test_what_is_found_reads_the_same_whatever_stands_before_it(drawn, before):
    text, span = drawn
    selector = select(text, span)
    found = find(before + text, selector.exact, selector.prefix, selector.suffix)
    assert all(place.of(before + text).split() == selector.exact.split() for place in found)
    assert bool(found) == bool(selector.exact.strip())


def test_context_tells_equal_words_apart():
    text = "First: they agreed. Second: they agreed. Third."
    second = text.index("they", 20)
    assert [span.start for span in find(text, "they agreed.")] == [7, second]
    assert find(text, "they agreed.", prefix="Second: ")[0].start == second
    assert find(text, "they agreed.", suffix=" Third.")[0].start == second


def test_words_that_do_not_stand_there_are_not_found():
    assert find("Japan will agree.", "not agree") == ()
    assert find("anything", "  ") == ()


def test_words_are_found_across_lines():
    assert find("the two\n  nations met", "two nations") == (Span(4, 17),)
