"""The brief of the five articles, edited: each edit is found for what it is, and no other quotation is accused."""

from datetime import date
from pathlib import Path

import pytest
from test_edited import check
from word_edits import EDITS, Edit, Word

from briefgen import config, record
from briefgen.model.claim import Kind
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build

ROOT = Path(__file__).parents[2]

GENERIC = (
    "nothing",
    "a word changed",
    "a word inserted at the start",
    "a word inserted at the end",
    "a word inserted inside",
    "a tracked insertion inside",
    "a tracked deletion inside",
    "a paragraph moved",
    "a paragraph moved, tracked",
    "a paragraph mark deleted",
    "a paragraph mark deleted, tracked",
    "a made-up block quotation",
    "a made-up quotation in prose",
    "two notes swapped by their references",
    "two notes swapped by their words",
    "a reference deleted",
    "a quotation deleted",
    "all bookmarks lost",
    "the record and all bookmarks lost",
    "a word changed, the record and all bookmarks lost",
)


def straightened(word):
    element = word.words(1)
    element.text = element.text.replace("“", '"').replace("”", '"').replace("’", "'")
    assert '"' in element.text


def another_publisher(word):
    for each in word.find(".//w:t", word.note(1)):
        each.text = each.text.replace("KYODO", "Reuters")


def another_publisher_in_the_line(word):
    for each in word.find(".//w:t", word.line(1)):
        each.text = each.text.replace("KYODO", "Reuters")


OF_THE_ARTICLES = {
    "straightened quotation marks": Edit(straightened, [(Kind.TYPOGRAPHY, 1)], []),
    "Kyodo to Reuters in the note": Edit(another_publisher, [(Kind.MISCITED, 1)], []),
    "Kyodo to Reuters in the line": Edit(another_publisher_in_the_line, [(Kind.MISCITED, 1)], []),
    **{name: EDITS[name] for name in GENERIC},
}


@pytest.fixture(scope="module")
def built(articles, tmp_path_factory):
    """The built brief, and a bench that has its corpus."""
    folder = tmp_path_factory.mktemp("five")
    (folder / "config").symlink_to(ROOT / "config", target_is_directory=True)
    (folder / "seeds").symlink_to(articles, target_is_directory=True)
    settings = config.load(folder / "config" / "russia.yaml", config.Known(templates=("policy-brief",)))
    done = build(settings, date(2026, 11, 22), folder / "out")
    home = done.placed[0].path.parent
    with open_bench((home / "brief.json",), Against()) as bench:
        yield home, bench


@pytest.mark.parametrize("name", OF_THE_ARTICLES)
def test_an_edited_brief_of_the_articles(name, built, tmp_path):
    home, bench = built
    word = Word(next(home.glob("*.docx")).read_bytes())
    OF_THE_ARTICLES[name].change(word)
    rows = record.recorded((home / "brief.json").read_text("utf-8")).excerpts
    check(OF_THE_ARTICLES[name].expected, word.saved(), bench, rows, tmp_path)
