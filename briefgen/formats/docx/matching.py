"""Which paragraphs, rows or words of one text are those of another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Places in the old and the new sequence that belong together; one alone where the other has nothing."""
MOST = 20_000
"""Paragraphs that may be compared with as many."""
_MOST_LIKENESSES = 10_000
_ALIKE = 0.4
"""The share of their words that two paragraphs have in common, to be two states of one."""


def matched(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pair what two sequences of texts have in common, then what between is likely the same, changed; in both orders.

    Raises ValueError where they are too long, or repeat too much, to be compared.
    """
    counted = Counter(new)
    if max(len(old), len(new)) > MOST or sum(counted[each] for each in old) > MOST * 500:
        raise ValueError("it is too long to be compared")
    found: list[Pair] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += zip(range(i, i_end), range(j, j_end), strict=True)
        else:
            found += _between(old, new, range(i, i_end), range(j, j_end))
    return found


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
