"""The quotations in a Word file that no bookmark of ours tells of: block quotations, and words in quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from briefgen.formats.docx.found import Found
from briefgen.formats.docx.page import Page
from briefgen.formats.docx.roles import Role
from briefgen.quotation import Edges, find

_FILLER = "x"
"""What stands for each character of a quotation in a bookmark while others are looked for: its marks are its own."""


def unmarked(page: Page, bookmarked: Sequence[Found]) -> tuple[Found, ...]:
    """Give the quotations of a page that are not in bookmarks of ours, in the order of the text.

    A paragraph that is a block quotation is one, and so are the outermost words between quotation marks in any other;
    source lines, attributions and tables of contents hold none. What lacks a note and runs on in the next paragraph has
    that one's.
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
        for at, words in enumerate(self._page.words):
            if not words or at in self._blocks or at in self._page.attributions:
                continue
            if self._page.is_block(at):
                yield self._block(at)
            elif self._page.roles[at] is not Role.SOURCE_LINE and not self._page.story.paragraphs[at].is_contents:
                yield from self._inline(at)

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

    def _inline(self, at: int) -> Iterator[Found]:
        paragraph = self._page.story.paragraphs[at]
        for marked in find(self._masked[paragraph.start : paragraph.end]):
            start, end = paragraph.start + marked.start, paragraph.start + marked.end
            if self._is_new(start, end):
                note = self._page.reference(self._last_word(start, end), self._next_word(end, paragraph.end))
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

    def _next_word(self, start: int, end: int) -> int:
        """Give the start of the first word in a part of the text; its end, where it holds none."""
        while start < end and not self._text[start].isalnum():
            start += 1
        return start


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _masked(text: str, spans: Sequence[Edges]) -> str:
    """Give a text with all that stands in these parts filled."""
    made, place = [], 0
    for start, end in spans:
        made += [text[place:start], _FILLER * (end - max(start, place))]
        place = max(place, end)
    return "".join((*made, text[place:]))
