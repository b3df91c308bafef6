"""From what a file says to what is found of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.model.claim import Change, Claim, Finding, Finished, Kind, Pending, Verdict
from briefgen.model.record import Recorded
from briefgen.proof import citing, known, sought
from briefgen.proof.identity import BY_NAME, Identity, identify, named
from briefgen.proof.texts import Evidence, Texts

_STANDING = frozenset({Kind.EXACT, Kind.TYPOGRAPHY, Kind.ABRIDGED, Kind.MISCITED, Kind.UNCITED})
"""The kinds of finding whose words stand in a source."""
_ARTICLES = {Change.INSERTION: "an"}
_FAILURES = 50
"""Bookmarks of ours at most whose excerpt is looked for in vain, before the others are taken for anybody's."""

_Proved = tuple[Finding, Identity | None]


def prove(finished: Finished, record: Sequence[Recorded], evidence: Evidence) -> Verdict:
    """Prove what a finished file claims.

    `record` tells which excerpts its brief has; it is believed in nothing but what it cites, since an excerpt's id is
    made of its place and the words there are looked at in the text itself, hashed anew. Each quotation of the file has
    a finding of its words; a quotation whose citation is wrong has one of that too, in the place of Exact. Each excerpt
    that the file does not hold has one as well. Titles of works in quotation marks have none.
    """
    return _Proof(finished, record, evidence).verdict()


def told(findings: Sequence[Finding], evidence: Evidence) -> tuple[str, ...]:
    """Give what the quotations of a file tell: their words in the sources, and what is known of these."""
    standing = [finding for finding in findings if finding.kind in _STANDING]
    documents = dict.fromkeys(finding.document for finding in standing)
    facts = (fact for document in documents for facts in evidence.facts(document) for fact in facts)
    return (*(finding.source for finding in standing), *facts)


class _Proof:
    def __init__(self, finished: Finished, record: Sequence[Recorded], evidence: Evidence) -> None:
        self._finished, self._record, self._evidence = finished, record, evidence
        self._texts = Texts(evidence)
        self._failures = 0

    def verdict(self) -> Verdict:
        claims = self._finished.claims
        identities = identify(claims, self._record)
        proved = [each for pair in zip(claims, identities, strict=True) if (each := self._words(*pair))]
        noted = {identity.excerpt.excerpt for finding, identity in proved if identity and finding.claim.note}
        findings = [each for finding, identity in proved for each in self._cited(finding, identity, noted)]
        findings = [self._with_changes(finding) for finding in findings]
        missing = self._missing(proved)
        return Verdict((*findings, *missing), pending=self._finished.pending, remarks=tuple(self._remarks(identities)))

    def _words(self, claim: Claim, identity: Identity | None) -> _Proved | None:
        """Prove the words of a claim; None for what is no quotation."""
        if identity:
            return self._known(claim, identity), identity
        finding = sought.prove(claim, self._texts, self._evidence)
        if finding is None or not claim.excerpt:
            return (finding, None) if finding else None
        identity = self._named(finding)
        if identity:
            return self._known(claim, identity), identity
        if finding.kind in {Kind.EXACT, Kind.TYPOGRAPHY, Kind.ABRIDGED}:
            detail = "the words stand in a source, but they are not the excerpt that the bookmark names"
            finding = replace(finding, kind=Kind.ALTERED, detail=detail, is_minor=False)
        return finding, None

    def _known(self, claim: Claim, identity: Identity) -> Finding:
        """Prove the words of a known excerpt; where its text is not at hand, show what of the evidence is most like."""
        finding = known.prove(claim, identity, self._texts, self._evidence)
        like = sought.altered(claim, self._texts, self._evidence) if finding.kind is Kind.UNPROVEN else None
        if like is None:
            return finding
        detail = "the text of its source is not at hand, and what is most like it says something else"
        return replace(like, kind=Kind.UNPROVEN, detail=detail, is_own=True)

    def _named(self, finding: Finding) -> Identity | None:
        """Look for the excerpt that a bookmark names, near what was found."""
        page = self._texts.page(finding.document) if finding.span else None
        if page is None or finding.span is None or self._failures == _FAILURES:
            return None
        identity = named(finding.claim.excerpt, finding.document, page, finding.span)
        self._failures += identity is None
        return identity

    def _cited(self, finding: Finding, identity: Identity | None, noted: set[str]) -> Iterator[Finding]:
        """Give the finding of the words, and that of the citation; Exact only where both are right."""
        fault = self._citation(finding, identity, noted)
        if fault is None or finding.kind is not Kind.EXACT:
            yield finding
        if fault is not None:
            yield replace(finding, kind=fault[0], detail=fault[1], is_minor=False, differences=())

    def _citation(self, finding: Finding, identity: Identity | None, noted: set[str]) -> tuple[Kind, str] | None:
        claim = finding.claim
        if finding.kind in {Kind.UNPROVEN, Kind.UNKNOWN, Kind.MOVED}:
            return None
        if identity is None:
            other = self._misnamed(finding)
            return (Kind.MISCITED, f"its note names “{other}”, which does not hold these words") if other else None
        excerpt = identity.excerpt
        if not (excerpt.note or claim.note or identity.how == BY_NAME):
            return None
        if not claim.note and not claim.excerpt and excerpt.excerpt in noted:
            return None  # the same words once more, beside the printing that has the note
        page = self._texts.page(excerpt.document)
        return citing.fault(claim, excerpt, self._evidence.facts(excerpt.document), page.text if page else "")

    def _misnamed(self, finding: Finding) -> str:
        """Give the title that a note names, if no source of that title holds the words; else nothing."""
        note = finding.claim.note
        named = [
            (title, document)
            for document in (self._evidence.candidates(note) if note else ())
            for title in self._evidence.titles(document)
            if citing.names(note, title)
        ]
        is_right = any(document == finding.document or self._holds(document, finding) for _, document in named)
        return "" if is_right else next(iter(named), ("",))[0]

    def _holds(self, document: str, finding: Finding) -> bool:
        page = self._texts.page(document)
        return page is not None and page.typographic(finding.claim.words) is not None

    def _with_changes(self, finding: Finding) -> Finding:
        spot = finding.claim.spot
        within = [each for each in self._finished.pending if spot and each.spot and each.spot.touches(spot)]
        changes = ", ".join(dict.fromkeys(_pending(each) for each in within))
        return replace(finding, detail="; ".join(filter(None, (finding.detail, changes)))) if changes else finding

    def _missing(self, proved: Sequence[_Proved]) -> Iterator[Finding]:
        """Give what the record has and the file has not, if the record is this file's at all."""
        ours = {each.excerpt for each in self._record}
        held = {identity.excerpt.excerpt for _, identity in proved if identity} & ours
        if any(finding.claim.excerpt for finding, _ in proved) and not held:
            return
        for excerpt in self._record:
            if excerpt.is_sound and excerpt.excerpt not in held and not _is_in(excerpt, proved):
                held.add(excerpt.excerpt)
                claim = Claim(excerpt.words, excerpt.excerpt, excerpt.number, note=excerpt.note)
                yield Finding(
                    Kind.MISSING,
                    claim,
                    "the brief has this excerpt, and the file no longer holds it",
                    document=excerpt.document,
                    span=excerpt.span,
                    is_own=True,
                )

    def _remarks(self, identities: Sequence[Identity | None]) -> Iterator[str]:
        unsound = sum(not each.is_sound for each in self._record)
        if unsound:
            yield f"the record has been changed: {unsound} of its excerpts do not stand where their names say"
        if self._record and self._finished.claims and not any(identities):
            yield "the record is another brief's: none of the quotations is one of its excerpts"


def _is_in(excerpt: Recorded, proved: Sequence[_Proved]) -> bool:
    """Say whether a quotation that was searched for is what the file made of an excerpt."""
    return any(
        identity is None
        and finding.document == excerpt.document
        and finding.span is not None
        and finding.span.start < excerpt.span.end
        and excerpt.span.start < finding.span.end
        for finding, identity in proved
    )


def _pending(pending: Pending) -> str:
    return f"{_ARTICLES.get(pending.change, 'a')} {pending.change} by {pending.author or 'somebody'} is pending here"
