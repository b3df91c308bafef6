"""`verify`: what a finished file claims, proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from briefgen import proof, record, sources
from briefgen.corpus import Corpus
from briefgen.errors import RecordError, UnreadableError
from briefgen.formats import format_of
from briefgen.model.claim import Claim, Finding, Finished, Kind, Verdict
from briefgen.model.record import Record
from briefgen.model.source import Appearance
from briefgen.pipeline.bench import Bench
from briefgen.pipeline.forget import remembered
from briefgen.pipeline.witness import Witness
from briefgen.proof.unevidenced import unevidenced

BESIDE = "brief.json"

Seen = Mapping[str, tuple[Appearance, ...]]
"""For each document of some findings, what it was seen as, the newest first."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A finished file, its bytes, and what was found of it; `own` is the record that it carries or names itself."""

    path: Path
    data: bytes
    verdict: Verdict
    seen: Seen
    own: Record | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def verify(path: Path, bench: Bench, *, since: bool = False) -> Verified:
    """Prove the quotations of a finished file; `since` also asks whether its sources still stand as they were read.

    Raises UnreadableError for a file that cannot be read.
    """
    return verify_data(sources.load_bytes(path), path, bench, since=since)


def verify_data(data: bytes, path: Path, bench: Bench, *, since: bool = False) -> Verified:
    """Prove the bytes of a finished file that stands, or would stand, at `path`; see `verify`."""
    finished = format_of(data).read(data)
    kept, remarks = _record(path, finished, bench)
    witness = Witness(bench.corpus)
    verdict = remembered(proof.prove(finished, kept.excerpts if kept else (), witness), bench.corpus)
    documents = dict.fromkeys(finding.document for finding in verdict.findings if finding.document)
    seen = {document: witness.appearances(document) for document in documents}
    changed = tuple(_changed(verdict, seen, bench)) if since else ()
    verdict = replace(
        verdict,
        findings=(*verdict.findings, *changed),
        unevidenced=unevidenced(finished.prose, proof.told(verdict.findings, witness)),
        remarks=(*finished.remarks, *remarks, *verdict.remarks),
    )
    return Verified(path, data, verdict, seen, _own(finished, bench))


def _record(path: Path, finished: Finished, bench: Bench) -> tuple[Record | None, tuple[str, ...]]:
    """Give the record of a file, and what is to be said of it: the ledger's, else its own, else the one beside it."""
    kept = _kept(finished, bench)
    if kept:
        return record.recorded(kept), ()
    try:
        if finished.record:
            return record.recorded(finished.record), ()
        beside = path.with_name(BESIDE)
        if finished.digest and beside.is_file():
            return record.recorded(sources.load_bytes(beside).decode()), ()
    except (RecordError, UnreadableError, ValueError) as error:
        return None, (f"its record cannot be read, and every quotation was searched for ({error})",)
    return None, ()


def _own(finished: Finished, bench: Bench) -> Record | None:
    named = bench.ledger.record(finished.digest) if finished.digest and bench.ledger else None
    try:
        return record.recorded(finished.record or named or "")
    except RecordError:
        return None


def _kept(finished: Finished, bench: Bench) -> str | None:
    """Give the record that the ledger has of a file: what briefgen itself wrote is better than what the file says.

    It is the one that the file names or carries; else, where that is gone or was changed, the one with its excerpts.
    """
    if bench.ledger is None:
        return None
    named = finished.digest or (record.digest(finished.record) if finished.record else "")
    kept = bench.ledger.record(named) if named else None
    if kept or finished.digest:
        return kept
    return bench.ledger.record_of(claim.excerpt for claim in finished.claims if claim.excerpt)


def _changed(verdict: Verdict, seen: Seen, bench: Bench) -> Iterator[Finding]:
    """Give a finding for each source that no longer stands where it was read, as it was."""
    for document, appearances in seen.items():
        if not any(_stands(each, bench) for each in appearances):
            claim = next(finding.claim for finding in verdict.findings if finding.document == document)
            there = [each.path for each in appearances if sources.file_of(bench.home / each.path)]
            detail = f"{there[0]} has changed since it was quoted" if there else "its source is gone"
            yield Finding(Kind.CHANGED, Claim(claim.words, place=claim.place), detail, document=document)


def _stands(seen: Appearance, bench: Bench) -> bool:
    try:
        if sources.locate(bench.home / seen.path).sha256 == seen.sha256:
            return True
    except UnreadableError:
        pass
    return bench.corpus is not None and _is_as_read(seen, bench.home, bench.corpus)


def _is_as_read(seen: Appearance, home: Path, corpus: Corpus) -> bool:
    """Say whether the file that holds a source has the bytes that the corpus read the source from.

    A row of an export whose columns a config names can be found in no other way without the config.
    """
    path, known = PurePosixPath(seen.path), corpus.known(seen.path)
    file = sources.file_of(home / path)
    container = next((corpus.known(str(each)) for each in path.parents if home / each == file), None)
    if file is None or container is None or known is None or known.sha256 != seen.sha256:
        return False
    return container.sha256 == sha256(sources.load_bytes(file, sources.CONTAINER_LIMIT)).hexdigest()
