"""Word files (.docx): written from a composition, and read again for what they claim.

Writing needs python-docx, reading only lxml; each is imported when it is used.
"""

from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Finished


def write(composition: Composition, look: Look) -> bytes:
    """Give the Word file of a composition; see `briefgen.formats.docx.writer.write`."""
    from briefgen.formats.docx.writer import write  # noqa: PLC0415 - python-docx takes a tenth of a second to import

    return write(composition, look)


def read(data: bytes) -> Finished:
    """Give what a Word file says; see `briefgen.formats.docx.reading.read`."""
    from briefgen.formats.docx.reading import read  # noqa: PLC0415 - as above, for lxml

    return read(data)
