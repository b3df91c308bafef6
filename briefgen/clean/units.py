"""A text as units: its paragraphs, list items and short lines, whichever way the text separates them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.text import display

# What str.split() breaks lines at and canonical text may hold.
_LINE = re.compile("[^\n\x85\u2028\u2029]+")
BULLET = re.compile(r"(?:[-*+•‣◦▪●○■□▶►➤]|o(?=\s))(?=\s|\Z)")
_ITEM = re.compile(r"[-*+•‣◦▪●○■□▶►➤]\s|\(?\d{1,3}[.)]\s")
_END = re.compile(r"[.!?。！？．｡؟۔।։…][\"'”’»›)\]」』】）]*(?:\[\d{1,3}\])?\Z")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_NARROWEST, _WIDEST = 40, 120
"""Hard-wrapped lines are this wide, in columns."""
_FULL = 0.85
"""A wrapped line is full when the next word would have taken it past this part of the width (a ragged right edge)."""
_WRAPPED = 0.4
"""So many of a wrapped text's line breaks must stand within a sentence; of one with a paragraph a line, none does."""


class Unit(NamedTuple):
    """A paragraph, an item or a line: `text[start:end]`, its words for display, and their number.

    A bullet before it stands at `bullet` (a half-open range), else None; the words do not hold it.
    """

    start: int
    end: int
    words: str
    size: int
    bullet: tuple[int, int] | None

    @property
    def is_item(self) -> bool:
        """Whether it looks like an item of a list."""
        return self.bullet is not None or _ITEM.match(self.words) is not None


class _Line(NamedTuple):
    start: int
    end: int
    words: str
    indent: int


def units(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """Give the units of `text[start:end]` in order; offsets are of `text`.

    Lines are units of their own unless the text is hard-wrapped (lines of a common width that break within
    sentences, with or without blank lines between them): then the lines of a paragraph are one. A bullet on a line of
    its own belongs to the line below.
    """
    runs = _runs(text, start, end)
    if len(runs) > 1 and all(len(run) == 1 for run in runs) and _width(spaced := [[run[0] for run in runs]]):
        runs = spaced
    width = _width(runs)
    return tuple(unit for run in runs for unit in _joined(text, _paragraphs(run, width)))


def ends_sentence(words: str) -> bool:
    """Say whether `words` end as a sentence does, closing quotation marks and brackets aside."""
    return _END.search(words[-12:]) is not None


def count(words: str) -> int:
    """Count the words; in scripts without spaces two characters are one."""
    if words.isascii():
        return words.count(" ") + 1
    unspaced = sum(len(run) for run in _UNSPACED.findall(words))
    return words.count(" ") + (unspaced + 1) // 2 + (unspaced < len(words))


def _runs(text: str, start: int, end: int) -> list[list[_Line]]:
    """Give the lines that are not blank, in runs that blank lines separate."""
    runs: list[list[_Line]] = []
    after = -1
    for match in _LINE.finditer(text, start, end):
        raw = match.group()
        words = raw.strip()
        if not words:
            continue
        indent = len(raw) - len(raw.lstrip())
        at = match.start() + indent
        if match.start() != after:
            runs.append([])
        runs[-1].append(_Line(at, at + len(words), words, indent))
        after = match.end() + 1
    return runs


def _width(runs: Sequence[Sequence[_Line]]) -> int:
    """Give the width at which the text is wrapped, 0 where it is not."""
    breaks = [pair for run in runs for pair in pairwise(run)]
    if not breaks:
        return 0
    widths = sorted(_columns(line.words) for run in runs for line in run)
    width = widths[len(widths) * 19 // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    within = sum(_is_full(line, after, width) and _goes_on(line, after, width) for line, after in breaks)
    return width if within >= _WRAPPED * len(breaks) else 0


def _columns(words: str) -> int:
    return len(words) if words.isascii() else len(words) + sum(len(run) for run in _UNSPACED.findall(words))


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    word = after.words.split(maxsplit=1)[0]
    needed = 2 if _UNSPACED.match(word) else 1 + len(word)
    return _columns(line.words) + needed > _FULL * width


def _goes_on(line: _Line, after: _Line, width: int) -> bool:
    """Say whether the sentence of `line` goes on in the line after it."""
    if ends_sentence(line.words):
        return False
    first = after.words[0]
    if _UNSPACED.match(first):
        return _columns(line.words) >= width - 4
    shouted = line.words.isupper() and after.words.isupper()
    return first.islower() or ((shouted or not first.isupper()) and _is_full(line, after, width))


def _paragraphs(run: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Cut a run of lines into the lines of its paragraphs."""
    paragraph = [run[0]]
    for line, after in pairwise(run):
        if _belongs(paragraph, line, after, width):
            paragraph.append(after)
        else:
            yield paragraph
            paragraph = [after]
    yield paragraph


def _belongs(paragraph: Sequence[_Line], line: _Line, after: _Line, width: int) -> bool:
    if BULLET.match(after.words):
        return False
    if len(paragraph) == 1 and BULLET.fullmatch(line.words):
        return True
    if not width or _ITEM.match(after.words):
        return False
    item = BULLET.match(paragraph[0].words) is not None
    if after.indent > line.indent and not item:
        return False
    return _goes_on(line, after, 0) or _is_full(line, after, width)


def _joined(text: str, paragraphs: Iterator[list[_Line]]) -> Iterator[Unit]:
    for paragraph in paragraphs:
        start, end = paragraph[0].start, paragraph[-1].end
        bullet = BULLET.match(text, start, end)
        at = bullet.end() if bullet else start
        rest = text[at:end].lstrip()
        if bullet and rest:
            words = display(rest)
            yield Unit(end - len(rest), end, words, count(words), bullet.span())
        else:
            words = display(text[start:end])
            yield Unit(start, end, words, count(words), None)
