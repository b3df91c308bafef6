"""What stays in one piece when marks are put into a paragraph, and what marks may stand in.

By the schema a mark may stand beside any run. It does not last within a field, whose result is made anew when the field
is worked out, or in a content control that takes words only; and LibreOffice (7.4) doubles words around a mark in
either, and loses a mark in a smart tag. So each of them is a whole: marks stand before or behind it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, dropwhile, takewhile

from lxml import etree

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.names import W

PARAGRAPH, RUN, TEXT, FACE, CONTENT = (f"{{{W}}}{name}" for name in ("p", "r", "t", "rPr", "sdtContent"))
_CONTROL = f"{{{W}}}sdt"
WRAPS = frozenset({f"{{{W}}}hyperlink", _CONTROL})
"""What may stand around runs and marks and says nothing more. A content control has them in its content."""
_HOLDING = WRAPS | {PARAGRAPH, CONTENT, *(f"{{{W}}}{name}" for name in ("ins", "moveTo", "dir", "bdo"))}
# ECMA-376 part 1, 17.5.2: content controls in which Word takes words only, or puts others at will.
_PLAIN = frozenset({"text", "dropDownList", "comboBox", "date", "checkbox", "dataBinding"})
_MARK, _INSTRUCTION = f"{{{W}}}fldChar", f"{{{W}}}instrText"
_ENOUGH = 40
"""Characters of an instruction that tell of what kind a field is."""
_LINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)

Edges = tuple[Element, Element]
"""The first and the last element of a place: marks stand before the one and behind the other."""


class Wholes:
    """The wholes of a document. A link stays open to marks even where it is written as a field."""

    def __init__(self, root: Element) -> None:
        self._fields = dict(_pieces(root))
        self._plain = frozenset(control for control in root.iter(_CONTROL) if _is_plain(control))

    def around(self, node: Element) -> Edges | None:
        """Give the edges of the whole that `node` is, or is in: as a rule its run. None where it is in no paragraph."""
        line = chain(reversed(list(node.iterancestors())), (node,))
        inside = list(dropwhile(lambda one: one.tag != PARAGRAPH, line))
        held = list(takewhile(lambda one: one.tag in _HOLDING and one not in self._plain, inside))
        for one in inside[1 : len(held) + 1]:
            if one in self._fields:
                return self._fields[one]
        return (inside[len(held)], inside[len(held)]) if len(held) < len(inside) else None


def _is_plain(control: Element) -> bool:
    properties = control.find(f"{{{W}}}sdtPr")
    return properties is not None and any(etree.QName(one).localname in _PLAIN for one in properties)


@dataclass(slots=True)
class _Field:
    """A field that is being read: where it stands among the marks of fields, its first run, its instruction."""

    place: int
    first: Element
    instruction: str = ""


def _pieces(root: Element) -> Iterator[tuple[Element, Edges]]:
    """Give what a field is made of, piece by piece, each with the edges of the outermost field that is a whole."""
    for first, last in _fields(root):
        piece: Element | None = first
        while piece is not None:
            yield piece, (first, last)
            piece = None if piece is last else piece.getnext()


def _fields(root: Element) -> Iterable[Edges]:
    """Give the edges of the fields that are wholes: those in one paragraph that are in no other such field."""
    begun: list[_Field] = []
    found: list[tuple[int, Edges]] = []
    for place, mark in enumerate(root.iter(_MARK, _INSTRUCTION)):
        kind, run = mark.get(f"{{{W}}}fldCharType"), mark.getparent()
        if kind == "begin" and run is not None:
            begun.append(_Field(place, run))
        elif mark.tag == _INSTRUCTION and begun and len(begun[-1].instruction) < _ENOUGH:
            begun[-1].instruction += mark.text or ""
        elif kind == "end" and run is not None and begun:
            field = begun.pop()
            edges = None if _LINK.match(field.instruction) else _level(field.first, run)
            while edges is not None and found and found[-1][0] > field.place:
                found.pop()
            if edges is not None:
                found.append((field.place, edges))
    return [edges for _, edges in found]


def _level(first: Element, last: Element) -> Edges | None:
    """Give two runs, or what holds each of them, at one level of one paragraph; None where that is not to be had."""
    if first.getparent() is not last.getparent():
        first, last = _in_paragraph(first), _in_paragraph(last)
    return (first, last) if first.getparent() is last.getparent() else None


def _in_paragraph(run: Element) -> Element:
    for holder in run.iterancestors():
        if holder.tag == PARAGRAPH:
            break
        run = holder
    return run
