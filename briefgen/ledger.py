"""What left the house: which bytes were written where.

One SQLite file at the project root, apart from the corpus. It lets a build tell its own files from those that a person
has changed since. Paths are kept as the way from the root, so that a project may be moved or copied.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import OutputError

VERSION = 1
"""Of the file's layout."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS written (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
"""


class Ledger:
    """The files that briefgen wrote, by path and SHA-256 of their bytes."""

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

    def _key(self, path: Path) -> str:
        try:
            return Path(os.path.relpath(path, self._root)).as_posix()
        except ValueError:  # another drive: there is no way from the root
            return path.absolute().as_posix()


@contextmanager
def open_ledger(root: Path) -> Iterator[Ledger]:
    """Open the ledger of the project at `root`, made if need be. OutputError when its file cannot be used."""
    path = root / ".briefgen" / "ledger.db"
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


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise OutputError(str(path), f"the ledger is of a later version ({version}); update briefgen")
