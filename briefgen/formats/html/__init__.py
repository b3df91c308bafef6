"""HTML files: one page that stands alone, written from a composition, and any page read for what it claims.

The modules that do so are imported when they are used: they need lxml.
"""

from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Finished


def write(composition: Composition, look: Look) -> bytes:
    """Give the HTML file of a composition; see `briefgen.formats.html.page.page`."""
    from briefgen.formats.html.page import page  # noqa: PLC0415 - lxml takes a while to import

    return page(composition, look).encode()


def read(data: bytes) -> Finished:
    """Give what an HTML file says; see `briefgen.formats.html.reading.read`."""
    from briefgen.formats.html.reading import read  # noqa: PLC0415 - as above

    return read(data)
