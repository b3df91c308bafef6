"""The built-in reference document: how a brief looks, in a file that people can open and change in Word.

`python -m briefgen.formats.docx.reference FILE` writes it. It shows each style once, under its own name.
"""

import sys
from pathlib import Path

from lxml import etree

from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.elements import Element, Face, el, fragment, paragraph, run, serialised, words
from briefgen.formats.docx.lists import Lists
from briefgen.formats.docx.names import DOCUMENT, FONTS, NUMBERING, RELATIONS, SETTINGS, STYLES, THEME, TYPES, Kind
from briefgen.formats.docx.settings import speak
from briefgen.formats.docx.styles import Styles, definition
from briefgen.formats.docx.stylesheet import BASE, FLOW, PAGE, SHEET
from briefgen.formats.docx.theme import theme

_NAMES = {
    STYLES: "styles.xml",
    NUMBERING: "numbering.xml",
    SETTINGS: "settings.xml",
    FONTS: "fontTable.xml",
    THEME: "theme/theme1.xml",
}
_WIDTH = 9070
"""Twips between the margins: 16 cm."""
_SETTINGS = """
<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
 <w:compatSetting w:name="compatibilityMode" w:uri="{0}" w:val="15"/>
 <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{0}" w:val="1"/>
 <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{0}" w:val="1"/>
 <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{0}" w:val="1"/>
 <w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="{0}" w:val="1"/>
</w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
""".format("http://schemas.microsoft.com/office/word")
# Name, other name, PANOSE number, character set (80: Shift-JIS), family and pitch: what a program without the font
# needs to find the nearest one (ECMA-376 part 1, 17.8).
_FONTS = (
    ("Arial", "", "020B0604020202020204", "00", "swiss", "variable"),
    ("Times New Roman", "", "02020603050405020304", "00", "roman", "variable"),
    ("Courier New", "", "02070309020205020404", "00", "modern", "fixed"),
    ("MS Gothic", "ＭＳ ゴシック", "020B0609070205080204", "80", "modern", "fixed"),
    ("MS Mincho", "ＭＳ 明朝", "02020609040205080304", "80", "modern", "fixed"),
)


def document() -> bytes:
    """Make the built-in reference document. Always the same bytes."""
    sheet = el(
        "styles",
        el(
            "docDefaults",
            el("rPrDefault", *fragment(f"<w:rPr>{BASE}</w:rPr>")),
            el("pPrDefault", *fragment(f"<w:pPr>{FLOW}</w:pPr>")),
        ),
    )
    sheet.extend(definition(style) for style in SHEET)
    speak(sheet, "en")
    numbering = el("numbering")
    styles = Styles(sheet)
    Lists(numbering, styles)
    roots = {
        STYLES: sheet,
        NUMBERING: numbering,
        SETTINGS: el("settings", *fragment(_SETTINGS)),
        FONTS: el("fonts", *map(_font, _FONTS)),
        THEME: theme(),
    }
    names = {kind: f"word/{name}" for kind, name in _NAMES.items()}
    body = el("body", *_samples(styles), el("sectPr", *fragment(PAGE)))
    return zipped(
        {
            "[Content_Types].xml": _types({**names, DOCUMENT: "word/document.xml"}),
            "_rels/.rels": _relations({DOCUMENT: "word/document.xml"}),
            "word/document.xml": serialised(el("document", body)),
            "word/_rels/document.xml.rels": _relations(_NAMES),
            **{names[kind]: serialised(root) for kind, root in roots.items()},
        }
    )


def _samples(styles: Styles) -> list[Element]:
    """Show each style under its own name."""
    shown = [style for style in SHEET if style.name != "Normal"]
    made = [paragraph(style.id, [run(words(style.name))]) for style in shown if style.kind == "paragraph"]
    faces = [style for style in shown if style.kind == "character" and style.based]
    made.append(paragraph(styles.id("Body Text"), [run(words(f"{one.name}. "), face=Face(one.id)) for one in faces]))
    for style in shown:
        if style.kind == "table" and style.own:
            made += [_sample_table(style.id, style.name), paragraph(styles.id("Normal"))]
    return made


def _sample_table(key: str, name: str) -> Element:
    cell = el("tc", el("tcPr", el("tcW", w=_WIDTH, type="dxa")), paragraph("TableText", [run(words(name))]))
    properties = el("tblPr", el("tblStyle", val=key), el("tblW", w=_WIDTH, type="dxa"), el("tblLook", val="0020"))
    return el("tbl", properties, el("tblGrid", el("gridCol", w=_WIDTH)), el("tr", cell))


def _font(font: tuple[str, ...]) -> Element:
    name, other, panose, charset, family, pitch = font
    facts = (("altName", other), ("panose1", panose), ("charset", charset), ("family", family), ("pitch", pitch))
    return el("font", *(el(fact, val=value) for fact, value in facts if value), name=name)


def _types(names: dict[Kind, str]) -> bytes:
    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    package = "application/vnd.openxmlformats-package.relationships+xml"
    for extension, content in (("rels", package), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=extension, ContentType=content)
    for kind, name in names.items():
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind.content)
    return serialised(root)


def _relations(targets: dict[Kind, str]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
    for number, (kind, target) in enumerate(targets.items(), start=1):
        made = etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind.relation)
        made.set("Target", target)
    return serialised(root)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(document())
