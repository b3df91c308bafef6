"""Reference documents as three houses might have them, each made by another program: letterhead, cover, own styles."""

import struct
import subprocess
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pypandoc
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor

STYLES = (("source-line", "MoFA Source"), ("quote", "MoFA Extract"))
"""The map of styles that goes with the ministry's document."""


def ministry() -> bytes:
    """By python-docx: a cover with a picture and the brief's title, a letterhead, own styles, a marker, an end."""
    made = docx.Document()
    source = made.styles.add_style("MoFA Source", WD_STYLE_TYPE.PARAGRAPH)
    source.font.size, source.font.italic, source.font.color.rgb = Pt(8.5), True, RGBColor(0x70, 0x30, 0x30)
    extract = made.styles.add_style("MoFA Extract", WD_STYLE_TYPE.PARAGRAPH)
    extract.paragraph_format.left_indent, extract.font.name = Cm(1), "Georgia"
    made.styles["Normal"].font.name = "Georgia"
    cover = made.sections[0]
    cover.page_width, cover.page_height, cover.left_margin = Cm(21), Cm(29.7), Cm(3)
    cover.different_first_page_header_footer = True
    cover.header.paragraphs[0].text = "Ministry of Quays · {{ date }}"
    cover.footer.paragraphs[0].text = "1 Harbour Street"
    made.add_paragraph().add_run().add_picture(BytesIO(picture()), width=Cm(3))
    made.add_paragraph("{{ title }}", "Title")
    split = made.add_paragraph("For ")
    split.add_run("{{ aud").bold = True
    split.add_run("ience }} only")
    made.add_section(WD_SECTION.NEW_PAGE)
    made.add_paragraph("{{ brief }}")
    made.add_paragraph("Printed by the Ministry of Quays.")
    made.core_properties.author = "Somebody"
    return _saved(made)


def institute() -> bytes:
    """By pandoc: the reference document that it gives to everybody."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def newsroom(office, folder: Path) -> bytes:
    """By LibreOffice, from HTML: `office` converts a file in a folder."""
    return office(
        "<html><head><style>@page { size: 21cm 29.7cm; margin: 2cm } body { font-family: 'Liberation Serif' } "
        "h1 { color: #7a1f1f }</style></head><body><p>The Quay Post, foreign desk</p></body></html>",
        folder,
    )


def picture() -> bytes:
    """A PNG of one red point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\xa0\x20\x20"))
        + chunk(b"IEND", b"")
    )


def with_macros() -> bytes:
    """A document that says it holds macros."""
    made = docx.Document()
    made.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return _saved(made)


def as_template(data: bytes) -> bytes:
    """The same as a template (.dotx)."""
    made = docx.Document(BytesIO(data))
    made.part._content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    return _saved(made)


def with_element(tag: str) -> bytes:
    """A document with an element of WordprocessingML around words of its text."""
    made = docx.Document()
    paragraph = made.add_paragraph()
    paragraph._p.append(OxmlElement(f"w:{tag}"))
    return _saved(made)


def _saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
