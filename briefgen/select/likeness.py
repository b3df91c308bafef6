"""How much one passage says of what another says, and whether they contradict each other."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

from briefgen.select.candidate import Candidate, whole

REPEATS_ITSELF = 0.33
"""Likeness from which a passage says again what its own document said: leads repeat their articles in other words."""

REPEATS = 0.6
"""Likeness from which a passage of another document is a copy rather than a second voice."""

CONTRASTS = 0.5
"""Likeness, but for figures, from which two documents tell of one thing."""

FINEST = 2**24
"""Into so many parts of one is rarity cut: so sums of it are exact, whatever their order, for sets of up to some
twenty million stems, and the longest source has fewer words."""

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def rarity(passages: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give each stem's inverse frequency among these passages: what makes two of them alike or different."""
    counted: Counter[str] = Counter()
    total = 0
    for stems in passages:
        counted.update(stems)
        total += 1
    return {stem: round(math.log(1 + total / n) * FINEST) / FINEST for stem, n in counted.items()}


def likeness(one: frozenset[str], other: frozenset[str], rarities: Mapping[str, float]) -> float:
    """Give how much of the shorter passage the other says too: shared over all of its stems, by rarity, 0..1."""
    if not one or not other:
        return 0.0
    shared = weight(one & other, rarities)
    return shared / min(weight(one, rarities), weight(other, rarities))


def weight(stems: Iterable[str], rarities: Mapping[str, float]) -> float:
    """Give how much stems weigh together, by rarity; one that no passage has weighs one."""
    return sum(map(rarities.get, stems, repeat(1.0)))


@dataclass(frozen=True)
class Weighed:
    """The stems of a passage of a document and what they weigh, each worked out once."""

    document: str
    stems: frozenset[str]
    rarities: Mapping[str, float]

    @cached_property
    def weight(self) -> float:
        """What they weigh together."""
        return weight(self.stems, self.rarities)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Those that are figures; years are none here."""
        return frozenset(stem for stem in self.stems if stem[0].isdigit() and not _YEAR.fullmatch(stem))

    @cached_property
    def bare(self) -> float:
        """What the others weigh."""
        return weight(self.stems - self.figures, self.rarities)

    def likeness(self, other: "Weighed", shared: float) -> float | None:
        """Give how much of the shorter one both say, 0..1, where what they share weighs `shared`.

        None where they contradict each other: two documents tell of one thing with figures of which neither has the
        other's. A figure that both give is no contradiction of what one gives beside it.
        """
        if not shared:
            return 0.0
        if self.document != other.document and self.figures and other.figures:
            least = min(self.bare, other.bare)
            # Where they share no figure, what they share is as bare.
            if least and shared / least >= CONTRASTS and self.figures.isdisjoint(other.figures):
                return None
        return shared / min(self.weight, other.weight)


class Compared:
    """Candidates beside one another, by `rarities`; what each weighs is worked out once."""

    def __init__(self, rarities: Mapping[str, float]) -> None:
        self.rarities = rarities
        self._weighed: dict[tuple[str, frozenset[str]], Weighed] = {}

    def weighed(self, candidate: Candidate) -> Weighed:
        """Give what all of a candidate's stems weigh."""
        key = (candidate.document, whole(candidate))
        if key not in self._weighed:
            self._weighed[key] = Weighed(*key, self.rarities)
        return self._weighed[key]

    def likeness(self, one: Candidate, other: Candidate) -> float | None:
        """Give how much of the shorter one the other says too, 0..1; None where they contradict each other."""
        mine, theirs = self.weighed(one), self.weighed(other)
        return mine.likeness(theirs, weight(mine.stems & theirs.stems, self.rarities))

    def contradict(self, one: Candidate, other: Candidate) -> bool:
        """Say whether two documents tell of one thing with other figures."""
        return self.likeness(one, other) is None

    def repeats(self, candidate: Candidate, said: Iterable[Candidate]) -> str:
        """Say how a candidate only repeats what is said; empty if it does not."""
        for each in said:
            if each.document != candidate.document:
                alike, limit = self.likeness(candidate, each) or 0.0, REPEATS
            elif each.span.contains(candidate.span):
                return "stands in a chosen excerpt"
            else:
                alike, limit = _says_again(candidate, each, self.rarities), REPEATS_ITSELF
            if alike >= limit:
                return f"repeats a chosen excerpt ({alike:.2f})"
        return ""


def _says_again(candidate: Candidate, other: Candidate, rarities: Mapping[str, float]) -> float:
    """Give how much a sentence of `candidate` says what a different sentence of `other` says, at most."""
    return max(
        (
            likeness(mine, theirs, rarities)
            for i, mine in enumerate(candidate.stems, start=candidate.first)
            for k, theirs in enumerate(other.stems, start=other.first)
            if not other.first <= i <= other.last and not candidate.first <= k <= candidate.last
        ),
        default=0.0,
    )
