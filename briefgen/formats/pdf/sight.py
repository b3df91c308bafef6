"""What of a page a reader sees: the page is drawn, and what leaves no mark where it stands is not seen."""

import ctypes
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any

import pypdfium2
from pypdfium2 import raw

from briefgen.errors import UnreadableError

_SCALE, _PIXELS = 2.0, 6_000_000
"""How large a page is drawn: pixels a point, and pixels at most."""
_LOOKED = 10
"""How often each pixel of a page may be looked at: words seldom lie over one another."""
_FAINT = 16
"""Shades of grey, of 256, that differ by less are one to a reader."""
_SMALLEST = 1.0
"""Points that the letters of a word are high or wide, at least, to be read: those of a font of two points are."""
_DEEPEST, _MOST = 8, 200_000
"""Forms within forms, and objects of a page, that are asked what they say of their words."""


def untold(page: Any) -> None:  # noqa: ANN401 - the library ships no types
    """Take from the content of a page what it says that its words are (ActualText: ISO 32000-1, 14.9.4).

    pdfium would give that in place of the characters of the glyphs, which are what a reader sees.
    """
    for thing in _things(page):
        for place in range(raw.FPDFPageObj_CountMarks(thing)):
            raw.FPDFPageObjMark_RemoveParam(thing, raw.FPDFPageObj_GetMark(thing, place), b"ActualText")


def _things(page: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Give the objects of a page, those of its forms too."""
    waiting = [(raw.FPDFPage_GetObject(page.raw, at), 0) for at in range(raw.FPDFPage_CountObjects(page.raw))]
    for _ in range(_MOST):
        if not waiting:
            return
        thing, depth = waiting.pop()
        yield thing
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            held = range(raw.FPDFFormObj_CountObjects(thing))
            waiting += [(raw.FPDFFormObj_GetObject(thing, at), depth + 1) for at in held]


def unseen(page: Any, text_page: Any, units: Sequence[str], things: Sequence[Any]) -> Iterator[int]:  # noqa: ANN401
    """Give the places of the characters of words that no reader sees: hidden, covered, or of the colour behind them.

    `units` are the characters of the page, `things` the text objects that they stand in (None for what pdfium adds). A
    word is seen if any of it is; a part that is a text object of its own is a word here. Letters beyond ASCII in a font
    that the file does not bring along count as seen: another machine may have it. Raises UnreadableError.
    """
    drawing: _Drawing | None = None
    for start, end in _pieces(units, [thing and ctypes.addressof(thing.contents) for thing in things]):
        words = "".join(units[start:end])
        if any(map(str.isalnum, words)) and (words.isascii() or _is_embedded(things[start])):
            drawing = drawing or _Drawing(page, text_page)
            if not drawing.shows(start, end):
                yield from range(start, end)


def _pieces(units: Sequence[str], keys: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Give the parts of a page that hold no white space and stand in one text object."""
    start = 0
    for at in range(1, len(units) + 1):
        if at == len(units) or keys[at] != keys[start] or units[at].isspace() != units[start].isspace():
            if keys[start] and not units[start].isspace():
                yield start, at
            start = at


def _is_embedded(thing: Any) -> bool:  # noqa: ANN401 - as above
    return bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing)) == 1)


class _Drawing:
    """A page as a reader sees it, in shades of grey."""

    def __init__(self, page: Any, text_page: Any) -> None:  # noqa: ANN401 - as above
        self._page, self._text_page = page.raw, text_page.raw
        points = page.get_width() * page.get_height()
        try:
            scale = min(_SCALE, sqrt(_PIXELS / points))
            self._picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        except (pypdfium2.PdfiumError, ArithmeticError, ValueError, MemoryError) as error:
            raise UnreadableError("the PDF", "has a page that cannot be drawn") from error
        self._room = _LOOKED * _PIXELS

    def shows(self, start: int, end: int) -> bool:
        """Say whether anything is drawn where the characters from `start` to before `end` stand."""
        boxes = [*self._boxes(start, end)] or [self._loose(start)]
        return any(self._is_marked(box) for box in boxes)

    def _boxes(self, start: int, end: int) -> Iterator[list[float]]:
        """Give the edges of the glyphs: left, top, right, bottom. One without a size has none."""
        for place in range(raw.FPDFText_CountRects(self._text_page, start, end - start)):
            edges = [ctypes.c_double() for _ in range(4)]
            if raw.FPDFText_GetRect(self._text_page, place, *map(ctypes.byref, edges)):
                yield [edge.value for edge in edges]

    def _loose(self, at: int) -> list[float]:
        """Give the edges of the room that a character has in its line."""
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._text_page, at, ctypes.byref(box))
        return [box.left, box.top, box.right, box.bottom]

    def _is_marked(self, edges: Sequence[float]) -> bool:
        left, top, right, bottom = edges
        if max(abs(right - left), abs(top - bottom)) < _SMALLEST:
            return False
        (x, y), (x_end, y_end) = self._pixel(left, top), self._pixel(right, bottom)
        (x, x_end), (y, y_end) = sorted((x, x_end)), sorted((y, y_end))
        width, height = self._picture.size
        box = max(x, 0), max(y, 0), min(x_end + 1, width), min(y_end + 1, height)
        if box[0] >= box[2] or box[1] >= box[3]:
            return False
        self._room -= (box[2] - box[0]) * (box[3] - box[1])
        if self._room < 0:
            raise UnreadableError("the PDF", "has a page of words that lie over one another")
        darkest, lightest = self._picture.crop(box).getextrema()
        return bool(lightest - darkest >= _FAINT)

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        place = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *self._picture.size, 0, x, y, *map(ctypes.byref, place))
        return place[0].value, place[1].value
