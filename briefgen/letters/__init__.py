"""Letters that are written in several ways, as one: by their width, and Han characters as traditional or simplified.

Search compares words by these forms alone; what is quoted and proved never passes through here.
"""

from functools import cache

from briefgen.tables import rows

STILL = "\u00ad\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff"
"""Characters that are not seen (soft hyphens, marks of direction, spaces and joiners of no width), as a class."""
TURNING = "\u202d\u202e"
"""Unseen marks that turn the order in which letters and digits are seen: with one, 12 is seen as 21 (UAX 9, 2.2)."""
UNSEEN = STILL + TURNING
ACCENTS = "\u0300-\u036f\u3099\u309a\u1161-\u1175\u11a8-\u11c2"
"""What is composed with the letter before it: accents, voicing marks, and the vowels and ends of Korean syllables."""
_WIDE_DIGITS_AND_LETTERS = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_NARROW_KANA = range(0xFF65, 0xFF9E)
_VOICED = {0xFF9E: 0x3099, 0xFF9F: 0x309A}
"""The voicing marks of narrow kana are composed with the letter before them, which takes more than one letter."""
_WIDE_STOP = 0xFF0E
"""The full stop of wide numbers: ２．５."""
_FIRST = "\u3005"
"""Nothing before it is written in several ways."""


def folded(text: str) -> str:
    """Give `text` with one form of each letter, of the same length, so that offsets stay.

    Wide Latin letters and digits become ordinary ones, narrow kana become wide (Unicode Standard, 5.22: compatibility
    forms by width), and traditional Han characters simplified ones (ICU, Hant-Hans). Idempotent.
    """
    return text if text.isascii() or max(text) < _FIRST else text.translate(_forms())


@cache
def _forms() -> dict[int, int]:
    from unicodedata import normalize  # noqa: PLC0415 - most texts hold no such letter

    han = {ord(row[0]): ord(row[1]) for row in rows("briefgen.letters", "variants.txt")}
    width = {code: ord(normalize("NFKC", chr(code))) for code in (*_WIDE_DIGITS_AND_LETTERS, _WIDE_STOP, *_NARROW_KANA)}
    return han | width | _VOICED
