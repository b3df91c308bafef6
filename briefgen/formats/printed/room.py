"""How much room words take on a line, as far as that is known before they are set."""

import unicodedata
from bisect import bisect_right
from itertools import accumulate

_MARKS = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that stand on others, or show nothing."""


def breadth(text: str) -> int:
    """Count the letters of a text; a full-width one counts twice (UAX 11), a mark on another nothing."""
    return sum(map(_breadth, text))


def cut(text: str, room: int) -> str:
    """Give a text that takes no more than so much room, with " …" for what is left out of it.

    It is cut between words, or within one that takes all the room; never between a letter and its marks.
    """
    if breadth(text) <= room:
        return text
    kept = text[: bisect_right([*accumulate(map(_breadth, text))], room - 2)]
    return (kept.rpartition(" ")[0] or kept) + " …"


def _breadth(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
