"""Which work words are of, in one line of a terminal."""

import re

from briefgen.cli import terminal
from briefgen.model.source import Work


def called(work: Work) -> str:
    """Say of which work words are, as far as it is known: its title, who published it, and when."""
    title = f"“{work.title}”" if work.title else ""
    outlet = work.publisher or work.agency or work.site
    parts = (title, outlet, work.published.in_words if work.published else "")
    return spaced(", ".join(part for part in parts if part))


def spaced(text: str) -> str:
    """Give a text as one line that does nothing to a terminal."""
    return terminal.plain(re.sub(r"\s+", " ", text))
