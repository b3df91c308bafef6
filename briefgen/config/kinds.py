"""The kinds of values that a file holds: how each is read, and how its JSON Schema reads.

pydantic is no help here: to import it and to build its models takes 150 ms, nearly half of what `briefgen check` may
take, and its messages and places would all have to be said anew for people.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefgen.config.known import Known
from briefgen.config.reading import Node, Surroundings, Wrong
from briefgen.errors import QueryError

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    `read` gives the value of a node; where it notes a mistake it gives None, and the others are still found. `schema`
    gives the JSON Schema of what may be written.
    """

    read: Callable[[Node], Any]
    schema: Callable[[Known], Schema]


def written(parse: Callable[[str, Surroundings], Any], right: str = "", *, years: bool = False) -> Kind:
    """Text, read by `parse`, which raises Wrong or QueryError; `right` says how it is written.

    With `years` a number is text too: an unquoted `2021`.
    """

    def read(node: Node) -> Any:  # noqa: ANN401 - what `parse` gives
        value = str(node.value) if years and type(node.value) is int else node.value
        if not isinstance(value, str):
            in_quotes = f'to use it as text, put it in quotes: "{node.written}"'
            is_number = isinstance(value, int | float) and node.written
            node.fail(f"{node.name} is {node.kind}", right or (in_quotes if is_number else "write text"))
            return None
        try:
            return parse(value, node.around)
        except (Wrong, QueryError) as error:
            node.fail(error.wrong, error.right, error.column)

    return Kind(read, lambda _: {"type": ["string", "integer"] if years else "string"})


def whole(least: int, most: int) -> Kind:
    """Make a whole number between two others, both included."""

    def read(node: Node) -> Any:  # noqa: ANN401 - see Kind
        if isinstance(node.value, str) and node.value.isdecimal():
            node.fail(f"{node.name} is text", "leave out the quotes of the number")
        elif type(node.value) is not int or not least <= node.value <= most:
            node.fail(f"{node.name} cannot be {node.shown}", f"write a whole number from {least} to {most}")
        return node.value

    return Kind(read, lambda _: {"type": "integer", "minimum": least, "maximum": most})


def switch() -> Kind:
    """Make a yes or no, which YAML 1.2 takes for words, or true or false."""

    def read(node: Node) -> bool:
        if not (isinstance(node.value, bool) or node.value in ("yes", "no")):
            node.fail(f"{node.name} cannot be {node.shown}", "write yes or no")
        return node.value is True or node.value == "yes"

    return Kind(read, lambda _: {"enum": [True, False, "yes", "no"]})


def choice(names: Callable[[Known], tuple[str, ...]], *also: str) -> Kind:
    """One of some names; `also` says in words what else could be written."""

    def read(node: Node) -> Any:  # noqa: ANN401 - see Kind
        known = names(node.around.known)
        if node.value not in known:
            *most, last = (*known, *also)
            wanted = " or ".join(part for part in (", ".join(most), last) if part)
            node.fail(f"{node.name} cannot be {node.shown}", f"write {wanted}")
        return node.value

    return Kind(read, lambda known: {"enum": list(names(known))})


def or_file(kind: Kind, file: Kind, suffix: str) -> Kind:
    """Make a value of `kind`, or in its place the name of a `file` that ends in `suffix`."""

    def read(node: Node) -> Any:  # noqa: ANN401 - see Kind
        is_file = isinstance(node.value, str) and node.value.endswith(suffix)
        return (file if is_file else kind).read(node)

    def schema(known: Known) -> Schema:
        return {"anyOf": [kind.schema(known), {**file.schema(known), "pattern": re.escape(suffix) + "$"}]}

    return Kind(read, schema)


def many(item: Kind, least: int = 0, *, alone: bool = True) -> Kind:
    """Make a list of at least so many. With `alone`, its only item may be written without the list."""

    def read(node: Node) -> Any:  # noqa: ANN401 - see Kind
        if isinstance(node.value, list):
            if len(node.value) < least:
                node.fail(f"{node.name} is an empty list", "write at least one item")
            return tuple(item.read(node.child(i)) for i in range(len(node.value)))
        if not alone:
            node.fail(f"{node.name} is {node.kind}", "write a list: one item a line, each beginning with -")
            return None
        before = len(node.mistakes)
        only = (item.read(node),)
        if len(node.mistakes) > before and isinstance(node.value, str) and ", " in node.value:
            wrong = f"{node.name} is one text with commas in it: {node.shown}"
            node.mistakes[before:] = []
            node.fail(wrong, "write a list in square brackets: [one, two]")
        return only

    def schema(known: Known) -> Schema:
        one = item.schema(known)
        more = {"type": "array", "items": one} | ({"minItems": least} if least else {})
        return {"anyOf": [one, more]} if alone else more

    return Kind(read, schema)


def anything() -> Kind:
    """Make a mapping of which nothing is asked."""

    def read(node: Node) -> Any:  # noqa: ANN401 - see Kind
        if not isinstance(node.value, dict):
            node.fail(f"{node.name} is {node.kind}", "write keys and values: one key: value a line")
        return node.value

    return Kind(read, lambda _: {"type": "object"})


def made(kind: Kind, make: Callable[[Any, Surroundings], Any]) -> Kind:
    """Make a kind whose value, once it is read without a mistake, becomes another; `make` may raise Wrong."""

    def read(node: Node) -> Any:  # noqa: ANN401 - what `make` gives
        before = len(node.mistakes)
        value = kind.read(node)
        if len(node.mistakes) > before:
            return None
        try:
            return make(value, node.around)
        except Wrong as error:
            node.fail(error.wrong, error.right)

    return Kind(read, kind.schema)
