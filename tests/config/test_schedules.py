"""What a config may say of when its brief is due."""

from datetime import timedelta

import pytest

from briefgen.config import load
from briefgen.errors import ConfigError
from briefgen.model.delivering import Schedule

CRON = "; write 0 7 * * 1 for Mondays at 07:00"
WEEKLY = " is not a day of the week and a time; write a day and a time: Monday 07:00"
ZONE = " is not a time zone; write it as Asia/Tokyo or Europe/London"
FIELDS = "a cron expression has five fields: minute, hour, day of the month, month, day of the week"


@pytest.fixture
def loaded(tmp_path):
    def load_with(schedule):
        path = tmp_path / "brief.yaml"
        path.write_text(f"title: T\ntopics: [{{title: P, question: Q?}}]\nschedule: {schedule}\n", "utf-8")
        return load(path).schedule

    return load_with


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{weekly: Monday 07:00}", Schedule("0 7 * * 1", "UTC", "Monday 07:00")),
        ("{weekly: sunday  23:59, timezone: Europe/London}", Schedule("59 23 * * 0", "Europe/London", "Sunday 23:59")),
        ("{cron: ' 30 6,18  * * 1-5'}", Schedule("30 6,18 * * 1-5", "UTC", "30 6,18 * * 1-5")),
        (
            "{weekly: Friday 9:05, review: required, catch_up: 10 days}",
            Schedule("5 9 * * 5", "UTC", "Friday 09:05", review=True, catch_up=timedelta(days=10)),
        ),
    ],
)
def test_what_is_written_is_a_schedule(loaded, written, meant):
    assert loaded(written) == meant


@pytest.mark.parametrize(
    ("written", "column", "wrong"),
    [
        ("{timezone: UTC}", 11, "this schedule does not say when; add weekly: Monday 07:00, or cron:"),
        ("{wekly: Monday 07:00}", 12, "there is no key wekly; did you mean weekly?"),
        ("{weekly: Monday}", 20, "Monday" + WEEKLY),
        ("{weekly: Monday 24:00}", 20, "Monday 24:00" + WEEKLY),
        ("{weekly: Someday 07:00}", 20, "Someday is no day of the week; did you mean Sunday?"),
        ("{cron: '* * * * *'}", 19, "the minute is *, and a brief comes at times that are named" + CRON),
        ("{cron: '0 */2 * * *'}", 19, "the hour is */2, and a brief comes at times that are named" + CRON),
        ("{cron: '0 25 * * *'}", 19, "the hour cannot be 25" + CRON),
        ("{cron: '0 7 30 2 *'}", 19, "the day of the month cannot be 30" + CRON),
        ("{cron: '0 7 * 13 *'}", 19, "the month cannot be 13" + CRON),
        ("{cron: '0 0 7 * * 1'}", 19, FIELDS + CRON),
        ("{weekly: Monday 07:00, timezone: Tokyo}", 44, "Tokyo is not a time zone; did you mean Asia/Tokyo?"),
        ("{weekly: Monday 07:00, timezone: ../passwd}", 44, "../passwd" + ZONE),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(loaded, written, column, wrong):
    with pytest.raises(ConfigError) as caught:
        loaded(written)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column) == (3, column)
    assert f"{mistake.wrong}; {mistake.right}" == wrong
