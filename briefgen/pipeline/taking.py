"""One file to what a corpus keeps of it and of what it holds; done in this process, or by a reader in another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import clean, sources
from briefgen.errors import UnreadableError
from briefgen.model.source import Block, Work

if TYPE_CHECKING:
    from briefgen.sources import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: where it is, what the corpus calls it, and the SHA-256 of what it knows by their paths."""

    path: Path
    key: str
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a source: a reading with its blocks and what its text says of its work, or `why` there is none.

    Without a reading and a reason, it is as it was; of a whole file, so is all that it holds. `passing` is a reason
    that may be another the next time: for want of time, of memory or of a permission.
    """

    key: str
    sha256: str = ""
    reading: "Reading | None" = None
    blocks: tuple[Block, ...] = ()
    described: Work = field(default_factory=Work)
    why: str = ""
    passing: bool = False


def understand(text: str, hints: Sequence[Block]) -> tuple[tuple[Block, ...], Work]:
    """Give the blocks of a text, and what it says of the work it is."""
    blocks = clean.mark(text, hints)
    return blocks, clean.describe(text, blocks)


def take(job: Job, data: bytes, begin: Callable[[str], None] | None = None, skip: int = 0) -> Iterator[Taken]:
    """Give what comes of each source in a file, itself first; `begin` is told of each before it is read.

    The first `skip` sources are passed over.
    """
    if job.known.get(job.key) == sha256(data).hexdigest():
        yield Taken(job.key)
        return
    for unread in islice(sources.sources_in(data, job.key), skip, None):
        if begin:
            begin(unread.path)
        known = job.known.get(unread.path) == unread.sha256 and unread.path != job.key
        yield Taken(unread.path, unread.sha256) if known else _taken(unread)


def _taken(unread: "sources.Unread") -> Taken:
    try:
        reading = unread.read()
        blocks, described = understand(reading.text, reading.hints)
    except UnreadableError as error:
        return Taken(unread.path, unread.sha256, why=error.why)
    except MemoryError:
        return Taken(unread.path, unread.sha256, why="needs more memory to be read than a source may", passing=True)
    except Exception as error:  # noqa: BLE001 - a source may be made to make any library fail, and ends by itself alone
        return Taken(unread.path, unread.sha256, why=f"cannot be read: its reader failed ({type(error).__name__})")
    return Taken(unread.path, unread.sha256, reading, blocks, described)
