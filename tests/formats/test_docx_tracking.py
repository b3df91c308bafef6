"""Two Word files as one with tracked changes: accepted it is the new one, rejected the old one, in Word's own rules."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from accepting import accepted, rejected, told
from docx_files import composition, note, parts, word_file
from docx_others import by_briefgen, by_python_docx, complaints, control, field, through_office
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import compose, looks, markup
from briefgen.cli import main
from briefgen.errors import UnreadableError
from briefgen.formats.docx import write
from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.reading import read
from briefgen.formats.docx.tracking import tracked
from briefgen.model.brief import Brief, Citation, Composition, Excerpt, Look, Run, Section
from briefgen.model.place import Selector, Span
from briefgen.model.tree import NoteRef, Paragraph, Text

ROOT = Path(__file__).parent.parent


def p(words: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cells(*rows: list[str]) -> str:
    made = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>{p('')}"


PAIRS = {
    "a word": (p("The crane lifts forty tons."), p("The crane lifts fifty tons.")),
    "a paragraph more": (p("One."), p("One.") + p("Two.")),
    "a paragraph less": (p("One.") + p("Two.") + p("Three."), p("One.") + p("Three.")),
    "the last paragraph less": (p("One.") + p("Two."), p("One.")),
    "all else": (p("One quay.") + p("Two quays."), p("Ferries sail.")),
    "from nothing": (p(""), p("A ferry sails.") + p("It returns.")),
    "two moved": (p("Aa bb.") + p("Cc dd.") + p("Ee ff."), p("Ee ff.") + p("Aa bb.") + p("Cc dd.")),
    "a cell": (cells(["a", "b"], ["c", "d"]), cells(["a", "b"], ["c", "x y"])),
    "a row more": (cells(["a", "b"]), cells(["new", "row"], ["a", "b"])),
    "a row less": (cells(["a", "b"], ["c", "d"]), cells(["a", "b"])),
    "a table more": (p("One."), p("One.") + cells(["a", "b"])),
    "a table less": (p("Zero.") + cells(["a", "b"]) + p("One."), p("Zero.") + p("") + p("One.")),
    "another shape": (cells(["a", "b"]), cells(["a", "b", "c"])),
    "a control": (control(p("One.")) + p("End."), control(p("One thing.")) + p("End.")),
    "a field": (
        f"<w:p>{field('NOTEREF x', '<w:r><w:t>1</w:t></w:r>')}</w:p>",
        f"<w:p>{field('PAGE', '<w:r><w:t>2</w:t></w:r>')}<w:r><w:t>x</w:t></w:r></w:p>",
    ),
    "marks": (p("a  b &lt;c&gt; 港の船"), p("a b &lt;c&gt; 港の汽船")),
}


@pytest.mark.parametrize("name", PAIRS)
def test_accepted_it_is_the_new_file_and_rejected_the_old_one(name):
    old, new = (word_file(body) for body in PAIRS[name])
    both = tracked(old, new)
    assert [one for one in told(accepted(both)) if one[0]] == [one for one in told(new) if one[0]]
    assert [one for one in told(rejected(both)) if one[0]] == [one for one in told(old) if one[0]]
    assert both == tracked(old, new)


WORDS = st.lists(st.sampled_from(["crane", "ferry", "quay", "港", "lifts", "."]), max_size=6).map(" ".join)
BODY = st.lists(WORDS.filter(bool), min_size=1, max_size=8)


@given(BODY, BODY)
@settings(max_examples=60)
def test_any_two_texts_are_got_back(old, new):
    files = [word_file("".join(map(p, body))) for body in (old, new)]
    both = tracked(*files)
    assert told(accepted(both)) == told(files[1])
    assert told(rejected(both)) == told(files[0])


def brief(*topics: tuple[str, str, list[str]], notes: str = "footnotes") -> bytes:
    """A brief with notes, a box, a list of contents and a table of sources."""
    excerpts, sections = [], []
    for title, assessment, said in topics:
        own = [excerpt(words) for words in said]
        excerpts += own
        sections.append(Section(title.lower(), title, "", assessment, tuple(each.id for each in own)))
    numbered = tuple(replace(each, number=number) for number, each in enumerate(excerpts, start=1))
    cited = tuple(Citation(each.number, each.id, (Run(f"Quay Papers on {each.text}"),)) for each in numbered)
    made = Brief("port", "Port", date(2026, 11, 22), sections=tuple(sections), excerpts=numbered, citations=cited)
    markdown, tree = markup.finish(compose.compose(made, "policy-brief", looks.loader(ROOT)))
    return write(Composition(markdown, tree, made), Look(contents=True, notes=notes))


def excerpt(words: str) -> Excerpt:
    return Excerpt(sha256(words.encode()).hexdigest(), Selector(words, "", "", Span(0, len(words))), "t")


OLD = (
    (
        "Ferries",
        "The ferry is old.\n\n- Its hull holds.\n- Its engine does not.",
        ["The ferry sails.", "It is late."],
    ),
    ("Cranes", "", ["The crane lifts."]),
)
NEW = (
    (
        "Ferries",
        "The ferry is *very* old.\n\n- Its engine does not.\n\nSo be it.",
        ["The ferry sails at dawn.", "It is late."],
    ),
    ("Quays", "A [new](https://quay.example) topic.", ["The quay cracked.", "Stones fell."]),
)


@pytest.fixture(scope="module")
def briefs():
    """Two editions of a brief, and the later one with what changed tracked."""
    old, new = brief(*OLD), brief(*NEW)
    return old, new, tracked(old, new)


@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
def test_two_editions_of_a_brief_are_got_back_with_their_notes(notes):
    old, new = brief(*OLD, notes=notes), brief(*NEW, notes=notes)
    both = tracked(old, new)
    assert told(accepted(both)) == told(new)
    assert told(rejected(both)) == told(old)
    for resolved_file, file in ((accepted(both), new), (rejected(both), old)):
        wanted = [(each.excerpt, each.words, each.note) for each in read(file).claims]
        assert [(each.excerpt, each.words, each.note) for each in read(resolved_file).claims] == wanted


@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
def test_notes_that_are_numbered_anew_are_read_as_if_accepted(notes):
    old = brief(("Ferries", "", ["The ferry sails.", "It is late."]), notes=notes)
    new = brief(("Ferries", "", ["A quay cracked.", "The ferry sails.", "It is late."]), notes=notes)
    both = tracked(old, new)
    for file, wanted in ((both, new), (accepted(both), new), (rejected(both), old)):
        assert [(each.words, each.note) for each in read(file).claims] == [
            (each.words, each.note) for each in read(wanted).claims
        ]
    assert read(both).pending


def test_a_note_of_a_list_may_begin_within_a_change_as_libreoffice_has_it():
    old = brief(("Ferries", "", ["The ferry sails."]), notes="list")
    new = brief(("Ferries", "", ["A quay cracked.", "The ferry sails."]), notes="list")
    held = parts(tracked(old, new))
    mark, change = rb'(<w:bookmarkStart [^>]*w:name="bgnote_\d+"/>)', rb"(<w:ins [^>]*>)"
    held["word/document.xml"], moved = re.subn(mark + change, rb"\2\1", held["word/document.xml"])
    assert moved == 2
    wanted = [(each.words, each.note) for each in read(new).claims]
    assert [(each.words, each.note) for each in read(zipped(held)).claims] == wanted


def test_the_command_writes_a_copy_and_keeps_what_stands_there(briefs, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, data in zip(("old.docx", "new.docx", "out.docx"), (*briefs[:2], b"mine"), strict=True):
        (tmp_path / name).write_bytes(data)
    assert main(["diff", "old.docx", "new.docx", "--docx", "out.docx"]) == 0
    assert "out-2.docx: accept all changes for new.docx, reject them for old.docx" in capsys.readouterr().err
    assert (tmp_path / "out.docx").read_bytes() == b"mine"
    assert (tmp_path / "out-2.docx").read_bytes() == briefs[2]
    (tmp_path / "old.md").write_text("# Port", "utf-8")
    assert main(["diff", "old.md", "new.docx", "--docx", "out.docx"]) == 3
    assert "old.md: only Word files (.docx) are compared" in capsys.readouterr().err


def test_the_file_is_one_that_word_opens(briefs, tmp_path):
    assert complaints(briefs[2], tmp_path / "both.docx") == complaints(briefs[1], tmp_path / "new.docx")


def test_libreoffice_takes_the_changes_for_such(briefs, tmp_path):
    old, new, both = briefs
    saved = through_office(both, tmp_path)
    for resolved_file, file in ((accepted(saved), new), (rejected(saved), old)):
        assert [one for one in told(resolved_file) if one[0]] == [one for one in told(file) if one[0]]


def test_equal_files_have_no_changes(briefs):
    both = tracked(briefs[0], briefs[0])
    with zipfile.ZipFile(BytesIO(both)) as archive:
        assert b"<w:ins " not in archive.read("word/document.xml")
    assert told(both) == told(briefs[0])


def test_changes_that_are_tracked_already_are_taken_as_accepted(briefs):
    old, new, both = briefs
    again = tracked(both, old)
    assert told(rejected(again)) == told(new)
    assert told(accepted(again)) == told(old)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"# Port", bytes.fromhex("d0cf11e0a1b11ae1")])
def test_what_is_no_word_file_is_refused(data):
    for pair in ((data, by_python_docx()), (by_python_docx(), data)):
        with pytest.raises(UnreadableError):
            tracked(*pair)


def test_a_text_that_repeats_too_much_is_refused():
    with pytest.raises(UnreadableError, match="repeats the same too often"):
        tracked(word_file(p("a") * 4_000 + p("b")), word_file(p("c") + p("a") * 4_000))


def test_a_note_whose_mark_is_written_out_is_tracked_with_its_mark():
    old = by_briefgen()
    notes = parts(old)["word/footnotes.xml"]
    assert notes.count(b"Note own") == 1
    assert b'customMarkFollows="1"' in parts(old)["word/document.xml"]
    new = zipped({**parts(old), "word/footnotes.xml": notes.replace(b"Note own", b"Another note")})
    made = tracked(old, new)
    assert told(accepted(made)) == told(new) != told(old)
    assert told(rejected(made)) == told(old)


def test_a_mark_of_two_digits_stays_letter_by_letter():
    body = Paragraph((Text("The cranes rest"), NoteRef("12"), Text(" at noon.")))
    old, new = (write(composition(body, notes=[note("12", words)]), Look()) for words in ("A paper", "Another paper"))
    made = tracked(old, new)
    assert parts(made)["word/document.xml"].count(b'>1</w:t><w:t xml:space="preserve">2</w:t>') == 1
    assert told(accepted(made)) == told(new) != told(old)
    assert told(rejected(made)) == told(old)
