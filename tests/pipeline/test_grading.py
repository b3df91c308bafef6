"""Who publishes, how far words may travel, and how many origins say the same."""

import json
from dataclasses import replace
from datetime import date

import pytest

from briefgen.cli import main
from briefgen.config import load
from briefgen.errors import ConfigError
from briefgen.pipeline.build import build
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft

DAY = date(2026, 11, 22)
ONE = "The ferry Calder ran aground near the northern lighthouse on 3 November 2026 with 41 people on board."
AGAIN = "With 41 people on board, the ferry Calder ran aground on 3 November 2026, near the northern lighthouse."
OTHERWISE = "The ferry Calder ran aground near the northern lighthouse on 3 November 2026 with 47 people on board."
ALONE = "Nobody has inspected the ferry of Dunmore since its engine was replaced by a local mechanic."
PUBLISHERS = """\
Port Times: B
Quay Post: {reliability: D, state_controlled: yes, note: owned by the harbour ministry}
Coast Wire: F
"""


def front(publisher, title, **more):
    fields = {"title": title, "publisher": publisher, "published": "2026-11-04", **more}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n\n"


NOTES = {
    "port.txt": front("Port Times", "Aground") + f"{ONE}\n\n{ALONE}\n",
    "quay.txt": front("Quay Post", "A ship in trouble") + f"Fog was thick that night.\n\n{AGAIN}\n",
    "coast.txt": front("Coast Wire", "Ferry news") + f"{OTHERWISE}\n\nIts crew waited on deck for a tug.\n",
}


@pytest.fixture
def project(tmp_path):
    def make(notes=NOTES, keys="", publishers=PUBLISHERS):
        for name in ("config", "seeds"):
            (tmp_path / name).mkdir(exist_ok=True)
        for name, text in notes.items():
            (tmp_path / "seeds" / name).write_text(text, "utf-8")
        (tmp_path / "config" / "publishers.yaml").write_text(publishers, "utf-8")
        path = tmp_path / "config" / "port.yaml"
        topics = "topics:\n  - title: Ferries\n    question: Where did the ferry run aground?\n    about: [ferry]\n"
        path.write_text(f"title: P\nsources: ../seeds\n{keys}{topics}", "utf-8")
        return load(path)

    return make


def drafted(settings):
    with open_desk(settings, DAY) as desk:
        brief, _, _ = draft(settings, DAY, desk)
    return brief


def publishers(brief):
    return {row.appearance.work.publisher for row in brief.sources if row.numbers}


def test_state_controlled_media_are_marked_under_the_excerpt_and_in_the_table(project):
    settings = project({"quay.txt": NOTES["quay.txt"], "port.txt": front("Port Times", "Other") + f"{ALONE}\n"})
    done = build(replace(settings, formats=("md",)), DAY, settings.root / "out")
    page = next(placed.path for placed in done.placed if placed.path.suffix == ".md").read_text("utf-8")
    assert "state-controlled media: Quay Post" in page
    assert "Quay Post (state-controlled), reliability D" in page
    assert "Port Times, reliability B" in page


def test_the_table_of_works_grades_before_the_publisher_does(project):
    graded = {"port.txt": front("Port Times", "Aground", grade="E3") + f"{ONE}\n"}
    (row,) = drafted(project(graded)).sources
    assert row.reliability == "E"


def test_where_no_publisher_is_known_the_site_stands_for_it(project, capsys):
    notes = {"port.txt": front("", "Aground", url="https://www.quay.example/1") + f"{ONE}\n\n{ALONE}\n"}
    settings = project(notes)
    assert listed(settings, capsys, "--publishers").out == "quay.example: F  # 1 source\n"
    settings = project(notes, publishers="quay.example: {reliability: D, state_controlled: yes}\n")
    done = build(replace(settings, formats=("md",)), DAY, settings.root / "out")
    page = next(placed.path for placed in done.placed if placed.path.suffix == ".md").read_text("utf-8")
    assert "quay.example (state-controlled), reliability D" in page
    assert "“Aground”, quay.example, 4 November 2026" in page


def test_another_origin_of_the_same_outlet_is_named_by_its_title(project):
    brief = drafted(
        project({"port.txt": NOTES["port.txt"], "quay.txt": NOTES["quay.txt"].replace("Quay Post", "Port Times")})
    )
    also = {each.text: [one.name for one in each.also] for each in brief.excerpts}
    said = next(text for text in also if text in {ONE, AGAIN})
    assert also[said] == [{ONE: "“A ship in trouble”", AGAIN: "“Aground”"}[said]]


def test_check_says_why_articles_are_left_out(project, capsys):
    settings = project(keys="min_grade: C\n")
    assert main(["check", str(settings.path), "--as-of", DAY.isoformat()]) == 0
    assert "“P”, 1 article in scope\n  2 articles left out: graded below C, or not graded\n" in capsys.readouterr().out
    assert main(["check", str(settings.path), "--as-of", "2025-01-01"]) == 0
    assert "  1 article left out: published outside of what this brief covers\n" in capsys.readouterr().out


def listed(settings, capsys, *options):
    assert main(["sources", str(settings.path), "--as-of", DAY.isoformat(), *options]) == 0
    return capsys.readouterr()


def test_sources_tells_of_each_what_it_is_worth_and_from_where(project, capsys):
    notes = NOTES | {"port.txt": front("Port Times", "Aground", grade="A2", marking="TLP:AMBER") + f"{ONE}\n"}
    settings = project(notes, "handling: TLP:GREEN\nmin_grade: D\n")
    told = [json.loads(line) for line in listed(settings, capsys, "--json").out.splitlines()]
    assert {each["path"]: (each["reliability"]["grade"], each["tlp"], each["state_controlled"]) for each in told} == {
        "seeds/coast.txt": ("F", "", ""),
        "seeds/port.txt": ("A", "TLP:AMBER", ""),
        "seeds/quay.txt": ("D", "", "Quay Post"),
    }
    assert [each["reliability"]["from"] for each in told] == [
        "the file of publishers, Coast Wire",
        "its own grade",
        "the file of publishers, Quay Post",
    ]
    coast, port, quay = listed(settings, capsys).out.split("seeds/")[1:]
    assert "  reliability: F (the file of publishers, Coast Wire)\n  not quoted in this brief: graded below D" in coast
    assert "  marking: TLP:AMBER (front matter: certain)\n" in port
    assert "  reliability: A (its own grade)\n" in port
    assert "  not quoted in this brief: marked TLP:AMBER, and this brief is TLP:GREEN\n" in port
    assert "  state-controlled media: Quay Post (the file of publishers)\n" in quay
    assert "not quoted" not in quay


def test_publishers_without_a_grade_are_lines_to_add_to_their_file(project, capsys):
    more = {
        f"{n}.txt": front(json.dumps(name), n) + f"Ferry {n} of {name} sails.\n"
        for n, name in enumerate(["No", "Bay: the paper", "No"])
    }
    more |= {"own.txt": front("Gull Gazette", "G", grade="C3") + f"{ALONE}\n"}
    settings = project(NOTES | more)
    assert "not graded: No, Bay: the paper; --publishers" in listed(settings, capsys).err
    lines = listed(settings, capsys, "--publishers").out
    assert lines == '"No": F  # 2 sources\n"Bay: the paper": F  # 1 source\n'
    whole = project(NOTES | more, publishers=PUBLISHERS + lines)
    assert listed(whole, capsys, "--publishers").out == ""


def test_min_grade_leaves_out_what_is_less_reliable_or_not_graded(project):
    unknown = NOTES | {"gull.txt": front("Gull Gazette", "Seen") + "A ferry was seen by gulls near the islands.\n"}
    brief = drafted(project(unknown, "min_grade: C\n"))
    assert publishers(brief) == {"Port Times"}
    assert "3 documents left out: graded below C, or not graded." in brief.grounds.lines


@pytest.mark.parametrize("marked", ["field", "text"])
@pytest.mark.parametrize(
    ("handling", "marking", "quoted"),
    [
        ("TLP:GREEN", "TLP:AMBER", False),
        ("TLP:AMBER", "TLP:AMBER", True),
        ("TLP:AMBER", "TLP:AMBER+STRICT", False),
        ("", "TLP:AMBER", True),
    ],
)
def test_a_source_marked_more_strictly_than_the_brief_is_refused(project, marked, handling, marking, quoted):
    note = (
        front("Port Times", "Aground", marking=marking) + f"{ONE}\n"
        if marked == "field"
        else front("Port Times", "Aground") + f"{marking}\n\n{ONE}\n"
    )
    notes = {"port.txt": note, "coast.txt": front("Coast Wire", "News") + f"{ALONE}\n"}
    brief = drafted(project(notes, f"handling: {handling}\n" if handling else ""))
    assert ("Port Times" in publishers(brief)) is quoted
    told = f"1 document left out: marked {marking}, and this brief is {handling}."
    assert (told in brief.grounds.lines) is not quoted
    unmarked = f"seeds/port.txt is marked {marking}, and this brief bears no TLP mark"
    assert (unmarked in brief.warnings) is (handling == "")


def test_a_text_that_is_marked_at_one_place_is_kept_back_at_every_other(project):
    notes = {
        "a.txt": front("Port Times", "Aground") + f"{ONE}\n",
        "b.txt": front("Port Times", "Aground", marking="TLP:RED") + f"{ONE}\n",
        "c.txt": front("Coast Wire", "News") + f"{ALONE}\n",
    }
    assert publishers(drafted(project(notes, "handling: TLP:CLEAR\n"))) == {"Coast Wire"}


def test_other_origins_that_say_the_same_are_named_and_other_numbers_are_not_the_same(project):
    settings = project()
    brief = drafted(settings)
    also = {each.text: [one.name for one in each.also] for each in brief.excerpts}
    said = next(text for text in also if text in {ONE, AGAIN})
    assert also[said] == [{ONE: "Quay Post", AGAIN: "Port Times"}[said]]
    done = build(replace(settings, formats=("md",)), DAY, settings.root / "out")
    page = next(placed.path for placed in done.placed if placed.path.suffix == ".md").read_text("utf-8")
    assert f"also: {also[said][0]})" in page
    assert not [each for each in done.warnings if "miscited" in each]


def test_a_question_is_said_by_nobody_else(project):
    also = {}
    for sign in ".?":
        notes = NOTES | {"port.txt": front("Port Times", "Aground") + ONE.replace("board.", f"board{sign}\n")}
        settings = project(notes)
        settings.path.with_name("port.picks.yaml").write_text(
            "- pin: Ferries\n  document: port.txt\n  opens: The ferry Calder\n", "utf-8"
        )
        (pinned,) = [each for each in drafted(load(settings.path)).excerpts if each.text.endswith(f"board{sign}")]
        also[sign] = [each.name for each in pinned.also]
    assert also == {".": ["Quay Post"], "?": []}


@pytest.mark.parametrize(
    ("said", "others"),
    [("has not kept its promise to mend the pier", []), ("has kept its promise to mend the pier", ["Quay Post"])],
)
def test_what_is_denied_is_said_again_only_by_what_denies(project, said, others):
    again = "Divers say that the ferry company of Dunmore has kept each promise to mend the pier that it gave them."
    notes = {
        "port.txt": front("Port Times", "Pier") + f"The ferry company of Dunmore {said}.\n",
        "quay.txt": front("Quay Post", "Ship") + f"{again}\n",
    }
    settings = project(notes)
    settings.path.with_name("port.picks.yaml").write_text(
        "- pin: Ferries\n  document: port.txt\n  opens: The ferry company\n", "utf-8"
    )
    (pinned,) = [each for each in drafted(load(settings.path)).excerpts if said in each.text]
    assert [each.name for each in pinned.also] == others


def test_min_origins_keeps_what_enough_origins_say_and_tells_of_the_rest(project):
    brief = drafted(project(keys="min_origins: 2\n"))
    assert {each.text for each in brief.excerpts} <= {ONE, AGAIN}
    assert brief.excerpts
    (section,) = brief.sections
    assert any("fewer than 2 independent origins say the same" in each for each in section.remarks)


def test_a_topic_has_limits_of_its_own_that_are_stronger_than_those_of_the_config(project):
    settings = project(keys="min_grade: C\nmin_origins: 2\n")
    assert [(each.min_grade, each.min_origins) for each in settings.topics] == [("C", 2)]
    path = settings.path
    written = path.read_text("utf-8")
    own = "  - {title: Boats, about: [ferry], min_grade: D, min_origins: 1}\n  - {title: Ships, about: [ferry]}\n"
    path.write_text(written + own, "utf-8")
    settings = load(path)
    assert [(each.min_grade, each.min_origins) for each in settings.topics] == [("C", 2), ("D", 1), ("C", 2)]
    brief = drafted(settings)
    assert brief.grounds.documents == 2  # as the least strict topic says
    assert "1 document left out: graded below D, or not graded." in brief.grounds.lines
    ferries, boats, ships = brief.sections
    assert boats.excerpts
    assert not ferries.excerpts
    assert not ships.excerpts
    assert "1 article left out of this topic: graded below C, or not graded." in ferries.remarks
    assert ferries.remarks[0] == "Articles match this topic, but no sentence of theirs can be printed."
    assert "Nothing to print: Ferries; Ships." in brief.grounds.lines


def test_a_topic_without_a_limit_leaves_every_source_in_scope(project):
    settings = project()
    path = settings.path
    path.write_text(path.read_text("utf-8") + "  - {title: Boats, about: [ferry], min_grade: B}\n", "utf-8")
    settings = load(path)
    assert settings.min_grade == ""
    brief = drafted(settings)
    assert brief.grounds.documents == 3
    assert "2 articles left out of this topic: graded below B, or not graded." in brief.sections[1].remarks


def test_ten_copies_of_one_wire_story_are_quoted_once_and_corroborate_nothing(project):
    story = (
        f"{ONE}\n\nThe harbour master of Dunmore closed the strait until noon and asked fishermen to keep away.\n\n"
        "A tug from Farrow pulled the ship free at high tide, and divers found a dent of two metres below the bow.\n\n"
        "The owner, a company of three sisters, will pay for a bus across the bridge until the repair is finished.\n"
    )
    copies = {f"{n}.txt": front(f"Outlet {n}", "Aground") + f"{story}\nRead more from Outlet {n}\n" for n in range(10)}
    brief = drafted(project(copies))
    quoted = [each for each in brief.excerpts if ONE in each.text]
    assert len(quoted) == 1
    assert quoted[0].also == ()
    assert brief.grounds.lines[0] == "10 documents from 1 origin."
    assert not drafted(project(copies, "min_origins: 2\n")).excerpts


def test_mistakes_in_the_file_of_publishers_are_told_where_they_stand(project):
    with pytest.raises(ConfigError) as caught:
        project(publishers="Port Times: G\nQuay Post: {state_controlled: maybe}\nCoast: {reliable: A}\n")
    told = [(each.line, each.wrong) for each in caught.value.mistakes]
    assert [line for line, _ in told] == [1, 2, 3]
    assert "cannot be G" in told[0][1]
