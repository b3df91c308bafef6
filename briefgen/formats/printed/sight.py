"""What of a finished file a reader can tell apart by sight."""

import re
import unicodedata

from briefgen.formats.printed.directions import RIGHT_TO_LEFT

_LETTER = re.compile(r"[^\W_]")
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
UNREAD = "\u02e3"
"""A raised x stands for a letter that is not told. It is a letter, so that a word of these is a word."""
_NEAR = 20
"""Shades of red, green and blue, of 256 each, that are as near as this are one colour to a reader."""


def is_near(color: str, other: str) -> bool:
    """Say whether letters of one colour can hardly be seen on the other; both in hexadecimal, as RRGGBB."""
    pairs = zip(bytes.fromhex(color), bytes.fromhex(other), strict=True)
    return all(abs(one - two) <= _NEAR for one, two in pairs)


def unread(text: str) -> str:
    """Give words of which nobody can tell whether a reader sees them so: each letter as one that no source has."""
    return _LETTER.sub(UNREAD, text)


def turned(text: str, way: str) -> str:
    """Give words that a file turns to be read "ltr" or "rtl" whatever they are (UAX 9, 3.3.2: LRO and RLO).

    Where letters or digits of theirs are read the other way, nobody sees them in their order.
    """
    others = RIGHT_TO_LEFT if way == "ltr" else _LEFT_TO_RIGHT
    return text if others.isdisjoint(map(unicodedata.bidirectional, text)) else unread(text)
