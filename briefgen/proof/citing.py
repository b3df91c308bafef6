"""Whether what a file prints with a quotation still says whose it is."""

import re
from collections.abc import Sequence

from briefgen.model.brief import MOST_SENTENCES
from briefgen.model.claim import Claim, Kind
from briefgen.model.record import Recorded
from briefgen.model.source import MONTHS
from briefgen.proof.size import is_short
from briefgen.typography import plain
from briefgen.words import is_unspaced

_WORD = re.compile(r"\w+")
_LOCATOR = re.compile(
    r"(?:\b(?:paras?|pars?|pp?|pages?|at)\.?|¶¶?)\s*\d+(?:\s*[-\u2013]\s*\d+)?|(?<=\s)\d{1,3}(?=\.?\Z)", re.IGNORECASE
)
"""Where in a work a quotation stands; some styles give the number of a page alone, as the last word."""
_REMARKS = re.compile(r"\s\([^()]*(?:\([^()]*\)[^()]*)*\)\Z")
_SPEAKING = re.compile(r",? (?=in the words of |(?:quoted )?by way of |quoted (?:in part )?(?:by|in) )")
"""Where in a line the speaker ends and what is known of the source begins."""
_PLACES = tuple(str(number) for number in range(1, MOST_SENTENCES + 1))
"""By what a line says which sentences of an excerpt are a speaker's."""
_MONTHS = frozenset(month.casefold()[:size] for month in MONTHS for size in (3, 4, len(month)))
_OWN = frozenset({"ibid", "accessed", "as", "in", "n", "undated", *_MONTHS})
"""Words that citations use of their own accord, small or capital; months may be shortened."""
_LETTERED = re.compile(r"(\d{4})[a-z]{1,2}\Z")
"""A year with the letters that tell works of one year apart."""


def fault(claim: Claim, excerpt: Recorded, facts: Sequence[Sequence[str]], text: str) -> tuple[Kind, str] | None:
    """Say what is wrong with the note of a quotation, or with the line under it; None if nothing is.

    The note must still say all that the record's citation says, and the line likewise; remarks may have been added.
    What both name must be what the source is known as: `facts` of each of its appearances. A line of which the record
    does not tell may also name who speaks in the excerpt, as the record has it; without a record, somebody whom the
    `text` of the source names.
    """
    if not claim.note:
        return Kind.UNCITED, "it has lost its note"
    line = _REMARKS.sub("", excerpt.line)
    for told, said, what in ((excerpt.note, claim.note, "note"), (line, claim.line, "line under it")):
        if told and said and not _says(said, told):
            return Kind.MISCITED, f"the {what} says “{said}”; by the record it is “{told}”"
    strange = [name for text in dict.fromkeys((excerpt.note, claim.note)) for name in _unexplained(text, facts)]
    if not line:
        strange += _strangers(_REMARKS.sub("", claim.line), excerpt.said, facts, text)
    return (Kind.MISCITED, f"nothing known of the source says {_listed(strange)}") if strange else None


def _strangers(line: str, said: Sequence[str], facts: Sequence[Sequence[str]], text: str) -> list[str]:
    """Give the names in a line, of which no record tells, that neither its source explains nor who speaks there."""
    if said:
        return _unexplained(line, tuple((*known, *said, *_PLACES) for known in facts))
    *speaker, source = _SPEAKING.split(line, maxsplit=1)
    spoken = [name for each in speaker for name in _unexplained(each, ((text, *_PLACES),))]
    return [*spoken, *_unexplained(source, facts)]


def names(note: str, title: str) -> bool:
    """Say whether a note names a work by its whole title; a title of few words may be anything."""
    return not is_short(title) and f" {' '.join(_words(title))} " in f" {' '.join(_words(note))} "


def _says(said: str, told: str) -> bool:
    """Say whether all words of `told` stand in `said`, in their order."""
    rest = iter(_words(said))
    return all(word in rest for word in _words(told))


def _unexplained(text: str, facts: Sequence[Sequence[str]]) -> list[str]:
    """Give the names and numbers in a citation that no appearance of its source explains.

    What stands behind its last locator are a person's own remarks ("emphasis added").
    """
    if not facts:
        return []
    *before, after = _LOCATOR.split(plain(text).text)
    telling = [word for word in _WORD.findall(" ".join(before) if before else after) if _is_telling(word)]
    lacking = ([word for word in telling if not _is_known(word, known)] for known in map(_known, facts))
    return min(lacking, key=len)


def _is_telling(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or is_unspaced(word)


def _known(facts: Sequence[str]) -> frozenset[str]:
    words = {word for fact in facts for word in _words(fact)}
    return _OWN | words | {word[0] for word in words}


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Say whether a word of a citation is a known one, one's initial, or a known year with a letter."""
    key = _key(word)
    return key in known or _LETTERED.sub(r"\1", key) in known


def _words(text: str) -> list[str]:
    return [_key(word) for word in _WORD.findall(plain(text).text)]


def _key(word: str) -> str:
    return word.casefold().lstrip("0") or "0"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in dict.fromkeys(names))
