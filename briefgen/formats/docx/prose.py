"""The prose of a Word file: what its author says in words of their own."""

from collections.abc import Iterator, Sequence

from briefgen.formats.docx.page import Page
from briefgen.formats.docx.roles import Role
from briefgen.model.claim import Statement
from briefgen.quotation import Edges, is_pair
from briefgen.text import display

_LEFT_OUT = "…"


def prose(page: Page, quoted: Sequence[Edges]) -> Iterator[Statement]:
    """Give the paragraphs of prose of a page; of `quoted` parts, in order, `…` stands there instead."""
    parts = [_with_marks(page.story.text, start, end) for start, end in quoted]
    place = 0
    for at, paragraph in enumerate(page.story.paragraphs):
        while place < len(parts) and parts[place][1] <= paragraph.start:
            place += 1
        if page.roles[at] is Role.PROSE and at not in page.translations:
            words = display(_less(page.story.text, (paragraph.start, paragraph.end), parts, place))
            if any(map(str.isalnum, words)):
                yield Statement(words, page.place(at))


def _less(text: str, paragraph: Edges, parts: Sequence[Edges], place: int) -> str:
    """Give a paragraph less the parts that stand in it; the first that may is at `place`."""
    made, at = [], paragraph[0]
    while place < len(parts) and parts[place][0] < paragraph[1]:
        start, end = parts[place]
        if end > at:
            made += [text[at : max(start, at)], _LEFT_OUT]
            at = min(end, paragraph[1])
        place += 1
    return "".join((*made, text[at : paragraph[1]]))


def _with_marks(text: str, start: int, end: int) -> Edges:
    """Give a quotation with the marks around it, where there are any."""
    return (start - 1, end + 1) if is_pair(text[max(start - 1, 0) : start], text[end : end + 1]) else (start, end)
