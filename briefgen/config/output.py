"""What a config says of how its files look."""

import re
from typing import Any

from briefgen.config.kinds import Kind, anything, choice, switch
from briefgen.config.mapping import Key, mapping
from briefgen.config.reading import Node
from briefgen.config.values import FILE, NAME
from briefgen.model.settings import Output

_ROLE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


def _styles(node: Node) -> Any:  # noqa: ANN401 - see Kind
    """Read a mapping from roles to names of styles. Any role will do: a template may have its own."""
    if not isinstance(node.value, dict):
        return anything().read(node)
    for role in node.value:
        if not isinstance(role, str) or not _ROLE.fullmatch(role):
            node.fail_key(role, "a role is made of small letters and hyphens", "write source-line, quote or heading-1")
    return tuple((role, NAME.read(node.child(role))) for role in node.value if node.has(role))


_NAMES = Kind(_styles, lambda known: {"type": "object", "additionalProperties": NAME.schema(known)})

OUTPUT = mapping(
    "How the files look.",
    (
        Key("reference", FILE,
            "A Word file of your house (.docx or .dotx), relative to the config: its styles, page, headers, footers, "
            "cover and theme are kept. The brief goes in at the paragraph {{ brief }}, or at the end.",
            ("../house/letterhead.docx",)),
        Key("styles", _NAMES, "The styles of that file, by the roles of the brief's paragraphs.",
            ({"source-line": "MoFA Source", "quote": "MoFA Extract"},)),
        Key("notes", choice(lambda _: ("footnotes", "endnotes", "list")),
            "Where the notes of a Word file stand: at the foot of the page, at its end, or as a list.", ("endnotes",)),
        Key("contents", switch(), "Whether a Word file has a list of its headings.", (True,)),
        Key("cover", switch(), "Whether the title of a Word file has a page of its own.", (True,)),
        Key("scrub", switch(), "Whether the record of the brief, which a file carries, is left out of it.", (True,)),
        Key("changes", switch(),
            "Whether a second Word file shows, as tracked changes, what changed since the last edition.", (True,)),
    ),
    Output,
)  # fmt: skip
