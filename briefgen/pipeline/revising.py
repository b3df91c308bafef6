"""`diff --docx`: two Word files as one with tracked changes."""

from pathlib import Path

from briefgen import sources
from briefgen.errors import UnreadableError
from briefgen.formats import format_of
from briefgen.pipeline.delivery.editions import is_edition, named
from briefgen.pipeline.earlier import WORD, kept


def revised(old: str, new: str) -> bytes:
    """Give a copy of the Word file `new` with tracked changes: accepted it says what `new` says, rejected what `old`.

    Each is the path of a file, or the name of an edition ("russia/12") of the project around the current folder: its
    Word file, as approved. Raises UnreadableError, UnknownKeyError.
    """
    from briefgen.formats.docx.tracking import tracked  # noqa: PLC0415 - other commands need no lxml

    return tracked(_word_file(old), _word_file(new))


def _word_file(name: str) -> bytes:
    if is_edition(name):
        with named(name) as (edition, ledger):
            data = kept(edition, WORD, ledger)
        if data is None:
            raise UnreadableError(name, "this edition has no Word file")
        return data
    if Path(name).is_dir():
        raise UnreadableError(name, "this is a folder; name the Word file in it")
    data = sources.load_bytes(Path(name))
    if format_of(data).name != WORD:
        raise UnreadableError(name, "only Word files (.docx) are compared with --docx")
    return data
