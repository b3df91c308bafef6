"""Reads sources: finds files, makes their bytes text, and knows what their front matter and table say of them."""

from briefgen.sources.discovering import Discovered, Skipped, discover
from briefgen.sources.fields import merge
from briefgen.sources.reading import READERS, Reading, load_bytes, read
from briefgen.sources.table import Table, Tables, load_table, write_table

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
