"""Evidence, and nothing else: documents, and where they were seen.

A corpus only grows. A revised file is a new document and a new appearance beside the old ones; what a path holds *now*
is the one thing that is ever replaced. So what was once quoted stays provable, and a scope is a snapshot. Only a person
takes a text out of it, by its id, and a tombstone tells of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, Self

from briefgen.model.origin import Trace
from briefgen.model.query import Query
from briefgen.model.source import Appearance, Block, Document, Source, Work

INDEX_VERSION = 3
"""Of the index: raise it when `briefgen.words` gives other tokens or `briefgen.corpus.index` other keys of them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file looked from outside: bytes, times, and when it was looked at (nanoseconds since 1970).

    `mtime_ns` is when its bytes changed, which anybody may set; `ctime_ns` when anything of it did, which nobody may
    (on Windows: when it was made). `inode` is its number in the file system: a file put in its place has another.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    seen_ns: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a corpus knows of a path, short of its text. See `Entry`; `is_hinted` where there are hints."""

    stamp: Stamp
    sha256: str
    document: str
    reader: str
    rules: str
    warnings: tuple[str, ...]
    said: Work
    is_hinted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was read, with all that is needed to mark and describe it again without reading it again.

    `reader` names the reader and its version; `hints`, `said` (the work) and `warnings` are what it gave. `rules` names
    what the source's blocks and work were derived with. The source's appearance has the path and the SHA-256.
    """

    stamp: Stamp
    reader: str
    hints: tuple[Block, ...]
    said: Work
    warnings: tuple[str, ...]
    rules: str
    source: Source

    @property
    def path(self) -> str:
        """The path of the file, as the corpus keeps it."""
        return self.source.appearance.path


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a document that was erased: its id, the day, and why."""

    document: str
    day: date
    why: str


class Scope(Protocol):
    """What a brief sees: the appearances at some paths when the scope was made, and nothing else of the corpus.

    Every answer depends on those appearances alone: neither on other documents nor on the order of reading. A document
    that appears at several paths is one source, seen as the work at the first of them. All methods raise CorpusError.
    """

    @property
    def size(self) -> int:
        """How many documents there are."""
        ...

    def appearances(self) -> tuple[Appearance, ...]:
        """Give every appearance, ordered by path."""
        ...

    def source(self, document: str) -> Source:
        """Give the source of a document by its id."""
        ...

    def traces(self) -> Mapping[str, Trace]:
        """Give for each document what shows where its story comes from."""
        ...

    def candidates(self, query: Query, limit: int) -> tuple[str, ...]:
        """Give the ids of at most `limit` documents, best first, ties by id.

        Before the limit they are all that `query.matches` holds for, and others: what NOT excludes is still among them.
        """
        ...

    def holding(self, query: Query) -> int:
        """Say how many documents hold what a query wants, as far as the index can tell: what NOT excludes counts."""
        ...


class Corpus(Protocol):
    """A store of evidence. All methods raise CorpusError when the store cannot be used."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...

    def close(self) -> None:
        """Close the store; scopes of it are of no use afterwards."""
        ...

    def known(self, path: str) -> Known | None:
        """Say what is known of a path, None for nothing."""
        ...

    def entry(self, path: str) -> Entry:
        """Give all that is kept of what a known path holds now. Raises CorpusError for nothing."""
        ...

    def paths(self, prefix: str) -> tuple[str, ...]:
        """Give the paths known now that begin with `prefix`, in order."""
        ...

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep these entries, all of them or, if anything fails, none; each is what its path holds from now on.

        What was once erased is not kept again: then its path holds nothing.
        """
        ...

    def forget(self, paths: Iterable[str]) -> None:
        """Let these paths hold nothing from now on; what they held stays in evidence."""
        ...

    def document(self, document: str) -> Document:
        """Give a document by its id, its text checked against it. Raises CorpusError if it is not there or not so."""
        ...

    def source(self, document: str) -> Source:
        """Give a document with the blocks and the work of its newest appearance. Raises CorpusError if unknown."""
        ...

    def appearances(self, document: str) -> tuple[Appearance, ...]:
        """Give everything that a document was ever seen as, the newest first; nothing for an unknown id."""
        ...

    def quoting(self, words: str, limit: int) -> tuple[str, ...]:
        """Give the ids of at most `limit` documents that may hold these words or words much like them, likeliest first.

        What holds the words of a quotation, of its title or in its text, is among them unless more than `limit` do, or
        they are fewer than `shingles.SURE` and stand in what is neither title, heading nor body. Ties by id. The price
        does not grow with the texts: nothing is read but the indexes, and of those what the words point to.
        """
        ...

    def erase(self, document: str, why: str, day: date) -> None:
        """Take a document out of the store for good, with all that was made of it, and set a tombstone.

        For one that was erased before, the tombstone stays as it is, and what may be left of the text is wiped again.
        Raises CorpusError where there is neither, or where another program has to close the store first.
        """
        ...

    def tombstone(self, document: str) -> Tombstone | None:
        """Say when and why a document was erased; None if it was not."""
        ...

    def mark(self) -> str:
        """Give a mark of what has arrived so far, for `since`; empty while nothing has."""
        ...

    def since(self, mark: str) -> frozenset[str] | None:
        """Give the ids of the documents that arrived after a mark, in whatever order of publication.

        None for a mark that this store did not give, or whose last document was erased.
        """
        ...

    def scope(self, paths: Iterable[str]) -> Scope:
        """Give what stands at these paths now; unknown paths add nothing."""
        ...


def open_corpus(path: str | Path) -> Corpus:
    """Open the corpus in the file `path`, made if need be with its folders; ":memory:" leaves nothing behind.

    One of an earlier layout is brought up to date, and loses nothing. One that may not be written to can be asked.
    Raises CorpusError for a file that is no corpus, is damaged, or has a layout that is not known.
    """
    from briefgen.corpus.sqlite import SqliteCorpus  # noqa: PLC0415 - SQLite loads only where a corpus is opened

    return SqliteCorpus(str(path))
