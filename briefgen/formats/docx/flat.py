"""WordprocessingML, made flat.

What counts is what a reader would see if every change were accepted: insertions, moves to here, content controls, smart
tags, links and results of fields; not deletions, moves from here, what no reader sees or sees struck out, the marks of
notes, or the readings over ruby. Text boxes follow the rest, each once.
"""

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count

from briefgen.formats.docx.defined import NO_STYLES, Sheet
from briefgen.formats.docx.fields import Field, ended
from briefgen.formats.docx.listing import LISTED, mark_in
from briefgen.formats.docx.names import listed
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
    attribute,
    below,
    form_of,
    is_toggled,
    name_of,
    value_of,
    written_out,
)
from briefgen.formats.docx.sight import View, view
from briefgen.formats.printed.marks import is_mark
from briefgen.formats.printed.sight import turned, unread
from briefgen.model.claim import Change
from briefgen.text import canonicalise

# ECMA-376 part 1, 17.3.3: what stands for a character within a run.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PROPERTIES = frozenset(
    {
        "pPr",
        "rPr",
        "ctrlPr",
        "tblPr",
        "tblPrEx",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "rubyPr",
        "rt",
    }
)
_CHANGES = {
    "ins": Change.INSERTION,
    "cellIns": Change.INSERTION,
    "del": Change.DELETION,
    "cellDel": Change.DELETION,
    "moveTo": Change.MOVE,
    "moveFrom": Change.MOVE,
}
_REMOVALS = frozenset({"del", "cellDel", "moveFrom"})
_NONE: Mapping[str, Node] = {}
_DRAWN = frozenset(
    f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("wordprocessingDrawing", "main", "picture")
) | {f"http://schemas.microsoft.com/office/word/2010/wordprocessing{name}" for name in ("Shape", "Group", "Canvas")}
_KNOWN = _DRAWN | {f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:word")}
"""The namespaces of what may stand around text boxes. What is in an element of another is seen or not, as programs know
it or not (ECMA-376 part 3, 7.2)."""


def pieces(
    root: Node,
    mark_styles: frozenset[str] = frozenset(),
    sheet: Sheet = NO_STYLES,
    listed: Mapping[str, Node] = _NONE,
) -> list[Piece]:
    """Flatten everything below `root`.

    `mark_styles` are the ids of the character styles for a note's mark: a run in one of them at the very beginning is
    the note's own mark, and does not count. `sheet` has the styles. `listed` are the paragraphs that are notes, by
    their numbers (see `listing`): they are left out, and links to them in one of `mark_styles` are references. lxml
    refuses XML that is nested more than 256 deep, so this may recurse.
    """
    reading = _Reading(root, mark_styles, sheet, listed)
    reading.inside(root)
    reading.in_boxes()
    return reading.pieces


@dataclass(slots=True)
class _Cells:
    """A table that is being read: its number, and that of the row."""

    table: int
    row: int = 0


class _Reading:
    """The pieces read so far, and what decides about the next ones."""

    def __init__(self, root: Node, mark_styles: frozenset[str], sheet: Sheet, listed: Mapping[str, Node]) -> None:
        self.pieces: list[Piece] = []
        self._listed, self._apart = listed, frozenset(listed.values())
        self._mark_styles, self._sheet = mark_styles, sheet
        self._has_words = False
        self._hidden = 0
        self._doubts, self._differs, self._way = 0, False, ""
        self._view = View(sheet, sheet.style(""))
        self._added: list[Track] = []
        self._removed: list[Track] = []
        self._move = ""
        self._fields: list[Field] = []
        self._ended = ended(root)
        self._marks: dict[Node, int] = {}
        self._numbers = count(1)
        self._tables: list[_Cells] = []
        self._boxes: deque[tuple[Node, list[Track], bool]] = deque()
        self._box = 0

    def inside(self, node: Node) -> None:
        """Read the children of an element, in their order."""
        for child in node:
            name = name_of(child)
            if handle := _HANDLERS.get(name):
                handle(self, child)
            elif name or str(child.tag)[1:].partition("}")[0] in _KNOWN:
                self.inside(child)
            else:
                self._doubtful(child)

    def _doubtful(self, node: Node) -> None:
        """Read what a reader sees or does not, as the program has it: then it is there, and its words are not told."""
        self._doubts += 1
        self.inside(node)
        self._doubts -= 1

    def in_boxes(self) -> None:
        """Read the text boxes that were met, and those within them."""
        while self._boxes:
            box, self._added, self._differs = self._boxes.popleft()
            self._box += 1
            self.pieces.append(Finish())
            self.inside(box)

    def paragraph(self, node: Node) -> None:
        if node in self._apart:
            return
        form, face = self._form(node), below(node, "pPr", "rPr")
        outer, self._view = self._view, view(self._sheet, node)
        self.pieces.append(Begin(form))
        self.inside(node)
        self.pieces.append(self._finish(face))
        self._view = outer

    def _form(self, node: Node) -> Form:
        cells = self._tables[-1] if self._tables else _Cells(0)
        return replace(form_of(node), table=cells.table, row=cells.row, box=self._box)

    def _finish(self, face: Node | None) -> Finish:
        """Read a paragraph's mark. One that is hidden joins, as in a heading that runs on into its paragraph."""
        changes = [] if face is None else [one for one in face if name_of(one) in _CHANGES]
        removal = next((self._track(one) for one in changes if name_of(one) in _REMOVALS), None)
        addition = next((self._track(one) for one in changes), self._added[-1] if self._added else None)
        return Finish(removal is not None or _is_on(face, "vanish"), removal or addition)

    def run(self, node: Node) -> None:
        style = value_of(node, "rPr", "rStyle")
        if style in self._mark_styles and not self._has_words and not self._apart:
            return
        is_hidden = self._view.hides(node)
        self._hidden += is_hidden
        self.inside(node)
        self._hidden -= is_hidden

    def note(self, node: Node) -> None:
        """Read a reference to a note; the first word after it is its mark, if that is written out."""
        if self._is_silent():
            return
        key, shown = f"{name_of(node).removesuffix('Reference')} {attribute(node, 'id')}", ""
        if is_toggled(attribute(node, "customMarkFollows") or "0"):
            letters = {text: (text.text or "").partition(" ")[0] for text in written_out(node)}
            shown = "".join(letters.values())
            shown = shown if is_mark(shown) else ""
            self._marks.update((text, len(part)) for text, part in letters.items() if shown)
        self.pieces.append(NoteMark(key, shown))

    def link(self, node: Node) -> None:
        """Read a link; one to a note in a list that shows its mark, and nothing else, is a reference."""
        number = listed(attribute(node, "anchor"))
        shown = mark_in(node, self._mark_styles) if number in self._listed else ""
        if not shown:
            self.inside(node)
        elif not self._is_silent():
            self.pieces.append(NoteMark(f"{LISTED} {number}", shown))

    def text(self, node: Node) -> None:
        """Read words, less the mark of a note that they may begin with."""
        self.say((node.text or "")[self._marks.pop(node, 0) :], node)

    def character(self, node: Node) -> None:
        self.say(_CHARACTERS[name_of(node)], node)

    def symbol(self, node: Node) -> None:
        with suppress(ValueError, OverflowError):
            self.say(canonicalise(chr(int(attribute(node, "char"), 16))), node)

    def say(self, text: str, node: Node) -> None:
        if not text or self._hidden or not all(field.shows(text) for field in self._fields):
            return
        if self._removed:
            self.pieces.append(Struck(text, self._removed[-1]))
        elif name_of(node) != "delText":
            self._has_words = True
            track = self._added[-1] if self._added else None
            text = unread(text) if self._doubts or self._differs else turned(text, self._way) if self._way else text
            self.pieces.append(Words(text, node, track, any(field.is_contents for field in self._fields)))

    def _is_silent(self) -> bool:
        return bool(self._hidden or self._removed)

    def tracked(self, node: Node) -> None:
        self._within(node, node)

    def _within(self, change: Node | None, node: Node) -> None:
        """Read the children of `node`, to which a change was made; of what is removed, only the bookmarks count."""
        if change is None:
            self.inside(node)
            return
        tracks = self._removed if name_of(change) in _REMOVALS else self._added
        tracks.append(self._track(change))
        self.inside(node)
        tracks.pop()

    def _track(self, node: Node) -> Track:
        change = _CHANGES[name_of(node)]
        return Track(change, attribute(node, "author"), self._move if change is Change.MOVE else "")

    def move(self, node: Node) -> None:
        self._move = attribute(node, "name")

    def comment(self, node: Node) -> None:
        self.pieces.append(CommentEdge(attribute(node, "id")))

    def table(self, node: Node) -> None:
        """Read a table. No paragraph goes on in it."""
        self.pieces.append(Finish())
        self._tables.append(_Cells(next(self._numbers)))
        self.inside(node)
        self._tables.pop()

    def row(self, node: Node) -> None:
        change = _first(node, ("trPr", "del"), ("trPr", "ins"))
        if self._tables and (change is None or name_of(change) not in _REMOVALS):
            self._tables[-1].row += 1
        self._within(change, node)

    def cell(self, node: Node) -> None:
        """Read a cell. No paragraph goes on in the next one."""
        self._within(_first(node, ("tcPr", "cellDel"), ("tcPr", "cellIns")), node)
        self.pieces.append(Finish())

    def alternative(self, node: Node) -> None:
        """Read one of several ways to say the same, of which each program shows what it knows (ECMA-376 part 3, 7.5).

        Words of the line itself are not told: no program writes such twice. Those of text boxes are, if all are alike.
        """
        offers = [one for one in node if name_of(one) in {"Choice", "Fallback"}]
        said = {one: "".join(text.text or "" for text in one.iter("{*}t")) for one in offers}
        outer, self._differs = self._differs, self._differs or len(set(said.values())) > 1
        self._doubtful(max(offers, key=lambda one: len(said[one]), default=node))
        self._differs = outer

    def control(self, node: Node) -> None:
        """Read a content control. The words of one that is bound to data are put there anew when the file is opened."""
        if node.find("{*}sdtPr/{*}dataBinding") is None:
            self.inside(node)
        else:
            self._doubtful(node)

    def turned(self, node: Node) -> None:
        outer, self._way = self._way, "rtl" if attribute(node, "val") == "rtl" else "ltr"
        self.inside(node)
        self._way = outer

    def box(self, node: Node) -> None:
        if not self._is_silent():
            self._boxes.append((node, self._added[-1:], self._differs))

    def bookmark(self, node: Node) -> None:
        key = attribute(node, "id")
        is_start = name_of(node) == "bookmarkStart"
        self.pieces.append(Opening(key, attribute(node, "name")) if is_start else Closing(key))

    def simple_field(self, node: Node) -> None:
        depth = len(self._fields)
        self._fields.append(Field(attribute(node, "instr")))
        self._result()
        self.inside(node)
        del self._fields[depth:]  # a stray end within may have ended it already

    def field_mark(self, node: Node) -> None:
        kind = attribute(node, "fldCharType")
        if kind == "begin" and node in self._ended:
            self._fields.append(Field())
        elif self._fields and kind == "separate":
            self._result()
        elif self._fields and kind == "end":
            self._fields.pop()

    def instruction(self, node: Node) -> None:
        if self._fields:
            self._fields[-1].instruction += node.text or ""

    def _result(self) -> None:
        """Decide, now that its instruction is complete, what the result of the innermost field is."""
        marked = self._fields[-1].shown()
        if marked and not self._is_silent():
            self.pieces.append(CrossMark(marked))


def _first(node: Node, *paths: tuple[str, str]) -> Node | None:
    return next((found for path in paths if (found := below(node, *path)) is not None), None)


def _is_on(face: Node | None, name: str) -> bool:
    found = None if face is None else below(face, name)
    return found is not None and is_toggled(attribute(found, "val"))


_HANDLERS: dict[str, Callable[[_Reading, Node], None]] = {
    "p": _Reading.paragraph,
    "r": _Reading.run,
    "t": _Reading.text,
    "delText": _Reading.text,
    "sym": _Reading.symbol,
    "bookmarkStart": _Reading.bookmark,
    "bookmarkEnd": _Reading.bookmark,
    "commentRangeStart": _Reading.comment,
    "commentRangeEnd": _Reading.comment,
    "commentReference": _Reading.comment,
    "footnoteReference": _Reading.note,
    "endnoteReference": _Reading.note,
    "hyperlink": _Reading.link,
    "ins": _Reading.tracked,
    "del": _Reading.tracked,
    "moveTo": _Reading.tracked,
    "moveFrom": _Reading.tracked,
    "moveToRangeStart": _Reading.move,
    "moveFromRangeStart": _Reading.move,
    "tbl": _Reading.table,
    "tr": _Reading.row,
    "tc": _Reading.cell,
    "fldSimple": _Reading.simple_field,
    "fldChar": _Reading.field_mark,
    "instrText": _Reading.instruction,
    "AlternateContent": _Reading.alternative,
    "bdo": _Reading.turned,
    "sdt": _Reading.control,
    "txbxContent": _Reading.box,
    **dict.fromkeys(_CHARACTERS, _Reading.character),
    **dict.fromkeys(_PROPERTIES, lambda _reading, _node: None),
}
