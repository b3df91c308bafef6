"""The sample sources: they say what they are, they are our own words, and what surrounds them is in order."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from briefgen.model.source import FIELDS, Published

SEEDS = Path(__file__).parent.parent / "seeds"
TABLE = SEEDS / "sources.csv"
NOTES = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"})
UNSPACED = re.compile(r"[぀-ヿ一-鿿]")
each_note = pytest.mark.parametrize("note", NOTES, ids=lambda path: path.name)


def front_matter(note: Path) -> dict[str, str]:
    """The front matter of a note, every value a string as it is written; empty where there is none."""
    opening, head, _ = ("\n" + note.read_text("utf-8")).split("\n---\n", 2) if note.suffix == ".md" else ("", "", "")
    assert not opening
    return yaml.load(head, Loader=yaml.BaseLoader) or {}  # noqa: S506 - gives only strings, lists and mappings


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def works() -> dict[str, dict[str, str]]:
    """What front matter and the table say of each note."""
    return {note.name: front_matter(note) for note in NOTES} | {row["file"]: row for row in rows()}


def test_the_folder_holds_notes_and_their_table_and_nothing_else():
    assert len(NOTES) >= 8
    assert {note.suffix for note in NOTES} == {".txt", ".md"}
    assert {path.name for path in SEEDS.iterdir() if not path.name.startswith(".")} == {
        *(note.name for note in NOTES),
        TABLE.name,
    }


@each_note
def test_a_note_says_at_its_top_that_it_is_a_sample_and_what_it_restates(note):
    top = note.read_text("utf-8")[:900]
    assert "Sample note written for briefgen" in top
    assert re.search(r"\b(?:[Rr]estates|[Rr]etells) \w+", top)


@each_note
def test_no_work_passes_for_a_newspaper(note):
    work = works()[note.name]
    assert work["publisher"] == "briefgen samples"
    assert work["author"] == "briefgen team"
    assert work["title"]
    assert work["note"].startswith("Sample note written for briefgen")
    assert not work.get("agency")
    assert not work.get("url")


@each_note
def test_a_note_is_long_enough_to_quote_from(note):
    text = note.read_text("utf-8").rsplit("\n---\n", 1)[-1]
    unspaced = UNSPACED.findall(text)
    if len(unspaced) * 2 > len(text):
        assert len(unspaced) >= 400
    else:
        assert 200 <= len(text.split()) <= 600


@each_note
def test_front_matter_holds_known_fields_and_real_dates(note):
    fields = front_matter(note)
    assert bool(fields) == (note.suffix == ".md")
    assert set(fields) <= set(FIELDS)
    for published in filter(None, [fields.get("published")]):
        assert str(Published(published)) == published


@each_note
def test_no_note_holds_nine_consecutive_words_of_the_real_articles(note, articles):
    theirs = {run for path in articles.glob("*.txt") for run in runs(path)}
    assert len(theirs) > 1000
    assert not theirs & runs(note)


def runs(path: Path, length: int = 9) -> set[tuple[str, ...]]:
    words = tuple(re.findall(r"\w+", path.read_text("utf-8").lower()))
    return {words[i : i + length] for i in range(len(words) - length + 1)}


def test_the_table_has_every_field_and_names_files_that_are_there():
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["file", *FIELDS]
    names = [row["file"] for row in rows()]
    assert len(names) == len(set(names))
    assert set(names) == {note.name for note in NOTES if note.suffix == ".txt"}
    for row in rows():
        assert None not in row
        assert not row["published"] or Published(row["published"])


def test_what_is_retold_is_there():
    retold = {name: work["retells"] for name, work in works().items() if work.get("retells")}
    assert len(retold) >= 2
    titles = {work["title"]: name for name, work in works().items()}
    assert set(retold.values()) <= set(titles)
    assert not {titles[title] for title in retold.values()} & set(retold)


def test_the_notes_show_what_a_desk_meets():
    """Each kind of source that the documentation promises is among them."""
    dates = [work.get("published", "") for work in works().values()]
    assert {len(date) for date in dates if date} == {4, 7, 10}
    assert {work["language"] for work in works().values()} == {"en", "ja", "ru"}
    texts = {note.name: note.read_text("utf-8") for note in NOTES}
    assert "last Tuesday" in texts["bluebook-2025.md"]
    assert "then-Prime Minister" in texts["national-security-strategies.md"]
    assert "Recent surveys show" in texts["desk-reader-digest.txt"]
    assert not re.search(r"^\d{1,2} \w+ \d{4}$", texts["desk-reader-digest.txt"], re.MULTILINE)
