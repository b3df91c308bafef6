"""Files are put in place whole, and never over a person's work."""

import os
import sqlite3
from contextlib import closing

import pytest

from briefgen.errors import OutputError
from briefgen.ledger import open_ledger
from briefgen.pipeline.outputs import place, place_new


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path) as opened:
        yield opened


@pytest.fixture
def file(tmp_path):
    return tmp_path / "out" / "brief.docx"


def test_our_own_file_is_replaced(ledger, file):
    assert place(file, b"one", ledger).kept is None
    placed = place(file, b"two", ledger)
    assert (placed.path, placed.kept, file.read_bytes()) == (file, None, b"two")
    assert [each.name for each in file.parent.iterdir()] == ["brief.docx"]


def test_a_file_that_a_person_changed_stands_and_the_new_one_gets_a_suffix(ledger, file):
    place(file, b"one", ledger)
    file.write_bytes(b"edited")
    placed = place(file, b"two", ledger)
    assert placed.path.name == "brief-2.docx"
    assert placed.kept == file
    assert file.read_bytes() == b"edited"
    assert place(file, b"three", ledger).path == placed.path, "our own second file is replaced"
    placed.path.write_bytes(b"edited too")
    assert place(file, b"four", ledger).path.name == "brief-3.docx"


def test_a_file_that_we_know_nothing_of_stands_unless_it_is_the_same(ledger, file):
    file.parent.mkdir()
    file.write_bytes(b"found here")
    assert place(file, b"new", ledger).path.name == "brief-2.docx"
    assert place(file, b"found here", ledger).path == file


def test_a_link_or_a_folder_in_the_way_stands(ledger, file, tmp_path):
    file.parent.mkdir()
    target = tmp_path / "elsewhere.docx"
    target.write_bytes(b"private")
    file.symlink_to(target)
    (file.parent / "brief-2.docx").mkdir()
    assert place(file, b"new", ledger).path.name == "brief-3.docx"
    assert target.read_bytes() == b"private"


def test_a_folder_that_cannot_be_written_is_said(ledger, tmp_path):
    (tmp_path / "out").write_text("a file, not a folder")
    with pytest.raises(OutputError, match=r"brief\.docx"):
        place(tmp_path / "out" / "brief.docx", b"new", ledger)


def test_a_kill_before_the_rename_leaves_what_was_there(ledger, file, monkeypatch):
    place(file, b"one", ledger)
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        place(file, b"two", ledger)
    monkeypatch.undo()
    assert [each.read_bytes() for each in file.parent.iterdir()] == [b"one"]
    assert place(file, b"three", ledger).path == file


def test_a_new_file_stands_beside_others_and_once(file):
    assert [place_new(file, data).name for data in (b"one", b"two", b"one", b"two")] == [
        "brief.docx", "brief-2.docx", "brief.docx", "brief-2.docx",
    ]  # fmt: skip
    assert sorted(each.name for each in file.parent.iterdir()) == ["brief-2.docx", "brief.docx"]


def test_what_a_kill_left_is_swept_once_it_is_nobodys(ledger, file):
    place(file, b"one", ledger)
    old, new = (file.with_name(f".{file.name}.{which}.part") for which in ("old", "new"))
    for part in (old, new, other := file.with_name(".brief.md.old.part")):
        part.write_bytes(b"ha")
        os.utime(part, (0, 0))
    os.utime(new)
    place(file, b"two", ledger)
    assert (old.exists(), new.exists(), other.exists()) == (False, True, True)


def test_an_edit_made_while_the_new_file_is_written_stands(ledger, file, monkeypatch):
    place(file, b"one", ledger)
    monkeypatch.setattr("os.fsync", lambda _: file.write_bytes(b"edited meanwhile"))
    placed = place(file, b"two", ledger)
    assert (placed.kept, file.read_bytes()) == (file, b"edited meanwhile")


def test_a_project_that_was_moved_knows_its_files(tmp_path):
    with open_ledger(tmp_path / "here") as ledger:
        place(tmp_path / "here" / "out" / "a.docx", b"one", ledger)
    (tmp_path / "here").rename(tmp_path / "there")
    with open_ledger(tmp_path / "there") as ledger:
        assert place(tmp_path / "there" / "out" / "a.docx", b"two", ledger).kept is None


def ledger_file(root):
    path = root / ".briefgen" / "ledger.db"
    path.parent.mkdir()
    return path


def test_a_ledger_that_is_no_database_is_said(tmp_path):
    ledger_file(tmp_path).write_bytes(b"not a database" * 100)
    with pytest.raises(OutputError, match="ledger"), open_ledger(tmp_path) as opened:
        opened.writes(tmp_path, "0")


def test_a_ledger_of_a_later_version_is_left_alone(tmp_path):
    path = ledger_file(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(OutputError, match="later version"), open_ledger(tmp_path):
        pass
    assert path.read_bytes() == before


def test_on_a_drive_without_links_a_file_is_put_beside_what_stands_there_all_the_same(tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a.md").write_bytes(b"a person's")
    assert place_new(tmp_path / "a.md", b"ours") == tmp_path / "a-2.md"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"a person's", "a-2.md": b"ours"}
