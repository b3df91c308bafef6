"""Leases: of a brief, one process at a time builds and sends.

On one machine a lock of the operating system says who holds it, and is gone with its process, however that ends.
Between machines that share the ledger's folder a row says it: another machine's lease stands until its time is over.
"""

import platform
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from briefgen.errors import LeasedError, OutputError
from briefgen.ledger.moments import kept, moment

LENGTH = timedelta(hours=1)
"""How long another machine waits for one that no longer says anything. Longer than a build takes."""


def _this_host() -> str:
    """Name this machine: its name and the number of its network card, since two may bear one name."""
    return f"{platform.node()}-{uuid.getnode():012x}"


class Leases:
    """Who works on which brief."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection, self._folder = connection, folder

    @contextmanager
    def hold(self, brief: str, now: datetime, host: str = "") -> Iterator[None]:
        """Hold the lease of a brief. Raises LeasedError, at once, when somebody else does; OutputError."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - only what builds and sends by itself pays for it

        lock = FileLock(self._folder / f"{brief}.lock")
        host = host or _this_host()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(blocking=False)
        except Timeout:
            raise LeasedError(brief, "another process on this machine", None) from None
        except (OSError, NotImplementedError) as error:  # some shared drives know no locks
            raise OutputError(lock.lock_file, f"it cannot be locked ({error})") from error
        try:
            self._take(brief, host, now)
            try:
                yield
            finally:
                self._give_back(brief, host)
        finally:
            lock.release()

    def _take(self, brief: str, host: str, now: datetime) -> None:
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            row = self._connection.execute("SELECT host, until FROM lease WHERE brief = ?", (brief,)).fetchone()
            # A lease that seems to last longer than one can is of a clock that was wrong.
            if row and row[0] != host and now < moment(row[1]) <= now + LENGTH:
                raise LeasedError(brief, row[0], moment(row[1]))
            self._connection.execute("INSERT OR REPLACE INTO lease VALUES (?, ?, ?)", (brief, host, kept(now + LENGTH)))

    def _give_back(self, brief: str, host: str) -> None:
        with self._connection:
            self._connection.execute("DELETE FROM lease WHERE brief = ? AND host = ?", (brief, host))
