"""Ends of sentences where white space follows: scripts that write words apart."""

import re

from briefgen.abbreviations import abbreviation
from briefgen.passages import full_stops
from briefgen.passages.enumerations import is_list_mark
from briefgen.passages.openings import NAMED_SAYING, PRONOUNS, SAYING, STARTERS
from briefgen.passages.stops import MARKS, WIDE, Ahead, Stop
from briefgen.passages.unspaced import goes_on

_ADDRESS = re.compile(r"https?:|www\.|[\w.+-]{1,64}@\w")
_ELLIPSIS_WORD = re.compile(r"(?:\.{2,}|…)\w")


def ends(stop: Stop) -> bool:
    """Say whether a sentence ends at a stop that white space follows."""
    ahead = stop.ahead()
    if ahead.first in MARKS:
        # "...and then" opens a sentence; ". ." and "? !" go on.
        return _ELLIPSIS_WORD.match(stop.text, stop.next) is not None
    if ahead.first in ",;:)]}/" or _is_held(stop, ahead):
        return False
    if ahead.word[:1].islower() and not ahead.word[1:2].isupper() and stop.mark[0] not in WIDE:
        return _ends_before_small(stop, ahead)
    if stop.is_full_stop:
        return full_stops.ends(stop, ahead)
    return not (stop.closing and _is_attributed(stop, ahead))


def _is_held(stop: Stop, ahead: Ahead) -> bool:
    """Say whether the mark belongs to a list item, a decimal or an omission, and ends nothing."""
    if stop.note[:1].isdigit() and not _is_note(stop, ahead):
        return True
    if stop.is_full_stop and is_list_mark(stop):
        return True
    if stop.character_before not in ("(", "[") or stop.is_marked_again:
        return False
    # "[...]" and "(!)" end a sentence only where one had ended before them.
    before = stop.text[max(stop.begin, stop.start - 8) : stop.start - 1].rstrip()
    return not before or before[-1] not in MARKS


def _is_note(stop: Stop, ahead: Ahead) -> bool:
    """Say whether a figure directly after the mark is a note's number ("the treaty.3 The") and not a section's."""
    _, word = stop.words_before()
    if not ahead.first.isupper() or not word:
        return False
    is_word = len(word) >= 4 and word[-1].isalpha() and abbreviation(word) is None
    return is_word or bool(stop.closing) or word[-1] in ")]"


def _ends_before_small(stop: Stop, ahead: Ahead) -> bool:
    """Say whether a sentence ends before a small letter: hardly ever in print, often in messages."""
    _, whole = stop.words_before()
    word = full_stops.last_part(whole)
    is_ellipsis = "." in stop.mark[1:] or stop.mark[0] == "…"
    if stop.closing or ahead.is_dashed or is_ellipsis or abbreviation(word) is not None:
        return False
    if _ADDRESS.match(stop.text, stop.next):
        return True
    if stop.mark[0] == ".":
        return word.isalpha() and word.islower() and (len(word) >= 4 or ahead.word in PRONOUNS)
    # "the site Yahoo! and others": a name may end in a mark.
    is_said = SAYING.match(stop.text, stop.next, stop.next + 80) is not None
    return not is_said and (word[:1].islower() or ahead.word in PRONOUNS)


def _is_attributed(stop: Stop, ahead: Ahead) -> bool:
    """Say whether the words after a quotation tell who said it: “Why now?” Anna Smith asked."""
    if not ahead.first.isupper():
        return goes_on(stop)
    is_name = ahead.word == "I" or ahead.word not in STARTERS
    return is_name and NAMED_SAYING.match(stop.text, stop.next, stop.next + 120) is not None
