"""What a config says of when its brief is due."""

import re
from datetime import timedelta

from briefgen import schedule
from briefgen.config.kinds import choice, made, written
from briefgen.config.mapping import Key, Rule, mapping, nearest
from briefgen.config.reading import Node, Surroundings, Wrong, short
from briefgen.config.values import PERIOD
from briefgen.model.delivering import Schedule
from briefgen.model.settings import Period
from briefgen.text import display

_WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_WEEKLY = re.compile(r"([a-z]+) ([01]?\d|2[0-3]):([0-5]\d)\Z", re.IGNORECASE | re.ASCII)
_WHEN = "write a day and a time: Monday 07:00"


def _weekly(text: str, _: Surroundings) -> tuple[str, str]:
    """Give the cron expression of a day and a time, and the words."""
    words = display(text)
    found = _WEEKLY.match(words)
    if not found:
        raise Wrong(f"{short(words, 60)} is not a day of the week and a time", _WHEN)
    day = found[1].capitalize()
    if day not in _WEEKDAYS:
        near = nearest(day, [each.lower() for each in _WEEKDAYS]).capitalize()
        raise Wrong(f"{found[1]} is no day of the week", f"did you mean {near}?" if near else _WHEN)
    return f"{int(found[3])} {int(found[2])} * * {_WEEKDAYS.index(day)}", f"{day} {int(found[2]):02}:{found[3]}"


def _cron(text: str, _: Surroundings) -> tuple[str, str]:
    words = " ".join(text.split())
    if wrong := schedule.fault(words):
        raise Wrong(short(wrong), "write 0 7 * * 1 for Mondays at 07:00")
    return words, words


def _zone(text: str, _: Surroundings) -> str:
    name = text.strip()
    if not schedule.is_zone(name):
        from zoneinfo import available_timezones  # noqa: PLC0415 - reads the whole database, and only a mistake needs it

        known = {each.lower(): each for each in sorted(available_timezones())}
        near = known.get(nearest(name, known))
        right = f"did you mean {near}?" if near else "write it as Asia/Tokyo or Europe/London"
        raise Wrong(f"{short(name, 60) or 'an empty text'} is not a time zone", right)
    return name


def _days(period: Period, _: Surroundings) -> timedelta:
    if period.months:
        raise Wrong(f"{period.words} is too long to wait with a brief", "write days or weeks: 6 days")
    return timedelta(days=period.days)


def _check(node: Node) -> None:
    """Note a schedule that says twice when its brief is due, or never."""
    if node.has("weekly") and node.has("cron"):
        node.fail_key("cron", "a schedule has weekly or cron, not both", "leave out one of them")
    misspelt = any(nearest(key, ("weekly", "cron")) for key in node.value)
    if not node.has("weekly") and not node.has("cron") and not misspelt:
        node.fail("this schedule does not say when", "add weekly: Monday 07:00, or cron:")


def _schedule(
    weekly: tuple[str, str] | None = None,
    cron: tuple[str, str] | None = None,
    timezone: str = "UTC",
    review: str = "none",
    **given: timedelta,
) -> Schedule:
    expression, words = weekly or cron or ("", "")
    return Schedule(expression, timezone, words, review == "required", **given)


SCHEDULE = mapping(
    "When the brief is built and delivered by itself, by `briefgen run-due`.",
    (
        Key("weekly", written(_weekly, _WHEN), "The day of the week and the time.", ("Monday 07:00",)),
        Key("cron", written(_cron), "In place of `weekly`: a cron expression, whose minutes and hours are named.",
            ("0 7 * * 1", "30 6,18 * * 1-5")),
        Key("timezone", written(_zone), "The time zone, by its name in the IANA database.",
            ("Asia/Tokyo", "America/New_York")),
        Key("review", choice(lambda _: ("required", "none")),
            "Whether an edition waits until somebody approves it (`briefgen approve`).", ("required",)),
        Key("catch_up", made(PERIOD, _days), "After an outage the last brief is caught up if it is no older than this.",
            ("6 days", "2 weeks")),
    ),
    _schedule,
    Rule(_check, {"oneOf": [{"required": ["weekly"]}, {"required": ["cron"]}]}),
)  # fmt: skip
