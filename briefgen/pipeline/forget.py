"""`forget`: a text taken out of a corpus for good, and what proof says of it from then on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from briefgen.corpus import Corpus, Tombstone, open_corpus
from briefgen.errors import CorpusError, OutputError
from briefgen.model.claim import Finding, Kind, Verdict
from briefgen.model.project import CORPUS, FETCHED
from briefgen.model.source import Appearance
from briefgen.pipeline.bench import home_of, project_of
from briefgen.pipeline.evidence.picks import means
from briefgen.pipeline.intake.entries import NOTHING

_ID_LENGTH = 64
"""Hexadecimal digits of a whole id."""
_SHOWN = 5
"""So many documents that may be meant are named."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: its tombstone, the corpus, and the files that still hold what the text was read from."""

    tombstone: Tombstone
    corpus: Path
    paths: tuple[str, ...]


def forget(wanted: str, why: str, day: date, corpus: Path | None = None) -> Forgotten:
    """Erase a document, named by its id, by the first digits of it, or by the end of the path where it stands now.

    The corpus is the file given, else that of the project we stand in. Raises CorpusError, also for a name that means
    several documents or none.
    """
    path = _corpus(corpus)
    with open_corpus(path) as opened:
        document = _document(wanted, opened, path)
        seen = opened.appearances(document)
        opened.erase(document, why, day)
        stone = opened.tombstone(document)
        assert stone is not None, "what is erased has a tombstone"
    return Forgotten(stone, path, tuple(_left(seen, home_of(path))))


def _left(seen: Sequence[Appearance], home: Path) -> Iterator[str]:
    """Delete what was fetched, which is ours to delete, and give the paths of the user's files that are still there."""
    fetched = home / FETCHED
    for path, digest in dict.fromkeys((each.path, each.sha256) for each in seen):
        file = home / path
        try:
            (fetched / "raw" / digest).unlink(missing_ok=True)
            is_held = _holds(file, digest)
            if is_held and file.is_relative_to(fetched):
                file.unlink()
            elif is_held:
                yield path
        except OSError as error:
            raise OutputError(str(file), f"cannot be looked at or deleted ({error.strerror})") from error


def _holds(file: Path, digest: str) -> bool:
    """Say whether a file has these bytes; what is a member of a container is taken to be still in it."""
    if file.is_file():
        return sha256(file.read_bytes()).hexdigest() == digest
    return any(each.is_file() for each in file.parents)


def remembered(verdict: Verdict, corpus: Corpus | None) -> Verdict:
    """Say of each quotation that cannot be proved since its source was forgotten when that was, and why."""
    if corpus is None:
        return verdict
    return replace(verdict, findings=tuple(_remembered(finding, corpus) for finding in verdict.findings))


def _remembered(finding: Finding, corpus: Corpus) -> Finding:
    stone = corpus.tombstone(finding.document) if finding.kind is Kind.UNPROVEN and finding.document else None
    return replace(finding, detail=f"its source was forgotten on {stone.day}: {stone.why}") if stone else finding


def _corpus(named: Path | None) -> Path:
    root = project_of([])
    path = named or (root / CORPUS if root else None)
    if path is None or not path.is_file():
        raise CorpusError(str(path or Path.cwd()), "there is no corpus here; name its file with --corpus")
    return path


def _document(wanted: str, corpus: Corpus, path: Path) -> str:
    """Give the id of the one document that is meant; a whole id may be that of an earlier version."""
    if len(wanted) == _ID_LENGTH and wanted != NOTHING:
        return wanted
    found: dict[str, str] = {}
    for seen in corpus.paths(""):
        known = corpus.known(seen)
        if known and known.document != NOTHING and means(wanted, seen, known.document):
            found.setdefault(known.document, seen)
    if len(found) != 1:
        which = "; ".join(f"{seen} ({document[:12]})" for document, seen in [*found.items()][:_SHOWN])
        why = f"{wanted} may be {which}; name one" if found else f"it holds no document {wanted}"
        raise CorpusError(str(path), why)
    return next(iter(found))
