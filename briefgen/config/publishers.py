"""The file of publishers: how reliable each is, and whether a state controls it."""

from collections.abc import Iterator, Mapping

from briefgen.config.kinds import choice, switch
from briefgen.config.mapping import Key, mapping
from briefgen.config.reading import Node, Wrong
from briefgen.config.values import LINE, name_of
from briefgen.config.writing import written
from briefgen.config.yaml12 import Tree
from briefgen.errors import ConfigError
from briefgen.grades import RELIABILITY
from briefgen.model.publisher import Publisher
from briefgen.text import display

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
    node = Node.root(tree, path)
    found = _publishers(node) if node.value is not None else ()
    if mistakes := node.all_mistakes():
        raise ConfigError(mistakes)
    return found


def lines_for(names: Mapping[str, int]) -> Iterator[str]:
    """Give lines to add to a file of publishers for these names, with how many sources each has.

    Their grade is F, "cannot be judged", until a person writes another.
    """
    for name, sources in names.items():
        yield f"{written(name)}: {RELIABILITY[-1]}  # {sources:,} source{'' if sources == 1 else 's'}"


def _publishers(node: Node) -> tuple[Publisher, ...]:
    if not isinstance(node.value, dict):
        node.fail(f"the file is {node.kind}", "write one name: grade a line")
        return ()
    return tuple(_publisher(node, name) for name in node.value)


def _publisher(node: Node, name: str) -> Publisher:
    entry = node.child(name)
    try:
        name_of(name)
    except Wrong as error:
        node.fail_key(name, error.wrong, error.right)
    if not isinstance(entry.value, dict):
        return Publisher(display(name), _GRADE.read(entry))
    given = _ENTRY.read(entry) or {}
    return Publisher(
        display(name), given.get("reliability", ""), given.get("state_controlled", False), given.get("note", "")
    )
