"""The shipped configs over the shipped samples: what a newcomer's first builds show."""

import json
import shutil
from pathlib import Path

import pytest

from briefgen import config
from briefgen.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module", params=["russia", "taiwan-strait", "korea"])
def built(request, tmp_path_factory):
    """The settings of a shipped config, and the brief.json that its build leaves."""
    root = tmp_path_factory.mktemp(request.param)
    for folder in ("config", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    path = root / "config" / f"{request.param}.yaml"
    assert main(["build", str(path), "--as-of", "2026-11-22"]) == 0
    brief = root / "out" / request.param / "2026-11-22" / "brief.json"
    return config.load(path), json.loads(brief.read_text("utf-8"))


def test_every_topic_is_filled(built):
    settings, brief = built
    assert [section["title"] for section in brief["sections"]] == [topic.title for topic in settings.topics]
    assert all(section["excerpts"] for section in brief["sections"])
    assert brief["key_points"]


def test_each_topic_of_the_weekly_brief_is_found_in_three_notes_or_more(built):
    settings, brief = built
    documents = {excerpt["id"]: excerpt["document"] for excerpt in brief["excerpts"]}
    found = [{documents[each] for each in (*s["excerpts"], *s["background"])} for s in brief["sections"]]
    assert min(map(len, found)) >= (3 if settings.name == "russia" else 1)


def test_the_undated_digest_and_dates_in_texts_are_all_that_is_warned_of(built):
    _, brief = built
    others = [warning for warning in brief["warnings"] if "Desk reader" not in warning]
    in_texts = [each["work"]["title"] for each in brief["documents"].values() if _is_dated_by_its_text(each["work"])]
    assert all("its date is read from the page’s text" in warning for warning in others)
    assert {warning.split("“")[1].split("”")[0] for warning in others} <= set(in_texts)


def _is_dated_by_its_text(work):
    return dict(work["bases"]).get("published") == "text"


def test_a_field_is_listed_with_its_basis_and_how_far_to_trust_it(tmp_path, capsys):
    assert main(["sources", str(ROOT / "config" / "russia.yaml"), "--json", "--corpus", str(tmp_path / "c.db")]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    trust = {(basis, each["confidence"][field]) for each in listed for field, basis in each["bases"].items()}
    assert trust == {("front matter", "certain"), ("table", "certain"), ("text", "weak")}


def test_no_excerpt_speaks_of_the_note_itself_or_comes_from_the_noise(built):
    _, brief = built
    assert brief["excerpts"]
    for excerpt in brief["excerpts"]:
        assert "briefgen" not in excerpt["exact"].lower()
        assert "night markets" not in excerpt["exact"].lower()


def test_every_work_is_known_as_a_sample(built):
    _, brief = built
    works = [document["work"] for document in brief["documents"].values()]
    assert {work["publisher"] for work in works} == {"briefgen samples"}
    assert {work["author"] for work in works} == {"briefgen team"}


def test_what_the_samples_are_there_to_show(built):
    settings, brief = built
    kinds = {flag["kind"] for excerpt in brief["excerpts"] for flag in excerpt["flags"]}
    text = [excerpt["exact"] for excerpt in brief["excerpts"]]
    assert "office-ended" in kinds
    if settings.name == "russia":
        assert "stale" in kinds
        assert all(section["background"] for section in brief["sections"])
        assert any("65 per cent" in each["excerpt"]["exact"] for each in brief["withheld"])
    if settings.name == "korea":
        assert "pinned" in kinds
        assert any(words.startswith("Lee Jae-myung, who won the election") for words in text)
        assert not any("Pyongyang watched" in words for words in text)
    if settings.name == "taiwan-strait":
        assert brief["summary"]
        assert "unsourced-number" not in kinds
