"""What was found of a finished file, in words and as JSON."""

from collections.abc import Iterator

from briefgen.cli.options import short
from briefgen.model.claim import Claim, Finding, Kind, Pending, Unevidenced
from briefgen.pipeline.verify import Verified
from briefgen.report import PRESENCE, signed, summary

_OF_CITATION = frozenset({Kind.MISCITED, Kind.UNCITED})


def show(verified: Verified) -> None:
    """Print a table of all findings, then more of each that is not exact, then what else there is to know.

    Where there was nothing to prove with, that is all there is to say.
    """
    verdict = verified.verdict
    print(f"{verified.path}: {summary(verdict)}")
    if all(finding.kind is Kind.UNPROVEN for finding in verdict.findings):
        return
    print(*_table(verified), sep="\n", end="\n" if verdict.findings else "")
    for number, finding in enumerate(verdict.findings, start=1):
        if finding.kind is not Kind.EXACT:
            print(*_told(number, finding, verified), sep="\n")
    print(*_rest(verified), sep="\n")


def _table(verified: Verified) -> Iterator[str]:
    """Give a row for each finding, its columns as wide as they must be."""
    findings = verified.verdict.findings
    rows = [(f.kind, f.claim.place, _where(f, verified)) for f in findings]
    kinds, places, _ = (max(map(len, column), default=0) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    for number, (finding, (kind, place, where)) in enumerate(zip(findings, rows, strict=True), start=1):
        yield f"{number:>4}  {kind:<{kinds}}  {place:<{places}}  {short(finding.claim.words)}  {where}".rstrip()


def _told(number: int, finding: Finding, verified: Verified) -> Iterator[str]:
    claim = finding.claim
    yield f"\n{number}. {finding.kind}{' (minor)' * finding.is_minor}: {finding.detail}"
    if finding.kind not in _OF_CITATION:
        side = "brief " if finding.kind is Kind.MISSING else "file  "
        yield f"   {side}  {signed(finding.differences) or claim.words}"
        if finding.source:
            yield f"   source  {finding.source}"
    if claim.note:
        yield f"   note    {claim.note}"
    if where := _where(finding, verified):
        yield f"   stands  {where}{f', found {finding.how}' if finding.how else ''}"


def _rest(verified: Verified) -> Iterator[str]:
    verdict = verified.verdict
    if verdict.unevidenced:
        yield "\nNot in evidence: the prose has these and no quotation of the file does; the sources may"
        yield from (f"  {each.kind:<6}  {each.words}  ({each.place})" for each in verdict.unevidenced)
    if verdict.pending:
        yield "\nPending: read as if accepted"
        yield from (
            f"  {each.change} by {each.author or 'somebody'}, {each.place}: {short(each.words)}"
            for each in verdict.pending
        )
    yield from (f"\nNote: {remark}" for remark in verdict.remarks)
    yield f"\n{PRESENCE}"


def _where(finding: Finding, verified: Verified) -> str:
    path = _path(finding, verified)
    if not path:
        return ""
    span = f" [{finding.span.start}:{finding.span.end}]" if finding.span else ""
    return f"{path}{span}"


def _path(finding: Finding, verified: Verified) -> str:
    seen = verified.seen.get(finding.document, ())
    return seen[0].path if seen else ""


def plain(verified: Verified) -> dict[str, object]:
    """Give all that was found of a file for programs to read."""
    verdict = verified.verdict
    return {
        "file": str(verified.path),
        "sha256": verified.sha256,
        "ok": not verdict.faults,
        "counts": {str(kind): number for kind, number in verdict.counts},
        "findings": [_finding(each, verified) for each in verdict.findings],
        "not_in_evidence": [_unevidenced(each) for each in verdict.unevidenced],
        "pending": [_pending(each) for each in verdict.pending],
        "remarks": list(verdict.remarks),
    }


def _finding(finding: Finding, verified: Verified) -> dict[str, object]:
    span = finding.span
    return {
        "kind": finding.kind,
        "fault": finding.is_fault,
        "detail": finding.detail,
        **_claim(finding.claim),
        "document": finding.document,
        "path": _path(finding, verified),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "source": finding.source,
        "differences": [{"edit": each.edit, "words": each.words} for each in finding.differences],
        "found": finding.how,
    }


def _claim(claim: Claim) -> dict[str, object]:
    names = ("place", "words", "excerpt", "number", "note", "line")
    return {name: getattr(claim, name) for name in names}


def _unevidenced(each: Unevidenced) -> dict[str, str]:
    return {"kind": each.kind, "words": each.words, "place": each.place}


def _pending(each: Pending) -> dict[str, str]:
    return {"change": each.change, "words": each.words, "author": each.author, "place": each.place}
