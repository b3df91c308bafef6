"""What a file is, whatever it is called."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnreadableError
from briefgen.sources.recognising import Kind, recognise

DATA = Path(__file__).parent / "data"


def office(*names):
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


SHAPES = [
    (b"%PDF-1.7\n", Kind.PDF),
    (b"\n\n%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", Kind.PDF),
    (b"Junk before it\n\n%PDF-1.1\n1 0 obj\n", Kind.PDF),
    (office("[Content_Types].xml", "word/document.xml"), Kind.WORD),
    (office("a.txt"), Kind.ZIP),
    (b"\x1f\x8b\x08\x00", Kind.GZIP),
    (b"\xfd7zXZ\x00", Kind.XZ),
    (b"BZh91AY", Kind.BZIP2),
    (bytes(257) + b"ustar" + bytes(250), Kind.TAR),
    (b"\xef\xbb\xbf<!DOCTYPE html><p>a", Kind.HTML),
    (b"<?xml version='1.0'?>\n<!-- a --><html>", Kind.HTML),
    (b"<?xml version='1.0'?><!-- a --><!-- b -->\n<feed xmlns='a'>", Kind.FEED),
    (b"<rdf:RDF>", Kind.FEED),
    (b"Received: from a\n by b\nFrom: c\nDate: d\n\n", Kind.MAIL),
    (b"From a@b.example Tue Feb  7 09:12:00 2023\nSubject: a\n", Kind.MBOX),
    (b'{"a": 1}\n{"a": 2}\n', Kind.LINES),
    (b'{"version": "https://jsonfeed.org/version/1.1"}', Kind.JSON_FEED),
    (b'[{"type": "webpage", "title": "a"}]', Kind.CSL),
    (b"TY  - NEWS\r\nTI  - a\r\n", Kind.RIS),
    (b"@article{a,\n title = {b}}", Kind.BIBTEX),
]


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a", "a.xyz"])
@pytest.mark.parametrize(("data", "kind"), SHAPES, ids=lambda each: str(each)[:20])
def test_content_is_stronger_than_a_name(data, kind, name):
    if name == "a.txt" and kind is Kind.BIBTEX:
        name = "a.bib"  # a text may quote BibTeX, and its name says that it is a text
    assert recognise(data, name) is kind or (name == "a.docx" and kind is Kind.ZIP)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.TXT", Kind.TEXT), ("a.md", Kind.MARKDOWN), ("a.csv", Kind.CSV), ("a.html", Kind.HTML), ("a.eml", Kind.MAIL)],
)
def test_what_looks_like_nothing_is_what_its_name_says(name, kind):
    assert recognise(b"From: the harbour\nwe write, in {brackets}, of <cranes>.", name) is kind


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"Words.", "a.xyz", "no reader knows such names"),
        (b"Words.", "a.pdf", "no reader knows such names"),
        (b"\x89PNG\r\n", "a.png", "a picture"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "an old Office or Outlook file"),
        (office("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", "a spreadsheet or slides"),
        (office("mimetype", "content.xml"), "a.odt", "an OpenDocument file"),
    ],
)
def test_what_is_not_read_says_what_would_be(data, name, why):
    with pytest.raises(UnreadableError, match=why):
        recognise(data, name)


def test_a_head_made_to_be_looked_at_for_ever_is_not():
    for part in (b"<!---->", b"<!-- ", b"<?a?>", b" ", b"a: b\n", b"<!doctype a>"):
        assert recognise(part * 5_000, "a.txt") in set(Kind)


@given(st.binary(max_size=100))
def test_anything_is_something_or_says_why(data):
    try:
        found = recognise(data, "a.txt")
    except UnreadableError as error:
        found = error.why
    assert found
