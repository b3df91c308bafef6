"""`verify`: what a finished file claims, proved."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen import proof, record, sources
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
    """A finished file, its bytes, and what was found of it."""

    path: Path
    data: bytes
    verdict: Verdict
    seen: Seen

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def verify(path: Path, bench: Bench, *, since: bool = False) -> Verified:
    """Prove the quotations of a finished file; `since` also asks whether its sources still stand as they were read.

    Raises UnreadableError for a file that cannot be read.
    """
    data = sources.load_bytes(path)
    finished = format_of(data).read(data)
    kept, remarks = _record(path, finished, bench)
    witness = Witness(bench.corpus)
    verdict = remembered(proof.prove(finished, kept.excerpts if kept else (), witness), bench.corpus)
    documents = dict.fromkeys(finding.document for finding in verdict.findings if finding.document)
    seen = {document: witness.appearances(document) for document in documents}
    changed = tuple(_changed(verdict, seen, bench.home)) if since else ()
    verdict = replace(
        verdict,
        findings=(*verdict.findings, *changed),
        unevidenced=unevidenced(finished.prose, proof.told(verdict.findings, witness)),
        remarks=(*remarks, *verdict.remarks),
    )
    return Verified(path, data, verdict, seen)


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


def _kept(finished: Finished, bench: Bench) -> str | None:
    """Give the record that the ledger has of a file: what briefgen itself wrote is better than what the file says."""
    if bench.ledger is None:
        return None
    if finished.digest:
        return bench.ledger.record(finished.digest)
    return bench.ledger.record_of(claim.excerpt for claim in finished.claims if claim.excerpt)


def _changed(verdict: Verdict, seen: Seen, home: Path) -> Iterator[Finding]:
    """Give a finding for each source that no longer stands where it was read, as it was."""
    for document, appearances in seen.items():
        if not any(_stands(home / each.path, each.sha256) for each in appearances):
            claim = next(finding.claim for finding in verdict.findings if finding.document == document)
            there = [each.path for each in appearances if sources.file_of(home / each.path)]
            detail = f"{there[0]} has changed since it was quoted" if there else "its source is gone"
            yield Finding(Kind.CHANGED, Claim(claim.words, place=claim.place), detail, document=document)


def _stands(path: Path, sha256: str) -> bool:
    try:
        return sources.locate(path).sha256 == sha256
    except UnreadableError:
        return False
