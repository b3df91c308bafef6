"""Files that tell something of names: a name a line, and what is said of it."""

from collections.abc import Callable
from typing import TypeVar

from briefgen.config.reading import Node, Wrong
from briefgen.config.values import name_of
from briefgen.config.yaml12 import Tree
from briefgen.errors import ConfigError
from briefgen.text import display

_Told = TypeVar("_Told")


def told_of_names(tree: Tree, path: str, read: Callable[[str, Node], _Told], right: str) -> tuple[_Told, ...]:
    """Give what `read` makes of each name of a file and of what is said of it.

    `path` is for messages, `right` says how a line is written. Raises ConfigError with all mistakes of the file.
    """
    node = Node.root(tree, path)
    if isinstance(node.value, dict):
        found = tuple(read(display(name), _named(node, name)) for name in node.value)
    else:
        found = ()
        if node.value is not None:
            node.fail(f"the file is {node.kind}", f"write one {right} a line")
    if mistakes := node.all_mistakes():
        raise ConfigError(mistakes)
    return found


def _named(node: Node, name: str) -> Node:
    entry = node.child(name)
    try:
        name_of(name)
    except Wrong as error:
        node.fail_key(name, error.wrong, error.right)
    return entry
