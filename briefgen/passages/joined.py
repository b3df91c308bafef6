"""Ends of sentences whose space was lost: "the states.The", "he said."Then"."""

import re

from briefgen.abbreviations import Abbreviation, abbreviation
from briefgen.passages.openings import STARTERS
from briefgen.passages.stops import Stop

# A plain word in small letters, or a number: no part of an address, a file's name or an abbreviation.
_PLAIN = re.compile(r"[(“\"‘']*(?:[\w’'-]*(?:(?!_)[^\W\dA-Z]){2}|[\d,]+)")


def cut(stop: Stop) -> int | None:
    """Give where the sentence ends, if it ends at a stop that no white space follows in a script that needs one."""
    ahead = stop.ahead()
    if len(stop.mark) > 1 or stop.note or ahead.opening or not ahead.word[:1].isupper():
        return None
    _, word = stop.words_before()
    if not _PLAIN.fullmatch(word) or abbreviation(word) is not None:
        return None
    if stop.closing:
        return _quotation_end(stop) if ahead.word[1:2].islower() or ahead.word == "I" else None
    is_title = ahead.after == "." and abbreviation(ahead.word) is Abbreviation.LEADS
    is_starter = ahead.word in STARTERS and ahead.after in (" ", ",", "'", "’", "\n")
    return stop.end if is_starter or is_title else None


def _quotation_end(stop: Stop) -> int | None:
    """Give the end of the sentence at a quotation mark with words on either side."""
    if stop.closing == "”":
        return stop.end
    if stop.closing == '""':
        return stop.end - 1
    if stop.closing != '"':
        return None
    is_open = stop.text.count('"', stop.begin, stop.start) % 2 == 1
    return stop.end if is_open else stop.end - 1
