"""Columns in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from briefgen.sources.pdf.lines import Line

_PROSE = 15
"""A column of prose has so many characters to a line, in the mean; a table's has fewer."""
_DEEPEST = 3
"""Columns are looked for in columns so deep."""


def in_columns(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Give lines in reading order: where the content goes from column to column line by line, column by column."""
    gaps = [(a.right + b.left) / 2 for a, b in pairwise(lines) if b.split]
    if depth < _DEEPEST and len(gaps) >= 3:
        gutter = median(gaps)
        left = [line for line in lines if line.right <= gutter]
        right = [line for line in lines if line.left >= gutter]
        if min(len(left), len(right)) >= 3 and min(map(_mean, (left, right))) >= _PROSE:
            return [line for band in _bands(lines, gutter) for line in in_columns(band, depth + 1)]
    return _unsplit(lines)


def _mean(lines: Sequence[Line]) -> float:
    return sum(len(line.words) for line in lines) / len(lines)


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Give columns, from band to band: a line that crosses the gutter ends one band and is one by itself."""
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.right <= gutter:
            left.append(line._replace(split=False))
        elif line.left >= gutter:
            right.append(line._replace(split=False))
        else:
            yield from (left, right, [line])
            left, right = [], []
    yield from (left, right)


def _unsplit(lines: Iterable[Line]) -> list[Line]:
    """Put the parts of lines together again, a tab between two: they are the cells of a table."""
    whole: list[Line] = []
    for line in lines:
        if line.split and whole:
            before = whole.pop()
            whole.append(
                Line(
                    f"{before.words}\t{line.words}",
                    min(before.left, line.left),
                    max(before.right, line.right),
                    min(before.bottom, line.bottom),
                    max(before.top, line.top),
                )
            )
        else:
            whole.append(line)
    return whole
