"""A story of WordprocessingML while it is read: what was read so far, and what decides about the next words."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.formats.docx.defined import Sheet
from briefgen.formats.docx.fields import Fields
from briefgen.formats.docx.pieces import Node, Piece, Struck, Track, Words, attribute, name_of
from briefgen.formats.docx.sight import View
from briefgen.formats.printed.sight import turned, unread
from briefgen.model.claim import Change

Handler = Callable[["Course", Node], None]
"""How an element is read."""
CHANGES = {
    "ins": Change.INSERTION,
    "cellIns": Change.INSERTION,
    "del": Change.DELETION,
    "cellDel": Change.DELETION,
    "moveTo": Change.MOVE,
    "moveFrom": Change.MOVE,
}
REMOVALS = frozenset({"del", "cellDel", "moveFrom"})
_DRAWN = frozenset(
    f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("wordprocessingDrawing", "main", "picture")
) | {f"http://schemas.microsoft.com/office/word/2010/wordprocessing{name}" for name in ("Shape", "Group", "Canvas")}
_KNOWN = _DRAWN | {f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:word")}
"""The namespaces of what may stand around text boxes. What is in an element of another is seen or not, as programs know
it or not (ECMA-376 part 3, 7.2)."""


@dataclass(slots=True)
class Cells:
    """A table that is being read: its number, and that of the row."""

    table: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A text box that is still to be read: where it stands, in what change, and whether programs show others there."""

    node: Node
    added: tuple[Track, ...]
    differs: bool


class Course:
    """The pieces read so far, and what decides about the next ones.

    `handlers` say how elements are read, by their names. `mark_styles`, `sheet` and `listed` are as `pieces` takes
    them; `apart` are the paragraphs that are notes. `view` is the paragraph as a reader sees it; `hidden` counts the
    runs around that he does not see. `differs` says that programs show several words here, `way` which way letters are
    turned, `move` by which name the ends of a move agree. `added` are the additions around. `cut` is how much of an
    element of words is the mark of a note. `tables` are those around, `met` counts those that began; `boxes` are still
    to be read, `box` counts those that were.
    """

    def __init__(
        self,
        root: Node,
        handlers: Mapping[str, Handler],
        mark_styles: frozenset[str],
        sheet: Sheet,
        listed: Mapping[str, Node],
    ) -> None:
        self.pieces: list[Piece] = []
        self.has_words = False
        self.mark_styles, self.sheet, self.view = mark_styles, sheet, View(sheet, sheet.style(""))
        self.listed, self.apart = listed, frozenset(listed.values())
        self.hidden = 0
        self.differs, self.way, self.move = False, "", ""
        self.added: list[Track] = []
        self.fields = Fields(root)
        self.cut: dict[Node, int] = {}
        self.tables: list[Cells] = []
        self.met = 0
        self.boxes: deque[Box] = deque()
        self.box = 0
        self._handlers = handlers
        self._doubts = 0
        self._removed: list[Track] = []

    @property
    def is_silent(self) -> bool:
        """Whether what comes now does not count."""
        return bool(self.hidden or self._removed)

    def inside(self, node: Node) -> None:
        """Read the children of an element, in their order."""
        for child in node:
            name = name_of(child)
            if handle := self._handlers.get(name):
                handle(self, child)
            elif name or str(child.tag)[1:].partition("}")[0] in _KNOWN:
                self.inside(child)
            else:
                self.doubtful(child)

    def doubtful(self, node: Node) -> None:
        """Read what a reader sees or does not, as the program has it: then it is there, and its words are not told."""
        self._doubts += 1
        self.inside(node)
        self._doubts -= 1

    def within(self, change: Node | None, node: Node) -> None:
        """Read the children of `node`, to which a change was made; of what is removed, only the bookmarks count."""
        if change is None:
            self.inside(node)
            return
        tracks = self._removed if name_of(change) in REMOVALS else self.added
        tracks.append(self.track(change))
        self.inside(node)
        tracks.pop()

    def track(self, node: Node) -> Track:
        """Give the change that an element of one of `CHANGES` tells of."""
        change = CHANGES[name_of(node)]
        return Track(change, attribute(node, "author"), self.move if change is Change.MOVE else "")

    def say(self, text: str, node: Node) -> None:
        """Take words that `node` holds, as far as they count."""
        if not text or self.hidden or not self.fields.shows(text):
            return
        if self._removed:
            self.pieces.append(Struck(text, self._removed[-1]))
        elif name_of(node) != "delText":
            self.has_words = True
            track = self.added[-1] if self.added else None
            text = unread(text) if self._doubts or self.differs else turned(text, self.way) if self.way else text
            self.pieces.append(Words(text, node, track, self.fields.is_contents))
