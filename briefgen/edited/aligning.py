"""The paragraphs of a section before and after a person edited them: which of them are that person's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 2_000
"""Paragraphs that a section may have, since each may have to be compared with all others."""
_ALIKE = 0.6
_LONGEST = 500
"""Characters by which two paragraphs are compared."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The places of a person's own paragraphs afterwards, and what became of those that the template prints.

    `changed` are pairs of words, the second empty where they are gone.
    """

    own: tuple[int, ...]
    changed: tuple[tuple[str, str], ...]


def align(before: Sequence[str], is_own: Sequence[bool], after: Sequence[str]) -> Aligned:
    """Tell a person's own paragraphs from those of the template, which stand in `before` where `is_own` says no.

    Raises ValueError where there are more than MOST of them.
    """
    if max(len(before), len(after)) > MOST:
        raise ValueError(f"more than {MOST:,} paragraphs stand under one heading")
    printed = [at for at, mine in enumerate(is_own) if not mine]
    stays = _standing([before[at] for at in printed], after)
    became: dict[int, int] = {}
    i = j = 0
    for number, place in (*stays, (len(printed), len(after))):
        end = printed[number] if number < len(printed) else len(before)
        lost = [at for at in printed if i <= at < end]
        is_even = end - i == place - j
        became |= {at: at - i + j for at in lost} if is_even else _alike(before, lost, after, range(j, place))
        i, j = end + 1, place + 1
    taken = {place for _, place in stays} | set(became.values())
    there = {printed[number] for number, _ in stays}
    changed = [(before[at], after[became[at]] if at in became else "") for at in printed if at not in there]
    return Aligned(tuple(at for at in range(len(after)) if at not in taken), tuple(changed))


def _standing(printed: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Give which of the template's paragraphs still stand, by their number, and where."""
    matches = SequenceMatcher(None, printed, after, autojunk=False).get_matching_blocks()
    return [(one.a + at, one.b + at) for one in matches for at in range(one.size)]


def _alike(before: Sequence[str], lost: Sequence[int], after: Sequence[str], there: range) -> dict[int, int]:
    """Give for what the template printed the paragraph among others that is most like it, if any is like it."""
    found: dict[int, int] = {}
    for at in lost:
        rates = {place: _likeness(before[at], after[place]) for place in there if place not in found.values()}
        best = max(rates, key=rates.__getitem__, default=None)
        if best is not None and rates[best] >= _ALIKE:
            found[at] = best
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
