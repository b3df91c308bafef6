"""Word files (.docx): written from a composition, and read again for what they claim.

Writing needs python-docx, reading only lxml; each is imported when it is used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.formats.docx.examining import Examined
    from briefgen.model.brief import Composition, Look
    from briefgen.model.claim import Finished


def write(composition: "Composition", look: "Look") -> bytes:
    """Give the Word file of a composition; see `briefgen.formats.docx.writer.write`."""
    from briefgen.formats.docx.writer import write  # noqa: PLC0415 - python-docx takes a tenth of a second to import

    return write(composition, look)


def examine(look: "Look") -> "Examined":
    """Say what a reference document lacks; see `briefgen.formats.docx.examining.examine`."""
    from briefgen.formats.docx.examining import examine  # noqa: PLC0415 - as above

    return examine(look)


def known_roles() -> frozenset[str]:
    """Give the roles of paragraphs and of groups that Word has a style for."""
    from briefgen.formats.docx.blocks import GROUPS  # noqa: PLC0415 - as above
    from briefgen.formats.docx.styles import ROLES  # noqa: PLC0415 - as above

    return frozenset((*ROLES, *GROUPS))


def read(data: bytes) -> "Finished":
    """Give what a Word file says; see `briefgen.formats.docx.reading.read`."""
    from briefgen.formats.docx.reading import read  # noqa: PLC0415 - as above, for lxml

    return read(data)
