"""Where a project keeps what is made of it, and how it names files: by the way from its root."""

import os
from pathlib import Path

HIDDEN = ".briefgen"
"""The folder of what briefgen keeps for itself; what holds it is the root of a project."""
CORPUS = Path(HIDDEN, "corpus.db")
LEDGER = Path(HIDDEN, "ledger.db")
FETCHED = Path(HIDDEN, "fetched")
OUT = Path("out")
"""The folder that briefs are built into."""


def way(path: Path, root: Path) -> str:
    """Give the way from `root` to a path, with forward slashes; the whole path where there is none (another drive)."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return path.absolute().as_posix()
