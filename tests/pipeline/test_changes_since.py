"""Beside the brief stands a Word file with what changed since its last edition; it is neither approved nor sent."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from accepting import accepted, rejected, told
from harbour import config, project

from briefgen.cli import main
from briefgen.formats.docx import read
from briefgen.ledger import open_ledger
from briefgen.model.edition import State
from briefgen.pipeline.build import build
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.approve import approve
from briefgen.pipeline.delivery.editions import folder_of, record
from briefgen.pipeline.delivery.run_due import Kind, run_due

MONDAY, WEEK = date(2026, 3, 2), timedelta(weeks=1)
NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)
SHOWN = "output: {changes: true}"
NEWS = "The ferry sank at its berth on a calm night. No other ferry was hurt.\n"
TOPICS = "[{title: Ferries, about: [ferry]}]"


@pytest.fixture
def folder(in_memory):
    return project(in_memory / "desk")


@pytest.fixture
def path(folder):
    return config(folder, "port", SHOWN)


def built(path, day):
    return build(load(path), day, path.parent.parent / "out")


def issue(path, day=MONDAY):
    """Build the brief of a day and make it an edition."""
    made = built(path, day)
    record(made, load(path), NOW + (day - MONDAY))
    return made


def word(made):
    return next(file.data for file in made.files if file.format == "docx")


def note(path, words=NEWS, name="news"):
    (path.parent.parent / "notes" / f"{name}.txt").write_text(words, "utf-8")


def claims(data):
    return [(each.excerpt, each.words, each.note) for each in read(data).claims]


def test_accepted_it_is_the_brief_and_rejected_the_last_edition(path):
    first = issue(path)
    assert (first.changes, first.warnings[-1]) == (
        None,
        "no file of changes is written: port has no edition up to 2026-03-01",
    )
    note(path)
    second = built(path, MONDAY + WEEK)
    data = second.changes.path.read_bytes()
    assert (second.changes.path.name, second.since) == ("port-2026-03-09.changes.docx", "port/1")
    for resolved, file in ((accepted(data), word(second)), (rejected(data), word(first))):
        assert told(resolved) == told(file)
        assert claims(resolved) == claims(file)
    assert read(data).pending
    assert claims(data) == claims(word(second))


@pytest.mark.parametrize("looks", ["notes: endnotes", "notes: list, contents: true", "cover: true, scrub: true"])
def test_it_is_so_in_every_template_and_with_every_kind_of_notes(folder, looks):
    made = []
    for week, (template, own) in enumerate(
        [("weekly", "The desk **waits**.\n\n- one\n- two"), ("policy-brief", "So be it.")]
    ):
        path = config(folder, "port", f"output: {{changes: true, {looks}}}", f"summary: {json.dumps(own)}")
        path.write_text(path.read_text("utf-8").replace("template: plain", f"template: {template}"), "utf-8")
        made.append(issue(path, MONDAY + week * WEEK))
        note(path)
    data = made[1].changes.path.read_bytes()
    assert claims(data) == claims(word(made[1]))
    for resolved, file in ((accepted(data), made[1]), (rejected(data), made[0])):
        assert [one for one in told(resolved) if one[0]] == [one for one in told(word(file)) if one[0]]


def test_an_edition_of_the_same_day_is_no_earlier_one(path):
    issue(path)
    note(path)
    kept = issue(path, MONDAY + WEEK)
    again = built(path, MONDAY + WEEK)
    assert again.since == kept.since == "port/1"
    assert again.changes == kept.changes


def test_the_last_edition_is_that_of_the_latest_day(path):
    issue(path, MONDAY + WEEK)
    issue(path)
    assert built(path, MONDAY + 2 * WEEK).since == "port/1"
    assert built(path, MONDAY + WEEK).since == "port/2"


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        ("formats: md", "formats: docx", "port/1, the last edition, has no Word file"),
        ("formats: docx", "formats: md", "the brief has no Word file; add docx to its formats"),
    ],
)
def test_where_there_is_nothing_to_compare_it_says_so(folder, before, now, why):
    issue(config(folder, "port", before))
    made = built(config(folder, "port", now, SHOWN), MONDAY + WEEK)
    assert (made.changes, made.warnings[-1]) == (None, f"no file of changes is written: {why}")
    assert made.files


def test_a_file_that_cannot_be_compared_keeps_no_brief_from_its_readers(path):
    made = built(path, MONDAY)
    damaged = [replace(file, data=b"PK\x03\x04") if file.format == "docx" else file for file in made.files]
    record(replace(made, files=tuple(damaged)), load(path), NOW)
    after = built(path, MONDAY + WEEK)
    assert (after.changes, len(after.files)) == (None, 3)
    assert after.warnings[-1].startswith("no file of changes is written: the Word file of port/1 cannot be compared: ")


def test_what_a_person_did_to_the_file_stands(path):
    issue(path)
    first = built(path, MONDAY + WEEK).changes.path
    first.write_bytes(b"mine")
    second = built(path, MONDAY + WEEK).changes
    assert (second.path.name, second.kept) == ("port-2026-03-09.changes-2.docx", first)
    assert first.read_bytes() == b"mine"


def test_the_command_says_with_which_edition_it_compares(folder, capsys):
    path = config(folder, "port")
    assert main(["build", str(path), "--as-of", "2026-03-02", "--record"]) == 0
    assert main(["build", str(path), "--as-of", "2026-03-09", "--changes"]) == 0
    said = capsys.readouterr()
    assert "port-2026-03-09.changes.docx: accept all changes for this brief, reject them for port/1" in said.err
    assert said.out.splitlines()[-1].endswith("port-2026-03-09.changes.docx")
    assert main(["build", str(path), "--as-of", "2026-03-09", "--changes", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["changes"].endswith(".changes.docx")
    assert told["changes"] not in told["files"]


def test_a_slot_makes_it_and_sends_it_to_nobody(folder):
    (shelf := folder.parent / "shelf").mkdir()
    lines = (SHOWN, "schedule: {weekly: Monday 07:00}", f"deliver_to: {shelf}")
    path = config(folder, "port", *lines)
    run_due(folder, NOW - timedelta(hours=1))
    run_due(folder, NOW)
    note(path)
    ran = run_due(folder, NOW + WEEK)
    assert [event.kind for event in ran.events if event.kind is not Kind.NOTICE] == [Kind.SENT]
    with open_ledger(folder.parent) as ledger:
        edition = ledger.editions.find("port/2")
    assert [each.format for each in edition.files] == ["docx", "md", "json"]
    home = folder_of(edition, load(path))
    assert (home / "port-2026-03-09.changes.docx").is_file()
    assert sorted(each.name for each in shelf.iterdir()) == [
        f"port-2026-03-0{day}{suffix}" for day in (2, 9) for suffix in (".docx", ".md")
    ]


def test_who_approves_the_brief_does_not_approve_the_changes(folder):
    path = config(folder, "port", SHOWN, "schedule: {weekly: Monday 07:00, review: required}")
    issue(path)
    note(path)
    run_due(folder, NOW + timedelta(days=6))
    run_due(folder, NOW + WEEK)
    home = path.parent.parent / "out" / "port" / "2026-03-09"
    shown = home / "port-2026-03-09.changes.docx"
    refused = approve(load(path), NOW, (shown,), {})
    assert refused.edition is None
    assert [each.words for each in refused.open if "by briefgen still in it" in each.words]
    resolved = home / "all accepted.docx"
    resolved.write_bytes(accepted(shown.read_bytes()))
    approval = approve(load(path), NOW, (resolved,), {})
    assert (approval.open, approval.edition.state) == ((), State.APPROVED)
    assert len(approval.edition.excerpts) == 3


def test_two_editions_are_compared_by_their_names(path, monkeypatch, capsys):
    issue(path)
    note(path)
    second = issue(path, MONDAY + WEEK)
    monkeypatch.chdir(path.parent.parent)
    assert main(["diff", "port/1", "port/2", "--docx", "both.docx"]) == 0
    assert (path.parent.parent / "both.docx").read_bytes() == second.changes.path.read_bytes()
    assert "accept all changes for port/2, reject them for port/1" in capsys.readouterr().err
    built = str(second.files[0].placed.path)
    assert main(["diff", "port/1", built]) == 3
    assert f"{built}: this is no brief.json; name the folder" in capsys.readouterr().err
    assert main(["diff", "port/1", "port/9", "--docx", "both.docx"]) == 2
    assert "there is no edition 'port/9'; known: port/2, port/1" in capsys.readouterr().err
    assert main(["diff", "ports/1", "port/2"]) == 2
    assert "there is no edition 'ports/1'; known: port/2" in capsys.readouterr().err
    assert main(["diff", "port/1", "out", "--docx", "both.docx"]) == 3
    assert "out: this is a folder; name the Word file in it" in capsys.readouterr().err
    issue(config(path.parent, "bare", "formats: md"))
    assert main(["diff", "bare/1", "port/1", "--docx", "both.docx"]) == 3
    assert "bare/1: this edition has no Word file" in capsys.readouterr().err
    assert main(["editions", str(path), "--number", "1"]) == 0
    assert "quotes    “A ferry waited below them.”" in capsys.readouterr().out
    monkeypatch.chdir("/")
    assert main(["diff", "port/1", "port/2"]) == 3
    assert "port/1: no edition is kept here; call this from the folder of the project" in capsys.readouterr().err
