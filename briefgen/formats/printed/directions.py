"""Which way words are read."""

import re
import unicodedata

RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""The classes of letters that are read from right to left (UAX 9, table 4)."""
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def direction(text: str) -> str:
    """Give "rtl" for words that are read from right to left, "ltr" for others, and nothing for what does not say.

    The first letter that says so decides (UAX 9, rules P2 and P3).
    """
    kinds = map(unicodedata.bidirectional, text)
    return next(("ltr" if kind == "L" else "rtl" for kind in kinds if kind == "L" or kind in RIGHT_TO_LEFT), "")


def steers(text: str) -> bool:
    """Say whether a text holds characters that turn the words after it too, if nothing keeps it apart (UAX 9, 2.1)."""
    return _STEERING.search(text) is not None


def closed(text: str) -> str:
    """Give words with a mark behind them where any is read from right to left: a date that follows is no part of them.

    The mark has no width (U+200E, UAX 9, 2.6).
    """
    return text + "\u200e" if any(unicodedata.bidirectional(one) in RIGHT_TO_LEFT for one in text) else text
