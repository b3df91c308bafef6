"""Marked Markdown as a tree, and the tree as Markdown that every reader reads alike.

`finish` hides the words that come from data behind tokens, reads the template's Markdown (markdown-it-py, CommonMark
with tables and footnotes; raw HTML is not part of it and shows as typed), puts the words back into the tree, and
writes the Markdown anew from the tree. So words cannot change the structure: the parser never sees them. And Word,
.md and proof cannot disagree: all have one tree.

The Markdown that is written keeps to what CommonMark and Python-Markdown read alike, one paragraph a line, and holds
a backslash or an entity only where a character would otherwise act.
"""

from briefgen.markup import parser, reading, spoken, writing
from briefgen.model.tree import Tree
from briefgen.text import canonicalise

__all__ = ["finish", "parse", "write"]


def finish(marked: str) -> tuple[str, Tree]:
    """Give the finished Markdown of a composed template, and its tree.

    `marked` holds the marks of `briefgen.marks`. They leave no trace in the Markdown; in the tree each printing of an
    excerpt is a `Quoted`, roles stand on their paragraphs, and groups hold their blocks. A character that XML cannot
    hold becomes U+FFFD. Emphasis that CommonMark cannot express between its neighbours is left out of the Markdown
    and kept in the tree.
    """
    skeleton, said = spoken.hide(marked)
    tree = reading.read(parser.tokens(skeleton), said)
    return writing.write(tree), tree


def write(tree: Tree) -> str:
    """Give the Markdown of a tree; see `briefgen.markup.writing`. An empty tree is an empty line."""
    return writing.write(tree)


def parse(markdown: str) -> Tree:
    """Give the tree of Markdown without marks, such as `finish` writes."""
    return reading.read(parser.tokens(canonicalise(markdown)), ())
