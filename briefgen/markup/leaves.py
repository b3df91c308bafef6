"""Inline content as a row of leaves, each with its style, and the row as a tree.

The same nesting for every text: a link holds strong words, those hold stressed ones, and nothing holds its own kind.
Notes and line breaks have no style. So no input nests deeper than three.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from briefgen.model.tree import Emphasis, Inline, Link, Strong, Text


@dataclass(frozen=True, slots=True)
class Style:
    """How a leaf looks. `link` tells links apart, `href` is where its own leads."""

    link: int = 0
    href: str = ""
    strong: bool = False
    emphasis: bool = False


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of inline content without children."""

    content: Inline
    style: Style = PLAIN


def nested(row: Iterable[Leaf]) -> tuple[Inline, ...]:
    """Give a row of leaves as inline content; texts that touch become one."""
    return tuple(_links(row))


def _links(row: Iterable[Leaf]) -> Iterator[Inline]:
    for (_, href), within in groupby(row, key=lambda leaf: (leaf.style.link, leaf.style.href)):
        inner = _strong(within)
        if href:
            yield Link(href, tuple(inner))
        else:
            yield from inner


def _strong(row: Iterable[Leaf]) -> Iterator[Inline]:
    for strong, within in groupby(row, key=lambda leaf: leaf.style.strong):
        inner = _stressed(within)
        if strong:
            yield Strong(tuple(inner))
        else:
            yield from inner


def _stressed(row: Iterable[Leaf]) -> Iterator[Inline]:
    for stressed, within in groupby(row, key=lambda leaf: leaf.style.emphasis):
        inner = _joined(leaf.content for leaf in within)
        if stressed:
            yield Emphasis(tuple(inner))
        else:
            yield from inner


def _joined(contents: Iterable[Inline]) -> Iterator[Inline]:
    for is_text, within in groupby(contents, key=lambda content: isinstance(content, Text)):
        if is_text:
            yield Text("".join(text.text for text in within if isinstance(text, Text)))
        else:
            yield from within
