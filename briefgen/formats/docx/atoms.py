"""A paragraph as a row of atoms: words, notes, breaks, fields. Two paragraphs are compared atom by atom."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.listing import LISTED
from briefgen.formats.docx.names import W, listed
from briefgen.formats.docx.pieces import is_toggled, written_out

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|\s+|.")
RUN, TEXT, FACE, LOOK, LINK = (f"{{{W}}}{name}" for name in ("r", "t", "rPr", "pPr", "hyperlink"))
NOTES = {f"{{{W}}}{kind}Reference": kind for kind in ("footnote", "endnote")}
PICTURES = frozenset(f"{{{W}}}{name}" for name in ("drawing", "pict", "object"))
_FIELD, _CODE = f"{{{W}}}fldChar", f"{{{W}}}instrText"
_WRAPS = frozenset(
    f"{{{W}}}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_OF_WRAPS = frozenset(f"{{{W}}}{name}" for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_OF_COMMENTS = frozenset(f"{{{W}}}{name}" for name in ("commentReference", "annotationRef"))
_PASSING = frozenset(f"{{{W}}}{name}" for name in ("lastRenderedPageBreak", "proofErr"))


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a run: words, or an element; and the look of the run."""

    face: Element | None
    text: str = ""
    element: Element | None = None


@dataclass(slots=True)
class Atom:
    """What stands or falls together: `key` says what it is, and atoms of one key say the same.

    `link` is the link that it stands in; `before` are marks without words that stand before it.
    """

    key: str
    pieces: list[Piece]
    link: Element | None = None
    before: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Event:
    piece: Piece
    link: Element | None


def atoms(paragraph: Element, notes: dict[tuple[str, str], str]) -> list[Atom]:
    """Give the atoms of a paragraph, an empty one last; `notes` are the words of notes by their kind and id.

    A field that ends in the paragraph is one atom, and so is a note with the mark that is written out for it. Content
    controls and the like are looked through.
    """
    events = list(_events(paragraph, None))
    wholes = dict([*_fields(events), *_marked(events)])
    made: list[Atom] = []
    before: list[Element] = []
    at = 0
    while at < len(events):
        event, end = events[at], wholes.get(at, at)
        if isinstance(event, _Event) and at in wholes:
            held = [each for each in events[at : end + 1] if isinstance(each, _Event)]
            made.append(
                Atom("".join(_key(each.piece, notes) for each in held), [one.piece for one in held], event.link, before)
            )
            before = []
        elif not isinstance(event, _Event):
            before.append(event)
        elif _is_mark(event.piece):
            before.append(_run(event.piece))
        else:
            for piece in _split(event.piece):
                made.append(Atom(_key(piece, notes, event.link), [piece], event.link, before))
                before = []
        at = end + 1
    return [*made, Atom("", [], None, before)]


def _events(node: Element, link: Element | None) -> Iterator["_Event | Element"]:
    """Give what stands in the runs of a paragraph, and the marks between them. lxml bounds how deep this goes."""
    for child in node:
        if child.tag == RUN:
            face = child.find(FACE)
            yield from (_Event(_piece(face, one), link) for one in child if one.tag != FACE and one.tag not in _PASSING)
        elif child.tag == LINK:
            yield from _events(child, child)
        elif child.tag in _WRAPS:
            yield from _events(child, link)
        elif child.tag != LOOK and child.tag not in _OF_WRAPS and child.tag not in _PASSING:
            yield child


def _piece(face: Element | None, element: Element) -> Piece:
    return Piece(face, text=element.text or "") if element.tag == TEXT else Piece(face, element=element)


def _fields(events: list["_Event | Element"]) -> Iterator[tuple[int, int]]:
    """Give where the outermost fields begin and end."""
    begun: list[int] = []
    for at, event in enumerate(events):
        element = event.piece.element if isinstance(event, _Event) else None
        kind = element.get(f"{{{W}}}fldCharType") if element is not None and element.tag == _FIELD else ""
        if kind == "begin":
            begun.append(at)
        elif kind == "end" and begun:
            start = begun.pop()
            if not begun:
                yield start, at


def _marked(events: list["_Event | Element"]) -> Iterator[tuple[int, int]]:
    """Give where references to notes stand with their marks, in one run (ECMA-376 part 1, 17.11.14)."""
    for at, event in enumerate(events):
        element = event.piece.element if isinstance(event, _Event) else None
        if element is not None and element.tag in NOTES:
            follows = is_toggled(element.get(f"{{{W}}}customMarkFollows", "0"))
            if follows and (mark := written_out(element)):
                yield at, at + len(mark)


def _is_mark(piece: Piece) -> bool:
    """Say whether a piece belongs to something beyond the paragraph, or to a comment, and so is never tracked."""
    return piece.element is not None and (piece.element.tag in {_FIELD, _CODE} or piece.element.tag in _OF_COMMENTS)


def _run(piece: Piece) -> Element:
    run = etree.Element(RUN)
    run.extend(deepcopy(each) for each in (piece.face, piece.element) if each is not None)
    return run


def _split(piece: Piece) -> list[Piece]:
    return [Piece(piece.face, text=words) for words in _WORD.findall(piece.text)] if piece.element is None else [piece]


def _key(piece: Piece, notes: dict[tuple[str, str], str], link: Element | None = None) -> str:
    """Say what a piece is; of a reference to a note, also what the note says."""
    if piece.element is None:
        noted = None if link is None else notes.get((LISTED, listed(link.get(f"{{{W}}}anchor", ""))))
        return piece.text if noted is None else f"\x00{LISTED} {piece.text} {noted}\x00"
    kind = NOTES.get(piece.element.tag)
    if kind is not None:
        return f"\x00{kind} {notes.get((kind, piece.element.get(f'{{{W}}}id', '')), '')}\x00"
    if piece.element.tag in PICTURES:
        return f"\x00{named(piece.element)}\x00"
    return f"\x00{etree.tostring(piece.element, method='c14n', exclusive=True).decode()}\x00"


def named(picture: Element) -> str:
    """Name a picture by its alternative text, or the name that it has."""
    said = ((one.get("descr") or one.get("name") or "") for one in picture.iter() if str(one.tag).endswith("}docPr"))
    return next(said, "") or "picture"
