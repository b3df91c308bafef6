"""The quotations of ours in a Word file: the bookmarks around them say which excerpts they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE
from briefgen.formats.docx.found import Found
from briefgen.formats.docx.page import Page
from briefgen.formats.docx.roles import QUOTING
from briefgen.formats.docx.story import Bookmark
from briefgen.formats.printed.names import printing
from briefgen.quotation import Edges, is_pair
from briefgen.quotation.innermost import innermost

_MOST = 50_000_000
"""Characters that may be looked at for the quotations of a story, each with the part of the block that is its own:
enough for ten thousand quotations of five thousand characters."""


@dataclass(frozen=True, slots=True, order=True)
class _Printing:
    """A bookmark of ours, without the white space at its ends."""

    edges: Edges
    excerpt: str
    occurrence: int
    name: str


def bookmarked(page: Page) -> Iterator[Found]:
    """Give the quotations in bookmarks of ours, in the order of the text.

    Each is the whole quoting block that its bookmark stands in, or the whole inline quotation, as if every change in
    the file were accepted: what was typed before, within or after the bookmark counts. Raises UnreadableError.
    """
    yield from _Bookmarked(page).found()


class _Bookmarked:
    """The bookmarks of a story. Each has room of its own: from the one before it to the one after it."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.story.text
        self._room = _MOST
        ours = [one for one in page.story.bookmarks if printing(one.name)]
        self._look(sum(one.end - one.start for one in ours))
        self._printings = _joined(self._text, sorted(_printings(self._text, ours)))
        self._edges = [one.edges for one in self._printings]

    def found(self) -> Iterator[Found]:
        inline = self._inline()
        for place, one in enumerate(self._printings):
            first, last = self._block(one.edges)
            room = self._own(place, first, last)
            is_block = self._is_block(first, last)
            edges = self._whole(one.edges, room) if is_block else inline[place]
            self._look(edges[1] - edges[0])
            line = self._page.line(last)
            note = self._page.reference(one.edges[1], room[1])
            if not note and line is not None:
                note = self._page.reference(*self._stretch(line, line))
            yield Found(*edges, first, is_block, note, line if is_block else None, one.excerpt, one.occurrence)

    def _block(self, edges: Edges) -> tuple[int, int]:
        """Give the first and the last of the paragraphs that a part of the text stands in."""
        return self._page.at(edges[0]), self._page.at(edges[1] - 1)

    def _stretch(self, first: int, last: int) -> Edges:
        paragraphs = self._page.story.paragraphs
        return paragraphs[first].start, paragraphs[last].end

    def _is_block(self, first: int, last: int) -> bool:
        return not QUOTING.isdisjoint(self._page.roles[first : last + 1])

    def _own(self, place: int, first: int, last: int) -> Edges:
        """Give the part of a block that is this quotation's own; words between two belong to the former."""
        block, (start, end) = self._stretch(first, last), self._edges[place]
        before, after = self._edges[max(place - 1, 0) : place], self._edges[place + 1 : place + 2]
        is_first = all(other[1] <= block[0] for other in before)
        return block[0] if is_first else start, min([block[1], *(other[0] for other in after if other[0] >= end)])

    def _whole(self, edges: Edges, room: Edges) -> Edges:
        """Give all of the room, less quotation marks that stand around the quotation and nothing else does."""
        self._look(room[1] - room[0])
        before, after = self._text[room[0] : edges[0]].strip(), self._text[edges[1] : room[1]].strip()
        return edges if is_pair(before, after) else room

    def _inline(self) -> list[Edges]:
        """Give for each bookmark the innermost quotation around it, as if all stood in running text."""
        found: list[Edges] = []
        for (first, last), group in groupby(self._edges, self._block):
            within = self._stretch(first, last)
            self._look(within[1] - within[0])
            found += innermost(self._text, list(group), within)
        return found

    def _look(self, characters: int) -> None:
        self._room -= characters
        if self._room < 0:
            raise UnreadableError(FILE, "too many bookmarks of quotations stand in one paragraph")


def _printings(text: str, bookmarks: Sequence[Bookmark]) -> Iterator[_Printing]:
    """Give the bookmarks of ours that are around words. One whose words were deleted claims nothing."""
    for bookmark in bookmarks:
        named, words = printing(bookmark.name), text[bookmark.start : bookmark.end]
        if named and words.strip():
            start = bookmark.start + len(words) - len(words.lstrip())
            yield _Printing((start, start + len(words.strip())), *named, bookmark.name)


def _joined(text: str, printings: list[_Printing]) -> list[_Printing]:
    """Make one of neighbours of one name: LibreOffice cuts a bookmark in two where it goes on in another paragraph."""
    joined: list[_Printing] = []
    for one in printings:
        last = joined[-1] if joined else None
        if last and last.name == one.name and not text[last.edges[1] : one.edges[0]].strip():
            joined[-1] = replace(last, edges=(last.edges[0], max(last.edges[1], one.edges[1])))
        else:
            joined.append(one)
    return joined
