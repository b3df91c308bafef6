"""The file of publishers: how reliable each is, and whether a state controls it."""

from collections.abc import Iterator, Mapping

from briefgen.config.kinds import choice, switch
from briefgen.config.mapping import Key, mapping
from briefgen.config.naming import told_of_names
from briefgen.config.reading import Node
from briefgen.config.values import LINE
from briefgen.config.writing import as_scalar
from briefgen.config.yaml12 import Tree
from briefgen.grades import RELIABILITY
from briefgen.model.publisher import Publisher

_GRADE = choice(lambda _: RELIABILITY)


_ENTRY = mapping(
    "What is known of a publisher.",
    (
        Key("reliability", _GRADE, "Its reliability by the Admiralty code, A to F.", ("B",)),
        Key("state_controlled", switch(),
            "Whether a state controls what it prints.", ("yes",)),
        Key("note", LINE, "Why, for whoever reads the file next.", ("run by the harbour board",)),
    ),
    dict,
)  # fmt: skip


def publishers_of(tree: Tree, path: str) -> tuple[Publisher, ...]:
    """Make publishers of what their file holds; `path` is for messages. Raises ConfigError with all its mistakes.

    The file maps the names of publishers and agencies to a grade, or to `reliability`, `state_controlled` and `note`.
    """
    return told_of_names(tree, path, _publisher, "name: grade")


def lines_for(names: Mapping[str, int]) -> Iterator[str]:
    """Give lines to add to a file of publishers for these names, with how many sources each has.

    Their grade is F, "cannot be judged", until a person writes another.
    """
    for name, sources in names.items():
        yield f"{as_scalar(name)}: {RELIABILITY[-1]}  # {sources:,} source{'' if sources == 1 else 's'}"


def _publisher(name: str, entry: Node) -> Publisher:
    if not isinstance(entry.value, dict):
        return Publisher(name, _GRADE.read(entry))
    given = _ENTRY.read(entry) or {}
    return Publisher(name, given.get("reliability", ""), given.get("state_controlled", False), given.get("note", ""))
