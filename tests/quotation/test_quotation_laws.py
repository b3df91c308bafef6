"""What holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import grows_with

from briefgen.quotation import find, is_pair

MARKS = "“”„‟\"＂״‘’‚‛'＇«»‹›「」｢｣『』〝〞〟"
ORDINARY = ("quay", "port,", "cranes.", "(ferry)", "–", "65%", "don’t", "O'Brien", "гавань", "港口", "נמל", "3", "[1]")
PAIRS = (
    "“”",
    '""',
    "„“",
    "„”",
    "‚‘",
    "‘’",
    "«»",
    "‹›",
    "「」",
    "｢｣",
    "『』",
    "〝〟",
    "〝〞",
    "＂＂",
    "״״",
    '“"',
    '"”',
    "‘'",
)
SAME = ("”“", "””", "»«", "»»", "›‹", "››", "’’", "''", "＇＇")
"""Marks that open only where what follows is a word."""

between = st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=4).map(" ".join)
quoted = st.text().map(lambda text: text.translate(dict.fromkeys(map(ord, MARKS)))).filter(str.strip)
spoken = st.lists(st.sampled_from(("quay", "port", "гавань", "ferries,", "45", "(cranes)")), max_size=4).map(
    lambda words: " ".join(["The", *words, "end"])
)
marked = st.one_of(st.tuples(st.sampled_from(PAIRS), quoted), st.tuples(st.sampled_from(SAME), spoken))


@given(st.lists(st.tuples(between, marked), max_size=6), between)
def test_words_put_between_marks_are_found(said, last):
    text, edges = "", []
    for before, (pair, words) in said:
        text += f"{before} {pair[0]}"
        edges.append((len(text), len(text) + len(words), *pair))
        text += f"{words}{pair[1]} "
    found = find(text + last)
    assert [(one.start, one.end, one.opener, one.closer) for one in found] == edges


@given(between)
def test_ordinary_words_are_no_quotation(words):
    assert find(words) == ()


any_marked = st.text(f"{MARKS}{MARKS} a.s-6—([\u05d0\u200f港")


@given(st.one_of(any_marked, st.text()))
def test_what_is_found_is_in_order_within_the_text_and_between_its_marks(text):
    found = find(text)
    for one in found:
        assert 0 < one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        assert text[: one.start].endswith(one.opener)
        assert set(one.opener) <= set(MARKS)
        assert text[one.end :].startswith(one.closer)
        assert one.closer or one.end == len(text)
    assert all(one.end + len(one.closer) <= other.start - len(other.opener) for one, other in pairwise(found))


@given(any_marked)
def test_a_quotation_does_not_depend_on_what_stood_before(text):
    moved = [(one.start - 2, one.end - 2, one.opener, one.closer) for one in find(f"– {text}")]
    assert moved == [(one.start, one.end, one.opener, one.closer) for one in find(text)]


def test_a_pair_is_what_stands_around_a_word():
    pairs = [(before, after) for before in MARKS for after in MARKS if is_pair(before, after)]
    assert {*map("".join, pairs)} >= {*PAIRS, *SAME}
    for before, after in pairs:
        assert [(one.start, one.end) for one in find(f"{before}quay{after}")] == [(1, 5)]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("“", ""), ("“", "” "), ("“‘", "’”"), ("a", "a"), ("(", ")")])
def test_what_is_no_pair(before, after):
    assert not is_pair(before, after)


HOSTILE = {
    "opening marks": lambda size: "“" * size,
    "marks of all kinds that open": lambda size: "“‘«「" * (size // 4),
    "deep nesting": lambda size: "“‘" * (size // 4) + "’”" * (size // 4),
    "marks that close nothing": lambda size: "“" + "’»" * (size // 2),
    "possessives": lambda size: "‘" + "s’ a " * (size // 5),
    "apostrophes": lambda size: "' ’" * (size // 3),
    "straight marks": lambda size: '"a ' * (size // 3),
    "white space after marks": lambda size: ("s’" + " " * 98) * (size // 100),
    "marks of direction": lambda size: "\u200f" * size,
    "Hebrew letters": lambda size: "ה" * size,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_work_grows_with_the_text(text):
    assert grows_with(2000, find, text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_long_text_is_read(text):
    assert len(find(text(100_000))) <= 100_000 // 3
