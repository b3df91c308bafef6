"""Word files as Word, python-docx, pandoc and LibreOffice write them, and where the comments of one stand."""

import re
from collections.abc import Sequence
from io import BytesIO

import docx
import pypandoc
from docx_files import W, composition, found, note, p, parts, quotation, r, ref, source_line, word_file, xml
from docx_files import footnote as old_note
from libreoffice import convert
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefgen.formats.docx import write
from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.opened import open_file
from briefgen.model.brief import Look
from briefgen.model.claim import Spot
from briefgen.model.tree import NoteRef, Paragraph, Text

TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN, MACROS = f"{_WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"
LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def types(main: str = MAIN, others: str = "") -> str:
    kinds = {"document": main, "styles": f"{_WORD}.styles+xml", "footnotes": f"{_WORD}.footnotes+xml"}
    rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}{others}</Types>'
    )


def whole_file(body: str, notes: str = LINES, main: str = MAIN, **others: str) -> bytes:
    """A Word file made by hand that says of what type its parts are."""
    return word_file(body, notes, **{TYPES: types(main), **others})


def field(instruction: str, *runs: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{marks[0]}{code}{marks[1]}{''.join(runs)}{marks[2]}"


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def table(*cells: str) -> str:
    made = "".join(f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    grid = '<w:gridCol w:w="900"/>' * len(cells)
    looks = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    return f"<w:tbl>{looks}<w:tr>{made}</w:tr></w:tbl>"


INSERTED = '<w:ins w:id="90" w:author="A" w:date="2026-01-02T03:04:05Z">{}</w:ins>'
DELETED = '<w:del w:id="91" w:author="A" w:date="2026-01-02T03:04:05Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
BOX = (
    '<w:r><w:pict><v:shape style="width:90pt;height:40pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
    "</v:shape></w:pict></w:r>"
)
BUSY = (
    p(
        r("The harbour ", "<w:b/>")
        + '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>mas</w:t></w:r>'
        + '<w:r w:rsidR="00AB12CE"><w:t>ter said “the ferry</w:t><w:tab/><w:t>waits”.</w:t></w:r>'
        + ref(1)
        + '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> Nobody </w:t><w:br/><w:t>came.</w:t></w:r>'
    )
    + p(
        r("On ")
        + '<w:hyperlink w:anchor="quay">'
        + r("the long ")
        + r("quay")
        + "</w:hyperlink>"
        + r(" they ")
        + DELETED.format("did not ")
        + INSERTED.format(r("gladly "))
        + control(r("counted cranes"))
        + r(", and ")
        + field('HYPERLINK "https://quay.example"', r("the "), r("paper"))
        + r(" told of it.")
    )
    + table(p(r("Crane one lifts.")), p(r("Crane two ") + r("rests.")))
    + p("")
    + p(r("The ") + r("last", "<w:i/>") + r(" ferry left at nine."))
)
"""A body with what Word puts around words, between which marks may stand anywhere."""


def by_word() -> bytes:
    return whole_file(BUSY, LINES + old_note(1, "Harbour Papers, p. 4"))


def by_briefgen() -> bytes:
    opening = Paragraph((Text("We say that “the cranes rest”, as told."), NoteRef("own")))
    blocks = (opening, quotation(1, "The ferry waits at the quay."), source_line("Quay Papers, 2026"))
    later = quotation(2, "No crane will lift a box before noon.")
    return write(composition(*blocks, later, notes=[note(one, f"Note {one}") for one in ("own", "1", "2")]), Look())


def by_python_docx() -> bytes:
    made = docx.Document()
    made.add_heading("On cranes", 1)
    first = made.add_paragraph("The master said ")
    first.add_run("“no crane lifts”").bold = True
    first.add_run(", and left.")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Crane one rests.", "Crane two lifts."
    made.add_comment(first.runs[1], text="Is that so?", author="Ada", initials="A")
    return saved(made)


def by_pandoc(folder) -> bytes:
    text = "# On ferries\n\nThe ferry “waits *at* noon”, he said.[^1] See [the quay](https://quay.example/a).\n\n"
    target = folder / "pandoc.docx"
    pypandoc.convert_text(
        f"{text}> No crane lifts.\n\n[^1]: Quay Papers.\n", "docx", "markdown", outputfile=str(target)
    )
    return target.read_bytes()


def through_office(data: bytes, folder, *kinds: str) -> bytes:
    """What LibreOffice makes of a file, by way of these kinds; skips without it."""
    (made,) = all_through_office([data], folder, *kinds)
    return made


def all_through_office(files: Sequence[bytes], folder, *kinds: str) -> list[bytes]:
    """What LibreOffice makes of files, by way of these kinds: to begin takes it longer than a file does."""
    paths = [folder / f"given{number}.docx" for number in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    for kind in (*kinds, "docx"):
        paths = convert(kind, folder / "made", *paths)
    return [path.read_bytes() for path in paths]


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def texts(data: bytes) -> dict[str, str]:
    """The text of every story."""
    file = open_file(data)
    return {"body": file.body.text, **{key: story.text for key, story in file.notes.items()}}


def spot(data: bytes, words: str) -> Spot:
    """Where words first stand in the body."""
    start = texts(data)["body"].index(words)
    return Spot("body", start, start + len(words))


def said(data: bytes) -> dict[str, str]:
    """The words of every comment, by its id."""
    return {
        one.get(f"{{{W}}}id"): found(one, "string(.)") for one in found(xml(data, "word/comments.xml"), "w:comment")
    }


def commented(data: bytes) -> dict[str, Spot]:
    """Where in the body each comment's range begins and ends: letters are put in place of its marks, and read."""
    root = xml(data)
    for mark in found(root, "//w:commentRangeStart | //w:commentRangeEnd"):
        sign = "+" if mark.tag.endswith("Start") else "-"
        shown = f'<w:r xmlns:w="{W}"><w:t>\ue000{sign}{mark.get(f"{{{W}}}id")}\ue001</w:t></w:r>'
        mark.addprevious(etree.fromstring(shown))
    marked = zipped({**parts(data), "word/document.xml": etree.tostring(root)})
    edges: dict[str, list[int]] = {}
    seen = 0
    for one in re.finditer("\ue000([+-])(\\d+)\ue001", open_file(marked).body.text):
        edges.setdefault(one[2], []).append(one.start() - seen)
        seen += len(one[0])
    return {key: Spot("body", *both) for key, both in edges.items()}


def unchanged(before: bytes, after: bytes) -> set[str]:
    """The parts of a file whose bytes are the same in another; every part must be there still."""
    old, new = parts(before), parts(after)
    assert set(old) <= set(new)
    return {name for name, data in old.items() if new[name] == data}


def complaints(data: bytes, path) -> list[str]:
    """What a new validator says of a file (one that has seen another file remembers its notes).

    That not all styles are in the second sheet, for Word 2007, it says of every file of python-docx.
    """
    path.write_bytes(data)
    said = [error.description for error in OpenXmlValidator().validate(path).errors]
    return sorted(one for one in said if "stylesWithEffects" not in one)
