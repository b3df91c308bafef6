"""A tree as Markdown that CommonMark and Python-Markdown read alike: one paragraph a line, notes at the end.

Two things that a person may type have no form for both, and get CommonMark's: an item of a list that begins with
another list or with a block quotation of several lines, and a heading within an item numbered 100 or more. There,
Python-Markdown shows a `>`, a list's number or a `#` among the words.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.markup import lines
from briefgen.model.tree import (
    BlockQuote,
    Code,
    CodeBlock,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Node,
    Note,
    Paragraph,
    Rule,
    Table,
    Tree,
)

_INDENT = 4
"""Columns that Python-Markdown wants before what goes on in an item or a note; CommonMark takes them too."""


def write(tree: Tree) -> str:
    """Give the Markdown of a tree, with a final line feed. Blocks and items without words are left out."""
    text = "\n".join(_apart([*_blocks(tree.blocks), *map(_note, tree.notes)])) + "\n"
    # At the beginning of a file, U+FEFF would be taken for a byte order mark.
    return f"&#{ord(text[0])};{text[1:]}" if text[0] == "\ufeff" else text


def _blocks(nodes: Iterable[Node], *, within_item: bool = False) -> list[list[str]]:
    """Give the lines of each block that has any."""
    chunks = []
    indents = not within_item
    for node in _opened(nodes):
        chunks.append(_block(node, indents=indents))
        indents = not within_item and not isinstance(node, CodeBlock | ItemList)
    return [chunk for chunk in chunks if chunk]


def _opened(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _opened(node.blocks)
        else:
            yield node


def _block(node: Node, *, indents: bool = True) -> list[str]:  # noqa: PLR0911 - one a kind of node
    match node:
        case Paragraph(children):
            return lines.paragraph(children)
        case Heading(level, children):
            words = lines.heading(children)
            return [f"{'#' * level} {words}"] if words else []
        case BlockQuote(blocks):
            return [f"> {line}" if line else ">" for line in _apart(_blocks(blocks))]
        case ItemList():
            return _list(node)
        case Table(header, rows):
            return [_row(header), f"|{' --- |' * len(header)}", *map(_row, rows)]
        case CodeBlock(text):
            return _indented(text) if indents and lines.can_be_code(text) else _spans(text)
        case Rule():
            return ["***"]  # `- ---` would be a line across the page, not an item
        case Group(blocks=blocks):
            return _apart(_blocks(blocks))


def _list(node: ItemList) -> list[str]:
    tight = _is_tight(node)
    items = [(item, chunks) for item in node.items if (chunks := _blocks(item, within_item=True))]
    written = []
    for number, (item, chunks) in enumerate(items, start=node.start):
        mark = f"{number}. " if node.ordered else "- "
        if not isinstance(item[0], Paragraph):
            mark = mark.ljust(_INDENT)  # what goes on in the block that begins here is indented from here
        body = [line for chunk in chunks for line in chunk] if tight else _apart(chunks)
        written.append(_hung(mark, body, max(_INDENT, len(mark))))
    return [line for item in written for line in item] if tight else _apart(written)


def _is_tight(node: ItemList) -> bool:
    """Say whether nothing in a list needs an empty line: each item is a paragraph, with lists of that kind at most.

    A list that does not begin with 1 cannot follow a paragraph's line (CommonMark 0.31, section 5.3).
    """
    return all(
        isinstance(child, ItemList) and child.start == 1 and _is_tight(child) if at else isinstance(child, Paragraph)
        for item in node.items
        for at, child in enumerate(item)
    )


def _note(note: Note) -> list[str]:
    return _hung(f"[^{note.label}]: ", _apart(_blocks(note.blocks, within_item=True)) or [""], _INDENT)


def _row(cells: Sequence[Sequence[Inline]]) -> str:
    return f"| {' | '.join(map(lines.cell, cells))} |"


def _indented(code: str) -> list[str]:
    return [f"{' ' * _INDENT}{line}" if line.strip() else "" for line in code.split("\n")] if code.strip() else []


def _spans(code: str) -> list[str]:
    """Give code as lines of a paragraph, for where indented lines would go on with what is above them."""
    return lines.paragraph([child for line in code.split("\n") for child in (Code(line.strip()), LineBreak())])


def _hung(mark: str, body: Sequence[str], indent: int) -> list[str]:
    """Give lines with a mark before the first, the others indented."""
    first, *others = body
    return [f"{mark}{first}", *(f"{' ' * indent}{line}" if line else "" for line in others)]


def _apart(chunks: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines of all chunks, an empty line between any two."""
    return [line for at, chunk in enumerate(chunks) for line in ([""] * (at > 0) + list(chunk))]
