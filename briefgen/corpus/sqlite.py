"""A corpus in one SQLite file."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from itertools import count
from typing import Any, Self

from briefgen.corpus import INDEX_VERSION, Entry, Known, Stamp, index
from briefgen.corpus.forms import dump, dump_blocks, dump_spans, dump_work, load_blocks, load_lines, load_work
from briefgen.corpus.layout import connect, guarded, transaction
from briefgen.corpus.reading import read_document, read_source
from briefgen.corpus.scope import SqliteScope
from briefgen.errors import CorpusError
from briefgen.model.source import Document

_KNOWN = """
    SELECT size, mtime_ns, ctime_ns, inode, seen_ns, sha256, id, reader, rules, warnings
    FROM file JOIN appearance ON seq = file.appearance JOIN marking ON marking.row = marking
        JOIN document ON document.row = document
    WHERE file.path = ?"""
_ENTRY = """
    SELECT size, mtime_ns, ctime_ns, inode, seen_ns, reader, hints, said, warnings, rules, appearance
    FROM file WHERE path = ?"""
_SAME = """
    SELECT seq FROM file JOIN appearance ON seq = appearance
    WHERE file.path = ? AND marking = ? AND sha256 = ? AND work = ? AND pages = ?"""


class SqliteCorpus:
    """A corpus in the SQLite file `path`. Raises CorpusError, as every method does, if it cannot be used."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection = connect(path)
        self._scopes = count(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def known(self, path: str) -> Known | None:
        """Say what is known of a path, None for nothing."""
        with guarded(self._path):
            row = self._one(_KNOWN, path)
            if row is None:
                return None
            *stamp, digest, document, reader, rules, warnings = row
            return Known(Stamp(*stamp), digest, document, reader, rules, load_lines(warnings))

    def entry(self, path: str) -> Entry:
        """Give all that is kept of what a known path holds now."""
        with guarded(self._path):
            row = self._one(_ENTRY, path)
            if row is None:
                raise CorpusError(self._path, f"it knows nothing of {path}")
            *stamp, reader, hints, said, warnings, rules, appearance = row
            return Entry(
                stamp=Stamp(*stamp),
                reader=reader,
                hints=load_blocks(hints),
                said=load_work(said),
                warnings=load_lines(warnings),
                rules=rules,
                source=read_source(self._connection, appearance),
            )

    def paths(self, prefix: str) -> tuple[str, ...]:
        """Give the paths known now that begin with `prefix`, in order."""
        found = "SELECT path FROM file WHERE path >= ? AND substr(path, 1, length(?)) = ? ORDER BY path"
        with guarded(self._path):
            return tuple(path for (path,) in self._connection.execute(found, (prefix, prefix, prefix)))

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep these entries, all or none. What the index is to hold is made before the file is locked."""
        with guarded(self._path):
            made = [(entry, *self._made(entry)) for entry in entries]
            with transaction(self._connection):
                for entry, key, words in made:
                    self._put(entry, self._marking(entry, key, words))

    def forget(self, paths: Iterable[str]) -> None:
        """Let these paths hold nothing from now on."""
        with guarded(self._path), transaction(self._connection):
            self._connection.executemany("DELETE FROM file WHERE path = ?", ((path,) for path in paths))

    def document(self, document: str) -> Document:
        """Give a document by its id, checked."""
        with guarded(self._path):
            row = self._one("SELECT id, text FROM document WHERE id = ?", document)
            if row is None:
                raise CorpusError(self._path, f"it holds no document {document}")
            return read_document(*row)

    def scope(self, paths: Iterable[str]) -> SqliteScope:
        """Give what stands at these paths now."""
        return SqliteScope(self._connection, self._path, paths, f"scope_{next(self._scopes)}")

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a row of whatever the query asks for
        return self._connection.execute(query, values).fetchone()

    def _made(self, entry: Entry) -> tuple[str, tuple[str, int]]:
        """Give the key of an entry's marking and, if it is not there yet, what the index is to hold of it."""
        source = entry.source
        parts = [source.document.id, source.work.title, dump_blocks(source.blocks), INDEX_VERSION]
        key = sha256(dump(parts).encode()).hexdigest()
        return key, ("", 0) if self._one("SELECT 1 FROM marking WHERE key = ?", key) else index.entry(source)

    def _marking(self, entry: Entry, key: str, words: tuple[str, int]) -> int:
        if row := self._one("SELECT row FROM marking WHERE key = ?", key):
            return int(row[0])
        document, (keys, length) = entry.source.document, words
        self._connection.execute(
            "INSERT OR IGNORE INTO document (id, text) VALUES (?, ?)", (document.id, document.text)
        )
        (number,) = self._one("SELECT row FROM document WHERE id = ?", document.id)
        marking = "INSERT INTO marking (key, document, blocks, length) VALUES (?, ?, ?, ?) RETURNING row"
        (row,) = self._one(marking, key, number, dump_blocks(entry.source.blocks), length)
        self._connection.execute("INSERT INTO words (rowid, keys) VALUES (?, ?)", (row, keys))
        return int(row)

    def _put(self, entry: Entry, marking: int) -> None:
        """Let a path hold an entry; an appearance that is as it was stays the one it was."""
        seen = entry.source.appearance
        values = (seen.path, marking, seen.sha256, dump_work(seen.work), dump_spans(seen.pages))
        (seq,) = self._one(_SAME, *values) or self._one(
            "INSERT INTO appearance (path, marking, sha256, work, pages) VALUES (?, ?, ?, ?, ?) RETURNING seq", *values
        )
        said = (dump_blocks(entry.hints), dump_work(entry.said), dump(entry.warnings))
        stamp = astuple(entry.stamp)
        self._connection.execute(
            """INSERT OR REPLACE INTO file
            (path, appearance, size, mtime_ns, ctime_ns, inode, seen_ns, reader, rules, hints, said, warnings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (seen.path, seq, *stamp, entry.reader, entry.rules, *said),
        )
