"""How much one passage says of what another says, and whether they contradict each other."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

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
    return math.fsum(rarities.get(stem, 1.0) for stem in stems)


def contradicts(one: Candidate, other: Candidate, rarities: Mapping[str, float]) -> bool:
    """Say whether two documents tell of one thing with figures of which neither has the other's.

    Years are no figures here, and a figure that both give is no contradiction of what one gives beside it.
    """
    if one.document == other.document:
        return False
    mine, theirs = _figures(whole(one)), _figures(whole(other))
    if not mine or not theirs or mine & theirs:
        return False
    return likeness(whole(one) - mine, whole(other) - theirs, rarities) >= CONTRASTS


class Compared:
    """Candidates beside one another; each pair is compared once, for a choice comes back to the same pairs."""

    def __init__(self, rarities: Mapping[str, float]) -> None:
        self._rarities = rarities
        self._known: dict[tuple[Place, Place], float | None] = {}

    def likeness(self, one: Candidate, other: Candidate) -> float | None:
        """Give how much of the shorter one the other says too, 0..1; None where they contradict each other."""
        pair = (one.place, other.place)
        if pair not in self._known:
            against = contradicts(one, other, self._rarities)
            self._known[pair] = None if against else likeness(whole(one), whole(other), self._rarities)
        return self._known[pair]


@lru_cache(maxsize=1 << 14)
def _figures(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem[0].isdigit() and not _YEAR.fullmatch(stem))


def told_by(candidate: Candidate, earlier: Sequence[Candidate], rarities: Mapping[str, float]) -> tuple[int, ...]:
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
            and (contradicts(candidate, each, rarities) or repeats(candidate, (each,), rarities))
        )
    )


def _has_common(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= COMMON * min(len(one), len(other))


def repeats(candidate: Candidate, chosen: Sequence[Candidate], rarities: Mapping[str, float]) -> str:
    """Say how the candidate only repeats what is chosen; empty if it does not."""
    for each in chosen:
        if contradicts(candidate, each, rarities):
            continue
        if each.document != candidate.document:
            alike, limit = likeness(whole(candidate), whole(each), rarities), REPEATS
        elif each.span.contains(candidate.span):
            return "stands in a chosen excerpt"
        else:
            alike, limit = _says_again(candidate, each, rarities), REPEATS_ITSELF
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
