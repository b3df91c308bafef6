"""Quotation marks in a text, and what each can be where it stands.

The same mark opens a quotation in one language and closes it in another (Unicode, chapter 6.2, lists them), and a
single one may be an apostrophe. 《》 and 〈〉 are marks of titles, ′ and ″ of measure, ʻ ʼ ʿ ʾ are letters: none of
them is read here.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple
from unicodedata import category

from briefgen.words import is_unspaced

PAIRS = {
    "“": "”", "„": "“”", "‟": "”", "”": "”“", '"': '"', "＂": "＂", "״": "״",
    "‘": "’", "‚": "‘’", "‛": "’", "’": "’", "'": "'", "＇": "＇",
    "«": "»", "»": "»«", "‹": "›", "›": "›‹",
    "「": "」", "｢": "｣", "『": "』", "〝": "〞〟",
}  # fmt: skip
"""For each mark that opens a quotation, those that close it."""

LEFT, RIGHT, STRAIGHT = "“„‟‘‚‛«‹「｢『〝", "”’»›」｣』〞〟", "\"＂״'＇"

_SINGLES = "‘’‚‛'＇"
FAMILY = {
    mark: family
    for family in ('“”„‟"＂״', _SINGLES, "«»", "‹›", "「」", "｢｣", "『』", "〝〞〟")
    for mark in family
}  # fmt: skip
"""For each mark the family it belongs to: word processors put one in the place of another."""

_ALWAYS_OPEN, _ALWAYS_CLOSE = "„‟‛「｢『〝", "」｣』〞〟"

# Marks in a row share what stands around them. What only steers the direction of writing is not seen.
_ROW = re.compile(rf"[{''.join(FAMILY)}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_WORD_FOLLOWS = re.compile(rf"\s++[\w{''.join(FAMILY)}]")

_LEADING, _TRAILING = frozenset("¿¡/=~"), frozenset(".,;:!?…‥、。，．；：！？؟،؛।%‰")

_ELISION = r"(?:tis|twas|twere|twill|tween|neath|gainst|nuff|em|til|till|s|t)(?![\w'’])"
_APOSTROPHE = re.compile(rf"['’]{_ELISION}|['’‘]n['’](?!\w)|(?<=['’‘]n)['’](?!\w)|['’‘]\d\ds(?!\w)", re.IGNORECASE)
_MAYBE_APOSTROPHE = re.compile(rf"['’＇]|‘(?i:{_ELISION}|\d\d(?!\w))|(?<=\w\s)‘[AEIOU]\w")
"""Also an elision whose apostrophe a word processor has turned, and the first letter of a name (‘Abd, ‘Iolani)."""
_ENDS_WORD = re.compile(r"(?:(?<=s)|(?<=in)|(?<=\d)|(?<=\b(?:th|ol|po))|(?<=\bo))['’]|(?<=\d)[\"”]", re.IGNORECASE)
"""What the end of a word may need: ministers’, fishin’, th’, un po’; also feet and inches."""

_HEBREW = re.compile("[\u05d0-\u05ea]")
_HEBREW_PREFIX = re.compile('(?<![\u05d0-\u05ea"״])[והבלמשכ]{1,3}["״](?=[\u05d0-\u05ea]{2})')
"""Words written on to the quotation that follows; before the last letter of a word the mark is a gershayim."""


class Lean(IntEnum):
    """Which way a mark leans, by what stands before and after it, as a typesetter would say."""

    CLOSES = -1
    EITHER = 0
    OPENS = 1


class Mark(NamedTuple):
    """A quotation mark: its offset, itself, and which way it leans.

    A weak one may be something else: if it opens a quotation that is never closed, it was. A doubtful one may close a
    quotation, or be the apostrophe of a possessive, or inches.
    """

    at: int
    sign: str
    lean: Lean
    is_weak: bool
    is_doubtful: bool


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Give the quotation marks in a part of a text, less those that can only be something else."""
    prefixed = {found.end() - 1 for found in _HEBREW_PREFIX.finditer(text, start, end)}
    for row in _ROW.finditer(text, start, end):
        before, after = text[row.start() - 1 : row.start()], text[row.end() : row.end() + 1]
        lean = _lean(before, after)
        is_joint = _is_of_word(before) and _is_of_word(after)
        is_followed = lean is Lean.CLOSES and _WORD_FOLLOWS.match(text, row.end()) is not None
        for at in range(*row.span()):
            sign = text[at]
            if at in prefixed:
                yield Mark(at, sign, Lean.OPENS, is_weak=True, is_doubtful=False)
            elif sign in FAMILY and not (is_joint and _joins(sign, before, after)) and not _is_other(text, at, lean):
                is_weak = bool(_MAYBE_APOSTROPHE.match(text, at)) or (sign in STRAIGHT and _is_of_word(before))
                is_doubtful = is_followed and _ENDS_WORD.match(text, at) is not None
                yield Mark(at, sign, _directed(sign, lean), is_weak, is_doubtful)


def _lean(before: str, after: str) -> Lean:
    leads = not before or before.isspace() or before in _LEADING or category(before) in {"Ps", "Pd", "Pi"}
    trails = not after or after.isspace() or after in _TRAILING or category(after) in {"Pe", "Pd", "Pf"}
    return Lean(leads - trails)


def _directed(sign: str, lean: Lean) -> Lean:
    if sign in _ALWAYS_OPEN:
        return Lean.OPENS
    return Lean.CLOSES if sign in _ALWAYS_CLOSE else lean


def _is_of_word(character: str) -> bool:
    """Say whether a character is a letter, a digit or an accent, of a script that puts spaces between words."""
    is_word = character.isalpha() or character.isdecimal() or category(character or " ").startswith("M")
    return is_word and not is_unspaced(character)


def _joins(sign: str, before: str, after: str) -> bool:
    """Say whether a mark within a word is part of it: an apostrophe, a gershayim, feet or inches."""
    if sign in _SINGLES:
        return before.isdecimal() or not after.isdecimal()
    return sign in STRAIGHT and (before.isdecimal() or bool(_HEBREW.match(before) and _HEBREW.match(after)))


def _is_other(text: str, at: int, lean: Lean) -> bool:
    """Say whether a mark is the apostrophe of an elision, or a low one that was typed for a comma."""
    return _APOSTROPHE.match(text, at) is not None or (text[at] == "‚" and lean is Lean.CLOSES)
