"""What left the house: which bytes were written where, and what the record of each brief was.

One SQLite file at the project root, apart from the corpus. It lets a build tell its own files from those that a person
has changed since, and proof find the record of a file that has lost its own. Paths are kept as the way from the root,
so that a project may be moved or copied.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefgen.errors import OutputError

VERSION = 2
"""Of the file's layout."""

PLACE = Path(".briefgen", "ledger.db")
"""Where the file stands, from the project root."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS written (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (digest TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS printed (excerpt TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (excerpt, digest))
    WITHOUT ROWID;
PRAGMA user_version = {VERSION};
"""


class Ledger:
    """The files that briefgen wrote, by path and SHA-256 of their bytes, and the public records of its briefs."""

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        self._connection, self._root = connection, root

    def wrote(self, path: Path, sha256: str) -> bool:
        """Say whether these bytes at this path are ours."""
        row = self._connection.execute("SELECT 1 FROM written WHERE path = ? AND sha256 = ?", (self._key(path), sha256))
        return row.fetchone() is not None

    def writes(self, path: Path, sha256: str) -> None:
        """Record, before it happens, that these bytes go to this path; a crash in between costs nothing."""
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO written VALUES (?, ?)", (self._key(path), sha256))

    def keep(self, record: str, digest: str, excerpts: Iterable[str]) -> None:
        """Keep the public record of a brief, to be found by its digest and by the ids of its excerpts."""
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO record VALUES (?, ?)", (digest, record))
            rows = ((excerpt, digest) for excerpt in excerpts)
            self._connection.executemany("INSERT OR IGNORE INTO printed VALUES (?, ?)", rows)

    def record(self, digest: str) -> str | None:
        """Give the record of this digest; None for an unknown one."""
        row = self._connection.execute("SELECT text FROM record WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def record_of(self, excerpts: Iterable[str]) -> str | None:
        """Give the record that has the most of these excerpts, and of several the one with the fewest others."""
        held: Counter[str] = Counter()
        for excerpt in set(excerpts):
            rows = self._connection.execute("SELECT digest FROM printed WHERE excerpt = ?", (excerpt,))
            held.update(digest for (digest,) in rows)
        if not held:
            return None
        most = max(held.values())
        return self.record(min((d for d, n in held.items() if n == most), key=lambda d: (self._size(d), d)))

    def _size(self, digest: str) -> int:
        (size,) = self._connection.execute("SELECT count(*) FROM printed WHERE digest = ?", (digest,)).fetchone()
        return int(size)

    def _key(self, path: Path) -> str:
        try:
            return Path(os.path.relpath(path, self._root)).as_posix()
        except ValueError:  # another drive: there is no way from the root
            return path.absolute().as_posix()


@contextmanager
def open_ledger(root: Path) -> Iterator[Ledger]:
    """Open the ledger of the project at `root`, made if need be. OutputError when its file cannot be used."""
    path = root / PLACE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(str(path), f"the ledger cannot be opened ({error})") from error
    try:
        _check(connection, path)
        connection.executescript(_SCHEMA)
        yield Ledger(connection, root)
    except sqlite3.Error as error:
        why = f"the ledger cannot be used ({error}); move it away and files that are there will be kept as a person's"
        raise OutputError(str(path), why) from error
    finally:
        connection.close()


@contextmanager
def reading_ledger(root: Path) -> Iterator[Ledger | None]:
    """Open the ledger of the project at `root` to look something up; None where there is none, or none of today's form.

    Nothing is made or changed. Raises OutputError when its file cannot be used.
    """
    path = root / PLACE
    if not path.is_file():
        yield None
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=30, uri=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            yield Ledger(connection, root) if version == VERSION else None
    except sqlite3.Error as error:
        raise OutputError(str(path), f"the ledger cannot be used ({error})") from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise OutputError(str(path), f"the ledger is of a later version ({version}); update briefgen")
