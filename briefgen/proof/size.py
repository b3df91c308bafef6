"""How long a quotation is: short ones prove little, and are graded lower when nothing holds them."""

import re

from briefgen.words import UNSPACED

_CHARACTER, _WORD = re.compile(f"[{UNSPACED}]"), re.compile(rf"[^\W_{UNSPACED}]+")
_SHORT = 8
"""A word counts two and a character of a script without spaces one: four words, or eight characters, are not short."""


def size(words: str) -> int:
    """Give the length of a quotation: two a word, one a character of a script without spaces."""
    return 2 * len(_WORD.findall(words)) + len(_CHARACTER.findall(words))


def is_short(words: str) -> bool:
    """Say whether a quotation is shorter than four words, or eight characters of a script without spaces."""
    return size(words) < _SHORT
