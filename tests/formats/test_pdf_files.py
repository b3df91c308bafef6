"""PDFs: law 2 and law 5 for them, what makes them accessible, and what nobody can make them say."""

import socket
import sys
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pdf_files
import pikepdf
import pypdfium2
import pytest
from docx_files import composition, key, note, printing, quotation, source_line
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.S_V_G_ import SVGDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import Severity, validate

from briefgen.errors import OutputError, UnreadableError
from briefgen.formats import format_named, format_of
from briefgen.formats.pdf import read, write
from briefgen.formats.pdf.characters import named
from briefgen.formats.pdf.lines import paragraphs
from briefgen.model.brief import Look
from briefgen.model.tree import Group, Heading, ItemList, Note, NoteRef, Paragraph, Quoted, Table, Text
from briefgen.record import public, recorded
from briefgen.text import display

LOOK = Look(style=(Path(__file__).parents[2] / "templates" / "brief.css").read_text("utf-8"))
LETTERS = [*map(chr, range(0x21, 0x7F)), *map(chr, range(0xA1, 0x17F)), *map(chr, range(0x3B1, 0x3C9))]
OTHERS = [*map(chr, range(0x410, 0x450)), *map(chr, range(0x5D0, 0x5EB)), *map(chr, range(0x627, 0x63B))]
MARKS = [*"“”„«»‘’—–…•€ \u00a0\u2009", "e\u0301", "o\u0302\u0308", "\u200b", "\u00ad", "\u2060"]
words_shown = st.lists(st.sampled_from([*LETTERS, *OTHERS, *MARKS, " "]), max_size=150).map("".join)
quotable = words_shown.map(display).filter(lambda words: any(map(str.isalnum, words)))


def brief(quoted, **fields):
    headings = Heading(1, (Text("Quays and cranes"),)), Heading(2, (Text("The quays"),))
    return printing(quoted, *headings, **fields)


@pytest.fixture(scope="module")
def plain():
    """A brief of a few pages, and its PDF."""
    said = [f"The crane of quay {number} stands still. Nobody has told the harbour board why." for number in range(40)]
    table = Table(((Text("No."),), (Text("Quay"),)), tuple(((Text(f"{i}"),), (Text(f"Quay {i}"),)) for i in range(9)))
    box = Group("box", (Heading(2, (Text("What it rests on"),)), ItemList(((Paragraph((Text("40 papers."),)),),))))
    made = brief(said, handling="TLP:GREEN")
    blocks = [*made.tree.blocks, box, *(Heading(2, (Text(f"Part {i}"),)) for i in range(4)), table]
    whole = composition(*blocks, notes=made.tree.notes, handling="TLP:GREEN")
    return said, whole, write(whole, LOOK)


def pictured(*signs):
    """A font of these signs whose glyphs are pictures, as a style that names it."""
    names = [".notdef", *(f"sign{at}" for at in range(len(signs)))]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(sign): name for sign, name in zip(signs, names[1:], strict=True)})
    made.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    made.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Signs", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.font["SVG "] = newTable("SVG ")
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><rect id="glyph{0}" y="-600" width="600" height="600"/></svg>'
    made.font["SVG "].docList = [SVGDocument(picture.format(at), at, at) for at in range(1, len(names))]
    stream = BytesIO()
    made.save(stream)
    font = f"url(data:font/ttf;base64,{b64encode(stream.getvalue()).decode()})"
    return f"@font-face {{ font-family: Signs; src: {font} }} blockquote {{ font-family: 'Liberation Serif', Signs }}"


def test_signs_that_are_pictures_are_read_back(monkeypatch):
    said = ["The ferry \U0001f6a2 leaves \U0001f389.", "\U0001f6a2\ufe0f", "No sign."]
    look = Look(style=LOOK.style + pictured("\U0001f6a2", "\U0001f389"))
    data = write(brief(said), look)
    assert [claim.words for claim in read(data).claims if claim.excerpt] == said
    monkeypatch.setattr("fontTools.ttLib.tables._h_e_a_d.timestampNow", lambda: 1)
    assert write(brief(said), look) == data


@settings(max_examples=2, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(quotable, min_size=70, max_size=70))
def test_quotations_are_read_back_as_they_were_written(quoted):
    claims = read(write(brief(quoted), LOOK)).claims
    assert [claim.words for claim in claims if claim.excerpt] == quoted
    for number, claim in enumerate((claim for claim in claims if claim.excerpt), start=1):
        assert (claim.excerpt, claim.number, claim.occurrence) == (key(number), number, 1)
        assert (claim.note, claim.line) == (f"Paper {number}, p. 4the paper", f"Paper {number}")


def test_a_source_line_that_goes_on_on_the_next_page_is_one():
    lines = [" ".join(f"Paper{number}-{word}" for word in range(60 + 9 * number)) for number in range(1, 13)]
    blocks = [Heading(1, (Text("Quays and cranes"),))]
    for number, line in enumerate(lines, start=1):
        blocks += [quotation(number, f"Crane {number} stands still."), source_line(line)]
    data = write(composition(*blocks, notes=[note(str(number), "Paper") for number in range(1, 13)]), LOOK)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert any(page.lstrip().startswith("Paper") for page in pages[1:])
    assert [claim.line for claim in read(data).claims] == lines


def test_a_quotation_keeps_a_joiner_at_its_beginning():
    (claim,) = read(write(brief(["\u2060The crane stands still."]), LOOK)).claims
    assert (claim.words, claim.note) == ("\u2060The crane stands still.", "Paper 1, p. 4the paper")


def test_the_same_brief_gives_the_same_bytes(plain):
    _, whole, data = plain
    assert write(whole, LOOK) == data
    assert format_of(data).name == "pdf"


def test_the_record_travels_with_it(plain):
    said, whole, data = plain
    finished = read(data)
    assert recorded(finished.record) == recorded(public(whole))
    assert [claim.words for claim in finished.claims] == said
    assert not finished.prose  # nothing but quotations, counted lines, headings and cells


def test_the_checker_finds_no_fault(plain, tmp_path):
    (tmp_path / "brief.pdf").write_bytes(plain[2])
    report = validate(tmp_path / "brief.pdf")
    assert [finding for finding in report.findings if finding.severity >= Severity.WARNING] == []


def test_its_structure_is_that_of_an_accessible_file(plain):
    with pikepdf.open(BytesIO(plain[2])) as file:
        root = file.Root
        assert root.MarkInfo.Marked
        assert (str(root.Lang), bool(root.ViewerPreferences.DisplayDocTitle)) == ("en", True)
        assert file.docinfo["/Title"] == "Quays and cranes"
        elements = [*structure(root.StructTreeRoot.K[0])]
        kinds = [str(element.S)[1:] for element in elements]
        assert kinds.count("Note") == kinds.count("Reference") == 40
        ids = [str(element.ID) for element in elements if element.S == "/Note"]
        assert ids == [f"note-{number}" for number in range(1, 41)]
        levels = [int(kind[1]) for kind in kinds if kind in {"H1", "H2", "H3"}]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
        assert {str(element.A.Scope) for element in elements if element.S == "/TH"} == {"/Column"}
        assert {"BlockQuote", "Art", "TOC", "TOCI", "L", "Table"} <= set(kinds)
        for font in (
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        ):
            if "/DescendantFonts" in font:
                assert "/ToUnicode" in font
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        outline = file.open_outline().root
        assert [item.title for item in outline] == ["Quays and cranes"]
        assert "The quays" in [item.title for item in outline[0].children]


def structure(element):
    if isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from structure(kid)


def test_notes_stand_at_the_foot_of_the_page_that_refers_to_them_and_the_mark_at_both_ends(plain):
    document = pypdfium2.PdfDocument(plain[2])
    noted = 0
    for page in document:
        text = page.get_textpage()
        height = page.get_height()
        marks = [where(text, index) for index in occurrences(text, "TLP:GREEN")]
        assert min(marks) < 0.1 * height
        assert max(marks) > 0.9 * height
        quoted = [where(text, index) for index in occurrences(text, "Nobody has told")]
        notes = [where(text, index) for index in occurrences(text, ", p. 4the paper")]
        assert len(notes) == len(quoted)
        noted += len(notes)
        assert all(note < min(quoted) for note in notes)
    assert noted == 40


def test_no_line_begins_with_the_mark_of_a_note():
    longer = [
        "The quay was open to all ships of the line again and " + "i" * letters + "." for letters in range(40, 90)
    ]
    data = write(brief(longer), LOOK)
    lines = [
        line for page in pypdfium2.PdfDocument(data) for line in page.get_textpage().get_text_range().split("\r\n")
    ]
    assert sum("open to all ships" in line for line in lines) == len(longer)
    assert not [line for line in lines if line.strip("\u2060 ").isdigit()]


def occurrences(text, words):
    search = text.search(words)
    while found := search.get_next():
        yield found[0]


def where(text, index):
    """The height of a character above the foot of the page."""
    return text.get_charbox(index)[1]


def test_hostile_words_stay_on_the_page():
    said = [
        "x" * 2000,
        "Ships ⚓ and aeroplanes ✈ and e\u0301\u0323\u0302 marks.",
        "הרציף סגור (שוב) מאז 2024, AT&T אמר.",
        "الرصيف مغلق منذ يوم الثلاثاء (2024) كما قالت AT&T.",
        "\u202eturned\u202c and \u200f so",
    ]
    rows = tuple(tuple((Text(f"{row}·{cell} " + "long" * 30),) for cell in range(5)) for row in range(12))
    made = brief(said)
    blocks = (*made.tree.blocks, Table(tuple((Text("Head"),) for _ in range(5)), rows))
    data = write(composition(*blocks, notes=made.tree.notes), LOOK)
    assert [claim.words for claim in read(data).claims if claim.excerpt] == said
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(0, text.count_chars(), 7)]
        assert max(box[2] for box in boxes) < page.get_width() - 40
        assert min(box[1] for box in boxes) > 20


def test_a_quotation_that_goes_on_on_the_next_page_is_one():
    long = " ".join(f"Sentence {number} of the harbour board is about cranes." for number in range(150))
    data = write(brief([long]), LOOK)
    assert len(pypdfium2.PdfDocument(data)) > 1
    assert [claim.words for claim in read(data).claims] == [long]


def test_what_the_file_says_of_its_words_is_not_believed_where_the_page_shows_others():
    data = write(brief(["The quay is not open."]), LOOK)
    lying = changed(data, lambda element: element.__setitem__("/ActualText", "The quay is now open."))
    assert [claim.words for claim in read(lying).claims] == ["The quay is not open."]


def changed(data, change):
    with pikepdf.open(BytesIO(data)) as file:
        for element in structure(file.Root.StructTreeRoot.K[0]):
            if str(element.get("/ActualText", "")).startswith("The quay is"):
                change(element)
        out = BytesIO()
        file.save(out)
        return out.getvalue()


def test_a_page_with_words_that_its_structure_does_not_tell_is_read_by_its_lines():
    data = write(brief(["The quay is open.", "The crane stands “still” today."]), LOOK)
    with pikepdf.open(BytesIO(data)) as file:
        face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        font = file.pages[0].add_resource(face, pikepdf.Name.Font)
        file.pages[0].contents_add(f"BT {font} 9 Tf 1 0 0 1 200 690 Tm (not) Tj ET".encode())
        out = BytesIO()
        file.save(out)
    assert [claim.words for claim in read(out.getvalue()).claims] == ["still"]


def test_a_note_that_is_referred_to_twice_stands_once():
    blocks = [
        Paragraph((Text("So “"), Quoted(key(1), place, "the quay"), Text("”"), NoteRef("1"), Text(" it is.")))
        for place in (1, 2)
    ]
    claims = read(write(composition(*blocks, notes=[note("1", "Paper")]), LOOK)).claims
    assert [(claim.words, claim.number, claim.note) for claim in claims] == [
        ("the quay", 1, "Paper, p. 4the paper")
    ] * 2


def test_an_analysts_note_of_many_blocks_is_words_at_the_foot():
    blocks = (ItemList(((Paragraph((Text("One."),)),), (Paragraph((Text("Two."),)),))), Paragraph((Text("“Three”."),)))
    finished = read(write(composition(Paragraph((Text("A quay."), NoteRef("x"))), notes=[Note("x", blocks)]), LOOK))
    assert [(claim.words, claim.place) for claim in finished.claims] == [("Three", "note a")]
    assert [one.words for one in finished.prose] == ["A quay."]


def test_what_no_font_has_is_not_quoted():
    with pytest.raises(OutputError, match=r"no font of this machine has \U0001323a \(Egyptian\), which is quoted"):
        write(brief(["A \U0001323a quay."]), LOOK)


def test_what_no_font_has_is_said_wherever_it_stands():
    signs = "\u0378\u0379\u0383\u038b\u038d\u0530"  # not assigned: no font can have them
    title, heading, prose, cell, noted, line = signs
    blocks = (
        Heading(1, (Text(f"The {heading} quay"),)),
        quotation(1, "The quay."),
        source_line(f"Paper {line}"),
        Paragraph((Text(f"We say {prose}."),)),
        Table(((Text(cell),),), ()),
    )
    made = format_named("pdf").make(composition(*blocks, notes=[note("1", noted)], title=f"Quay {title}"), LOOK)
    (warning,) = made.warnings
    assert set(signs) <= set(warning)
    assert "(signs): no font of this machine has them" in warning
    assert format_named("pdf").make(brief(["A quay."]), LOOK).warnings == ()
    assert format_named("html").make(brief(["A quay."]), LOOK).warnings == ()


@pytest.mark.parametrize(
    ("characters", "said"),
    [
        ("בא", "א ב (Hebrew)"),
        ("港\u4e00", "\u4e00 港 (Chinese, Japanese or Korean)"),
        ("→\U0001f6a2", "→ \U0001f6a2 (signs)"),
        (map(chr, range(0x0E01, 0x0E20)), " ".join(map(chr, range(0x0E01, 0x0E0D))) + " … (Thai)"),
        ("\ue000", "\ue000 (signs)"),
    ],
)
def test_characters_are_named_by_their_scripts(characters, said):
    assert named(characters) == said


def test_without_weasyprint_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(OutputError, match=r"pip install 'briefgen\[pdf\]'"):
        write(brief(["A quay."]), LOOK)


def test_a_style_sheet_loads_nothing(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    (tmp_path / "secret.css").write_text("p { display: none }")
    style = f"""@import url(http://127.0.0.1:9/a.css); @import url({(tmp_path / "secret.css").as_uri()});
    @font-face {{ font-family: Far; src: url(http://127.0.0.1:9/far.woff) }}
    p {{ background: url(http://127.0.0.1:9/p.png); font-family: Far }}"""
    assert [claim.words for claim in read(write(brief(["A quay."]), Look(style=style))).claims] == ["A quay."]
    assert asked == []


def test_any_pdf_is_read_for_what_it_quotes():
    lines = ["He wrote that “the crane of the", "third quay stands still” since.", "It was a long day for all of them."]
    data = pdf_files.pdf([[(72, 700 - 20 * at, 12, line) for at, line in enumerate(lines)]])
    assert [claim.words for claim in read(data).claims] == ["the crane of the third quay stands still"]
    assert [one.words for one in read(data).prose] == ["He wrote that … since. It was a long day for all of them."]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One long line\r\nof many.\r\nNext.", ["One long line of many.", "Next."]),
        (
            "It re\u00adopened on a well-\r\nknown day in the harbour.",
            ["It reopened on a well-known day in the harbour."],
        ),
        ("港は開\r\nいた", ["港は開いた"]),
        ("", []),
    ],
)
def test_lines_are_paragraphs(text, made):
    assert [*paragraphs(text.replace("\u00ad", "\u00ad\n"))] == made


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.7", b"%PDF-\0\xff" * 100])
def test_what_is_no_pdf_is_said(data):
    with pytest.raises(UnreadableError, match="is damaged"):
        read(data)
