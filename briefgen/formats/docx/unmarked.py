"""The quotations in a Word file that no bookmark of ours tells of: block quotations, and words in quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from briefgen.formats.docx.found import Found
from briefgen.formats.docx.page import Page
from briefgen.formats.docx.roles import Role
from briefgen.quotation import Edges, continued, find
from briefgen.quotation.sentence import reach

_FILLER = "x"
"""What stands for each character of a quotation in a bookmark while others are looked for: its marks are its own."""


def unmarked(page: Page, bookmarked: Sequence[Found]) -> tuple[Found, ...]:
    """Give the quotations of a page that are not in bookmarks of ours, in the order of the text.

    A paragraph that is a block quotation is one, and so are the outermost words between quotation marks in any other;
    source lines, attributions, translations and tables of contents hold none. What lacks a note and runs on in the
    next paragraph has that one's.
    """
    found: list[Found] = []
    for one in reversed(tuple(_Unmarked(page, bookmarked).found())):
        following = found[-1] if found else None
        found.append(_completed(one, following) if following and _runs_on(page, one, following) else one)
    return tuple(reversed(found))


def _runs_on(page: Page, one: Found, following: Found) -> bool:
    """Say whether a quotation goes on in the one that follows: in the next paragraph, as a block or from its start."""
    if not one.runs_on or one.is_block != following.is_block or page.next(one.at) != following.at:
        return False
    start = page.story.paragraphs[following.at].start
    return one.is_block or not _has_words(page.story.text[start : following.start])


def _completed(one: Found, following: Found) -> Found:
    return replace(one, note=following.note, line=following.line)


class _Unmarked:
    """The quotations of one page."""

    def __init__(self, page: Page, bookmarked: Sequence[Found]) -> None:
        self._page, self._text = page, page.story.text
        spans = sorted((one.start, one.end) for one in bookmarked)
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))
        self._masked = _masked(self._text, spans)
        self._blocks = {
            at for one in bookmarked if one.is_block for at in range(one.at, page.at(max(one.end - 1, one.start)) + 1)
        }

    def found(self) -> Iterator[Found]:
        for run in self._runs():
            if self._page.is_block(run[0]):
                yield self._block(run[0])
            else:
                yield from self._inline(run)

    def _runs(self) -> Iterator[list[int]]:
        """Give the paragraphs to look into, each block quotation alone, running text that goes on together."""
        run: list[int] = []
        for at, words in enumerate(self._page.words):
            if not words:
                continue
            is_other = at in self._blocks or at in self._page.attributions or self._is_furniture(at)
            if run and (is_other or not self._follows(run[-1], at)):
                yield run
                run = []
            if not is_other:
                run.append(at)
        if run:
            yield run

    def _is_furniture(self, at: int) -> bool:
        is_line = self._page.roles[at] is Role.SOURCE_LINE or at in self._page.translations
        return is_line or self._page.story.paragraphs[at].is_contents

    def _follows(self, above: int, at: int) -> bool:
        """Say whether a paragraph is running text as the one above it: not in a cell, nor in another box."""
        one, other = (self._page.story.paragraphs[each].forms[0] for each in (above, at))
        is_alike = self._page.roles[above] is self._page.roles[at] and one.box == other.box
        return is_alike and not (one.table or other.table or self._page.is_block(at))

    def _block(self, at: int) -> Found:
        """Give a paragraph as a quotation, less quotation marks around all of it.

        Its note is referred to behind it, else on the line under it, else anywhere in it.
        """
        paragraph, line = self._page.story.paragraphs[at], self._page.line(at)
        start, end = self._within_marks(paragraph.start, paragraph.end)
        note = self._page.reference(self._last_word(start, end), paragraph.end)
        if not note and line is not None:
            under = self._page.story.paragraphs[line]
            note = self._page.reference(under.start, under.end)
        note = note or self._page.reference(start, end)
        return Found(start, end, at, is_block=True, note=note, line=line, runs_on=not note and line is None)

    def _within_marks(self, start: int, end: int) -> Edges:
        marked = find(self._text[start:end])
        if len(marked) != 1:
            return start, end
        inner = start + marked[0].start, start + marked[0].end
        return (start, end) if _has_words(self._text[start : inner[0]] + self._text[inner[1] : end]) else inner

    def _inline(self, run: Sequence[int]) -> Iterator[Found]:
        paragraphs = [self._page.story.paragraphs[at] for at in run]
        quoted = continued([self._masked[one.start : one.end] for one in paragraphs])
        for at, paragraph, marks in zip(run, paragraphs, quoted, strict=True):
            for marked in marks:
                start, end = paragraph.start + marked.start, paragraph.start + marked.end
                if self._is_new(start, end):
                    far = end + reach(self._text[start:end].rstrip(), self._text[end : paragraph.end])
                    note = self._page.reference(self._last_word(start, end), far)
                    yield Found(start, end, at, note=note, runs_on=not note and not marked.closer)

    def _is_new(self, start: int, end: int) -> bool:
        """Say whether a part of the text holds words that are in no bookmark of ours."""
        place = start
        for at in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            if _has_words(self._text[place : self._starts[at]]):
                return True
            place = max(place, self._ends[at])
        return _has_words(self._text[place:end])

    def _last_word(self, start: int, end: int) -> int:
        """Give the end of the last word in a part of the text."""
        while end > start and not self._text[end - 1].isalnum():
            end -= 1
        return end


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _masked(text: str, spans: Sequence[Edges]) -> str:
    """Give a text with all that stands in these parts filled."""
    made, place = [], 0
    for start, end in spans:
        made += [text[place:start], _FILLER * (end - max(start, place))]
        place = max(place, end)
    return "".join((*made, text[place:]))
