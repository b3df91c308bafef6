"""A year of a timer, in three time zones: what is sent is what a table written by hand says."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from harbour import config, project

from briefgen.ledger import open_ledger
from briefgen.model.edition import State
from briefgen.pipeline.delivery.run_due import Kind, run_due

MONDAYS = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(52)]
OUTAGE = (datetime(2026, 6, 3, tzinfo=UTC), datetime(2026, 6, 24, tzinfo=UTC))
"""Three weeks, Wednesday to Wednesday. The Mondays of 8 and 15 June are lost; that of 22 June is caught up."""
LOST = {date(2026, 6, 8), date(2026, 6, 15)}

# 07:00 on a Monday there, as hours of UTC in winter and in summer, and the first and last day of summer time in 2026.
WINTER = {"tokyo": -2, "new-york": 12, "london": 7}
SUMMER = {"new-york": (11, date(2026, 3, 8), date(2026, 11, 1)), "london": (6, date(2026, 3, 29), date(2026, 10, 25))}
ZONES = {"tokyo": "Asia/Tokyo", "new-york": "America/New_York", "london": "Europe/London"}


def utc(name: str, monday: date) -> datetime:
    hours, first, last = SUMMER.get(name, (0, date.max, date.min))
    midnight = datetime.combine(monday, time(), UTC)
    return midnight + timedelta(hours=hours if first <= monday < last else WINTER[name])


EXPECTED = {(name, monday, utc(name, monday)) for name in ZONES for monday in MONDAYS if monday not in LOST}


def test_the_table_knows_both_changes_of_clocks():
    assert (utc("london", date(2026, 3, 23)).hour, utc("london", date(2026, 3, 30)).hour) == (7, 6)
    assert (utc("new-york", date(2026, 10, 26)).hour, utc("new-york", date(2026, 11, 2)).hour) == (11, 12)
    assert utc("tokyo", date(2026, 11, 30)) == datetime(2026, 11, 29, 22, tzinfo=UTC)
    assert len(EXPECTED) == 150


@pytest.fixture
def folder(in_memory):
    return project(in_memory / "desk")


def test_a_year_sends_what_the_table_says_and_nothing_else(folder):
    """The way out is a folder, which is quicker than mail; the rest is as ever, and only the time is made up."""
    (out := folder.parent / "sent").mkdir()
    for name, zone in ZONES.items():
        schedule = f"schedule: {{weekly: Monday 07:00, timezone: {zone}}}"
        config(folder, name, "formats: md", "nothing_new: send", "deliver_to: ../sent", schedule)
    events = []
    now = datetime(2026, 1, 1, tzinfo=UTC)
    while now < datetime(2027, 1, 1, tzinfo=UTC):
        if not OUTAGE[0] <= now < OUTAGE[1]:
            ran = run_due(folder, now)
            assert ran.code == 0, ran.events
            events += ran.events
        now += timedelta(hours=13)  # so that no hour of the day is like another
    with open_ledger(folder.parent) as ledger:
        editions = [edition for name in ZONES for edition in ledger.editions.of(name)]
    assert len(editions) == len(EXPECTED)
    assert {(each.brief, each.as_of, each.slot) for each in editions} == EXPECTED
    assert {each.state for each in editions} == {State.APPROVED}
    late = [each.approved - each.slot for each in editions if each.as_of != date(2026, 6, 22)]
    assert max(late) < timedelta(hours=13)
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{name}-{day}.md" for name, day, _ in EXPECTED)
    assert sum(event.kind is Kind.SENT for event in events) == len(EXPECTED)
    assert sum("2 earlier slots passed" in event.words for event in events) == len(ZONES)
