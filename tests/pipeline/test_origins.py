"""Origins in a brief: one voice for each, the others listed with it, and the box counts them."""

import random
from dataclasses import replace
from datetime import date

import pytest

from briefgen.config import load
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft

DAY = date(2026, 11, 22)

STORY = """\
The harbour council of Dunmore will close the northern strait to ferries from Monday, the council said in a statement.
The closure follows the collision of two tugboats beside the old lighthouse, in which a crane was torn from its pier.
Engineers expect to need eleven days for the repair of the breakwater and of the two northern moorings.
Fishermen from Calder said that they had warned the council of the current in every winter since the dredging began.
The minister for shipping promised an inspector for each port and new buoys along the whole of the channel."""
REWRITE = """\
Ferries must stay away from the waters north of Dunmore, officials announced, after a crash in the dark.
A promise of more inspectors came from the ministry, though no ferry company believes in it."""
OTHER = """\
A new ferry was named in Calder on Sunday, with a bottle that would not break and a band that would not stop.
It carries ninety cars, and the ferry company hopes to sail it to the islands twice a day in summer."""
REVISED = STORY.replace("eleven days", "thirty days").replace("two tugboats", "three tugboats")


def front(**fields):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n\n"


def paragraphs(story):
    return story.replace("\n", "\n\n") + "\n"


FILES = {
    "a-scraped.txt": paragraphs(STORY) + "\nSubscribe to our newsletter\n",
    "b-wire.txt": front(title="Strait closed", publisher="Port Times", agency="Kyodo", published="2026-11-19")
    + paragraphs(STORY),
    "c-rewrite.txt": front(title="Ferries out", publisher="Quay Post", retells="Strait closed") + paragraphs(REWRITE),
    "d-other.txt": front(title="A ferry is named", publisher="Quay Post", published="2026-11-18") + paragraphs(OTHER),
}


def desk(folder, files):
    (folder / "config").mkdir()
    (folder / "seeds").mkdir()
    for name, text in files:
        (folder / "seeds" / name).write_text(text, "utf-8")
    path = folder / "config" / "ferries.yaml"
    path.write_text("title: F\nsources: ../seeds\ntopics:\n  - title: Ferries\n    about: [ferries]\n", "utf-8")
    settings = load(path)
    with open_desk(settings, DAY) as opened:
        brief, _, _ = draft(settings, DAY, opened)
    return brief


@pytest.fixture
def brief(tmp_path):
    return desk(tmp_path, FILES.items())


def quoted(brief):
    paths = {row.appearance.document: row.appearance.path for row in brief.sources}
    return {paths[excerpt.document] for excerpt in brief.excerpts}


def test_of_each_origin_one_document_is_quoted_and_the_box_counts_them(brief):
    assert quoted(brief) == {"seeds/b-wire.txt", "seeds/d-other.txt"}
    assert brief.grounds.origins == 2
    assert brief.grounds.lines[0] == "4 documents from 2 origins."
    lines = " ".join(brief.grounds.lines)
    assert "2 tell other documents’ stories and are listed there: 1 copy, 1 re-telling." in lines
    assert "1 origin rests on a news agency: Kyodo." in lines


def test_the_others_are_listed_with_the_one_that_is_quoted(brief):
    also = {row.appearance.path: [(each.name, each.kinship) for each in row.also] for row in brief.sources}
    assert also["seeds/d-other.txt"] == []
    listed = also["seeds/b-wire.txt"]
    assert ("Quay Post", "re-telling") in listed
    assert [kinship for _, kinship in listed] == ["copy", "re-telling"]


def test_a_retelling_is_quoted_where_the_original_is_not_at_hand(tmp_path):
    files = {name: text for name, text in FILES.items() if name.startswith(("c", "d"))}
    brief = desk(tmp_path, files.items())
    assert brief.grounds.lines[0] == "2 documents from 2 origins."
    assert "seeds/c-rewrite.txt" in quoted(brief)


def test_of_a_revised_article_the_newest_version_is_quoted_and_no_older_one(tmp_path):
    url = "https://port.example/2026/strait-1"
    old = front(title="Strait closed", url=url, published="2026-11-19") + paragraphs(STORY)
    new = front(title="Strait closed for long", url=url, published="2026-11-20") + paragraphs(REVISED)
    brief = desk(tmp_path, [("z-old.txt", old), ("a-new.txt", new)])
    assert quoted(brief) == {"seeds/a-new.txt"}
    assert brief.grounds.lines[0] == "2 documents from 1 origin."
    assert [each.kinship for row in brief.sources for each in row.also] == ["earlier version"]


def test_the_order_of_reading_changes_nothing(tmp_path):
    briefs = []
    for seed in range(3):
        files = list(FILES.items())
        random.Random(seed).shuffle(files)  # noqa: S311 - a test's draw
        folder = tmp_path / str(seed)
        folder.mkdir()
        briefs.append(desk(folder, files))
    assert briefs[0] == briefs[1] == replace(briefs[2])


def test_outlets_that_print_the_same_word_for_word_are_listed_too(tmp_path):
    files = [
        ("a.txt", front(title="Strait closed", publisher="Port Times") + paragraphs(STORY)),
        ("b.txt", front(title="Strait closed", publisher="Quay Post") + paragraphs(STORY)),
        ("c.txt", front(title="Strait closed", publisher="Port Times") + paragraphs(STORY)),
    ]
    brief = desk(tmp_path, files)
    assert brief.grounds.lines[0] == "1 document from 1 origin."
    (row,) = brief.sources
    assert [(each.name, each.kinship) for each in row.also] == [("Quay Post", "copy")]


def test_what_a_retelling_adds_is_not_quoted_beside_its_original_but_its_figure_is_told(tmp_path):
    survey = "\n\nA survey shows that 65 per cent of people on the islands trust no ferry any more.\n"
    files = FILES | {"c-rewrite.txt": FILES["c-rewrite.txt"] + survey}
    brief = desk(tmp_path, files.items())
    assert [withheld.excerpt.selector.exact for withheld in brief.withheld] == [survey.strip()]
    paths = {row.appearance.document: row.appearance.path for row in brief.sources}
    printed = {paths[excerpt.document] for excerpt in brief.excerpts if excerpt.id not in brief.annex}
    assert printed == {"seeds/b-wire.txt", "seeds/d-other.txt"}
