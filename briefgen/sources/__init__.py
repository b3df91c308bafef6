"""Reads sources: finds files, makes their bytes text, and knows what their front matter and table say of them.

What only a changed source needs is loaded when it is first asked for: an unchanged one costs a stat.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.sources.discovering import Discovered, Skipped, discover
from briefgen.sources.libraries import Libraries
from briefgen.sources.loading import CONTAINER_LIMIT, load_bytes
from briefgen.sources.names import shown, unusable
from briefgen.sources.tables import Table, Tables

if TYPE_CHECKING:
    from briefgen.sources.fields import merge
    from briefgen.sources.members import Unread, file_of, locate, sources_in
    from briefgen.sources.reading import Reading, read
    from briefgen.sources.recognising import TEXTS, is_text
    from briefgen.sources.table import load_table, write_table

VERSION = 4
"""Of the readers: what another version read is read again."""

__all__ = [
    "CONTAINER_LIMIT",
    "TEXTS",
    "VERSION",
    "Discovered",
    "Libraries",
    "Reading",
    "Skipped",
    "Table",
    "Tables",
    "Unread",
    "discover",
    "file_of",
    "is_text",
    "load_bytes",
    "load_table",
    "locate",
    "merge",
    "read",
    "shown",
    "sources_in",
    "unusable",
    "write_table",
]

_LATER = {
    "merge": "fields",
    "load_table": "table",
    "write_table": "table",
    **dict.fromkeys(("Reading", "read"), "reading"),
    **dict.fromkeys(("TEXTS", "is_text"), "recognising"),
    **dict.fromkeys(("Unread", "file_of", "locate", "sources_in"), "members"),
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
