"""The layout of the file, its versions, and how a file is opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.corpus.forms import dump_trace, load_blocks
from briefgen.corpus.index import TOKENIZER, fingerprints
from briefgen.corpus.reading import understood
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
# `fingerprints` has the row of the document whose whole text they are of, and is never changed either. It holds no
# places and no lengths: they would double it, and the text tells them.
#
# `file` says what a path holds now; all else only grows.
_WITH_FINGERPRINTS = (
    "CREATE VIRTUAL TABLE fingerprints USING fts5 (keys, content='', columnsize=0, detail=none)",
    "CREATE INDEX appearance_marking ON appearance (marking)",
)
"""What layout 3 has and layout 2 has not."""

# `trace` has what shows where a marking's story comes from (`briefgen.origins`), `tombstone` what was taken out of the
# file for good.
_WITH_TRACES = (
    """CREATE TABLE trace (
        marking INTEGER PRIMARY KEY REFERENCES marking,
        minhash BLOB NOT NULL,
        words INTEGER NOT NULL,
        carried TEXT NOT NULL,
        cited TEXT NOT NULL)""",
    "CREATE TABLE tombstone (document TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, why TEXT NOT NULL)",
)
"""What layout 4 has and layout 3 has not."""

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
    *_WITH_FINGERPRINTS,
    *_WITH_TRACES,
    f"PRAGMA application_id = {APPLICATION}",
)

LAYOUT = 4
"""The version of the layout; an empty file is of version 0. Raise it when the tables change, and say in `_STEPS` how
the file of the version before becomes one of this: it may hold evidence that is nowhere else."""

KEEP_TRACE = "INSERT INTO trace (marking, minhash, words, carried, cited) VALUES (?, ?, ?, ?, ?)"
_MARKED = "SELECT marking.row, text, blocks FROM marking JOIN document ON document.row = document"

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
    """Open a corpus file, or ":memory:", made or brought to this layout if need be.

    One that may not be written to, or stands in such a folder, is opened to be read. Raises CorpusError for a file that
    is no corpus, or one of a version that is not known.
    """
    is_read_only = path != MEMORY and _is_read_only(Path(path))
    if path != MEMORY and not is_read_only:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(path, f"its folder cannot be made ({error.strerror})") from error
    with guarded(path):
        address = _reading(Path(path)) if is_read_only else path
        connection = sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=is_read_only)
        try:
            _prepare(connection, path)
            if not is_read_only:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
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


def _is_read_only(path: Path) -> bool:
    """Say whether a file is there and cannot be written: SQLite writes into its folder too."""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _reading(path: Path) -> str:
    """Give the address under which SQLite only reads a file.

    Where nobody has it open there is no log beside it. Then it must be called immutable, since SQLite would make a log
    to read it; what another process then writes may be told wrongly (SQLite, "Write-Ahead Logging", section 5).
    """
    has_log = path.with_name(path.name + "-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro{'' if has_log else '&immutable=1'}"


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    # What is read of a file must be of one moment: another process may be making it.
    with transaction(connection, "DEFERRED"):
        if _version(connection, path) == LAYOUT:
            return
    with transaction(connection):
        # Another process may have done it since.
        version = _version(connection, path)
        if not version:
            for statement in _TABLES:
                connection.execute(statement)
        for step in range(version or LAYOUT, LAYOUT):
            _STEPS[step](connection)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _take_fingerprints(connection: sqlite3.Connection) -> None:
    """Bring a file from layout 2 to 3: take the fingerprints of every document, one text at a time in memory."""
    for statement in _WITH_FINGERPRINTS:
        connection.execute(statement)
    for row, text in connection.execute("SELECT row, text FROM document"):
        with understood():
            keys = fingerprints(text)
        connection.execute("INSERT INTO fingerprints (rowid, keys) VALUES (?, ?)", (row, keys))


def _take_traces(connection: sqlite3.Connection) -> None:
    """Bring a file from layout 3 to 4: take the trace of every marking, one text at a time in memory."""
    from briefgen.origins import trace  # noqa: PLC0415 - most files have theirs

    for statement in _WITH_TRACES:
        connection.execute(statement)
    for row, text, blocks in connection.execute(_MARKED):
        with understood():
            values = dump_trace(trace(text, load_blocks(blocks)))
        connection.execute(KEEP_TRACE, (row, *values))


_STEPS = {2: _take_fingerprints, 3: _take_traces}
"""How a file of each layout becomes one of the next."""


def _version(connection: sqlite3.Connection, path: str) -> int:
    """Give the layout of a file, 0 for one that is empty. Raises CorpusError for one that cannot be used."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise CorpusError(path, "it is another program's database; name another file for the corpus")
    if version not in {0, *_STEPS, LAYOUT}:
        known = f"its layout is version {version}, and this briefgen knows version {LAYOUT}"
        if version > LAYOUT:
            raise CorpusError(path, f"a later briefgen made it ({known}); update briefgen")
        raise CorpusError(path, f"an earlier briefgen made it ({known}); move it away and read the sources again")
    return int(version)
