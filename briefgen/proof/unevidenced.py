"""The numbers, dates and names of a file's own prose that nothing in evidence holds.

This is help for the eye and no proof: what is not told may be wrong, and what is told may be right and well known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefgen.model.claim import Statement, Unevidenced
from briefgen.proof import counts, days, names
from briefgen.proof.mention import Mention, without
from briefgen.proof.names import Word

# What a file says of its own parts: "Excerpt 3", "Figures 2 and 3", "[4]", "(1)", "1." before a paragraph; addresses.
_REFERENCE = re.compile(
    r"\b(?:excerpt|topic|section|figure|table|note|footnote|box|page|paragraph|para|fig|pp?)s?\.?\s?\d{1,4}(?:\.\d{1,3}){0,4}"
    r"(?:(?:,\s?|\s?[-–]\s?|\s(?:and|or|to)\s)\d{1,4}(?:\.\d{1,3}){0,4}){0,20}(?![\d.,]*\d|\s?[%％])"
    r"|\[\^?\d{1,4}(?:[,;–-]\s?\d{1,4}){0,20}\]|\(\d{1,2}\)|\A\s{0,9}\d{1,2}[.)]\s"
    r"|\b(?:https?://|www\.)\S+",
    re.IGNORECASE,
)


def unevidenced(prose: Sequence[Statement], evidence: Sequence[str]) -> tuple[Unevidenced, ...]:
    """Give the numbers, dates and names of `prose` that no text of `evidence` holds, each once a statement, in order.

    `evidence` are the texts of the proved quotations and what is known of the cited works (titles, publishers, dates).
    A number is held when an evidence has its value, however written; a day when one names that day (a year alone by
    any date of it); a name when its words stand together in one, or its last word does with a capital. References to
    parts of the file ("Excerpt 3") and small numbers in words ("one of them") are not told.
    """
    readings = [_read(statement) for statement in prose]
    inside = {word.stem for reading in readings for word in reading.capitals_inside}
    wanted = [(reading, _names(reading, inside)) for reading in readings]
    held = _Held(frozenset(stems for _, found in wanted for name in found for stems in name.sequences))
    for text in evidence:
        held.add(text)
    return tuple(finding for reading, found in wanted for finding in _told(reading, found, held))


@dataclass(frozen=True)
class _Reading:
    """A statement as it was read: its dates and numbers, and the rest, where its names are."""

    statement: Statement
    mentions: tuple[tuple[str, Mention], ...]
    rest: str

    @cached_property
    def words(self) -> list[Word]:
        """The words of the rest."""
        return names.words(self.rest)

    @property
    def capitals_inside(self) -> Iterator[Word]:
        """The words with a capital that no beginning of a sentence gave them."""
        if names.is_titled(self.words):
            return iter(())
        return (word for word in self.words if word.is_capital and not names.opens_sentence(self.rest, word.start))


class _Name(NamedTuple):
    """A name in prose: where it stands, and the ways to take it, each as the parts that must all be in evidence."""

    start: int
    end: int
    ways: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def sequences(self) -> Iterator[tuple[str, ...]]:
        """The runs of stems to look for."""
        for part in (part for way in self.ways for part in way):
            yield part
            yield names.core(part)


class _Held:
    """What evidence holds: keys of dates and numbers, and the wanted sequences of words, roots and initials."""

    def __init__(self, wanted: frozenset[tuple[str, ...]]) -> None:
        self._wanted = wanted
        self._lengths: dict[str, set[int]] = {}
        for stems in filter(None, wanted):
            self._lengths.setdefault(stems[0], set()).add(len(stems))
        self.keys: set[str] = set()
        self._sequences: set[tuple[str, ...]] = {()}
        self._roots: set[str] = set()
        self._short: set[str] = set()
        self._initials: set[str] = set()

    def add(self, text: str) -> None:
        """Take in what one text of the evidence holds."""
        mentions, _ = _mentions(text)
        self.keys.update(*(mention.gives for _, mention in mentions))
        standing = names.words(text)
        stems = names.stems(standing)
        for i, stem in enumerate(stems):
            runs = (stems[i : i + length] for length in self._lengths.get(stem, ()))
            self._sequences.update(run for run in runs if run in self._wanted)
        self._roots.update(names.root(word.stem) for word in standing if word.is_capital)
        self._short.update(word.stem.casefold() for word in standing if names.is_acronym(text, word))
        self._initials.update(names.shortened(standing))

    def has(self, name: _Name) -> bool:
        """Say whether evidence holds a name, taken in one way or another."""
        return any(all(map(self._has_part, way)) for way in name.ways)

    def _has_part(self, part: tuple[str, ...]) -> bool:
        core = names.core(part)
        if part in self._sequences or core in self._sequences or names.surname(core) in self._roots:
            return True
        if len(part) > 1:
            return not self._short.isdisjoint(names.initials(part))
        return (len(part[0]) > 2 or part[0].isupper()) and part[0].casefold() in self._initials


def _read(statement: Statement) -> _Reading:
    text = without(statement.words, (match.span() for match in _REFERENCE.finditer(statement.words)))
    return _Reading(statement, *_mentions(text))


def _mentions(text: str) -> tuple[tuple[tuple[str, Mention], ...], str]:
    """Give the dates, designations and numbers of a text, each with its kind, and the text with them blanked."""
    found: list[tuple[str, Mention]] = []
    dated, text = days.read(text)
    found += [("date", mention) for mention in dated]
    for kind, read in (("name", names.designations), ("number", counts.read)):
        mentions = read(text)
        found += [(kind, mention) for mention in mentions]
        told = [mention for mention in mentions if not mention.is_small]
        text = without(text, ((mention.start, mention.end) for mention in told))
    return tuple(found), text


def _names(reading: _Reading, inside: set[str]) -> tuple[_Name, ...]:
    """Give the names of a statement. One word that opens a sentence is a name if it has its capital elsewhere too."""
    if names.is_titled(reading.words):
        return ()
    found = []
    for run in names.runs(reading.rest, reading.words):
        opens = names.opens_sentence(reading.rest, run[0].start)
        is_alone = len(run) == 1 and run[0].stem not in inside and not names.is_acronym(reading.rest, run[0])
        if (opens and is_alone) or not names.core(names.stems(run)):
            continue
        takes = (run, run[1:]) if opens and len(run) > 1 else (run,)
        ways = (way for take in takes for way in ((names.stems(take),), _parts(reading.rest, take)))
        found.append(_Name(run[0].start, run[-1].end, tuple(ways)))
    return tuple(found)


def _parts(text: str, run: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    return tuple(names.stems(part) for part in names.parts(text, run))


def _told(reading: _Reading, found: Sequence[_Name], held: _Held) -> Iterator[Unevidenced]:
    """Give what evidence lacks of a statement, in order, each once."""
    lacking = [
        (mention.start, mention.end, kind)
        for kind, mention in reading.mentions
        if not mention.is_small and not mention.is_held(held.keys)
    ]
    lacking += [(name.start, name.end, "name") for name in found if not held.has(name)]
    statement = reading.statement
    told = ((kind, statement.words[start:end].strip()) for start, end, kind in sorted(lacking))
    for kind, words in dict.fromkeys(told):
        yield Unevidenced(kind, words, statement.place)
