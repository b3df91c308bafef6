"""`ingest`: a corpus brought up to date with some files, at the price of a stat for each that has not changed.

What a file is kept as: a source as an entry; a container, and what cannot be read, as an entry without words, which is
in no scope. The one warning of the latter is the reason. So neither is looked at again before it changes.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefgen import clean, sources
from briefgen.corpus import INDEX_VERSION, Corpus, Entry, Known, Stamp
from briefgen.errors import Mistake, UnreadableError
from briefgen.model.source import Appearance, Document, Source, Work
from briefgen.pipeline.taking import Job, Taken, take, understand
from briefgen.text import digest

if TYPE_CHECKING:
    from briefgen.sources import Reading

BATCH, BATCH_SIZE = 1_000, 16_000_000
"""A transaction is for so many files, or so many characters of text, whichever comes first."""

RACY = 2_000_000_000
"""Nanoseconds that the clock of a file system may stand still (FAT: two seconds). A file that had changed as recently
when it was looked at may have changed again without a sign, so its bytes are compared (as git does: "racy git")."""

FEW, SHORT = 100, 1_000_000
"""So many plain texts, of so many bytes at most, are read at once and here: a reader takes as long to come to work."""

OFTEN = 3
"""What is said oftener of the members of one container is said once, of them together."""

NOTHING = digest("")
"""The document of what has no words."""

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

    Paths are kept relative to `root`, with forward slashes. `progress` is called with how many sources are done, of how
    many that are known of so far. What cannot be read is said in the answer and stops nothing. Raises CorpusError.
    """
    found = sources.discover(paths)
    run = _Run(corpus, root, paths, len(found.files), progress)
    for job, taken in _read_by_others(run.jobs(found.files)):
        run.take(job, taken)
    run.flush()
    passed = [(each.path, each.why) for each in found.skipped]
    passed += [*run.tables.unreadable, *run.libraries.unreadable]
    skipped = [(_key(path, root), why) for path, why in passed] + run.skipped
    closed = {key for key, _ in skipped}
    gone = {key for key in _known_in(corpus, paths, root) if not run.is_there(key, closed)}
    removed = sum((known := corpus.known(key)) is not None and known.document != NOTHING for key in gone)
    if gone:
        corpus.forget(sorted(gone))
    return Intake(
        paths=tuple(sorted(run.documents)),
        documents=len(set(run.documents.values())),
        **run.counts,
        removed=removed,
        skipped=tuple(sorted((sources.shown(key), why) for key, why in run.gathered(skipped))),
        warnings=tuple(sorted(run.warnings)),
        mistakes=run.tables.mistakes,
    )


def _read_by_others(jobs: Iterator[Job]) -> Iterator[tuple[Job, Taken | None]]:
    """Give what comes of these files; nobody is called to work where there are none."""
    if first := next(jobs, None):
        from briefgen.pipeline.crew import Crew  # noqa: PLC0415 - a few texts are read without processes

        with Crew() as crew:
            yield from crew.read(chain([first], jobs))


class _Run:
    """One ingest on its way. `documents` has what each path holds, in order."""

    def __init__(
        self,
        corpus: Corpus,
        root: Path,
        paths: Sequence[Path],
        total: int,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._corpus, self._root, self._progress = corpus, root, progress
        self._total, self._done, self._few = total, 0, FEW
        self._batch: list[Entry] = []
        self._size = 0
        self._open: dict[str, _Open] = {}
        self._containers: set[str] = set()
        self.documents: dict[str, str] = {}
        self.counts = dict.fromkeys(("read", "revised", "renewed", "unchanged"), 0)
        self.skipped: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        folders = [path if path.is_dir() else path.parent for path in paths]
        self.tables, self.libraries = sources.Tables(folders), sources.Libraries(folders)

    def jobs(self, files: Sequence[Path]) -> Iterator[Job]:
        """Take up files: what is unchanged, and a few plain texts, here; gives the others, for others to read."""
        for path in files:
            key = _key(path, self._root)
            if not _is_unicode(key):
                self.skipped.append((key, "its name is not UTF-8; give it another"))
            elif not self.libraries.is_library(path):
                try:
                    if job := self._looked_at(path, key):
                        yield job
                        continue
                except UnreadableError as error:
                    self.skipped.append((key, error.why))
            self._step()

    def take(self, job: Job, taken: Taken | None) -> None:
        """Take up what came of a source; None is the end of its file."""
        if taken is None:
            self._close(job)
            self._step()
        elif taken.key == job.key and not (taken.why or taken.reading):
            for key in (job.key, *self._corpus.paths(f"{job.key}/")):
                self._unchanged(key, job)
        else:
            self._take(job, taken)
            if taken.key != job.key:
                self._total += 1
                self._step()

    def flush(self) -> None:
        """Hand over what has gathered."""
        if self._batch:
            self._corpus.put(self._batch)
        self._batch, self._size = [], 0

    def is_there(self, key: str, skipped: set[str]) -> bool:
        """Say whether what the corpus knows as `key` is still there, or in something that could not be looked into."""
        if key in self.documents or key in self._containers or key in skipped:
            return True
        return any(str(above) in skipped for above in PurePosixPath(key).parents)

    def gathered(self, skipped: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Give what was passed over and why, of the members of one container each reason once if it is given often."""
        groups: dict[tuple[str, str], list[str]] = {}
        for key, why in skipped:
            container = next((str(each) for each in PurePosixPath(key).parents if str(each) in self._containers), key)
            groups.setdefault((container, why), []).append(key)
        for (container, why), keys in groups.items():
            if len(keys) > OFTEN:
                yield container, f"{len(keys):,} of its members were left out, such as {keys[0]}: {why}"
            else:
                yield from ((key, why) for key in keys)

    def _looked_at(self, path: Path, key: str) -> Job | None:
        """Take up a file if it needs no reader at work. Raises UnreadableError."""
        stamp = _stamp(path)
        known = self._known(key)
        inside = {each: found for each in self._corpus.paths(f"{key}/") if (found := self._known(each))}
        if known and _settled(known.stamp, stamp):
            for each, found in {key: known, **inside}.items():
                self._renew(found, path, each, key, found.stamp)
            return None
        known_by = {each: found.sha256 for each, found in inside.items()}
        job = Job(path, key, {key: known.sha256, **known_by} if known else known_by)
        self._open[key] = _Open(stamp)
        if not self._few or path.suffix.lower() not in sources.TEXTS or stamp.size > SHORT:
            return job
        data = sources.load_bytes(path)
        if not sources.is_text(data, key):
            return job
        self._few -= 1
        for taken in take(job, data):
            self.take(job, taken)
        self._close(job)
        return None

    def _known(self, key: str) -> Known | None:
        known = self._corpus.known(key)
        return known if known and known.reader == READER else None

    def _take(self, job: Job, taken: Taken) -> None:
        state = self._open[job.key]
        state.passing |= taken.passing
        if taken.why:
            self.skipped.append((taken.key, taken.why))
            if not taken.passing:
                self._hold(job, _wordless(taken, state.stamp))
        elif taken.reading is None:
            self._unchanged(taken.key, job)
        elif not taken.reading.text:
            self._containers.add(taken.key)
            self._hold(job, _wordless(taken, state.stamp))
        else:
            self._read(job, taken, taken.reading)

    def _read(self, job: Job, taken: Taken, reading: "Reading") -> None:
        """Take up a source that was read."""
        key, known = taken.key, self._known(taken.key)
        path = _path_of(key, job.path, job.key)
        row = self.tables.row_of(path)
        document = Document.from_text(reading.text)
        appearance = Appearance(
            document.id, key, taken.sha256, self._work(path, row, reading.work, taken.described), reading.pages
        )
        source = Source(document, taken.blocks, appearance)
        stamp = self._open[job.key].stamp
        self._hold(
            job,
            Entry(stamp, READER, reading.hints, reading.work, reading.warnings, self._rules(path, row), source),
        )
        self._count("read", key, document.id, reading.warnings)
        self.counts["revised"] += known is not None and known.document not in {document.id, NOTHING}

    def _work(self, path: Path, row: Work, said: Work, described: Work) -> Work:
        """Merge what a table, a library, the reader and the text say of a work."""
        return sources.merge(row, self.libraries.work_of(path, sources.merge(said, described)), said, described)

    def _rules(self, path: Path, row: Work) -> str:
        """Name what the blocks and the work of the source at `path` are derived with."""
        return f"{clean.VERSION} {INDEX_VERSION} {digest(repr(row)) if row.bases else ''}{self.libraries.version(path)}"

    def _unchanged(self, key: str, job: Job) -> None:
        if known := self._known(key):
            self._renew(known, job.path, key, job.key, self._open[job.key].stamp)

    def _renew(self, known: Known, file: Path, key: str, file_key: str, stamp: Stamp) -> None:
        """Take up a source whose bytes are as they were: marked and described again if the rules are others."""
        if known.document == NOTHING:
            if known.warnings:
                self.skipped.append((key, known.warnings[0]))
            self._containers.add(key)
            if known.stamp != stamp:
                self._keep(replace(self._corpus.entry(key), stamp=stamp))
            return
        path = _path_of(key, file, file_key)
        row = self.tables.row_of(path)
        rules = self._rules(path, row)
        if known.stamp != stamp or known.rules != rules:
            entry = replace(self._corpus.entry(key), stamp=stamp, rules=rules)
            self._keep(entry if known.rules == rules else self._understood(entry, path, row))
        self._count("unchanged" if known.rules == rules else "renewed", key, known.document, known.warnings)

    def _understood(self, entry: Entry, path: Path, row: Work) -> Entry:
        """Mark and describe an entry again."""
        source = entry.source
        blocks, described = understand(source.document.text, entry.hints)
        work = self._work(path, row, entry.said, described)
        return replace(entry, source=replace(source, blocks=blocks, appearance=replace(source.appearance, work=work)))

    def _hold(self, job: Job, entry: Entry) -> None:
        """Keep an entry; that of the file itself waits until all that it holds is there."""
        if entry.path == job.key:
            self._open[job.key].own = entry
        else:
            self._keep(entry)

    def _close(self, job: Job) -> None:
        """End a file. If something in it is to be tried again, so is the file."""
        state = self._open.pop(job.key)
        if state.own:
            self._keep(replace(state.own, reader="") if state.passing else state.own)

    def _keep(self, entry: Entry) -> None:
        self._batch.append(entry)
        self._size += len(entry.source.document.text)
        if len(self._batch) >= BATCH or self._size >= BATCH_SIZE:
            self.flush()

    def _count(self, what: str, key: str, document: str, warnings: Sequence[str]) -> None:
        self.counts[what] += 1
        self.documents[key] = document
        self.warnings += warnings

    def _step(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total)


@dataclass(slots=True)
class _Open:
    """A file that is being read: how it looked before, what it is itself, and whether to try it again."""

    stamp: Stamp
    own: Entry | None = None
    passing: bool = False


def _wordless(taken: Taken, stamp: Stamp) -> Entry:
    """Give the entry of a container, or of what cannot be read, with the reason."""
    warnings = (taken.why,) if taken.why else taken.reading.warnings if taken.reading else ()
    source = Source(Document.from_text(""), (), Appearance(NOTHING, taken.key, taken.sha256, Work()))
    return Entry(stamp, READER, (), Work(), warnings, "", source)


def _path_of(key: str, file: Path, file_key: str) -> Path:
    """Give where a source is, which may be in `file`."""
    return Path(f"{file}{key.removeprefix(file_key)}")


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


def _is_unicode(key: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in key)


def _known_in(corpus: Corpus, paths: Sequence[Path], root: Path) -> Iterator[str]:
    """Give what the corpus knows in those of `paths` that are there: in folders, and in files that hold sources."""
    for key in (_key(path, root) for path in paths if path.exists()):
        inside = "" if key == "." else f"{key}/"
        outside = (f"{inside}../", "/")
        yield from (known for known in corpus.paths(inside) if not known.startswith(outside))
