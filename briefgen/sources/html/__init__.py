"""Reads web pages: the article by trafilatura, and what the page says of the work it is.

Where trafilatura finds no article, or would take too long, the whole page is its text; `clean` finds the article in it.
"""

from briefgen.errors import UnreadableError
from briefgen.sources.html.article import pieces
from briefgen.sources.html.metadata import describe
from briefgen.sources.html.page import parse
from briefgen.sources.pieces import joined
from briefgen.sources.reading import Reading


def read(data: bytes, name: str) -> Reading:
    """Read a web page. `name` is what errors and warnings call it.

    The work holds what the page's metadata says (`Basis.PAGE`), and, for what that leaves open, what the lines around
    the article say (`Basis.TEXT`). Raises UnreadableError where the page holds no words, or too much of anything.
    """
    page = parse(data, name)
    work = describe(page)
    found = [] if page.is_vast else pieces(page, work.title)
    text, hints = joined(found) if found else (page.text, ())
    if not text.strip():
        raise UnreadableError(name, "holds no words (a page that a script fills in is saved without them)")
    return Reading(text, hints, work, page.warnings)
