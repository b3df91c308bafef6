"""Which bytes were written where, and what the record of each brief was.

It lets a build tell its own files from those that a person has changed since, and proof find the record of a file that
has lost its own.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from briefgen.model.project import way


class Written:
    """The files that briefgen wrote, by path and SHA-256 of their bytes, and the public records of its briefs."""

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        self._connection, self._root = connection, root

    def wrote(self, path: Path, sha256: str) -> bool:
        """Say whether these bytes at this path are ours."""
        row = self._connection.execute("SELECT 1 FROM written WHERE path = ? AND sha256 = ?", (self.key(path), sha256))
        return row.fetchone() is not None

    def writes(self, path: Path, sha256: str) -> None:
        """Record, before it happens, that these bytes go to this path; a crash in between costs nothing."""
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO written VALUES (?, ?)", (self.key(path), sha256))

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

    def key(self, path: Path) -> str:
        """Give a path as the ledger keeps it: the way from the project root."""
        return way(path, self._root)

    def _size(self, digest: str) -> int:
        (size,) = self._connection.execute("SELECT count(*) FROM printed WHERE digest = ?", (digest,)).fetchone()
        return int(size)
