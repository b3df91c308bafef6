"""A build in each style of citations: its notes prove, an exchanged outlet is found, the sources are exported."""

from datetime import date

import citations
import pytest

from briefgen.cite import STYLES
from briefgen.config import load
from briefgen.errors import StyleError, UnknownKeyError
from briefgen.formats import docx
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.claim import Kind
from briefgen.model.tree import Paragraph, Text, Tree
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build
from briefgen.pipeline.citation import citations as made_notes
from briefgen.pipeline.citation import style_of
from briefgen.pipeline.correct import footnoted
from briefgen.pipeline.quote import quote
from briefgen.pipeline.verify import verify
from briefgen.sources.bibliography import references
from briefgen.sources.recognising import Kind as SourceKind

AS_OF = date(2026, 11, 22)
PLAIN = """---
title: {title}
author: {author}
publisher: {publisher}
kind: {kind}
published: {published}
url: https://clips.example/{name}
---
{text}
"""
SOURCES = {
    "a": ("The Second Pier Opens", "Ada Quill", "Port Times", "article", "2026-11-02",
          "The pier of Nordhafen opened on Monday. Three ferries left at noon.\n\nNobody cheered."),
    "b": ("Cranes of the Inner Basin", "Ada Quill", "Harbour Herald", "article", "2026-09-14",
          "Nordhafen bought nine cranes this year. Each of them lifts forty tons."),
    "c": ("Walls", "Ministry of Harbours", "Harbour Press", "report", "2025",
          "The walls of Nordhafen are a hundred years old. Nobody has mended them since."),
    "d": ("Fog Over Nordhafen", "", "Port Times", "article", "2026-10-01",
          "Fog closed Nordhafen for four days in a row. The pilots stayed ashore."),
}  # fmt: skip
CONFIG = """title: The harbour
sources: clips
topics:
  - {{title: Nordhafen, about: [Nordhafen]}}
citations: {style}
formats: [md, csl-json, ris, bibtex]
"""


def project(folder, style):
    (folder / "clips").mkdir()
    for name, (title, author, publisher, kind, published, text) in SOURCES.items():
        said = {"title": title, "author": author, "publisher": publisher, "kind": kind, "published": published}
        (folder / "clips" / f"{name}.md").write_text(PLAIN.format(**said, name=name, text=text), "utf-8")
    path = folder / "brief.yaml"
    path.write_text(CONFIG.format(style=style), "utf-8")
    return load(path)


def built(folder, style):
    done = build(project(folder, style), AS_OF, folder / "out")
    return done, {placed.path.name.partition(".")[2]: placed.path for placed in done.placed}


def faults(path):
    with open_bench([path], Against()) as bench:
        return verify(path, bench).verdict.faults


@pytest.mark.parametrize("style", STYLES)
def test_a_brief_proves_in_each_style_and_an_exchanged_name_is_found(style, tmp_path):
    done, placed = built(tmp_path, style)
    assert not [warning for warning in done.warnings if "miscited" in warning]
    assert len(done.brief.citations) >= 4
    assert faults(placed["md"]) == ()
    text = placed["md"].read_text("utf-8")
    notes = [line for line in text.splitlines() if line.startswith("[^")]
    named = [
        (line, name) for line in notes for name in ("Port Times", "Harbour Herald", "Quill", "Ministry") if name in line
    ]
    assert {line for line, _ in named} >= set(notes) - {line for line in notes if "Fog" in line}
    for line, name in named:
        placed["md"].write_text(text.replace(line, line.replace(name, "Gazette")), "utf-8")
        found = faults(placed["md"])
        assert [finding.kind for finding in found] == [Kind.MISCITED], (line, name)
        assert "Gazette" in found[0].detail


@pytest.mark.parametrize("style", STYLES)
def test_styles_of_the_text_bring_their_references(style, tmp_path):
    done, placed = built(tmp_path, style)
    text = placed["md"].read_text("utf-8")
    assert ("\n## References\n" in text) == done.brief.in_text == (style in {"apa", "mla", "chicago-author-date"})


def test_the_exports_are_libraries_of_the_works(tmp_path):
    done, placed = built(tmp_path, "apa")
    kinds = {"csl.json": SourceKind.CSL, "ris": SourceKind.RIS, "bib": SourceKind.BIBTEX}
    listed = [row.appearance.work for row in done.brief.sources]
    for suffix, kind in kinds.items():
        read = [each.work for each in references(placed[suffix].read_text("utf-8"), kind)]
        for field in ("title", "author", "publisher", "kind", "published", "url"):
            assert [getattr(each, field) for each in read] == [getattr(each, field) for each in listed], field


CSL = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note" default-locale="en-GB">
  <info><title>Ours</title><id>https://styles.example/ours</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="." delimiter="; "><group delimiter=", ">
    <names variable="author"/><text variable="title" font-style="italic"/><text variable="container-title"/>
    <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    <text variable="URL"/>
  </group></layout></citation>
  <bibliography><layout suffix=".">
    <text variable="title"/><text variable="publisher" prefix=", "/>
  </layout></bibliography>
</style>
"""


def test_a_csl_file_is_followed_by_pandoc_and_proves(tmp_path):
    (tmp_path / "ours.csl").write_text(CSL, "utf-8")
    done, placed = built(tmp_path, "ours.csl")
    notes = {citations.spelled(each.runs) for each in done.brief.citations}
    assert "Ada Quill, _The Second Pier Opens_, Port Times, para. 1, https://clips.example/a." in notes
    assert {citations.spelled(row.entry) for row in done.brief.sources} >= {
        "Walls, Harbour Press.",
        "Fog Over Nordhafen.",
    }
    assert faults(placed["md"]) == ()
    before = placed["md"].read_bytes()
    build(load(tmp_path / "brief.yaml"), AS_OF, tmp_path / "again")
    assert (tmp_path / "again" / "brief" / AS_OF.isoformat() / placed["md"].name).read_bytes() == before


def test_two_briefs_of_one_choice_are_held_against_their_own_records(tmp_path):
    project(tmp_path, "apa")
    words = (tmp_path / "brief.yaml").read_text("utf-8")
    files = []
    for style in ("apa", "oscola", "bluebook"):
        path = tmp_path / f"{style}.yaml"
        path.write_text(words.replace("apa", style).replace("[md, csl-json, ris, bibtex]", "[docx]"), "utf-8")
        files.append(build(load(path), AS_OF, tmp_path / "out").placed[0].path)
    assert [faults(path) for path in files] == [(), (), ()]


def test_without_pandoc_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    (tmp_path / "ours.csl").write_text(CSL, "utf-8")
    with pytest.raises(
        StyleError, match=r"needs pandoc, which is not installed; install it with: pip install 'briefgen\[csl\]'"
    ):
        built(tmp_path, "ours.csl")


def test_what_is_quoted_outside_a_brief_is_cited_in_the_style_asked_for(tmp_path):
    project(tmp_path, "oscola")
    (tmp_path / "ours.csl").write_text(CSL, "utf-8")
    with open_bench((), Against((tmp_path / "clips",))) as bench:
        said = {
            named.rpartition("/")[2]: "".join(
                run.text for run in quote("Three ferries left", bench, 1, style_of(named))[0].citation
            )
            for named in ("mla", str(tmp_path / "brief.yaml"), str(tmp_path / "ours.csl"))
        }
    assert said == {
        "mla": "Quill, par. 1. Quill, Ada. “The Second Pier Opens.” Port Times, 2 Nov. 2026, https://clips.example/a.",
        "brief.yaml": "Ada Quill, ‘The Second Pier Opens’ Port Times (2 November 2026) para 1 <https://clips.example/a>.",
        "ours.csl": "Ada Quill, The Second Pier Opens, Port Times, para. 1, https://clips.example/a.",
    }
    with pytest.raises(UnknownKeyError, match=r"no citation style 'vancouver'; known: apa, bluebook"):
        style_of("vancouver")


def test_a_work_of_one_paragraph_is_cited_as_a_whole(tmp_path):
    project(tmp_path, "apa")
    with open_bench((), Against((tmp_path / "clips",))) as bench:
        (one,) = made_notes(
            [(found.source, found.span) for found in quote("Each of them lifts", bench, 1, "apa")], "apa"
        )
    assert "".join(run.text for run in one).startswith("Quill, 2026. Quill, A. (2026")


def test_what_no_brief_quotes_is_quoted_by_the_sentence_too(tmp_path):
    (tmp_path / "clips").mkdir()
    text = "The pier is open. READ MORE: Cranes wait The port was late. It is open.\n"
    (tmp_path / "clips" / "e.txt").write_text(text, "utf-8")
    with open_bench((), Against((tmp_path / "clips",))) as bench:
        (one,) = quote("Cranes wait", bench, 1, "apa")
    assert (one.words, one.is_body) == ("READ MORE: Cranes wait The port was late.", False)


def test_an_entry_follows_the_first_citation_of_a_work_alone(tmp_path):
    project(tmp_path, "apa")
    with open_bench((), Against((tmp_path / "clips",))) as bench:
        found = [quote(words, bench, 1, "apa")[0] for words in ("Three ferries left", "The pier of")]
    one, two = made_notes([(each.source, each.span) for each in found], "apa")
    assert "".join(run.text for run in one).startswith("Quill, 2026, para. 1. Quill, A. (2026")
    assert "".join(run.text for run in two) == "Quill, 2026, para. 1."


def test_notes_that_are_added_to_a_word_file_are_in_the_style_asked_for(tmp_path):
    project(tmp_path, "apa")
    memo = tmp_path / "memo.docx"
    tree = Tree((Paragraph((Text("It says “Three ferries left at noon.”"),)),))
    memo.write_bytes(docx.write(Composition("", tree, Brief("memo", "Memo", AS_OF)), Look()))
    with open_bench((), Against((tmp_path / "clips",))) as bench:
        copy = footnoted(verify(memo, bench), bench.corpus, "bluebook")
    (claim,) = docx.read(copy.data).claims
    assert claim.note == "Ada Quill, The Second Pier Opens, Port Times, Nov. 2, 2026, ¶ 1, https://clips.example/a."
