"""What a verified file is made into: a copy with remarks, a copy with its missing notes, a page to look at."""

from collections.abc import Iterator, Sequence

from briefgen.corpus import Corpus
from briefgen.errors import UnreadableError
from briefgen.formats import format_of
from briefgen.model.claim import Finding, Kind, Spot
from briefgen.model.source import Appearance
from briefgen.pipeline.citation import citations
from briefgen.pipeline.verify import Verified

_STANDING = frozenset({Kind.EXACT, Kind.TYPOGRAPHY, Kind.ABRIDGED})


def annotated(verified: Verified) -> bytes:
    """Give a copy of a Word file with a comment at each finding that is not exact. Raises UnreadableError."""
    from briefgen.formats.docx.annotating import Remark, annotate  # noqa: PLC0415 - few ask for it

    _want_word(verified)
    findings = (finding for finding in verified.verdict.findings if finding.kind is not Kind.EXACT)
    remarks = [Remark(finding.claim.spot, _remark(finding, verified)) for finding in findings if finding.claim.spot]
    return annotate(verified.data, remarks)


def footnoted(verified: Verified, corpus: Corpus | None) -> bytes:
    """Give a copy of a Word file with a note at each proved quotation that has none. Raises UnreadableError."""
    from briefgen.formats.docx.footnoting import Missing, footnote  # noqa: PLC0415 - few ask for it

    _want_word(verified)
    unnoted = list(_unnoted(verified))
    places = [(corpus.source(f.document), f.span) for f, _ in unnoted if corpus and f.span]
    return footnote(
        verified.data,
        [Missing(spot, runs) for (_, spot), runs in zip(unnoted, citations(places), strict=True)],
    )


def page(verified: Sequence[Verified]) -> bytes:
    """Give a page that shows what was found of these files, each quotation beside its source."""
    from briefgen.report import html  # noqa: PLC0415 - few ask for it

    sources = {document: _name(seen) for each in verified for document, seen in each.seen.items()}
    return html([(str(each.path), each.verdict) for each in verified], sources).encode()


def _name(seen: Sequence[Appearance]) -> str:
    """Name a document by its title and the path where it was seen last."""
    if not seen:
        return ""
    title, path = seen[0].work.title, seen[0].path
    return f"{title} ({path})" if title else path


def _unnoted(verified: Verified) -> Iterator[tuple[Finding, Spot]]:
    for finding in verified.verdict.findings:
        claim = finding.claim
        if finding.kind in _STANDING and finding.span and claim.spot and not claim.note:
            yield finding, claim.spot


def _remark(finding: Finding, verified: Verified) -> str:
    """Say what is wrong, and what the source says."""
    said = [f"{str(finding.kind).capitalize()}: {finding.detail}."]
    if finding.source:
        said.append(f"The source says: “{finding.source}”")
    if source := _name(verified.seen.get(finding.document, ())):
        said.append(f"Source: {source}")
    return "\n".join(said)


def _want_word(verified: Verified) -> None:
    if format_of(verified.data).name != "docx":
        raise UnreadableError(str(verified.path), "only a Word file can be given comments or notes")
