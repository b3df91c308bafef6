"""How a brief looks: every style of the built-in reference document, as data.

The brief's own words are set in a sans serif, the words of its sources in a serif, so that a reader sees at a glance
whose words are whose. The faces are those that every office program has or has a twin of; each names one for Chinese
characters and kana too.
"""

from dataclasses import dataclass

NAVY, GREY, RULE, TINT, RED, BLUE = "1B365D", "59636E", "B8C4D2", "F2F5F9", "8A1C1C", "1F4E8C"


def _fonts(latin: str, asian: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"/>'


_SANS, _SERIF, _FIXED = (
    _fonts("Arial", "MS Gothic"),
    _fonts("Times New Roman", "MS Mincho"),
    _fonts("Courier New", "MS Gothic"),
)


def _spacing(before: float, after: float, line: int = 264) -> str:
    """Space before and after in points; `line` in 240ths of a line."""
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{line}" w:lineRule="auto"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _ink(color: str, points: float) -> str:
    return f'<w:color w:val="{color}"/>{_size(points)}'


def _border(side: str, eighths: int, color: str = RULE, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _margins(upright: int, sideways: int) -> str:
    """Give the margins of a table's cells, in twips."""
    sides = (("top", upright), ("left", sideways), ("bottom", upright), ("right", sideways))
    return "<w:tblCellMar>" + "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in sides) + "</w:tblCellMar>"


HEAD, BOLD, ITALIC = "<w:keepNext/><w:keepLines/>", "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_MARKING = f'{BOLD}<w:color w:val="{RED}"/><w:spacing w:val="16"/>{_size(9.5)}'
INDENT = '<w:ind w:left="397" w:right="397"/>'
ENDS = '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>'


PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1361" w:right="1418" w:bottom="1361" w:left="1418" w:header="624" w:footer="539" w:gutter="0"/>'
)
"""The page: A4 with margins of 2.5 cm at the sides."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: the properties of paragraph, run and table are XML, in the order of the schema (ECMA-376 part 1, 17.7).

    `based` and `following` (the style of the next paragraph that a person types) are names of styles; `own` says that
    Word does not know this style.
    """

    name: str
    paragraph: str = ""
    run: str = ""
    based: str = "Normal"
    following: str = ""
    kind: str = "paragraph"
    table: str = ""
    own: bool = False

    @property
    def id(self) -> str:
        """The name without spaces, each word with a capital."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def _heading(level: int, before: float, after: float, face: str, border: str = "") -> Style:
    paragraph = f'{HEAD}{border}{_spacing(before, after, 247)}<w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"heading {level}", paragraph, face, following="Body Text")


def _character(name: str, face: str, *, own: bool = False) -> Style:
    return Style(name, run=face, based="Default Paragraph Font", kind="character", own=own)


_BASES = (
    Style("Normal", _spacing(0, 0), based=""),
    Style("Default Paragraph Font", kind="character", based=""),
    Style(
        "Normal Table",
        kind="table",
        based="",
        table=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>',
    ),
    Style("No List", kind="numbering", based=""),
)
_FRONT = (
    Style("Title", HEAD + _spacing(0, 4, 240), BOLD + _ink(NAVY, 23), following="Subtitle"),
    Style(
        "Cover Title",
        f"<w:pBdr>{_border('top', 36, NAVY, 22)}</w:pBdr>{_spacing(190, 8, 240)}",
        _size(30),
        based="Title",
        following="Subtitle",
        own=True,
    ),
    Style("Subtitle", HEAD + _spacing(0, 8, 252), _ink(GREY, 12.5), following="Body Text"),
    Style("Meta", _spacing(0, 2), _ink(GREY, 9), own=True),
    Style("Handling", _spacing(2, 4), _MARKING, own=True),
    Style("Page Marking", f'{_spacing(2, 2)}<w:jc w:val="center"/>', _MARKING, own=True),
)
_BODY = (
    Style("Body Text", _spacing(0, 7)),
    _heading(1, 20, 7, BOLD + _ink(NAVY, 15), f"<w:pBdr>{_border('bottom', 6, space=3)}</w:pBdr>"),
    _heading(2, 14, 5, BOLD + _ink(NAVY, 12)),
    _heading(3, 11, 4, BOLD + _ink(GREY, 10.5)),
    Style(
        "Quote",
        f"<w:pBdr>{_border('left', 18, space=10)}</w:pBdr>{_spacing(8, 3)}{INDENT}",
        _SERIF + _size(11.5),
        following="Source Line",
    ),
    Style(
        "Source Line", f"<w:keepLines/>{_spacing(0, 10, 252)}{INDENT}", _ink(GREY, 9), following="Body Text", own=True
    ),
    Style("Translation", f"<w:keepLines/>{_spacing(0, 10, 252)}{INDENT}", _size(9.5), following="Body Text", own=True),
    Style("Key Point", _spacing(0, 6), own=True),
    Style("Remark", HEAD + _spacing(0, 7), ITALIC + _ink(GREY, 9.5), own=True),
    Style("Pointer", HEAD + _spacing(0, 7), _ink(GREY, 9.5), own=True),
    Style("Question", HEAD + _spacing(0, 7), following="Body Text", own=True),
    Style("Brief Note", _spacing(0, 6), _size(9), own=True),
    Style("List Bullet", _spacing(0, 4), based="Body Text"),
    Style("List Number", _spacing(0, 4), based="Body Text"),
    Style("caption", HEAD + _spacing(8, 4), BOLD + _ink(GREY, 9)),
    Style("Code", _shade(TINT) + _spacing(4, 8, 252), _FIXED + _size(9), own=True),
    Style("Rule", f"<w:pBdr>{_border('bottom', 6, space=1)}</w:pBdr>{_spacing(0, 10, 120)}", own=True),
    Style("header", ENDS, _ink(GREY, 8.5)),
    Style("footer", ENDS, _ink(GREY, 8.5)),
    Style("footnote text", _spacing(0, 2, 245), _size(8.5)),
    Style("endnote text", _spacing(0, 3, 245), _size(9)),
    _character("footnote reference", '<w:vertAlign w:val="superscript"/>'),
    _character("endnote reference", '<w:vertAlign w:val="superscript"/>'),
    _character("Hyperlink", f'<w:color w:val="{BLUE}"/><w:u w:val="single"/>'),
    _character("Inline Code", _FIXED, own=True),
)
_CONTENTS = (
    Style("TOC Heading", HEAD + _spacing(16, 5, 247), BOLD + _ink(NAVY, 12), following="Normal"),
    Style("toc 1", _spacing(0, 3)),
)
_TABLES = (
    Style("Table Gap", '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>', _size(4), own=True),
    Style("Table Text", _spacing(2, 2, 247), _size(9), own=True),
    Style("Table Heading", "<w:keepNext/>", BOLD + f'<w:color w:val="{NAVY}"/>', based="Table Text", own=True),
    Style(
        "Brief Table",
        based="Normal Table",
        kind="table",
        table="<w:tblPr><w:tblBorders>"
        + _border("top", 8, NAVY)
        + _border("bottom", 8, NAVY)
        + _border("insideH", 4)
        + f"</w:tblBorders>{_margins(28, 85)}</w:tblPr>"
        + f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_border("bottom", 8, NAVY)}</w:tcBorders>'
        + f"{_shade(TINT)}</w:tcPr></w:tblStylePr>",
        own=True,
    ),
)
_BOXES = (
    Style("Box", _spacing(0, 4, 259), _size(9.5), own=True),
    Style(
        "Box Heading",
        f'{_spacing(0, 5)}<w:outlineLvl w:val="0"/>',
        _size(10.5),
        based="heading 2",
        following="Box",
        own=True,
    ),
    Style(
        "Box Table",
        based="Normal Table",
        kind="table",
        table="<w:tblPr><w:tblBorders>"
        + _border("top", 18, NAVY)
        + _border("left", 4)
        + _border("bottom", 4)
        + _border("right", 4)
        + f"</w:tblBorders>{_margins(113, 170)}</w:tblPr><w:tcPr>{_shade(TINT)}</w:tcPr>",
        own=True,
    ),
)

SHEET = (*_BASES, *_FRONT, *_BODY, *_CONTENTS, *_TABLES, *_BOXES)
"""Every style: a style stands after those it is based on."""
FLOW = "<w:widowControl/>"
"""How paragraphs break over pages: no line of one stands alone."""
BASE = _SANS + _size(10)
"""What every style begins with."""
