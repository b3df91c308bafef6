"""What is erased is gone from the file, and a tombstone tells of it."""

import sqlite3
from datetime import date

import pytest
from entries import entry

from briefgen.corpus import Tombstone, open_corpus
from briefgen.corpus.layout import LAYOUT, connect
from briefgen.errors import CorpusError
from briefgen.model.origin import Trace
from briefgen.model.query import Phrase, Term
from briefgen.model.source import Work

DAY = date(2026, 11, 20)
SPILLED = "Zanzibarquux cranes were sold to Vexillopolis by mistake."
SECRETS = (b"anzibarquux", b"exillopol", b"Spillage", b"ledgerly")


def spill():
    work = Work(title="Spillage at the quay")
    return entry("spilled.txt", SPILLED, work=work, said=work, warnings=("ledgerly",))


def kept(path="kept.txt", words="The ferry waits at the harbour for the tide."):
    return entry(path, words, work=Work(title="Ferry"))


def bytes_in(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.fixture
def path(tmp_path):
    """A corpus file in a folder of its own, with one text to erase among hundreds."""
    path = tmp_path / "corpus" / "c.db"
    with open_corpus(path) as corpus:
        corpus.put([spill(), kept(), *(kept(f"{n}.txt", f"Crane {n} lifts container {n * 7}.") for n in range(300))])
    return path


def term(word):
    return Term(word, (Phrase((word,)),))


def test_an_erased_text_is_gone_from_the_file_its_index_and_its_log(path):
    before = bytes_in(path.parent)
    assert all(secret in before for secret in SECRETS)
    with open_corpus(path) as corpus:
        corpus.erase(spill().source.document.id, "takedown", DAY)
        held = bytes_in(path.parent)
    assert not any(secret in held or secret in bytes_in(path.parent) for secret in SECRETS)


def test_what_is_left_is_found_as_before_and_the_tombstone_tells_of_the_rest(path):
    document = spill().source.document.id
    with open_corpus(path) as corpus:
        corpus.erase(document, "takedown", DAY)
        assert corpus.tombstone(document) == Tombstone(document, DAY, "takedown")
        assert corpus.tombstone(kept().source.document.id) is None
        assert corpus.known("spilled.txt") is None
        assert corpus.appearances(document) == ()
        scope = corpus.scope(["kept.txt", "spilled.txt"])
        assert scope.candidates(term("ferri"), 9) == (kept().source.document.id,)
        assert scope.candidates(term("zanzibarquux"), 9) == ()
        assert corpus.quoting("ferry waits at the harbour for the", 9) == (kept().source.document.id,)
        assert corpus.quoting(SPILLED, 9) == ()
        with pytest.raises(CorpusError, match="holds no document"):
            corpus.document(document)


def test_an_erased_text_is_not_taken_up_again(path):
    with open_corpus(path) as corpus:
        corpus.erase(spill().source.document.id, "takedown", DAY)
        corpus.put([spill(), kept("other.txt")])
        assert corpus.known("spilled.txt") is None
        assert corpus.known("other.txt") is not None
        replaced = entry("kept.txt", SPILLED)
        corpus.put([replaced])
        assert corpus.known("kept.txt") is None


def test_erasing_again_leaves_the_tombstone_as_it_is(path):
    document = spill().source.document.id
    with open_corpus(path) as corpus:
        corpus.erase(document, "takedown", DAY)
        corpus.erase(document, "another reason", date(2027, 1, 1))
        assert corpus.tombstone(document) == Tombstone(document, DAY, "takedown")
        with pytest.raises(CorpusError, match="holds no document"):
            corpus.erase("0" * 64, "never there", DAY)


def test_while_another_program_reads_the_log_it_is_said(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM document").fetchone()
    with open_corpus(path) as corpus:
        corpus._connection.execute("PRAGMA busy_timeout = 100")
        with pytest.raises(CorpusError, match="another program has it open"):
            corpus.erase(spill().source.document.id, "takedown", DAY)
        other.close()
        corpus.erase(spill().source.document.id, "takedown", DAY)
        assert not any(secret in bytes_in(path.parent) for secret in SECRETS)


def test_a_file_of_the_layout_before_gets_its_traces(path):
    with open_corpus(path) as corpus:
        before = corpus.scope(["kept.txt", "spilled.txt"]).traces()
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in ("DROP TABLE trace", "DROP TABLE tombstone", f"PRAGMA user_version = {LAYOUT - 1}"):
        connection.execute(statement)
    connection.close()
    connect(str(path)).close()
    with open_corpus(path) as corpus:
        assert corpus.scope(["kept.txt", "spilled.txt"]).traces() == before
        assert before[kept().source.document.id] == Trace(words=9)
        assert corpus.tombstone("0" * 64) is None
