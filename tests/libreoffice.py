"""LibreOffice, which opens files and saves them as people do."""

import atexit
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest


def convert(kind, into, *files, options=()):
    """Save files as this kind ("pdf"; "docx:MS Word 2007 XML") into a folder, in one run; skips without LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice (soffice)")
    command = ["soffice", _profile(), "--headless", *options, "--convert-to", kind, "--outdir", str(into)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)
    return [into / f"{Path(file).stem}.{kind.partition(':')[0]}" for file in files]


@cache
def _profile():
    """A profile of these tests' own: to make one for each run takes longer than most runs."""
    folder = mkdtemp(prefix="libreoffice-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"-env:UserInstallation={Path(folder).as_uri()}"
