"""Bringing a corpus up to date: laws 5, 7 and 8, bad sources, and what a crash leaves."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import pdf

from briefgen import clean, sources
from briefgen.corpus import open_corpus
from briefgen.errors import CorpusError
from briefgen.model.query import Phrase, Term
from briefgen.model.source import Basis, Block, Role
from briefgen.pipeline import crew as crews
from briefgen.pipeline import entries
from briefgen.pipeline import ingest as ingesting
from briefgen.pipeline.forget import forget
from briefgen.pipeline.ingest import ingest
from briefgen.pipeline.taking import Taken
from briefgen.text import digest

LONG_AGO = 1_600_000_000
HARBOUR = "Harbour open again\n\nBy Ada Quill\n\nThe harbour opened again on Tuesday after a month. Ships came in.\n"
FERRY = "Ferries wanted\n\nThe council was asked for two ferries. Nobody has answered the letter so far.\n"


def write(path: Path, text: str | bytes, *, ago: float | None = LONG_AGO) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    if ago is not None:
        os.utime(path, (ago, ago))
    return path


@pytest.fixture
def corpus():
    with open_corpus(":memory:") as opened:
        yield opened


@pytest.fixture
def root(tmp_path):
    write(tmp_path / "notes" / "harbour.txt", HARBOUR)
    write(tmp_path / "notes" / "deep" / "ferry.txt", FERRY)
    return tmp_path


@contextmanager
def counted(monkeypatch, *names):
    """Count the calls of these functions of `sources`."""
    calls = dict.fromkeys(names, 0)

    def counting(name, function):
        def call(*values):
            calls[name] += 1
            return function(*values)

        return call

    with monkeypatch.context() as patch:
        for name in names:
            patch.setattr(sources, name, counting(name, getattr(sources, name)))
        yield calls


def seen(corpus, intake):
    scope = corpus.scope(intake.paths)
    return scope.appearances(), tuple(scope.sources()), scope.candidates(Term("t", (Phrase(("harbour",)),)), 9)


def test_a_folder_is_read(corpus, root):
    done = []
    intake = ingest(corpus, [root / "notes"], root, lambda *at: done.append(at))
    assert intake.paths == ("notes/deep/ferry.txt", "notes/harbour.txt")
    assert (intake.read, intake.documents, intake.copies, intake.revised, intake.skipped) == (2, 2, 0, 0, ())
    assert done == [(1, 2), (2, 2)]
    ferry, harbour = corpus.scope(intake.paths).appearances()
    assert ferry.document == digest(FERRY)
    assert (harbour.work.title, harbour.work.author) == ("Harbour open again", "Ada Quill")
    assert harbour.work.basis("author") is Basis.TEXT


def test_what_has_not_changed_costs_a_stat(tmp_path, root, monkeypatch):
    path = tmp_path / "corpus.db"
    with open_corpus(path) as corpus, closing(sqlite3.connect(path)) as watcher:
        first = ingest(corpus, [root / "notes"], root)
        before, state = watcher.execute("PRAGMA data_version").fetchall(), seen(corpus, first)
        with counted(monkeypatch, "load_bytes", "sources_in") as calls:
            second = ingest(corpus, [root / "notes"], root)
        assert calls == {"load_bytes": 0, "sources_in": 0}
        assert (second.unchanged, second.read, second.renewed) == (2, 0, 0)
        assert (second.paths, second.documents) == (first.paths, first.documents)
        assert watcher.execute("PRAGMA data_version").fetchall() == before, "nothing has been written"
        assert seen(corpus, second) == state


def test_a_file_that_was_only_touched_is_compared_once_and_not_read(corpus, root, monkeypatch):
    before = seen(corpus, ingest(corpus, [root], root))
    os.utime(root / "notes" / "harbour.txt", (LONG_AGO + 60, LONG_AGO + 60))
    for compared in (1, 0):
        with counted(monkeypatch, "load_bytes", "sources_in") as calls:
            intake = ingest(corpus, [root], root)
        assert calls == {"load_bytes": compared, "sources_in": 0}
        assert (intake.unchanged, intake.read) == (2, 0)
    assert seen(corpus, intake) == before


def test_a_change_within_the_clocks_grain_is_seen(corpus, root):
    path = write(root / "notes" / "new.txt", "The old words stood here for long.\n", ago=None)
    ingest(corpus, [root], root)
    stamp = path.stat()
    write(path, "The new words stood here for long.\n", ago=None)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    intake = ingest(corpus, [root], root)
    assert (intake.read, intake.revised) == (1, 1)


@pytest.mark.parametrize("in_place", [True, False])
def test_a_change_is_seen_though_size_and_time_were_restored(corpus, root, in_place):
    path = root / "notes" / "harbour.txt"
    ingest(corpus, [root], root)
    before = path.stat()
    other = path if in_place else root / "other"
    write(other, HARBOUR.replace("month", "night"))
    while in_place and path.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of the file system stands still
        os.utime(path, (LONG_AGO, LONG_AGO))
    other.replace(path)
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    intake = ingest(corpus, [root], root)
    assert (intake.read, intake.revised, intake.unchanged) == (1, 1, 1)
    assert ingest(corpus, [root], root).unchanged == 2


def test_a_revised_file_is_a_new_document_and_the_old_one_stays(corpus, root):
    ingest(corpus, [root], root)
    write(root / "notes" / "deep" / "ferry.txt", FERRY.replace("two", "three"), ago=LONG_AGO + 5)
    intake = ingest(corpus, [root], root)
    assert (intake.read, intake.revised, intake.unchanged) == (1, 1, 1)
    assert corpus.scope(intake.paths).appearances()[0].document == digest(FERRY.replace("two", "three"))
    assert corpus.document(digest(FERRY)).text == FERRY


def test_a_new_reader_reads_again(corpus, root, monkeypatch):
    ingest(corpus, [root], root)
    monkeypatch.setattr(entries, "READER", "next")
    intake = ingest(corpus, [root], root)
    assert (intake.read, intake.revised, intake.unchanged) == (2, 0, 0)
    assert ingest(corpus, [root], root).unchanged == 2


def test_new_rules_of_cleaning_mark_again_and_read_nothing(corpus, root, monkeypatch):
    ingest(corpus, [root], root)
    old = clean.mark

    def furniture(text, hints, habits):
        return tuple(Block(block.span, Role.BOILERPLATE) for block in old(text, hints))

    monkeypatch.setattr(clean, "VERSION", clean.VERSION + 1)
    monkeypatch.setattr(clean, "mark", furniture)
    with counted(monkeypatch, "load_bytes", "sources_in") as calls:
        intake = ingest(corpus, [root / "notes" / "deep"], root)
        assert (intake.renewed, intake.unchanged) == (1, 0)
        assert {block.role for source in corpus.scope(intake.paths).sources() for block in source.blocks} == {
            Role.BOILERPLATE
        }
        assert ingest(corpus, [root / "notes" / "deep"], root).unchanged == 1
        assert ingest(corpus, [root], root).renewed == 1, "what is in no scope waits until it is"
    assert calls == {"load_bytes": 0, "sources_in": 0}


def test_a_new_index_is_made_without_reading(corpus, root, monkeypatch):
    before = seen(corpus, ingest(corpus, [root], root))
    monkeypatch.setattr(entries, "INDEX_VERSION", "next")
    with counted(monkeypatch, "load_bytes") as calls:
        intake = ingest(corpus, [root], root)
    assert (intake.renewed, calls) == (2, {"load_bytes": 0})
    assert seen(corpus, intake) == before


def test_a_file_that_can_no_longer_be_read_is_not_gone(corpus, root):
    ingest(corpus, [root], root)
    write(root / "notes" / "harbour.txt", b"%PDF-1.7 " + bytes(99), ago=LONG_AGO + 5)
    spoiled = ingest(corpus, [root], root)
    assert (spoiled.removed, spoiled.paths, len(spoiled.skipped)) == (0, ("notes/deep/ferry.txt",), 1)
    write(root / "notes" / "harbour.txt", HARBOUR)
    again = ingest(corpus, [root], root)
    assert (again.read, again.revised, again.unchanged) == (1, 0, 1)


def test_hints_outlive_new_rules(corpus, tmp_path, monkeypatch):
    write(tmp_path / "a.md", "# Ferries\n\nThe council was asked for *two* ferries this year, and did not answer.\n")
    before = seen(corpus, ingest(corpus, [tmp_path], tmp_path))
    monkeypatch.setattr(clean, "VERSION", clean.VERSION + 1)
    intake = ingest(corpus, [tmp_path], tmp_path)
    assert intake.renewed == 1
    assert seen(corpus, intake) == before


def test_a_table_is_seen_without_reading_and_only_where_it_speaks(corpus, root, monkeypatch):
    ingest(corpus, [root], root)
    table = root / "notes" / "sources.csv"
    with counted(monkeypatch, "sources_in") as calls:
        write(table, "file,publisher,title\nharbour.txt,Port Times,\n")
        intake = ingest(corpus, [root], root)
        assert (intake.renewed, intake.unchanged) == (1, 1)
        _, harbour = corpus.scope(intake.paths).appearances()
        assert (harbour.work.publisher, harbour.work.basis("publisher")) == ("Port Times", Basis.TABLE)
        assert harbour.work.title == "Harbour open again"
        assert ingest(corpus, [root], root).unchanged == 2
        write(table, "file,publisher,title\nharbour.txt,Port Times,Quays\n")
        quays = corpus.scope(ingest(corpus, [root], root).paths)
        assert len(quays.candidates(Term("t", (Phrase(("quay",)),)), 9)) == 1
        table.unlink()
        _, harbour = corpus.scope(ingest(corpus, [root], root).paths).appearances()
        assert (harbour.work.publisher, harbour.work.title) == ("", "Harbour open again")
    assert calls == {"sources_in": 0}


MENU = "Follow us for more news of the quays.\n"


def body_of(corpus, intake):
    (source,) = corpus.scope(intake.paths).sources()
    return [block.span.of(source.document.text) for block in source.blocks if block.is_body]


def test_a_table_says_what_the_body_is_and_nothing_is_read_again(corpus, tmp_path, monkeypatch):
    write(tmp_path / "ferry.txt", f"{MENU}\n{HARBOUR}")
    as_marked = body_of(corpus, ingest(corpus, [tmp_path], tmp_path))
    with counted(monkeypatch, "sources_in") as calls:
        table = write(tmp_path / "sources.csv", "file,body\nferry.txt,Follow us … of the quays.\n")
        intake = ingest(corpus, [tmp_path], tmp_path)
        assert (intake.renewed, intake.warnings) == (1, ())
        assert body_of(corpus, intake) == [MENU.strip()]
        assert ingest(corpus, [tmp_path], tmp_path).unchanged == 1
        table.unlink()
        assert body_of(corpus, ingest(corpus, [tmp_path], tmp_path)) == as_marked
    assert calls == {"sources_in": 0}


def test_words_of_a_body_that_are_missing_are_said_each_time_until_they_are_right(corpus, tmp_path):
    write(tmp_path / "ferry.txt", f"---\nbody: Follow them …\n---\n{MENU}\n{HARBOUR}")
    first = ingest(corpus, [tmp_path], tmp_path)
    warning = "ferry.txt: its body is not marked as is asked for: its text does not hold “{}”"
    assert first.warnings == (warning.format("Follow them"),)
    again = ingest(corpus, [tmp_path], tmp_path)
    assert (again.unchanged, again.warnings) == (1, first.warnings)
    write(tmp_path / "sources.csv", "file,body\nferry.txt,Lead us …\n")
    assert ingest(corpus, [tmp_path], tmp_path).warnings == (warning.format("Lead us"),)
    write(tmp_path / "sources.csv", "file,body\nferry.txt,Follow us … the quays.\n")
    right = ingest(corpus, [tmp_path], tmp_path)
    assert (right.warnings, body_of(corpus, right)) == ((), [MENU.strip()])


def test_a_new_source_is_marked_as_its_table_says(corpus, tmp_path):
    write(tmp_path / "ferry.txt", f"{MENU}\n{HARBOUR}")
    write(tmp_path / "sources.csv", "file,body\nferry.txt,Follow us … of the quays.\n")
    assert body_of(corpus, ingest(corpus, [tmp_path], tmp_path)) == [MENU.strip()]


def test_a_language_is_told_by_the_words_where_nothing_states_it(corpus, tmp_path):
    text = "Der Kran von Calder hebt vierzig Tonnen auf einmal, und die Fähre wartet auf die Flut.\n"
    write(tmp_path / "kran.txt", text)
    write(tmp_path / "said.txt", f"---\nlanguage: de-AT\n---\n{text * 2}")
    kran, said = corpus.scope(ingest(corpus, [tmp_path], tmp_path).paths).appearances()
    assert (kran.work.language, kran.work.basis("language")) == ("de", Basis.TEXT)
    assert (said.work.language, said.work.basis("language")) == ("de-AT", Basis.FRONT_MATTER)


def test_a_table_with_mistakes_is_said_once_and_what_is_right_in_it_stands(corpus, root):
    table = write(root / "notes" / "sources.csv", "file,publihser,title\nharbour.txt,Port Times,Quays\n")
    intake = ingest(corpus, [root], root)
    assert len(intake.paths) == 2
    assert [str(mistake) for mistake in intake.mistakes] == [
        f"{table}:1:6: there is no field 'publihser'; did you mean 'publisher'?"
    ]
    assert "Quays" in {appearance.work.title for appearance in corpus.scope(intake.paths).appearances()}
    table.write_bytes(b"\0")
    assert [path for path, _ in ingest(corpus, [root], root).skipped] == ["notes/sources.csv"]


def test_bad_sources_are_said_and_stop_nothing(corpus, root):
    write(root / "notes" / "empty.txt", "")
    write(root / "notes" / "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
    os.truncate(write(root / "notes" / "huge.txt", b""), 50_000_000)
    write(root / "notes" / "sheet.xyz", "Words.")
    (root / "notes" / "folder.txt").mkdir()
    (root / "notes" / "loop.txt").symlink_to("loop.txt")
    intake = ingest(corpus, [root / "notes", root / "missing", root / "notes" / "harbour.txt"], root)
    assert intake.paths == ("notes/deep/ferry.txt", "notes/harbour.txt")
    said = dict(intake.skipped)
    assert {name.removeprefix("notes/") for name in said} >= {"missing", "empty.txt", "picture.txt", "huge.txt"}
    assert all(said.values())


def test_a_name_that_is_not_utf8_is_said(corpus, root):
    try:
        write(root / "notes" / os.fsdecode(b"\xff.txt"), HARBOUR)
    except OSError:
        pytest.skip("this file system holds names in UTF-8 only")
    intake = ingest(corpus, [root], root)
    assert len(intake.paths) == 2
    assert [why for _, why in intake.skipped] == ["its name is not UTF-8; give it another"]
    assert all(path.isprintable() for path, _ in intake.skipped)


def test_a_name_that_would_pass_for_others_is_said(corpus, root):
    for name in ("a\nskipped b.txt", "a\x1b[2K.txt", "a\u202etxt.md"):
        write(root / "notes" / name, HARBOUR)
    intake = ingest(corpus, [root], root)
    assert len(intake.paths) == 2
    assert {why for _, why in intake.skipped} == {
        "its name breaks lines, commands a terminal or turns the order of letters; give it another"
    }
    assert all(path.isprintable() for path, _ in intake.skipped)


def test_a_file_that_vanishes_in_between_is_said(corpus, root, monkeypatch):
    found = sources.discover([root])
    (root / "notes" / "harbour.txt").unlink()
    monkeypatch.setattr(sources, "discover", lambda _: found)
    intake = ingest(corpus, [root], root)
    assert intake.paths == ("notes/deep/ferry.txt",)
    assert [path for path, _ in intake.skipped] == ["notes/harbour.txt"]


def test_warnings_are_given_again_when_nothing_is_read(corpus, tmp_path):
    write(tmp_path / "latin.txt", "The café of the harbour is open again; naïve ships came in.\n".encode("latin-1"))
    first = ingest(corpus, [tmp_path], tmp_path)
    assert len(first.warnings) == 1
    second = ingest(corpus, [tmp_path], tmp_path)
    assert (second.unchanged, second.warnings) == (1, first.warnings)


def test_what_is_gone_is_counted_once_and_stays_in_evidence(corpus, root):
    write(root / "other" / "ferry.txt", FERRY)
    assert ingest(corpus, [root], root).copies == 1
    (root / "notes" / "harbour.txt").unlink()
    assert ingest(corpus, [root / "other"], root).removed == 0
    gone = ingest(corpus, [root, root / "notes"], root)
    assert (gone.removed, len(gone.paths)) == (1, 2)
    assert ingest(corpus, [root], root).removed == 0
    assert corpus.document(digest(HARBOUR)).text == HARBOUR
    shutil.move(root / "notes", root.parent / f"{root.name}-away")
    away = ingest(corpus, [root / "notes"], root)
    assert (away.removed, len(away.skipped)) == (0, 1), "a folder that cannot be reached is not an empty one"


def test_paths_are_relative_to_the_root(corpus, root):
    write(root / "beside" / "b.txt", "Beside the project, and read all the same by everybody.\n")
    project = root / "notes"
    intake = ingest(corpus, [root], project)
    assert intake.paths == ("../beside/b.txt", "deep/ferry.txt", "harbour.txt")
    assert ingest(corpus, [project], project).removed == 0
    assert ingest(corpus, [project / "deep" / "..", root / "beside"], project).unchanged == 3


def test_a_batch_is_bounded_by_files_and_by_text(corpus, root, monkeypatch):
    puts = []
    put = corpus.put
    monkeypatch.setattr(corpus, "put", lambda entries: (puts.append(len(entries)), put(entries)))
    for i in range(6):
        write(root / "more" / f"{i}.txt", f"Ship {i} waits in the roads for a pilot.\n")
    monkeypatch.setattr(ingesting, "BATCH", 4)
    ingest(corpus, [root], root)
    assert puts == [4, 4, 4, 2], "six of one publisher are noted again, with its habits"
    puts.clear()
    monkeypatch.setattr(ingesting, "BATCH_SIZE", 30)
    monkeypatch.setattr(entries, "READER", "next")
    ingest(corpus, [root / "more"], root)
    assert puts == [1] * 12


NAMES = ["a.txt", "b.md", "c/d.txt", "c/e.txt"]
WORDS = [HARBOUR, FERRY, "# Quays\n\nThe quays are to be mended this year.\n", "", "Harbour\n"]
TABLE = ["", "file,title\na.txt,Quays\n", "file,author\na.txt,Bo Reed\nc/d.txt,Ada Quill\n"]
edits = st.dictionaries(st.sampled_from(NAMES), st.none() | st.sampled_from(WORDS), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(edits, st.sampled_from(TABLE)), min_size=1, max_size=4), st.booleans())
def test_step_by_step_comes_to_the_same_as_at_once(steps, crowded):
    with tempfile.TemporaryDirectory() as name, open_corpus(":memory:") as corpus, open_corpus(":memory:") as fresh:
        root = Path(name)
        write(root / "outside" / "o.txt", "Harbour words that are in nobody's scope, though the corpus holds them.\n")
        if crowded:
            ingest(corpus, [root / "outside"], root)
        texts = set()
        for files, table in steps:
            for path, words in files.items():
                if words is None:
                    (root / "in" / path).unlink(missing_ok=True)
                else:
                    write(root / "in" / path, words, ago=None)
            write(root / "in" / "sources.csv", table) if (root / "in" / "a.txt").exists() else None
            ingest(corpus, [root / "in"], root)
            texts |= {source.document for source in corpus.scope(corpus.paths("in/")).sources()}
        again, once = ingest(corpus, [root / "in"], root), ingest(fresh, [root / "in"], root)
        assert (again.read, again.renewed, again.removed) == (0, 0, 0)
        assert (again.paths, again.skipped, again.warnings) == (once.paths, once.skipped, once.warnings)
        assert seen(corpus, again) == seen(fresh, once)
        assert all(corpus.document(document.id) == document for document in texts)


RUN = """
import sys
from pathlib import Path
from briefgen.corpus import open_corpus
from briefgen.pipeline import ingest
ingest.BATCH = 10
with open_corpus(sys.argv[1]) as corpus:
    ingest.ingest(corpus, [Path(sys.argv[2])], Path(sys.argv[2]), lambda done, total: print(done, flush=True))
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    for i in range(150):
        write(folder / f"{i:03}.txt", f"Ship {i}\n\nShip {i} waits in the roads for a pilot and {i % 7} tugs.\n" * 5)
    return folder


def start(database, folder):
    return subprocess.Popen([sys.executable, "-c", RUN, str(database), str(folder)], stdout=subprocess.PIPE)


def checked(database, folder):
    """Finish the reading in `database`, checked, and give what is seen; and how much was there before."""
    with open_corpus(database) as corpus:
        assert corpus._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        corpus._connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        assert corpus._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        before = [source.document.text for source in corpus.scope(corpus.paths("")).sources()]
        assert all((folder / f"{text.split()[1]:0>3}.txt").read_text() == text for text in before)
        return len(before), seen(corpus, ingest(corpus, [folder], folder))


def test_a_kill_loses_nothing_that_was_committed(tmp_path, many):
    with open_corpus(":memory:") as whole:
        wanted = seen(whole, ingest(whole, [many], many))
    chance = random.Random(4)  # noqa: S311 - moments, not secrets
    for number in range(4):
        database = tmp_path / f"{number}.db"
        running = start(database, many)
        read = [int(running.stdout.readline()) for _ in range(chance.randint(30, 140))][-1]
        time.sleep(chance.uniform(0.0, 0.005))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        held, after = checked(database, many)
        assert held >= read - read % 10, "what was committed is there"
        assert held % 10 == 0, "batches are whole"
        assert after == wanted


def test_two_may_read_at_once(tmp_path, many):
    database = tmp_path / "corpus.db"
    both = [start(database, many) for _ in range(2)]
    lines = [each.communicate()[0].split()[-1] for each in both]
    assert (lines, [each.returncode for each in both]) == ([b"150"] * 2, [0, 0])
    held, _ = checked(database, many)
    assert held == 150


def test_errors_of_the_corpus_are_not_swallowed(root):
    with open_corpus(":memory:") as corpus:
        corpus.close()
        with pytest.raises(CorpusError):
            ingest(corpus, [root], root)


def zipped(*files):
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in files:
            archive.writestr(ZipInfo(name), text)
    return out.getvalue()


CLIPS = (("harbour.txt", HARBOUR), ("deep/ferry.txt", FERRY), ("broken.pdf", "%PDF-1.4 and no more"))


def test_members_of_a_container_are_sources(corpus, tmp_path):
    write(tmp_path / "clips.zip", zipped(*CLIPS))
    done = []
    intake = ingest(corpus, [tmp_path], tmp_path, lambda *at: done.append(at))
    assert intake.paths == ("clips.zip/deep/ferry.txt", "clips.zip/harbour.txt")
    assert (intake.read, intake.documents, intake.removed) == (2, 2, 0)
    assert intake.skipped == (("clips.zip/broken.pdf", "is a PDF that is damaged"),)
    assert done[-1] == (4, 4)
    ferry, harbour = corpus.scope(intake.paths).appearances()
    assert (ferry.document, harbour.work.title) == (digest(FERRY), "Harbour open again")


def test_an_unchanged_container_costs_a_stat_and_says_again_what_was_wrong(tmp_path, monkeypatch):
    path = tmp_path / "corpus.db"
    write(tmp_path / "in" / "clips.zip", zipped(*CLIPS))
    write(tmp_path / "in" / "broken.docx", b"PK and no more")
    with open_corpus(path) as corpus, closing(sqlite3.connect(path)) as watcher:
        first = ingest(corpus, [tmp_path / "in"], tmp_path)
        before, state = watcher.execute("PRAGMA data_version").fetchall(), seen(corpus, first)
        with counted(monkeypatch, "load_bytes", "sources_in") as calls, monkeypatch.context() as patch:
            patch.setattr(crews.Crew, "read", lambda _, jobs: [pytest.fail(str(job)) for job in jobs])
            second = ingest(corpus, [tmp_path / "in"], tmp_path)
        assert calls == {"load_bytes": 0, "sources_in": 0}
        assert (second.unchanged, second.read, second.removed) == (2, 0, 0)
        assert (second.paths, second.documents, second.skipped) == (first.paths, first.documents, first.skipped)
        assert len(second.skipped) == 2
        assert watcher.execute("PRAGMA data_version").fetchall() == before, "nothing has been written"
        assert seen(corpus, second) == state


@pytest.mark.parametrize("name", ["clips.zip", "deep/clips.zip"])
def test_of_a_changed_container_only_what_changed_is_read(corpus, tmp_path, name):
    write(tmp_path / name, zipped(*CLIPS))
    ingest(corpus, [tmp_path / name], tmp_path)
    os.utime(tmp_path / name, (LONG_AGO + 2, LONG_AGO + 2))
    touched = ingest(corpus, [tmp_path / name], tmp_path)
    assert (touched.read, touched.unchanged, len(touched.skipped)) == (0, 2, 1)
    write(tmp_path / name, zipped(*CLIPS[:2], ("new.txt", FERRY.replace("two", "ten"))), ago=LONG_AGO + 5)
    intake = ingest(corpus, [tmp_path / name], tmp_path)
    assert (intake.read, intake.unchanged, intake.removed, intake.skipped) == (1, 2, 0, ())
    write(tmp_path / name, zipped(CLIPS[0], ("deep/ferry.txt", FERRY.replace("two", "three"))), ago=LONG_AGO + 9)
    intake = ingest(corpus, [tmp_path / name], tmp_path)
    assert (intake.read, intake.revised, intake.unchanged, intake.removed) == (1, 1, 1, 1)
    assert corpus.document(digest(FERRY)).text == FERRY
    assert ingest(corpus, [tmp_path / name], tmp_path).unchanged == 2


def test_a_container_that_can_no_longer_be_read_has_not_lost_its_members(corpus, tmp_path):
    clips = write(tmp_path / "clips.zip", zipped(*CLIPS))
    ingest(corpus, [tmp_path], tmp_path)
    write(clips, zipped(*CLIPS)[:99], ago=LONG_AGO + 5)
    spoiled = ingest(corpus, [tmp_path], tmp_path)
    assert (spoiled.removed, spoiled.paths, len(spoiled.skipped)) == (0, (), 1)
    clips.unlink()
    assert ingest(corpus, [tmp_path], tmp_path).removed == 2


def test_a_table_and_a_library_speak_of_members(corpus, tmp_path):
    write(tmp_path / "clips.zip", zipped(*CLIPS))
    write(tmp_path / "sources.csv", "file,publisher\nclips.zip/harbour.txt,Port Times\n")
    write(tmp_path / "works.ris", "TY  - NEWS\nTI  - Ferries wanted\nT2  - Ferry Post\nER  - \n")
    intake = ingest(corpus, [tmp_path], tmp_path)
    assert intake.mistakes == ()
    ferry, harbour = corpus.scope(intake.paths).appearances()
    assert (harbour.work.publisher, harbour.work.basis("publisher")) == ("Port Times", Basis.TABLE)
    assert (ferry.work.publisher, ferry.work.basis("publisher")) == ("Ferry Post", Basis.LIBRARY)
    (tmp_path / "works.ris").unlink()
    intake = ingest(corpus, [tmp_path], tmp_path)
    assert (intake.read, intake.renewed) == (0, 2)
    assert corpus.scope(intake.paths).appearances()[0].work.publisher == ""


def test_pages_reach_the_appearance_and_outlive_new_rules(corpus, tmp_path, monkeypatch):
    write(tmp_path / "a.pdf", pdf([[(72, 700, 11, "The quay is shut.")], [(72, 700, 11, "The crane is gone.")]]))
    for version in (clean.VERSION, clean.VERSION + 1):
        monkeypatch.setattr(clean, "VERSION", version)
        (found,) = corpus.scope(ingest(corpus, [tmp_path], tmp_path).paths).appearances()
        text = corpus.document(found.document).text
        assert [span.of(text).strip() for span in found.pages] == ["The quay is shut.", "The crane is gone."]


def test_a_container_is_no_text_to_forget_and_its_members_are(tmp_path):
    path = tmp_path / "corpus.db"
    write(tmp_path / "clips.zip", zipped(*CLIPS))
    with open_corpus(path) as corpus:
        ingest(corpus, [tmp_path], tmp_path)
    for wanted in ("clips.zip", entries.NOTHING):
        with pytest.raises(CorpusError, match="holds no document"):
            forget(wanted, "a mistake", date(2026, 11, 22), path)
    forget("clips.zip/harbour.txt", "a takedown", date(2026, 11, 22), path)
    with open_corpus(path) as corpus:
        again = ingest(corpus, [tmp_path / "clips.zip"], tmp_path)
        assert (again.read, again.unchanged, again.paths) == (0, 1, ("clips.zip/deep/ferry.txt",))


def test_what_ran_out_of_time_is_tried_again_and_nothing_else_is(corpus, tmp_path, monkeypatch):
    write(tmp_path / "clips.zip", zipped(*CLIPS[:2]))
    read = crews.Crew.read

    def losing(crew, jobs):
        for job, taken in read(crew, jobs):
            lost = taken and taken.key.endswith("ferry.txt")
            yield job, Taken(taken.key, why="was ended", passing=True) if lost else taken

    with monkeypatch.context() as patch:
        patch.setattr(crews.Crew, "read", losing)
        assert ingest(corpus, [tmp_path], tmp_path).skipped == (("clips.zip/deep/ferry.txt", "was ended"),)
    again = ingest(corpus, [tmp_path], tmp_path)
    assert (again.read, again.unchanged, again.skipped) == (1, 1, ())


EXPORT = b"id,clip_body,slug\n1,Two ferries were wanted by the council.,Ferries wanted\n"
NAMED = {"text": "clip_body", "title": "slug"}


@pytest.mark.parametrize("name", ["a.csv", "a.zip", "a.eml"])
def test_exports_are_read_again_when_other_columns_are_named(corpus, tmp_path, name):
    mail = (
        b"From: a@b.example\nTo: c@d.example\nSubject: Export\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
        b"boundary=x\n\n--x\n\nHere it is.\n--x\nContent-Disposition: attachment; filename=in.csv\n\n" + EXPORT
    )
    write(tmp_path / name, {"a.csv": EXPORT, "a.zip": zipped(("in.csv", EXPORT)), "a.eml": mail + b"\n--x--\n"}[name])
    before = ingest(corpus, [tmp_path], tmp_path)
    assert "no column is called text, content, body" in str(before.skipped)
    assert ingest(corpus, [tmp_path], tmp_path).skipped == before.skipped
    named = ingest(corpus, [tmp_path], tmp_path, None, NAMED)
    (row,) = (path for path in named.paths if path.endswith(".csv/1"))
    assert corpus.source(corpus.known(row).document).work.title == "Ferries wanted"
    assert (named.read, named.skipped, named.warnings) == (len(named.paths), (), ())
    again = ingest(corpus, [tmp_path], tmp_path, None, NAMED)
    assert (again.read, again.unchanged, again.paths) == (0, len(named.paths), named.paths)
    assert ingest(corpus, [tmp_path], tmp_path).paths == before.paths


def test_only_what_holds_sources_is_opened_again_for_other_columns(corpus, root):
    write(root / "notes" / "a.csv", b"text,slug\nTwo ferries were wanted by the council.,Ferries\n")
    ingest(corpus, [root], root)
    for named, read, unchanged in (({"url": "nowhere"}, 0, 3), ({"title": "slug"}, 1, 2), ({"title": "slug"}, 0, 3)):
        intake = ingest(corpus, [root], root, None, named)
        assert (intake.read, intake.unchanged) == (read, unchanged)


def test_a_column_that_no_export_has_is_told_with_those_that_there_are(corpus, tmp_path):
    write(tmp_path / "a.csv", EXPORT)
    lines = b'{"text": "The ferry sails.", "wire": "AFP"}\n{"text": "It is late."}\n'
    write(tmp_path / "b.zip", zipped(("in.jsonl", lines)))
    named = {**NAMED, "agency": "wire", "author": "signed by"}
    for _ in range(2):
        intake = ingest(corpus, [tmp_path], tmp_path, None, named)
        (warning,) = intake.warnings
        assert warning.startswith("columns: no export has the column signed by (author); there are ")
        assert {"id", "clip_body", "slug", "wire"} <= set(warning.partition("there are ")[2].split(", "))
    for path in tmp_path.iterdir():
        path.unlink()
    assert ingest(corpus, [tmp_path], tmp_path, None, named).warnings == ()


def test_what_is_wrong_with_many_members_is_said_once(corpus, tmp_path):
    rows = "".join(f"Ship {i},\n" for i in range(50)) + "Ferry,Two ferries were wanted by the council.\n"
    write(tmp_path / "export.csv", f"title,text\n{rows}")
    intake = ingest(corpus, [tmp_path], tmp_path)
    assert intake.paths == ("export.csv/51",)
    ((path, why),) = intake.skipped
    assert path == "export.csv"
    assert why == "50 of its members were left out, such as export.csv/1: is a row without a text"


def test_names_that_cannot_be_shown_are_shown_as_escapes(corpus, tmp_path):
    write(tmp_path / "a\nb\x1b.pdf", b"%PDF-1.4 and no more")
    ((path, _),) = ingest(corpus, [tmp_path], tmp_path).skipped
    assert path == r"a\nb\x1b.pdf"


def test_more_texts_than_a_few_are_read_by_others_alike(corpus, root, monkeypatch):
    with open_corpus(":memory:") as other:
        here = seen(other, ingest(other, [root], root))
    monkeypatch.setattr(ingesting, "FEW", 1)
    assert seen(corpus, ingest(corpus, [root], root)) == here


held = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*WORDS, "%PDF-1.4 and no more"]), max_size=4)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(held, min_size=1, max_size=3))
def test_a_container_step_by_step_comes_to_the_same_as_at_once(steps):
    with tempfile.TemporaryDirectory() as name, open_corpus(":memory:") as corpus, open_corpus(":memory:") as fresh:
        root = Path(name)
        for files in steps:
            write(root / "a.zip", zipped(*files.items()), ago=None)
            ingest(corpus, [root], root)
        again, once = ingest(corpus, [root], root), ingest(fresh, [root], root)
        assert (again.read, again.renewed, again.removed) == (0, 0, 0)
        assert (again.paths, again.skipped, again.warnings) == (once.paths, once.skipped, once.warnings)
        assert seen(corpus, again) == seen(fresh, once)
