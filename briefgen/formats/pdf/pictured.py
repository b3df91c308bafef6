"""Signs that a font has as pictures, as emoji: WeasyPrint sets glyphs without ink, and lays the pictures over them.

pdfium passes over glyphs that have no size, and so over characters that are quoted. Here they get one: a line of no
thickness, which shows nothing.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pydyf
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_PART = 10
"""The line is as long as this part of the type is high."""


def give_size(fonts: Iterable[Any], pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint is not typed
    """Give a size to the glyphs of these fonts that stand under pictures, in a file that is about to be written."""
    glyphs: dict[str, set[int]] = {}
    files: dict[bytes, str] = {}
    for font in fonts:
        if font.png or font.svg or font.colr:
            glyphs.setdefault(font.hash, set()).update(font.to_unicode)
            files[font.file_content] = font.hash
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and len(each.stream) == 1 and each.stream[0] in files:
            each.stream = [_sized(each.stream[0], glyphs[files[each.stream[0]]])]
            each.extra["Length1"] = len(each.stream[0])


def _sized(data: bytes, glyphs: Iterable[int]) -> bytes:
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font["head"].modified = font["head"].created  # WeasyPrint has written the time of day there
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((max(font["head"].unitsPerEm // _PART, 1), 0))
    pen.closePath()
    line = pen.glyph()
    for glyph in glyphs:
        font["glyf"][font.getGlyphName(glyph)] = line
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
