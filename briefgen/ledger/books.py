"""The ledger as one thing: opened, and what it offers."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.ledger.editions import Editions
from briefgen.ledger.layout import ADDED, SCHEMA, VERSION
from briefgen.ledger.leases import Leases
from briefgen.ledger.outbox import Outbox
from briefgen.ledger.watches import Watches
from briefgen.ledger.written import Written
from briefgen.model.project import LEDGER

LOCKS = "locks"
"""The folder of lock files, beside the ledger."""


class Ledger(Written):
    """The open ledger of a project: written files and records, `editions`, the `outbox`, `watches`, and leases."""

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        super().__init__(connection, root)
        self.editions = Editions(connection)
        self.outbox = Outbox(connection)
        self.watches = Watches(connection)
        self._leases = Leases(connection, (root / LEDGER).parent / LOCKS)

    def lease(self, brief: str, now: datetime, host: str = "") -> AbstractContextManager[None]:
        """Give the lease of a brief, to be held with `with`; LeasedError on entering when somebody else holds it."""
        return self._leases.hold(brief, now, host)


@contextmanager
def open_ledger(root: Path) -> Iterator[Ledger]:
    """Open the ledger of the project at `root`, made if need be. OutputError when its file cannot be used."""
    path = root / LEDGER
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(str(path), f"the ledger cannot be opened ({error})") from error
    try:
        _prepare(connection, path)
        yield Ledger(connection, root)
    except sqlite3.OperationalError as error:  # a full disk, another process that does not end, a folder that is none
        raise OutputError(str(path), f"the ledger cannot be used now ({error})") from error
    except sqlite3.Error as error:
        why = f"the ledger cannot be used ({error}); put back a copy of it: without one, nobody knows what was sent"
        raise OutputError(str(path), why) from error
    finally:
        connection.close()


@contextmanager
def reading_ledger(root: Path) -> Iterator[Ledger | None]:
    """Open the ledger of the project at `root` to look something up; None where there is none, or none of today's form.

    Nothing is made or changed. Raises OutputError when its file cannot be used.
    """
    path = root / LEDGER
    if not path.is_file():
        yield None
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=30, uri=True)) as connection:
            yield Ledger(connection, root) if _version(connection) == VERSION else None
    except sqlite3.Error as error:
        raise OutputError(str(path), f"the ledger cannot be used ({error})") from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version > VERSION:
        raise OutputError(str(path), f"the ledger is of a later version ({version}); update briefgen")
    if version < VERSION:
        connection.executescript(SCHEMA)
        _add_columns(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _add_columns(connection: sqlite3.Connection) -> None:
    """Bring the tables of version 3 to this one; another process may be doing the same."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for table, column in ADDED:
            if column not in [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
