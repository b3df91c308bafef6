"""Finding sources in folders."""

import errno
import os
import sys
from pathlib import Path

import pytest

from briefgen.sources import discover


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "sources"
    for name in [
        "b.txt",
        "a.md",
        "old/c.TXT",
        "old/.hidden.txt",
        ".git/d.txt",
        "sources.csv",
        "old/sources.csv",
        "e.pdf",
    ]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Lamps.", "utf-8")
    return root


def names(found, folder):
    return [str(path.relative_to(folder)) for path in found.files]


def reasons(found, folder):
    return {os.path.relpath(each.path, folder): each.why for each in found.skipped}


def test_folders_are_searched_in_the_order_of_names(folder):
    found = discover([folder])
    assert names(found, folder) == ["a.md", "b.txt", "e.pdf", "old/c.TXT"]
    assert found.skipped == ()


def test_no_file_comes_twice_and_named_files_come_in_their_place(folder):
    found = discover([folder / "b.txt", folder, folder / "old" / ".." / "a.md"])
    assert names(found, folder) == ["b.txt", "a.md", "e.pdf", "old/c.TXT"]


def test_what_is_missing_is_said(folder):
    found = discover([folder / "none", folder / "none.txt"])
    assert found.files == ()
    assert set(reasons(found, folder).values()) == {"there is no such file or folder"}


def test_links_are_not_followed_out_of_the_folder(folder):
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "f.txt").write_text("Lamps.", "utf-8")
    (folder / "out").symlink_to(outside)
    (folder / "out.txt").symlink_to(outside / "f.txt")
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = discover([folder])
    assert names(found, folder) == ["a.md", "b.txt", "e.pdf", "in.txt", "old/c.TXT"]
    assert reasons(found, folder) == {
        "gone.txt": "is a link that leads nowhere",
        "out": "is a link that leads out of the folder",
        "out.txt": "is a link that leads out of the folder",
    }


def test_names_may_hold_anything(folder):
    name = "line\nbreak \x1b[31m 灯台.txt"
    (folder / name).write_text("Lamps.", "utf-8")
    assert name in names(discover([folder]), folder)


def test_what_is_no_ordinary_file_is_passed_over(folder):
    os.mkfifo(folder / "pipe.txt")
    assert reasons(discover([folder]), folder)["pipe.txt"] == "is no ordinary file"


def test_folders_may_be_nested_deeper_than_calls_may(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deep = sys.getrecursionlimit() + 200
    for _ in range(deep):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("Lamps.", "utf-8")
    found = discover([tmp_path])
    Path("a.txt").unlink()
    for _ in range(deep):  # no way of Python's to remove a folder goes so deep
        os.chdir("..")
        Path("d").rmdir()
    assert [path.name for path in found.files] == ["a.txt"]


def test_names_that_are_too_long_are_said(tmp_path):
    name = tmp_path / ("a" * 300 + ".txt")
    deep = tmp_path / ("d/" * 3_000 + "a.txt")
    assert [each.why for each in discover([name, deep]).skipped] == [os.strerror(errno.ENAMETOOLONG)] * 2


def test_what_an_ignore_file_names_is_left_out(folder):
    for name in ("old/drafts/g.txt", "old/keep.txt", "drafts.txt", "deep/old/h.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Lamps.", "utf-8")
    (folder / ".briefgenignore").write_text("# not these\n*.pdf\n/drafts.txt\ndrafts/\n*.TXT\n/old/*.txt\n", "utf-8")
    (folder / "old" / ".briefgenignore").write_text("!keep.txt\n", "utf-8")
    assert names(discover([folder]), folder) == ["a.md", "b.txt", "deep/old/h.txt", "old/keep.txt"]
    assert discover([folder]).skipped == ()


def test_an_ignore_file_says_nothing_of_what_is_named_itself(folder):
    (folder / ".briefgenignore").write_text("*\n", "utf-8")
    assert names(discover([folder, folder / "b.txt"]), folder) == ["b.txt"]


def test_a_maildir_is_what_is_in_cur_and_new(folder):
    for name in ("box/cur/1:2,S", "box/new/2", "box/tmp/3", "tmp/4"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Lamps.", "utf-8")
    assert names(discover([folder / "box", folder / "tmp"]), folder) == ["box/cur/1:2,S", "box/new/2", "tmp/4"]
