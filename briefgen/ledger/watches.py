"""Which schedules are watched, and since when."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefgen.ledger.moments import kept, moment
from briefgen.model.delivering import Schedule

_SELECT = "SELECT brief, sha256, cron, zone, catch_up, since FROM watch"


@dataclass(frozen=True, slots=True)
class Watch:
    """The schedule of a brief as its config (with this SHA-256) has it; a slot before `since` is never due.

    Of the schedule, what tells when something is due is kept, so that a config that has not changed need not be read.
    """

    brief: str
    sha256: str
    schedule: Schedule
    since: datetime


class Watches:
    """The schedules of a project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, Watch]:
        """Give what is watched, by the name of the brief."""
        rows = self._connection.execute(_SELECT).fetchall()
        return {
            brief: Watch(brief, sha256, Schedule(cron, zone, catch_up=timedelta(seconds=catch_up)), moment(since))
            for brief, sha256, cron, zone, catch_up, since in rows
        }

    def see(self, brief: str, sha256: str, schedule: Schedule, now: datetime) -> Watch:
        """Watch a schedule that is new, or whose config has changed.

        One that was never seen is watched from now. With other times than before it is watched from the last look, so
        that neither a slot in between is lost, nor one that only now would have been is made up for.
        """
        row = (brief, sha256, schedule.cron, schedule.zone, schedule.catch_up.total_seconds(), kept(now), kept(now))
        with self._connection:
            self._connection.execute(
                "INSERT INTO watch VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET sha256 = excluded.sha256,"
                " since = iif(cron = excluded.cron AND zone = excluded.zone, since, looked),"
                " cron = excluded.cron, zone = excluded.zone, catch_up = excluded.catch_up",
                row,
            )
        return self.all()[brief]

    def look(self, briefs: Iterable[str], now: datetime) -> None:
        """Note that these were looked at. A clock that was wrong saw what is watched from a time to come."""
        rows = [(kept(now), kept(now), brief) for brief in briefs]
        with self._connection:
            self._connection.executemany("UPDATE watch SET looked = ?, since = min(since, ?) WHERE brief = ?", rows)

    def drop(self, brief: str) -> None:
        """Watch a brief no longer."""
        with self._connection:
            self._connection.execute("DELETE FROM watch WHERE brief = ?", (brief,))
