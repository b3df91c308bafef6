"""`ingest`: a corpus brought up to date with some files, at the price of a stat for each that has not changed."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefgen import clean, sources
from briefgen.corpus import INDEX_VERSION, Corpus, Entry, Known, Stamp
from briefgen.errors import Mistake, UnreadableError
from briefgen.model.source import Appearance, Block, Document, Source, Work
from briefgen.text import digest

BATCH, BATCH_SIZE = 1_000, 16_000_000
"""A transaction is for so many files, or so many characters of text, whichever comes first."""

RACY = 2_000_000_000
"""Nanoseconds that the clock of a file system may stand still (FAT: two seconds). A file that had changed as recently
when it was looked at may have changed again without a sign, so its bytes are compared (as git does: "racy git")."""

_INODE = (1 << 63) - 1

READER = str(sources.VERSION)


@dataclass(frozen=True, slots=True)
class Intake:
    """How the reading went. `paths` are those to make a scope of, as the corpus keeps them, in order.

    Of these, `read` were read, `revised` of them with other words than before; `renewed` were marked or described again
    without being read; `unchanged` cost a stat, or a look at their bytes. `documents` counts the different texts.
    `removed` counts files that were once in these folders and are not any more. `skipped` are paths that could not be
    read, and why; `mistakes` are those in tables of works (what is right in such a table is used).
    """

    paths: tuple[str, ...]
    documents: int
    read: int
    revised: int
    renewed: int
    unchanged: int
    removed: int
    skipped: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def copies(self) -> int:
        """How many files hold the same text as another."""
        return len(self.paths) - self.documents


def ingest(
    corpus: Corpus, paths: Sequence[Path], root: Path, progress: Callable[[int, int], None] | None = None
) -> Intake:
    """Bring `corpus` up to date with the files that `paths` name, and those in folders among them.

    Paths are kept relative to `root`, with forward slashes. `progress` is called with how many files are done, of how
    many. What cannot be read is said in the answer and stops nothing. Raises CorpusError.
    """
    found = sources.discover(paths)
    run = _Run(corpus, root, paths)
    for done, path in enumerate(found.files, start=1):
        run.take(path)
        if progress:
            progress(done, len(found.files))
    run.flush()
    passed = [(each.path, each.why) for each in found.skipped] + [*run.tables.unreadable]
    skipped = [(_key(path, root), why) for path, why in passed] + run.skipped
    present = {key for key, _ in skipped}.union(run.documents)
    gone = {key for key in _known_in(corpus, paths, root) if key not in present}
    if gone:
        corpus.forget(sorted(gone))
    return Intake(
        paths=tuple(sorted(run.documents)),
        documents=len(set(run.documents.values())),
        **run.counts,
        removed=len(gone),
        skipped=tuple(sorted((_printable(key), why) for key, why in skipped)),
        warnings=tuple(sorted(run.warnings)),
        mistakes=run.tables.mistakes,
    )


def understand(text: str, hints: Sequence[Block], said: Work, row: Work) -> tuple[tuple[Block, ...], Work]:
    """Give the blocks of a text and its work: what a table's `row` says, what the reader `said`, what the text says."""
    blocks = clean.mark(text, hints)
    return blocks, sources.merge(row, said, clean.describe(text, blocks))


class _Run:
    """One ingest on its way. `documents` has what each path holds, in order."""

    def __init__(self, corpus: Corpus, root: Path, folders: Sequence[Path]) -> None:
        self._corpus, self._root = corpus, root
        self._batch: list[Entry] = []
        self._size = 0
        self.documents: dict[str, str] = {}
        self.counts = dict.fromkeys(("read", "revised", "renewed", "unchanged"), 0)
        self.skipped: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        self.tables = sources.Tables(folders)

    def take(self, path: Path) -> None:
        """Take up one file, or note why not."""
        key = _key(path, self._root)
        if key != _printable(key):
            self.skipped.append((key, "its name is not UTF-8; give it another"))
            return
        try:
            self._take(path, key)
        except UnreadableError as error:
            self.skipped.append((key, error.why))

    def flush(self) -> None:
        """Hand over what has gathered."""
        if self._batch:
            self._corpus.put(self._batch)
        self._batch, self._size = [], 0

    def _take(self, path: Path, key: str) -> None:
        row = self.tables.row_of(path)
        rules = f"{clean.VERSION} {INDEX_VERSION} {digest(repr(row)) if row.bases else ''}"
        known, stamp = self._corpus.known(key), _stamp(path)
        if known and known.reader != READER:
            known = None
        if known and _settled(known.stamp, stamp):
            self._renew(known, key, row, rules, known.stamp)
            return
        data = sources.load_bytes(path)
        if known and known.sha256 == sha256(data).hexdigest():
            self._renew(known, key, row, rules, stamp)
            return
        reading = sources.read(data, key)
        document = Document.from_text(reading.text)
        blocks, work = understand(reading.text, reading.hints, reading.work, row)
        appearance = Appearance(document.id, key, sha256(data).hexdigest(), work)
        source = Source(document, blocks, appearance)
        self._keep(Entry(stamp, READER, reading.hints, reading.work, reading.warnings, rules, source))
        self._count("read", key, document.id, reading.warnings)
        self.counts["revised"] += known is not None and known.document != document.id

    def _renew(self, known: Known, key: str, row: Work, rules: str, stamp: Stamp) -> None:
        """Take up a file whose bytes are as they were: marked and described again if the rules are others."""
        if known.stamp != stamp or known.rules != rules:
            entry = replace(self._corpus.entry(key), stamp=stamp, rules=rules)
            self._keep(entry if known.rules == rules else _understood(entry, row))
        self._count("unchanged" if known.rules == rules else "renewed", key, known.document, known.warnings)

    def _keep(self, entry: Entry) -> None:
        self._batch.append(entry)
        self._size += len(entry.source.document.text)
        if len(self._batch) >= BATCH or self._size >= BATCH_SIZE:
            self.flush()

    def _count(self, what: str, key: str, document: str, warnings: Sequence[str]) -> None:
        self.counts[what] += 1
        self.documents[key] = document
        self.warnings += warnings


def _understood(entry: Entry, row: Work) -> Entry:
    """Mark and describe an entry again."""
    source = entry.source
    blocks, work = understand(source.document.text, entry.hints, entry.said, row)
    return replace(entry, source=replace(source, blocks=blocks, appearance=replace(source.appearance, work=work)))


def _stamp(path: Path) -> Stamp:
    seen = time.time_ns()
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be looked at") from error
    # SQLite's integers are signed, of 64 bits; some file systems number files beyond.
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _INODE, seen)


def _settled(before: Stamp, now: Stamp) -> bool:
    """Say whether a file cannot have changed between two looks.

    Size and time of change alone do not tell: a copy may be given the times of what it replaces (`cp -p`, `rsync -t`).
    """
    return replace(before, seen_ns=now.seen_ns) == now and before.mtime_ns < before.seen_ns - RACY


def _key(path: Path, root: Path) -> str:
    """Give the name of `path` in the corpus: relative to `root` if there is a way from it, with forward slashes."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def _printable(key: str) -> str:
    return key.encode("utf-8", "replace").decode()


def _known_in(corpus: Corpus, paths: Sequence[Path], root: Path) -> Iterator[str]:
    """Give what the corpus knows in those of `paths` that are folders."""
    for key in (_printable(_key(path, root)) for path in paths if path.is_dir()):
        inside = "" if key == "." else f"{key}/"
        outside = (f"{inside}../", "/")
        yield from (known for known in corpus.paths(inside) if not known.startswith(outside))
