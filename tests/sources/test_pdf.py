"""PDFs: pages, columns, hyphens, running heads and feet, notes, properties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pdf

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Role
from briefgen.sources import read
from briefgen.sources.pdf.layout import laid_out
from briefgen.sources.pdf.lines import Line
from briefgen.text import canonicalise


def framed(number, *lines):
    """A page between a running head and a page number."""
    return [(72, 800, 9, "Port Papers"), *lines, (290, 40, 9, f"– {number} –")]


REPORT = pdf(
    [
        framed(
            1,
            (72, 740, 18, "A harbour for all"),
            (72, 700, 11, "The harbour was opened by the coun-"),
            (72, 686, 11, "cil on Tuesday. A long-term plan for"),
            (72, 672, 11, "it is to be had from the office of the"),
        ),
        framed(
            2,
            (72, 700, 11, "council, which has written it in a long-"),
            (72, 686, 11, "term view of the port and of the town."),
            (84, 672, 11, "Ferries were wanted, said the mayor."),
        ),
        framed(
            3,
            (72, 720, 14, "What it costs"),
            (72, 700, 11, "Nobody has said so far what all of it"),
            (72, 686, 11, "is to cost, or who pays for it.1"),
            (72, 80, 8, "1 The mayor was asked twice."),
        ),
    ],
    {"Title": "A harbour for all", "Author": "Ada Quill", "CreationDate": "D:20230207120000+09'00'"},
)


def blocks(reading):
    return [(hint.role, hint.span.of(reading.text)) for hint in reading.hints]


def test_words_and_sentences_go_on_over_lines_and_pages():
    text = read(REPORT, "report.pdf").text
    assert (
        "opened by the council on Tuesday. A long-term plan for it is to be had from the office of the council," in text
    )
    assert "in a long-term view of the port and of the town.\n\n" in text
    assert "\n\nFerries were wanted, said the mayor.\n\n" in text


def test_heads_feet_notes_and_headings_are_marked():
    assert blocks(read(REPORT, "report.pdf")) == [
        (Role.BOILERPLATE, "Port Papers"),
        (Role.BOILERPLATE, "– 1 –"),
        (Role.TITLE, "A harbour for all"),
        (Role.BOILERPLATE, "Port Papers"),
        (Role.BOILERPLATE, "– 2 –"),
        (Role.BOILERPLATE, "Port Papers"),
        (Role.BOILERPLATE, "– 3 –"),
        (Role.BOILERPLATE, "1 The mayor was asked twice."),
        (Role.HEADING, "What it costs"),
    ]


def test_pages_say_where_words_stand():
    reading = read(REPORT, "report.pdf")
    assert len(reading.pages) == 3
    for words, page in [("opened by the council", 0), ("which has written", 1), ("Ferries", 1), ("What it costs", 2)]:
        at = reading.text.index(words)
        assert [number for number, span in enumerate(reading.pages) if span.start <= at < span.end] == [page]


def test_properties_are_of_a_weak_basis_and_names_of_files_are_none():
    work = read(REPORT, "report.pdf").work
    assert (work.title, work.author, str(work.published)) == ("A harbour for all", "Ada Quill", "2023-02-07")
    assert {basis for _, basis in work.bases} == {Basis.PROPERTIES}
    assert (
        read(pdf([framed(1, (72, 700, 11, "Words."))], {"Title": "Microsoft Word - a.doc"}), "a.pdf").work.title == ""
    )


def test_columns_are_read_one_after_the_other_whatever_the_order_of_their_lines():
    left = [
        "The quay was mended in the spring,",
        "and the crane was painted green,",
        "and the ferries came again then.",
    ]
    right = [
        "The town has paid for all of this,",
        "or so the mayor says, and nobody",
        "has asked him for the bill so far.",
    ]
    rows = [(x, 700 - 14 * i, 11, words) for i in range(3) for x, words in ((72, left[i]), (330, right[i]))]
    reading = read(
        pdf([[(72, 740, 11, "One line stands over both of them and reaches from side to side"), *rows]]), "a.pdf"
    )
    assert reading.text.endswith(f"{' '.join(left)}\n\n{' '.join(right)}")


def test_cells_of_a_table_stay_beside_one_another():
    rows = [(x, 700 - 14 * i, 11, words) for i in range(4) for x, words in ((72, f"quay {i}"), (330, f"{i} m"))]
    reading = read(pdf([rows]), "a.pdf")
    assert blocks(reading) == [(Role.TABLE, "\n".join(f"quay {i}\t{i} m" for i in range(4)))]


def test_a_text_that_repeats_itself_has_no_running_heads():
    page = [(72, 780 - 14 * i, 11, f"The same words stand in line {i} of all pages") for i in range(52)]
    assert read(pdf([page] * 4), "a.pdf").hints == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[]]), "without text"),
        (b"%PDF-1.7\n" + bytes(50), "damaged"),
        (REPORT[:400], "damaged|without text"),
    ],
)
def test_what_cannot_be_read_says_why(data, why):
    with pytest.raises(UnreadableError, match=why):
        read(data, "a.pdf")


lines = st.builds(
    lambda words, left, wide, bottom, high, split: Line(words, left, left + wide, bottom, bottom + high, split),
    st.text(st.sampled_from("ab 1.-\u00ad\t港の"), min_size=1, max_size=12),
    st.floats(0, 500),
    st.floats(1, 300),
    st.floats(0, 800),
    st.floats(1, 30),
    st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(lines, max_size=12), max_size=5))
def test_any_lines_are_laid_out(pages):
    text, hints, spans = laid_out(pages)
    assert canonicalise(text) == text
    letters = sorted(char for page in pages for line in page for char in line.words if char.isalnum())
    assert sorted(char for char in text if char.isalnum()) == letters
    ends = [place for hint in hints for place in (hint.span.start, hint.span.end)]
    assert ends == sorted(ends)
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]
    assert len(spans) == len(pages)
