"""The plain words about a source and an excerpt."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen.compose.wording import listed, long_date, remarks, source_line
from briefgen.model.attribution import Manner, Said
from briefgen.model.brief import Flag
from briefgen.model.source import Published, Work

LINES = {
    "Ada Quill, “Ferries”, Port Times, 6 March 2022": Work(
        title="Ferries", author="Ada Quill", publisher="Port Times", published=Published("2022-03-06T15:45+09:00")
    ),
    "Ada Quill, Bo Reed and Cy Dunn, “Ferries”, undated": Work(title="Ferries", author="Ada Quill; Bo Reed; Cy Dunn"),
    "Sea Wire, “Ferries”, Port Times, March 2022": Work(
        title="Ferries", agency="Sea Wire", publisher="Port Times", published=Published("2022-03")
    ),
    "Ada Quill (Sea Wire), “Ferries”, 2022": Work(
        title="Ferries", author="Ada Quill", agency="Sea Wire", publisher="SEA WIRE", published=Published("2022")
    ),
    "“Ferries” (reports on a draft), undated": Work(title="Ferries", status="draft"),
    "“Ferries” (reports on the released text), undated": Work(title="Ferries", status="released"),
    "“Ferries” (leaked), undated": Work(title="Ferries", status="leaked"),
    "coast.example, as re-told by Ada Quill, “Ferries”, undated": Work(
        title="Ferries", author="Ada Quill", original="coast.example"
    ),
    "coast.example, as re-told in “Ferries”, Port Times, undated": Work(
        title="Ferries", original="coast.example", publisher="Port Times"
    ),
    "“The ‘new’ plan”, coast.example, as re-told in “Ferries”, undated": Work(
        title="Ferries", original="coast.example", retells="The “new” plan"
    ),
    "“From ‘partner’ to ‘rival’”, undated": Work(title="From “partner” to ‘rival’"),
    "letter.md, undated": Work(),
    "“Two lines”, undated": Work(title="Two\nlines"),
}


BY_QUILL = Work(title="Ferries", author="Ada Quill")
OAR, BOARD = Said("the harbour master", Manner.QUOTED), Said("the board", Manner.REPORTED)
SPOKEN = {
    "The harbour master, quoted by Ada Quill, “Ferries”, undated": (BY_QUILL, [OAR]),
    "The harbour master, quoted in “Ferries”, undated": (Work(title="Ferries"), [OAR]),
    "The board, in the words of Ada Quill, “Ferries”, undated": (BY_QUILL, [BOARD]),
    "The board, in the words of “Ferries”, undated": (Work(title="Ferries"), [BOARD]),
    "The harbour master (sentence 1) and the board (sentences 2 and 3), quoted in part in “Ferries”, undated": (
        Work(title="Ferries"),
        [replace(OAR, sentences=(1,)), replace(BOARD, sentences=(2, 3))],
    ),
    "The board, in its report (released), in the words of Ada Quill, “Ferries”, undated": (
        BY_QUILL,
        [replace(BOARD, document="its report", status="released")],
    ),
    "The draft, as obtained by Sea Wire, by way of coast.example, as re-told by Ada Quill, “Ferries”, undated": (
        replace(BY_QUILL, original="coast.example"),
        [Said("the draft", Manner.REPORTED, status="draft", obtained="Sea Wire")],
    ),
    "The harbour master, quoted by way of coast.example, as re-told in “Ferries”, undated": (
        Work(title="Ferries", original="coast.example"),
        [OAR],
    ),
    "The board, then owner of the pier, in the words of Ada Quill, “Ferries”, undated": (
        BY_QUILL,
        [replace(BOARD, office="owner of the pier")],
    ),
    "Ada Quill, “Ferries”, undated": (BY_QUILL, [Said("Ada Quill", Manner.QUOTED)]),
}


@pytest.mark.parametrize("line", SPOKEN)
def test_a_source_line_says_who_speaks_and_whose_the_words_are(line: str) -> None:
    work, said = SPOKEN[line]
    assert source_line(work, "letter.md", said) == line


@pytest.mark.parametrize("line", LINES)
def test_a_source_line_says_who_in_what_where_and_when(line: str) -> None:
    assert source_line(LINES[line], "letter.md") == line


def test_remarks_say_what_a_reader_must_know_and_the_source_line_does_not() -> None:
    flags = [
        Flag("leans", "Their captains"),
        Flag("relative-date", "on Tuesday"),
        Flag("undated"),
        Flag("relative-date", "last “dry” month"),
        Flag("office-ended", "Ada Quill, harbour master until 2020-05-01"),
        Flag("unsourced-number", "40%"),
        Flag("related"),
        Flag("state-controlled", "Quay Radio"),
        Flag("stale", "2020"),
        Flag("retold", "coast.example"),
        Flag("pinned", "wanted"),
        Flag("new-kind", "x"),
    ]
    assert list(remarks(flags)) == [
        "leans on the sentence before it: “Their captains”",
        "relative date: “on Tuesday” and “last ‘dry’ month”",
        "no longer in office: Ada Quill, harbour master until 2020-05-01",
        "figure without a named source: “40%”",
        "found by a related term only",
        "state-controlled media: Quay Radio",
        "new-kind: “x”",
    ]
    assert list(remarks([])) == []


def test_dates_and_lists_in_words() -> None:
    assert long_date(date(2026, 11, 22)) == "22 November 2026"
    assert [long_date(Published(iso)) for iso in ("2022", "2022-03", "2022-03-06")] == [
        "2022",
        "March 2022",
        "6 March 2022",
    ]
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
