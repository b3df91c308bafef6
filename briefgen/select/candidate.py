"""What can be chosen: spans of an article with their scores, and what becomes of them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from briefgen.model.brief import Flag, Reason
from briefgen.model.place import Span

Place = tuple[str, int, int]
"""A document's id, and a span in its text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that could be an excerpt: the sentences `first` to `last` of its document.

    `core` is the sentence that was scored; the rest came along as context. `joins` says that the sentence before
    `first` stands right before it in the same paragraph. `stems` holds for each sentence the stems that carry meaning;
    `also` are documents of other origins that say the same. `day` is when the document was published at the latest,
    None if that is not known.
    """

    document: str
    first: int
    last: int
    span: Span
    core: Span
    paragraph: int
    score: float
    reasons: tuple[Reason, ...]
    stems: tuple[frozenset[str], ...]
    flags: tuple[Flag, ...] = ()
    joins: bool = False
    also: tuple[str, ...] = ()
    day: date | None = None

    @property
    def place(self) -> Place:
        """Where it stands; ties go by it."""
        return (self.document, self.span.start, self.span.end)

    @property
    def is_pinned(self) -> bool:
        """Whether a person asked for just these sentences."""
        return self.has("pinned")

    def has(self, *kinds: str) -> bool:
        """Say whether it has a flag of one of these kinds."""
        return any(flag.kind in kinds for flag in self.flags)

    def flagged(self, flag: Flag) -> "Candidate":
        """Give it with one flag more, before the others."""
        return replace(self, flags=(flag, *self.flags))


@dataclass(frozen=True, slots=True)
class Missed:
    """A candidate that was not chosen, and why."""

    candidate: Candidate
    why: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen, in the order of choice, and what was not, best first."""

    chosen: tuple[Candidate, ...] = ()
    missed: tuple[Missed, ...] = ()


def share(one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates hold a sentence in common."""
    return one.document == other.document and one.first <= other.last and other.first <= one.last


def whole(candidate: Candidate) -> frozenset[str]:
    """Give the stems of all sentences of a candidate."""
    return _union(candidate.stems)


@lru_cache(maxsize=1 << 14)
def _union(stems: tuple[frozenset[str], ...]) -> frozenset[str]:
    first, *more = stems
    return first.union(*more) if more else first
