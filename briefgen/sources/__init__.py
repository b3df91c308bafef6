"""Reads sources: finds files, makes their bytes text, and knows what their front matter and table say of them.

What only a changed source needs is loaded when it is first asked for: an unchanged one costs a stat.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.sources.discovering import Discovered, Skipped, discover
from briefgen.sources.loading import load_bytes
from briefgen.sources.reading import READERS, Reading, read
from briefgen.sources.tables import Table, Tables

if TYPE_CHECKING:
    from briefgen.sources.fields import merge
    from briefgen.sources.table import load_table, write_table

VERSION = 1
"""Of the readers: what another version read is read again."""

__all__ = [
    "READERS",
    "VERSION",
    "Discovered",
    "Reading",
    "Skipped",
    "Table",
    "Tables",
    "discover",
    "load_bytes",
    "load_table",
    "merge",
    "read",
    "write_table",
]

_LATER = {"merge": "fields", "load_table": "table", "write_table": "table"}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
