"""Translations of excerpts: a list in the config, or in a file of its own beside it."""

from briefgen.config.checks import PICK_RULE
from briefgen.config.kinds import Kind, many
from briefgen.config.mapping import Key, mapping
from briefgen.config.picks import WHICH, pick
from briefgen.config.reading import Node
from briefgen.config.values import FILE, LANGUAGE, LINE, WORDS
from briefgen.config.yaml12 import read_file
from briefgen.errors import ConfigError
from briefgen.model.settings import Translated
from briefgen.model.translation import Translation


def _translated(text: str, language: str = "", by: str = "", **which: str) -> Translated:
    return Translated(pick(**which), Translation(text, language, by), is_whole="exact" in which)


_LIST = many(
    mapping(
        "A translation of one excerpt: which excerpt, as a pin says it, and what it says.",
        (
            *WHICH,
            Key("text", WORDS, "The translation.", ("The ministers left without a statement.",), required=True),
            Key("language", LANGUAGE, "Its language, as a BCP 47 tag. Without this key: the brief's.", ("en", "ja")),
            Key("by", LINE, "Who translated it.", ("the desk", "Ada Quill")),
        ),
        _translated,
        PICK_RULE,
    ),
    alone=False,
)


def _read(node: Node) -> tuple[Translated, ...] | None:
    """Read the list; the mistakes of its file are told with the config's own."""
    if not isinstance(node.value, str):
        return _LIST.read(node)  # type: ignore[no-any-return] # what `_translated` makes
    if FILE.read(node) is None:
        return None
    path = node.around.folder / node.value
    try:
        file = Node.root(read_file(path), str(path), node.around)
    except ConfigError as error:
        node.mistakes.extend(error.mistakes)
        return None
    found = _LIST.read(file)
    node.mistakes.extend(file.all_mistakes())
    return found  # type: ignore[no-any-return] # as above


TRANSLATIONS = Kind(_read, lambda known: {"anyOf": [FILE.schema(known), _LIST.schema(known)]})
