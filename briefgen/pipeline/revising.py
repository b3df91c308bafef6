"""`diff --docx`: two Word files as one with tracked changes."""

from pathlib import Path

from briefgen import sources
from briefgen.errors import UnreadableError
from briefgen.formats import format_of


def revised(old: Path, new: Path) -> bytes:
    """Give a copy of the Word file `new` with tracked changes: accepted it says what `new` says, rejected what `old`.

    Raises UnreadableError.
    """
    files = [(path, sources.load_bytes(path)) for path in (old, new)]
    for path, data in files:
        if format_of(data).name != "docx":
            raise UnreadableError(str(path), "only Word files (.docx) are compared with --docx")
    from briefgen.formats.docx.tracking import tracked  # noqa: PLC0415 - other commands need no lxml

    return tracked(files[0][1], files[1][1])
