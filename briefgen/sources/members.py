"""Sources in files: most files are one, a container holds several, and those may be containers again.

A member is a source like any other; its path is that of its container, a stroke, and its name there
(`clips.zip/inner/page.html`, `mail.mbox/3`), so that a corpus, a scope and a citation need to know nothing of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import UnreadableError
from briefgen.sources.loading import CONTAINER_LIMIT, load_bytes
from briefgen.sources.names import member_name, shown
from briefgen.sources.reading import Reading, bounded, reader
from briefgen.sources.recognising import LIBRARIES, PACKED, Kind, recognise

DEPTH = 5
"""Containers in one another; what is deeper is not opened."""
MEMBERS, BYTES = 100_000, 4_000_000_000
"""One file holds at most so many members, and so many bytes of them."""


class Member(NamedTuple):
    """A member of a container: its name there, and its bytes, or why they are not to be had.

    `kind` is what they are, where that is known; otherwise they are looked at.
    """

    name: str
    data: bytes
    kind: Kind | None = None
    why: str = ""


Opener = Callable[[bytes, str], Iterator[Member]]
"""Gives the members of a container, one at a time. Raises UnreadableError, also between two of them."""

_OPENERS = {
    Kind.ZIP: ("archives", "unzipped"),
    Kind.TAR: ("archives", "untarred"),
    Kind.MAIL: ("mail", "attachments"),
    Kind.MBOX: ("mail", "mails"),
    Kind.FEED: ("feeds", "entries"),
    Kind.JSON_FEED: ("feeds", "items"),
    Kind.CSV: ("exports", "rows"),
    Kind.LINES: ("exports", "lines"),
    Kind.JSON: ("exports", "objects"),
}


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that was found: its path, the SHA-256 of its bytes, and how to read it (raises UnreadableError).

    A container that has no words of its own reads as a text without any.
    """

    path: str
    sha256: str
    read: Callable[[], Reading]


def sources_in(data: bytes, path: str) -> Iterator[Unread]:
    """Give what a file is or holds, itself first, each when it is asked for. Raises nothing: what is wrong is read."""
    return _Walk().walk(data, path, sha256(data).hexdigest())


def locate(path: Path) -> Unread:
    """Give the source at `path`, which may lead into a container (`clips.zip/page.html`).

    Raises UnreadableError where there is none.
    """
    file = file_of(path) or path
    found = sources_in(load_bytes(file, CONTAINER_LIMIT), str(file))
    if inside := next((each for each in found if Path(each.path) == path), None):
        return inside
    raise UnreadableError(str(path), f"there is no such source in {file}")


def file_of(path: Path) -> Path | None:
    """Give the file that `path` is or leads into; None where there is none."""
    try:
        there = next((each for each in (path, *path.parents) if each.exists()), None)
        return there if there and there.is_file() else None
    except OSError:  # a name that is too long
        return None


class _Walk:
    """A way through one file, and what is left of its bounds."""

    def __init__(self) -> None:
        self._members, self._bytes = MEMBERS, BYTES

    def walk(self, data: bytes, path: str, digest: str, depth: int = 0, kind: Kind | None = None) -> Iterator[Unread]:
        try:
            kind = kind or recognise(data, path)
            name = path
            while kind in PACKED:
                from briefgen.sources.archives import unpacked  # noqa: PLC0415 - few sources are packed

                data, name = unpacked(data, kind, name)
                kind = recognise(data, name)
            yield from self._source(kind, data, path, digest)
            if kind in _OPENERS:
                yield from self._members_of(kind, data, path, depth)
        except UnreadableError as error:
            yield _failing(path, digest, error.why)

    def _source(self, kind: Kind, data: bytes, path: str, digest: str) -> Iterator[Unread]:
        if kind in LIBRARIES:
            raise UnreadableError(path, f"is {kind}: it says what works are, and is none itself")
        read = reader(kind)
        yield Unread(path, digest, lambda: bounded(read, data, shown(path)) if read else Reading(""))

    def _members_of(self, kind: Kind, data: bytes, path: str, depth: int) -> Iterator[Unread]:
        if depth >= DEPTH:
            raise UnreadableError(path, f"lies in {depth} containers; deeper ones are not opened")
        module, name = _OPENERS[kind]
        opener: Opener = getattr(import_module(f"briefgen.sources.{module}"), name)
        taken: dict[str, int] = {}
        for member in opener(data, shown(path)):
            self._spend(member, path)
            inside = f"{path}/{member_name(member.name, taken)}"
            digest = sha256(member.data).hexdigest()
            if member.why:
                yield _failing(inside, digest, member.why)
            else:
                yield from self.walk(member.data, inside, digest, depth + 1, member.kind)

    def _spend(self, member: Member, path: str) -> None:
        self._members -= 1
        self._bytes -= len(member.data)
        if self._members < 0:
            raise UnreadableError(path, f"holds more than {MEMBERS:,} members; the others were left unread")
        if self._bytes < 0:
            raise UnreadableError(path, f"holds more than {BYTES / 1e9:.0f} GB; the rest was left unread")


def _failing(path: str, digest: str, why: str) -> Unread:
    """Give a source that cannot be read, for this reason."""

    def read() -> Reading:
        raise UnreadableError(path, why)

    return Unread(path, digest, read)
