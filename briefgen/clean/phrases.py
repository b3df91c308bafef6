"""What the lines around an article say: the phrases of `phrases.txt`, and the kind of line each is a sign of.

The table is part of the package, as its modules are: it is read once, where they would be imported.
"""

import re
from enum import Enum
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

_LONGEST = 260
"""Longer units are never furniture (characters)."""
_DECORATION = " |>»›←→▶►*-–—:\"“”'‘’[]()#•·✕×"
_SECTION = re.compile(r"\[(?P<name>[^:\]]+): (?P<kind>[a-z]+)\]")
NONE: frozenset[str] = frozenset()


class Kind(Enum):
    """What a unit looks like, taken alone."""

    PROSE = "a paragraph of sentences"
    LINE = "a short line that ends like no sentence"
    ITEM = "an item of a list that ends like no sentence"
    FURNITURE = "part of the page, not of the article"
    OPENER = "the heading of a list that is no part of the article"
    CLOSER = "what follows is no part of the article"


class Section(NamedTuple):
    """A section of the table: its name, the kind that its phrases are a sign of, and the phrases."""

    name: str
    kind: str
    phrases: tuple[str, ...]


def of_line(words: str, left_out: frozenset[str] = NONE) -> Kind | None:
    """Give the kind of furniture that a short line is by what it says, None where no phrase tells.

    Sections of the table whose names are among `left_out` are not heeded.
    """
    bare = words.strip(_DECORATION)
    if not bare:
        return Kind.FURNITURE
    if len(bare) > _LONGEST:
        return None
    said = (kind for kind in _ASIDE if (pattern := _pattern(kind.name.lower(), left_out)) and pattern.fullmatch(bare))
    return next(said, None) or of_sentence(words, left_out)


def of_sentence(words: str, left_out: frozenset[str] = NONE) -> Kind | None:
    """Give the kind of furniture that a sentence is by how it begins, None where no phrase tells."""
    bare = words.lstrip(_DECORATION)
    if len(bare) > _LONGEST:
        return None
    pattern = _pattern("sentence", left_out)
    return Kind.FURNITURE if pattern and pattern.match(bare) else None


@cache
def sections() -> tuple[Section, ...]:
    """Give the sections of the table in order."""
    found: list[tuple[str, str, list[str]]] = []
    for line in _table().splitlines():
        if head := _SECTION.fullmatch(line):
            found.append((head["name"], head["kind"], []))
        elif line and not line.startswith("#"):
            found[-1][2].append(line)
    return tuple(Section(name, kind, tuple(phrases)) for name, kind, phrases in found)


_ASIDE = (Kind.CLOSER, Kind.OPENER, Kind.FURNITURE)
"""The kinds that phrases tell, the one that weighs most first."""


def _table() -> str:
    return (get_data(__package__, "phrases.txt") or b"").decode("utf-8")


@cache
def _pattern(kind: str, left_out: frozenset[str]) -> re.Pattern[str] | None:
    heeded = [
        phrase
        for section in sections()
        if section.kind == kind and section.name not in left_out
        for phrase in section.phrases
    ]
    return re.compile("|".join(heeded), re.IGNORECASE) if heeded else None
