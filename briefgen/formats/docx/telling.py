"""A paragraph of a Word file as words with emphasis, links and references to notes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefgen.formats.docx.defined import Sheet
from briefgen.formats.docx.names import R
from briefgen.formats.docx.pieces import Node, attribute, below, is_toggled, name_of, value_of
from briefgen.formats.docx.relations import Relation
from briefgen.formats.docx.story import Reference, Story
from briefgen.model.tree import Code, Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text

_STRONG, _EMPHASIS = frozenset({"strong"}), frozenset({"emphasis"})
_CODE = frozenset({"inlinecode", "htmlcode", "verbatimchar", "sourcetext"})
_LINK_RELATION = f"{{{R}}}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one look; or, with `note`, a reference to that note."""

    words: str
    href: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    note: str = ""


class Telling:
    """How the words of one part are told: by its styles, and by the addresses that its links lead to."""

    def __init__(self, sheet: Sheet, relations: Iterable[Relation]) -> None:
        self._sheet = sheet
        self._addresses = {one.id: one.target for one in relations if one.kind == "hyperlink" and one.is_external}

    def tell(self, story: Story, start: int, end: int, label: Callable[[str], str]) -> tuple[Inline, ...]:
        """Give a half-open part of a story; `label` names a note by its key, and gives nothing for one to leave out."""
        pieces = [piece for piece in self._pieces(story, start, end) if not piece.note or label(piece.note)]
        return tuple(_nested(tuple(_loosened(pieces)), label))

    def _pieces(self, story: Story, start: int, end: int) -> Iterator[_Piece]:
        waiting = deque(story.referring(start, end))
        for hold in story.holding(start, end):
            while waiting and waiting[0].at <= hold.start:
                yield _referring(waiting.popleft())
            yield self._look(hold.node, story.text[max(hold.start, start) : min(hold.end, end)])
        yield from map(_referring, waiting)

    def _look(self, node: Node, words: str) -> _Piece:
        run = node.getparent()
        face = None if run is None else below(run, "rPr")
        keys = frozenset() if face is None else self._sheet.style(value_of(face, "rStyle")).keys
        bold, italic = (_is_on(face, name, bool(keys & styles)) for name, styles in (("b", _STRONG), ("i", _EMPHASIS)))
        return _Piece(words, self._address(run), bold, italic, bool(keys & _CODE))

    def _address(self, run: Node | None) -> str:
        """Give the address of the link that a run stands in."""
        node = run
        while node is not None and name_of(node) != "p":
            if name_of(node) == "hyperlink":
                key = node.get(_LINK_RELATION, "") or node.get(_STRICT_RELATION, "")
                return self._addresses.get(key, "")
            node = node.getparent()
        return ""


def _referring(reference: Reference) -> _Piece:
    return _Piece("", note=reference.note)


def _is_on(face: Node | None, name: str, otherwise: bool) -> bool:  # noqa: FBT001 - what the style says
    found = None if face is None else below(face, name)
    return otherwise if found is None else is_toggled(attribute(found, "val"))


def _loosened(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Make one of neighbours of one look, and let the white space at the ends of what is set off stand outside of it.

    Markdown has no other way.
    """
    for look, group in groupby(pieces, lambda one: replace(one, words="")):
        words = "".join(one.words for one in group)
        if look.note or look == _Piece(""):
            yield replace(look, words=words)
            continue
        core = words.strip()
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :] if core else ""
        yield from (_Piece(each) for each in (before,) if each)
        yield from (replace(look, words=each) for each in (core,) if each)
        yield from (_Piece(each) for each in (after,) if each)


def _nested(pieces: Sequence[_Piece], label: Callable[[str], str]) -> Iterator[Inline]:
    """Give pieces as a tree: links hold strong words, those hold emphasis."""
    for href, linked in groupby(pieces, lambda one: one.href):
        inner: list[Inline] = []
        for bold, strong in groupby(linked, lambda one: one.bold):
            held: list[Inline] = []
            for italic, stressed in groupby(strong, lambda one: one.italic):
                plain = [each for piece in stressed for each in _plain(piece, label)]
                held += [Emphasis(tuple(plain))] if italic else plain
            inner += [Strong(tuple(held))] if bold else held
        yield from [Link(href, tuple(inner))] if href else inner


def _plain(piece: _Piece, label: Callable[[str], str]) -> Iterator[Inline]:
    if piece.note:
        yield NoteRef(label(piece.note))
    elif piece.code:
        yield Code(piece.words)
    else:
        for number, line in enumerate(piece.words.replace("\t", " ").split("\n")):
            if number:
                yield LineBreak()
            if line:
                yield Text(line)
