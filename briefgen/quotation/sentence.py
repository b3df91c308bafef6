"""How far the sentence of a quotation goes on behind it: there a note to the quotation may stand."""

import re

from briefgen.quotation.marks import PAIRS

_STOPS = ".!?。！？…"
_SIGNS = re.compile(r"\W*")
_REST = re.compile(rf"(?:[^{_STOPS}{''.join(PAIRS)}]|[.'’](?=\w))*+[{_STOPS}]*")


def reach(words: str, following: str) -> int:
    """Give how many characters of what follows the words of a quotation a note to it may stand in.

    Signs may always stand between. If the quotation ends with a stop, or a stop follows its mark, nothing else may:
    the sentence has ended. Otherwise it goes on to its own stop, or to where another quotation begins.
    """
    signs = _SIGNS.match(following)
    assert signs is not None
    if any(stop in words[-1:] + signs[0] for stop in _STOPS):
        return signs.end()
    rest = _REST.match(following, signs.end())
    assert rest is not None
    return rest.end()
