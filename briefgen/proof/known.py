"""Quotations whose excerpt is known: the words must be all of it, and nothing else."""

from briefgen.anchor.pages import Page
from briefgen.model.claim import Claim, Finding, Kind
from briefgen.proof.differences import differences
from briefgen.proof.identity import Identity
from briefgen.proof.size import is_short
from briefgen.proof.texts import Evidence, Texts
from briefgen.text import display
from briefgen.typography import plain


def prove(claim: Claim, identity: Identity, texts: Texts, evidence: Evidence) -> Finding:
    """Prove the words of a claim against the place of its excerpt, in the text itself."""
    excerpt = identity.excerpt
    page = texts.page(excerpt.document)
    if page is None or excerpt.span.end > len(page.text):
        return _elsewhere(claim, identity, texts, evidence) or Finding(
            Kind.UNPROVEN,
            claim,
            "the text of its source is not at hand",
            document=excerpt.document,
            how=identity.how,
            is_own=True,
        )
    standing = display(excerpt.span.of(page.text))
    kind = _compared(claim.words, standing)
    moved = _elsewhere(claim, identity, texts, evidence) if _is_foreign(claim, kind, page) else None
    return moved or Finding(
        kind,
        claim,
        _detail(claim, kind, page),
        is_minor=kind is Kind.TYPOGRAPHY,
        document=excerpt.document,
        span=excerpt.span,
        source=standing,
        differences=() if kind is Kind.EXACT else differences(standing, claim.words),
        how=identity.how,
        is_own=True,
    )


def _compared(words: str, standing: str) -> Kind:
    if words == standing:
        return Kind.EXACT
    return Kind.TYPOGRAPHY if plain(words).text == plain(standing).text else Kind.ALTERED


def _is_foreign(claim: Claim, kind: Kind, page: Page) -> bool:
    """Say whether altered words may be another source's: not if their own has them, nor if they are too few to tell."""
    return kind is Kind.ALTERED and not is_short(claim.words) and page.typographic(claim.words) is None


def _detail(claim: Claim, kind: Kind, page: Page) -> str:
    if kind is Kind.TYPOGRAPHY:
        return "the same words with other quotation marks, dashes, spaces or hyphens"
    if kind is Kind.ALTERED and page.typographic(claim.words):
        return "the words stand in the source, but they are not the whole excerpt, or are another part"
    return "these are not the words of the source" if kind is Kind.ALTERED else ""


def _elsewhere(claim: Claim, identity: Identity, texts: Texts, evidence: Evidence) -> Finding | None:
    """Look for the words in other documents than the one that is cited."""
    for document in evidence.candidates(claim.words):
        page = texts.page(document) if document != identity.excerpt.document else None
        span = page.exact(claim.words) if page else None
        if page and span:
            return Finding(
                Kind.MOVED,
                claim,
                "the words stand in another source, or a newer version, and not in the text that is cited",
                document=document,
                span=span,
                source=display(span.of(page.text)),
                how="by a search",
                is_own=True,
            )
    return None
