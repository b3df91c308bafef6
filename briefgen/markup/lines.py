"""Inline content as lines of Markdown."""

import re
from collections.abc import Sequence
from itertools import groupby

from briefgen.markup import escape
from briefgen.markup.emphasis import settled
from briefgen.markup.pieces import Kind, Piece, joined, row, trimmed
from briefgen.model.tree import Inline

_COMPLETED = re.compile("&#[0-9Xx]")
"""What Python-Markdown gives a semicolon, in code too."""


def paragraph(children: Sequence[Inline]) -> list[str]:
    """Give the lines of a paragraph; none if it has no words."""
    pieces = joined(settled(row(children)))
    broken = [list(line) for is_break, line in groupby(pieces, lambda piece: piece.kind is Kind.BREAK) if not is_break]
    lines = [line for line in map(trimmed, broken) if line]
    texts = [_written(line, continues=number > 0) for number, line in enumerate(lines)]
    return [f"{text}  " for text in texts[:-1]] + texts[-1:]


def heading(children: Sequence[Inline]) -> str:
    """Give the words of a heading; a last `#` would be taken for its end."""
    text = _written(_one_line(children))
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def cell(children: Sequence[Inline]) -> str:
    """Give the words of a table's cell. A bar in code cannot be escaped for every reader: such code is words."""
    pieces = [
        Piece(Kind.WORDS, piece.text) if piece.kind is Kind.CODE and "|" in piece.text else piece
        for piece in _one_line(children)
    ]
    return _written(joined(pieces)).replace("|", "\\|")


def code(text: str) -> str:
    """Give a span of code, fenced by more backticks than it holds in a row."""
    runs = [len(list(run)) for tick, run in groupby(text) if tick == "`"]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def can_be_code(text: str) -> bool:
    """Say whether every reader shows code as it is; other code is written as words."""
    return not _COMPLETED.search(text)


def _one_line(children: Sequence[Inline]) -> list[Piece]:
    pieces = [Piece(Kind.WORDS, " ") if piece.kind is Kind.BREAK else piece for piece in row(children)]
    return trimmed(joined(settled(pieces)))


def _written(line: Sequence[Piece], *, continues: bool | None = None) -> str:
    """Give a line's pieces as Markdown; where a block might begin, `continues` says whether a paragraph goes on."""
    written: list[str] = []
    for at, piece in enumerate(line):
        before = written[-1] if written else ""
        after = line[at + 1].text if at + 1 < len(line) and not line[at + 1].spoken else ""
        text = piece.text
        if piece.kind is Kind.CODE and not before.endswith("`") and can_be_code(text):
            written.append(code(text))
        elif piece.spoken or piece.kind is Kind.CODE:
            if not at and continues is not None:
                sign, text = escape.opening(text, continues=continues)
                written.append(sign)
            written.append(escape.words(text, before, after, in_link=piece.kind is Kind.LABEL))
        else:
            written.append(text)
    return "".join(written)
