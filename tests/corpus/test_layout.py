"""A corpus of an earlier layout becomes one of this, and a corpus that may only be read can be asked."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from entries import entry, frequencies

from briefgen.corpus import layout, open_corpus
from briefgen.corpus.layout import LAYOUT
from briefgen.errors import CorpusError
from briefgen.model.source import Work
from briefgen.text import digest

# As briefgen 0.1 made it, word for word.
LAYOUT_2 = """
CREATE TABLE document (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL);
CREATE TABLE marking (
        row INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES document,
        blocks TEXT NOT NULL,
        length INTEGER NOT NULL);
CREATE INDEX marking_document ON marking (document);
CREATE TABLE appearance (
        seq INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        marking INTEGER NOT NULL REFERENCES marking,
        sha256 TEXT NOT NULL,
        work TEXT NOT NULL,
        pages TEXT NOT NULL);
CREATE INDEX appearance_path ON appearance (path);
CREATE TABLE file (
        path TEXT NOT NULL PRIMARY KEY,
        appearance INTEGER NOT NULL REFERENCES appearance,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        ctime_ns INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        seen_ns INTEGER NOT NULL,
        reader TEXT NOT NULL,
        rules TEXT NOT NULL,
        hints TEXT NOT NULL,
        said TEXT NOT NULL,
        warnings TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (keys, content='', columnsize=0, tokenize="ascii tokenchars '.,^=+'");
PRAGMA application_id = 1650934640;
PRAGMA user_version = 2;
PRAGMA journal_mode = WAL;
"""
TEXTS = (
    "The ferry left before the storm.\n\nAll rights in these harbour notes are reserved by their writers.",
    "Nobody had brought the spare parts for the old crane.",
    "Gone.",
)
ALTERED = "rights in these harbour notes are kept by their writers"
TABLES = ("document", "marking", "appearance", "file")


@pytest.fixture
def old(tmp_path):
    """A file of layout 2: three documents, of which one stands nowhere any more, and an index of two words."""
    path = tmp_path / "corpus.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(LAYOUT_2)
        for row, text in enumerate(TEXTS, start=1):
            connection.execute("INSERT INTO document VALUES (?, ?, ?)", (row, digest(text), text))
            blocks = f'[[0,{len(text)},"paragraph"]]'
            connection.execute("INSERT INTO marking VALUES (?, ?, ?, ?, 1)", (row, f"key {row}", row, blocks))
            connection.execute("INSERT INTO appearance VALUES (?, ?, ?, '00', '{}', '[]')", (row, f"{row}.txt", row))
            connection.execute("INSERT INTO words (rowid, keys) VALUES (?, 'ferri =ferry')", (row,))
            if row < 3:
                values = (f"{row}.txt", row, "[]", "{}", "[]")
                connection.execute("INSERT INTO file VALUES (?, ?, 1, 2, 3, 4, 5, 'text 1', '1', ?, ?, ?)", values)
    return path


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        held = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608 - ours
        return held, connection.execute("PRAGMA user_version").fetchone()[0]


def test_a_file_of_layout_2_is_brought_up_to_date_and_loses_nothing(old):
    before, _ = rows(old)
    with open_corpus(old) as corpus:
        assert corpus.quoting(ALTERED, 9) == (digest(TEXTS[0]),)
        assert corpus.paths("") == ("1.txt", "2.txt")
        assert corpus.entry("1.txt").source.document.text == TEXTS[0]
        assert corpus.source(digest(TEXTS[2])).document.text == TEXTS[2]
        assert frequencies(corpus.scope(["1.txt"]), ["ferri"]) == {"ferri": 1}
    assert rows(old) == (before, LAYOUT)


def test_a_file_that_was_brought_up_to_date_is_as_one_made_new(old, tmp_path):
    open_corpus(old).close()
    open_corpus(tmp_path / "new.db").close()
    named = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(old)) as one, closing(sqlite3.connect(tmp_path / "new.db")) as other:
        assert one.execute(named).fetchall() == other.execute(named).fetchall()


def test_what_was_put_later_is_found_beside_what_was_there(old):
    with open_corpus(old) as corpus:
        corpus.put([entry("new.txt", ("boilerplate", TEXTS[1].replace("old", "tall")), work=Work(title="New"))])
        found = corpus.quoting("had brought the spare parts for the", 9)
        assert {corpus.appearances(document)[0].path for document in found} == {"2.txt", "new.txt"}


def test_a_file_stays_as_it_was_when_it_cannot_be_brought_up_to_date(old, monkeypatch):
    taken = []

    def fails(text):
        taken.append(text)
        if len(taken) == 2:
            raise sqlite3.OperationalError("disk full")
        return ""

    before = rows(old)
    monkeypatch.setattr(layout, "fingerprints", fails)
    with pytest.raises(CorpusError, match="disk full"):
        open_corpus(old)
    assert rows(old) == before


def test_a_document_that_is_damaged_is_said_and_nothing_is_changed(old):
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE document SET text = ? WHERE row = 2", (b"\xff",))
    before = rows(old)
    with pytest.raises(CorpusError, match="has been changed"):
        open_corpus(old)
    assert rows(old) == before


def test_several_processes_may_bring_one_file_up_to_date(old):
    opening = "import sys; from briefgen.corpus import open_corpus; open_corpus(sys.argv[1]).close()"
    running = [subprocess.Popen([sys.executable, "-c", opening, old], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 3
    with open_corpus(old) as corpus:
        assert corpus.quoting(ALTERED, 9) == (digest(TEXTS[0]),)


READ = """
import os, sys
from briefgen.corpus import open_corpus
from briefgen.errors import CorpusError
with open_corpus(":memory:") as corpus:  # what is loaded only when it is needed may not be readable to another user
    corpus.quoting(sys.argv[2], 9)
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
assert not os.access(sys.argv[1], os.W_OK)
try:
    with open_corpus(sys.argv[1]) as corpus:
        found = corpus.quoting(sys.argv[2], 9)
        print(corpus.source(found[0]).document.text, corpus.scope(corpus.paths("")).size)
        corpus.forget(["a"])
except CorpusError as error:
    print(error)
"""


@pytest.fixture
def shown():
    """A folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        Path(name).chmod(0o755)


def read_only(path):
    """Read a corpus as somebody who may not write to it, nor into its folder."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    run = subprocess.run([sys.executable, "-c", READ, path, ALTERED], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are those of Unix")
def test_a_corpus_that_may_only_be_read_can_be_asked(shown):
    path = shown / "the corpus?.db"
    with open_corpus(path) as corpus:
        corpus.put([entry("a", ("boilerplate", "All rights in these harbour notes are reserved by their writers."))])
    before = path.read_bytes()
    said, refused = read_only(path)
    assert said == "All rights in these harbour notes are reserved by their writers. 1"
    assert refused == f"{path}: it may not be written to"
    assert path.read_bytes() == before
    assert [each.name for each in shown.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are those of Unix")
def test_an_earlier_corpus_that_may_only_be_read_is_said_and_left(old, shown):
    path = shown / "corpus.db"
    path.write_bytes(old.read_bytes())
    assert read_only(path) == [f"{path}: it may not be written to"]
    assert path.read_bytes() == old.read_bytes()
