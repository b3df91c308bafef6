"""The entities file: names, their other names, and offices."""

from briefgen.config.kinds import many
from briefgen.config.mapping import Key, mapping
from briefgen.config.naming import told_of_names
from briefgen.config.reading import Node, Wrong
from briefgen.config.values import DAY, NAME, WORDS
from briefgen.config.yaml12 import Tree
from briefgen.model.query import Entity, Office
from briefgen.model.source import Published


def entities_of(tree: Tree, path: str) -> tuple[Entity, ...]:
    """Make entities of what their file holds; `path` is for messages. Raises ConfigError with all its mistakes.

    The file maps names to lists of other names, or to `also` (such a list) and `offices`, each with a `title` and the
    days `from` and `to` which it was held. `2021-10` as `from` is its first day, as `to` its last; a day left out is
    open.
    """
    return told_of_names(tree, path, _entity, "name: [its, other, names]")


def _entity(name: str, entry: Node) -> Entity:
    if isinstance(entry.value, dict):
        given = _ENTRY.read(entry) or {}
    else:
        given = {"also": _NAMES.read(entry)} if entry.value is not None else {}
    return Entity(name, **given)


def _office(title: str, **days: Published) -> Office:
    start, end = days.get("from"), days.get("to")
    if start and end and start.earliest > end.latest:
        raise Wrong(f"this office ends ({end}) before it begins ({start})", "turn the dates round")
    return Office(title, start.earliest if start else None, end.latest if end else None)


_NAMES = many(NAME)
_OFFICE = mapping(
    "An office that a person held.",
    (
        Key("title", WORDS, "The office, as a reader knows it.", ("Prime Minister of Freedonia",), required=True),
        Key("from", DAY, "The day it began: a year, a month or a day.", ("2021-10-04",)),
        Key("to", DAY, "The last day it was held: a year, a month or a day.", ("2024-10",)),
    ),
    _office,
)
_ENTRY = mapping(
    "Somebody or something with other names.",
    (
        Key("also", _NAMES, "Its other names.", (["Russian", "Moscow"],)),
        Key("offices", many(_OFFICE), "The offices that this person held.", ([{"title": "Mayor", "from": 2019}],)),
    ),
    dict,
)
