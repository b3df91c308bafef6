"""What a config says of what is new."""

from typing import Any

from briefgen.config.kinds import Kind, Schema, many, switch
from briefgen.config.known import Known
from briefgen.config.mapping import Key, mapping
from briefgen.config.reading import Node
from briefgen.config.values import WORDS
from briefgen.model.settings import New

_NAMES = many(WORDS)


def _others(node: Node) -> Any:  # noqa: ANN401 - see Kind
    """Read the names of briefs; true for all, false for none."""
    return node.value if isinstance(node.value, bool) else _NAMES.read(node)


def _schema(known: Known) -> Schema:
    return {"anyOf": [switch().schema(known), *_NAMES.schema(known)["anyOf"]]}


NEW = mapping(
    "What is not told again. An edition is what was delivered, or built with --record.",
    (
        Key("excerpts", switch(), "Whether to leave out what stood in an earlier edition of this brief.", (True,)),
        Key("other_briefs", Kind(_others, _schema),
            "Other briefs of the project, by the names of their configs, or true for all of them: what stood in their "
            "editions is left out too.",
            (["weekly", "korea"], True)),
        Key("documents", switch(),
            "Whether to quote only what arrived after the last edition of this brief: the order in which documents "
            "were read counts, not when they were published.",
            (True,)),
    ),
    New,
)  # fmt: skip
