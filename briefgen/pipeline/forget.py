"""`forget`: a text taken out of a corpus for good, and what proof says of it from then on."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen.corpus import Corpus, Tombstone, open_corpus
from briefgen.errors import CorpusError
from briefgen.model.claim import Finding, Kind, Verdict
from briefgen.pipeline.bench import HIDDEN
from briefgen.pipeline.picks import means

_ID_LENGTH = 64
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: its tombstone, the corpus, and the paths at which the text was last seen there."""

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
        paths = tuple(dict.fromkeys(seen.path for seen in opened.appearances(document)))
        opened.erase(document, why, day)
        stone = opened.tombstone(document)
        assert stone is not None, "what is erased has a tombstone"
        return Forgotten(stone, path, paths)


def remembered(verdict: Verdict, corpus: Corpus | None) -> Verdict:
    """Say of each quotation that cannot be proved since its source was forgotten when that was, and why."""
    if corpus is None:
        return verdict
    return replace(verdict, findings=tuple(_remembered(finding, corpus) for finding in verdict.findings))


def _remembered(finding: Finding, corpus: Corpus) -> Finding:
    stone = corpus.tombstone(finding.document) if finding.kind is Kind.UNPROVEN and finding.document else None
    return replace(finding, detail=f"its source was forgotten on {stone.day}: {stone.why}") if stone else finding


def _corpus(named: Path | None) -> Path:
    folders = (Path.cwd(), *Path.cwd().parents)
    path = named or next((folder / HIDDEN / "corpus.db" for folder in folders if (folder / HIDDEN).is_dir()), None)
    if path is None or not path.is_file():
        raise CorpusError(str(path or Path.cwd()), "there is no corpus here; name its file with --corpus")
    return path


def _document(wanted: str, corpus: Corpus, path: Path) -> str:
    """Give the id of the one document that is meant; a whole id may be that of an earlier version."""
    if len(wanted) == _ID_LENGTH:
        return wanted
    found: dict[str, str] = {}
    for seen in corpus.paths(""):
        known = corpus.known(seen)
        if known and means(wanted, seen, known.document):
            found.setdefault(known.document, seen)
    if len(found) != 1:
        which = "; ".join(f"{seen} ({document[:12]})" for document, seen in [*found.items()][:_SHOWN])
        why = f"{wanted} may be {which}; name one" if found else f"it holds no document {wanted}"
        raise CorpusError(str(path), why)
    return next(iter(found))
