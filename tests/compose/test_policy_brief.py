"""The built-in template: what a reader sees, in which order, each excerpt once."""

import re
from dataclasses import replace
from pathlib import Path

import briefs
from composed import composed, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import marks
from briefgen.markup import finish
from briefgen.model.brief import Brief, Section
from briefgen.model.source import Work
from briefgen.model.tree import Group, Paragraph
from briefgen.text import display

GOLDEN = Path(__file__).with_name("policy-brief.marked.md")
POLICY_BRIEF = (Path(__file__).parent.parent.parent / "templates" / "policy-brief.md.j2").read_text(encoding="utf-8")


def test_the_whole_of_a_brief() -> None:
    assert composed(POLICY_BRIEF) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_the_finished_brief_reads_as_a_person_would_type_it() -> None:
    markdown, tree = finish(marked(POLICY_BRIEF))
    assert not re.search(r"\\|&\w+;", markdown)
    assert [line for line in markdown.splitlines() if line.startswith("#")] == [
        "# The port this week",
        "## What this rests on",
        "## Summary",
        "## Key points",
        "## The port",
        "### Background",
        "## Ships",
        "## Figures without a named source",
        "## Sources",
    ]
    assert f"> {briefs.SHIPS.text}[^3]\n" in markdown
    assert [note.label for note in tree.notes] == ["s0-a", "1", "2", "3"]
    assert [block.role for block in tree.blocks if isinstance(block, Group)] == ["box", "box"]
    roles = [block.role for block in tree.blocks if isinstance(block, Paragraph) and block.role]
    assert roles == [
        "subtitle",
        "meta",
        "handling",
        "source-line",
        "translation",
        "question",
        "remark",
        "pointer",
        "source-line",
        "question",
        "remark",
        "source-line",
    ]


def test_a_brief_of_nothing() -> None:
    bare = Brief(name="bare", title="Bare", as_of=briefs.BRIEF.as_of, sections=(Section("t", "Topic"),))
    assert composed(POLICY_BRIEF, bare) == "# «¦Bare»\n\n¶meta·As of 22 November 2026\n\n## «¦Topic»"


def test_an_excerpt_of_two_sections_is_printed_in_the_first() -> None:
    first = Section("a", "A", excerpts=(briefs.REOPENED.id, briefs.FERRIES.id))
    second = Section("b", "B", excerpts=(briefs.FERRIES.id, briefs.REOPENED.id))
    brief = replace(briefs.BRIEF, key_points=(), annex=(), sections=(first, second))
    text = composed(POLICY_BRIEF, brief)
    assert text.count("The harbour reopened") == text.count("A letter to the council") == 1
    assert "## «¦B»\n\n¶pointer·What was found is quoted above: excerpts 1 and 2.\n" in text


def test_a_project_s_template_may_change_one_part() -> None:
    ours = (
        '{% extends "policy-brief" %}{% block annex %}## Doubtful\n\n'
        "{% for e in brief.annex %}{{ quotation(e) }}{% endfor %}{% endblock %}{% block sources %}{% endblock %}"
    )
    text = composed(ours, **{"policy-brief": POLICY_BRIEF})
    assert "## Doubtful\n\n> «7432e99cac88ea27¦Officials counted 14 ships in the roads.»[^3]\n\n¶source-line·" in text
    assert "## Sources" not in text
    assert "## Key points" in text


@given(briefs.briefs())
@settings(max_examples=25, deadline=None)
def test_every_excerpt_that_is_named_is_printed_whole_and_once(brief: Brief) -> None:
    named = {*brief.key_points, *brief.annex}.union(*((*each.excerpts, *each.background) for each in brief.sections))
    wanted = sorted((key, display(brief.excerpt(key).selector.exact)) for key in named)
    printed = sorted(match.groups() for match in marks.SPOKEN.finditer(marked(POLICY_BRIEF, brief)) if match[1])
    assert printed == wanted


_HOSTILE = st.text(min_size=1, max_size=20) | st.sampled_from(
    [
        "# x",
        "{{ brief }}",
        "{% raw %}",
        "\x0e0\x0f",
        "\x10box\x11",
        "a\n\n> b",
        "[^1]: c",
        "|",
        "<script>",
        "\ufeffx",
        "> ",
    ]
)


def _shape(brief: Brief) -> str:
    """What a composed brief is but for the words that are data."""
    return marks.SPOKEN.sub("…", marked(POLICY_BRIEF, brief))


@given(_HOSTILE, _HOSTILE, _HOSTILE)
@settings(max_examples=25, deadline=None)
def test_no_words_of_data_change_the_shape_of_a_brief(one: str, two: str, three: str) -> None:
    def made(a: str, b: str, c: str) -> Brief:
        seen = [
            replace(row, appearance=replace(row.appearance, work=Work(title=a, publisher=b)))
            for row in briefs.BRIEF.sources
        ]
        sections = tuple(replace(section, title=a, question=b, remarks=(c,)) for section in briefs.BRIEF.sections)
        return replace(
            briefs.BRIEF, title=a, subtitle=b, audience=c, handling=a, sections=sections, sources=tuple(seen)
        )

    texts = [text if display(re.sub("[\x0e-\x13]", "x", text)) else "x" for text in (one, two, three)]
    assert _shape(made(*texts)) == _shape(made("x", "y", "z"))
