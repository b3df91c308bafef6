"""Slots by the clock of a time zone, through every change of clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.delivering import Schedule
from briefgen.schedule import fault, is_zone, last_slot, next_slots

ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo",
         "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia")  # fmt: skip


def slot_on(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The rule, said another way: the first moment at which the zone's clock shows this time or a later one."""
    wanted = datetime.combine(day, at)
    moment = datetime.combine(day, at, UTC) - timedelta(hours=15)
    while moment.astimezone(zone).replace(tzinfo=None) < wanted:
        moment += timedelta(minutes=15)
    while (moment - timedelta(minutes=1)).astimezone(zone).replace(tzinfo=None) >= wanted:
        moment -= timedelta(minutes=1)
    return moment


@given(
    st.sampled_from(ZONES),
    st.dates(date(2010, 1, 1), date(2029, 12, 1)),
    st.lists(st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)), min_size=1, max_size=2),
    st.integers(0, 24 * 60),
)
def test_every_named_time_comes_once_a_day(name, day, times, minutes):
    zone = ZoneInfo(name)
    hours = ",".join(sorted({str(at.hour) for at in times}))
    at = [time(at.hour, times[0].minute) for at in times]
    schedule = Schedule(f"{times[0].minute} {hours} * * *", name)
    now = datetime.combine(day, time(), UTC) + timedelta(minutes=minutes)
    days = [day + timedelta(days=n) for n in range(-4, 5)]
    expected = sorted({slot_on(each, one, zone) for each in days for one in at})
    before, after = [slot for slot in expected if slot <= now], [slot for slot in expected if slot > now]
    assert last_slot(schedule, now) == before[-1]
    assert next_slots(schedule, now, 3) == tuple(after[:3])


@pytest.mark.parametrize(
    ("zone", "cron", "now", "slots"),
    [
        # 02:30 does not exist in New York on 8 March 2026: the first moment after the gap is 03:00, which is 07:00 UTC.
        ("America/New_York", "30 2 * * *", "2026-03-08T00:00", ("2026-03-08T07:00", "2026-03-09T06:30")),
        # 01:30 comes twice in London on 25 October 2026: the first time is 00:30 UTC, and the second is nothing.
        ("Europe/London", "30 1 * * *", "2026-10-25T00:00", ("2026-10-25T00:30", "2026-10-26T01:30")),
        ("Asia/Tokyo", "0 7 * * 1", "2026-11-29T22:00", ("2026-12-06T22:00", "2026-12-13T22:00")),
    ],
)
def test_clocks_that_change(zone, cron, now, slots):
    schedule = Schedule(cron, zone)
    wanted = tuple(datetime.fromisoformat(slot).replace(tzinfo=UTC) for slot in slots)
    assert next_slots(schedule, datetime.fromisoformat(now).replace(tzinfo=UTC), 2) == wanted
    for moment in (wanted[0], wanted[0] + timedelta(hours=1), wanted[1] - timedelta(microseconds=1)):
        assert last_slot(schedule, moment) == wanted[0]


def test_a_day_that_is_rare_comes():
    leap, now = Schedule("0 7 29 2 *"), datetime(2098, 1, 1, tzinfo=UTC)
    assert last_slot(leap, now) == datetime(2096, 2, 29, 7, tzinfo=UTC)
    assert next_slots(leap, now) == (datetime(2104, 2, 29, 7, tzinfo=UTC),)


@given(st.text(st.sampled_from("0123456789*/,-#LW MONx"), max_size=30))
def test_whatever_is_written_is_right_or_said_to_be_wrong(written):
    if not fault(written):
        schedule = Schedule(written)
        now = datetime(2026, 11, 29, tzinfo=UTC)
        assert last_slot(schedule, now) <= now < next_slots(schedule, now)[0]


@pytest.mark.parametrize("name", ["", "Asia", "../Asia/Tokyo", "/etc/passwd", "a\0b", "x" * 5000, "zone.tab"])
def test_what_is_no_time_zone(name):
    assert not is_zone(name)
