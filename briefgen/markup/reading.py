"""The parser's tokens, and the words behind them, as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.markup import inlines, spoken
from briefgen.model.tree import (
    BlockQuote,
    CodeBlock,
    Group,
    Heading,
    Inline,
    ItemList,
    Node,
    Note,
    Paragraph,
    Rule,
    Table,
    Tree,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_GROUPS = 20
"""Groups within groups; edges of deeper ones are nothing."""


def read(tokens: Sequence[Token], said: spoken.Said) -> Tree:
    """Give the tree of a parsed text, with the words in place of what the parser saw.

    Notes that nothing refers to are left out, as renderers leave them out.
    """
    reader = _Reader(said)
    blocks = reader.blocks(iter(tokens))
    notes: list[Note] = []
    while len(notes) < len(reader.inlines.labels):  # reading a note may find references to others
        label = reader.inlines.labels[len(notes)]
        notes.append(Note(label, reader.blocks(iter(reader.notes.get(label, ())))))
    return Tree(blocks, tuple(notes))


@dataclass(frozen=True, slots=True)
class _Edge:
    """A paragraph that is nothing but the edge of a group."""

    role: spoken.Role


class _Reader:
    """Reads blocks in the order of the text; notes wait for their first reference."""

    def __init__(self, said: spoken.Said) -> None:
        self.said = said
        self.inlines = inlines.Inlines(said)
        self.notes: dict[str, list[Token]] = {}

    def blocks(self, tokens: Iterator[Token], close: str = "") -> tuple[Node, ...]:
        """Give the blocks up to the token of type `close`, which is taken too."""
        found: list[Node | _Edge] = []
        for token in tokens:
            if token.type == close:
                break
            block = self._block(token, tokens)
            if block is not None:
                found.append(block)
        return _grouped(found)

    def _block(self, token: Token, tokens: Iterator[Token]) -> Node | _Edge | None:  # noqa: PLR0911 - one a kind
        match token.type:
            case "paragraph_open":
                return self._paragraph(_inline(tokens))
            case "heading_open":
                return Heading(int(token.tag[1:]), self.inlines.read(_inline(tokens)))
            case "blockquote_open":
                return BlockQuote(self.blocks(tokens, "blockquote_close"))
            case "bullet_list_open":
                return ItemList(self._items(tokens, "bullet_list_close"))
            case "ordered_list_open":
                items = self._items(tokens, "ordered_list_close")
                return ItemList(items, ordered=True, start=int(token.attrs.get("start", 1)))
            case "table_open":
                return self._table(tokens)
            case "code_block" | "fence":
                return CodeBlock(spoken.plain(token.content, self.said).strip("\n"))
            case "hr":
                return Rule()
            case "footnote_reference_open":
                self._keep_note(token.meta["label"], tokens)
        return None

    def _paragraph(self, inline: Token) -> Paragraph | _Edge:
        role, end = spoken.role_at(inline.content, self.said)
        if role and role.edge and end == len(inline.content):
            return _Edge(role)
        if role and inline.children:
            first = inline.children[0]
            first.content = first.content[end:].lstrip()
        return Paragraph(self.inlines.read(inline), role.name if role and not role.edge else "")

    def _items(self, tokens: Iterator[Token], close: str) -> tuple[tuple[Node, ...], ...]:
        items = []
        for token in tokens:
            if token.type == close:
                break
            items.append(self.blocks(tokens, "list_item_close"))
        return tuple(items)

    def _table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[tuple[Inline, ...]]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self.inlines.read(token))
        header, *others = (tuple(row) for row in rows)
        return Table(header, tuple(others))

    def _keep_note(self, label: str, tokens: Iterator[Token]) -> None:
        """Keep the tokens of a note until its first reference; of two notes with one label the first stands."""
        kept: list[Token] = []
        depth = 1
        for token in tokens:
            depth += {"footnote_reference_open": 1, "footnote_reference_close": -1}.get(token.type, 0)
            if not depth:
                break
            kept.append(token)
        self.notes.setdefault(inlines.label(label), kept)


def _inline(tokens: Iterator[Token]) -> Token:
    """Give the inline token of a paragraph or a heading, and take its end too."""
    inline = next(tokens)
    next(tokens)
    return inline


def _grouped(found: Sequence[Node | _Edge]) -> tuple[Node, ...]:
    """Give the blocks with those between the edges of a group in it.

    A group ends with its edge or with what holds it; an edge that closes nothing is nothing.
    """
    levels: list[list[Node]] = [[]]
    roles: list[str] = []
    for block in found:
        if not isinstance(block, _Edge):
            levels[-1].append(block)
        elif block.role.edge == "+" and len(roles) < _GROUPS:
            roles.append(block.role.name)
            levels.append([])
        elif block.role.edge == "-" and roles:
            _close(levels, roles)
    while roles:
        _close(levels, roles)
    return tuple(levels[0])


def _close(levels: list[list[Node]], roles: list[str]) -> None:
    blocks = tuple(levels.pop())
    levels[-1].append(Group(roles.pop(), blocks))
