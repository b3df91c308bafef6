"""Mappings with known keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from briefgen.config.kinds import Kind, Schema, anything
from briefgen.config.known import Known
from briefgen.config.reading import Node, Wrong, short


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping: the kind of its value, what it means, and examples of its values."""

    name: str
    kind: Kind
    description: str
    examples: tuple[Any, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What lies between keys: `check` notes mistakes in a mapping, `schema` says the same in JSON Schema."""

    check: Callable[[Node], None]
    schema: Schema


def mapping(description: str, keys: tuple[Key, ...], make: Callable[..., Any], rule: Rule | None = None) -> Kind:
    """Make a mapping with these keys and no others. A key without a value is as if it were not there.

    `make` is called with what was given, as keyword arguments; it may raise Wrong.
    """

    def read(node: Node) -> Any:  # noqa: ANN401 - what `make` gives
        if not isinstance(node.value, dict):
            return anything().read(node)
        before = len(node.mistakes)
        _compare(node, keys)
        if rule:
            rule.check(node)
        given = {key.name: key.kind.read(node.child(key.name)) for key in keys if node.has(key.name)}
        if len(node.mistakes) > before:
            return None
        try:
            return make(**given)
        except Wrong as error:
            node.fail(error.wrong, error.right)

    def schema(known: Known) -> Schema:
        return {
            "type": "object",
            "description": description,
            "properties": {key.name: _described(key, known) for key in keys},
            "required": [key.name for key in keys if key.required],
            "additionalProperties": False,
            **(rule.schema if rule else {}),
        }

    return Kind(read, schema)


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is most like this one, or nothing."""
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    return next(iter(difflib.get_close_matches(word.lower(), list(known), 1)), "")


def _described(key: Key, known: Known) -> Schema:
    return {"description": key.description, "examples": list(key.examples), **key.kind.schema(known)}


def _compare(node: Node, keys: tuple[Key, ...]) -> None:
    """Note unknown and missing keys; a key that is missing because it is misspelt is one mistake, not two."""
    names = [key.name for key in keys]
    meant = {unknown: nearest(unknown, names) for unknown in node.value if unknown not in names}
    if len(meant) > 3 and len(meant) == len(node.value):
        node.fail(f"{node.name} has none of the keys that are known here", f"known keys are {', '.join(names)}")
        return
    for unknown, near in meant.items():
        right = f"did you mean {near}?" if near else f"known keys are {', '.join(names)}"
        node.fail_key(unknown, f"there is no key {short(unknown, 60)}", right)
    for key in keys:
        if key.required and not node.has(key.name) and key.name not in meant.values():
            _note_missing(node, key.name)


def _note_missing(node: Node, key: str) -> None:
    if key in node.value:
        node.child(key).fail(f"{key} is empty", "write a value (what follows # is a comment)")
    else:
        node.fail(f"{key} is missing", f"add {key}: and its value")
