"""The same edited files, opened and saved by LibreOffice: as .docx, and by way of .odt."""

import shutil
import subprocess

import pytest
from test_edited import check
from word_edits import EDITS, Word

NAMES = {f"edit{number}": name for number, name in enumerate(EDITS)}


def convert(folder, kind, into):
    """Have LibreOffice convert every file of a folder, under a profile of its own."""
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    files = sorted(map(str, folder.iterdir()))
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(into / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return into / "out"


@pytest.fixture(scope="session")
def saved(original, tmp_path_factory):
    """The edited files as LibreOffice saved them, by the way they went."""
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice (soffice)")
    edited, *ways = (tmp_path_factory.mktemp(name) for name in ("edited", "docx", "odt", "back"))
    for stem, name in NAMES.items():
        word = Word(original)
        EDITS[name].change(word)
        (edited / f"{stem}.docx").write_bytes(word.saved())
    docx = convert(edited, "docx", ways[0])
    odt = convert(edited, "odt", ways[1])
    return {"docx": docx, "odt": convert(odt, "docx", ways[2])}


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize("stem", NAMES)
def test_a_file_that_libreoffice_saved(stem, way, saved, either, recorded, tmp_path):
    check(NAMES[stem], (saved[way] / f"{stem}.docx").read_bytes(), either, recorded, tmp_path)
