"""`ingest`: a corpus brought up to date with some files, at the price of a stat for each that has not changed.

What a file is kept as: a source as an entry; a container, and what cannot be read, as an entry without words, which is
in no scope. The one warning of the latter is the reason; the rules of an export are the columns it has. So neither is
looked at again before it changes, or before other columns are named: what holds sources notes which were.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefgen import sources
from briefgen.corpus import Corpus, Entry, Known, Stamp
from briefgen.errors import UnreadableError
from briefgen.model.source import Work
from briefgen.pipeline.entries import NOTHING, Entries
from briefgen.pipeline.habits import SIGN, Member, accustomed, publisher
from briefgen.pipeline.intake import Intake, gathered, unfound
from briefgen.pipeline.stamps import is_settled, stamp_of
from briefgen.pipeline.taking import Job, Taken, take

if TYPE_CHECKING:
    from briefgen.sources import Reading

BATCH, BATCH_SIZE = 1_000, 16_000_000
"""A transaction is for so many files, or so many characters of text, whichever comes first."""

FEW, SHORT = 100, 1_000_000
"""So many plain texts, of so many bytes at most, are read at once and here: a reader takes as long to come to work."""


def ingest(
    corpus: Corpus,
    paths: Sequence[Path],
    root: Path,
    progress: Callable[[int, int], None] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Intake:
    """Bring `corpus` up to date with the files that `paths` name, and those in folders among them.

    Paths are kept relative to `root`, with forward slashes. `progress` is called with how many sources are done, of how
    many that are known of so far. `columns` names the columns of exports by the fields they hold; those of other fields
    are told by what columns are usually called. What cannot be read is said in the answer and stops nothing. Raises
    CorpusError.
    """
    found = sources.discover(paths)
    run = _Run(corpus, root, paths, len(found.files), progress, columns or {})
    for job, taken in _read_by_others(run.jobs(found.files)):
        run.take(job, taken)
    run.flush()
    run.accustom()
    passed = [(each.path, each.why) for each in found.skipped]
    passed += [*run.entries.tables.unreadable, *run.entries.libraries.unreadable]
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
        skipped=tuple(sorted((sources.shown(key), why) for key, why in gathered(skipped, run.containers))),
        warnings=(*sorted(run.warnings), *unfound(run.named, run.columns)),
        mistakes=run.entries.tables.mistakes,
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
        columns: Mapping[str, str],
    ) -> None:
        self._corpus, self._root, self._progress = corpus, root, progress
        self._total, self._done, self._few = total, 0, FEW
        self._batch: list[Entry] = []
        self._size = 0
        self._open: dict[str, _Open] = {}
        self._members: list[Member] = []
        self.named, self.columns = columns, dict[str, None]()
        self.containers: set[str] = set()
        self.documents: dict[str, str] = {}
        self.counts = dict.fromkeys(("read", "revised", "renewed", "unchanged"), 0)
        self.skipped: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        folders = [path if path.is_dir() else path.parent for path in paths]
        self.entries = Entries(folders, columns)

    def jobs(self, files: Sequence[Path]) -> Iterator[Job]:
        """Take up files: what is unchanged, and a few plain texts, here; gives the others, for others to read."""
        for path in files:
            key = _key(path, self._root)
            if why := sources.unusable(key):
                self.skipped.append((key, why))
            elif not self.entries.libraries.is_library(path):
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
                self._open[job.key].holds = True
                self._total += 1
                self._step()

    def flush(self) -> None:
        """Hand over what has gathered."""
        if self._batch:
            self._corpus.put(self._batch)
        self._batch, self._size = [], 0

    def is_there(self, key: str, skipped: set[str]) -> bool:
        """Say whether what the corpus knows as `key` is still there, or in something that could not be looked into."""
        if key in self.documents or key in self.containers or key in skipped:
            return True
        return any(str(above) in skipped for above in PurePosixPath(key).parents)

    def _looked_at(self, path: Path, key: str) -> Job | None:
        """Take up a file if it needs no reader at work. Raises UnreadableError."""
        stamp = stamp_of(path)
        known = self._known(key)
        inside = {each: found for each in self._corpus.paths(f"{key}/") if (found := self._known(each))}
        if known and is_settled(known.stamp, stamp):
            for each, found in {key: known, **inside}.items():
                self._renew(found, path, each, key, found.stamp)
            return None
        known_by = {each: found.sha256 for each, found in inside.items()}
        job = Job(path, key, {key: known.sha256, **known_by} if known else known_by, self.named)
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
        return known if known and self.entries.is_current(known) else None

    def _take(self, job: Job, taken: Taken) -> None:
        state = self._open[job.key]
        state.passing |= taken.passing
        if taken.why:
            self.skipped.append((taken.key, taken.why))
            if not taken.passing:
                self._hold(job, self.entries.wordless(taken, state.stamp))
        elif taken.reading is None:
            self._unchanged(taken.key, job)
        elif not taken.reading.text:
            self.containers.add(taken.key)
            self.columns |= dict.fromkeys(taken.reading.columns)
            self._hold(job, self.entries.wordless(taken, state.stamp))
        else:
            self._read(job, taken, taken.reading)

    def _read(self, job: Job, taken: Taken, reading: "Reading") -> None:
        """Take up a source that was read; of one that was forgotten this is told, and the corpus drops it."""
        key, known = taken.key, self._known(taken.key)
        path = _path_of(key, job.path, job.key)
        entry = self.entries.of(taken, reading, path, self._open[job.key].stamp)
        document = entry.source.document.id
        self._hold(job, entry)
        if stone := self._corpus.tombstone(document):
            self.skipped.append((key, f"forgotten on {stone.day}: {stone.why}"))
            return
        if not reading.hints:
            self._remember(entry.rules, path, key, document, reading.work)
        self._count("read", key, document, entry.warnings)
        self.counts["revised"] += known is not None and known.document not in {document, NOTHING}

    def _unchanged(self, key: str, job: Job) -> None:
        if known := self._known(key):
            self._renew(known, job.path, key, job.key, self._open[job.key].stamp)

    def _renew(self, known: Known, file: Path, key: str, file_key: str, stamp: Stamp) -> None:
        """Take up a source whose bytes are as they were: marked and described again if the rules are others."""
        if known.document == NOTHING:
            if known.warnings:
                self.skipped.append((key, known.warnings[0]))
            self.containers.add(key)
            self.columns |= dict.fromkeys(filter(None, known.rules.split("\n")))
            if known.stamp != stamp:
                self._keep(replace(self._corpus.entry(key), stamp=stamp))
            return
        path = _path_of(key, file, file_key)
        rules, warnings = self.entries.rules(path), known.warnings
        before, _, habits = known.rules.partition(SIGN)
        if known.stamp != stamp or before != rules:
            entry = replace(self._corpus.entry(key), stamp=stamp)
            if before != rules:
                entry = self.entries.again(replace(entry, rules=rules), path)
                warnings = entry.warnings
            self._keep(entry)
        self._count("unchanged" if before == rules else "renewed", key, known.document, warnings)
        if not known.is_hinted:
            self._remember(rules, path, key, known.document, known.said, habits if before == rules else None)

    def _remember(self, rules: str, path: Path, key: str, document: str, said: Work, habits: str | None = None) -> None:
        """Note whose a source is that its text alone marks, and the habits of an unchanged one."""
        whose = publisher(key, self.entries.tables.row_of(path), said)
        self._members.append(Member(key, path, document, whose, rules, habits or "", habits is not None))

    def accustom(self) -> None:
        """Mark anew those whose publisher has other habits than they were marked with."""
        for member, habits in accustomed(self._corpus, self._members):
            entry = replace(self._corpus.entry(member.key), rules=f"{member.rules}{habits.sign}")
            if habits.changes(member):
                entry = self.entries.again(entry, member.path, habits.lines)
                self.counts["unchanged"] -= member.is_unchanged
                self.counts["renewed"] += member.is_unchanged
            self._keep(entry)
        self.flush()

    def _hold(self, job: Job, entry: Entry) -> None:
        """Keep an entry; that of the file itself waits until all that it holds is there."""
        if entry.path == job.key:
            self._open[job.key].own = entry
        else:
            self._keep(entry)

    def _close(self, job: Job) -> None:
        """End a file. If something in it is to be tried again, so is the file."""
        state = self._open.pop(job.key)
        if state.own and state.passing:
            self._keep(replace(state.own, reader=""))
        elif state.own:
            self._keep(self.entries.holding(state.own) if state.holds else state.own)

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
    """A file that is being read: how it looked before, and what it is itself.

    It may hold other sources, and may have to be tried again (`passing`).
    """

    stamp: Stamp
    own: Entry | None = None
    holds: bool = False
    passing: bool = False


def _path_of(key: str, file: Path, file_key: str) -> Path:
    """Give where a source is, which may be in `file`."""
    return Path(f"{file}{key.removeprefix(file_key)}")


def _key(path: Path, root: Path) -> str:
    """Give the name of `path` in the corpus: relative to `root` if there is a way from it, with forward slashes."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def _known_in(corpus: Corpus, paths: Sequence[Path], root: Path) -> Iterator[str]:
    """Give what the corpus knows in those of `paths` that are there: in folders, and in files that hold sources."""
    for key in (_key(path, root) for path in paths if path.exists()):
        inside = "" if key == "." else f"{key}/"
        outside = (f"{inside}../", "/")
        yield from (known for known in corpus.paths(inside) if not known.startswith(outside))
