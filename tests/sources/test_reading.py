"""Readers, each input beside what it should be: `data/NAME` and `data/NAME.json`."""

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis
from briefgen.sources import TEXTS, Reading, load_bytes, read
from briefgen.sources.loading import LIMIT
from briefgen.text import canonicalise

INPUTS = sorted(path for path in (Path(__file__).parent / "data").iterdir() if path.suffix in TEXTS)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_reads_as_expected(path):
    reading = read(load_bytes(path), path.name)
    assert {
        "work": {field: str(getattr(reading.work, field)) for field, _ in reading.work.bases},
        "text": reading.text.split("\n"),
        "hints": [[hint.role.value, hint.span.of(reading.text)] for hint in reading.hints],
        "warnings": list(reading.warnings),
    } == json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    assert {basis for _, basis in reading.work.bases} == {Basis.FRONT_MATTER}


def outcome(data, name):
    """The reading, or the reason why there is none."""
    try:
        return read(data, name)
    except UnreadableError as error:
        return error


@given(st.binary(max_size=300), st.sampled_from(sorted(TEXTS)))
def test_any_bytes_are_a_reading_or_a_stated_reason(data, suffix):
    check(outcome(data, f"note{suffix}"))


@given(st.text(max_size=300), st.sampled_from(sorted(TEXTS)), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_a_reading_or_a_stated_reason(text, suffix, encoding):
    check(outcome(text.encode(encoding, "surrogatepass"), f"note{suffix}"))


def check(reading: Reading | UnreadableError) -> None:
    """What holds for every reading, and for every reason."""
    if isinstance(reading, UnreadableError):
        assert reading.what.startswith("note.")
        assert reading.why
        return
    assert reading.text.strip()
    assert canonicalise(reading.text) == reading.text
    ends = [0, *(place for hint in reading.hints for place in (hint.span.start, hint.span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(reading.text)


@given(text=st.text(st.one_of(st.characters(exclude_categories=["Cc", "Cs"]), st.sampled_from("\n\r\t")), max_size=200))
def test_the_offsets_of_plain_text_are_those_of_the_file(text, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "note.txt"
    path.write_text("Lamps. " + text, encoding="utf-8", errors="replace", newline="")
    assert read(path.read_bytes(), path.name).text == canonicalise(path.read_text("utf-8"))


def test_emphasis_that_no_one_can_follow_is_plain_text():
    source = "The " + "*lamps _were " * 2000 + "lit_ here* " * 2000 + "at night."
    reading = read(source.encode(), "a.md")
    assert reading.text == source
    assert len(reading.warnings) == 1
    assert reading.warnings[0].startswith("a.md has more emphasis within emphasis")


@pytest.mark.parametrize("name", ["a.TXT", "a.b.Md", "a.markdown"])
def test_suffixes_are_known_whatever_their_case(name):
    assert read(b"The lamps were lit.", name).text == "The lamps were lit."


def test_text_of_an_unknown_name_lists_the_known_ones():
    with pytest.raises(UnreadableError, match=r"\.txt.*\.md"):
        read(b"words", "a.xyz")


def test_what_only_holds_sources_is_none():
    with pytest.raises(UnreadableError, match="is a table: it holds sources and is none itself"):
        read(b"title,text\na,b\n", "a.csv")


def test_a_file_that_changes_while_it_is_read_is_read_again_and_then_left(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Lamps.")
    look, inode = os.fstat, path.stat().st_ino
    sizes = [1, 2, 3, 3, 1, 2, 3, 4]

    def changing(number):
        status = look(number)
        return SimpleNamespace(st_size=sizes.pop(0), st_mtime_ns=0) if status.st_ino == inode else status

    monkeypatch.setattr(os, "fstat", changing)
    assert load_bytes(path) == b"Lamps."
    with pytest.raises(UnreadableError, match="changes while it is read"):
        load_bytes(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UnreadableError, match="has 50 MB; the limit is 20 MB"):
        load_bytes(path)
    with pytest.raises(UnreadableError, match="the limit is 20 MB"):
        read(b"a" * (LIMIT + 1), "large.txt")


def test_what_is_no_file_says_so(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for name, why in [
        ("none.txt", "no such file"),
        (".", "a folder"),
        ("pipe.txt", "no ordinary file"),
        ("a\0b", "null"),
    ]:
        with pytest.raises(UnreadableError, match=why):
            load_bytes(tmp_path / name)
