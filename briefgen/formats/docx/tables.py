"""Tables, and boxes: a box is a table of one cell, the one shape that Word and LibreOffice both keep together."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from briefgen.formats.docx.draft import Part
from briefgen.formats.docx.elements import Element, el, paragraph
from briefgen.formats.docx.inline import inline
from briefgen.formats.docx.names import W
from briefgen.model.tree import Code, Emphasis, Inline, LineBreak, Link, NoteRef, Quoted, Strong, Table, Text

_LETTER, _MARGINS = 100, 190
"""The width of a letter in a table and of a cell's two margins, in twips."""
BOX_MARGINS = 340
"""The two side margins of a box, in twips, as the built-in style says."""
_LONGEST_WORD = 22
"""Letters beyond which a column is not made wider for the sake of one word."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a table stands: how far from the left margin, and how wide, in twips."""

    left: int
    width: int


def table(content: Table, part: Part, room: Room) -> Element:
    """Make a table that fills its room; its first row is a header row, repeated on each page."""
    rows = [content.header, *content.rows]
    columns = max(len(row) for row in rows)
    filled = [(*row, *((),) * (columns - len(row))) for row in rows]
    widths = _widths(filled, room.width)
    made = [
        _row(row, widths, part, style="Table Text" if number else "Table Heading", is_header=not number)
        for number, row in enumerate(filled)
    ]
    return el("tbl", _properties(part, "Brief Table", room, first_row=1), _grid(widths), *made)


def boxed(inner: Sequence[Element], part: Part, room: Room) -> Element:
    """Put a box that fills its room around paragraphs and tables."""
    cell = _cell(inner, room.width, part)
    return el("tbl", _properties(part, "Box Table", room, first_row=0), _grid([room.width]), el("tr", cell))


def _properties(part: Part, style: str, room: Room, first_row: int) -> Element:
    return el(
        "tblPr",
        el("tblStyle", val=part.style(style)),
        el("tblW", w=room.width, type="dxa"),
        el("tblInd", w=room.left, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020" if first_row else "0000", firstRow=first_row, lastRow=0, firstColumn=0, lastColumn=0),
    )


def _grid(widths: Sequence[int]) -> Element:
    return el("tblGrid", *(el("gridCol", w=width) for width in widths))


def _row(
    cells: Sequence[tuple[Inline, ...]], widths: Sequence[int], part: Part, *, style: str, is_header: bool
) -> Element:
    properties = el("trPr", el("cantSplit"), *([el("tblHeader")] if is_header else []))
    made = (
        _cell([paragraph(part.style(style), inline(cell, part))], width, part)
        for cell, width in zip(cells, widths, strict=True)
    )
    return el("tr", properties, *made)


def _cell(inner: Sequence[Element], width: int, part: Part) -> Element:
    """Make a cell. Its last element must be a paragraph, or Word refuses the file (ECMA-376 part 1, 17.4.65)."""
    end = [] if inner and inner[-1].tag == f"{{{W}}}p" else [paragraph(part.style("Table Gap"))]
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *inner, *end)


def _widths(rows: Sequence[Sequence[tuple[Inline, ...]]], width: int) -> list[int]:
    """Share `width` among the columns: one that wants less than its part gets what it wants, the others the rest.

    None gets less than its longest word needs, as long as there is room for all of these.
    """
    columns = [[_plain(cell) for cell in column] for column in zip(*rows, strict=True)]
    needs = [_MARGINS + _LETTER * min(_LONGEST_WORD, max(map(_longest_word, column))) for column in columns]
    wants = [_MARGINS + _LETTER * max(map(_breadth, column)) for column in columns]
    if sum(needs) > width:
        wants = needs = [width * need // sum(needs) for need in needs]
    shares, left = dict.fromkeys(range(len(columns)), 0), width
    for done, column in enumerate(sorted(shares, key=lambda column: wants[column])):
        part = left // (len(columns) - done)
        shares[column] = min(wants[column], max(needs[column], part))
        left -= shares[column]
    shares[wants.index(max(wants))] += left
    return list(shares.values())


def _longest_word(text: str) -> int:
    return max((_breadth(word) for word in text.split()), default=0)


def _breadth(text: str) -> int:
    """Count letters; a full-width one counts twice."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _plain(children: Sequence[Inline]) -> str:
    return "".join(map(_spoken, children))


def _spoken(child: Inline) -> str:
    match child:
        case Text(text) | Quoted(text=text) | Code(text):
            return text
        case Strong(children) | Emphasis(children) | Link(children=children):
            return _plain(children)
        case NoteRef(label):
            return label
        case LineBreak():
            return " "
