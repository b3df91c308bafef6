"""A story (the body of a Word file, or one of its notes) as one text, with what is marked in it kept beside it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from briefgen.formats.docx.pieces import Begin, Closing, CrossMark, Finish, Node, NoteMark, Opening, Piece, Words


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph: where it stands in the text, and the id of its style (several, where a deleted mark joins them)."""

    start: int
    end: int
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark and the part of the text it is around."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a note, between two characters of the text; `note` and `shown` are as in `NoteMark`."""

    at: int
    note: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """The element (`w:t`, `w:tab`, `w:br`, `w:sym` …) that holds a half-open part of the text.

    Where a `w:t` holds more characters than its part has, the part is at its end: the mark of a note that is written
    out stands before it and is no part of the text. The line feed after a paragraph is held by none. What stands in
    text boxes comes after the rest, so that the elements of a story are not in the order of the file.
    """

    start: int
    end: int
    node: Node


@dataclass(frozen=True, slots=True)
class Story:
    """A text and what is marked in it, everything in the order of the text."""

    text: str
    paragraphs: tuple[Stretch, ...]
    bookmarks: tuple[Bookmark, ...]
    references: tuple[Reference, ...]
    holds: tuple[Hold, ...] = ()

    def holding(self, start: int, end: int) -> tuple[Hold, ...]:
        """Give the elements that hold some of a half-open part of the text, in its order."""
        first = bisect_right(self.holds, start, key=lambda hold: hold.end)
        return self.holds[first : bisect_left(self.holds, end, key=lambda hold: hold.start)]


def assemble(pieces: list[Piece]) -> Story:
    """Make a story of pieces, its paragraphs a line feed apart. Words outside of any are in one without a style.

    A bookmark that closes between two paragraphs ends with the former; one that never closes, with the paragraph in
    which it opens.
    """
    made = _Assembly()
    for piece in pieces:
        made.take(piece)
    return made.story()


@dataclass(slots=True)
class _Assembly:
    """A story while it is being put together."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Stretch] = field(default_factory=list)
    begun: list[tuple[int, str]] = field(default_factory=list)
    opened: dict[str, tuple[int, str]] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    crossed: list[tuple[int, str]] = field(default_factory=list)
    marked: dict[str, tuple[str, str]] = field(default_factory=dict)
    holds: list[Hold] = field(default_factory=list)

    def take(self, piece: Piece) -> None:
        match piece:
            case Words(text, node):
                self.begun = self.begun or [(self.length, "")]
                self.holds.append(Hold(self.length, self.length + len(text), node))
                self._say(text)
            case Begin(style):
                self.begun.append((self.length, style))
            case Finish(joined):
                if not joined:
                    self._finish()
            case Opening(key, name):
                self.opened[key] = (self.length, name)
            case Closing(key):
                self._close(key)
            case NoteMark(note, shown):
                self._refer(note, shown)
            case CrossMark(bookmark):
                self.crossed.append((self.length, bookmark))

    def story(self) -> Story:
        self._finish()
        for start, name in self.opened.values():
            end = next((one.end for one in self.paragraphs if one.start <= start <= one.end), start)
            self.bookmarks.append(Bookmark(name, start, end))
        for at, name in self.crossed:
            if name.lower() in self.marked:
                self.references.append(Reference(at, *self.marked[name.lower()]))
        return Story(
            "".join(self.words),
            tuple(self.paragraphs),
            tuple(sorted(self.bookmarks, key=lambda one: (one.start, one.end))),
            tuple(sorted(self.references, key=lambda one: one.at)),
            tuple(self.holds),
        )

    def _say(self, text: str) -> None:
        self.words.append(text)
        self.length += len(text)

    def _finish(self) -> None:
        if self.begun:
            styles = tuple(style for _, style in self.begun)
            self.paragraphs.append(Stretch(self.begun[0][0], self.length, styles))
            self.begun.clear()
            self._say("\n")

    def _close(self, key: str) -> None:
        if key in self.opened:
            start, name = self.opened.pop(key)
            end = self.length if self.begun or not self.paragraphs else self.paragraphs[-1].end
            self.bookmarks.append(Bookmark(name, start, max(start, end)))

    def _refer(self, note: str, shown: str) -> None:
        self.references.append(Reference(self.length, note, shown))
        for _, name in self.opened.values():
            self.marked.setdefault(name.lower(), (note, shown))
