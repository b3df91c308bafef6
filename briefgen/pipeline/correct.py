"""What a verified file is made into: a copy with remarks, a copy with its missing notes, a page to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen import sources
from briefgen.corpus import Corpus
from briefgen.errors import UnreadableError
from briefgen.formats import format_of
from briefgen.model.claim import Finding, Kind, Spot
from briefgen.model.source import Appearance
from briefgen.pipeline.citation import citations
from briefgen.pipeline.verify import Verified
from briefgen.proof.size import is_short
from briefgen.report import html, signed

_STANDING = frozenset({Kind.EXACT, Kind.TYPOGRAPHY, Kind.ABRIDGED, Kind.UNCITED})
_BODY = "body"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a Word file, how much was added to it, and whether it had some before."""

    data: bytes
    added: int
    has_some: bool = False


def want_word(path: Path) -> None:
    """Raise UnreadableError for a file that is no Word file: no other can be given comments or notes."""
    if format_of(sources.load_bytes(path)).name != "docx":
        raise UnreadableError(str(path), "only a Word file can be given comments or notes")


def annotated(verified: Verified) -> Copy:
    """Give a copy of a Word file with a comment at each finding that is not exact. Raises UnreadableError."""
    from briefgen.formats.docx.annotating import Remark, annotate  # noqa: PLC0415 - few ask for it

    findings = (finding for finding in verified.verdict.findings if finding.kind is not Kind.EXACT)
    remarks = [Remark(finding.claim.spot, _remark(finding, verified)) for finding in findings if finding.claim.spot]
    return Copy(annotate(verified.data, remarks), len(remarks))


def footnoted(verified: Verified, corpus: Corpus | None, style: str | Path) -> Copy:
    """Give a copy of a Word file with a note at each proved quotation of the body that has none and is not short.

    `style` is that of the notes. Raises UnreadableError, and StyleError for a CSL file.
    """
    from briefgen.formats.docx.footnoting import Missing, footnote  # noqa: PLC0415 - few ask for it

    unnoted = list(_unnoted(verified)) if corpus else []
    places = [(corpus.source(f.document), f.span) for f, _ in unnoted if corpus and f.span]
    notes = [
        Missing(spot, runs, source.work.language)
        for (_, spot), (source, _), runs in zip(unnoted, places, citations(places, style), strict=True)
    ]
    return Copy(footnote(verified.data, notes), len(notes), any(f.claim.note for f in verified.verdict.findings))


def page(verified: Sequence[Verified]) -> bytes:
    """Give a page that shows what was found of these files, each quotation beside its source."""
    names = {document: _name(seen) for each in verified for document, seen in each.seen.items()}
    return html([(str(each.path), each.verdict) for each in verified], names).encode()


def _unnoted(verified: Verified) -> Iterator[tuple[Finding, Spot]]:
    for finding in verified.verdict.findings:
        claim = finding.claim
        is_wanted = finding.kind in _STANDING and not claim.note and not is_short(claim.words)
        if is_wanted and finding.span and claim.spot and claim.spot.story == _BODY:
            yield finding, claim.spot


def _remark(finding: Finding, verified: Verified) -> str:
    """Say what is wrong, and what the source says."""
    said = [f"{str(finding.kind).capitalize()}: {finding.detail}."]
    if finding.differences:
        said.append(signed(finding.differences))
    if source := _name(verified.seen.get(finding.document, ())):
        said.append(f"Source: {source}")
    return "\n".join(said)


def _name(seen: Sequence[Appearance]) -> str:
    """Name a document by its title and the path where it was seen last."""
    if not seen:
        return ""
    title, path = seen[0].work.title, seen[0].path
    return f"{title} ({path})" if title else path
