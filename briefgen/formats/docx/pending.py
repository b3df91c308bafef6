"""What is still pending in a Word file: tracked changes, and comments."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.formats.docx.opened import Remark
from briefgen.formats.docx.page import Page
from briefgen.model.claim import Change, Pending
from briefgen.text import display


def pending(pages: Sequence[Page], remarks: Mapping[str, Remark]) -> tuple[Pending, ...]:
    """Give what is pending, page by page, in the order of the text; changes of looks alone are not told.

    A move is one, where its words have arrived; words that were moved away and arrive nowhere are deleted.
    """
    arrived = {
        one.track.move
        for page in pages
        for one in page.story.tracked
        if one.track.change is Change.MOVE and not one.is_struck
    }
    return tuple(
        one
        for page in pages
        for _, one in sorted((*_changes(page, arrived), *_comments(page, remarks)), key=lambda placed: placed[0])
    )


def _changes(page: Page, arrived: set[str]) -> Iterator[tuple[int, Pending]]:
    for one in page.story.tracked:
        change = one.track.change
        if change is Change.MOVE and one.is_struck:
            if one.track.move in arrived:
                continue
            change = Change.DELETION
        words = display("".join(one.words))
        if words:
            yield one.start, _pending(page, change, words, one.track.author, (one.start, one.end))


def _comments(page: Page, remarks: Mapping[str, Remark]) -> Iterator[tuple[int, Pending]]:
    for one in page.story.commented:
        if one.id in remarks:
            remark = remarks[one.id]
            edges = one.start, one.end
            yield one.start, _pending(page, Change.COMMENT, remark.words, remark.author, edges)


def _pending(page: Page, change: Change, words: str, author: str, edges: tuple[int, int]) -> Pending:
    spot = page.spot(*edges)
    return Pending(change, words, author, page.place(page.at(spot.start)), spot)
