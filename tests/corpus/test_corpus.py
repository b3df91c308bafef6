"""The corpus as a store and as a file: laws 7 and 8, and what becomes of bad files."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from entries import entry, folder, frequencies
from hypothesis import given, settings
from hypothesis import strategies as st
from scopes import sources_of

from briefgen.corpus import INDEX_VERSION, Known, Stamp, open_corpus
from briefgen.corpus.layout import APPLICATION, LAYOUT
from briefgen.errors import CorpusError
from briefgen.model.place import Span
from briefgen.model.query import Phrase, Term
from briefgen.model.source import Basis, Block, Document, Published, Role, Work
from briefgen.text import digest

FULL = Work(
    title="Ships",
    author="Ada Quill",
    publisher="Port Times",
    published=Published("2022-03-06T15:45+09:00"),
    note='a "remark"',
    bases=(("title", Basis.TEXT), ("note", Basis.TABLE)),
)


def rows(corpus):
    """Everything that the file holds, the index included."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    tables = [name for (name,) in corpus._connection.execute(named)]
    return {name: corpus._connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608 - ours


@pytest.fixture
def corpus():
    with open_corpus(":memory:") as opened:
        yield opened


def test_what_is_put_is_given_back(corpus):
    given = replace(
        entry("a.txt", ("title", "Ships"), "Ships wait.", work=FULL, said=Work(title="Ships"), warnings=("odd", "bad")),
        hints=(Block(Span(0, 5), Role.TITLE),),
    )
    given = replace(
        given, source=replace(given.source, appearance=replace(given.source.appearance, pages=(Span(0, 9),)))
    )
    corpus.put([given])
    assert corpus.entry("a.txt") == given
    assert corpus.known("a.txt") == Known(
        Stamp(10, 20, 21, 5, 30),
        "00",
        given.source.document.id,
        "text 1",
        "1",
        ("odd", "bad"),
        Work(title="Ships"),
        is_hinted=True,
    )
    assert corpus.document(given.source.document.id) == given.source.document
    assert corpus.known("b.txt") is None
    with pytest.raises(CorpusError, match=r"nothing of b\.txt"):
        corpus.entry("b.txt")


@settings(max_examples=60, deadline=None)
@given(folder(), st.data())
def test_putting_the_same_again_changes_nothing(entries, data):
    with open_corpus(":memory:") as corpus:
        corpus.put(entries)
        before = rows(corpus)
        corpus.put(data.draw(st.permutations(entries)))
        assert rows(corpus) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(folder("ab"), max_size=4), st.booleans())
def test_what_was_once_there_stays_provable(editions, forgets):
    with open_corpus(":memory:") as corpus:
        for edition in editions:
            corpus.put(edition)
            if forgets:
                corpus.forget([each.path for each in edition])
        for edition in editions:
            for each in edition:
                assert corpus.document(each.source.document.id) == each.source.document


def test_a_revised_file_is_a_new_document_beside_the_old_one(corpus):
    old, new = entry("a", "Old words."), entry("a", "New words.", sha256="11")
    corpus.put([old])
    corpus.put([new])
    assert [source.document for source in sources_of(corpus.scope("a"))] == [new.source.document]
    assert corpus.document(old.source.document.id) == old.source.document
    assert len(rows(corpus)["appearance"]) == 2


def test_another_work_makes_no_new_index_row_unless_the_title_is_another(corpus):
    corpus.put([entry("a", "Ships wait.")])
    corpus.put([entry("a", "Ships wait.", work=Work(publisher="Port Times"))])
    assert (len(rows(corpus)["marking"]), len(rows(corpus)["appearance"])) == (1, 2)
    corpus.put([entry("a", "Ships wait.", work=Work(title="Harbour"))])
    assert (len(rows(corpus)["marking"]), len(rows(corpus)["document"])) == (2, 1)
    harbour, ships = (Term("t", (Phrase((word,)),)) for word in ("harbour", "ship"))
    assert (
        corpus.scope("a").candidates(harbour, 9) == corpus.scope("a").candidates(ships, 9) == (digest("Ships wait."),)
    )
    corpus.put([entry("a", "Ships wait.")])
    assert corpus.scope("a").candidates(harbour, 9) == ()
    assert len(rows(corpus)["marking"]) == 2


def test_other_blocks_are_another_marking(corpus):
    corpus.put([entry("a", ("boilerplate", "Ships wait."))])
    assert frequencies(corpus.scope("a"), ["ship"]) == {"ship": 0}
    corpus.put([entry("a", ("paragraph", "Ships wait."), rules="2")])
    assert frequencies(corpus.scope("a"), ["ship"]) == {"ship": 1}
    assert corpus.known("a").rules == "2"


def test_paths_are_found_by_their_beginning_and_forgotten(corpus):
    corpus.put([entry(path, "Words.") for path in ("b/x", "a%/y", "a/z", "a/b/c", "ab")])
    assert corpus.paths("a/") == ("a/b/c", "a/z")
    assert corpus.paths("a%") == ("a%/y",)
    assert corpus.paths("") == ("a%/y", "a/b/c", "a/z", "ab", "b/x")
    corpus.forget(["a/z", "nothing"])
    assert corpus.paths("a/") == ("a/b/c",)
    assert corpus.known("a/z") is None


def test_a_batch_is_kept_whole_or_not_at_all(corpus):
    before = rows(corpus)
    broken = entry("b", "Two.")
    object.__setattr__(broken.source.appearance, "sha256", None)
    with pytest.raises(CorpusError):
        corpus.put([entry("a", "One."), broken])
    assert rows(corpus) == before
    corpus.put([entry("a", "One.")])
    assert corpus.paths("") == ("a",)


def test_a_document_that_is_not_there_is_said(corpus):
    with pytest.raises(CorpusError, match="holds no document ab12"):
        corpus.document("ab12")


def test_a_changed_text_is_never_given(tmp_path):
    path = tmp_path / "corpus.db"
    given = entry("a", "Ships wait.")
    with open_corpus(path) as corpus:
        corpus.put([given])
        corpus._connection.execute("UPDATE document SET text = 'Ships sail.'")
        scope = corpus.scope("a")
        document = given.source.document.id
        for ask in (lambda: corpus.document(document), lambda: scope.source(document), lambda: list(sources_of(scope))):
            with pytest.raises(CorpusError, match=f"{path}: .*changed"):
                ask()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("marking", "blocks", "nonsense"),
        ("marking", "blocks", '[[9,1,"title"]]'),
        ("appearance", "work", '{"unknown":"x"}'),
        ("appearance", "work", '{"published":"yesterday"}'),
        ("appearance", "pages", "[1]"),
        ("document", "text", b"\xff\xfe"),
    ],
)
def test_rows_that_somebody_has_changed_are_said(corpus, table, column, value):
    corpus.put([entry("a", "Ships wait.")])
    corpus._connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - names from above
    with pytest.raises(CorpusError, match="changed"):
        list(sources_of(corpus.scope("a")))


def test_the_file_is_marked_as_ours_and_memory_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_corpus(":memory:") as corpus:
        corpus.put([entry("a", "Ships wait.")])
    assert list(tmp_path.iterdir()) == []
    with open_corpus(tmp_path / "new" / ".briefgen" / "corpus.db") as corpus:
        one = {name: corpus._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert one == PRAGMAS


PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "user_version": LAYOUT, "application_id": APPLICATION}


@pytest.mark.parametrize(
    ("version", "why"),
    [
        (LAYOUT + 1, "a later briefgen made it .*update briefgen"),
        (1, "an earlier briefgen made it .*move it away and read the sources again"),
    ],
)
def test_a_corpus_of_another_version_is_refused_and_left_as_it_is(tmp_path, version, why):
    path = tmp_path / "corpus.db"
    with open_corpus(path) as corpus:
        corpus._connection.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(CorpusError, match=why):
        open_corpus(path)
    assert path.read_bytes() == before


def test_files_that_are_no_corpus_are_refused_and_left_as_they_are(tmp_path):
    text, other, folder_ = tmp_path / "text.db", tmp_path / "other.db", tmp_path / "folder.db"
    text.write_text("This is a letter, and longer than the header of a database would be.\n" * 30)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    folder_.mkdir()
    before = text.read_bytes(), other.read_bytes()
    for path, why in ((text, "no database"), (other, "another program's"), (folder_, "cannot be opened")):
        with pytest.raises(CorpusError, match=why):
            open_corpus(path)
    with pytest.raises(CorpusError, match="folder cannot be made"):
        open_corpus(text / "corpus.db")
    assert (text.read_bytes(), other.read_bytes()) == before


def test_an_empty_file_becomes_a_corpus(tmp_path):
    path = tmp_path / "corpus.db"
    path.touch()
    with open_corpus(path) as corpus:
        assert corpus.paths("") == ()


@pytest.mark.parametrize("chance", range(6))
def test_a_damaged_file_gives_an_answer_or_an_error_of_ours(tmp_path, chance):
    path = tmp_path / "corpus.db"
    given = [entry(f"{i}", f"Ship {i} waits in harbour {i * 7}. " * 40) for i in range(40)]
    with open_corpus(path) as corpus:
        corpus.put(given)
    data = bytearray(path.read_bytes())
    for i in range(200 * chance + 100, len(data), 2_000):
        data[i : i + 50] = os.urandom(50)
    path.write_bytes(data[: len(data) - chance * 4_000])
    held = 0
    for each in given:
        try:
            with open_corpus(path) as corpus:
                assert corpus.document(each.source.document.id) == each.source.document
                scope = corpus.scope([each.path])
                scope.candidates(Term("t", (Phrase(("ship",)),)), 9)
                list(sources_of(scope))
        except CorpusError:
            held += 1
    assert held


OPEN = "import sys; from briefgen.corpus import open_corpus; [open_corpus(sys.argv[1]).close() for _ in range(5)]"


def test_several_processes_may_make_and_open_one_file(tmp_path):
    path = str(tmp_path / "corpus.db")
    running = [subprocess.Popen([sys.executable, "-c", OPEN, path], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 4


def test_readers_see_what_is_committed_beside_a_writer(tmp_path):
    path = tmp_path / "corpus.db"
    with open_corpus(path) as writer, open_corpus(path) as one, open_corpus(path) as two:
        writer.put([entry("a", "Ships wait.")])
        sources = sources_of(one.scope("a"))
        assert next(sources).document.text == "Ships wait."
        writer.put([entry("b", "Ships sail.")])
        assert one.scope("ab").size == two.scope("ab").size == 2


def test_the_index_version_is_part_of_the_marking(corpus, monkeypatch):
    corpus.put([entry("a", "Ships wait.")])
    monkeypatch.setattr("briefgen.corpus.sqlite.INDEX_VERSION", INDEX_VERSION + 1)
    corpus.put([entry("a", "Ships wait.", rules="2")])
    assert len(rows(corpus)["marking"]) == 2
    assert frequencies(corpus.scope("a"), ["ship"]) == {"ship": 1}


def test_the_text_of_a_document_is_kept_once(corpus):
    document = Document.from_text("Ships wait.")
    corpus.put([entry(path, "Ships wait.") for path in "abc"])
    assert rows(corpus)["document"] == [(1, document.id, document.text)]


def test_names_of_tables_that_are_damaged_are_said(tmp_path):
    path = tmp_path / "corpus.db"
    with open_corpus(path) as corpus:
        corpus.put([entry("a", "Ships wait.")])
    data = path.read_bytes()
    assert b"CREATE TABLE marking" in data
    path.write_bytes(data.replace(b"CREATE TABLE marking", b"CREATE TAB\xd3\xff marking"))
    with pytest.raises(CorpusError, match="damaged"):
        open_corpus(path)


def test_what_arrived_after_a_mark_is_told_by_the_order_of_arrival(corpus):
    assert corpus.mark() == ""
    corpus.put([entry("a.txt", "Ships wait.", work=Work(published=Published("2022-03-06")))])
    mark = corpus.mark()
    assert corpus.since(mark) == frozenset()
    older, copy = entry("b.txt", "A ferry came.", work=Work(published=Published("1990"))), entry("c.txt", "Ships wait.")
    corpus.put([older, copy])
    assert corpus.since(mark) == {older.source.document.id}
    assert corpus.since(corpus.mark()) == frozenset()


@pytest.mark.parametrize("mark", ["", "1", "7 abc", "no mark", f"1 {'0' * 64}"])
def test_a_mark_that_another_corpus_gave_tells_nothing(corpus, mark):
    corpus.put([entry("a.txt", "Ships wait.")])
    assert corpus.since(mark) is None
