"""A held edition is approved as its files then are; what does not prove stays in the house."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from harbour import config, mailing, project
from word_files import Word, prose, run, tracked

from briefgen.cli import main
from briefgen.errors import ApprovalError
from briefgen.ledger import open_ledger
from briefgen.model.edition import State
from briefgen.pipeline.build import build
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.approve import approve
from briefgen.pipeline.delivery.editions import add, editions, folder_of
from briefgen.pipeline.delivery.parcels import going

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)
HELD = "schedule: {weekly: Monday 07:00, review: required}"


@pytest.fixture
def settings(tmp_path):
    return load(config(project(tmp_path / "desk"), "port", HELD))


@pytest.fixture
def held(settings):
    return hold(settings)


def hold(settings, day=date(2026, 3, 2)):
    built = build(settings, day, settings.root / "out")
    with open_ledger(settings.root) as ledger:
        return add(built, settings, ledger, NOW)


def home(held, settings, suffix=".docx"):
    (name,) = [each.name for each in held.files if each.name.endswith(suffix)]
    return folder_of(held, settings) / name


def edited(path, change):
    word = Word(path.read_bytes())
    change(word)
    path.write_bytes(word.saved())
    return path.read_bytes()


def drop(word, number=1):
    line, quotation = word.line(number), word.quotation(number)
    for each in (line, quotation):
        word.body.remove(each)


def alter(word):
    words = word.words(1)
    words.text = f"Hardly {words.text}"


def kept(edition, settings, form):
    with open_ledger(settings.root) as ledger:
        return ledger.editions.data(next(each.sha256 for each in edition.files if each.format == form))


def test_an_edition_that_nobody_edited_goes_as_it_was_built(settings, held):
    approval = approve(settings, NOW, (), {})
    assert approval.edition.state is State.APPROVED
    assert [each.format for each in approval.edition.files] == ["docx", "md", "json"]
    assert approval.edition.files[:2] == held.files[:2]
    assert {each.excerpt for each in approval.edition.excerpts} == {each.excerpt for each in held.excerpts}
    assert {each.topic for each in approval.edition.excerpts} == {"ferries"}
    with pytest.raises(ApprovalError, match=r"the last edition is port/1, approved"):
        approve(settings, NOW, (), {})


def test_the_edited_bytes_are_frozen_with_the_excerpts_still_in_them(settings, held):
    data = edited(home(held, settings), drop)
    approval = approve(settings, NOW, (), {})
    edition = approval.edition
    assert kept(edition, settings, "docx") == data
    assert [each.format for each in edition.files] == ["docx", "json"]
    assert approval.left_out == (home(held, settings, ".md").name,)
    assert [each.excerpt for each in edition.excerpts] == [each.excerpt for each in held.excerpts[1:]]


def test_a_named_file_stands_in_for_the_one_that_was_built(settings, held, tmp_path):
    mine = tmp_path / "my own name.docx"
    mine.write_bytes(home(held, settings).read_bytes())
    data = edited(mine, lambda word: word.body.insert(0, prose("A word from the desk.")))
    edition = approve(settings, NOW, (mine,), {}).edition
    assert kept(edition, settings, "docx") == data
    assert edition.files[0].name == home(held, settings).name


def test_what_is_named_goes_though_another_file_was_edited(settings, held, tmp_path):
    home(held, settings, ".md").write_text("Nothing of it is left.\n", "utf-8")
    approval = approve(settings, NOW, (home(held, settings),), {})
    assert approval.edition.files[:1] == held.files[:1]
    assert (approval.left_out, len(approval.edition.excerpts)) == ((home(held, settings, ".md").name,), 2)
    again = hold(settings, date(2026, 3, 9))
    with pytest.raises(ApprovalError, match="name one file of a format"):
        approve(settings, NOW, (home(again, settings), home(again, settings)), {})


def test_of_two_files_the_edition_has_what_stands_in_either(settings, held):
    edited(home(held, settings), drop)
    page = home(held, settings, ".md")
    page.write_text(page.read_text("utf-8") + "\nA word from the desk.\n", "utf-8")
    edition = approve(settings, NOW, (), {}).edition
    assert [each.format for each in edition.files] == ["docx", "md", "json"]
    assert {each.excerpt for each in edition.excerpts} == {each.excerpt for each in held.excerpts}


def test_the_file_of_another_day_or_brief_is_not_taken_for_this_one(settings, held, tmp_path):
    old = tmp_path / "edited last week.docx"
    old.write_bytes(home(held, settings).read_bytes())
    hold(settings, date(2026, 3, 9))
    (objection,) = approve(settings, NOW, (old,), {}).open
    assert objection.words == "it is the brief port of 2026-03-02, and port of 2026-03-09 is to be approved"
    other = load(config(settings.path.parent, "cranes", HELD))
    hold(other)
    (objection,) = approve(other, NOW, (old,), {}).open
    assert objection.words == "it is the brief port of 2026-03-02, and cranes of 2026-03-02 is to be approved"
    assert approve(other, NOW, (old,), {objection.code: "the same this week"}).edition.number == 1


def test_a_mail_does_not_go_without_its_file(settings):
    lines = mailing(25, attach="docx").replace("formats: docx", "formats: [docx, md]")
    mailed = load(config(settings.path.parent, "port", HELD, lines))
    held = hold(mailed)
    home(held, mailed, ".md").write_text("Only this one was edited.\n", "utf-8")
    with pytest.raises(ApprovalError, match=r"port/1: the mail attaches docx, and what you approve is md; edit port-"):
        approve(mailed, NOW, (), {})


def test_exports_of_the_sources_go_with_what_is_approved(settings, tmp_path):
    lines = mailing(25, attach="docx").replace("formats: docx", "formats: [ris, docx]")
    mailed = load(config(settings.path.parent, "port", HELD, lines))
    held = hold(mailed)
    export = home(held, mailed, ".ris")
    export.write_text(export.read_text("utf-8") + "\nTY  - NEWS\nTI  - “A ferry that never was at any quay”\n", "utf-8")
    with pytest.raises(ApprovalError, match="it has docx"):
        approve(mailed, NOW, (export,), {})
    approval = approve(mailed, NOW, (), {})
    assert [each.format for each in approval.edition.files] == ["docx", "ris", "json", "letter"]
    assert len(approval.edition.excerpts) == 2
    assert kept(approval.edition, mailed, "ris") == export.read_bytes()
    assert "sail again" in json.loads(kept(approval.edition, mailed, "letter"))["text"]
    with open_ledger(mailed.root) as ledger:
        assert going(ledger.editions.find("port/1"), ledger).objections(mailed) == ()


def test_altered_words_stay_in_the_house_until_a_person_says_why_they_may_go(settings, held):
    edited(home(held, settings), alter)
    refused = approve(settings, NOW, (), {})
    assert refused.edition is None
    (objection,) = refused.open
    assert objection.words.startswith("altered, block quotation 1: “Hardly ")
    with pytest.raises(ApprovalError, match=f"no finding 00000000; there are {objection.code}"):
        approve(settings, NOW, (), {"00000000": "a slip"})
    with pytest.raises(ApprovalError, match=f"finding {objection.code} is accepted without a reason"):
        approve(settings, NOW, (), {objection.code: " "})
    edition = approve(settings, NOW, (), {objection.code: "the ministry asked for it"}).edition
    assert [(each.mark, each.why) for each in edition.accepted] == [
        (f"{objection.code} {objection.words}", "the ministry asked for it")
    ]


def test_tracked_changes_that_are_still_open_stand_against_a_file(settings, held):
    def track(word):
        paragraph = prose("A word from the desk.")
        paragraph.append(tracked("ins", run(" And one more.")))
        word.body.insert(0, paragraph)

    edited(home(held, settings), track)
    assert [each.words for each in approve(settings, NOW, (), {}).open] == [
        "1 tracked insertion by Ada Quill still in it; accept or reject it"
    ]


def test_a_brief_that_was_built_again_is_no_persons_work(settings, held):
    (settings.root / "notes" / "new.txt").write_text("The ferry sank at its berth on a calm night.\n", "utf-8")
    build(settings, date(2026, 3, 2), settings.root / "out")
    approval = approve(settings, NOW, (), {})
    assert (approval.left_out, len(approval.edition.excerpts)) == ((), len(held.excerpts) + 1)
    assert {each.topic for each in approval.edition.excerpts} == {"ferries"}


def test_a_file_that_is_gone_is_taken_as_it_was_built(settings, held):
    home(held, settings).unlink()
    assert approve(settings, NOW, (), {}).edition.files[:2] == held.files[:2]


def test_a_newer_edition_takes_the_place_of_one_that_nobody_approved(settings, held):
    hold(settings, date(2026, 3, 9))
    assert approve(settings, NOW, (), {}).edition.number == 2
    assert [edition.state for edition, _ in editions(settings)] == [State.APPROVED, State.REPLACED]


def test_what_cannot_be_approved_is_said(settings, held, tmp_path):
    page = tmp_path / "brief.json"
    page.write_bytes(kept(held, settings, "json"))
    with pytest.raises(ApprovalError, match=r"brief\.json: it is json, .*; it has docx, md"):
        approve(settings, NOW, (page,), {})
    with pytest.raises(ApprovalError, match="no edition waits for approval"):
        approve(replace(settings, name="other"), NOW, (), {})


def test_the_command_lists_what_stands_against_a_file_and_takes_the_code(settings, held, capsys):
    edited(home(held, settings), alter)
    assert main(["approve", str(settings.path)]) == 1
    said = capsys.readouterr().err
    code = said.partition("\n  ")[2][:8]
    assert f'--accept {code} "why it may stand"' in said
    assert main(["approve", str(settings.path), "--accept", code, "as the ministry wants it"]) == 0
    assert "port/1 is approved, 1 finding accepted" in capsys.readouterr().err
    assert main(["editions", str(settings.path)]) == 0
    assert capsys.readouterr().out == "port/1  2026-03-02  approved, 2 excerpts  nobody to send it to\n"


def test_an_edition_is_shown_and_saved_byte_for_byte(settings, held, tmp_path, capsys):
    data = edited(home(held, settings), drop)
    approve(settings, NOW, (), {})
    assert main(["editions", str(settings.path), "--number", "1", "--save", str(tmp_path / "kept")]) == 0
    assert [path.read_bytes() for path in (tmp_path / "kept").iterdir()] == [data]
    shown = capsys.readouterr().out
    assert "approved  2026-03-02 07:00:00 UTC" in shown
    assert main(["editions", str(settings.path), "--number", "7"]) == 2


def test_a_build_is_kept_as_an_edition_when_it_is_delivered_by_hand(settings, capsys):
    command = ["build", str(settings.path), "--as-of", "2026-03-02"]
    assert main(command) == 0
    assert editions(settings) == ()
    assert main([*command, "--record"]) == 0
    assert "kept as port/1; nothing is sent" in capsys.readouterr().err
    ((edition, deliveries),) = editions(settings)
    assert (edition.state, deliveries, len(edition.excerpts)) == (State.APPROVED, (), 2)
