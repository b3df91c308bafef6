"""Lines on pages to paragraphs: columns in reading order, hyphens at line ends, running heads and feet, notes.

A paragraph that goes on over the end of a page stays one; what stands between its parts comes after it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.text import canonicalise, display
from briefgen.words import UNSPACED


class Line(NamedTuple):
    """A line, or a part of one (`split` from the part before by a wide gap), and its place in points from below.

    A hyphen at its end that is one for the line's sake may be a soft one.
    """

    words: str
    left: float
    right: float
    bottom: float
    top: float
    split: bool = False

    @property
    def size(self) -> float:
        """Its height."""
        return max(1.0, self.top - self.bottom)


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, each with the number of its page; their size is that of those it began with."""

    lines: list[tuple[int, Line]]
    role: Role | None = None
    size: float = 0.0

    def __post_init__(self) -> None:
        self.size = median(line.size for _, line in self.lines)


_EDGE = 3
"""So many lines at the top and at the foot of a page may be running heads and feet."""
_APART = 0.5
"""They stand apart from the text by more than this part of their height."""
_PROSE = 15
"""A column of prose has so many characters to a line, in the mean; a table's has fewer."""
_COLUMNS = 3
"""Columns are looked for in columns so deep."""
_ALIKE = 0.12
"""Sizes differ by more than this part where a heading or a note begins."""
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|стр\.|第)\s?)?(?:\d{1,4}|[ivxlc]{1,6})\s?(?:页|頁|ページ)?(?:\s?(?:of|/|von|de|из)\s?\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_TERMINAL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•‣▪◦●■–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_HYPHENED = re.compile("(\\w+)[\u00ad‐-]\\Z")
_UNSPACED_END, _UNSPACED_START = re.compile(f"[{UNSPACED}\u3000-\u303f\uff00-\uffef]\\Z"), re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"\w+(?:-\w+)*")


def laid_out(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """Give the canonical text of pages of lines in the order of their content, its sure blocks, and its pages."""
    ordered = [_in_columns(page) for page in pages]
    running = _running(ordered)
    kept = [[line for line in page if line not in aside] for page, aside in zip(ordered, running, strict=True)]
    body = _body_size(kept)
    paragraphs: list[_Paragraph] = []
    for number, (page, aside) in enumerate(zip(kept, running, strict=True)):
        found = [_Paragraph([(number, line) for line in lines]) for lines in _paragraphs(page)]
        _judge(found, body)
        notes = [_Paragraph([(number, line)], Role.BOILERPLATE) for line in ordered[number] if line in aside]
        notes += [each for each in found if each.role is Role.BOILERPLATE]
        found = [each for each in found if each.role is not Role.BOILERPLATE]
        if found and (before := _open_before(paragraphs)) and _goes_on(before, found[0]):
            before.lines += found.pop(0).lines
        paragraphs += [*notes, *found]
    _title(paragraphs, body)
    vocabulary = frozenset(word for page in pages for line in page for word in _WORD.findall(line.words.casefold()))
    return _written(paragraphs, len(pages), vocabulary)


def _in_columns(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Give lines in reading order: where the content goes from column to column line by line, column by column."""
    gaps = [(a.right + b.left) / 2 for a, b in pairwise(lines) if b.split]
    if depth < _COLUMNS and len(gaps) >= 3:
        gutter = median(gaps)
        left = [line for line in lines if line.right <= gutter]
        right = [line for line in lines if line.left >= gutter]
        if min(len(left), len(right)) >= 3 and min(map(_mean, (left, right))) >= _PROSE:
            return [line for band in _bands(lines, gutter) for line in _in_columns(band, depth + 1)]
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


def _running(pages: Sequence[Sequence[Line]]) -> list[set[Line]]:
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


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Give the height of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the paragraphs of a page."""
    reach: dict[int, float] = {}
    for line in lines:
        for bucket in (-1, 0, 1):
            key = int(line.left // 30) + bucket
            reach[key] = max(reach.get(key, 0.0), line.right)
    steps = [a.top - b.top for a, b in pairwise(lines) if 0 < a.top - b.top < 3 * a.size]
    step = median(steps) if steps else 0.0
    current: list[Line] = []
    for line in lines:
        if current and _begins(line, current, step, reach[int(current[-1].left // 30)]):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _begins(line: Line, current: Sequence[Line], step: float, reach: float) -> bool:
    """Say whether a paragraph begins with `line`, after those of `current`."""
    before = current[-1]
    if "\t" in line.words or "\t" in before.words:
        return ("\t" in line.words) != ("\t" in before.words)
    if abs(line.size - before.size) > _ALIKE * before.size:
        return True
    down = before.top - line.top
    if down < 0.3 * line.size:  # the next column, or beside
        return down > -2 * line.size or _is_ended(before)
    if down > max(1.35 * step, 1.25 * line.size) or _BULLET.match(line.words):
        return True
    hanging = len(current) == 1 and _BULLET.match(before.words) is not None
    if not hanging and line.left > before.left + 0.8 * line.size:
        return True
    return _is_ended(before) and before.right < reach - 5 * before.size


def _is_ended(line: Line) -> bool:
    return _TERMINAL.search(line.words) is not None


def _judge(found: Sequence[_Paragraph], body: float) -> None:
    """Mark headings by their size, and notes at the foot of a page."""
    for each in found:
        words = sum(len(line.words.split()) for _, line in each.lines)
        if any("\t" in line.words for _, line in each.lines):
            each.role = Role.TABLE
        elif each.size >= (1 + _ALIKE) * body and words <= 30:
            each.role = Role.HEADING
    for each in reversed(found):
        if each.size > (1 - _ALIKE) * body:
            break
        each.role = Role.BOILERPLATE


def _title(paragraphs: Sequence[_Paragraph], body: float) -> None:
    """Mark the title: the largest heading of the first page, if it is much larger than the text."""
    first = [each for each in paragraphs if each.role is Role.HEADING and each.lines[0][0] == 0]
    largest = max(first, key=lambda each: each.size, default=None)
    if largest and largest.size >= 1.25 * body:
        largest.role = Role.TITLE


def _open_before(paragraphs: Sequence[_Paragraph]) -> _Paragraph | None:
    """Give the last paragraph of what was read so far, over notes."""
    return next((each for each in reversed(paragraphs) if each.role is not Role.BOILERPLATE), None)


def _goes_on(before: _Paragraph, after: _Paragraph) -> bool:
    """Say whether a paragraph goes on over the end of a page."""
    last, first = before.lines[-1][1], after.lines[0][1]
    alike = abs(before.size - after.size) <= _ALIKE * before.size
    return before.role is after.role is None and alike and not _is_ended(last) and not _BULLET.match(first.words)


def _written(
    paragraphs: Sequence[_Paragraph], pages: int, vocabulary: frozenset[str]
) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """Write paragraphs, a blank line between two, and say where blocks are and where pages begin."""
    text: list[str] = []
    hints: list[Block] = []
    starts: dict[int, int] = {}
    at = 0
    for each in paragraphs:
        begin = at
        for number, words in _joined(each.lines, vocabulary):
            starts.setdefault(number, at)
            text.append(words)
            at += len(words)
        if at == begin:
            continue
        if each.role:
            hints.append(Block(Span(begin, at), each.role))
        text.append("\n\n")
        at += 2
    whole = "".join(text)[:-2]
    spans: list[Span] = []
    end = len(whole)
    for number in reversed(range(pages)):
        start = min(starts.get(number, end), end)
        spans.append(Span(start, end))
        end = start
    return whole, tuple(hints), tuple(reversed(spans))


def _joined(lines: Sequence[tuple[int, Line]], vocabulary: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Join lines, and say of each run of words on which page it stands; words broken at line ends are made whole."""
    cleaned = ((number, _clean(line.words)) for number, line in lines)
    words = [(number, word) for number, word in cleaned if word]
    for i, (number, line) in enumerate(words):
        after = words[i + 1][1] if i + 1 < len(words) else ""
        if after and "\t" not in line:
            yield number, _led_over(line, after, vocabulary)
        else:
            yield number, line.replace("\u00ad", "-") + ("\n" if after else "")


def _clean(words: str) -> str:
    tabbed = "\t".join(display(cell) for cell in words.split("\t"))
    return canonicalise(tabbed).strip()


def _led_over(line: str, after: str, vocabulary: frozenset[str]) -> str:
    """Give a line as it stands before the next: with a space, or without a hyphen that only the line's end asked for.

    A hyphen stays where the whole word stands with it elsewhere, and before a capital or a digit.
    """
    if broken := _HYPHENED.search(line):
        rest = _WORD.match(after)
        if rest and rest[0][0].islower():
            kept = f"{broken[1]}-{rest[0]}".casefold() in vocabulary
            return line[:-1] + ("-" if kept else "")
        return line[:-1] + "-"
    if _UNSPACED_END.search(line) and _UNSPACED_START.match(after):
        return line
    return line + " "
