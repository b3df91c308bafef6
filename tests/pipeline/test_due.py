"""Which briefs are due: when configs, clocks and schedules change."""

from datetime import UTC, date, datetime, timedelta

import pytest

from briefgen.errors import ConfigError, UnreadableError
from briefgen.ledger import Draft, open_ledger
from briefgen.model.edition import State
from briefgen.pipeline.delivery import due

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
CONFIG = "title: T\ntopics: [{title: P, question: Q?}]\n"


class Desk:
    """A folder of configs, looked at."""

    def __init__(self, root):
        self.root, self.folder = root, root / "config"
        self.folder.mkdir()

    def write(self, name, schedule):
        (self.folder / f"{name}.yaml").write_text(CONFIG + (f"schedule: {schedule}\n" if schedule else ""), "utf-8")

    def look(self, now):
        with open_ledger(self.root) as ledger:
            return due.look(self.folder, ledger, now)

    def due(self, now):
        return [(each.brief, each.slot) for each in self.look(now).due]

    def served(self, brief, slot):
        with open_ledger(self.root) as ledger:
            ledger.editions.add(Draft(brief, date(2026, 1, 1), "T", State.EMPTY, slot, slot))


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.write("port", "{weekly: Monday 07:00}")
    return desk


def test_nothing_is_due_from_before_a_schedule_was_seen(desk):
    assert desk.due(MONDAY + timedelta(hours=1)) == []
    assert desk.due(MONDAY + timedelta(days=6, hours=23)) == []
    assert desk.due(MONDAY + timedelta(days=7)) == [("port", MONDAY + timedelta(days=7))]


def test_the_last_slot_is_due_until_an_edition_belongs_to_it(desk):
    desk.look(MONDAY - timedelta(days=1))
    for hours in (0, 1, 100):
        assert desk.due(MONDAY + timedelta(hours=hours)) == [("port", MONDAY)]
    desk.served("port", MONDAY)
    assert desk.due(MONDAY + timedelta(hours=100)) == []


def test_of_an_outage_only_the_last_slot_is_due_and_the_others_are_counted(desk):
    desk.look(MONDAY - timedelta(days=1))
    desk.served("port", MONDAY)
    (found,) = desk.look(MONDAY + timedelta(days=23)).due
    assert (found.slot, found.passed) == (MONDAY + timedelta(days=21), 2)
    assert not found.is_late(found.slot + timedelta(days=6))
    assert found.is_late(found.slot + timedelta(days=6, seconds=1))


def test_another_time_is_not_made_up_for(desk):
    desk.look(MONDAY - timedelta(days=1))
    desk.served("port", MONDAY)
    desk.look(MONDAY + timedelta(hours=2))
    desk.write("port", "{weekly: Monday 08:00}")
    assert desk.due(MONDAY + timedelta(hours=2, minutes=15)) == []
    assert desk.due(MONDAY + timedelta(days=7, hours=1)) == [("port", MONDAY + timedelta(days=7, hours=1))]


def test_a_slot_between_the_last_look_and_a_change_is_not_lost(desk):
    desk.look(MONDAY - timedelta(minutes=10))
    desk.write("port", "{cron: 0 7 * * 1-5}")
    assert desk.due(MONDAY + timedelta(minutes=5)) == [("port", MONDAY)]


def test_other_words_in_a_config_change_nothing_of_what_is_due(desk):
    desk.look(MONDAY - timedelta(days=1))
    desk.look(MONDAY + timedelta(hours=1))
    desk.write("port", "{weekly: Monday 07:00, catch_up: 2 weeks}")
    (found,) = desk.look(MONDAY + timedelta(hours=2)).due
    assert (found.slot, found.schedule.catch_up) == (MONDAY, timedelta(days=14))


def test_a_schedule_that_was_taken_out_begins_anew(desk):
    desk.look(MONDAY - timedelta(days=1))
    desk.write("port", "")
    assert desk.look(MONDAY + timedelta(hours=1)).coming is None
    desk.write("port", "{weekly: Monday 07:00}")
    assert desk.due(MONDAY + timedelta(hours=2)) == []


def test_a_config_that_breaks_is_said_each_time_and_is_due_once_it_is_mended(desk):
    desk.look(MONDAY - timedelta(days=1))
    desk.write("ship", "{weekly: Monday 07:00}")
    desk.look(MONDAY - timedelta(hours=1))
    desk.write("port", "{weekly: Mondy 07:00}")
    for hours in (0, 1):
        found = desk.look(MONDAY + timedelta(hours=hours))
        assert [each.brief for each in found.due] == ["ship"]
        ((name, error),) = found.broken
        assert name == "port"
        assert isinstance(error, ConfigError)
        assert str(error).endswith("port.yaml:3:20: Mondy is no day of the week; did you mean Monday?")
    desk.write("port", "{weekly: Monday 07:00}")
    assert desk.due(MONDAY + timedelta(hours=2)) == [("port", MONDAY), ("ship", MONDAY)]


def test_a_config_that_has_not_changed_is_not_read_again(desk, monkeypatch):
    desk.look(MONDAY - timedelta(days=1))
    monkeypatch.setattr(due, "load", None)
    assert desk.due(MONDAY) == [("port", MONDAY)]
    desk.write("port", "{weekly: Tuesday 07:00}")
    with pytest.raises(TypeError):
        desk.look(MONDAY)


def test_other_files_of_yaml_are_passed_over(desk):
    (desk.folder / "entities.yaml").write_text("schedule: [timetable]\n", "utf-8")
    (desk.folder / "words.yaml").write_text("- {document: a.md, opens: The ferry, text: A schedule.}\n", "utf-8")
    (desk.folder / "plain.yaml").write_text("titel: no schedule here\n", "utf-8")
    (desk.folder / "folder.yaml").mkdir()
    found = desk.look(MONDAY)
    assert [name for name, _ in found.broken] == ["folder"]
    assert isinstance(found.broken[0][1], UnreadableError)


def test_what_editors_leave_beside_a_config_is_no_config(desk):
    (desk.folder / ".#port.yaml").symlink_to("ada@port.example:1")
    (desk.folder / "._port.yaml").write_bytes(bytes(range(256)))
    assert desk.look(MONDAY).broken == ()


def test_a_config_that_nobody_would_look_at_is_told(desk):
    (desk.folder / "port.yaml").rename(desk.folder / "port.yml")
    (desk.folder / "ferries.yml").write_text("title: [no config", "utf-8")
    ((name, error),) = desk.look(MONDAY).broken
    assert name == "port.yml"
    assert str(error).endswith("run-due looks at files in .yaml alone; rename it to port.yaml")


def test_a_clock_that_jumps_makes_nothing_due_twice_and_nothing_never(desk):
    desk.look(MONDAY - timedelta(days=1))
    far = MONDAY + timedelta(days=7 * 500)
    assert desk.due(far) == [("port", far)]
    desk.served("port", far)
    assert desk.due(far + timedelta(days=1)) == []
    # Back to the truth: the slots there are due as ever, each once.
    assert desk.due(MONDAY) == [("port", MONDAY)]
    desk.served("port", MONDAY)
    for days in (0, -3, 2, -400, 6):
        assert desk.due(MONDAY + timedelta(days=days)) == []
    assert desk.due(MONDAY + timedelta(days=7)) == [("port", MONDAY + timedelta(days=7))]


def test_a_schedule_that_a_wrong_clock_saw_first_is_due_by_the_right_one(desk):
    desk.look(MONDAY + timedelta(days=4000))
    assert desk.due(MONDAY - timedelta(days=1)) == []
    assert desk.due(MONDAY) == [("port", MONDAY)]


def test_what_comes_next_is_said_in_its_own_time_zone(desk):
    desk.write("ship", "{weekly: Monday 07:00, timezone: Asia/Tokyo}")
    found = desk.look(MONDAY - timedelta(days=1))
    assert found.coming.isoformat() == "2026-03-02T07:00:00+09:00"
