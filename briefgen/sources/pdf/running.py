"""Running heads and feet: what stands at the edges of pages, and is no text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefgen.sources.pdf.lines import Line
from briefgen.text import display

_EDGE = 3
"""So many lines at the top and at the foot of a page may be running heads and feet."""
_APART = 0.5
"""They stand apart from the text by more than this part of their height."""
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|стр\.|第)\s?)?(?:\d{1,4}|[ivxlc]{1,6})\s?(?:页|頁|ページ)?(?:\s?(?:of|/|von|de|из)\s?\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def running(pages: Sequence[Sequence[Line]]) -> list[set[Line]]:
    """Give for each page its running heads and feet: lines at its edges that recur on others, and page numbers."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in {_recurring(line) for line in page})
    enough = 2 if len(pages) <= 4 else 3
    found = []
    for page, edge in zip(pages, edges, strict=True):
        tall = sorted(page, key=lambda line: line.top)
        outer = {*tall[:2], *tall[-2:]} if len(page) > 2 else set()
        found.append(
            {line for line in edge if seen[_recurring(line)] >= enough}
            | {line for line in outer if _NUMBER.fullmatch(line.words.strip())}
        )
    return found


def _edges(page: Sequence[Line]) -> set[Line]:
    """Give the lines at the top and at the foot of a page that stand apart from its text."""
    down = sorted(page, key=lambda line: -line.top)
    up = sorted(page, key=lambda line: line.bottom)
    head = [i for i, (a, b) in enumerate(pairwise(down[: _EDGE + 1]), 1) if a.bottom - b.top > _APART * a.size]
    foot = [i for i, (a, b) in enumerate(pairwise(up[: _EDGE + 1]), 1) if b.bottom - a.top > _APART * a.size]
    return {*down[: max(head, default=0)], *up[: max(foot, default=0)]}


def _recurring(line: Line) -> str:
    return _DIGITS.sub("#", display(line.words.casefold()))
