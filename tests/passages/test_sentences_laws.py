"""What holds for the sentences of any text whatever."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from steps import grows_with

from briefgen.passages.sentences import sentences

# Any Unicode text, and text of the characters that the rules look at.
MARKS = st.text(
    st.sampled_from(list(" \n\t\u00a0.!?…。！？．;:,'\"“”‘’«»„()[]「」（）-–—•1234aAbTheUSпГг的と다я՞։")), max_size=60
)
TEXTS = st.one_of(st.text(max_size=80), MARKS)

# Ordinary prose: no sentence of it is cut differently when it stands alone.
WORDS = st.sampled_from(
    [
        "treaty",
        "minister",
        "Japan",
        "U.S.",
        "No. 5",
        "3.5",
        "a.m.",
        "Mr. Lee",
        "(signed)",
        "“new”",
        "J. K. Hall",
        "NATO's",
    ]
)
ENDINGS = st.sampled_from([".", "?", "!", ".”", "?)", ".3", "...", ". [4]"])
SENTENCES = st.tuples(st.sampled_from(["The", "It", "Nobody", "In"]), st.lists(WORDS, min_size=1, max_size=8), ENDINGS)
PROSE = st.lists(SENTENCES, min_size=1, max_size=6).map(
    lambda parts: " ".join(f"{opening} {' '.join(words)} ended{ending}" for opening, words, ending in parts)
)


@given(TEXTS)
def test_spans_are_tight_ordered_and_hold_all_but_white_space(text: str) -> None:
    spans = sentences(text)
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_outside_the_range_is_looked_at(before: str, text: str, after: str) -> None:
    alone = [(span.start + len(before), span.end + len(before)) for span in sentences(text)]
    within = sentences(before + text + after, len(before), len(before) + len(text))
    assert [(span.start, span.end) for span in within] == alone


@given(TEXTS, TEXTS)
def test_a_blank_line_always_ends_a_sentence(first: str, second: str) -> None:
    text = f"{first}\n \n{second}"
    blanks = [match.span() for match in re.finditer(r"\n[^\S\n]*\n", text)]
    assert not any(span.start < at and end < span.end for span in sentences(text) for at, end in blanks)


@given(PROSE)
def test_a_sentence_of_prose_is_one_sentence(text: str) -> None:
    for span in sentences(text):
        assert [(s.start, s.end) for s in sentences(span.of(text))] == [(0, len(span))]


@given(PROSE, st.sampled_from(list("\"'“”‘’«»„「」()")), st.data())
def test_an_unbalanced_mark_swallows_nothing(text: str, mark: str, data: st.DataObject) -> None:
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    assume(words[at] not in ("“new”", "(signed)") and not (mark == "„" and "”" in text))
    words[at] = mark + words[at]
    before, after = sentences(text), sentences(" ".join(words))
    assert len(after) >= len(before) - 1


HOSTILE = [
    ".", '"', "a", " ", "\n", "a. ", "A. ", ". ", '."', '." ', "«a. ", "„a ", "「。", "“日", '"a" (', "?) ", "\n ",
    "1. ", ".1 ", ".[1", ".1,1", ". . . . A ", "α;", ".😀", '! "A said', 'ab."Bb', "？”他", ". — ", ". (", "(",
    "U.S. ", "字．", "A．",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_with_the_text(unit: str) -> None:
    assert grows_with(500, sentences, lambda size: unit * (size // len(unit)))
    sentences(unit * (30_000 // len(unit)))  # a pattern that took time beyond the length would not come to an end
