"""The editions of briefs, and the bytes of each."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefgen.errors import ApprovalError, UnknownKeyError
from briefgen.ledger.moments import kept, moment, moment_or_none
from briefgen.model.edition import Accepted, Edition, Frozen, Outcome, Printed, Recipient, State
from briefgen.model.place import Span

_SELECT = "SELECT id, brief, number, as_of, title, state, built, slot, approved, record, folder, arrived FROM edition"
File = tuple[str, str, bytes]
"""A file to keep: its name, its format and its bytes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to become an edition; the fields are those of `Edition`, with the bytes of its files."""

    brief: str
    as_of: date
    title: str
    state: State
    built: datetime
    slot: datetime | None = None
    record: str = ""
    folder: str = ""
    arrived: str = ""
    files: Sequence[File] = ()
    excerpts: Sequence[Printed] = ()


class Editions:
    """Every edition of every brief of a project. Each change is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, draft: Draft, recipients: Iterable[Recipient] = ()) -> Edition:
        """Add an edition, with the bytes of its files and an outbox row for each recipient.

        An approved one is approved at the moment it was built. It replaces an earlier one that is still held, and so
        does one that is held: a person approves the newest. Raises sqlite3.IntegrityError for a second edition of a
        slot.
        """
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if draft.state in {State.HELD, State.APPROVED}:
                row = (State.REPLACED, draft.brief, State.HELD)
                self._connection.execute("UPDATE edition SET state = ? WHERE brief = ? AND state = ?", row)
            edition, key = self._insert(draft)
            self._keep(edition, draft.files, draft.excerpts)
            self._address(edition, f"{key} {kept(draft.built)}", recipients, draft.built)
        return self.find(key)

    def approve(
        self,
        edition: Edition,
        now: datetime,
        files: Sequence[File],
        excerpts: Sequence[Printed],
        accepted: Iterable[Accepted] = (),
        recipients: Iterable[Recipient] = (),
    ) -> Edition:
        """Freeze what a person approved as the edition: these bytes, and the excerpts that stand in them.

        Who published their documents is known from when it was built.
        Raises ApprovalError when it is not held any more.
        """
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            change = "UPDATE edition SET state = ?, approved = ? WHERE brief = ? AND number = ? AND state = ?"
            row = (State.APPROVED, kept(now), edition.brief, edition.number, State.HELD)
            if not self._connection.execute(change, row).rowcount:
                why = f"it is {self.find(edition.key).state} by now; somebody else was at work on it"
                raise ApprovalError(edition.key, why)
            number = self._id(edition.key)
            outlets = {each.document: each.outlet for each in edition.excerpts}
            standing = [replace(each, outlet=outlets.get(each.document, each.outlet)) for each in excerpts]
            for table in ("edition_file", "edition_excerpt"):
                self._connection.execute(f"DELETE FROM {table} WHERE edition = ?", (number,))  # noqa: S608 - two fixed names
            self._keep(number, files, standing)
            rows = ((number, each.mark, each.why) for each in accepted)
            self._connection.executemany("INSERT OR REPLACE INTO accepted VALUES (?, ?, ?)", rows)
            self._address(number, f"{edition.key} {kept(edition.built)}", recipients, now)
        return self.find(edition.key)

    def of(self, brief: str) -> tuple[Edition, ...]:
        """Give the editions of a brief, the newest first."""
        rows = self._connection.execute(f"{_SELECT} WHERE brief = ? ORDER BY number DESC", (brief,))
        return tuple(self._edition(row) for row in rows.fetchall())

    def briefs(self) -> tuple[str, ...]:
        """Give the names of the briefs that have editions, in order."""
        return tuple(name for (name,) in self._connection.execute("SELECT DISTINCT brief FROM edition ORDER BY brief"))

    def find(self, key: str) -> Edition:
        """Give the edition of this name ("russia/12"). Raises UnknownKeyError."""
        row = self._connection.execute(f"{_SELECT} WHERE id = ?", (self._id(key),))
        return self._edition(row.fetchone())

    def held(self, brief: str) -> str | None:
        """Give the name of the edition of a brief that waits for approval, if there is one."""
        row = self._connection.execute("SELECT number FROM edition WHERE brief = ? AND state = ?", (brief, State.HELD))
        found = row.fetchone()
        return f"{brief}/{found[0]}" if found else None

    def has(self, brief: str, slot: datetime) -> bool:
        """Say whether there is an edition of a moment of the schedule, in whatever state."""
        row = self._connection.execute("SELECT 1 FROM edition WHERE brief = ? AND slot = ?", (brief, kept(slot)))
        return row.fetchone() is not None

    def last_slot(self, brief: str, before: datetime) -> datetime | None:
        """Give the last moment of the schedule before another one that has an edition; None if none has."""
        row = self._connection.execute(
            "SELECT max(slot) FROM edition WHERE brief = ? AND slot < ?", (brief, kept(before))
        )
        return moment_or_none(row.fetchone()[0])

    def data(self, sha256: str) -> bytes:
        """Give the bytes that are kept under this digest. Raises UnknownKeyError."""
        row = self._connection.execute("SELECT data FROM frozen WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise UnknownKeyError("frozen file", sha256, ())
        return bytes(row[0])

    def _insert(self, draft: Draft) -> tuple[int, str]:
        last = self._connection.execute("SELECT max(number) FROM edition WHERE brief = ?", (draft.brief,)).fetchone()[0]
        number, built = (last or 0) + 1, kept(draft.built)
        slot = kept(draft.slot) if draft.slot else None
        approved = built if draft.state is State.APPROVED else None
        row = (draft.brief, number, draft.as_of.isoformat(), draft.title, draft.state, built, slot, approved)
        inserted = self._connection.execute(
            "INSERT INTO edition VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, draft.record, draft.folder, draft.arrived),
        )
        return int(inserted.lastrowid or 0), f"{draft.brief}/{number}"

    def _keep(self, edition: int, files: Sequence[File], excerpts: Sequence[Printed]) -> None:
        digests = [hashlib.sha256(data).hexdigest() for _, _, data in files]
        rows = ((digest, data) for digest, (_, _, data) in zip(digests, files, strict=True))
        self._connection.executemany("INSERT OR IGNORE INTO frozen VALUES (?, ?)", rows)
        named = ((edition, n, *files[n][:2], digest) for n, digest in enumerate(digests))
        self._connection.executemany("INSERT INTO edition_file VALUES (?, ?, ?, ?, ?)", named)
        printed = (
            (edition, n, e.excerpt, e.document, e.span.start, e.span.end, e.topic, e.words, e.outlet)
            for n, e in enumerate(excerpts)
        )
        self._connection.executemany("INSERT INTO edition_excerpt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", printed)

    def _address(self, edition: int, draft: str, recipients: Iterable[Recipient], now: datetime) -> None:
        at = kept(now)
        rows = ((edition, each.way, each.address, Outcome.WAITING, at, at, _token(draft, each)) for each in recipients)
        self._connection.executemany(
            "INSERT OR IGNORE INTO delivery (edition, way, address, outcome, due, changed, token)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _id(self, key: str) -> int:
        brief, _, number = key.rpartition("/")
        row = self._connection.execute("SELECT id FROM edition WHERE brief = ? AND number = ?", (brief, number))
        found = row.fetchone()
        if found is None:
            known = tuple(
                f"{brief}/{n}"
                for (n,) in self._connection.execute(
                    "SELECT number FROM edition WHERE brief = ? ORDER BY number DESC LIMIT 5", (brief,)
                )
            )
            raise UnknownKeyError("edition", key, known or [f"{name}/{last}" for name, last in self._last()])
        return int(found[0])

    def _last(self) -> list[tuple[str, int]]:
        """Give each brief that has editions with the number of its last one."""
        return self._connection.execute(
            "SELECT brief, max(number) FROM edition GROUP BY brief ORDER BY brief"
        ).fetchall()

    def _edition(self, row: tuple[int, str, int, str, str, str, str, str | None, str | None, str, str, str]) -> Edition:
        key, brief, number, as_of, title, state, built, slot, approved, record, folder, arrived = row
        files = self._connection.execute(
            "SELECT name, format, sha256 FROM edition_file WHERE edition = ? ORDER BY place", (key,)
        )
        excerpts = self._connection.execute(
            'SELECT excerpt, document, start, "end", topic, words, outlet FROM edition_excerpt WHERE edition = ?'
            " ORDER BY place",
            (key,),
        )
        accepted = self._connection.execute("SELECT mark, why FROM accepted WHERE edition = ? ORDER BY mark", (key,))
        return Edition(
            brief=brief,
            number=number,
            as_of=date.fromisoformat(as_of),
            title=title,
            state=State(state),
            built=moment(built),
            slot=moment_or_none(slot),
            approved=moment_or_none(approved),
            record=record,
            folder=folder,
            arrived=arrived,
            files=tuple(Frozen(*each) for each in files),
            excerpts=tuple(Printed(e, d, Span(start, end), *rest) for e, d, start, end, *rest in excerpts),
            accepted=tuple(Accepted(*each) for each in accepted),
        )


def _token(edition: str, recipient: Recipient) -> str:
    """Give what names a message: the same at every try, and of no other edition, recipient or project."""
    return hashlib.sha256(f"{edition} {recipient.way} {recipient.address}".encode()).hexdigest()[:32]
