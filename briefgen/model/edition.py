"""An edition: a brief as it left the house, or waits to, and its way to each recipient."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefgen.model.place import Span


class State(StrEnum):
    """How far an edition is. Only an approved one is delivered."""

    HELD = "held"
    """Built, and waits for a person's approval."""
    APPROVED = "approved"
    """Its bytes are frozen, and go out or went out."""
    REPLACED = "replaced"
    """Built again, or overtaken by a later one, before anybody approved it."""
    EMPTY = "nothing new"
    """Its day came and there was nothing to say that an earlier edition had not said."""
    MISSED = "missed"
    """Its day came while nothing ran, and passed too long ago to be caught up."""


class Outcome(StrEnum):
    """How far a delivery is."""

    WAITING = "waiting"
    """To be tried at its `due` time, for the first time or again."""
    SENDING = "sending"
    """Handed to the server, and no answer is known: after a crash it is tried again under the same Message-ID."""
    SERVED = "served"
    """Accepted by the server, or in its folder."""
    REFUSED = "refused"
    """Refused for good, or given up after the last try."""


class Way(StrEnum):
    """The ways out of the house."""

    MAIL = "mail"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A file of an edition: its name, its format, and the SHA-256 (hexadecimal) under which its bytes are kept."""

    name: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Printed:
    """An excerpt that stands in an edition: its id, document and span there, the key of its topic, and its words.

    `outlet` is who published the document, as far as that was known.
    """

    excerpt: str
    document: str
    span: Span
    topic: str
    words: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that a person lets stand: its `mark` (kind and opening words, as proof says them), and why."""

    mark: str
    why: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a brief. `brief` is the config's name; `number` counts its editions from 1.

    `slot` is the moment of the schedule that it belongs to (UTC), None for one that was built by hand. `record` is the
    digest of its public record. `folder` is where its files were put, as the way from the project root. `arrived` is
    the corpus's mark of what had arrived when it was built. `files` are those that are kept of it: as built while it
    is held, as approved from then on; the whole brief ("json") among them.
    """

    brief: str
    number: int
    as_of: date
    title: str
    state: State
    built: datetime
    slot: datetime | None = None
    approved: datetime | None = None
    record: str = ""
    folder: str = ""
    arrived: str = ""
    files: tuple[Frozen, ...] = ()
    excerpts: tuple[Printed, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    @property
    def key(self) -> str:
        """Its name: "russia/12"."""
        return f"{self.brief}/{self.number}"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where an edition goes: the way, and the address of a person or the path of a folder."""

    way: Way
    address: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """An edition on its way to one recipient: a row of the outbox. Times are UTC.

    `token` names its message (the local part of the Message-ID) and is the same at every try. `due` is when it is tried
    next, `changed` when `outcome` last changed; `answer` is what the server, or the disk, last said.
    """

    number: int
    edition: str
    recipient: Recipient
    outcome: Outcome
    due: datetime
    changed: datetime
    attempts: int = 0
    token: str = ""
    answer: str = ""
