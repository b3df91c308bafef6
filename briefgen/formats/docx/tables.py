"""Tables, and boxes: a box is a table of one cell, the one shape that Word and LibreOffice both keep together."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

from briefgen.formats.docx.draft import Part
from briefgen.formats.docx.elements import Element, el, paragraph
from briefgen.formats.docx.inline import inline
from briefgen.formats.docx.names import W
from briefgen.formats.docx.pictures import LEAST, WIDTH, unclipped
from briefgen.formats.printed.room import breadth
from briefgen.model.tree import Chart, Inline, NoteRef, Table, spoken, within

_LETTER, _BOLD_LETTER, _MARGINS = 100, 114, 190
"""The widths of a letter in a table ("November" has wide ones), of one in its heading, of both margins; in twips."""
_MOST_COLUMNS = 63
"""Word makes no table of more, and does not read one."""
_SHORT, _DRAWN = 12, 4
"""Rows up to which a table is kept on one page, and as how many of them one with a chart counts."""
BOX_MARGINS = 340
"""The two side margins of a box, in twips, as the built-in style says."""
_LONGEST_WORD = 22
"""Letters beyond which a column is not made wider for the sake of one word."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a table stands: how far from the left margin, and how wide, in twips."""

    left: int
    width: int


def narrowed(content: Table) -> Iterator[Table]:
    """Give a table as it is or, where it has more columns than Word's tables can have, as several."""
    columns = max(map(len, (content.header, *content.rows)))
    for at in range(0, columns, _MOST_COLUMNS):
        part = slice(at, at + _MOST_COLUMNS)
        yield Table(content.header[part], tuple(row[part] for row in content.rows))


def table(content: Table, part: Part, room: Room) -> Element:
    """Make a table that fills its room; its first row is a header row, repeated on each page."""
    rows = [content.header, *content.rows]
    columns = max(len(row) for row in rows)
    filled = [(*row, *((),) * (columns - len(row))) for row in rows]
    widths = _widths(filled, room.width)
    is_short = sum(_DRAWN if any(map(_is_drawn, row)) else 1 for row in filled) <= _SHORT
    made = [
        _row(row, widths, part, is_header=not number, stays=is_short and number < len(filled) - 1)
        for number, row in enumerate(filled)
    ]
    return el("tbl", _properties(part, "Brief Table", room, first_row=1), _grid(widths), *made)


def boxed(inner: Sequence[Element], part: Part, room: Room) -> Element:
    """Put a box that fills its room around paragraphs and tables."""
    cell = _cell(inner, room.width, part)
    return el(
        "tbl",
        _properties(part, "Box Table", room, first_row=0),
        _grid([room.width]),
        el("tr", el("trPr", el("cantSplit")), cell),
    )


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
    cells: Sequence[tuple[Inline, ...]], widths: Sequence[int], part: Part, *, is_header: bool, stays: bool
) -> Element:
    style = part.style("Table Heading" if is_header else "Table Text")
    kept = [el("keepNext")] if stays else []
    properties = el("trPr", el("cantSplit"), *([el("tblHeader")] if is_header else []))
    made = []
    for cell, width in zip(cells, widths, strict=True):
        held = inline(cell, replace(part, room=width - _MARGINS))
        made.append(_cell([paragraph(style, held, [*map(copy, kept), *unclipped(held)])], width, part))
    return el("tr", properties, *made)


def _cell(inner: Sequence[Element], width: int, part: Part) -> Element:
    """Make a cell. Its last element must be a paragraph, or Word refuses the file (ECMA-376 part 1, 17.4.65)."""
    end = [] if inner and inner[-1].tag == f"{{{W}}}p" else [paragraph(part.style("Table Gap"))]
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *inner, *end)


def _widths(rows: Sequence[Sequence[tuple[Inline, ...]]], width: int) -> list[int]:
    """Share `width` among the columns.

    A column that wants less than an even part gets what it wants; the others share the rest by what they want, none
    less than its longest word needs, as long as there is room for all of these.
    """
    columns = list(zip(*rows, strict=True))
    needs = [_room_for(column, _longest_word, LEAST) for column in columns]
    wants = [_room_for(column, breadth, WIDTH) for column in columns]
    if sum(needs) > width:
        wants = needs = [width * need // sum(needs) for need in needs]
    shares, left, wanted = [0] * len(columns), width, sum(wants)
    for done, column in enumerate(sorted(range(len(columns)), key=wants.__getitem__)):
        want, even = wants[column], left // (len(columns) - done)
        shares[column] = want if want <= even else max(needs[column], left * want // wanted)
        left, wanted = left - shares[column], wanted - want
    shares[wants.index(max(wants))] += left
    return shares


def _room_for(column: Sequence[tuple[Inline, ...]], letters: Callable[[str], int], drawn: int) -> int:
    """Give the width that a column needs for so many letters of each cell, or for a chart, which wants `drawn`.

    The first cell is the heading, in bold.
    """
    head, *rest = (letters(_shown(cell)) for cell in column)
    charts = drawn if any(map(_is_drawn, column)) else 0
    return _MARGINS + max(_BOLD_LETTER * head, *(_LETTER * count for count in rest), charts)


def _is_drawn(cell: Sequence[Inline]) -> bool:
    return any(isinstance(each, Chart) for each in cell)


def _shown(cell: tuple[Inline, ...]) -> str:
    """Give the words of a cell with the marks of its notes, which want room too."""
    return spoken(cell) + "".join(each.label for each in within(cell) if isinstance(each, NoteRef))


def _longest_word(text: str) -> int:
    return min(_LONGEST_WORD, max((breadth(word) for word in text.split()), default=0))
