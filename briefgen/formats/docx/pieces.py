"""WordprocessingML as a flat run of pieces: words, edges of paragraphs and bookmarks, references to notes.

What counts is what a reader would see if every change were accepted: insertions, moves to here, content controls, smart
tags, links and results of fields; not deletions, moves from here, hidden words, the marks of notes, or the readings
over ruby. Text boxes follow the rest, each once.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from briefgen.formats.docx.names import MC, W
from briefgen.text import canonicalise

Node = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements


@dataclass(frozen=True, slots=True)
class Words:
    """Words, as they stand, and the element that holds them: at its end, where part of it does not count."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True)
class Begin:
    """A paragraph begins, in the style of this id."""

    style: str


@dataclass(frozen=True, slots=True)
class Finish:
    """A paragraph ends; `joined` when its mark is deleted, so that the next one goes on in it."""

    joined: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A bookmark opens. Its end knows it by this id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The bookmark of this id closes."""

    id: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note is referred to: `note` is its kind and id; `shown` its mark where that is written out, else empty."""

    note: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class CrossMark:
    """A note is referred to once more, by the bookmark around its first reference."""

    bookmark: str


Piece = Words | Begin | Finish | Opening | Closing | NoteMark | CrossMark

_SPACES = frozenset(
    {
        W,
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the same words, in the strict form of ISO/IEC 29500
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        MC,
    }
)
_CROSS = re.compile(r'\s*NOTEREF\s+"?(\w+)', re.IGNORECASE)
# ECMA-376 part 1, 17.3.3: what stands for a character within a run.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PROPERTIES = frozenset(
    {
        "pPr",
        "rPr",
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
        "delText",
    }
)


def name_of(node: Node) -> str:
    """Give the name of an element of WordprocessingML, or of what may stand within it; empty for any other."""
    space, _, name = str(node.tag)[1:].rpartition("}")  # the tag of an entity is a function
    return name if space in _SPACES else ""


def attribute(node: Node, name: str) -> str:
    """Give an attribute in an element's own namespace; empty when it is absent."""
    return node.get(f"{node.tag.rpartition('}')[0]}}}{name}", "")


def below(node: Node, *path: str) -> Node | None:
    """Give the first descendant along a path of names in an element's own namespace."""
    space = node.tag.rpartition("}")[0]
    return node.find("/".join(f"{space}}}{name}" for name in path))


def pieces(root: Node, mark_styles: frozenset[str] = frozenset()) -> list[Piece]:
    """Flatten everything below `root`.

    `mark_styles` are the ids of the character styles for a note's mark: a run in one of them at the very beginning is
    the note's own mark, and does not count. lxml refuses XML that is nested more than 256 deep, so this may recurse.
    """
    reading = _Reading(mark_styles)
    reading.inside(root)
    while reading.boxes:
        reading.inside(reading.boxes.pop(0))
    return reading.pieces


@dataclass(slots=True)
class _Field:
    """A field that is being read: its instruction, and whether what comes now is a result that counts."""

    instruction: str = ""
    is_shown: bool = False


class _Reading:
    """The pieces read so far, and what decides about the next ones."""

    def __init__(self, mark_styles: frozenset[str]) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Node] = []
        self._mark_styles = mark_styles
        self._silent = 0
        self._fields: list[_Field] = []
        self._marks: dict[Node, int] = {}

    def inside(self, node: Node) -> None:
        """Read the children of an element, in their order."""
        for child in node:
            if handle := _HANDLERS.get(name_of(child)):
                handle(self, child)
            else:
                self.inside(child)

    def paragraph(self, node: Node) -> None:
        style, face = below(node, "pPr", "pStyle"), below(node, "pPr", "rPr")
        is_joined = face is not None and any(below(face, change) is not None for change in _DELETIONS)
        self.pieces.append(Begin("" if style is None else attribute(style, "val")))
        self.inside(node)
        self.pieces.append(Finish(is_joined))

    def run(self, node: Node) -> None:
        style, hidden = below(node, "rPr", "rStyle"), below(node, "rPr", "vanish")
        if style is not None and attribute(style, "val") in self._mark_styles and not self._has_words():
            return
        if hidden is None or not _is_on(attribute(hidden, "val")):
            self.inside(node)
        else:
            self.silently(node)

    def note(self, node: Node) -> None:
        """Read a reference to a note; the first word after it in its run is its mark, if that is written out."""
        if self._silent:
            return
        key, shown = f"{name_of(node).removesuffix('Reference')} {attribute(node, 'id')}", ""
        if attribute(node, "customMarkFollows") and _is_on(attribute(node, "customMarkFollows")):
            text = next((one for one in node.itersiblings() if name_of(one) == "t"), None)
            if text is not None:
                shown = (text.text or "").partition(" ")[0]
                self._marks[text] = len(shown)
        self.pieces.append(NoteMark(key, shown))

    def text(self, node: Node) -> None:
        """Read words, less the mark of a note that they may begin with."""
        self.say((node.text or "")[self._marks.pop(node, 0) :], node)

    def character(self, node: Node) -> None:
        self.say(_CHARACTERS[name_of(node)], node)

    def say(self, text: str, node: Node) -> None:
        if text and not self._silent and all(field.is_shown for field in self._fields):
            self.pieces.append(Words(text, node))

    def symbol(self, node: Node) -> None:
        with suppress(ValueError, OverflowError):
            self.say(canonicalise(chr(int(attribute(node, "char"), 16))), node)

    def silently(self, node: Node) -> None:
        """Read what does not count: only the bookmarks within do."""
        self._silent += 1
        self.inside(node)
        self._silent -= 1

    def row(self, node: Node) -> None:
        is_deleted = any(below(node, *path) is not None for path in _DELETED_CELLS)
        (self.silently if is_deleted else self.inside)(node)

    def alternative(self, node: Node) -> None:
        """Read the first of several ways to say the same (ECMA-376 part 3, 9.3)."""
        offers = sorted(node, key=lambda one: name_of(one) != "Choice")
        for offer in offers[:1]:
            self.inside(offer)

    def box(self, node: Node) -> None:
        if not self._silent:
            self.boxes.append(node)

    def bookmark(self, node: Node) -> None:
        key = attribute(node, "id")
        is_start = name_of(node) == "bookmarkStart"
        self.pieces.append(Opening(key, attribute(node, "name")) if is_start else Closing(key))

    def simple_field(self, node: Node) -> None:
        self._fields.append(_Field(attribute(node, "instr")))
        self._result()
        self.inside(node)
        self._fields.pop()

    def field_mark(self, node: Node) -> None:
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._result()
        elif self._fields and kind == "end":
            self._fields.pop()

    def instruction(self, node: Node) -> None:
        if self._fields:
            self._fields[-1].instruction += node.text or ""

    def _result(self) -> None:
        """Decide, now that its instruction is complete, what the result of the innermost field is."""
        cross = _CROSS.match(self._fields[-1].instruction)
        self._fields[-1].is_shown = cross is None
        if cross and not self._silent:
            self.pieces.append(CrossMark(cross[1]))

    def _has_words(self) -> bool:
        return any(isinstance(piece, Words) for piece in self.pieces)


def _is_on(value: str) -> bool:
    """Read a toggle (ECMA-376 part 1, 17.17.4)."""
    return value.lower() not in {"0", "false", "off"}


_DELETIONS = ("del", "moveFrom")
_DELETED_CELLS = (("trPr", "del"), ("tcPr", "cellDel"))
_HANDLERS: dict[str, Callable[[_Reading, Node], None]] = {
    "p": _Reading.paragraph,
    "r": _Reading.run,
    "t": _Reading.text,
    "sym": _Reading.symbol,
    "bookmarkStart": _Reading.bookmark,
    "bookmarkEnd": _Reading.bookmark,
    "footnoteReference": _Reading.note,
    "endnoteReference": _Reading.note,
    "del": _Reading.silently,
    "moveFrom": _Reading.silently,
    "tr": _Reading.row,
    "tc": _Reading.row,
    "fldSimple": _Reading.simple_field,
    "fldChar": _Reading.field_mark,
    "instrText": _Reading.instruction,
    "AlternateContent": _Reading.alternative,
    "txbxContent": _Reading.box,
    **dict.fromkeys(_CHARACTERS, _Reading.character),
    **dict.fromkeys(_PROPERTIES, lambda _reading, _node: None),
}
