"""A corpus in one SQLite file."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import date
from hashlib import sha256
from itertools import count
from typing import Any, NamedTuple, Self

from briefgen.corpus import INDEX_VERSION, Entry, Known, Stamp, Tombstone, erasing, index
from briefgen.corpus.forms import (
    dump,
    dump_blocks,
    dump_spans,
    dump_trace,
    dump_work,
    load_blocks,
    load_lines,
    load_work,
)
from briefgen.corpus.layout import KEEP_TRACE, connect, guarded, transaction
from briefgen.corpus.quoting import quoting
from briefgen.corpus.reading import read_appearance, read_document, read_source, understood
from briefgen.corpus.scope import SqliteScope
from briefgen.errors import CorpusError
from briefgen.model.origin import Trace
from briefgen.model.source import Appearance, Document, Source

_KNOWN = """
    SELECT size, mtime_ns, ctime_ns, inode, seen_ns, sha256, id, reader, rules, warnings, said,
        hints != '[]'
    FROM file JOIN appearance ON seq = file.appearance JOIN marking ON marking.row = marking
        JOIN document ON document.row = document
    WHERE file.path = ?"""
_ENTRY = """
    SELECT size, mtime_ns, ctime_ns, inode, seen_ns, reader, hints, said, warnings, rules, appearance
    FROM file WHERE path = ?"""
_SEEN = """
    SELECT {} FROM document JOIN marking ON marking.document = document.row JOIN appearance ON marking = marking.row
    WHERE id = ? ORDER BY seq DESC"""
_STONE = "SELECT day, why FROM tombstone WHERE document = ?"
_SAME = """
    SELECT seq FROM file JOIN appearance ON seq = appearance
    WHERE file.path = ? AND marking = ? AND sha256 = ? AND work = ? AND pages = ?"""


class _Made(NamedTuple):
    """What an entry adds to the indexes; nothing but its marking's key if all of it is there."""

    key: str
    words: str = ""
    length: int = 0
    fingerprints: str = ""
    trace: Trace = Trace()


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
            *stamp, digest, document, reader, rules, warnings, said, hinted = row
            lines, work = load_lines(warnings), load_work(said)
            return Known(Stamp(*stamp), digest, document, reader, rules, lines, work, bool(hinted))

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
        # The upper bound lets the engine stop looking: every file is asked for what it holds.
        found = """
            SELECT path FROM file WHERE path >= ?1 AND path <= ?1 || char(1114111)
                AND substr(path, 1, length(?1)) = ?1 ORDER BY path"""
        with guarded(self._path):
            return tuple(path for (path,) in self._connection.execute(found, (prefix,)))

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep these entries, all or none. What the index is to hold is made before the file is locked."""
        with guarded(self._path):
            erased = [entry.path for entry in entries if self._one(_STONE, entry.source.document.id)]
            made = [(entry, self._made(entry)) for entry in entries if entry.path not in erased]
            with transaction(self._connection):
                self._forget(erased)
                for entry, added in made:
                    self._put(entry, self._marking(entry, added))

    def forget(self, paths: Iterable[str]) -> None:
        """Let these paths hold nothing from now on."""
        with guarded(self._path), transaction(self._connection):
            self._forget(paths)

    def erase(self, document: str, why: str, day: date) -> None:
        """Take a document out of the file for good, and set its tombstone."""
        with guarded(self._path):
            row, stone = self._one("SELECT row FROM document WHERE id = ?", document), self.tombstone(document)
            if row is None and stone is None:
                raise CorpusError(self._path, f"it holds no document {document}")
            if not erasing.erase(self._connection, row and row[0], stone or Tombstone(document, day, why)):
                raise CorpusError(
                    self._path, "another program has it open, and its log still holds the text; try again"
                )

    def tombstone(self, document: str) -> Tombstone | None:
        """Say when and why a document was erased."""
        with guarded(self._path), understood():
            row = self._one(_STONE, document)
            return Tombstone(document, date.fromisoformat(row[0]), str(row[1])) if row else None

    def document(self, document: str) -> Document:
        """Give a document by its id, checked."""
        with guarded(self._path):
            row = self._one("SELECT id, text FROM document WHERE id = ?", document)
            if row is None:
                raise CorpusError(self._path, f"it holds no document {document}")
            return read_document(*row)

    def source(self, document: str) -> Source:
        """Give the document with the blocks and the work of its newest appearance."""
        with guarded(self._path):
            for (seq,) in self._connection.execute(_SEEN.format("seq") + " LIMIT 1", (document,)):
                return read_source(self._connection, seq)
        raise CorpusError(self._path, f"it holds no document {document}")

    def appearances(self, document: str) -> tuple[Appearance, ...]:
        """Give everything that a document was ever seen as, the newest first."""
        with guarded(self._path):
            seen = self._connection.execute(_SEEN.format("id, path, sha256, work, pages"), (document,))
            return tuple(map(read_appearance, seen))

    def quoting(self, words: str, limit: int) -> tuple[str, ...]:
        """Give the ids of documents that may hold these words or words much like them, likeliest first."""
        with guarded(self._path):
            return quoting(self._connection, words, limit)

    def mark(self) -> str:
        """Give a mark of what has arrived so far: the last row, and the document in it, since rows are used again."""
        with guarded(self._path):
            last = self._one("SELECT row, id FROM document ORDER BY row DESC LIMIT 1")
            return f"{last[0]} {last[1]}" if last else ""

    def since(self, mark: str) -> frozenset[str] | None:
        """Give the ids of the documents that arrived after a mark; None for one that means nothing here."""
        with guarded(self._path):
            row, _, document = mark.partition(" ")
            if not self._one("SELECT 1 FROM document WHERE id = ? AND row = ?", document, row):
                return None
            later = self._connection.execute("SELECT id FROM document WHERE row > ?", (row,))
            return frozenset(key for (key,) in later)

    def scope(self, paths: Iterable[str]) -> SqliteScope:
        """Give what stands at these paths now."""
        return SqliteScope(self._connection, self._path, paths, f"scope_{next(self._scopes)}")

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a row of whatever the query asks for
        return self._connection.execute(query, values).fetchone()

    def _made(self, entry: Entry) -> _Made:
        """Give what an entry adds to the indexes, as far as it is not there yet."""
        source = entry.source
        parts = [source.document.id, source.work.title, dump_blocks(source.blocks), INDEX_VERSION]
        key = sha256(dump(parts).encode()).hexdigest()
        if self._one("SELECT 1 FROM marking WHERE key = ?", key):
            return _Made(key)
        from briefgen.origins import trace  # noqa: PLC0415 - nothing is traced where nothing has changed

        is_known = self._one("SELECT 1 FROM document WHERE id = ?", source.document.id)
        fingerprints = "" if is_known else index.fingerprints(source.document.text)
        return _Made(key, *index.entry(source), fingerprints, trace(source.document.text, source.blocks))

    def _marking(self, entry: Entry, made: _Made) -> int:
        if row := self._one("SELECT row FROM marking WHERE key = ?", made.key):
            return int(row[0])
        number = self._document(entry.source.document, made.fingerprints)
        marking = "INSERT INTO marking (key, document, blocks, length) VALUES (?, ?, ?, ?) RETURNING row"
        (row,) = self._one(marking, made.key, number, dump_blocks(entry.source.blocks), made.length)
        self._connection.execute("INSERT INTO words (rowid, keys) VALUES (?, ?)", (row, made.words))
        self._connection.execute(KEEP_TRACE, (row, *dump_trace(made.trace)))
        return int(row)

    def _document(self, document: Document, fingerprints: str) -> int:
        if row := self._one("SELECT row FROM document WHERE id = ?", document.id):
            return int(row[0])
        (row,) = self._one("INSERT INTO document (id, text) VALUES (?, ?) RETURNING row", document.id, document.text)
        self._connection.execute("INSERT INTO fingerprints (rowid, keys) VALUES (?, ?)", (row, fingerprints))
        return int(row)

    def _forget(self, paths: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM file WHERE path = ?", ((path,) for path in paths))

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
