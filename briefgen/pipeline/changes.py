"""What changed since the last edition of a brief, as a Word file with tracked changes."""

from dataclasses import dataclass
from datetime import date

from briefgen.errors import NoChangesError, UnreadableError
from briefgen.ledger import open_ledger
from briefgen.model.settings import Settings
from briefgen.pipeline.earlier import WORD, kept, last


@dataclass(frozen=True, slots=True)
class Changes:
    """The bytes of a Word file with tracked changes, and the name of the edition that it has when they are rejected."""

    data: bytes
    since: str


def since_last(settings: Settings, through: date, new: bytes | None) -> Changes:
    """Give a copy of the Word file `new` of a brief in which all that its last edition says otherwise is tracked.

    That is the last one up to those of the day `through`, as it was approved. Raises NoChangesError where there is
    none, where it has no Word file or one that cannot be compared, and where `new` is None.
    """
    if new is None:
        raise NoChangesError("the brief has no Word file; add docx to its formats")
    with open_ledger(settings.root) as ledger:
        edition = last(ledger, settings.name, through)
        if edition is None:
            raise NoChangesError(f"{settings.name} has no edition up to {through}")
        old = kept(edition, WORD, ledger)
    if old is None:
        raise NoChangesError(f"{edition.key}, the last edition, has no Word file")
    from briefgen.formats.docx.tracking import tracked  # noqa: PLC0415 - most builds need none of it

    try:
        return Changes(tracked(old, new), edition.key)
    except UnreadableError as error:
        raise NoChangesError(f"the Word file of {edition.key} cannot be compared: {error.why}") from error
