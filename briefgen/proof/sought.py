"""Quotations whose source nobody names, or only in words: they are searched for in all that is at hand."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefgen.anchor.pages import Page, Part
from briefgen.model.claim import Claim, Finding, Kind
from briefgen.model.place import Span
from briefgen.proof.differences import differences
from briefgen.proof.size import is_short, size
from briefgen.proof.texts import Evidence, Texts
from briefgen.text import display
from briefgen.typography import plain

HOW = "by a search"

_LIKELY = 5
"""Documents at most in which altered words are looked for."""
_SHARE, _OWN_SHARE, _SHARED = 0.6, 0.3, 6
"""Words are an altered quotation of a place when so much of them stands there in order, and so many (see `size`); less
is enough for a quotation that has a bookmark of ours, which was one."""
_OMISSION, _INSERTION = 2_000, 60
"""Characters at most of the source that an omission mark may stand for, and words in brackets."""
_OMITTED = re.compile(r"\s*[\[(]?(?:\u2026|\.\s?\.\s?\.(?:\s?\.)?)[\])]?\s*|(?P<inserted>\[[^\[\]]{0,80}\])")
_PARTS = 64
"""Omissions at most; with more of them nothing is quoted any more."""
_EDGES = " .,'"
"""What may stand at the edges of a title that is named in a sentence."""
_NAME = 4
"""How long the beginning of a title must be to name it (see `size`)."""
_ATTRIBUTION = re.compile(r"\s*(?:[\u2013-\u2015]\s*|\()[^\W_a-z][^()]{1,150}\)?\.?\Z")
"""What may stand behind the words of a block quotation: a dash or a bracket, and whose they are."""
_MARKS = " \"'\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e"
_NO_BRACKETS = str.maketrans("", "", "[]")
_LAST = re.compile(r"[.,\u3002\u3001](?=['\"\u2019\u201d]?\Z)")


def prove(claim: Claim, texts: Texts, evidence: Evidence) -> Finding | None:
    """Prove the words of a claim against all sources. None for a work's title, which is a name and no quotation."""
    if not evidence.is_at_hand:
        return Finding(Kind.UNPROVEN, claim, "there are no sources to prove it with")
    documents = tuple(evidence.candidates(claim.words))
    if not claim.is_block and any(_is_title(claim.words, evidence.titles(document)) for document in documents):
        return None
    pages = [(document, page) for document in documents if (page := texts.page(document))]
    return (
        _exact(claim, pages)
        or _typographic(claim, pages)
        or _abridged(claim, pages)
        or _altered(claim, pages)
        or Finding(
            Kind.UNKNOWN,
            claim,
            "no source holds these words" + (", which are few" if is_short(claim.words) else ""),
            is_minor=is_short(claim.words),
        )
    )


_Pages = Sequence[tuple[str, Page]]


def _exact(claim: Claim, pages: _Pages) -> Finding | None:
    found = ((document, page, span) for document, page in pages if (span := page.exact(claim.words)))
    return next((_found(Kind.EXACT, claim, *each) for each in found), None)


def _typographic(claim: Claim, pages: _Pages) -> Finding | None:
    for words, detail in _variants(claim):
        for document, page in pages:
            if span := page.typographic(words):
                return _found(Kind.TYPOGRAPHY, claim, document, page, span, detail)
    return None


def _variants(claim: Claim) -> Iterator[tuple[str, str]]:
    """Give the words, and as a sentence may take them in: its own last stop, its own first letter (CMOS 13.7)."""
    words = claim.words
    yield words, "the same words with other quotation marks, dashes, spaces or hyphens"
    yield words.strip(_MARKS), "the same words in marks of their own"
    shorter = _LAST.sub("", words)
    if claim.is_block:
        yield shorter, "the last stop is not the source's"
        yield _ATTRIBUTION.sub("", words).strip(_MARKS), "the same words, with whose they are behind them"
        return
    turned = words[:1].swapcase() + words[1:]
    yield shorter, "the last stop is not the source's"
    yield turned, "the first letter is small or capital in the source"
    yield turned[:1] + shorter[1:], "the first letter and the last stop are not the source's"


def _abridged(claim: Claim, pages: _Pages) -> Finding | None:
    bare = claim.words.translate(_NO_BRACKETS)
    parts = _parts(claim.words)
    for document, page in pages:
        span = page.typographic(bare) if bare != claim.words else None
        if span is None and parts is not None:
            span = page.abridged(parts)
        if span:
            detail = f"with marked omissions or insertions, in {len(span):,} characters of the source"
            return _found(Kind.ABRIDGED, claim, document, page, span, detail)
    return None


def _parts(words: str) -> tuple[Part, ...] | None:
    """Give what stands between marked omissions and insertions; None if that is nothing, or too little to tell.

    A word may go on in brackets: “[I]ts”, “ask[ed]”.
    """
    marks = list(islice(_OMITTED.finditer(words), _PARTS))
    starts, ends = (0, *(mark.end() for mark in marks)), (*(mark.start() for mark in marks), len(words))
    is_joint = (False, *(mark["inserted"] is not None for mark in marks), False)
    parts: list[Part] = []
    within = 0
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        within += (_INSERTION if is_joint[at] else _OMISSION) if at else 0
        said = plain(words[start:end]).text.strip(" ,;:.")
        if size(said):
            frayed = is_joint[at] and words[start].isalnum(), is_joint[at + 1] and words[end - 1].isalnum()
            parts.append(Part(said, *frayed, within))
            within = 0
    is_told = 0 < len(marks) < _PARTS and parts and min(size(part.words) for part in parts) > 1
    return tuple(parts) if is_told and not is_short(" ".join(part.words for part in parts)) else None


def altered(claim: Claim, texts: Texts, evidence: Evidence) -> Finding | None:
    """Give the place that is most like the words of a claim, as an alteration of it; None if nothing is like them."""
    return _altered(claim, [(each, page) for each in evidence.candidates(claim.words) if (page := texts.page(each))])


def _altered(claim: Claim, pages: _Pages) -> Finding | None:
    likes = (
        (like.share, document, page, like.span)
        for document, page in islice(pages, _LIKELY)
        if (like := page.nearest(claim.words)) and like.share * size(claim.words) >= _SHARED
    )
    best = max(likes, key=lambda each: each[0], default=None)
    if best is None or best[0] < (_OWN_SHARE if claim.excerpt else _SHARE):
        return None
    return _found(Kind.ALTERED, claim, *best[1:], "these are not the words of the source")


def _found(kind: Kind, claim: Claim, document: str, page: Page, span: Span, detail: str = "") -> Finding:
    standing = display(span.of(page.text))
    return Finding(
        kind,
        claim,
        detail,
        is_minor=kind in {Kind.TYPOGRAPHY, Kind.ABRIDGED},
        document=document,
        span=span,
        source=standing,
        differences=() if kind is Kind.EXACT else differences(standing, claim.words),
        how=HOW,
    )


def _is_title(words: str, titles: Sequence[str]) -> bool:
    """Say whether words are a title, its beginning as short forms have it, or quoted within it."""
    said = plain(words).text.strip(_EDGES).casefold()
    return any(_names(said, plain(title).text.casefold()) for title in titles)


def _names(said: str, title: str) -> bool:
    trimmed = title.strip(_EDGES)
    begins = trimmed.startswith(said) and not trimmed[len(said) : len(said) + 1].isalnum() and size(said) >= _NAME
    return bool(said) and (said == trimmed or begins or f"'{said}'" in title)
