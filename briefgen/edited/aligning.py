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
    own: list[int] = []
    changed: list[tuple[str, str]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            own += [j + at for at in range(j_end - j) if is_own[i + at]]
            continue
        printed = [at for at in range(i, i_end) if not is_own[at]]
        is_even = i_end - i == j_end - j
        became = {at: at - i + j for at in printed} if is_even else _alike(before, printed, after, range(j, j_end))
        changed += [(before[at], after[became[at]] if at in became else "") for at in printed]
        own += [at for at in range(j, j_end) if at not in became.values()]
    return Aligned(tuple(own), tuple(changed))


def _alike(before: Sequence[str], printed: Sequence[int], after: Sequence[str], there: range) -> dict[int, int]:
    """Give for what the template printed the paragraph among others that is most like it, if any is like it."""
    found: dict[int, int] = {}
    for at in printed:
        rates = {place: _likeness(before[at], after[place]) for place in there if place not in found.values()}
        best = max(rates, key=rates.__getitem__, default=None)
        if best is not None and rates[best] >= _ALIKE:
            found[at] = best
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
