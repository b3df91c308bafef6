"""Laws of locating."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.anchor import find, locate, select
from briefgen.model.place import Selector, Span


@st.composite
def spans(draw):
    text = draw(st.text("ab \n", min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spans())
def test_what_was_selected_is_located(drawn):
    text, span = drawn
    assert locate(text, select(text, span)) == span


@given(spans(), st.text("ab \n", max_size=20))
def test_what_is_located_reads_the_same(drawn, before):
    text, span = drawn
    selector = select(text, span)
    found = locate(before + text, selector)
    if selector.exact.strip():
        assert found is not None
        assert found.of(before + text).split() == selector.exact.split()


def test_context_tells_equal_words_apart():
    text = "First: they agreed. Second: they agreed. Third."
    second = text.index("they", 20)
    selector = select(text, Span(second, second + len("they agreed.")))
    longer = "A new line. " + text
    assert locate(longer, selector) == Span(second + 12, second + 12 + len("they agreed."))


def test_words_that_do_not_stand_there_are_not_found():
    assert locate("Japan will agree.", Selector("not agree", "", "", Span(0, 9))) is None
    assert list(find("anything", "  ")) == []


def test_words_are_found_across_lines():
    assert list(find("the two\n  nations met", "two nations")) == [Span(4, 17)]
