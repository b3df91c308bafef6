"""The layout of the file, its versions, and how a file is opened."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.corpus.index import TOKENIZER
from briefgen.errors import CorpusError

MEMORY = ":memory:"

APPLICATION = 0x62674370
"""Says in the file's header that it is a corpus of briefgen's."""

PATIENCE = 60.0
"""Seconds to wait for another process that writes."""

# Each text is kept as it stands. zlib would make the file a third smaller, for a tenth of a millisecond a document, but
# then nobody could look at the evidence without briefgen.
#
# `marking` is a document under one title with one set of blocks; its row is the row in `words`, which holds nothing but
# the index and is never changed: another title or other blocks are another marking.
#
# `file` says what a path holds now; all else only grows.
_TABLES = (
    "CREATE TABLE document (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL)",
    """CREATE TABLE marking (
        row INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES document,
        blocks TEXT NOT NULL,
        length INTEGER NOT NULL)""",
    "CREATE INDEX marking_document ON marking (document)",
    """CREATE TABLE appearance (
        seq INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        marking INTEGER NOT NULL REFERENCES marking,
        sha256 TEXT NOT NULL,
        work TEXT NOT NULL,
        pages TEXT NOT NULL)""",
    "CREATE INDEX appearance_path ON appearance (path)",
    """CREATE TABLE file (
        path TEXT NOT NULL PRIMARY KEY,
        appearance INTEGER NOT NULL REFERENCES appearance,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        ctime_ns INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        seen_ns INTEGER NOT NULL,
        reader TEXT NOT NULL,
        rules TEXT NOT NULL,
        hints TEXT NOT NULL,
        said TEXT NOT NULL,
        warnings TEXT NOT NULL) WITHOUT ROWID""",
    f"""CREATE VIRTUAL TABLE words USING fts5 (keys, content='', columnsize=0, tokenize="{TOKENIZER}")""",
    f"PRAGMA application_id = {APPLICATION}",
)

LAYOUT = 2
"""The version of the layout; an empty file is of version 0. Raise it when the tables change."""

_REASONS = {
    "SQLITE_BUSY": "another program has been writing to it for too long; try again when it is done",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_CORRUPT": "it is damaged; bring it back from a copy, or move it away and read the sources again",
    "SQLITE_FULL": "there is no room left for it",
    "SQLITE_NOTADB": "it is no database; move it away, or name another file for the corpus",
    "SQLITE_READONLY": "it may not be written to",
}


@contextmanager
def guarded(path: str) -> Iterator[None]:
    """Turn what goes wrong with the file at `path` into CorpusError."""
    try:
        yield
    except sqlite3.Error as error:
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        raise CorpusError(path, _REASONS.get(name, str(error))) from error
    except UnicodeDecodeError as error:
        # SQLite names what is damaged, and the name may be damaged too.
        raise CorpusError(path, _REASONS["SQLITE_CORRUPT"]) from error


def connect(path: str) -> sqlite3.Connection:
    """Open a corpus file, or ":memory:", made if need be.

    Raises CorpusError for a file that is no corpus, or one of another version.
    """
    if path != MEMORY:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(path, f"its folder cannot be made ({error.strerror})") from error
    with guarded(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Write all or nothing; an IMMEDIATE one waits for other writers before it reads, a DEFERRED one reads at once."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    if not _is_made(connection, path):
        with transaction(connection):
            # Another process may have made it since.
            for statement in () if _is_made(connection, path) else _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")


def _is_made(connection: sqlite3.Connection, path: str) -> bool:
    """Say whether a file has our tables; one that is empty has not. Raises CorpusError for any other."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise CorpusError(path, "it is another program's database; name another file for the corpus")
    if version not in {0, LAYOUT}:
        known = f"its layout is version {version}, and this briefgen knows version {LAYOUT}"
        if version > LAYOUT:
            raise CorpusError(path, f"a later briefgen made it ({known}); update briefgen")
        raise CorpusError(path, f"an earlier briefgen made it ({known}); move it away and read the sources again")
    return bool(version)
