"""What is due is built and sent, each brief apart from the others, and never twice."""

import resource
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from harbour import READERS, config, mailing, project
from postbox import Postbox, free_port

from briefgen.cli import main
from briefgen.ledger import open_ledger
from briefgen.model.edition import Outcome, State
from briefgen.model.project import LEDGER
from briefgen.pipeline.delivery.run_due import Event, Kind, run_due

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
WEEK, HOUR, QUARTER = timedelta(weeks=1), timedelta(hours=1), timedelta(minutes=15)
WEEKLY = "schedule: {weekly: Monday 07:00}"


@pytest.fixture
def folder(in_memory):
    return project(in_memory / "desk")


@pytest.fixture
def postbox():
    with Postbox() as postbox:
        yield postbox


@pytest.fixture
def port(folder, postbox):
    """A brief for five readers, whose schedule has been seen."""
    path = config(folder, "port", WEEKLY, mailing(postbox.port))
    run_due(folder, MONDAY - HOUR)
    return path


def kinds(ran):
    return [(event.brief, event.kind) for event in ran.events if event.kind is not Kind.NOTICE]


def editions(folder, brief="port"):
    with open_ledger(folder.parent) as ledger:
        return ledger.editions.of(brief)


def outcomes(folder):
    with open_ledger(folder.parent) as ledger:
        return [each.outcome for each in ledger.outbox.all()]


def test_what_is_due_is_sent_to_everybody_once(port, folder, postbox):
    ran = run_due(folder, MONDAY)
    assert (ran.due, kinds(ran), ran.code) == (1, [("port", Kind.SENT)], 0)
    assert sorted(each.recipient for each in postbox.posted) == sorted(READERS)
    assert [(each.slot, each.state, each.as_of.isoformat()) for each in editions(folder)] == [
        (MONDAY, State.APPROVED, "2026-03-02")
    ]
    again = run_due(folder, MONDAY + QUARTER)
    assert (again.due, again.events, len(postbox.posted)) == (0, (), 5)


def test_an_edition_that_waits_for_review_is_held_and_not_sent(port, folder, postbox):
    config(folder, "port", "schedule: {weekly: Monday 07:00, review: required}", mailing(postbox.port))
    ran = run_due(folder, MONDAY)
    assert (kinds(ran), ran.code, postbox.posted) == ([("port", Kind.HELD)], 0, [])
    assert run_due(folder, MONDAY + QUARTER).events == ()


@pytest.mark.parametrize(
    ("nothing_new", "becomes"),
    [
        ("note", (Kind.NOTHING_NEW, 5, State.EMPTY)),
        ("nothing", (Kind.NOTHING_NEW, 0, State.EMPTY)),
        ("send", (Kind.SENT, 5, State.APPROVED)),
    ],
)
def test_what_becomes_of_a_brief_without_anything_new(port, folder, postbox, nothing_new, becomes):
    run_due(folder, MONDAY)
    postbox.posted.clear()
    config(folder, "port", WEEKLY, mailing(postbox.port), f"nothing_new: {nothing_new}")
    ran = run_due(folder, MONDAY + WEEK)
    kind, posted, state = becomes
    assert (kinds(ran), len(postbox.posted)) == ([("port", kind)], posted)
    assert editions(folder)[0].state is state
    if nothing_new == "note":
        message = postbox.posted[0].message
        assert list(message.iter_attachments()) == []
        assert "nothing new" in message["Subject"].lower() + message.get_body(("plain",)).get_content().lower()
    assert run_due(folder, MONDAY + WEEK + QUARTER).events == ()


def test_something_new_is_sent_after_a_week_without(port, folder, postbox):
    run_due(folder, MONDAY)
    run_due(folder, MONDAY + WEEK)
    (folder.parent / "notes" / "new.txt").write_text("The ferry sank at its berth on a calm night.\n", "utf-8")
    ran = run_due(folder, MONDAY + 2 * WEEK)
    assert kinds(ran) == [("port", Kind.SENT)]


def test_too_late_is_missed_and_said_once(port, folder, postbox):
    ran = run_due(folder, MONDAY + timedelta(days=6, hours=1))
    assert (kinds(ran), ran.code) == ([("port", Kind.MISSED)], 4)
    assert [each.state for each in editions(folder)] == [State.MISSED]
    assert run_due(folder, MONDAY + timedelta(days=6, hours=2)).events == ()
    assert postbox.posted == []


def test_one_brief_that_breaks_does_not_keep_the_others(port, folder, postbox):
    config(folder, "astray", WEEKLY, mailing(postbox.port), "subtitle: [no, text]")
    config(folder, "empty", WEEKLY, mailing(postbox.port, "cy@port.example"))
    (folder / "empty.yaml").write_text((folder / "empty.yaml").read_text().replace("../notes", "../void"), "utf-8")
    (folder.parent / "void").mkdir()
    run_due(folder, MONDAY - HOUR)
    ran = run_due(folder, MONDAY)
    found = {event.brief: event for event in ran.events if event.kind is not Kind.NOTICE}
    assert {name: event.kind for name, event in found.items()} == {
        "astray": Kind.FAILED, "empty": Kind.FAILED, "port": Kind.SENT
    }  # fmt: skip
    assert (found["astray"].code, found["empty"].code, ran.code) == (2, 3, 3)
    assert len(postbox.posted) == 5


def test_a_fault_of_an_unknown_kind_is_one_line(port, folder, monkeypatch):
    monkeypatch.setattr("briefgen.pipeline.build.build", lambda *_, **__: 1 / 0)
    ran = run_due(folder, MONDAY)
    assert ran.events == (Event("port", Kind.FAILED, "ZeroDivisionError: division by zero", 3),)
    monkeypatch.undo()
    assert kinds(run_due(folder, MONDAY + QUARTER)) == [("port", Kind.SENT)]


def test_a_config_that_breaks_between_two_runs_costs_nothing_but_time(port, folder, postbox):
    whole = port.read_text("utf-8")
    port.write_text(whole.replace("title:", "titel:"), "utf-8")
    ran = run_due(folder, MONDAY)
    assert (kinds(ran), ran.code) == ([("port", Kind.FAILED)], 2)
    assert "did you mean title?" in ran.events[0].words
    port.write_text(whole, "utf-8")
    assert kinds(run_due(folder, MONDAY + HOUR)) == [("port", Kind.SENT)]
    assert len(postbox.posted) == 5


def test_a_server_that_is_down_for_an_hour_costs_nothing_but_time(folder):
    down = free_port()
    config(folder, "port", WEEKLY, mailing(down))
    run_due(folder, MONDAY - HOUR)
    for quarters in range(4):
        ran = run_due(folder, MONDAY + quarters * QUARTER)
        assert ran.code == 0
        assert ran.counts[Kind.SENT] == 0
    assert set(outcomes(folder)) == {Outcome.WAITING}
    with Postbox(port=down) as postbox:
        now = MONDAY + HOUR
        while Outcome.WAITING in outcomes(folder):
            ran = run_due(folder, now)
            now += QUARTER
            assert now < MONDAY + 6 * HOUR
    assert kinds(ran) == [("port", Kind.SENT)]
    assert sorted(each.recipient for each in postbox.posted) == sorted(READERS)
    assert len(editions(folder)) == 1


def test_a_clock_that_jumped_ahead_and_back_keeps_no_mail(folder):
    down = free_port()
    config(folder, "port", WEEKLY, mailing(down))
    run_due(folder, MONDAY - HOUR)
    run_due(folder, MONDAY + 500 * WEEK)
    with Postbox(port=down) as postbox:
        ran = run_due(folder, MONDAY - QUARTER)
    assert kinds(ran) == [("port", Kind.SENT)]
    assert len(postbox.posted) == 5


def test_what_another_process_or_machine_is_at_work_on_is_left_to_it(port, folder, postbox):
    for host in ("", "another-machine"):
        with open_ledger(folder.parent) as ledger, ledger.lease("port", MONDAY, host):
            ran = run_due(folder, MONDAY)
        assert (kinds(ran), ran.code) == ([("port", Kind.LEASED)], 0)
        assert postbox.posted == []
    assert kinds(run_due(folder, MONDAY)) == [("port", Kind.SENT)]


def test_the_lease_of_a_machine_that_died_is_over_after_an_hour(port, folder, postbox):
    with closing(sqlite3.connect(folder.parent / LEDGER)) as ledger, ledger:
        until = (MONDAY + HOUR).isoformat(timespec="microseconds")
        ledger.execute("INSERT INTO lease VALUES ('port', 'a-machine-that-died', ?)", (until,))
    assert kinds(run_due(folder, MONDAY + QUARTER)) == [("port", Kind.LEASED)]
    assert kinds(run_due(folder, MONDAY + HOUR)) == [("port", Kind.SENT)]


def test_a_full_disk_costs_nothing_but_time(port, folder, postbox):
    """RLIMIT_FSIZE stands for it: no file may grow beyond some sizes, from the corpus to the ledger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    failed = 0
    try:
        for size in (0, 4096, 20_000, 60_000, 100_000):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
            ran = None
            try:
                ran = run_due(folder, MONDAY)
            except Exception as error:  # noqa: BLE001 - what comes out is looked at
                assert "ledger" in str(error), error  # noqa: PT017 - as above
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            failed += ran is None or ran.counts[Kind.FAILED] == 1
    finally:
        signal.signal(signal.SIGXFSZ, handler)
    assert failed >= 3
    run_due(folder, MONDAY + HOUR)
    assert sorted(each.recipient for each in postbox.posted) == sorted(READERS)
    with closing(sqlite3.connect(folder.parent / LEDGER)) as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_name_that_is_no_text_does_not_keep_the_others(port, folder, postbox):
    (folder / "caf\udce9.yaml").write_bytes(port.read_bytes())
    log = folder.parent / "log.txt"
    ran = run_due(folder, MONDAY)
    assert kinds(ran)[0][1] is Kind.FAILED
    assert ran.events[0].words.endswith("its name is not in UTF-8; give it another")
    assert len(postbox.posted) == len(READERS)
    assert main(["run-due", str(folder), "--log", str(log)]) == 3
    assert " caf\\udce9 failed " in log.read_text("utf-8")


def test_what_waits_for_a_brief_whose_config_is_gone_is_told_and_then_given_up(port, folder, postbox):
    postbox.answer = lambda _: "450 later"
    run_due(folder, MONDAY)
    port.unlink()
    ran = run_due(folder, MONDAY + QUARTER)
    assert kinds(ran) == [("port", Kind.FAILED)]
    assert f"port/1 waits for 5, and {port} is gone; put it back" in ran.events[-1].words
    assert run_due(folder, MONDAY + QUARTER).events == ()
    for day in range(1, 20):
        run_due(folder, MONDAY + timedelta(days=day))
    assert set(outcomes(folder)) == {Outcome.REFUSED}
    with open_ledger(folder.parent) as ledger:
        assert ledger.outbox.get(1).answer == "given up after 16 tries: port.yaml is gone"
    assert run_due(folder, MONDAY + 4 * WEEK).events == ()


def test_what_nobody_approved_is_told_when_a_newer_one_takes_its_place(folder, postbox):
    lines = "nothing_new: send", mailing(postbox.port)
    config(folder, "port", "schedule: {weekly: Monday 07:00, review: required}", *lines)
    run_due(folder, MONDAY - HOUR)
    run_due(folder, MONDAY)
    ran = run_due(folder, MONDAY + WEEK)
    assert "port/1 was never approved; port/2 takes its place" in [event.words for event in ran.events]
    config(folder, "port", WEEKLY, *lines)  # a review is wanted no longer
    run_due(folder, MONDAY + 2 * WEEK)
    assert [each.state for each in editions(folder)] == [State.APPROVED, State.REPLACED, State.REPLACED]
    assert len(postbox.posted) == len(READERS)
