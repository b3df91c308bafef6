"""Rows of the file as frozen types. What cannot be made of a row raises sqlite3.DatabaseError."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.corpus.forms import load_blocks, load_spans, load_work
from briefgen.model.source import Appearance, Document, Source

_SOURCE = """
    SELECT document.id, text, blocks, path, sha256, work, pages
    FROM appearance JOIN marking ON marking.row = marking JOIN document ON document.row = document
    WHERE seq = ?"""


@contextmanager
def understood() -> Iterator[None]:
    """Turn what goes wrong in making types of a row into sqlite3.DatabaseError: somebody has been at the file."""
    try:
        yield
    except (ValueError, TypeError, AttributeError) as error:
        raise sqlite3.DatabaseError(f"what it holds has been changed ({error})") from error


def read_document(document: str, text: str) -> Document:
    """Make a document of its row; its text is checked against its id."""
    with understood():
        return Document(document, text)


def read_appearance(row: tuple[str, str, str, str, str]) -> Appearance:
    """Make an appearance of its document's id, its path, its SHA-256, its work and its pages."""
    document, path, sha256, work, pages = row
    with understood():
        return Appearance(document, path, sha256, load_work(work), load_spans(pages))


def read_source(connection: sqlite3.Connection, appearance: int) -> Source:
    """Read the source of an appearance by its number."""
    document, text, blocks, *seen = connection.execute(_SOURCE, (appearance,)).fetchone()
    with understood():
        return Source(read_document(document, text), load_blocks(blocks), read_appearance((document, *seen)))
