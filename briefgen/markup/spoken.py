"""Words from data, hidden from the parser behind tokens.

A token is a number between two U+FFFF. XML cannot hold that character, so no text has it; Markdown takes it for a
letter, in a paragraph as in a link's target, and no entity stands for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen import marks
from briefgen.model.tree import Chart
from briefgen.text import canonicalise, display

_EDGE = "\uffff"
TOKEN = re.compile(f"{_EDGE}([0-9]+){_EDGE}")
_MARKED = re.compile("|".join(each.pattern for each in (marks.SPOKEN, marks.ROLED, marks.CHARTED)))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words from data, as a reader sees them; `excerpt` is empty for words that are no quotation."""

    words: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role; `edge` is `+` where a group opens, `-` where it closes, empty for a paragraph's own."""

    name: str
    edge: str = ""


Said = Sequence[Spoken | Role | Chart]


def hide(marked: str) -> tuple[str, Said]:
    """Give `marked` with a token in place of each mark, and what the tokens stand for."""
    said: list[Spoken | Role | Chart] = []
    pieces: list[str] = []
    end = 0
    for mark in _MARKED.finditer(marked):
        pieces += _legal(marked[end : mark.start()]), f"{_EDGE}{len(said)}{_EDGE}"
        said.append(_said(mark))
        end = mark.end()
    return "".join((*pieces, _legal(marked[end:]))), tuple(said)


def _said(mark: re.Match[str]) -> Spoken | Role | Chart:
    excerpt, words, edge, role, drawn, title, told = mark.groups()
    if role:
        return Role(role, edge)
    if drawn:
        first, most, *counts = drawn.split()
        return Chart(_shown(title), _shown(told), date.fromisoformat(first), int(most), tuple(map(int, counts)))
    return Spoken(_shown(words), excerpt)


def parts(text: str, said: Said) -> Iterator[str | Spoken | Role | Chart]:
    """Give the pieces of `text`: the typed ones, none empty, and what its tokens stand for."""
    end = 0
    for token in TOKEN.finditer(text):
        if end < token.start():
            yield text[end : token.start()]
        yield said[int(token[1])]
        end = token.end()
    if end < len(text):
        yield text[end:]


def plain(text: str, said: Said) -> str:
    """Give `text` with the words in place of the tokens, where no structure is kept (code, a link's target)."""
    return "".join(
        part if isinstance(part, str) else part.words if isinstance(part, Spoken | Chart) else ""
        for part in parts(text, said)
    )


def role_at(text: str, said: Said) -> tuple[Role | None, int]:
    """Give the role that `text` begins with, if any, and where the words after it begin."""
    token = TOKEN.match(text)
    role = said[int(token[1])] if token else None
    return (role, token.end()) if token and isinstance(role, Role) else (None, 0)


def _shown(words: str) -> str:
    return display(_legal(words))


def _legal(piece: str) -> str:
    # The line feed keeps a U+FEFF that only happens to begin this piece from being taken for a byte order mark.
    return canonicalise(f"\n{piece}")[1:]
