"""One file to what a corpus keeps of it and of what it holds; done in this process, or by a reader in another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefgen import clean, sources
from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Block, Work

if TYPE_CHECKING:
    from briefgen.sources import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: where it is, what the corpus calls it, and the SHA-256 of what it knows by their paths.

    `columns` names the columns of exports by the fields they hold.
    """

    path: Path
    key: str
    known: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a source: a reading and how it is understood, or `why` there is none.

    Without a reading and a reason, it is as it was; of a whole file, so is all that it holds. `passing` is a reason
    that may be another the next time: for want of time, of memory or of a permission.
    """

    key: str
    sha256: str = ""
    reading: "Reading | None" = None
    understood: "Understood | None" = None
    why: str = ""
    passing: bool = False


class Understood(NamedTuple):
    """The blocks of a text, and what it says of the work it is.

    `missing` are words with which its body is said to begin or end, and which it does not hold.
    """

    blocks: tuple[Block, ...]
    work: Work
    missing: str = ""

    def warnings(self, name: str) -> tuple[str, ...]:
        """Tell of the words that are missing in the source called `name`, if some are."""
        return (f"{unheeded(name)}: its text does not hold “{self.missing}”",) if self.missing else ()


def unheeded(name: str) -> str:
    """Give what the warning begins with that the body of a source is not marked as a person says."""
    return f"{name}: its body is not marked as is asked for"


def understand(text: str, hints: Sequence[Block], said: Work, habits: frozenset[str] = frozenset()) -> Understood:
    """Mark and describe a text, with the habits of its publisher and what is `said` of the work elsewhere.

    What is said of its body overrules the marking. Its language is told by its words where none is said.
    """
    blocks, missing = clean.mark(text, hints, habits), ""
    if said.body:
        from briefgen.clean.overruling import MissingError  # noqa: PLC0415 - few people overrule a marking

        try:
            blocks = clean.overrule(text, blocks, hints, said.body)
        except MissingError as error:
            missing = str(error)
    work = clean.describe(text, blocks)
    if not said.language and (language := clean.language(text, blocks)):
        work = replace(work, language=language, bases=(*work.bases, ("language", Basis.TEXT)))
    return Understood(blocks, work, missing)


def take(job: Job, data: bytes, begin: Callable[[str], None] | None = None, skip: int = 0) -> Iterator[Taken]:
    """Give what comes of each source in a file, itself first; `begin` is told of each before it is read.

    The first `skip` sources are passed over; with each of them `begin` is told that the file itself is being opened.
    """
    if job.known.get(job.key) == sha256(data).hexdigest():
        yield Taken(job.key)
        return
    for number, unread in enumerate(sources.sources_in(data, job.key, job.columns)):
        if begin:
            begin(unread.path if number >= skip else job.key)
        if number < skip:
            continue
        known = job.known.get(unread.path) == unread.sha256 and unread.path != job.key
        yield Taken(unread.path, unread.sha256) if known else _taken(unread)


def _taken(unread: "sources.Unread") -> Taken:
    try:
        reading = unread.read()
        found = understand(reading.text, reading.hints, reading.work)
    except UnreadableError as error:
        return Taken(unread.path, unread.sha256, why=error.why)
    except MemoryError:
        return Taken(unread.path, unread.sha256, why="needs more memory to be read than a source may", passing=True)
    except Exception as error:  # noqa: BLE001 - a source may be made to make any library fail, and ends by itself alone
        return Taken(unread.path, unread.sha256, why=f"cannot be read: its reader failed ({type(error).__name__})")
    return Taken(unread.path, unread.sha256, reading, found)
