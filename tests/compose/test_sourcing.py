"""The source summary statement says what is known of the sources, and no more."""

from dataclasses import replace
from pathlib import Path

import briefs
from composed import composed

from briefgen import looks, marks
from briefgen.compose import compose
from briefgen.compose.sample import BARE, FULL
from briefgen.compose.sourcing import statement
from briefgen.model.brief import Brief
from briefgen.model.source import Basis, Work


def test_the_statement_is_made_from_the_facts():
    assert statement(FULL) == (
        "5 excerpts from 3 sources, by originator: Coast Agency (1), Harbour Council (1) and an unnamed publisher (1).",
        "It rests most on “Ferry runs again” (2 excerpts) and “The inner basin” (2 excerpts).",
        "Published from 2026 to 16 November 2026; 1 source undated.",
        "At second hand, by re-telling another work: 1 source. Of a news agency: 1 source.",
        "Graded by the desk: B2 (1); 2 not graded.",
        "Motives, bias and deception are not judged here: that is the analyst’s.",
    )


def test_what_is_not_known_is_said():
    rows = tuple(
        replace(row, appearance=replace(row.appearance, work=Work()), numbers=row.numbers[:1]) for row in FULL.sources
    )
    said = statement(replace(FULL, sources=rows))
    assert said[1:-1] == (
        "No source is quoted more than once.",
        "No source is dated: 3 sources undated.",
        "No source says that it re-tells another work.",
        "No source has been graded.",
    )


def test_a_title_stands_between_marks_that_close_once():
    work = Work(title="The board says “not yet”")
    rows = tuple(replace(row, appearance=replace(row.appearance, work=work)) for row in FULL.sources[:1])
    assert "“The board says ‘not yet’” (" in statement(replace(FULL, sources=rows))[1]


def test_what_nobody_stated_is_said():
    guessed = Work(title="Ferry runs again", bases=(("title", Basis.TEXT),))
    rows = tuple(replace(row, appearance=replace(row.appearance, work=guessed)) for row in FULL.sources)
    said = statement(replace(FULL, sources=rows))
    assert "Part of what is known of 3 sources is read from the text itself." in said


def test_an_annex_says_of_every_excerpt_whether_its_source_is_graded():
    text = compose(FULL, "evidence-annex", looks.loader(Path("nowhere")))
    grades = [line for line in text.splitlines() if line.startswith("| Grade |")]
    assert len(grades) == len(FULL.excerpts)
    assert 0 < grades.count("| Grade | not graded |") < len(grades)


def test_a_brief_without_sources_has_no_statement():
    assert statement(BARE) == ()


def test_sources_that_are_listed_and_not_quoted_are_not_counted():
    assert statement(briefs.BRIEF)[0].startswith("3 excerpts from 2 sources")


def test_an_excerpt_knows_where_it_stands_and_the_row_of_its_source():
    template = "{% set e = brief.excerpts[0] %}{{ e.start }}-{{ e.end }} {{ e.source.number }} {{ e.source.sha256 }}"
    first = FULL.excerpts[0].selector.span
    assert composed(template, FULL) == f"{first.start}-{first.end} 1 «¦{FULL.sources[0].appearance.sha256}»"
    assert composed("{{ brief.sources[0].retrieved|longdate }}", FULL) == "17 November 2026"


def _listed(*works: Work, **known: str) -> Brief:
    """The sample with a row for each of these works, one excerpt each."""
    row = FULL.sources[0]
    rows = (replace(row, appearance=replace(row.appearance, work=work), numbers=(1,), **known) for work in works)
    return replace(FULL, sources=tuple(rows))


def test_originators_are_named_where_there_are_few_or_some_have_more():
    sites = [Work(url=f"https://www.{name}.example/1") for name in ("quay", "coast", "tide", "crane")]
    assert statement(_listed(*sites))[0] == "4 excerpts from 4 sources, each of another originator."
    assert statement(_listed(*sites, sites[0]))[0] == (
        "5 excerpts from 5 sources, by originator: quay.example (2), coast.example (1), crane.example (1) and 1 other."
    )


def test_what_is_known_of_a_publisher_is_said_of_its_sources():
    brief = _listed(
        Work(title="Fog", url="https://fog.example/1"), Work(grade="B2"), reliability="D", state="Quay Radio"
    )
    assert {
        "No source says that it re-tells another work. Of media that a state controls: 2 sources.",
        "Graded by the desk: B2 (1) and D (1); none not graded.",
    } < {*statement(brief)}
    row = replace(brief.sources[0], appearance=replace(brief.sources[0].appearance, document=FULL.excerpts[0].document))
    text = compose(replace(brief, sources=(row,)), "evidence-annex", looks.loader(Path("nowhere")))
    plain = marks.ANY.sub("", text)
    assert "| Grade | D |" in plain
    assert "| Originator | fog.example |" in plain
