"""What is carried, what carries it, and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefgen.deliver.access import Access
from briefgen.model.edition import Outcome


@dataclass(frozen=True, slots=True)
class Parcel:
    """An edition for one recipient: a `message` for a way of mail, `files` (names and bytes) for a folder."""

    address: str
    sender: str = ""
    message: bytes = b""
    files: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """How a try ended: served, refused for good, or waiting for another try; `words` are what a person is told."""

    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True)
class Means:
    """What carriers need: `access` gives the way into the server, and `place` puts a file where nothing else stands.

    `access` is called when the first mail is to be sent, and may raise DeliveryError.
    """

    access: Callable[[], Access]
    place: Callable[[Path, bytes], Path]


class Carrier(Protocol):
    """Carries parcels, one after another, and keeps what it has open until it is closed."""

    def carry(self, parcel: Parcel) -> Reply:
        """Carry one parcel. Whatever goes wrong is a reply, never an error."""

    def close(self) -> None:
        """Let go of what is open."""
