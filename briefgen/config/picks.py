"""How a config names an excerpt: to pin or to drop it; and the file of picks beside it."""

from dataclasses import replace
from pathlib import Path

from briefgen.config.checks import PICK_RULE, PICKED_RULE
from briefgen.config.kinds import Kind, many, whole
from briefgen.config.mapping import Key, mapping
from briefgen.config.reading import Node, Wrong
from briefgen.config.values import EXACT, LINE, WORDS
from briefgen.config.yaml12 import Tree
from briefgen.errors import ConfigError
from briefgen.model.settings import Pick, Picked


def pick(opens: str = "", exact: str = "", **same: str) -> Pick:
    """Make a pick of what its keys give. Raises Wrong where they do not say which excerpt."""
    if not (opens or exact):
        raise Wrong("this does not say which excerpt", "add opens: and its opening words")
    return Pick(exact=opens or exact, **same)


WHICH = (
    Key("document", WORDS, "The source: its path, the end of its path, or the first digits of its id.",
        ("seeds/treaty-note.md", "treaty-note.md"), required=True),
    Key("opens", EXACT, "The excerpt's opening words.", ("Both ministers left",)),
    Key("exact", EXACT, "All words of the excerpt.", ("Both ministers left without a statement.",)),
    Key("prefix", EXACT, "What stands before `exact`, to tell equal words apart.", ("he said. ",)),
    Key("suffix", EXACT, "What stands after `exact`, to tell equal words apart.", (" The talks",)),
)  # fmt: skip
"""The keys that say which excerpt is meant; PICK_RULE says how they go together."""

_REASON = Key("reason", LINE, "Why, for whoever reads the config next.", ("the only figure there is",))


def _placed(kind: Kind) -> Kind:
    """Make a kind whose values know where they are written."""

    def read(node: Node) -> Pick | Picked | None:
        found = kind.read(node)
        at = f"{Path(node.path).name}:{node.tree.value_at(node.place).line}"
        if isinstance(found, Picked):
            return replace(found, pick=replace(found.pick, at=at))
        return replace(found, at=at) if isinstance(found, Pick) else None

    return Kind(read, kind.schema)


PICK = _placed(
    mapping(
        "An excerpt to pin or to drop: the document, and its opening words or its exact words.",
        (*WHICH, _REASON),
        pick,
        PICK_RULE,
    )
)


def _picked(pin: str = "", drop: str = "", place: int = 0, **which: str) -> Picked:
    return Picked("pin" if pin else "drop", pin or drop, pick(**which), place)


PICKS = many(
    _placed(
        mapping(
            "An excerpt that a topic must print (`pin`) or must not (`drop`).",
            (
                Key("pin", WORDS, "The title of the topic that must print it.", ("Ferries",)),
                Key("drop", WORDS, "The title of the topic that must not.", ("Ferries",)),
                *WHICH,
                Key("place", whole(1, 1000), "Which of the pins of its topic comes where, from 1.", (2,)),
                Key("version", WORDS, "The first digits of the document's id when it was picked.", ("3fa9c01d2b44",)),
                _REASON,
            ),
            _picked,
            PICKED_RULE,
        )
    ),
    alone=False,
)
"""What a file of picks holds."""


def picks_of(tree: Tree, path: str) -> tuple[Picked, ...]:
    """Give the picks that a file holds; `path` is for messages. Raises ConfigError with all its mistakes."""
    node = Node.root(tree, path)
    found: tuple[Picked, ...] = PICKS.read(node) if node.value is not None else ()
    if mistakes := node.all_mistakes():
        raise ConfigError(mistakes)
    return found
