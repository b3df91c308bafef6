"""Names of authors: which are persons', and which part of them is the family name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|I?V|VI{1,3})\Z")
_PARTICLE_WORDS = "van von der den de del della di da dos du la le ten ter bin ibn al el zu af"
_OFFICE_WORDS = """
academy administration agency assembly association authority board bureau cabinet center centre chamber commission
committee congress consulate corporation council court department directorate embassy federation foundation government
headquarters institute institution kremlin league library ministry museum navy office organisation organization
parliament party police presidency project secretariat senate society union university
"""
_STAFF_WORDS = """
agencies contributors correspondent correspondents desk editor editors media news newspaper newsroom press reporter
reporters service services staff team times tribune writers
"""
_JOINING_WORDS = "of for the and & on in at"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_OFFICES = frozenset(_OFFICE_WORDS.split())
_BODIES = _OFFICES | frozenset(_STAFF_WORDS.split()) | frozenset(_JOINING_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name: `family` is what the short form keeps and the bibliography puts first.

    The name of a body, and one that is not turned round (in Han, kana or Hangul, or of one word), is all `family`.
    """

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def straight(self) -> str:
        """The name as one says it: "Ada Quill Jr."."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)

    def initialled(self, stop: str = ".", space: str = " ") -> str:
        """Give the given names as initials, each with a `stop` behind it: "A. M." or "J.-L."; "AM" without both."""
        words = (word for word in self.given.split() if word.strip("-"))
        return space.join("-".join(part[0] + stop for part in word.split("-") if part) for word in words)

    @property
    def inverted(self) -> str:
        """The name as a bibliography sorts it: "Quill, Ada, Jr."."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def name(text: str) -> Name:
    """Read a name, written either way round ("Ada Quill" or "Quill, Ada")."""
    if is_body(text) or _UNSPACED.search(text):
        return Name(text)
    family, *rest = (part.strip() for part in text.split(","))
    if rest and _SUFFIX.match(rest[-1]):
        return _spoken(family, rest[-1]) if len(rest) == 1 else Name(family, " ".join(rest[:-1]), rest[-1])
    if len(rest) == 1 and family and rest[0]:
        return Name(family, rest[0])
    return Name(text) if rest else _spoken(text)


def _spoken(text: str, suffix: str = "") -> Name:
    """Read a name whose family name comes last, with its particles ("Ada van der Berg") and its suffix."""
    words = text.split()
    if len(words) > 2 and not suffix and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix) if len(words) > 1 else Name(text)


def is_office(text: str) -> bool:
    """Say whether a name is that of a body that is no periodical: a ministry, an institute, a university."""
    return not _OFFICES.isdisjoint(_words(text))


def is_body(text: str) -> bool:
    """Say whether a name is that of a body and not a person's: an office, or a newspaper's staff."""
    words = _words(text)
    return not _BODIES.isdisjoint(words) or any(map(str.isdigit, text))


def _words(text: str) -> list[str]:
    return [word.strip(".,()").lower() for word in text.split()]


def full(names: Sequence[Name]) -> str:
    """Give the authors as a note does: all of up to three, else the first "et al." (Chicago 17, 14.76)."""
    return listed([each.straight for each in names], most=3)


def short(names: Sequence[Name]) -> str:
    """Give the authors as a shortened note does, by their family names (Chicago 17, 14.32)."""
    return listed([each.family for each in names], most=3)


def entry(names: Sequence[Name]) -> str:
    """Give the authors as a bibliography does: all of up to ten, else the first seven "et al." (Chicago 17, 14.76)."""
    words = turned(names)
    if len(words) == 2 and "," in words[0]:
        return f"{words[0]}, and {words[1]}"
    return listed(words, most=10, kept=7)


def turned(names: Sequence[Name]) -> list[str]:
    """Give the names of a bibliography: the first family name first, the others as one says them."""
    return [each.inverted if at == 0 else each.straight for at, each in enumerate(names)]


def listed(words: Sequence[str], *, most: int, kept: int = 1, last: str = ", and", others: str = "et al.") -> str:
    """List names: all of up to `most`, else the first `kept` and `others`. Before the last of three stands `last`."""
    if len(words) > most:
        return f"{', '.join(words[:kept])}{',' if kept > 1 else ''} {others}"
    if len(words) < 3:
        return f"{last.lstrip(',')} ".join(words)
    return f"{', '.join(words[:-1])}{last} {words[-1]}"
