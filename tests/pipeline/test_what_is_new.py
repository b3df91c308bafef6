"""What is new: nothing is told twice, updates are marked, and what has nothing new says so."""

import csv
import importlib
import io
import json
import lzma
import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.ledger import open_ledger
from briefgen.model.edition import State
from briefgen.pipeline.build import build
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.editions import add, record
from briefgen.pipeline.delivery.run_due import Kind, run_due
from briefgen.pipeline.explain import explain

MONDAY, WEEK = date(2026, 3, 2), timedelta(weeks=1)
NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)
CRANES = "The harbour board of Quarrel Bay ordered four cranes from the yard at Tolland."
CONFIG = """\
title: The port this week
sources: ../notes
formats: md
unsourced_numbers: show
topics: [{title: Cranes, about: [crane]}, {title: Ferries, about: [ferry]}]
"""


@pytest.fixture
def desk(in_memory):
    """A project with one note and no config."""
    for folder in ("config", "notes", "sent"):
        (in_memory / "desk" / folder).mkdir(parents=True)
    note(in_memory / "desk", "cranes", CRANES)
    return in_memory / "desk"


def note(root, name, words, publisher="Port Times", published="2026-02-27"):
    front = f"---\ntitle: About {name}\npublisher: {publisher}\npublished: {published}\n---\n\n"
    (root / "notes" / f"{name}.md").write_text(f"{front}{words}\n", "utf-8")


def config(root, *lines, name="port", new="{excerpts: true}"):
    path = root / "config" / f"{name}.yaml"
    path.write_text("\n".join([CONFIG, f"new: {new}", *lines, ""]), "utf-8")
    return path


def issue(path, day=MONDAY):
    """Build the brief of a day and make it an edition."""
    built = build(load(path), day, path.parent.parent / "out")
    record(built, load(path), NOW + (day - MONDAY))
    return built.brief


def build_only(path, day):
    return build(load(path), day, path.parent.parent / "out").brief


def words(brief):
    return [each.text for each in brief.excerpts]


def news(brief):
    return [flag.words for each in brief.excerpts for flag in each.flags if flag.kind == "update"]


def remarks(brief, topic="cranes"):
    return next(section.remarks for section in brief.sections if section.topic == topic)


def test_what_an_edition_told_is_not_told_again_and_the_topic_says_so(desk):
    path = config(desk)
    assert words(issue(path)) == [CRANES]
    second = build_only(path, MONDAY + WEEK)
    assert (words(second), remarks(second)) == ([], ("Nothing new since the edition of 2 March 2026.",))
    assert remarks(second, "ferries") == ("No source in scope says anything of this topic.",)
    assert "Nothing new: Cranes." in second.grounds.lines
    note(desk, "ferries", "A second crane was carried by the night ferry on Sunday.")
    assert words(build_only(path, MONDAY + WEEK)) == ["A second crane was carried by the night ferry on Sunday."]


def test_without_the_switch_it_is_told_again(desk):
    path = config(desk, new="{excerpts: false}")
    assert words(issue(path)) == words(build_only(path, MONDAY + WEEK)) == [CRANES]


@pytest.mark.parametrize(
    ("said", "publisher", "told"),
    [
        (CRANES, "Port Times", None),
        (CRANES.replace("ordered", "has ordered"), "Port Times", None),
        (CRANES, "Quay Post", "told by Quay Post"),
        (CRANES.replace("four", "14"), "Port Times", "“14”"),
        (CRANES.replace(" ordered", " and Ada Quill ordered"), "Port Times", "“Ada Quill”"),
        (CRANES.replace("four", "14"), "Quay Post", "“14”, told by Quay Post"),
    ],
)
def test_a_repeat_comes_back_as_an_update_when_an_origin_a_number_or_a_name_is_new(desk, said, publisher, told):
    path = config(desk)
    issue(path)
    filler = " ".join(f"Word{n} of {publisher} was never about it." for n in range(40))
    note(desk, "later", f"{said}\n\n{filler}", publisher, "2026-03-06")
    brief = build_only(path, MONDAY + WEEK)
    assert news(brief) == ([f"new since 2 March 2026: {told}"] if told else [])
    if told is None:
        assert words(brief) == []
        return
    assert words(brief) == [said]
    written = (desk / "out" / "port" / "2026-03-09" / "port-2026-03-09.md").read_text("utf-8")
    assert f"update: new since 2 March 2026: {told}" in written


@pytest.mark.parametrize("leaves", ["window", "folder", "corpus"])
def test_a_copy_of_a_story_whose_told_page_has_left_is_no_new_origin(desk, leaves, capsys):
    ships = ("ferry", "tug", "barge", "pilot boat", "dredger", "trawler", "yawl", "coaster", "lighter", "schooner")
    story = "\n\n".join(
        [
            CRANES,
            *(f"The {one} of {other}s lay at berth {len(one)} all week." for one, other in pairwise(ships)),
        ]
    )
    note(desk, "cranes", story, "Coast Wire")
    path = config(desk, "window: 2 weeks")
    assert CRANES in words(issue(path))
    if leaves == "window":
        later = MONDAY + 3 * WEEK
    else:
        later = MONDAY + WEEK
        told = desk / "notes" / "cranes.md"
        told.unlink()
    note(desk, "copy", f"{story}\n\nRead it in the Quay Post.", "Quay Post", (later - timedelta(days=2)).isoformat())
    if leaves == "corpus":
        assert main(["corpus", "forget", "cranes.md", "--why", "asked to", "--corpus", str(load(path).corpus)]) == 0
    brief = build_only(path, later)
    assert news(brief) == []
    assert CRANES not in words(brief)


def test_the_same_bytes_until_there_is_a_new_edition_and_earlier_days_see_earlier_editions_only(desk):
    path = config(desk)

    def bytes_of(day):
        return [file.data for file in build(load(path), day, desk / "out").files]

    before = bytes_of(MONDAY)
    issue(path)
    assert bytes_of(MONDAY) == before
    after = bytes_of(MONDAY + WEEK)
    assert after == bytes_of(MONDAY + WEEK)
    issue(path, MONDAY + 2 * WEEK)
    assert (bytes_of(MONDAY), bytes_of(MONDAY + WEEK)) == (before, after)


def test_only_what_was_approved_was_told(desk):
    path = config(desk, "schedule: {weekly: Monday 07:00, review: required}")
    with open_ledger(desk) as ledger:
        held = add(build(load(path), MONDAY, desk / "out"), load(path), ledger, NOW)
    assert held.state is State.HELD
    assert words(build_only(path, MONDAY + WEEK)) == [CRANES]


@pytest.mark.parametrize(("others", "told"), [("true", True), ("[town]", True), ("town", True), ("[sea]", False)])
def test_what_other_briefs_told_is_left_out_where_they_are_named(desk, others, told):
    issue(config(desk, name="town"))
    config(desk, name="sea")
    brief = build_only(config(desk, new=f"{{other_briefs: {others}}}"), MONDAY + WEEK)
    assert words(brief) == ([] if told else [CRANES])
    assert not any("there is no brief" in warning for warning in brief.warnings)


def test_a_brief_that_is_none_is_said(desk):
    issue(config(desk, name="town"))
    brief = build_only(config(desk, new="{other_briefs: twon}"), MONDAY + WEEK)
    assert "new: other_briefs: there is no brief twon; known: town" in brief.warnings


def test_new_documents_are_those_that_arrived_since_whenever_they_were_published(desk):
    note(desk, "more", "One crane fell into the basin.\n\nThe crane was raised again by divers.")
    path = config(desk, "window: 1 year", new="{documents: true}")
    issue(path)
    assert words(build_only(path, MONDAY + WEEK)) == []
    old = "An old crane was sold to the museum of Tolland."
    note(desk, "old", old, published="2025-06-01")
    assert words(build_only(path, MONDAY + WEEK)) == [old]


def test_a_corpus_that_is_another_one_cannot_tell_what_arrived(desk):
    path = config(desk, new="{documents: true}")
    issue(path)
    for file in (desk / ".briefgen").glob("corpus.db*"):
        file.unlink()
    note(desk, "a", "A crane stands at the gate.")
    brief = build_only(path, MONDAY + WEEK)
    assert len(words(brief)) == 2
    assert any("what arrived since port/1 cannot be told" in warning for warning in brief.warnings)


def test_what_a_person_pinned_stands_and_is_marked(desk):
    pin = "{document: cranes.md, opens: The harbour board of Quarrel Bay}"
    path = config(desk)
    issue(path)
    topics = f"topics: [{{title: Cranes, about: [crane], pin: [{pin}]}}]"
    path.write_text(re.sub(r"topics: .*", topics, path.read_text("utf-8")), "utf-8")
    (excerpt,) = build_only(path, MONDAY + WEEK).excerpts
    assert [(each.kind, each.words) for each in excerpt.flags if each.kind == "told"] == [
        ("told", "in the edition of 2 March 2026")
    ]


def test_explain_says_what_was_told_and_when(desk):
    path = config(desk)
    issue(path)
    topic = explain(load(path), MONDAY + WEEK).topics[0]
    assert [each.why for each in topic.fresh.missed] == ["was told in the edition of 2 March 2026 (port/1)"]


def test_a_slot_without_anything_new_makes_no_edition_that_counts(desk):
    path = config(desk, "schedule: {weekly: Monday 07:00}", "nothing_new: nothing", "deliver_to: ../sent")
    run_due(desk / "config", NOW - timedelta(hours=1))
    run_due(desk / "config", NOW)
    ran = run_due(desk / "config", NOW + WEEK)
    assert [each.kind for each in ran.events] == [Kind.NOTHING_NEW]
    with open_ledger(desk) as ledger:
        assert [each.state for each in ledger.editions.of(path.stem)] == [State.EMPTY, State.APPROVED]


def test_two_slots_of_one_day_do_not_tell_the_same(desk):
    config(desk, "schedule: {cron: '0 7,18 * * *'}", "nothing_new: nothing", "deliver_to: ../sent")
    run_due(desk / "config", NOW - timedelta(hours=1))
    run_due(desk / "config", NOW)
    later = "A fifth crane is expected."
    note(desk, "later", later)
    run_due(desk / "config", NOW + timedelta(hours=11))
    with open_ledger(desk) as ledger:
        evening, morning = ledger.editions.of("port")
    assert [[each.words for each in edition.excerpts] for edition in (morning, evening)] == [[CRANES], [later]]


def test_diff_says_what_came_and_went(desk, capsys, monkeypatch):
    path = config(desk)
    issue(path)
    note(desk, "later", "A fifth crane is expected.")
    issue(path, MONDAY + WEEK)
    monkeypatch.chdir(desk)
    assert main(["diff", "port/1", "port/2"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Cranes: 1 came, 1 went, 0 stayed"
    assert (lines[1], lines[3]) == ("+ “A fifth crane is expected.”", f"- “{CRANES}”")
    assert lines[4].startswith("  “About cranes,” Port Times, February 27, 2026")
    assert main(["diff", "out/port/2026-03-09", "port/2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["second"] == {"name": "port/2", "as_of": "2026-03-09"}
    assert [(each["title"], each["stayed"]) for each in found["topics"]] == [("Cranes", 1), ("Ferries", 0)]
    assert main(["diff", "port/1", "port/9"]) == 2
    assert "there is no edition 'port/9'; known: port/2, port/1" in capsys.readouterr().err


def test_three_weekly_editions_over_real_news(shared, tmp_path, monkeypatch):
    """The articles of `benchmarks/editions.py` that two of its topics can find; it has the figures of all."""
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "benchmarks")
    bench = importlib.import_module("editions")
    csv.field_size_limit(1 << 24)
    with lzma.open(shared / "data" / "corpora" / "news_2017.csv.xz") as packed:
        rows = csv.DictReader(io.TextIOWrapper(packed, "utf-8"))
        kept = [row for row in rows if re.search("Kim Jong-?.?[Nn]am|Gibraltar", row["text"])]
    with (tmp_path / "news.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    briefs = bench.editions(tmp_path / "desk", tmp_path / "news.csv")
    assert all(brief.excerpts for brief in briefs[:2])
    assert bench.repeated(briefs) == []
    assert any(bench.updates(brief) for brief in briefs[1:])
    assert bench.quiet(briefs[0]) == []
    assert all("Gibraltar" in bench.quiet(brief) for brief in briefs[1:])
