"""Which characters the glyphs of a PDF stand for (ISO 32000-1, 9.10.3), where WeasyPrint has it wrong.

It notes for a glyph the characters that it was first used for. Of a letter that first came with a mark on it, that is
both; of the mark, nothing.
"""

import unicodedata
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

_NOTHING = "\u200b"
"""What stands for a glyph that is no character of its own: a reader that is told nothing would make one up."""


def spell(font: Any) -> None:  # noqa: ANN401 - WeasyPrint is not typed
    """Correct what the glyphs of a font of WeasyPrint stand for, as far as the font itself tells."""
    unclear = [glyph for glyph, text in font.to_unicode.items() if len(text) != 1]
    if unclear:
        told = _characters(font.file_content, font.index)
        font.to_unicode |= {glyph: told.get(glyph) or font.to_unicode[glyph] or _NOTHING for glyph in unclear}


@cache
def _characters(data: bytes, number: int) -> dict[int, str]:
    """Give the character that each glyph of a font file is for; of several the first, and none of private use.

    A font of emoji has such ones for glyphs that stand for several characters.
    """
    font = TTFont(BytesIO(data), fontNumber=number, lazy=True)
    names = font.getReverseGlyphMap()
    told: dict[int, str] = {}
    for code, name in sorted((font.getBestCmap() or {}).items()):
        if unicodedata.category(chr(code)) != "Co":
            told.setdefault(names[name], chr(code))
    return told
