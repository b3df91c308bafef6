"""What recurs in a publisher's sources is marked as such: laws 5 and 7, and the bounds of a scope."""

import shutil
from pathlib import Path

import pytest
from scopes import sources_of

from briefgen import clean
from briefgen.corpus import open_corpus
from briefgen.model.source import Basis, Role, Work
from briefgen.pipeline.intake.habits import publisher
from briefgen.pipeline.intake.ingest import ingest
from briefgen.text import digest

TOPICS = ("ferries", "cranes", "buoys", "eels")
CALL = "Go ashore with us"


def told(topic):
    paragraphs = (
        f"Nobody at the quay had seen {topic} of this kind before the {n} tide came in." for n in ("first", "next")
    )
    return "\n\n".join(
        [f"{topic.title()} by the quay", *paragraphs, CALL, "- Lines", f"It was {topic} that came at last, they said."]
    )


@pytest.fixture
def root(tmp_path):
    for topic in TOPICS:
        (tmp_path / "tides").mkdir(exist_ok=True)
        (tmp_path / "tides" / f"{topic}.txt").write_text(told(topic), "utf-8")
    return tmp_path


def markings(corpus, intake):
    """Give for each path its blocks, by the scope."""
    return {each.appearance.path: each.blocks for each in sources_of(corpus.scope(intake.paths))}


def called(corpus, intake):
    """Give the roles that the line has."""
    sources = sources_of(corpus.scope(intake.paths))
    return {b.role for each in sources for b in each.blocks if b.span.of(each.document.text) == CALL}


def test_what_recurs_is_marked(root):
    with open_corpus(":memory:") as corpus:
        intake = ingest(corpus, [root], root)
        assert called(corpus, intake) == {Role.BOILERPLATE}
        assert (intake.read, intake.renewed) == (4, 0)


def test_unchanged_sources_are_marked_once(root, monkeypatch):
    with open_corpus(":memory:") as corpus:
        before = markings(corpus, ingest(corpus, [root], root))
        with monkeypatch.context() as patch:
            patch.setattr(clean, "habits", None)
            patch.setattr(clean, "mark", None)
            again = ingest(corpus, [root], root)
        assert (again.unchanged, again.renewed) == (4, 0)
        assert markings(corpus, again) == before


def test_only_the_sources_of_the_reading_have_a_say(root):
    few = [root / "tides" / f"{topic}.txt" for topic in TOPICS[:2]]
    with open_corpus(":memory:") as fresh:
        alone = markings(fresh, ingest(fresh, few, root))
    with open_corpus(":memory:") as corpus:
        every = markings(corpus, ingest(corpus, [root], root))
        narrowed = ingest(corpus, few, root)
        assert markings(corpus, narrowed) == alone
        assert narrowed.renewed == 2
        assert markings(corpus, ingest(corpus, [root], root)) == every


def test_the_way_there_has_no_say(root, tmp_path_factory):
    with open_corpus(":memory:") as corpus:
        at_once = markings(corpus, ingest(corpus, [root], root))
    later = tmp_path_factory.mktemp("later")
    (later / "tides").mkdir()
    names = sorted((Path(path).name for path in at_once), key=digest)
    with open_corpus(":memory:") as corpus:
        for name in names:
            shutil.copy2(root / "tides" / name, later / "tides" / name)
            intake = ingest(corpus, [later], later)
        assert markings(corpus, intake) == at_once


def test_a_publisher_is_told_by_tables_then_by_address_then_by_folder():
    assert publisher("a/b.txt", Work(publisher="Port Times", bases=(("publisher", Basis.TABLE),))) == "port times"
    assert publisher("a/b.txt", Work(url="https://www.port.example/x", bases=(("url", Basis.TABLE),))) == "port.example"
    assert publisher("a/b.txt", Work(url="https://[", bases=(("url", Basis.TABLE),))) == "a"
