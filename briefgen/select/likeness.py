"""How much one passage says of what another says, and whether they contradict each other."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat

from briefgen.select.candidate import Candidate, Place, share, whole

REPEATS_ITSELF = 0.33
"""Likeness from which a passage says again what its own document said: leads repeat their articles in other words."""

REPEATS = 0.6
"""Likeness from which a passage of another document is a copy rather than a second voice."""

CONTRASTS = 0.5
"""Likeness, but for figures, from which two documents tell of one thing."""

COMMON = 1 / 3
"""The share of the shorter passage's stems below which two are not compared with what earlier editions told: counting
is cheap, and those may be many."""

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def rarity(passages: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give each stem's inverse frequency among these passages: what makes two of them alike or different."""
    counted: Counter[str] = Counter()
    total = 0
    for stems in passages:
        counted.update(stems)
        total += 1
    return {stem: math.log(1 + total / n) for stem, n in counted.items()}


def likeness(one: frozenset[str], other: frozenset[str], rarities: Mapping[str, float]) -> float:
    """Give how much of the shorter passage the other says too: shared over all of its stems, by rarity, 0..1."""
    if not one or not other:
        return 0.0
    shared = weight(one & other, rarities)
    return shared / min(weight(one, rarities), weight(other, rarities))


def weight(stems: frozenset[str], rarities: Mapping[str, float]) -> float:
    """Give how much stems weigh together, by rarity; one that no passage has weighs one."""
    # fsum: the order of a set must not reach the bytes of a brief.
    return math.fsum(map(rarities.get, stems, repeat(1.0)))


class Compared:
    """Candidates beside one another, and beside what `elsewhere` (other topics of a brief) says.

    What a choice comes back to is worked out once: what stems weigh, how like a candidate is to another that stands
    beside it, and how like to anything elsewhere, which may be two thousand excerpts.
    """

    def __init__(self, rarities: Mapping[str, float], elsewhere: Sequence[Candidate] = ()) -> None:
        self._elsewhere = elsewhere
        self._rarities = rarities
        self._weights: dict[frozenset[str], float] = {}
        self._pairs: dict[tuple[Place, Place], float | None] = {}
        self._beyond: dict[Place, tuple[float, bool]] = {}

    def likest(self, candidate: Candidate, others: Iterable[Candidate]) -> tuple[float, bool]:
        """Give how like a candidate is to the likest of others and of what is elsewhere, and if any contradicts it."""
        if candidate.place not in self._beyond:
            apart = (each for each in self._elsewhere if not share(each, candidate))
            self._beyond[candidate.place] = _likest(self.likeness(candidate, each) for each in apart)
        beyond, contradicted_beyond = self._beyond[candidate.place]
        beside, contradicted_beside = _likest(self._paired(candidate, each) for each in others)
        return max(beyond, beside), contradicted_beyond or contradicted_beside

    def likeness(self, one: Candidate, other: Candidate) -> float | None:
        """Give how much of the shorter one the other says too, 0..1; None where they contradict each other.

        They do where two documents tell of one thing with figures of which neither has the other's. Years are no
        figures here, and a figure that both give is no contradiction of what one gives beside it.
        """
        mine, theirs = whole(one), whole(other)
        if mine.isdisjoint(theirs):
            return 0.0
        shared = weight(mine & theirs, self._rarities)
        if one.document != other.document and _differ(mine, theirs):
            least = min(self._weight(_bare(mine)), self._weight(_bare(theirs)))
            if least and shared / least >= CONTRASTS:  # they share no figure, so what is shared is as bare
                return None
        return shared / min(self._weight(mine), self._weight(theirs))

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
                alike, limit = _says_again(candidate, each, self._rarities), REPEATS_ITSELF
            if alike >= limit:
                return f"repeats a chosen excerpt ({alike:.2f})"
        return ""

    def _paired(self, one: Candidate, other: Candidate) -> float | None:
        pair = (one.place, other.place)
        if pair not in self._pairs:
            self._pairs[pair] = self.likeness(one, other)
        return self._pairs[pair]

    def _weight(self, stems: frozenset[str]) -> float:
        if stems not in self._weights:
            self._weights[stems] = weight(stems, self._rarities)
        return self._weights[stems]


def _likest(likenesses: Iterable[float | None]) -> tuple[float, bool]:
    """Give the greatest, and whether one is none: a contradiction."""
    given = [*likenesses]
    return max((each for each in given if each is not None), default=0.0), None in given


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether both give figures and share none."""
    mine, theirs = _figures(one), _figures(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=1 << 14)
def _figures(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem[0].isdigit() and not _YEAR.fullmatch(stem))


@lru_cache(maxsize=1 << 14)
def _bare(stems: frozenset[str]) -> frozenset[str]:
    return stems - _figures(stems)


def told_by(candidate: Candidate, earlier: Sequence[Candidate], compared: Compared) -> tuple[int, ...]:
    """Give which of these excerpts of earlier editions told what a candidate tells, by their indices.

    They hold a sentence of it, say the same in other words, or tell of the same thing with other figures.
    """
    mine = whole(candidate)
    return tuple(
        index
        for index, each in enumerate(earlier)
        if share(candidate, each)
        or (
            _has_common(mine, whole(each))
            and (compared.contradict(candidate, each) or compared.repeats(candidate, (each,)))
        )
    )


def _has_common(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= COMMON * min(len(one), len(other))


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
