"""The main job on the five real articles, held to what was expected by reading them, before any tuning."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from briefgen.config import load
from briefgen.pipeline.build import build
from briefgen.text import display

ROOT = Path(__file__).parent.parent.parent
EXPECTED = json.loads(Path(__file__).with_name("five_articles.json").read_text("utf-8"))
AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module")
def built(articles, tmp_path_factory):
    """The shipped config over the five articles, built in a project of its own."""
    project = tmp_path_factory.mktemp("desk")
    copytree(ROOT / "config", project / "config")
    (project / "seeds").mkdir()
    settings = load(project / "config" / "russia.yaml")
    return build(replace(settings, sources=(articles,)), AS_OF, project / "out")


@pytest.fixture(scope="module")
def record(built):
    """brief.json, as a program reads it."""
    path = next(placed.path for placed in built.placed if placed.path.suffix == ".json")
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def texts(articles):
    """Each article's text by its short name."""
    return {short: (articles / name).read_text("utf-8") for short, name in EXPECTED["files"].items()}


@pytest.fixture(scope="module")
def spans(record):
    """Every printed excerpt as (short name of its file, start, end), by id."""
    return {each["id"]: place(record, each) for each in record["excerpts"]}


def place(record, excerpt):
    return (Path(record["documents"][excerpt["document"]]["path"]).name[:3], excerpt["start"], excerpt["end"])


def covers(span, wanted):
    name, start, end = wanted
    return span[0] == name and span[1] <= start and end <= span[2]


def test_three_topics_are_filled(record):
    assert len(record["sections"]) == 3
    for section in record["sections"]:
        assert len(section["excerpts"]) >= 2, section["title"]


def test_every_excerpt_is_a_slice_of_its_file_at_its_offsets(record, spans, texts):
    for each in record["excerpts"]:
        name, start, end = spans[each["id"]]
        assert texts[name][start:end] == each["exact"]


def test_no_excerpt_comes_from_noise_headings_or_titles(spans):
    for name, start, end in spans.values():
        assert end <= EXPECTED["body_ends"][name]
        assert all(end <= first or last <= start for first, last in EXPECTED["headings"][name])


def test_excerpts_are_whole_sentences(spans, texts):
    for name, start, end in spans.values():
        before, after = texts[name][:start].rstrip(" "), texts[name][end:].lstrip(" ")
        assert not before or before[-1] in '.?!”"\n'
        assert texts[name][end - 1] in '.?!”"'
        assert not after or after[0] == "\n" or after[0].isupper() or after[0] in '“"'


@pytest.mark.parametrize("index", range(3))
def test_what_the_articles_say_of_a_topic_is_there_once(record, spans, index):
    expected, section = EXPECTED["topics"][index], record["sections"][index]
    held = [spans[key] for key in (*section["excerpts"], *section["background"])]
    for wanted in expected.get("required", []):
        assert any(covers(span, wanted) for span in held), wanted
    for alternatives in expected.get("each_once", []):
        printed = [wanted for wanted in alternatives if any(covers(span, wanted) for span in spans.values())]
        assert len(printed) == 1, printed
    assert len({span[0] for span in held}) >= expected.get("at_least_documents", 1)


@pytest.mark.parametrize("party", EXPECTED["topics"][0]["own_words"])
def test_china_s_and_russia_s_own_words_are_there_and_said_to_be(record, spans, party):
    wanted = EXPECTED["topics"][0]["own_words"][party]
    (excerpt,) = [each for each in record["excerpts"] if covers(spans[each["id"]], wanted)]
    assert excerpt["id"] in record["sections"][0]["excerpts"]
    assert [reason["detail"] for reason in excerpt["reasons"] if reason["name"] == "own words"] == [party]


def test_the_own_words_of_the_axis_stand_together(record, spans):
    held = [spans[key] for key in record["sections"][0]["excerpts"]]
    china, russia = (
        next(i for i, span in enumerate(held) if covers(span, EXPECTED["topics"][0]["own_words"][party]))
        for party in ("China", "Russia")
    )
    assert russia == china + 1


def test_nothing_is_printed_twice(record, built):
    markdown = next(placed.path for placed in built.placed if placed.path.suffix == ".md").read_text("utf-8")
    for each in record["excerpts"]:
        assert markdown.count(display(each["exact"])) == 1


def test_a_sentence_that_leans_never_stands_alone(spans):
    for leaning, support in EXPECTED["never_without"]:
        for span in spans.values():
            assert covers(span, support) or not covers(span, leaning)


def test_the_survey_without_a_source_is_withheld(record, spans):
    for wanted in EXPECTED["withheld"]:
        in_sections = {key for section in record["sections"] for key in (*section["excerpts"], *section["background"])}
        assert not any(covers(spans[key], wanted) for key in in_sections)
        kept_out = [place(record, each["excerpt"]) for each in record["withheld"]]
        assert any(covers(span, wanted) for span in kept_out)


def test_the_box_says_what_the_brief_rests_on(built):
    lines = " ".join(built.brief.grounds.lines)
    assert "5 documents from 5 origins." in lines
    assert "1 dated (from 6 March 2022), 4 undated; none from 2026." in lines
    assert "1 re-tells another work" in lines
    assert "straitstimes.com" in lines
    assert "1 origin rests on a news agency: Kyodo." in lines
    assert "1 passage withheld" in lines


def test_the_markdown_reads_as_a_person_would_type_it(built):
    markdown = next(placed.path for placed in built.placed if placed.path.suffix == ".md").read_text("utf-8")
    assert "\\" not in markdown
    assert "&" not in markdown.replace("& ", "")


def test_what_citations_take_from_the_pages_text_is_warned_of(built):
    quoted = [row.appearance.work for row in built.brief.sources if row.numbers]
    told = [warning for warning in built.warnings if "read from the page’s text" in warning]
    assert len(told) == len(quoted) <= 5
    for work in quoted:
        assert sum(work.title in warning for warning in told) == 1
