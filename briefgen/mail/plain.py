"""A tree as plain text: one paragraph a line, as mail programs wrap it."""

from collections.abc import Iterable, Iterator

from briefgen.model.tree import (
    BlockQuote,
    Chart,
    Code,
    CodeBlock,
    Emphasis,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Node,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Strong,
    Table,
    Text,
    Tree,
)


def plain(tree: Tree) -> str:
    """Give the text of a tree, with its notes at the end and a final line feed."""
    notes = [_hung(f"[{note.label}] ", _apart(note.blocks)) for note in tree.notes]
    return "\n\n".join([*map("\n".join, _chunks(tree.blocks)), *map("\n".join, notes)]) + "\n"


def _chunks(nodes: Iterable[Node]) -> Iterator[list[str]]:
    """Give the lines of each block that has any."""
    for node in nodes:
        if isinstance(node, Group):
            yield from _chunks(node.blocks)
        elif lines := _block(node):
            yield lines


def _apart(nodes: Iterable[Node]) -> list[str]:
    """Give the lines of all blocks, an empty line between any two."""
    return [line for at, chunk in enumerate(_chunks(nodes)) for line in ([""] * (at > 0) + chunk)]


def _block(node: Node) -> list[str]:  # noqa: PLR0911 - one a kind of node
    match node:
        case Paragraph(children) | Heading(_, children):
            return words(children).strip().splitlines()
        case BlockQuote(blocks):
            return [f"> {line}" if line else ">" for line in _apart(blocks)]
        case ItemList():
            marks = (f"{number}. " if node.ordered else "- " for number in range(node.start, node.start + 10**9))
            items = zip(marks, node.items, strict=False)
            return [line for mark, item in items for line in _hung(mark, _apart(item))]
        case Table(header, rows):
            return [" | ".join(map(words, row)) for row in (header, *rows)]
        case CodeBlock(text):
            return text.splitlines()
        case Rule():
            return ["* * *"]
        case Group(blocks=blocks):
            return _apart(blocks)


def words(children: Iterable[Inline]) -> str:
    """Give the words of a line; a link's address stands in brackets after its words, where it is another."""
    return "".join(map(_inline, children))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | Quoted(text=text) | Chart(words=text):
            return text
        case NoteRef(label):
            return f"[{label}]"
        case Strong(children) | Emphasis(children):
            return words(children)
        case Link(href, children):
            said = words(children)
            return said if href == said or href.startswith("#") else f"{said} ({href})"
        case LineBreak():
            return "\n"


def _hung(mark: str, lines: list[str]) -> list[str]:
    """Give lines with a mark before the first, the others indented."""
    first, *others = lines or [""]
    return [f"{mark}{first}", *(f"{' ' * len(mark)}{line}" if line else "" for line in others)]
