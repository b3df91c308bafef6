"""Names of authors: which are persons', and which part of them is the family name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.cite.eastern import is_family_first

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|I?V|VI{1,3})\Z")
_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]\.)")
_INITIALED = re.compile(r"\b(?:[^\W\d_]\. ?){1,9} ")
_PARTICLE_WORDS = "van von vom der den de del della di da dos du la le ten ter bin bint ibn al el zu zur af ’t 't st."
_OFFICE_WORDS = """
academy administration agency assembly association authority bank board bureau cabinet center centre chamber college
commission committee congress consortium consulate corporation council court department directorate embassy federation
foundation fund government headquarters institute institution kremlin laboratory league library ministry museum nations
navy observatory office organisation organization parliament party police presidency programme project secretariat
senate society union university
"""
_STAFF_WORDS = """
agencies broadcasting bulletin contributors correspondent correspondents desk editor editors gazette herald magazine
media monitoring news newspaper newsroom press reporter reporters service services staff team television times tribune
watch wire writers
"""
_COMPANY_WORDS = """
alliance coalition corp forum gmbh group inc initiative international limited llc llp ltd network partnership plc
railways republic united world
"""
_JOINING_WORDS = "of for the and & on in at"
_ACRONYMS = frozenset(["AFP", "AP", "BBC", "EU", "NATO", "UK", "UN", "US", "USA"])
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_OFFICES = frozenset(_OFFICE_WORDS.split())
_BODIES = _OFFICES | frozenset(f"{_STAFF_WORDS} {_COMPANY_WORDS} {_JOINING_WORDS}".split())


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name: `family` is what the short form keeps and the bibliography puts first.

    The name of a body, and one that is not turned round (in Han, kana or Hangul, or of one word), is all `family`.
    `is_family_first` says that one says it so: "Kim Jong Un". `apart` is what tells it from another of its family.
    """

    family: str
    given: str = ""
    suffix: str = ""
    is_family_first: bool = False
    apart: str = ""

    @property
    def straight(self) -> str:
        """The name as one says it: "Ada Quill Jr."."""
        words = (self.family, self.given) if self.is_family_first else (self.given, self.family)
        return " ".join(part for part in (*words, self.suffix) if part)

    @property
    def short(self) -> str:
        """The family name, with what tells it from another's: "Quill", "A. Quill"."""
        return f"{self.apart} {self.family}".lstrip()

    def initialled(self, stop: str = ".", space: str = " ") -> str:
        """Give the given names as initials, each with a `stop` behind it: "A. M." or "J.-L."; "AM" without both."""
        words = (word for word in self.given.split() if word.strip("-"))
        return space.join("-".join(part[0] + stop for part in word.split("-") if part) for word in words)

    @property
    def inverted(self) -> str:
        """The name as a bibliography sorts it: "Quill, Ada, Jr."; one that begins with its family name as it is."""
        if self.is_family_first:
            return self.straight
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def name(text: str) -> Name:
    """Read a name, written either way round ("Ada Quill" or "Quill, Ada")."""
    text = text.rstrip(", ")
    if is_body(text) or _UNSPACED.search(text):
        return Name(text)
    family, *rest = (part.strip() for part in _INITIALS.sub(" ", text).split(","))
    if rest and _SUFFIX.match(rest[-1]):
        return _spoken(family, rest[-1]) if len(rest) == 1 else Name(family, " ".join(rest[:-1]), rest[-1])
    if len(rest) == 1 and family and rest[0]:
        return Name(family, rest[0])
    return Name(text) if rest else _spoken(family)


def _spoken(text: str, suffix: str = "") -> Name:
    """Read a name whose family name comes last, with its particles ("Ada van der Berg") and its suffix."""
    words = text.split()
    if len(words) > 2 and not suffix and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    if is_family_first(words):
        return Name(_lowered(words[0]), " ".join(words[1:]), suffix, is_family_first=True)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix) if len(words) > 1 else Name(text)


def _lowered(family: str) -> str:
    """Give a family name that only its capitals marked as one: "KIM" of "KIM Jong Un"."""
    return family.title() if family.isupper() else family


def is_office(text: str) -> bool:
    """Say whether a name is that of a body that is no periodical: a ministry, an institute, a university."""
    return not _OFFICES.isdisjoint(_words(text))


def is_body(text: str) -> bool:
    """Say whether a name is that of a body and not a person's: an office, or a newspaper's staff."""
    is_acronym = not (text.isupper() or _ACRONYMS.isdisjoint(text.split()))
    return is_acronym or not _BODIES.isdisjoint(_words(text)) or any(map(str.isdigit, text))


def _words(text: str) -> list[str]:
    return [word.strip(".,()").lower() for word in text.split()]


def full(names: Sequence[Name]) -> str:
    """Give the authors as a note does: all of up to three, else the first "et al." (Chicago 17, 14.76)."""
    return listed([each.straight for each in names], most=3)


def short(names: Sequence[Name]) -> str:
    """Give the authors as a shortened note does, by their family names (Chicago 17, 14.32)."""
    return listed([each.short for each in names], most=3)


def closed_up(words: str, stop: str = ".") -> str:
    """Give a name with its initials closed up, each with a `stop` behind it: "J.R. Weir", "JR Weir"."""
    return _INITIALED.sub(lambda found: re.sub(r"\.\s?", stop, found[0].rstrip()) + " ", words)


def opening(words: str) -> str:
    """Give names that open a note: a particle gets a capital there (Chicago 17, 8.5)."""
    first = re.split(r"[\s-]", words, maxsplit=1)[0]
    is_particle = first in _PARTICLES or re.match("[dl][’']", first)
    return words[:1].upper() + words[1:] if is_particle else words


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
