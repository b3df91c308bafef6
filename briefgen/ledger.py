"""What left the house: which bytes were written where.

One SQLite file at the project root, apart from the corpus. It lets a build tell its own files from those that a person
has changed since.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import OutputError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS written (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
"""


class Ledger:
    """The files that briefgen wrote, by path and SHA-256 of their bytes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def wrote(self, path: Path, sha256: str) -> bool:
        """Say whether these bytes at this path are ours."""
        row = self._connection.execute("SELECT 1 FROM written WHERE path = ? AND sha256 = ?", (str(path), sha256))
        return row.fetchone() is not None

    def writes(self, path: Path, sha256: str) -> None:
        """Record, before it happens, that these bytes go to this path; a crash in between costs nothing."""
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO written VALUES (?, ?)", (str(path), sha256))


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open the ledger at `path`, made if need be. OutputError when the file cannot be used."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(str(path), f"the ledger cannot be opened ({error})") from error
    try:
        connection.executescript(_SCHEMA)
        yield Ledger(connection)
    except sqlite3.Error as error:
        raise OutputError(str(path), f"the ledger cannot be used ({error})") from error
    finally:
        connection.close()
