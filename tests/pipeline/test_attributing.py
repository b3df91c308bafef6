"""The line under an excerpt says who speaks in it, and whose the words are."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from briefgen.config import load
from briefgen.pipeline.build import build

AS_OF = date(2026, 11, 22)
CONFIG = """title: The pier
sources: clips
entities: entities.yaml
unsourced_numbers: show
topics:
  - {title: The pier, about: [pier]}
"""
ENTITIES = """Ada Quill:
  also: [Prime Minister Quill]
  offices:
    - {title: Prime Minister of Elling, from: 2021-10-04, to: 2024-10-01}
Ben Oar:
  offices:
    - {title: Mayor of Elling, from: 2020-01-01}
"""
LEAD = "The council of Elling met on a cold morning to look at its harbour and at the ice."
HEAD = "---\ntitle: Pier to close\nauthor: Cy Dunn\npublisher: Coast News\n"


def lines(folder, head, sentence):
    """Build a brief of one article and give its excerpts, as brief.json has them, and the lines of its .md."""
    (folder / "clips").mkdir()
    (folder / "clips" / "pier.md").write_text(f"{head}---\n{LEAD}\n\n{sentence}\n", "utf-8")
    (folder / "entities.yaml").write_text(ENTITIES, "utf-8")
    (folder / "brief.yaml").write_text(CONFIG, "utf-8")
    built = build(load(folder / "brief.yaml"), AS_OF, folder / "out")
    placed = {each.path.suffix: each.path.read_text("utf-8") for each in built.placed if each.path.suffix != ".docx"}
    return json.loads(placed[".json"])["excerpts"], placed[".md"].splitlines()


DATED = f"{HEAD}published: 2023-05-04\n"
CASES = {
    "quoted": (DATED, "“We shall close the pier today,” said Ben Oar.", "Ben Oar, quoted by Cy Dunn, “Pier to close”"),
    "in part": (DATED, "Ben Oar said the pier was “no safe place”.", "Ben Oar, quoted in part by Cy Dunn, “Pier"),
    "reported": (DATED, "Mayor Ben Oar said the pier would close.", "Ben Oar, in the words of Cy Dunn, “Pier"),
    "then in office": (
        DATED,
        "Prime Minister Ada Quill said the pier would close.",
        "Ada Quill, then Prime Minister of Elling, in the words of Cy Dunn, “Pier to close”, Coast News, 4 May 2023",
    ),
    "out of office by then": (
        f"{HEAD}published: 2025-05-04\n",
        "Ada Quill said the pier would close.",
        "Ada Quill, in the words of Cy Dunn, “Pier to close”, Coast News, 4 May 2025",
    ),
    "undated": (HEAD, "Ada Quill said the pier would close.", "Ada Quill, in the words of Cy"),
    "so vague a date": (f"{HEAD}published: 2024\n", "Ada Quill said the pier would close.", "Ada Quill, in"),
    "re-told": (
        f"{HEAD}original: wire.example\n",
        "A harbour draft warns against a second pier.",
        "A harbour draft, by way of wire.example, as re-told by Cy Dunn, “Pier to close”, Coast News, undated",
    ),
    "a draft that was obtained": (
        f"{HEAD}original: wire.example\n",
        "A draft of the pier plan, a copy of which was obtained by Sea Wire, warns against a second pier.",
        "A draft of the pier plan, as obtained by Sea Wire, by way of wire.example, as re-told by Cy Dunn",
    ),
    "nobody": (DATED, "Ships left the pier on a cold morning.", "Cy Dunn, “Pier to close”, Coast News, 4 May 2023"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_line_says_who_speaks_and_whose_the_words_are(case, tmp_path):
    head, sentence, line = CASES[case]
    excerpts, printed = lines(tmp_path, head, sentence)
    assert [each["exact"] for each in excerpts] == [sentence]
    assert next(each for each in printed if "“Pier to close”, Coast News" in each).startswith(line)


def test_the_record_says_it_too(tmp_path):
    (excerpt,), _ = lines(tmp_path, DATED, "Prime Minister Quill said the pier would close.")
    assert excerpt["said"] == [
        {
            "speaker": "Ada Quill",
            "manner": "reported",
            "sentences": [],
            "office": "Prime Minister of Elling",
            "document": "",
            "status": "",
            "obtained": "",
        }
    ]


def test_what_the_five_articles_say_of_the_past_stands_in_the_past(articles, tmp_path):
    copytree(Path(__file__).parents[2] / "config", tmp_path / "config")
    (tmp_path / "seeds").mkdir()
    settings = replace(load(tmp_path / "config" / "russia.yaml"), sources=(articles,))
    brief = build(settings, AS_OF, tmp_path / "out").brief
    works = {row.appearance.document: row.appearance for row in brief.sources}
    fresh = {key for section in brief.sections for key in section.excerpts}
    for excerpt in brief.excerpts:
        path = works[excerpt.document].path
        assert "004" not in path or excerpt.id not in fresh
        for said in excerpt.said:
            assert said.office == ""
            assert "000" not in path or said.status == "draft" or said.speaker == "Japan"
