"""A story (the body of a Word file, or one of its notes) as one text, with what is marked in it kept beside it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from briefgen.formats.docx.pieces import (
    Begin,
    Closing,
    CommentEdge,
    CrossMark,
    Finish,
    Form,
    Node,
    NoteMark,
    Opening,
    Piece,
    Struck,
    Track,
    Words,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph: where it stands in the text, and how it is set (in several ways, where a deleted mark joins some).

    `is_contents` says that all its words are of a table of contents.
    """

    start: int
    end: int
    forms: tuple[Form, ...]
    is_contents: bool = False

    @property
    def styles(self) -> tuple[str, ...]:
        """The ids of its styles."""
        return tuple(form.style for form in self.forms)


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


@dataclass(slots=True)
class Tracked:
    """Neighbouring words that one person added, or took away: then `is_struck`, and they are no part of the text.

    `words` come in parts; the mark of a paragraph is among them as ¶.
    """

    track: Track
    start: int
    end: int
    words: list[str]
    is_struck: bool


@dataclass(slots=True)
class Commented:
    """The part of the text that the comment of this id is about."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Story:
    """A text and what is marked in it, everything in the order of the text."""

    text: str
    paragraphs: tuple[Stretch, ...]
    bookmarks: tuple[Bookmark, ...]
    references: tuple[Reference, ...]
    holds: tuple[Hold, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    commented: tuple[Commented, ...] = ()

    def holding(self, start: int, end: int) -> tuple[Hold, ...]:
        """Give the elements that hold some of a half-open part of the text, in its order."""
        first = bisect_right(self.holds, start, key=lambda hold: hold.end)
        return self.holds[first : bisect_left(self.holds, end, key=lambda hold: hold.start)]

    def referring(self, start: int, end: int) -> tuple[Reference, ...]:
        """Give the references that stand in a part of the text or at its ends."""
        first = bisect_left(self.references, start, key=lambda one: one.at)
        return self.references[first : bisect_right(self.references, end, key=lambda one: one.at)]


def assemble(pieces: list[Piece]) -> Story:
    """Make a story of pieces, its paragraphs a line feed apart. Words outside of any are in one without a style.

    A bookmark that closes between two paragraphs ends with the former; one that never closes, with the paragraph in
    which it opens.
    """
    made = _Assembly()
    for piece in pieces:
        made.take(piece)
    return made.story()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A bookmark that is open: its name, where it opened, and how many references stood before it."""

    name: str
    start: int
    before: int


@dataclass(slots=True)
class _Assembly:
    """A story while it is being put together."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Stretch] = field(default_factory=list)
    begun: list[tuple[int, Form]] = field(default_factory=list)
    contents: set[bool] = field(default_factory=set)
    opened: dict[str, list[_Opened]] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    crossed: list[tuple[int, str]] = field(default_factory=list)
    marked: dict[str, Reference] = field(default_factory=dict)
    holds: list[Hold] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)
    commented: dict[str, Commented] = field(default_factory=dict)

    def take(self, piece: Piece) -> None:
        match piece:
            case Words():
                self._hold(piece)
            case Struck(text, track):
                self._track(track, self.length, text, is_struck=True)
            case Begin(form):
                self.begun.append((self.length, form))
            case Finish():
                self._finish(piece)
            case Opening(key, name):
                self.opened.setdefault(key, []).append(_Opened(name, self.length, len(self.references)))
            case Closing(key):
                self._close(key)
            case CommentEdge(key):
                self.commented.setdefault(key, Commented(key, self.length, self.length)).end = self.length
            case NoteMark(note, shown):
                self.references.append(Reference(self.length, note, shown))
            case CrossMark(bookmark):
                self.crossed.append((self.length, bookmark))

    def story(self) -> Story:
        self._finish(Finish())
        ends = [one.end for one in self.paragraphs]
        for one in (one for opened in self.opened.values() for one in opened):
            place = bisect_left(ends, one.start)
            self._mark(one, ends[place] if place < len(ends) else one.start)
        references = self.references + [
            Reference(at, self.marked[name.lower()].note, self.marked[name.lower()].shown)
            for at, name in self.crossed
            if name.lower() in self.marked
        ]
        return Story(
            "".join(self.words),
            tuple(self.paragraphs),
            tuple(sorted(self.bookmarks, key=lambda one: (one.start, one.end))),
            tuple(sorted(references, key=lambda one: one.at)),
            tuple(self.holds),
            tuple(self.tracked),
            tuple(self.commented.values()),
        )

    def _hold(self, piece: Words) -> None:
        self.begun = self.begun or [(self.length, Form())]
        start = self.length
        self._say(piece.text)
        self.holds.append(Hold(start, self.length, piece.node))
        self.contents.add(piece.is_contents)
        if piece.track:
            self._track(piece.track, start, piece.text)

    def _say(self, text: str) -> None:
        self.words.append(text)
        self.length += len(text)

    def _finish(self, mark: Finish) -> None:
        """End a paragraph, or go on in it: its mark is then among what was struck, if the change is still tracked."""
        if mark.joined:
            if mark.track:
                self._track(mark.track, self.length, "¶", is_struck=True)
        elif self.begun:
            end = self.length
            self.paragraphs.append(Stretch(self.begun[0][0], end, self._forms(), self.contents == {True}))
            self.begun.clear()
            self.contents.clear()
            self._say("\n")
            if mark.track:
                self._track(mark.track, end, "¶")

    def _forms(self) -> tuple[Form, ...]:
        """Give the ways in which the words of a paragraph are set; the last, where it has none."""
        ends = [*(start for start, _ in self.begun[1:]), self.length]
        held = tuple(form for (start, form), end in zip(self.begun, ends, strict=True) if start < end)
        return held or (self.begun[-1][1],)

    def _close(self, key: str) -> None:
        if self.opened.get(key):
            end = self.length if self.begun or not self.paragraphs else self.paragraphs[-1].end
            self._mark(self.opened[key].pop(), end)

    def _mark(self, opened: _Opened, end: int) -> None:
        """Add a bookmark, and remember the first reference to a note that it is around."""
        self.bookmarks.append(Bookmark(opened.name, opened.start, max(opened.start, end)))
        if opened.before < len(self.references):
            self.marked.setdefault(opened.name.lower(), self.references[opened.before])

    def _track(self, track: Track, start: int, words: str, *, is_struck: bool = False) -> None:
        """Add to what was tracked; what follows on words that the same person changed likewise is one with them."""
        end = start if is_struck else start + len(words)
        last = self.tracked[-1] if self.tracked else None
        if last and (last.track, last.is_struck, last.end) == (track, is_struck, start):
            last.end = end
            last.words.append(words)
        else:
            self.tracked.append(Tracked(track, start, end, [words], is_struck))
