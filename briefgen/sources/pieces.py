"""Pieces: what a reader made of a file with a structure, before it is one text."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.text import canonicalise


class Piece(NamedTuple):
    """A block's words, and its role where the structure is sure of it."""

    role: Role | None
    words: str


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Give the canonical text of `pieces`, a blank line between each two, and the blocks whose roles are sure."""
    text, hints, at = [], [], 0
    for piece in pieces:
        words = canonicalise(piece.words).strip()
        if not words:
            continue
        if piece.role:
            hints.append(Block(Span(at, at + len(words)), piece.role))
        text.append(words)
        at += len(words) + 2
    return "\n\n".join(text), tuple(hints)
