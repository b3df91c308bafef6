"""Slots: the moments at which a brief is due.

A schedule is a cron expression of five fields (crontab(5)) in a time zone. Its minutes and hours are named, so that
each day's slots are moments on the clock of that zone, and each of them comes exactly once, as Debian's cron has it: at
the first moment at which that clock shows its time or a later one. So a time that does not exist, since clocks are set
forward, comes right after the gap (as one with another slot there), and a time that occurs twice comes at its first.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from briefgen.model.delivering import Schedule

_FIELDS = ("minute", "hour", "day of the month", "month", "day of the week")
_KNOWN = ("minute", "hour", "day-of-month", " month", "day-of-week")
"""The same, as cronsim's errors end."""
LIMIT = 200
"""The most characters of a cron expression."""
_MOST = 1000
_BACK = timedelta(hours=3)
"""Longer than clocks are ever set back."""


def fault(cron: str) -> str:
    """Say what is wrong with a cron expression, nothing if it can be a schedule."""
    fields = cron.split()
    if len(fields) != len(_FIELDS) or len(cron) > LIMIT:
        return f"a cron expression has five fields: {', '.join(_FIELDS)}"
    for name, value in zip(_FIELDS[:2], fields, strict=False):
        if value.startswith("*"):
            return f"the {name} is {value}, and a brief comes at times that are named"
    try:
        next(CronSim(cron, datetime(2000, 1, 1, tzinfo=UTC)))
    except CronSimError as error:
        return next(
            f"the {name} cannot be {value}"
            for known, name, value in zip(_KNOWN, _FIELDS, fields, strict=True)
            if str(error).endswith(known)
        )
    except StopIteration:
        return "this day never comes"
    return ""


def is_zone(name: str) -> bool:
    """Say whether this is a time zone of the IANA database."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder of the database, a path out of it, a name that it does not hold
        return False
    return bool(name)


def zone_of(schedule: Schedule) -> ZoneInfo:
    """Give the time zone in which a schedule is meant."""
    return ZoneInfo(schedule.zone)


def last_slot(schedule: Schedule, now: datetime) -> datetime | None:
    """Give the last slot that is not after `now`, in UTC; None if there was none in the fifty years before."""
    # Of an hour that clocks repeat, going back from the first sees nothing of the second, and the other way round: so
    # from well after both.
    behind = _slots(schedule, now + _BACK, backwards=True)
    return next((slot for slot in behind if slot <= now), None)


def next_slots(schedule: Schedule, now: datetime, count: int = 1) -> tuple[datetime, ...]:
    """Give the next slots after `now`, in UTC, in order; fewer if there are no more in fifty years."""
    return tuple(islice(_ahead(schedule, now), count))


def count_between(schedule: Schedule, start: datetime, end: datetime) -> int:
    """Count the slots after `start` and before `end`, up to a thousand."""
    return sum(1 for _ in islice(takewhile(lambda slot: slot < end, _ahead(schedule, start)), _MOST))


def _ahead(schedule: Schedule, now: datetime) -> Iterator[datetime]:
    return (slot for slot in _slots(schedule, now - _BACK, backwards=False) if slot > now)


def _slots(schedule: Schedule, start: datetime, *, backwards: bool) -> Iterator[datetime]:
    found = CronSim(schedule.cron, start.astimezone(zone_of(schedule)), reverse=backwards)
    return (slot.astimezone(UTC) for slot in found)
