"""Proof that the quotations of a finished file stand in their sources.

Presence is proved: these words stand in this document at this place. Whether they support what is said around them is
not, and nothing here claims it.
"""

from collections.abc import Callable, Mapping, Sequence

from briefgen.model.brief import Brief, Excerpt
from briefgen.model.claim import Claim, Finding, Kind
from briefgen.text import digest, display


def prove(claims: Sequence[Claim], brief: Brief, text: Callable[[str], str | None]) -> tuple[Finding, ...]:
    """Prove what a file claims against the texts of the brief's documents.

    `text` gives a document's canonical text by its id, or None; it is hashed again here. Every claim gets a finding,
    and so does every excerpt of the brief that no claim stands for.
    """
    by_id = {excerpt.id: excerpt for excerpt in brief.excerpts}
    by_number = {excerpt.number: excerpt for excerpt in brief.excerpts}
    findings = [_prove(claim, _excerpt(claim, by_id, by_number), text) for claim in claims]
    claimed = {excerpt.id for claim in claims if (excerpt := _excerpt(claim, by_id, by_number))}
    lacking = (excerpt for excerpt in brief.excerpts if excerpt.id not in claimed)
    findings += [
        Finding(Kind.MISSING, Claim(excerpt.text, excerpt.id, excerpt.number), "the file does not hold this excerpt")
        for excerpt in lacking
    ]
    return tuple(findings)


def _excerpt(claim: Claim, by_id: Mapping[str, Excerpt], by_number: Mapping[int, Excerpt]) -> Excerpt | None:
    return by_id.get(claim.excerpt) if claim.excerpt else by_number.get(claim.number)


def _prove(claim: Claim, excerpt: Excerpt | None, text: Callable[[str], str | None]) -> Finding:
    if excerpt is None:
        return Finding(Kind.UNKNOWN, claim, "the brief holds no such excerpt")
    source = text(excerpt.document)
    if source is None or digest(source) != excerpt.document:
        return Finding(Kind.UNPROVEN, claim, "the source's text is not at hand")
    standing = display(excerpt.selector.span.of(source))
    if claim.words == standing and standing == excerpt.text:
        return Finding(Kind.EXACT, claim)
    return Finding(Kind.ALTERED, claim, f"the source says: {standing}")
