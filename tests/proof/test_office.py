"""The same edited files, opened and saved by LibreOffice: as .docx, and by way of .fodt, its own format unpacked."""

from dataclasses import replace

import pytest
from hypothesis import settings
from libreoffice import convert
from test_edited import check
from word_edits import EDITS, Word

from briefgen.model.claim import Kind

NAMES = {f"edit{number}": name for number, name in enumerate(EDITS)}
# By way of .fodt a file is converted twice: all go that way with --hypothesis-profile=thorough, else every third.
WAYS = {"docx": list(NAMES), "fodt": list(NAMES)[:: 1 if settings.default.max_examples > 100 else 3]}


@pytest.fixture(scope="session")
def saved(original, tmp_path_factory):
    """The folder of the edited files as LibreOffice saved them, by the way they went: in two runs, for each is slow."""
    edited, own, kept = (tmp_path_factory.mktemp(name) for name in ("edited", "own", "kept"))
    files = {"docx": [], "fodt": []}
    for stem, name in NAMES.items():
        word = Word(original)
        EDITS[name].change(word)
        for way in (way for way, stems in WAYS.items() if stem in stems):
            files[way].append(edited / f"{stem} {way}.docx")
            files[way][-1].write_bytes(word.saved())
    convert("docx", kept, *files["docx"], *convert("fodt", own, *files["fodt"]))
    return kept


# What LibreOffice does not keep: an insertion that is deleted again becomes an insertion; the source line of a
# quotation that was moved away is set as a quotation.
KEPT_OTHERWISE = {
    ("a word inserted and deleted again, tracked", "docx"): [(Kind.ALTERED, 2)],
    ("a word inserted and deleted again, tracked", "fodt"): [(Kind.ALTERED, 2)],
    ("a paragraph moved, tracked", "docx"): [(Kind.UNKNOWN, 0)],
}


@pytest.mark.parametrize(("stem", "way"), [(stem, way) for way, stems in WAYS.items() for stem in stems])
def test_a_file_that_libreoffice_saved(stem, way, saved, bench, recorded, tmp_path):
    edit = EDITS[NAMES[stem]]
    # By way of .fodt the record is lost.
    expected = KEPT_OTHERWISE.get((NAMES[stem], way), edit.expected if way == "docx" else edit.unrecorded)
    lost = {number for _, number in edit.expected} if way == "fodt" else set()
    data = (saved / f"{stem} {way}.docx").read_bytes()
    check(expected, data, replace(bench, ledger=None), recorded, tmp_path, lost)
