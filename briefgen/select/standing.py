"""What candidates are worth beside what is said elsewhere and what is chosen, kept up to date choice by choice."""

from collections.abc import Iterable, Sequence

from briefgen.select.candidate import Candidate, Place, share
from briefgen.select.indexed import Indexed
from briefgen.select.joining import together

SAMENESS, SHARE = 1.5, 0.45
"""What full likeness costs, and what each excerpt that the document already has in this topic costs."""

BOTH_SIDES = 0.6
"""What it adds to a candidate that its figures differ from those of another document that tells of the same thing."""

CROWDED = 0.25
"""What each excerpt of the same stretch of time costs."""


class Standing:
    """A candidate beside what `elsewhere` says and the excerpts that were counted; `stretch` is in days."""

    __slots__ = ("_alike", "_beyond", "_contradictions", "_crowd", "_siblings", "_stretch", "candidate")

    def __init__(self, candidate: Candidate, elsewhere: Indexed, stretch: int = 0) -> None:
        self.candidate = candidate
        self._beyond, is_contradicted = elsewhere.likest(candidate)
        self._stretch = stretch
        self._alike: dict[Place, float] = {}
        self._contradictions, self._siblings, self._crowd = int(is_contradicted), 0, 0

    def count(self, excerpt: Candidate, alike: float | None, times: int = 1) -> None:
        """Count an excerpt that is so much like the candidate; with `times` of -1, one that was counted and is gone.

        A candidate that goes on from an excerpt does not repeat it, and is no further one beside it.
        """
        one = self.candidate
        if share(excerpt, one) and together(excerpt, one):
            return
        if times > 0:
            self._alike[excerpt.place] = alike or 0.0
        else:
            del self._alike[excerpt.place]
        self._contradictions += times * (alike is None)
        self._siblings += times * (excerpt.document == one.document)
        if self._stretch and one.day and excerpt.day:
            self._crowd += times * (abs((one.day - excerpt.day).days) < self._stretch)

    @property
    def worth(self) -> float:
        """What the candidate is worth beside all that."""
        alike = max(self._beyond, max(self._alike.values(), default=0.0))
        worth = self.candidate.score + BOTH_SIDES * bool(self._contradictions) - SAMENESS * alike
        return worth - SHARE * self._siblings - CROWDED * self._crowd


class Standings:
    """The standings of many candidates, brought up to date where what is chosen has changed.

    An excerpt is held against the candidates that share a stem with it, once when it comes and once when it goes.
    """

    def __init__(self, candidates: Sequence[Candidate], elsewhere: Indexed, stretch: int) -> None:
        self._said = Indexed(candidates, elsewhere.compared)
        self._counted: dict[Place, Candidate] = {}
        self.all = tuple(Standing(each, elsewhere, stretch) for each in candidates)

    def renew(self, chosen: Iterable[Candidate]) -> None:
        """Bring all up to date with what is chosen now."""
        now = {each.place: each for each in chosen}
        for place in self._counted.keys() - now.keys():
            self._count(self._counted.pop(place), -1)
        for place in now.keys() - self._counted.keys():
            self._counted[place] = now[place]
            self._count(now[place], 1)

    def _count(self, excerpt: Candidate, times: int) -> None:
        alike = self._said.likenesses(excerpt)
        for number, each in enumerate(self.all):
            each.count(excerpt, alike.get(number, 0.0), times)
