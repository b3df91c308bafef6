"""How a config names an excerpt: to pin or to drop it."""

from briefgen.config.checks import PICK_RULE
from briefgen.config.mapping import Key, mapping
from briefgen.config.reading import Wrong
from briefgen.config.values import EXACT, LINE, WORDS
from briefgen.model.settings import Pick


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

PICK = mapping(
    "An excerpt to pin or to drop: the document, and its opening words or its exact words.",
    (*WHICH, Key("reason", LINE, "Why, for whoever reads the config next.", ("the only figure there is",))),
    pick,
    PICK_RULE,
)
