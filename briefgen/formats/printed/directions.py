"""Which way words are read."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def direction(text: str) -> str:
    """Give "rtl" for words that are read from right to left, "ltr" for others, and nothing for what does not say.

    The first letter that says so decides (UAX 9, rules P2 and P3).
    """
    kinds = map(unicodedata.bidirectional, text)
    return next(("ltr" if kind == "L" else "rtl" for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT), "")
