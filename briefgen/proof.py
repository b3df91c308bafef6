"""Proof that the quotations of a finished file stand in their sources.

Presence is proved: these words stand in this document at this place. Whether they support what is said around them is
not, and nothing here claims it.
"""

from collections.abc import Callable, Mapping, Sequence

from briefgen.model.brief import Brief, Claim, Excerpt, Finding
from briefgen.text import digest, display

EXACT, ALTERED, MISSING, UNKNOWN, UNPROVEN = "exact", "altered", "missing", "unknown", "unproven"
"""Exact: the words stand at their place. Altered: other words do. Missing: the file lacks a quotation of its brief.
Unknown: the file quotes what its brief does not hold. Unproven: the source's text is not at hand, or is another."""


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
        Finding(MISSING, Claim(excerpt.text, excerpt.id, excerpt.number), "the file does not hold this excerpt")
        for excerpt in lacking
    ]
    return tuple(findings)


def _excerpt(claim: Claim, by_id: Mapping[str, Excerpt], by_number: Mapping[int, Excerpt]) -> Excerpt | None:
    return by_id.get(claim.excerpt) if claim.excerpt else by_number.get(claim.number)


def _prove(claim: Claim, excerpt: Excerpt | None, text: Callable[[str], str | None]) -> Finding:
    if excerpt is None:
        return Finding(UNKNOWN, claim, "the brief holds no such excerpt")
    source = text(excerpt.document)
    if source is None or digest(source) != excerpt.document:
        return Finding(UNPROVEN, claim, "the source's text is not at hand")
    standing = display(excerpt.selector.span.of(source))
    if claim.words == standing and standing == excerpt.text:
        return Finding(EXACT, claim)
    return Finding(ALTERED, claim, f"the source says: {standing}")
