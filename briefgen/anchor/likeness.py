"""The place in a text that is most like a quotation. A diagnosis, never a proof."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import takewhile

from briefgen.model.place import Span
from briefgen.words import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_SLACK = 1.3
"""A quotation may be so much shorter than what it was made of."""
_SEEDS = 2_000
"""Places at most that are looked at for one quotation; the rarest words' come first."""
_LONGEST = 1_200
"""Words of a quotation that are compared one by one; of a longer one, its beginning."""
_PAIRS = 80_000
"""Pairs of equal words at most, one of either text: of texts in any language they are a hundredth of all pairs."""
_FAR = 3
"""A single word matches by chance that stands so many words farther off than twice where the quotation has it."""
_MOST_SIGNS = 8
"""So many signs at the end of a quotation are looked for behind its last word."""
_LAST_SIGNS = re.compile(rf"[^\w\s]{{1,{_MOST_SIGNS}}}\Z")
_ENDS = re.compile(r"[.!?。！？\n]")


@dataclass(frozen=True, slots=True)
class Like:
    """A place that is like a quotation: `shared` of its words stand there in its order, a `share` from 0 to 1."""

    span: Span
    share: float
    shared: int


def keys(text: str) -> list[str]:
    """Give the words of `text` as they are compared; of scripts without spaces, the characters."""
    return [word.casefold() for word in _WORD.findall(text)]


def compared(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str] | None:
    """Compare two texts word by word; None where the same few words come so often that it would take too long."""
    often = Counter(other)
    pairs = sum(often[each] for each in one)
    return SequenceMatcher(None, one, other, autojunk=False) if pairs <= _PAIRS else None


class Held:
    """The words of a text, and where each one stands."""

    def __init__(self, text: str) -> None:
        self._text, self._keys = text, keys(text)
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._standing: dict[str, list[int]] = {}
        for at, key in enumerate(self._keys):
            self._standing.setdefault(key, []).append(at)

    def nearest(self, words: str) -> Like | None:
        """Give the place that is most like `words`; None where none of them stands, or they only repeat themselves.

        The part of the text with the most different words of the quotation is compared with it in order (Ratcliff and
        Obershelp's matching, as in difflib).
        """
        asked = keys(words)[:_LONGEST]
        first = self._window(asked)
        if first is None:
            return None
        window = self._keys[first : first + _width(asked)]
        matcher = compared(asked, window)
        if matcher is None:
            return None
        matched = _trimmed(matcher.get_matching_blocks()[:-1])
        shared = sum(block.size for block in matched)
        start = self._widened(first + matched[0].b, -matched[0].a)
        last = matched[-1]
        stop = self._widened(first + last.b + last.size - 1, len(asked) - last.a - last.size)
        end = self._spans[stop][1]
        return Like(Span(self._spans[start][0], end + self._stops(words, end)), shared / len(asked), shared)

    def _stops(self, words: str, end: int) -> int:
        """Count the signs with which the quotation ends that stand here too."""
        signs = _LAST_SIGNS.search(words)
        pairs = zip(signs[0] if signs else "", self._text[end : end + _MOST_SIGNS], strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    def _window(self, asked: Sequence[str]) -> int | None:
        """Give where the part of the text begins that has the most different words of `asked`."""
        inside: Counter[str] = Counter()
        seeds = self._seeds(asked)
        best, first, left = 0, None, 0
        for at, key in seeds:
            inside[key] += 1
            while at - seeds[left][0] >= _width(asked):
                gone = seeds[left][1]
                inside[gone] -= 1
                if not inside[gone]:
                    del inside[gone]
                left += 1
            if len(inside) > best:
                best, first = len(inside), seeds[left][0]
        return first

    def _seeds(self, asked: Sequence[str]) -> list[tuple[int, str]]:
        """Give places of the words of `asked`, in order; where there are too many, those of the rarest words."""
        standing = {key for key in asked if key in self._standing}
        seeds: list[tuple[int, str]] = []
        for key in sorted(standing, key=lambda key: (len(self._standing[key]), key)):
            seeds += ((at, key) for at in self._standing[key][: _SEEDS - len(seeds)])
        return sorted(seeds)

    def _widened(self, at: int, by: int) -> int:
        """Move from a word by as many words as do not match, but not into another sentence."""
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            after = at + step
            if not 0 <= after < len(self._keys) or self._is_between_sentences(at, after):
                break
            at = after
        return at

    def _is_between_sentences(self, one: int, other: int) -> bool:
        former, latter = sorted((one, other))
        return _ENDS.search(self._text, self._spans[former][1], self._spans[latter][0]) is not None


def _trimmed(matched: Sequence[Match]) -> Sequence[Match]:
    """Leave out a single word at either end that stands far from the rest: it matches by chance."""
    while len(matched) > 1 and _is_stray(matched[0], matched[0], matched[1]):
        matched = matched[1:]
    while len(matched) > 1 and _is_stray(matched[-1], matched[-2], matched[-1]):
        matched = matched[:-1]
    return matched


def _is_stray(one: Match, former: Match, latter: Match) -> bool:
    asked, held = latter.a - former.a - former.size, latter.b - former.b - former.size
    return one.size == 1 and held > 2 * asked + _FAR


def _width(asked: Sequence[str]) -> int:
    return int(len(asked) * _SLACK) + 3
