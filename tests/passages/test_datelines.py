"""A dateline that stands as a sentence is no passage; a sentence behind one is."""

import pytest

from briefgen import passages
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work
from briefgen.passages.datelines import before, is_dateline

NONE = [
    "ELLING, February 7. /TASS/.",
    "/TASS/.",
    "ELLING, 7 Februar (dpa).",
    "Elling, Port County (Reuters) -",
]
SENTENCES = [
    "ELLING (Reuters) - The pier has been closed.",
    "The pier is closed (Reuters).",
    "ELLING, February 7.",
    "Ada Quill (Port Elling) Agrees.",
    "（共同）港は閉じた。",
    "Elling (Reuters) " + "Crane " * 30,
    "",
]


@pytest.mark.parametrize("sentence", NONE)
def test_a_place_a_day_and_an_agency_say_nothing(sentence):
    assert is_dateline(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_says_something_is_a_sentence(sentence):
    assert not is_dateline(sentence)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ELLING, Feb 7 (Reuters) - The pier is closed.", "The pier is closed."),
        ("ELLING (AP) \u2014 \u201cIt is closed,\u201d she said.", "\u201cIt is closed,\u201d she said."),
        ("ELLING, Feb. 7 (Yonhap) -- The pier is closed.", "The pier is closed."),
        ("The board (Reuters) - said so.", "The board (Reuters) - said so."),
        ("NATO - the alliance - said so.", "NATO - the alliance - said so."),
        ("ELLING (Reuters) The pier is closed.", "ELLING (Reuters) The pier is closed."),
        ("", ""),
    ],
)
def test_what_stands_behind_an_agencys_dateline_is_what_is_said(text, said):
    assert text[before(text) :] == said


@pytest.mark.parametrize("dateline", ["ELLING, February 7. /TASS/. ", "ELLING, Feb 7 (Reuters) - "])
def test_a_dateline_is_no_passage(dateline):
    text = f"{dateline}The pier has been closed."
    document = Document.from_text(text)
    source = Source(
        document,
        (Block(Span(0, len(text)), Role.PARAGRAPH),),
        Appearance(document.id, "pier.txt", "0" * 64, Work(title="Pier")),
    )
    (only,) = passages.passages(source)
    assert (only.span.of(text), only.follows) == ("The pier has been closed.", False)
