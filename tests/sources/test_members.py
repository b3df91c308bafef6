"""Files that hold sources, each beside what it should be (`data/NAME.json`), and those made to do harm."""

import bz2
import gzip
import json
import lzma
import tarfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pdf

from briefgen.errors import UnreadableError
from briefgen.sources import archives, file_of, locate, members, sources_in
from briefgen.sources.members import DEPTH
from briefgen.text import canonicalise

DATA = Path(__file__).parent / "data"
CONTAINERS = [path for path in sorted(DATA.iterdir()) if path.with_name(f"{path.name}.json").exists()]
CONTAINERS = [path for path in CONTAINERS if path.suffix not in {".txt", ".md"}]
NOTE = b"The old crane at the southern quay was taken down on Monday.\n"


def outcome(unread):
    """What a source reads as, as plain data; a container without words of its own is {}."""
    try:
        reading = unread.read()
    except UnreadableError as error:
        return {"why": error.why or "no reason"}
    if not reading.text:
        return {}
    assert canonicalise(reading.text) == reading.text
    return {
        "work": {field: str(getattr(reading.work, field)) for field, _ in reading.work.bases},
        "text": reading.text.split("\n"),
        "hints": [[hint.role.value, hint.span.of(reading.text)] for hint in reading.hints],
    }


def outcomes(data, name):
    return {unread.path: outcome(unread) for unread in sources_in(data, name)}


def texts(data, name):
    return {
        path: "\n".join(found.get("text", [])) or found.get("why", "") for path, found in outcomes(data, name).items()
    }


def zipped(*files):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*files):
    out = BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("path", CONTAINERS, ids=lambda path: path.name)
def test_a_container_reads_as_expected(path):
    assert outcomes(path.read_bytes(), path.name) == json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))


def test_archives_hold_anything_and_one_another():
    inner = zipped(("note.txt", NOTE), ("report.pdf", pdf([[(72, 700, 11, "The quay is shut.")]])))
    held = zipped(("deep/inner.zip", inner), ("b.md", b"# Quays\n\nMended."), ("._b.md", NOTE), ("__MACOSX/b.md", NOTE))
    assert texts(tarred(("clips.zip", held), ("../../etc/a.txt", NOTE)), "all.tar") == {
        "all.tar": "",
        "all.tar/clips.zip": "",
        "all.tar/clips.zip/deep/inner.zip": "",
        "all.tar/clips.zip/deep/inner.zip/note.txt": NOTE.decode(),
        "all.tar/clips.zip/deep/inner.zip/report.pdf": "The quay is shut.",
        "all.tar/clips.zip/b.md": "Quays\n\nMended.",
        "all.tar/etc/a.txt": NOTE.decode(),
    }


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_what_is_packed_in_it(pack):
    assert texts(pack(NOTE), "note.txt.z") == {"note.txt.z": NOTE.decode()}
    assert list(texts(pack(tarred(("a.txt", NOTE))), "all.tgz")) == ["all.tgz", "all.tgz/a.txt"]
    (damaged,) = texts(pack(NOTE * 99)[:-9], "note.txt.z").values()
    assert "damaged" in damaged


def test_bombs_are_named_and_nothing_of_them_is_kept(monkeypatch):
    bomb = bytes(30_000_000)
    assert texts(gzip.compress(bomb), "a.txt.gz") == {"a.txt.gz": "unpacks to more than any source holds"}
    assert texts(zipped(("a.txt", bomb), ("b.txt", NOTE)), "a.zip") == {
        "a.zip": "",
        "a.zip/a.txt": "unpacks to more than any source holds",
        "a.zip/b.txt": NOTE.decode(),
    }
    monkeypatch.setattr(archives, "UNPACKED", 50)
    assert "unpacks" in texts(lzma.compress(NOTE), "a.txt.xz")["a.txt.xz"]


def test_containers_may_be_nested_and_have_members_so_far(monkeypatch):
    data = zipped(("note.txt", NOTE))
    for _ in range(DEPTH + 2):
        data = zipped(("inner.zip", data))
    found = texts(data, "a.zip")
    assert "deeper ones are not opened" in list(found.values())[-1]
    monkeypatch.setattr(members, "MEMBERS", 2)
    assert "left unread" in texts(zipped(*((f"{i}.txt", NOTE) for i in range(4))), "a.zip")["a.zip"]


def test_names_of_members_are_harmless_and_come_once():
    held = zipped(("a\nb\x1b.txt", NOTE), ("/c.txt", NOTE), ("d\\..\\c.txt", NOTE), ("../", b""))
    assert list(texts(held, "a.zip")) == ["a.zip", r"a.zip/a\nb\x1b.txt", "a.zip/c.txt", "a.zip/d/c.txt"]
    twice = tarred(("a.txt", NOTE), ("a.txt", NOTE), ("a.txt", NOTE))
    assert list(texts(twice, "a.tar"))[1:] == ["a.tar/a.txt", "a.tar/a (2).txt", "a.tar/a (3).txt"]


def test_a_mail_in_a_mail_is_a_source_and_so_is_what_is_attached_to_it():
    letter = (DATA / "letter.eml").read_bytes()
    head = b"From: bo@port.example\r\nSubject: Fwd\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    parts = b"--x\r\n\r\nSee below.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + letter.replace(b"\n", b"\r\n")
    found = texts(head + parts + b"\r\n--x--\r\n", "fwd.eml")
    assert list(found) == ["fwd.eml", "fwd.eml/part-3.eml", "fwd.eml/part-3.eml/timetable.txt"]
    assert found["fwd.eml"] == "See below."
    assert found["fwd.eml/part-3.eml"].startswith("The northern quay")


def test_mails_nested_without_end_have_an_end():
    head = b"Received: x\nFrom: a@b.example\nTo: c@d.example\nSubject: deep\n"
    deep = head + b"".join(b"Content-Type: message/rfc822\n\n" for _ in range(3_000)) + b"\n\nwords"
    parts = head + b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(900))
    for data in (deep, parts):
        assert all("text" not in found or len(found["text"]) < 9 for found in outcomes(data, "a.eml").values())


def test_a_feed_of_entities_is_no_feed():
    entities = b"".join(b'<!ENTITY e%d "&e%d;&e%d;">' % (i + 1, i, i) for i in range(200))
    data = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "aaaa">' + entities + b"]><rss><channel><item><title>&e99;"
    found = texts(data, "a.xml")
    assert len(found) == 1
    assert all(len(words) < 200 for words in found.values())


def test_a_row_is_the_same_whatever_stands_in_columns_that_are_not_read():
    one, other = b"title,text,views\na,Crane gone.,1\n", b"views,text,title\n2,Crane gone.,a\n"
    first, second = ([each.sha256 for each in sources_in(data, "a.csv")] for data in (one, other))
    assert first[0] != second[0]
    assert first[1] == second[1]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"a,b\n1,2\n", "a.csv", "no column is called text"),
        (b'{"a": 1}', "a.json", "without a text"),
        (b"[1, 2]", "a.json", "no JSON that holds sources"),
        (b"[" * 100_000, "a.json", "no JSON"),
        (b"PK\x03\x04" + bytes(60), "a.zip", "damaged"),
        (b"<rss><channel></channel></rss>", "a.rss", "without entries"),
        (b"TY  - NEWS\nTI  - a\nER  - \n", "a.txt", "a RIS library"),
        (b"words", "a.mbox", "no line in it begins a message"),
    ],
)
def test_what_cannot_be_read_says_why(data, name, why):
    assert any(why in said for said in texts(data, name).values())


def test_a_source_in_a_container_is_found_by_its_path(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped(("deep/b.zip", zipped(("note.txt", NOTE)))))
    inside = locate(tmp_path / "a.zip" / "deep" / "b.zip" / "note.txt")
    assert inside.read().text == NOTE.decode()
    assert file_of(tmp_path / "a.zip" / "deep" / "b.zip") == file_of(tmp_path / "a.zip") == tmp_path / "a.zip"
    assert file_of(tmp_path / "none.zip" / "a.txt") is None
    for missing in ("a.zip/none.txt", "none.zip/a.txt"):
        with pytest.raises(UnreadableError):
            locate(tmp_path / missing)


SUFFIXES = "pdf docx zip tar gz xz bz2 eml mbox html rss json jsonl csv ris bib txt md xyz"
HEADS = [
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00",
    b"<rss><channel><item>", b"<html><p>", b"Received: a\nFrom: b\nTo: c\n\n", b"title,text\n",
    b"From a@b.example Tue Feb  7 09:12:00 2023\n", b'{"text": "', b'[{"text": "a"},', b"TY  - NEWS\n",
    b"@book{a, title = {", b'{"version": "https://jsonfeed.org/version/1", "items": [',
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=200), st.sampled_from(SUFFIXES.split()))
def test_any_bytes_are_sources_or_stated_reasons(head, tail, suffix):
    found = outcomes(head + tail, f"file.{suffix}")
    assert found
    assert {"why": "no reason"} not in found.values()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CONTAINERS), st.data())
def test_any_damage_leaves_sources_or_stated_reasons(path, data):
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert outcomes(bytes(content[: data.draw(st.integers(1, len(content)))]), path.name)


@pytest.mark.parametrize("kind", ["feeds", "mails", "office", "pdfs"])
def test_files_that_are_broken_on_purpose_end_as_sources_or_reasons(kind, shared):
    """Some of them: `benchmarks/badfiles.py` reads them all."""
    with tarfile.open(shared / "data" / "bad_files" / f"{kind}.tar.xz") as archive:
        for number, entry in enumerate(each for each in archive if each.isfile()):
            if number % 40 == 0:
                data = archive.extractfile(entry).read()
                assert outcomes(data, entry.name)


def test_the_exports_of_the_real_data_read_as_they_are(shared):
    corpora = shared / "data" / "corpora"
    news = sources_in((corpora / "news_2017.csv.xz").read_bytes(), "news.csv.xz")
    first = [next(news), *(each for each, _ in zip(news, range(20), strict=False))]
    assert [each.path for each in first[:3]] == ["news.csv.xz", "news.csv.xz/1", "news.csv.xz/2"]
    work = first[1].read().work
    assert work.title
    assert work.url.startswith("http")
    assert str(work.published) == "2017-02-07"
