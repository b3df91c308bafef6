"""Editions sent by hand, and the outbox: who gets what, when, and what is never sent."""

import email
import email.policy
import json
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from harbour import READERS, config, mailing, project
from postbox import Postbox, free_port
from smtp_servers import Handler, login, serving

from briefgen import mail
from briefgen.cli import main
from briefgen.deliver import Parcel
from briefgen.errors import DeliveryError
from briefgen.ledger import Draft, open_ledger
from briefgen.model.edition import Outcome, State, Way
from briefgen.model.settings import New
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.letters import letter, recipients
from briefgen.pipeline.delivery.outbox import DELAYS, carry, push
from briefgen.pipeline.delivery.parcels import going
from briefgen.pipeline.delivery.send import Which, draft, send, send_to
from briefgen.pipeline.verify import verify_data

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
NEWEST = Which()
SECRET = "anchor-and-chain-7"


@pytest.fixture
def postbox():
    with Postbox() as postbox:
        yield postbox


@pytest.fixture
def folder(in_memory):
    return project(in_memory / "desk")


@pytest.fixture
def settings(folder, postbox):
    return load(config(folder, "port", mailing(postbox.port, attach="docx")))


@pytest.fixture
def said():
    return []


def rows(settings):
    with open_ledger(settings.root) as ledger:
        return ledger.outbox.all()


def outcomes(settings):
    return [each.outcome for each in rows(settings)]


def test_a_brief_without_a_schedule_is_built_and_sent_and_arrives_as_it_was_built(settings, postbox, said):
    send(settings, MONDAY, NEWEST, said.append)
    assert [each.recipient for each in postbox.posted] == list(READERS)
    (built,) = (settings.root / "out" / "port").rglob("*.docx")
    for posted in postbox.posted:
        (attached,) = posted.message.iter_attachments()
        assert attached.get_content() == built.read_bytes()
        assert attached.get_filename() == built.name
    with open_bench([settings.path], Against()) as bench:
        verdict = verify_data(attached.get_content(), built, bench).verdict
    assert (verdict.quotations, verdict.faults) == (2, ())


def test_what_everybody_has_is_sent_again_only_when_somebody_says_so_and_then_byte_for_byte(settings, postbox, said):
    send(settings, MONDAY, NEWEST, said.append)
    send(settings, MONDAY + timedelta(hours=1), NEWEST, said.append)
    assert len(postbox.posted) == 5
    assert said[-1] == "everybody has port/1; to send it once more: --again"
    send(settings, MONDAY + timedelta(days=9), Which(number=1, again=True), said.append)
    assert postbox.posted[5:] == postbox.posted[:5]


def test_what_differs_is_the_next_edition(settings, postbox, said):
    send(settings, MONDAY, NEWEST, said.append)
    (settings.root / "notes" / "more.txt").write_text("A new ferry\n\n1 March 2026\n\nA third ferry came into port.\n")
    send(settings, MONDAY, NEWEST, said.append)
    assert {each.edition for each in rows(settings)} == {"port/1", "port/2"}
    assert len({each.message["Message-ID"] for each in postbox.posted}) == 10


def test_a_brief_that_tells_only_what_is_new_is_not_sent_without_anything_new(settings, postbox, said):
    newest = replace(settings, new=New(excerpts=True))
    send(newest, MONDAY, NEWEST, said.append)
    send(newest, MONDAY + timedelta(days=7), NEWEST, said.append)
    assert {each.edition for each in rows(settings)} == {"port/1"}
    assert said[-1] == "everybody has port/1; to send it once more: --again"
    (settings.root / "notes" / "more.txt").write_text("A new ferry\n\n1 March 2026\n\nA third ferry came into port.\n")
    send(newest, MONDAY + timedelta(days=7), NEWEST, said.append)
    assert {each.edition for each in rows(settings)} == {"port/1", "port/2"}


def test_a_resend_goes_only_to_those_who_are_not_served(settings, postbox, said):
    postbox.answer = lambda posted: "550 nobody of this name" if posted.recipient == READERS[1] else "250 accepted"
    done = send(settings, MONDAY, NEWEST, said.append)
    assert [each.outcome for each in done] == [Outcome.SERVED, Outcome.REFUSED, *[Outcome.SERVED] * 3]
    assert done[1].answer == "550 nobody of this name"
    postbox.answer = lambda _: "250 accepted"
    send(settings, MONDAY, NEWEST, said.append)
    assert [each.recipient for each in postbox.posted] == [READERS[0], *READERS[2:], READERS[1]]


def test_a_server_that_is_down_costs_only_time(settings, postbox, said):
    down = replace(settings, email=replace(settings.email, server=replace(settings.email.server, port=free_port())))
    send(down, MONDAY, NEWEST, said.append)
    waiting = rows(settings)
    assert {each.due for each in waiting} == {MONDAY + DELAYS[0]}
    with open_ledger(settings.root) as ledger:
        assert push(settings, ledger, MONDAY, said.append) == ()
        tried = push(settings, ledger, MONDAY + DELAYS[0], said.append)
    assert [each.outcome for each in tried] == [Outcome.SERVED] * 5
    assert [each.message["Message-ID"].strip("<>").partition("@")[0] for each in postbox.posted] == [
        each.token for each in waiting
    ]


def test_delays_grow_and_then_it_is_given_up_and_can_be_let_try_again(settings, said):
    server = replace(settings.email.server, port=free_port())
    gone = replace(settings, email=replace(settings.email, to=settings.email.to[:1], server=server))
    brief = build(gone, MONDAY.date(), gone.root / "out").brief
    note = Draft("port", MONDAY.date(), "Port", State.EMPTY, MONDAY, files=letter(gone, brief, (), "nothing-new"))
    now, delays = MONDAY, []
    with open_ledger(settings.root) as ledger:
        ledger.editions.add(note, recipients(gone))
        push(gone, ledger, now, said.append)
        while (row := ledger.outbox.get(1)).outcome is Outcome.WAITING:
            delays.append(row.due - now)
            now = row.due
            push(gone, ledger, now, said.append)
        assert delays == list(DELAYS) == sorted(DELAYS)
        assert row.answer.startswith("given up after 16 tries: 127.0.0.1")
        assert ledger.outbox.retry(1, now).attempts == 0
        assert push(settings, ledger, now, said.append)[0].outcome is Outcome.SERVED


def test_what_a_crash_left_in_the_middle_goes_again_as_the_same_message_and_is_told(settings, postbox, said):
    send(settings, MONDAY, NEWEST, said.append)
    with open_ledger(settings.root) as ledger:
        ledger.outbox.retry(1, MONDAY, even_served=True)
        ledger.outbox.take(1, MONDAY)
        push(settings, ledger, MONDAY, said.append)
    assert postbox.posted[5] == postbox.posted[0]
    assert "port/1 to ada@port.example: the last run ended while it was sent" in said[-1]


def test_a_mail_of_60_mb_is_told_before_it_is_sent(settings):
    parcel = Parcel(READERS[0], "desk@port.example", b"x" * 60_000_000)
    reply = carry(parcel, Way.MAIL, lambda _: pytest.fail("nothing is sent"), settings)
    assert reply.outcome is Outcome.REFUSED
    assert reply.words.startswith("the mail has 60.0 MB and may have 25; nothing was sent")


def altered(settings):
    """Add an edition whose file says what no source says, on its way to everybody."""
    built = build(settings, MONDAY.date(), settings.root / "out")
    files = [
        (each.placed.path.name, each.format, each.data.replace(b"would sail again", b"would never sail again"))
        for each in built.files
    ]
    ids = {each.id for each in built.brief.excerpts}
    with open_ledger(settings.root) as ledger:
        made = Draft("port", MONDAY.date(), "Port", State.APPROVED, MONDAY, record=built.record, files=files)
        made = replace(made, files=[*files, *letter(settings, built.brief, ids)])
        return ledger.editions.add(made, recipients(settings))


@pytest.fixture
def markdown(folder, postbox):
    return load(config(folder, "port", mailing(postbox.port, attach="md")))


def test_what_does_not_verify_is_not_sent_and_waits(markdown, postbox, said):
    altered(markdown)
    with open_ledger(markdown.root) as ledger, pytest.raises(DeliveryError, match="does not verify: port/1: altered"):
        push(markdown, ledger, MONDAY, said.append)
    with pytest.raises(DeliveryError, match="does not verify"):
        send_to(markdown, MONDAY, NEWEST, "me@port.example", said.append)
    with pytest.raises(DeliveryError, match="does not verify"):
        draft(markdown, MONDAY, NEWEST, "", said.append)
    assert (postbox.posted, set(outcomes(markdown))) == ([], {Outcome.WAITING})


def test_what_a_person_lets_stand_is_sent(markdown):
    edition = altered(markdown)
    with open_ledger(markdown.root) as ledger:
        sent = going(edition, ledger)
    (objection,) = sent.objections(markdown)
    assert replace(sent, accepted=(objection.accepted("a slip of the page"),)).objections(markdown) == ()


def test_to_an_address_that_is_no_recipient_a_copy_goes_and_nothing_is_noted(settings, postbox, said):
    assert send_to(settings, MONDAY, NEWEST, "me@port.example", said.append).outcome is Outcome.SERVED
    assert ([each.recipient for each in postbox.posted], rows(settings)) == (["me@port.example"], ())


def test_to_a_recipient_their_delivery_goes(settings, postbox, said):
    send(settings, MONDAY, NEWEST, said.append)
    assert "has port/1 already" in send_to(settings, MONDAY, NEWEST, READERS[0].upper(), said.append).words
    send_to(settings, MONDAY, Which(again=True), READERS[0], said.append)
    assert postbox.posted[5:] == postbox.posted[:1]


def test_a_dry_run_writes_a_draft_and_touches_nothing(settings, postbox, said):
    unseen = replace(settings, email=replace(settings.email, bcc=(mail.mailbox("Dee <dee@port.example>"),)))
    path = draft(unseen, MONDAY, NEWEST, "", said.append)
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (path.name, message["X-Unsent"], str(message["Bcc"])) == ("port.eml", "1", "Dee <dee@port.example>")
    assert [each.addr_spec for each in message["To"].addresses] == list(READERS)
    mine = email.message_from_bytes(
        draft(unseen, MONDAY, NEWEST, "me@port.example", said.append).read_bytes(), policy=email.policy.default
    )
    assert (str(mine["To"]), mine["Bcc"]) == ("me@port.example", None)
    assert (postbox.posted, rows(settings)) == ([], ())


def test_what_waits_for_approval_is_not_sent(folder, postbox, said):
    held = load(config(folder, "port", "schedule: {weekly: Monday 07:00, review: required}", mailing(postbox.port)))
    with pytest.raises(DeliveryError, match="nothing is approved"):
        send(held, MONDAY, NEWEST, said.append)
    with open_ledger(held.root) as ledger:
        ledger.editions.add(Draft("port", MONDAY.date(), "Port", State.HELD, MONDAY))
    for which in (NEWEST, Which(number=1)):
        with pytest.raises(DeliveryError, match=r"waits for approval|its state is “held”"):
            send(held, MONDAY, which, said.append)
    assert postbox.posted == []


def test_an_edition_for_nobody_is_told(folder, said):
    nobody = load(config(folder, "port"))
    with pytest.raises(DeliveryError, match="it names nobody"):
        send(nobody, MONDAY, NEWEST, said.append)


def test_into_a_folder_go_the_files_for_readers_and_nothing_else(folder, said, in_memory):
    (in_memory / "shared").mkdir()
    shared = load(config(folder, "port", f"deliver_to: {in_memory / 'shared'}"))
    (row,) = send(shared, MONDAY, NEWEST, said.append)
    assert (row.outcome, row.recipient.way) == (Outcome.SERVED, Way.FOLDER)
    placed = sorted(path.name for path in (in_memory / "shared").iterdir())
    assert placed == ["port-2026-03-02.docx", "port-2026-03-02.md"]


def test_a_letter_quotes_only_what_still_stands(settings):
    brief = build(settings, MONDAY.date(), settings.root / "out").brief
    first, second = brief.excerpts
    ((_, _, data),) = letter(settings, brief, {second.id})
    written = mail.load(data)
    assert first.text not in written.text + written.html
    assert second.text in written.text
    ((_, _, note),) = letter(settings, brief, (), "nothing-new")
    assert mail.load(note).text.startswith("Nothing new as of 2 March 2026")


def test_the_commands_say_what_became_of_it(settings, postbox, capsys, monkeypatch):
    monkeypatch.setenv("BRIEFGEN_NOW", MONDAY.isoformat())
    monkeypatch.chdir(settings.root)
    postbox.answer = lambda posted: "550 nobody" if posted.recipient == READERS[1] else "250 accepted"
    assert main(["send", str(settings.path)]) == 4
    assert "2  port/1  bo@port.example  refused: 550 nobody\n" in capsys.readouterr().out
    assert main(["outbox"]) == 0
    assert capsys.readouterr().out == "2  port/1  bo@port.example  refused: 550 nobody\n"
    assert main(["outbox", "show", "1"]) == 0
    assert "outcome   served" in capsys.readouterr().out
    assert main(["outbox", "retry"]) == 0
    assert "2  port/1  bo@port.example  waiting, next try 2026-03-02 07:00 UTC" in capsys.readouterr().out
    assert main(["outbox", "retry", "1"]) == 0
    assert "ada@port.example has port/1" in capsys.readouterr().err
    assert main(["outbox", "show", "99"]) == 2
    capsys.readouterr()
    assert main(["send", str(settings.path), "--to", "me@port.example", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "to": "me@port.example",
        "outcome": "served",
        "answer": "250 accepted",
    }
    assert len(postbox.posted) == 5


@contextmanager
def refusing():
    """A server that refuses the login and says the password aloud."""
    check = login("another", "535 no PASSWORD here")
    with serving(Handler(), authenticator=check, auth_require_tls=False) as port:
        yield SimpleNamespace(port=port)


FAULTS = {
    "no server": lambda: nullcontext(SimpleNamespace(port=free_port())),
    "no login": Postbox,
    "login refused": refusing,
}


@pytest.mark.parametrize("way", ["environment", "url", "file"])
@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_the_password_is_in_no_output_and_in_no_file(folder, way, fault, capsys, monkeypatch):
    monkeypatch.setenv("BRIEFGEN_NOW", MONDAY.isoformat())
    with FAULTS[fault]() as server:
        login_too = mailing(server.port).removesuffix("}") + ", user: desk, password_file: ../../secret}"
        settings = load(config(folder, "port", login_too))
        if way == "environment":
            monkeypatch.setenv("BRIEFGEN_SMTP_PASSWORD", SECRET)
        elif way == "url":
            monkeypatch.setenv("BRIEFGEN_SMTP_URL", f"smtp://desk:{SECRET}@127.0.0.1:{server.port}")
        (settings.root.parent / "secret").write_text(SECRET if way == "file" else "")
        monkeypatch.chdir(settings.root)
        assert main(["send", str(settings.path)]) == 4
        main(["send", str(settings.path), "--to", "me@port.example"])
        main(["outbox", "--json"])
        main(["editions", str(settings.path), "--json"])
        main(["run-due", str(folder)])
    printed = capsys.readouterr()
    files = b"".join(path.read_bytes() for path in settings.root.rglob("*") if path.is_file())
    assert SECRET not in printed.out + printed.err
    assert SECRET.encode() not in files
    assert "waiting" in printed.out
