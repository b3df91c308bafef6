"""Which paragraphs, rows or words of one text are those of another."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Places in the old and the new sequence that belong together; one alone where the other has nothing."""
MOST = 5_000_000
"""Pairs of equal texts, among those that stand more than once, that may be looked at."""
_MOST_LIKENESSES = 10_000
_ALIKE = 0.4
"""The share of their words that two paragraphs have in common, to be two states of one."""


def matched(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pair what two sequences of texts have in common, then what between is likely the same, changed; in both orders.

    What stands once in either comes first (patience diff, Bram Cohen), so that lines which recur mislead nobody and
    cost little. Raises ValueError where texts repeat too much to be compared.
    """
    found: list[Pair] = []
    i = j = 0
    for one, other in (*_anchors(old, new), (len(old), len(new))):
        found += _compared(old, new, range(i, one), range(j, other))
        if one < len(old):
            found.append((one, other))
        i, j = one + 1, other + 1
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Give the most pairs of texts that stand once in either sequence and are in the same order in both."""
    counts = Counter(old), Counter(new)
    there = {text: at for at, text in enumerate(new) if counts[1][text] == 1}
    pairs = [(at, there[text]) for at, text in enumerate(old) if text in there and counts[0][text] == 1]
    lasts: list[int] = []  # of the ways of each length, the least place in `new` at which one ends
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lasts, place)
        before.append(ends[length - 1] if length else -1)
        lasts[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    way, at = [], ends[-1] if ends else -1
    while at >= 0:
        way.append(pairs[at])
        at = before[at]
    return way[::-1]


def _compared(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[Pair]:
    """Pair the texts of two parts."""
    parts = [old[at] for at in left], [new[at] for at in right]
    counted = Counter(parts[1])
    if sum(counted[each] for each in parts[0]) > MOST:
        raise ValueError("it repeats the same too often to be compared")
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *parts, autojunk=False).get_opcodes():
        one, other = left[i:i_end], right[j:j_end]
        if tag == "equal":
            yield from zip(one, other, strict=True)
        else:
            yield from _between(old, new, one, other)


def _between(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[Pair]:
    """Pair what is alike in two parts that have nothing in common; old ones that are alone come first."""
    i, j = left.start, right.start
    for one, other in (*_alike(old, new, left, right), (left.stop, right.stop)):
        yield from ((at, None) for at in range(i, one))
        yield from ((None, at) for at in range(j, other))
        if one < left.stop:
            yield one, other
        i, j = one + 1, other + 1


def _alike(old: Sequence[str], new: Sequence[str], left: range, right: range) -> list[tuple[int, int]]:
    """Give the pairs, in order, whose likenesses are the most together (as the longest common subsequence is found)."""
    if not left or not right or len(left) * len(right) > _MOST_LIKENESSES:
        return []
    words = [[Counter(texts[at].split()) for at in part] for texts, part in ((old, left), (new, right))]
    rates = [[_likeness(one, other) for other in words[1]] for one in words[0]]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + rates[i][j])
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if rates[i][j] and best[i][j] == best[i + 1][j + 1] + rates[i][j]:
            found.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two texts have in common (Dice's coefficient); 0 where that is little."""
    total = one.total() + other.total()
    rate = 2 * (one & other).total() / total if total else 0.0
    return rate if rate >= _ALIKE else 0.0
