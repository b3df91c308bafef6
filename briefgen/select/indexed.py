"""What is said, by the stems that it holds: so a candidate is held against that alone of it which can matter."""

from collections import defaultdict
from collections.abc import Sequence

from briefgen.select.candidate import Candidate, Place, share
from briefgen.select.likeness import REPEATS, Compared

COMMON = 1 / 3
"""The share of the shorter passage's stems that it has in common with what told it before."""


class Indexed:
    """Excerpts by their stems.

    To find what shares a stem with a candidate takes as long as there are such stems, not as there are excerpts: what
    shares none is not like it. Sums of rarities are exact, so likeness is the same in whichever order it is found.
    """

    def __init__(self, excerpts: Sequence[Candidate], compared: Compared) -> None:
        self.excerpts = excerpts
        self.compared = compared
        self._weighed = [compared.weighed(each) for each in excerpts]
        self._holding: dict[str, list[int]] = {}
        self._of_document: dict[str, list[int]] = {}
        for number, each in enumerate(self._weighed):
            self._of_document.setdefault(each.document, []).append(number)
            for stem in each.stems:
                self._holding.setdefault(stem, []).append(number)
        self._likest: dict[Place, tuple[float, bool]] = {}

    def likenesses(self, candidate: Candidate) -> dict[int, float | None]:
        """Give by its number how like each excerpt is that shares a stem, None where it contradicts the candidate."""
        mine = self.compared.weighed(candidate)
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in mine.stems & self._holding.keys():
            rarity = self.compared.rarities.get(stem, 1.0)
            for number in self._holding[stem]:
                shared[number] += rarity
        return {number: mine.likeness(self._weighed[number], both) for number, both in shared.items()}

    def likest(self, candidate: Candidate) -> tuple[float, bool]:
        """Give how like a candidate is to the likest of what it shares no sentence with, and if any contradicts it."""
        if candidate.place not in self._likest:
            found = self.likenesses(candidate)
            for number in self._of_document.get(candidate.document, ()):
                if share(candidate, self.excerpts[number]):
                    found.pop(number, None)
            alike = max((each for each in found.values() if each is not None), default=0.0)
            self._likest[candidate.place] = alike, None in found.values()
        return self._likest[candidate.place]

    def near(self, candidate: Candidate) -> list[Candidate]:
        """Give in order what a candidate may repeat: no other excerpt is like enough."""
        return [self.excerpts[number] for number in self._near(candidate)]

    def told_by(self, candidate: Candidate) -> tuple[int, ...]:
        """Give which of the excerpts told what a candidate tells, by their numbers.

        They hold a sentence of it, say the same in other words, or tell of the same thing with other figures.
        """
        return tuple(number for number in self._near(candidate) if self._tells(self.excerpts[number], candidate))

    def _near(self, candidate: Candidate) -> list[int]:
        """Give the numbers of those of the same document, and of those that are alike or contradict."""
        found = set(self._of_document.get(candidate.document, ()))
        for number, alike in self.likenesses(candidate).items():
            if alike is None or alike >= REPEATS:
                found.add(number)
        return sorted(found)

    def _tells(self, excerpt: Candidate, candidate: Candidate) -> bool:
        if share(candidate, excerpt):
            return True
        mine, theirs = self.compared.weighed(candidate).stems, self.compared.weighed(excerpt).stems
        if len(mine & theirs) < COMMON * min(len(mine), len(theirs)):
            return False
        return self.compared.contradict(candidate, excerpt) or bool(self.compared.repeats(candidate, (excerpt,)))
