"""Inline content as a row of pieces of Markdown, before anything is escaped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from briefgen.model.tree import Chart, Code, Emphasis, Inline, LineBreak, Link, NoteRef, Quoted, Strong, Text


class Kind(Enum):
    """What a piece is."""

    WORDS = auto()
    LABEL = auto()
    """Words in the text of a link."""
    CODE = auto()
    SYNTAX = auto()
    OPEN = auto()
    """A mark that begins emphasis."""
    CLOSE = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: words and code as they are read, all else as it is written."""

    kind: Kind
    text: str

    @property
    def spoken(self) -> bool:
        """Say whether these are words, to be escaped."""
        return self.kind in (Kind.WORDS, Kind.LABEL)


def row(children: Iterable[Inline], kind: Kind = Kind.WORDS, *, strong: bool = False) -> list[Piece]:
    """Give the pieces of inline content, none of them without text but breaks."""
    return [piece for child in children for piece in _of(child, kind, strong=strong)]


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the pieces with words that touch as one."""
    result: list[Piece] = []
    for kind, alike in groupby(pieces, key=lambda piece: piece.kind):
        group = list(alike)
        result += [Piece(kind, "".join(piece.text for piece in group))] if group[0].spoken else group
    return result


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the pieces without white space at either end."""
    return _peeled(pieces)[1]


def _of(child: Inline, kind: Kind, *, strong: bool) -> list[Piece]:  # noqa: PLR0911 - one a kind of node
    match child:
        case Text(text) | Quoted(text=text) | Chart(words=text):
            return [Piece(kind, text)] if text else []
        case Code(text):
            return [Piece(Kind.CODE, text)] if text else []
        case NoteRef(label):
            return [Piece(Kind.SYNTAX, f"[^{label}]")]
        case LineBreak():
            return [Piece(Kind.BREAK, "")]
        case Link(href, inner):
            return _linked(href, inner, kind)
        case Strong((Emphasis(inner),)):
            return _styled("***", row(inner, kind))
        case Strong(inner):
            return _styled("**", row(inner, kind, strong=True))
        case Emphasis(inner):
            return _styled("_" if strong else "*", row(inner, kind))


def _linked(href: str, children: Iterable[Inline], kind: Kind) -> list[Piece]:
    """Give a link; an anchor of this brief is one only where a writer makes it, and in Markdown none does."""
    if href.startswith("#"):
        return row(children, kind)
    inner = row(children, Kind.LABEL)
    if not trimmed(inner):
        return inner
    url = re.sub("&(?=#[0-9Xx]|[0-9A-Za-z]+;)", "&amp;", href)
    return [Piece(Kind.SYNTAX, "["), *inner, Piece(Kind.SYNTAX, f"]({url})")]


def _styled(mark: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Give pieces between marks of emphasis; white space at their ends stays outside."""
    lead, core, trail = _peeled(pieces)
    return [*lead, Piece(Kind.OPEN, mark), *core, Piece(Kind.CLOSE, mark), *trail] if core else [*lead, *trail]


def _peeled(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Give the white space that pieces begin with, what is between, and the white space that they end with."""
    core = list(pieces)
    ends: tuple[list[Piece], list[Piece]] = [], []
    for end, at in zip(ends, (0, -1), strict=True):
        while core and core[at].spoken:
            piece = core[at]
            rest = piece.text.lstrip() if at == 0 else piece.text.rstrip()
            if rest != piece.text:
                space = piece.text[: len(piece.text) - len(rest)] if at == 0 else piece.text[len(rest) :]
                end.append(Piece(piece.kind, space))
            if rest:
                core[at] = Piece(piece.kind, rest)
                break
            core.pop(at)
    return ends[0], core, ends[1][::-1]
