"""Lines that recur in the pages of one publisher: its menus, its calls, its notices."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from briefgen.clean import LEAST
from briefgen.clean.marking import stated
from briefgen.clean.units import Unit, ends_sentence, units

SHARE = 0.2
"""A habit stands in so many stories, and in this part of all."""
_SHORT = 200
"""Longer lines are no habits (characters)."""
_CALL = 8
"""Nor are sentences of more words: the background that follow-ups repeat is body."""
_EDGE = 500
"""So many lines at the beginning of a page, and at its end, are looked at."""
_SKETCH = 64
"""So many paragraphs stand for a page, those of the least hashes (a bottom-k sketch: Cohen and Kaplan 2007)."""
_ALIKE = 0.5
"""Pages that share this part of the paragraphs of the one with fewer tell one story."""


class _Page(NamedTuple):
    lines: frozenset[str]
    paragraphs: frozenset[int]


def habits(texts: Iterable[str]) -> frozenset[str]:
    """Give the lines (for display) that recur in the canonical texts of one publisher, whatever the order of these.

    Whole lines only, which stand in at least `LEAST` stories and in the part `SHARE` of all. What copies of one story
    share is its body: copies, and versions, count as one. Lines that state who, when or whence are known without. Takes
    time that grows with the square of the number of texts: of a large publisher give a sample.
    """
    pages = list({_page(text) for text in texts})
    stories = _stories(pages)
    least = max(LEAST, SHARE * len(stories))
    often = Counter(line for story in stories for line in frozenset().union(*(page.lines for page in story)))
    return frozenset(line for line, times in often.items() if times >= least and not stated(line))


def _page(text: str) -> _Page:
    every = units(text, 0, len(text))
    edges = every if len(every) <= 2 * _EDGE else (*every[:_EDGE], *every[-_EDGE:])
    paragraphs = sorted({crc32(unit.words.encode()) for unit in every if _is_told(unit)})
    lines = frozenset(unit.words for unit in edges if len(unit.words) <= _SHORT and not _is_told(unit))
    return _Page(lines, frozenset(paragraphs[:_SKETCH]))


def _is_told(unit: Unit) -> bool:
    return unit.size > _CALL and ends_sentence(unit.words)


def _stories(pages: Sequence[_Page]) -> list[list[_Page]]:
    """Give the pages by story: what is like a page is of its story, and so is what is like that."""
    leader = list(range(len(pages)))
    for i, j in combinations(range(len(pages)), 2):
        if leader[i] != leader[j] and _is_alike(pages[i].paragraphs, pages[j].paragraphs):
            leader = [leader[i] if each == leader[j] else each for each in leader]
    told: dict[int, list[_Page]] = {}
    for first, page in zip(leader, pages, strict=True):
        told.setdefault(first, []).append(page)
    return list(told.values())


def _is_alike(some: frozenset[int], others: frozenset[int]) -> bool:
    return 0 < _ALIKE * min(len(some), len(others)) <= len(some & others)
