"""The mark of a note is its label: counted by Word where its count is right, written out where it is not."""

import pytest
from docx_files import LOOK, W, composition, found, note, xml

from briefgen.formats.docx import write
from briefgen.formats.printed.marks import Marks
from briefgen.model.brief import Look
from briefgen.model.tree import Heading, LineBreak, Note, NoteRef, Paragraph, Text


@pytest.mark.parametrize(
    ("labels", "marks"),
    [
        (["1", "2", "3"], ["1 counted", "2 counted", "3 counted"]),
        (["1", "why", "2"], ["1 counted", "a", "2 counted"]),
        (["2", "1", "3"], ["2", "1 counted", "3"]),
        (["x", "y", "1", "1", "x"], ["a", "b", "1 counted", "1 counted", "a"]),
        (["01", "1"], ["01", "1 counted"]),
    ],
)
def test_marks(labels, marks):
    given = Marks()
    shown = [given.of(label)[0] for label in labels]
    assert [f"{mark.shown} counted" if mark.counted else mark.shown for mark in shown] == marks


def test_letters_go_on_after_z():
    given = Marks()
    assert [given.of(f"n{number}")[0].shown for number in range(28)][-3:] == ["z", "aa", "bb"]


def test_a_note_shows_the_mark_of_another():
    first = Note("x", (Paragraph((Text("see "), NoteRef("y"), NoteRef("z"))),))
    body = Paragraph((NoteRef("x"), NoteRef("y"), NoteRef("no")))
    data = write(composition(body, notes=[first, note("y", "Second"), note("z", "Only from a note")]), LOOK)
    assert found(xml(data, "word/footnotes.xml"), "string(w:footnote[@w:id='1'])") == "a see bz"
    assert found(xml(data), "string(//w:p[1])") == "abno"


@pytest.fixture(scope="module")
def data():
    order = ("2", "1", "own", "2", "own")
    refs = tuple(part for label in order for part in (Text(f"see {label}"), NoteRef(label)))
    return write(
        composition(Paragraph(refs), notes=[note(label, f"Note {label}") for label in ("2", "1", "own")]), LOOK
    )


def test_each_note_is_referred_to_once_and_then_by_cross_references(data):
    root = xml(data)
    assert found(root, "//w:footnoteReference/@w:id") == ["1", "2", "3"]
    assert found(root, "//w:footnoteReference/@w:customMarkFollows") == ["1", "1"]
    fields = [found(one, "string(.)").split()[:2] for one in found(root, "//w:instrText")]
    assert fields == [["NOTEREF", "_note_1"], ["NOTEREF", "_note_3"]]
    assert found(root, "//w:bookmarkStart/@w:name") == ["_note_1", "_note_2", "_note_3"]


def test_a_reader_sees_every_label_where_it_belongs(data):
    shown = []
    counted = 0
    for run in found(xml(data), "//w:r[w:rPr/w:rStyle/@w:val='FootnoteReference'][w:footnoteReference or w:t]"):
        text = "".join(found(run, "w:t/text()"))
        counted += not text
        shown.append(text or str(counted))
    assert shown == ["2", "1", "a", "2", "a"]


def test_each_note_begins_with_its_mark(data):
    notes = found(xml(data, "word/footnotes.xml"), "w:footnote[not(@w:type)]")
    heads = [found(one, "(.//w:r)[1]")[0] for one in notes]
    assert [found(head, "string(.)") for head in heads] == ["2", "", "a"]
    assert [len(found(head, "w:footnoteRef")) for head in heads] == [0, 1, 0]
    assert {one.get(f"{{{W}}}val") for head in heads for one in found(head, "w:rPr/w:rStyle")} == {"FootnoteReference"}


def test_an_entry_of_the_contents_bears_no_mark_of_a_note():
    heading = Heading(1, (Text("The"), LineBreak(), Text("quay"), NoteRef("1")))
    data = write(composition(heading, heading, notes=[note("1", "A paper")]), Look(contents=True))
    assert found(xml(data), "//w:p[w:pPr/w:pStyle/@w:val='Toc1']//w:t/text()") == ["The quay", "The quay"]
