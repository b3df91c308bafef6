"""What a Word file claims: these words, of that excerpt, with that note. Read from its XML alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE, Archive
from briefgen.formats.docx.names import RECORD, printing
from briefgen.formats.docx.opened import Opened, open_file
from briefgen.formats.docx.story import Story, Stretch
from briefgen.model.claim import Claim
from briefgen.quotation import Edges, enclosing, is_pair
from briefgen.text import display

_QUOTES = frozenset({"quote", "intensequote", "blocktext", "blockquote", "blockquotation", "quotation", "quotations"})
"""The keys of the styles in which Word, LibreOffice and pandoc set block quotations."""
_SOURCE_LINE = frozenset({"sourceline"})
_MOST = 50_000_000
"""Characters that may be looked at for the quotations of a story, each with the whole block it stands in: enough for
ten thousand quotations in blocks of five thousand characters."""


def read_claims(data: bytes) -> tuple[Claim, ...]:
    """Give what a Word file claims, in the order of its text, the body before the notes.

    There is one claim for each bookmark of ours that is around words. Its words are the whole quoting block that the
    bookmark stands in, or the whole inline quotation, as if every change in the file were accepted: what was typed
    before, within or after the bookmark counts. Raises UnreadableError when the file cannot be read.
    """
    file = open_file(data)
    notes = _notes(file)
    in_notes = (
        replace(claim, place=f"note {note.mark}")
        for key, note in notes.items()
        for claim in _Quotations(file, file.notes[key], notes).claims()
    )
    return tuple(chain(_Quotations(file, file.body, notes).claims(), in_notes))


def read_record(data: bytes) -> str | None:
    """Give the public record that travels in a Word file; None when it holds none. Raises UnreadableError."""
    archive = Archive(data)
    for name in archive.names:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = archive.xml(name)
            if root is not None and root.tag == f"{{{RECORD}}}record":
                return root.text or ""
    return None


@dataclass(frozen=True, slots=True)
class _Note:
    """What a reader sees of a note: its mark and its words."""

    mark: str
    words: str

    @property
    def number(self) -> int:
        """The mark as a number, 0 where it is none."""
        return int(self.mark) if self.mark.isdecimal() and len(self.mark) < 10 else 0


def _notes(file: Opened) -> dict[str, _Note]:
    """Give the notes in the order of their first references, under the keys by which references name them."""
    counted, notes = 0, {}
    for key, shown in {one.note: one.shown for one in file.body.references}.items():
        if key in file.notes:
            counted += not shown
            notes[key] = _Note(shown or str(counted), display(file.notes[key].text))
    return notes


@dataclass(frozen=True, slots=True, order=True)
class _Printing:
    """A bookmark of ours, without the white space at its ends."""

    edges: Edges
    excerpt: str
    occurrence: int


class _Quotations:
    """The quotations of one story. Each has room of its own: from the one before it to the one after it."""

    def __init__(self, file: Opened, story: Story, notes: dict[str, _Note]) -> None:
        self._file, self._story, self._notes = file, story, notes
        holding = [bool(display(story.text[one.start : one.end])) for one in story.paragraphs]
        quoting = [holds and self._is_quote(one) for holds, one in zip(holding, story.paragraphs, strict=True)]
        self._paragraphs, self._quotes = list(accumulate(map(int, holding))), list(accumulate(map(int, quoting)))
        self._referred = [one.at for one in story.references]
        self._starts = [one.start for one in story.paragraphs]
        self._printings = sorted(_printings(story))
        self._edges = [one.edges for one in self._printings]

    def claims(self) -> Iterator[Claim]:
        """Give the claims in the order of the text."""
        looked_at = 0
        for place, one in enumerate(self._printings):
            first, last = self._block(one.edges)
            paragraphs = self._story.paragraphs[first : last + 1]
            room = self._room(place, (paragraphs[0].start, paragraphs[-1].end))
            looked_at += paragraphs[-1].end - paragraphs[0].start
            if looked_at > _MOST:
                raise UnreadableError(FILE, "too many bookmarks of quotations stand in one paragraph")
            is_block = any(self._is_quote(paragraph) for paragraph in paragraphs)
            edges = self._whole(one.edges, room) if is_block else self._inline(one.edges, paragraphs)
            words = display(self._story.text[slice(*edges)])
            note = self._notes.get(self._note(one.edges[1], room[1], last))
            yield Claim(
                words,
                excerpt=one.excerpt,
                number=note.number if note else 0,
                occurrence=one.occurrence,
                note=note.words if note else "",
                place=self._place(first, is_block=is_block),
            )

    def _block(self, edges: Edges) -> tuple[int, int]:
        """Give the first and the last of the paragraphs that a part of the text stands in."""
        first, last = (max(bisect_right(self._starts, edge) - 1, 0) for edge in (edges[0], edges[1] - 1))
        return first, last

    def _room(self, place: int, block: Edges) -> Edges:
        """Give the part of a block that is this quotation's own; words between two belong to the former."""
        start, end = self._edges[place]
        before, after = self._edges[max(place - 1, 0) : place], self._edges[place + 1 : place + 2]
        is_first = all(other[1] <= block[0] for other in before)
        return block[0] if is_first else start, min([block[1], *(other[0] for other in after if other[0] >= end)])

    def _whole(self, edges: Edges, room: Edges) -> Edges:
        """Give all of the room, less quotation marks that stand around the quotation and nothing else does."""
        text = self._story.text
        before, after = text[room[0] : edges[0]].strip(), text[edges[1] : room[1]].strip()
        return edges if is_pair(before, after) else room

    def _inline(self, edges: Edges, paragraphs: tuple[Stretch, ...]) -> Edges:
        start, end = paragraphs[0].start, paragraphs[-1].end
        others = self._edges[bisect_left(self._edges, (start, 0)) : bisect_left(self._edges, (end, 0))]
        return enclosing(self._story.text, edges, (start, end), [other for other in others if other != edges])

    def _note(self, start: int, end: int, last: int) -> str:
        """Give the first note after a quotation, or the first on the source line under it; else nothing."""
        found = self._reference(start, end)
        following = self._story.paragraphs[last + 1 : last + 2]
        if not found and following and self._file.is_in(following[0].styles, _SOURCE_LINE):
            found = self._reference(following[0].start, following[0].end)
        return found

    def _reference(self, start: int, end: int) -> str:
        place = bisect_left(self._referred, start)
        return self._story.references[place].note if place < bisect_right(self._referred, end) else ""

    def _place(self, first: int, *, is_block: bool) -> str:
        """Say where a quotation stands, as a person would count: paragraphs that hold words."""
        counts = self._quotes if is_block else self._paragraphs
        return f"{'block quotation' if is_block else 'paragraph'} {counts[first]}"

    def _is_quote(self, paragraph: Stretch) -> bool:
        return self._file.is_in(paragraph.styles, _QUOTES)


def _printings(story: Story) -> Iterator[_Printing]:
    """Give the bookmarks of ours that are around words. One whose words were deleted claims nothing."""
    for bookmark in story.bookmarks:
        named, words = printing(bookmark.name), story.text[bookmark.start : bookmark.end]
        if named and display(words):
            start = bookmark.start + len(words) - len(words.lstrip())
            yield _Printing((start, start + len(words.strip())), *named)
