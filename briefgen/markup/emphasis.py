"""Which marks of emphasis can stand where they stand.

CommonMark 0.31, section 6.2: a mark beside punctuation and beside a letter, `it*“is”*so`, opens or closes nothing. Such
a pair is left out: its words stand, and the tree still has it. So is a pair that would touch another's marks.
"""

import string
import unicodedata
from collections.abc import Sequence

from briefgen.markup.pieces import Kind, Piece


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the pieces with those marks of emphasis that every reader takes for such."""
    ends = _ends(pieces)
    following = _following(pieces)
    kept: list[Piece] = []
    pairs: list[bool] = []
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.OPEN:
            end = ends[at]
            outer = bool(pairs and pairs[-1] and pieces[end + 1].kind is Kind.CLOSE)
            after = "*" if outer else following[end]
            pairs.append(_opens(kept, pieces[at : at + 2]) and _closes(pieces[end - 1 : end + 1], after))
        if piece.kind not in (Kind.OPEN, Kind.CLOSE) or pairs[-1]:
            kept.append(piece)
        if piece.kind is Kind.CLOSE:
            pairs.pop()
    return kept


def _opens(kept: Sequence[Piece], pair: Sequence[Piece]) -> bool:
    """Say whether a mark opens after what was `kept` of the line; `pair` is the mark and what follows it."""
    mark, inner = pair
    before = _last(kept[-1]) if kept else ""
    if kept and kept[-1].kind is Kind.CLOSE:
        return False
    return _is_edge(before) or (mark.text != "_" and _is_solid(_first(inner)))


def _closes(pair: Sequence[Piece], after: str) -> bool:
    """Say whether a mark closes before the character `after`; `pair` is what precedes the mark, and the mark."""
    inner, mark = pair
    return _is_edge(after) or (mark.text != "_" and _is_solid(_last(inner)))


def _ends(pieces: Sequence[Piece]) -> dict[int, int]:
    """Give the place of each opening mark's closing one."""
    ends, opened = {}, []
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.OPEN:
            opened.append(at)
        elif piece.kind is Kind.CLOSE:
            ends[opened.pop()] = at
    return ends


def _following(pieces: Sequence[Piece]) -> list[str]:
    """Give for each piece the first character after it that is no mark of emphasis, empty at a line's end."""
    following = [""] * len(pieces)
    for at in range(len(pieces) - 2, -1, -1):
        after = pieces[at + 1]
        following[at] = following[at + 1] if after.kind in (Kind.OPEN, Kind.CLOSE) else _first(after)
    return following


def _first(piece: Piece) -> str:
    return "`" if piece.kind is Kind.CODE else piece.text[:1]


def _last(piece: Piece) -> str:
    return "`" if piece.kind is Kind.CODE else piece.text[-1:]


def _is_edge(character: str) -> bool:
    """Say whether a character is white space or punctuation, or none, in every version of CommonMark."""
    return character in string.punctuation or unicodedata.category(character)[0] in "ZP"


def _is_solid(character: str) -> bool:
    """Say whether a character is neither white space nor punctuation in any version of CommonMark."""
    return character != "" and unicodedata.category(character)[0] not in "ZPS"
