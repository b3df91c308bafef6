"""Reference libraries: what they say, and of which files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.source import Basis, Work
from briefgen.sources import Libraries
from briefgen.sources.bibliography import references
from briefgen.sources.recognising import Kind, recognise

DATA = Path(__file__).parent / "data"
SAID = {
    "works.ris": ("Two ferries for the quay", "Ada Quill; Bo Reed", ("ferries.pdf",)),
    "works.bib": ("Two Ferries for the quay – and a crané", "Ada Quill; Bo Reed", ("ferries.pdf",)),
    "works.json": ("Two ferries for the quay", "Ada Quill; Harbour Desk", ()),
}


@pytest.mark.parametrize("name", SAID)
def test_a_library_says_what_a_work_is(name):
    data = (DATA / name).read_bytes()
    (found,) = references(data.decode(), recognise(data, name))
    title, author, files = SAID[name]
    assert (found.work.title, found.work.author, found.files) == (title, author, files)
    assert (found.work.publisher, str(found.work.published)) == ("Harbour News", "2023-02-07")
    assert found.work.url == "https://port.example/ferries"
    assert {basis for _, basis in found.work.bases} == {Basis.LIBRARY}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "works.ris").write_bytes((DATA / "works.ris").read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Ferries.PDF", Work()),
        ("deep/ferries.pdf", Work()),
        ("deep/clips.zip/ferries.pdf", Work()),
        ("a.txt", Work(title="Two Ferries, for the Quay")),
        ("a.txt", Work(url="http://www.port.example/ferries/#top")),
    ],
)
def test_a_file_is_found_by_its_name_its_title_or_its_address(folder, path, said):
    assert Libraries([folder]).work_of(folder / path, said).publisher == "Harbour News"


def test_what_a_library_does_not_know_it_says_nothing_of(folder):
    libraries = Libraries([folder / "deep"])
    assert libraries.work_of(folder / "deep" / "ferries.pdf", Work()) == Work(), "it lies above the sources"
    assert Libraries([folder]).work_of(folder / "other.txt", Work(title="Cranes")) == Work()
    assert libraries.version(folder / "deep" / "a.txt") == ""


def test_only_libraries_are_libraries(folder):
    (folder / "data.json").write_text('[{"text": "Words."}]')
    (folder / "broken.json").write_bytes(b'{"type": "article", "title": "' + bytes(9))
    libraries = Libraries([folder])
    assert [libraries.is_library(folder / name) for name in ("works.ris", "data.json", "none.bib")] == [
        True,
        False,
        False,
    ]
    assert libraries.version(folder / "a.txt")
    assert [path.name for path, _ in libraries.unreadable] == ["broken.json"]


@given(
    st.text(st.sampled_from('@{}",=\\\n a1TYERTI-:[]'), max_size=80), st.sampled_from([Kind.CSL, Kind.RIS, Kind.BIBTEX])
)
def test_any_text_is_a_library_of_some_works_or_none(text, kind):
    assert isinstance(references(text, kind), tuple)


def test_libraries_made_to_be_read_for_ever_are_not():
    for text in ("@abc{b, " * 20_000, "@abc{b, c = {" * 20_000, "@abc{b, c = " + "{" * 100_000):
        assert references(text, Kind.BIBTEX) == ()
