"""Single full stops followed by white space: ends of sentences, or of abbreviations, initials, ordinals and dates."""

import re

from briefgen.abbreviations import Abbreviation, abbreviation
from briefgen.passages.openings import AFTER_HOUR, DAY_OR_MONTH, FRAME, MONTHS, ORDINAL_LEADS, STARTERS, SURNAMES
from briefgen.passages.stops import Ahead, Stop
from briefgen.passages.unspaced import goes_on

_ROMAN = re.compile("[IVXLC]+")
_DATE_REST = re.compile(r"\d{1,2}\.(?:\s?\d{1,2}\.)?(?!\d)")
# What stands before the last part of a word: "Japan-U.S", "l'Ing", "(Inc".
_HEAD = re.compile(r".*[^\w.°]")
_QUOTES = frozenset("\"'”’»“‘«`")


def ends(stop: Stop, ahead: Ahead) -> bool:
    """Say whether a sentence ends at a single full stop before anything but a small letter."""
    lead, word = stop.words_before()
    kind = _kind(lead, word) or (_kind(lead, word.capitalize()) if _is_shouted(word, ahead) else None)
    word = last_part(word)
    if ahead.first.isdigit():
        return not _is_date(stop, lead, word) if word.isdigit() else kind in (None, Abbreviation.ENDS)
    # A title or a company does not go on after a closing quotation mark: the paper "Evening Sun." He
    if kind is not Abbreviation.INITIAL and not _QUOTES.isdisjoint(stop.closing):
        kind = None
    match kind:
        case None:
            is_end = not (_is_ordinal(lead, word, ahead) or (stop.closing and goes_on(stop)))
        case Abbreviation.LEADS:
            is_end = False
        case Abbreviation.COUNTS:
            is_end = not (_is_roman_number(ahead) or DAY_OR_MONTH.match(stop.text, stop.next))
        case Abbreviation.EITHER:
            is_end = _opens(stop, ahead)
        case Abbreviation.ENDS:
            is_end = _opens(stop, ahead) or not _frames(stop, ahead)
        case Abbreviation.INITIAL:
            is_end = _opens(stop, ahead) and (ahead.word not in SURNAMES or lead[:1].islower())
    return is_end


def last_part(word: str) -> str:
    """Give what follows the last hyphen, slash, apostrophe, quotation mark or bracket of a word."""
    return word if word.isalpha() else _HEAD.sub("", word)


def _kind(lead: str, word: str) -> Abbreviation | None:
    """Give the kind of the abbreviation before the stop: with the one before it ("т. е"), alone, or its last part."""
    word = word.lstrip("(\"'“‘«„[•⁃?!")
    joined = abbreviation(lead + word) if lead.endswith(".") and len(word) <= 2 else None
    if joined not in (None, Abbreviation.EITHER):
        return joined
    if word.isalpha():
        return abbreviation(word)
    part = last_part(word).lstrip("0123456789")
    # The "х" of "1970-х" is no initial.
    return abbreviation(word) or (None if len(part) == 1 and part.islower() else abbreviation(part))


def _is_shouted(word: str, ahead: Ahead) -> bool:
    """Say whether an abbreviation may stand in capitals because all does ("GEN. SMITH"); elsewhere "CF" is not "cf"."""
    return word.isupper() and (ahead.first.isdigit() or (len(ahead.word) > 1 and ahead.word.isupper()))


def _opens(stop: Stop, ahead: Ahead) -> bool:
    """Say whether what follows an abbreviation opens a sentence: a function word, or a quotation that is one."""
    if ahead.is_dashed or "(" in ahead.opening or "[" in ahead.opening:
        return False
    if ahead.word in STARTERS and ahead.after not in (".", "-"):
        return True
    # Inc. "Buyers are …", but U.S. "Green Card"
    end = stop.next + len(ahead.opening) + len(ahead.word)
    return not _QUOTES.isdisjoint(ahead.opening) and stop.text[end : end + 1] == " " and stop.text[end + 1].islower()


def _frames(stop: Stop, ahead: Ahead) -> bool:
    """Say whether an hour or an era belongs to what follows: "a.m. Tuesday", "At 5 a.m. Smith left", "a.m. (noon)"."""
    if ahead.is_dashed or "(" in ahead.opening or AFTER_HOUR.match(stop.text, stop.next):
        return True
    so_far = stop.so_far(40)
    return so_far is not None and FRAME.match(so_far) is not None


def _is_date(stop: Stop, lead: str, word: str) -> bool:
    """Say whether the stop stands inside a date in figures, "2024. 6. 19."."""
    rest = _DATE_REST.match(stop.text, stop.next)
    return rest is not None and len(word) in (1, 2, 4) and (rest[0].count(".") == 2 or _is_dotted_number(lead))


def _is_dotted_number(word: str) -> bool:
    return word.endswith(".") and last_part(word[:-1]).isdigit()


def _is_ordinal(lead: str, word: str, ahead: Ahead) -> bool:
    """Say whether the stop makes an ordinal ("am 12. Juni", "des XX. Jahrhunderts") or ends a date in figures."""
    if word.isdigit() and len(word) <= 2:
        is_led = lead.lower() in ORDINAL_LEADS or _is_dotted_number(lead)
        return ahead.word in MONTHS or (is_led and ahead.word not in STARTERS)
    if len(word) == 1 or not _ROMAN.fullmatch(word) or ahead.word in STARTERS:
        return False
    # English has no such ordinals; a letter that is not ASCII shows that the language is another.
    return lead in ORDINAL_LEADS or (lead.islower() and not lead.isascii())


def _is_roman_number(ahead: Ahead) -> bool:
    """Say whether "Vol. II" goes on: "I" alone is a number only before a stop or a bracket."""
    return _ROMAN.fullmatch(ahead.word) is not None and (len(ahead.word) > 1 or ahead.after in (".", ")"))
