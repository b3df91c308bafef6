"""PDF files: the pages of a brief, written by WeasyPrint, and any PDF read for what it claims.

Writing needs the extra `briefgen[pdf]`, reading pypdfium2; each is imported when it is used.
"""

from briefgen.model.brief import Composition, Look, Made
from briefgen.model.claim import Finished


def write(composition: Composition, look: Look) -> bytes:
    """Give the PDF of a composition; see `briefgen.formats.pdf.writer.write`."""
    from briefgen.formats.pdf.writer import write  # noqa: PLC0415 - WeasyPrint takes half a second to import

    return write(composition, look)


def make(composition: Composition, look: Look) -> Made:
    """Give the PDF of a composition, and what it shows as boxes; see `briefgen.formats.pdf.writer.make`."""
    from briefgen.formats.pdf.writer import make  # noqa: PLC0415 - as above

    return make(composition, look)


def read(data: bytes) -> Finished:
    """Give what a PDF says; see `briefgen.formats.pdf.reading.read`."""
    from briefgen.formats.pdf.reading import read  # noqa: PLC0415 - the library is large

    return read(data)
