"""Where a project keeps what is made of it: paths from its root."""

from pathlib import Path

HIDDEN = ".briefgen"
"""The folder of what briefgen keeps for itself; what holds it is the root of a project."""
CORPUS = Path(HIDDEN, "corpus.db")
LEDGER = Path(HIDDEN, "ledger.db")
FETCHED = Path(HIDDEN, "fetched")
OUT = Path("out")
"""The folder that briefs are built into."""
