"""The outbox: a row for each edition and recipient."""

import sqlite3
from datetime import datetime

from briefgen.errors import UnknownKeyError
from briefgen.ledger.moments import kept, moment
from briefgen.model.edition import Delivery, Outcome, Recipient, Way

_SELECT = (
    "SELECT delivery.number, brief || '/' || edition.number, way, address, outcome, due, changed, attempts, token,"
    " answer FROM delivery JOIN edition ON edition.id = delivery.edition"
)
_OPEN = (Outcome.WAITING, Outcome.SENDING)


class Outbox:
    """Every delivery of a project. Each change is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Delivery, ...]:
        """Give every delivery, in the order in which they came."""
        return self._found(f"{_SELECT} ORDER BY delivery.number", ())

    def of(self, edition: str) -> tuple[Delivery, ...]:
        """Give the deliveries of the edition of this name ("russia/12")."""
        brief, _, number = edition.rpartition("/")
        where = "WHERE brief = ? AND edition.number = ? ORDER BY delivery.number"
        return self._found(f"{_SELECT} {where}", (brief, number))

    def waiting(self, brief: str, now: datetime) -> tuple[Delivery, ...]:
        """Give the deliveries of a brief that are to be tried now, the oldest edition first.

        Those that a crash left in the middle are among them, whatever the hour: whoever asks holds the lease of the
        brief, so nobody else is sending them. So are those that a clock which was wrong let wait, at a time to come.
        """
        where = (
            "WHERE brief = ? AND (outcome = ? AND (due <= ? OR changed > ?) OR outcome = ?) ORDER BY delivery.number"
        )
        return self._found(f"{_SELECT} {where}", (brief, Outcome.WAITING, kept(now), kept(now), Outcome.SENDING))

    def open_briefs(self) -> tuple[str, ...]:
        """Give the names of the briefs with deliveries that are not over."""
        rows = self._connection.execute(
            "SELECT DISTINCT brief FROM delivery JOIN edition ON edition.id = delivery.edition"
            " WHERE outcome IN (?, ?) ORDER BY brief",
            _OPEN,
        )
        return tuple(name for (name,) in rows)

    def get(self, number: int) -> Delivery:
        """Give one delivery. Raises UnknownKeyError."""
        found = self._found(f"{_SELECT} WHERE delivery.number = ?", (number,))
        if not found:
            last = self._connection.execute("SELECT number FROM delivery ORDER BY number DESC LIMIT 5")
            raise UnknownKeyError("delivery", str(number), [str(each) for (each,) in last])
        return found[0]

    def take(self, number: int, now: datetime) -> bool:
        """Mark a delivery as being sent, before it is; give whether it still was to be."""
        with self._connection:
            done = self._connection.execute(
                "UPDATE delivery SET outcome = ?, changed = ?, attempts = attempts + 1"
                " WHERE number = ? AND outcome IN (?, ?)",
                (Outcome.SENDING, kept(now), number, *_OPEN),
            )
        return done.rowcount == 1

    def note(self, number: int, outcome: Outcome, now: datetime, answer: str, due: datetime | None = None) -> None:
        """Note how a try ended, and when to try again (`due`) if it is to wait."""
        with self._connection:
            self._connection.execute(
                "UPDATE delivery SET outcome = ?, changed = ?, answer = ?, due = ? WHERE number = ?",
                (outcome, kept(now), answer, kept(due or now), number),
            )

    def retry(self, number: int, now: datetime, *, even_served: bool = False) -> Delivery:
        """Let a delivery that is not served be tried now, its tries counted anew; with `even_served`, any.

        Raises UnknownKeyError.
        """
        spared = "" if even_served else Outcome.SERVED
        with self._connection:
            self._connection.execute(
                "UPDATE delivery SET outcome = ?, due = ?, changed = ?, attempts = 0 WHERE number = ? AND outcome != ?",
                (Outcome.WAITING, kept(now), kept(now), number, spared),
            )
        return self.get(number)

    def _found(self, statement: str, values: tuple[str | int, ...]) -> tuple[Delivery, ...]:
        return tuple(
            Delivery(
                number=number,
                edition=edition,
                recipient=Recipient(Way(way), address),
                outcome=Outcome(outcome),
                due=moment(due),
                changed=moment(changed),
                attempts=attempts,
                token=token,
                answer=answer,
            )
            for number, edition, way, address, outcome, due, changed, attempts, token, answer in (
                self._connection.execute(statement, values).fetchall()
            )
        )
