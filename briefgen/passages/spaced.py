"""Ends of sentences where white space follows: scripts that write words apart."""

import re

from briefgen.passages.abbreviations import Abbreviation, abbreviation
from briefgen.passages.enumerations import is_list_mark
from briefgen.passages.openings import (
    AFTER_HOUR,
    MONTHS,
    NAMED_SAYING,
    ORDINAL_LEADS,
    PRONOUNS,
    SAYING,
    STARTERS,
    SURNAMES,
)
from briefgen.passages.stops import MARKS, Ahead, Stop
from briefgen.passages.unspaced import goes_on

_ROMAN = re.compile("[IVXLC]{2,}")
_DAY_OR_MONTH = re.compile(r"\d{1,2}\.(?!\d)")
_ADDRESS = re.compile(r"https?:|www\.|[\w.+-]{1,64}@\w")
_ELLIPSIS_WORD = re.compile(r"(?:\.{2,}|…)\w")
# A phrase of time or place that opens a sentence: "At 5 a.m. Smith left".
_FRAME = re.compile(r"(?:At|By|On|In|From|Around|About|Before|After|Until|Since|Between|В|С|К|До|После|Около|\d+)\s")
_HEAD = re.compile(r".*[-–—/(\[{“”\"‘'’«„‚•⁃]")


def ends(stop: Stop) -> bool:
    """Say whether a sentence ends at a stop that white space follows."""
    ahead = stop.ahead()
    if ahead.first in MARKS:
        # "...and then" opens a sentence; ". ." and "? !" go on.
        return _ELLIPSIS_WORD.match(stop.text, stop.next) is not None
    if ahead.first in ",;:)]}/" or (stop.note[:1].isdigit() and not _is_note(stop, ahead)):
        return False
    if stop.character_before in ("(", "["):
        return _omission_ends(stop)
    is_full_stop = stop.mark == "." and not (stop.closing and stop.closing[-1] in MARKS)
    if is_full_stop and is_list_mark(stop):
        return False
    if ahead.word[:1].islower() and not ahead.word[1:2].isupper():
        return _ends_before_lower(stop, ahead)
    if is_full_stop:
        return _full_stop_ends(stop, ahead)
    return not (stop.closing and _is_attributed(stop, ahead))


def _ends_before_lower(stop: Stop, ahead: Ahead) -> bool:
    """Say whether a sentence ends before a small letter: hardly ever in print, often in messages."""
    lead, word = stop.words_before()
    word = _HEAD.sub("", word)
    if stop.closing or ahead.is_dashed or "." in stop.mark[1:] or stop.mark[0] == "…" or abbreviation(word) is not None:
        return False
    if _ADDRESS.match(stop.text, stop.next):
        return True
    if stop.mark[0] == ".":
        return word.isalpha() and word.islower() and (len(word) >= 4 or ahead.word in PRONOUNS)
    if SAYING.match(stop.text, stop.next, stop.next + 80):
        return False
    # "the site Yahoo! and others": a name may end in a mark.
    return word[:1].islower() or ahead.word in PRONOUNS


def _full_stop_ends(stop: Stop, ahead: Ahead) -> bool:
    lead, word = stop.words_before()
    kind = _kind(lead, word)
    word = _HEAD.sub("", word)
    if ahead.first.isdigit():
        return not _DAY_OR_MONTH.match(stop.text, stop.next) if word.isdigit() else kind in (None, Abbreviation.ENDS)
    if kind is None:
        return not (_is_ordinal(lead, word, ahead) or (stop.closing and goes_on(stop)))
    if kind is Abbreviation.COUNTS:
        return not _ROMAN.fullmatch(ahead.word)
    if kind is Abbreviation.LEADS or "(" in ahead.opening or "[" in ahead.opening:
        return False
    is_starter = ahead.word in STARTERS and ahead.after not in (".", "-")
    if kind is Abbreviation.ENDS:
        if AFTER_HOUR.match(stop.text, stop.next):
            return False
        so_far = stop.so_far(40)
        return is_starter or so_far is None or not _FRAME.match(so_far)
    if kind is Abbreviation.INITIAL:
        return is_starter and (ahead.word not in SURNAMES or lead[:1].islower())
    return is_starter


def _kind(lead: str, word: str) -> Abbreviation | None:
    """Give the kind of the abbreviation before a full stop: alone ("U.S"), with the one before ("т. е"), or its last part."""
    word = word.lstrip("(\"'“‘«„[•⁃")
    if lead.endswith(".") and len(word) <= 2:
        joined = abbreviation(lead + word)
        if joined not in (None, Abbreviation.EITHER):
            return joined
    kind = abbreviation(word)
    if kind is None:
        part = _HEAD.sub("", word).lstrip("0123456789")
        # "1970-х" is no initial.
        kind = None if len(part) == 1 and part.islower() else abbreviation(part)
    return kind


def _is_ordinal(lead: str, word: str, ahead: Ahead) -> bool:
    """Say whether the stop makes a number an ordinal: "am 12. Juni", "des XX. Jahrhunderts"."""
    if word.isdigit() and len(word) <= 2:
        return ahead.word in MONTHS or lead in ORDINAL_LEADS
    return _ROMAN.fullmatch(word) is not None and lead[:1].islower() and ahead.word not in STARTERS


def _is_note(stop: Stop, ahead: Ahead) -> bool:
    """Say whether a figure directly after the mark is a note's number ("the treaty.3 The") and no decimal or section."""
    _, word = stop.words_before()
    if not ahead.first.isupper() or not word:
        return False
    return bool(stop.closing) or word[-1] in ")]" or (len(word) >= 4 and word[-1].isalpha() and abbreviation(word) is None)


def _omission_ends(stop: Stop) -> bool:
    """Say whether a mark in brackets of its own, "[...]" or "(!)", ends a sentence: only where one had ended before it."""
    before = stop.text[max(stop.begin, stop.start - 8) : stop.start - 1].rstrip()
    return bool(before) and before[-1] in MARKS


def _is_attributed(stop: Stop, ahead: Ahead) -> bool:
    """Say whether the words after a quotation tell who said it: “Why now?” Anna Smith asked."""
    if ahead.first.isupper():
        is_name = ahead.word == "I" or ahead.word not in STARTERS
        return is_name and NAMED_SAYING.match(stop.text, stop.next, stop.next + 120) is not None
    return goes_on(stop)
