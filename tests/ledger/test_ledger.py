"""The ledger: what belongs together is kept together, and a thing is done once."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context

import pytest

from briefgen.errors import ApprovalError, LeasedError, OutputError, UnknownKeyError
from briefgen.ledger import Draft, open_ledger, reading_ledger
from briefgen.ledger.layout import SCHEMA
from briefgen.ledger.moments import kept
from briefgen.model.edition import Accepted, Outcome, Printed, Recipient, State, Way
from briefgen.model.place import Span
from briefgen.model.project import LEDGER

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA, BO = (Recipient(Way.MAIL, f"{name}@port.example") for name in ("ada", "bo"))
FERRY = Printed("0123456789abcdef", "d" * 64, Span(3, 40), "ferries", "The ferry waits.")


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path) as opened:
        yield opened


def draft(**changes):
    given = {"brief": "port", "as_of": date(2026, 3, 2), "title": "The port", "state": State.APPROVED, "built": NOW}
    return Draft(**given | {"files": [("port.docx", "docx", b"words")], "excerpts": [FERRY]} | changes)


def test_an_edition_is_given_back_as_it_was_added(ledger):
    edition = ledger.editions.add(draft(slot=NOW, record="r", folder="out/port"), [ADA, BO])
    assert edition == ledger.editions.find("port/1")
    assert (edition.key, edition.approved, edition.excerpts) == ("port/1", NOW, (FERRY,))
    assert ledger.editions.data(edition.files[0].sha256) == b"words"
    assert [each.recipient for each in ledger.outbox.of("port/1")] == [ADA, BO]


def test_editions_are_counted_for_each_brief(ledger):
    keys = [ledger.editions.add(draft(brief=brief)).key for brief in ("port", "town", "port")]
    assert keys == ["port/1", "town/1", "port/2"]
    assert [each.number for each in ledger.editions.of("port")] == [2, 1]
    assert ledger.editions.briefs() == ("port", "town")


def test_a_slot_has_one_edition_and_a_second_leaves_nothing_behind(ledger):
    ledger.editions.add(draft(slot=NOW))
    with pytest.raises(sqlite3.IntegrityError):
        ledger.editions.add(draft(slot=NOW, files=[("port.docx", "docx", b"other words")]), [ADA])
    assert (len(ledger.editions.of("port")), ledger.outbox.all()) == (1, ())


def test_what_was_approved_takes_the_place_of_what_was_built(ledger):
    held = ledger.editions.add(draft(state=State.HELD))
    assert ledger.outbox.all() == ()
    files, accepted = [("port.docx", "docx", b"edited words")], (Accepted("1 altered", "it is so"),)
    edition = ledger.editions.approve(held, NOW + HOUR, files, [], accepted, [ADA])
    assert (edition.state, edition.approved, edition.excerpts) == (State.APPROVED, NOW + HOUR, ())
    assert ledger.editions.data(edition.files[0].sha256) == b"edited words"
    assert edition.accepted == accepted
    assert [each.recipient for each in ledger.outbox.all()] == [ADA]
    with pytest.raises(ApprovalError, match="it is approved by now"):
        ledger.editions.approve(held, NOW, files, [])


def test_names_of_messages_are_the_same_at_every_try_and_of_one_message_only(tmp_path):
    tokens = []
    for root, built in ((tmp_path / "here", NOW), (tmp_path / "there", NOW + HOUR)):
        with open_ledger(root) as ledger:
            ledger.editions.add(draft(built=built), [ADA, BO])
            ledger.editions.add(draft(built=built), [ADA])
            first = ledger.outbox.all()
            ledger.outbox.take(1, NOW)
            ledger.outbox.note(1, Outcome.WAITING, NOW, "451 later", NOW + HOUR)
            assert [each.token for each in ledger.outbox.all()] == [each.token for each in first]
            tokens += [each.token for each in first]
    assert len(set(tokens)) == len(tokens) == 6


def test_a_delivery_waits_for_its_time_and_is_served_once(ledger):
    ledger.editions.add(draft(), [ADA])
    (delivery,) = ledger.outbox.waiting("port", NOW)
    assert ledger.outbox.take(delivery.number, NOW)
    ledger.outbox.note(delivery.number, Outcome.WAITING, NOW, "451 later", NOW + HOUR)
    assert ledger.outbox.waiting("port", NOW + HOUR / 2) == ()
    assert [each.attempts for each in ledger.outbox.waiting("port", NOW + HOUR)] == [1]
    assert ledger.outbox.take(delivery.number, NOW + HOUR)
    ledger.outbox.note(delivery.number, Outcome.SERVED, NOW + HOUR, "250 accepted")
    assert not ledger.outbox.take(delivery.number, NOW + HOUR)
    assert ledger.outbox.retry(delivery.number, NOW).outcome is Outcome.SERVED
    assert (ledger.outbox.waiting("port", NOW + 9 * HOUR), ledger.outbox.open_briefs()) == ((), ())


def test_what_a_crash_left_in_the_middle_is_tried_again(ledger):
    ledger.editions.add(draft(), [ADA])
    ledger.outbox.take(1, NOW)
    assert [each.outcome for each in ledger.outbox.waiting("port", NOW)] == [Outcome.SENDING]
    assert ledger.outbox.open_briefs() == ("port",)


def test_a_refused_delivery_is_tried_again_when_a_person_says_so(ledger):
    ledger.editions.add(draft(), [ADA])
    ledger.outbox.take(1, NOW)
    ledger.outbox.note(1, Outcome.REFUSED, NOW, "550 nobody of that name")
    assert ledger.outbox.waiting("port", NOW) == ()
    assert ledger.outbox.retry(1, NOW).attempts == 0
    assert len(ledger.outbox.waiting("port", NOW)) == 1
    with pytest.raises(UnknownKeyError, match="no delivery '7'; known: 1"):
        ledger.outbox.get(7)


def test_one_process_holds_a_lease(ledger, tmp_path):
    with ledger.lease("port", NOW):
        with pytest.raises(LeasedError, match="another process on this machine"), ledger.lease("port", NOW):
            pass
        with open_ledger(tmp_path) as other, other.lease("town", NOW):
            pass
    with ledger.lease("port", NOW):
        pass


def _hold(root):
    with open_ledger(root) as ledger, ledger.lease("port", NOW):
        import os  # noqa: PLC0415 - in the process that is ended
        import signal  # noqa: PLC0415 - as above

        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_leaves_no_lease_on_its_own_machine(ledger, tmp_path):
    process = get_context("spawn").Process(target=_hold, args=(tmp_path,))
    process.start()
    process.join()
    assert process.exitcode < 0
    with ledger.lease("port", NOW):
        pass


def test_another_machine_waits_until_a_lease_is_over(ledger):
    with closing(sqlite3.connect(ledger_path(ledger))) as other:
        other.execute("INSERT INTO lease VALUES ('port', 'tower', ?)", (kept(NOW + HOUR),))
        other.commit()
    with (
        pytest.raises(LeasedError, match=r"tower is at work on it until 2026-03-02 08:00 UTC"),
        ledger.lease("port", NOW),
    ):
        pass
    with ledger.lease("port", NOW + HOUR):
        pass
    with ledger.lease("port", NOW):
        pass


def test_a_lease_of_a_clock_that_was_wrong_holds_nobody(ledger):
    with closing(sqlite3.connect(ledger_path(ledger))) as other:
        other.execute("INSERT INTO lease VALUES ('port', 'tower', '2031-01-01T00:00:00.000000+00:00')")
        other.commit()
        with ledger.lease("port", NOW):
            assert other.execute("SELECT until FROM lease").fetchall() == [(kept(NOW + HOUR),)]


def ledger_path(ledger):
    return ledger._root / LEDGER


def test_a_ledger_of_the_layout_before_keeps_what_it_holds(tmp_path):
    path = tmp_path / LEDGER
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.executescript(
            "CREATE TABLE written (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;"
            "INSERT INTO written VALUES ('out/port.docx', 'abc'); PRAGMA user_version = 2;"
        )
    with reading_ledger(tmp_path) as reading:
        assert reading is None
    with open_ledger(tmp_path) as ledger:
        assert ledger.wrote(tmp_path / "out" / "port.docx", "abc")
        assert ledger.editions.add(draft()).key == "port/1"


def test_a_ledger_of_version_3_keeps_its_editions(tmp_path):
    path = tmp_path / LEDGER
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.executescript(f"{SCHEMA} PRAGMA user_version = 3;")
        old.execute(
            "INSERT INTO edition VALUES (1, 'port', 1, '2026-03-02', 'The port', 'approved', ?, NULL, ?, 'r', 'out')",
            (kept(NOW), kept(NOW)),
        )
        old.execute(
            "INSERT INTO edition_excerpt VALUES (1, 0, ?, ?, 3, 40, 'ferries', ?)",
            (FERRY.excerpt, FERRY.document, FERRY.words),
        )
        old.commit()
    for _ in range(2):
        with open_ledger(tmp_path) as ledger:
            (edition,) = ledger.editions.of("port")
            assert (edition.excerpts, edition.arrived, edition.approved) == ((FERRY,), "", NOW)
    with open_ledger(tmp_path) as ledger:
        second = ledger.editions.add(draft(arrived="7 abc", excerpts=[replace(FERRY, outlet="Port Times")]))
        assert (second.key, second.arrived, second.excerpts[0].outlet) == ("port/2", "7 abc", "Port Times")


def test_what_is_approved_keeps_who_published_it(ledger):
    held = ledger.editions.add(draft(state=State.HELD, excerpts=[replace(FERRY, outlet="Port Times")]))
    edited = replace(FERRY, words="The ferry waits!")
    edition = ledger.editions.approve(held, NOW, [("port.docx", "docx", b"edited")], [edited])
    assert edition.excerpts == (replace(edited, outlet="Port Times"),)


def test_a_time_without_a_zone_is_refused(ledger):
    with pytest.raises(ValueError, match="no time zone"):
        ledger.editions.add(draft(built=datetime(2026, 3, 2)))  # noqa: DTZ001 - the point
    assert ledger.editions.of("port") == ()


def test_a_file_that_is_no_ledger_is_said(tmp_path):
    (tmp_path / LEDGER).parent.mkdir()
    (tmp_path / LEDGER).write_bytes(b"not a database, but long enough to be looked at as one" * 9)
    with pytest.raises(OutputError, match="put back a copy of it"), open_ledger(tmp_path):
        pass


def test_a_drive_without_locks_is_said(tmp_path):
    (tmp_path / LEDGER).parent.mkdir()
    (tmp_path / LEDGER).with_name("locks").write_text("no folder", "utf-8")
    with open_ledger(tmp_path) as ledger, pytest.raises(OutputError, match="it cannot be locked"):
        ledger.lease("port", NOW).__enter__()


def test_a_ledger_that_cannot_be_written_now_is_not_to_be_replaced(tmp_path):
    with open_ledger(tmp_path) as ledger:
        ledger.writes(tmp_path / "port.docx", "0" * 64)

    def write():
        with open_ledger(tmp_path) as ledger:
            ledger._connection.execute("PRAGMA query_only = ON")
            ledger.writes(tmp_path / "port.docx", "1" * 64)

    with pytest.raises(OutputError, match=r"cannot be used now \(attempt to write"):
        write()
