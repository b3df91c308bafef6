"""Lines on pages to paragraphs with their roles: title, headings, tables, notes, running heads and feet.

A paragraph that goes on over the end of a page stays one; what stands between its parts comes after it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.sources.pdf.columns import in_columns
from briefgen.sources.pdf.joining import joined, vocabulary
from briefgen.sources.pdf.lines import Line
from briefgen.sources.pdf.running import running


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, each with the number of its page; their size is that of those it began with."""

    lines: list[tuple[int, Line]]
    role: Role | None = None
    size: float = 0.0

    def __post_init__(self) -> None:
        self.size = median(line.size for _, line in self.lines)


_ALIKE = 0.12
"""Sizes differ by more than this part where a heading or a note begins."""
_TERMINAL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•‣▪◦●■–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")


def laid_out(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """Give the canonical text of pages of lines in the order of their content, its sure blocks, and its pages."""
    ordered = [in_columns(page) for page in pages]
    asides = running(ordered)
    kept = [[line for line in page if line not in aside] for page, aside in zip(ordered, asides, strict=True)]
    body = _body_size(kept)
    paragraphs: list[_Paragraph] = []
    for number, (page, aside) in enumerate(zip(kept, asides, strict=True)):
        found = [_Paragraph([(number, line) for line in lines]) for lines in _paragraphs(page)]
        _judge(found, body)
        notes = [_Paragraph([(number, line)], Role.BOILERPLATE) for line in ordered[number] if line in aside]
        notes += [each for each in found if each.role is Role.BOILERPLATE]
        found = [each for each in found if each.role is not Role.BOILERPLATE]
        if found and (before := _open_before(paragraphs)) and _goes_on(before, found[0]):
            before.lines += found.pop(0).lines
        paragraphs += [*notes, *found]
    _title(paragraphs, body)
    return _written(paragraphs, len(pages), vocabulary(pages))


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
    paragraphs: Sequence[_Paragraph], pages: int, known: frozenset[str]
) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """Write paragraphs, a blank line between two, and say where blocks are and where pages begin."""
    text: list[str] = []
    hints: list[Block] = []
    starts: dict[int, int] = {}
    at = 0
    for each in paragraphs:
        begin = at
        for number, words in joined(each.lines, known):
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
