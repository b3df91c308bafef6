"""Markdown to the words that a reader of it sees, block by block, with the roles that its structure is sure of.

Blocks are those of CommonMark 0.31 (sections 4 and 5) with the tables of GFM and footnotes. Written here because every
source is hostile: the `markdown` library takes a minute and a half for twenty thousand opening brackets, and this is
linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.sources.inline import Words, without_comments
from briefgen.text import canonicalise

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?=[ \t]|\Z)")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=+|-+)[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|(?P<number>\d{1,9})[.)])(?:[ \t]+|\Z)")
_NOTE = re.compile(r" {0,3}\[(?P<label>\^[^\]\s]{1,80})\]:[ \t]*")
_REFERENCE = re.compile(r" {0,3}\[(?P<label>[^\[\]]{1,200})\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?[ \t]*\Z")
_DELIMITER = re.compile(r":?-+:?")
_CELL = re.compile(r"(?<!\\)\|")
_INDENT = ("    ", "\t")
_CODE = -1
"""The level of a block whose lines are kept as they are."""
_LINK_ALONE = re.compile(r"\[[^\[\]]{1,400}\]\([^()\s]{1,2000}\)")


class Piece(NamedTuple):
    """A block's words, and its role where the structure is sure of it."""

    role: Role | None
    words: str


class _Raw(NamedTuple):
    """A block as it stands: its role, and its lines (for code and tables each is kept)."""

    role: Role | None
    lines: tuple[str, ...]
    level: int = 0


class _At(NamedTuple):
    """A line that begins a block, among the others, and whether a list goes on there."""

    lines: Sequence[str]
    i: int
    listed: bool

    @property
    def line(self) -> str:
        return self.lines[self.i]


class _Cut(NamedTuple):
    """What begins at a line: where it ends, its blocks, and whether a list goes on after it."""

    end: int
    blocks: tuple[_Raw, ...] = ()
    listed: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """Give the blocks of a Markdown text in order.

    The first heading is the title if it is of the first level. Emphasis, links and HTML leave their words, pictures
    and comments nothing. An item that is nothing but a link has no sure role: menus are made of such.
    """
    raw = [*_blocks(without_comments(text).split("\n"))]
    words = Words(_labels(text))
    titled = False
    for block in raw:
        role = block.role
        if role is Role.HEADING and not titled:
            titled, role = True, Role.TITLE if block.level == 1 else role
        if role is Role.LIST and _LINK_ALONE.fullmatch(" ".join(block.lines).strip()):
            role = None
        seen = _seen(block, words)
        if seen:
            yield Piece(role, seen)


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
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


def _labels(text: str) -> frozenset[str]:
    """Give the labels that the text defines for links and notes, folded."""
    found = (_REFERENCE.match(line) or _NOTE.match(line) for line in text.split("\n"))
    return frozenset(match["label"].strip().casefold() for match in found if match)


def _seen(block: _Raw, words: Words) -> str:
    if block.role is Role.TABLE:
        rows = (
            "\t".join(words.of(cell.strip()) for cell in _CELL.split(row.strip().strip("|"))) for row in block.lines
        )
        return "\n".join(rows)
    if block.role is Role.BOILERPLATE and block.level == _CODE:
        return "\n".join(block.lines)
    return words.of("\n".join(line.strip(" \t") + ("  " if line.endswith("  ") else "") for line in block.lines))


def _blocks(lines: Sequence[str]) -> Iterator[_Raw]:
    """Cut lines into blocks."""
    i, listed = 0, False
    while i < len(lines):
        if not lines[i].strip():
            i += 1
            continue
        cut = next(cut for begins in _BEGINNINGS if (cut := begins(_At(lines, i, listed))))
        yield from cut.blocks
        i, listed = cut.end, cut.listed


def _fenced(at: _At) -> _Cut | None:
    """Take code between fences; to the end of the text where no fence closes it."""
    fence = _FENCE.match(at.line)
    if fence is None:
        return None
    marks = fence["fence"]
    closing = (j for j in range(at.i + 1, len(at.lines)) if _closes(at.lines[j].strip(), marks))
    end = next(closing, len(at.lines))
    return _Cut(end + 1, (_Raw(Role.BOILERPLATE, tuple(at.lines[at.i + 1 : end]), _CODE),), at.listed)


def _closes(line: str, marks: str) -> bool:
    return line.startswith(marks) and not line.strip(marks[0])


def _indented(at: _At) -> _Cut | None:
    """Take code that is indented; in a list it is a paragraph."""
    if at.listed or not at.line.startswith(_INDENT):
        return None
    end = _while(at.lines, at.i, lambda each: each.startswith(_INDENT))
    return _Cut(end, (_Raw(Role.BOILERPLATE, tuple(at.lines[at.i : end]), _CODE),))


def _heading(at: _At) -> _Cut | None:
    heading = _HEADING.match(at.line)
    if heading is None:
        return None
    return _Cut(at.i + 1, (_Raw(Role.HEADING, (_headed(at.line, heading),), len(heading["marks"])),))


def _unseen(at: _At) -> _Cut | None:
    """Pass over a rule or the definition of a link: a reader sees no words."""
    if _RULE.match(at.line):
        return _Cut(at.i + 1)
    return _Cut(at.i + 1, listed=at.listed) if _REFERENCE.match(at.line) and not _NOTE.match(at.line) else None


def _quotation(at: _At) -> _Cut | None:
    if not _QUOTE.match(at.line):
        return None
    end = _while(at.lines, at.i + 1, lambda each: _QUOTE.match(each) is not None or not _interrupts(each))
    inner = _blocks([_unquoted(each) for each in at.lines[at.i : end]])
    quoted = (_Raw(Role.QUOTE, each.lines) if each.role in {None, Role.LIST} else each for each in inner)
    return _Cut(end, tuple(quoted))


def _note(at: _At) -> _Cut | None:
    """Take a footnote: words beside the article, not of it."""
    note = _NOTE.match(at.line)
    if note is None:
        return None
    end = _paragraph_end(at.lines, at.i + 1)
    return _Cut(end, (_Raw(Role.BOILERPLATE, (at.line[note.end() :], *at.lines[at.i + 1 : end])),))


def _item(at: _At) -> _Cut | None:
    """Take an item's first paragraph; a quotation or a heading in it is a paragraph of the item too."""
    item = _ITEM.match(at.line)
    if item is None:
        return None
    end = _while(at.lines, at.i + 1, lambda each: not _interrupts(each) and not _ITEM.match(each))
    first = _unquoted(at.line[item.end() :])
    heading = _HEADING.match(first)
    first = _headed(first, heading) if heading else first
    return _Cut(end, (_Raw(Role.LIST, (first, *at.lines[at.i + 1 : end])),), listed=True)


def _table(at: _At) -> _Cut | None:
    if at.i + 1 >= len(at.lines) or "|" not in at.line or not _is_delimiters(at.lines[at.i + 1]):
        return None
    end = _while(at.lines, at.i + 2, lambda each: "|" in each)
    return _Cut(end, (_Raw(Role.TABLE, (at.line, *at.lines[at.i + 2 : end])),))


def _paragraph(at: _At) -> _Cut:
    """Take a paragraph or a heading that is underlined; indented below an item, it is a paragraph of that item."""
    end = _paragraph_end(at.lines, at.i + 1)
    underline = _UNDERLINE.match(at.lines[end]) if end < len(at.lines) else None
    if underline and not at.listed:
        level = 1 if underline["mark"][0] == "=" else 2
        return _Cut(end + 1, (_Raw(Role.HEADING, tuple(at.lines[at.i : end]), level),))
    goes_on = at.listed and at.line[:2].isspace()
    return _Cut(end, (_Raw(Role.LIST if goes_on else None, tuple(at.lines[at.i : end])),), goes_on)


_BEGINNINGS: tuple[Callable[[_At], _Cut | None], ...] = (
    _fenced,
    _indented,
    _heading,
    _unseen,
    _quotation,
    _note,
    _item,
    _table,
    _paragraph,
)
"""What may begin at a line, tried in this order."""


def _headed(line: str, heading: re.Match[str]) -> str:
    """Give the words of a heading, without the marks that may close it."""
    words = line[heading.end() :].strip()
    bare = words.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else words


def _unquoted(line: str) -> str:
    quote = _QUOTE.match(line)
    return line[quote.end() :] if quote else line


def _is_delimiters(line: str) -> bool:
    """Say whether a line is the one below the header of a table."""
    cells = line.strip().strip("|").split("|")
    return "|" in line and all(_DELIMITER.fullmatch(cell.strip()) for cell in cells)


def _while(lines: Sequence[str], i: int, holds: Callable[[str], bool]) -> int:
    """Give the index of the first line from `i` on that is blank or not like those before."""
    while i < len(lines) and lines[i].strip() and holds(lines[i]):
        i += 1
    return i


def _paragraph_end(lines: Sequence[str], i: int) -> int:
    """Give the index of the first line from `i` on that is no part of the paragraph before it."""
    return _while(lines, i, lambda line: not _interrupts(line))


def _interrupts(line: str) -> bool:
    """Say whether a line begins a block of its own though no blank line stands before it."""
    if _HEADING.match(line) or _RULE.match(line) or _FENCE.match(line) or _QUOTE.match(line) or _NOTE.match(line):
        return True
    if _UNDERLINE.match(line):
        return True
    item = _ITEM.match(line)
    return item is not None and item.end() < len(line) and item["number"] in {None, "1"}
