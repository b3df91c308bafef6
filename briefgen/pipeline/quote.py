"""`quote`: the whole sentence that begins with, or holds, some words, with its citation."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.anchor.pages import Page
from briefgen.corpus import Corpus
from briefgen.model.brief import Run
from briefgen.model.place import Span
from briefgen.model.source import Source
from briefgen.passages import sentences as cut
from briefgen.pipeline.bench import Bench
from briefgen.pipeline.citation import citations, sentences
from briefgen.pipeline.witness import Witness
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Quoted:
    """Whole sentences of a source, as a reader sees them, where they stand, and their citation.

    `is_exact` says that the words that were asked for stand there to the letter; `is_body`, that briefgen would quote
    it: it is neither a title nor what surrounds an article on its page.
    """

    words: str
    source: Source
    span: Span
    citation: tuple[Run, ...]
    is_exact: bool
    is_body: bool


def quote(words: str, bench: Bench, limit: int, style: str | Path) -> tuple[Quoted, ...]:
    """Give the sentences that hold `words`, at most `limit` (0 is no limit), a document once, cited in a style.

    Those to the letter come first, then those that differ in typography or capitals alone; works that re-tell another
    come last among each. Words that stand nowhere give nothing. Raises BriefgenError.
    """
    if bench.corpus is None:
        return ()
    found = [
        each
        for exact in (True, False)
        for each in sorted(_places(words, bench.corpus, exact=exact), key=lambda each: each[0].work.is_retold)
    ]
    firsts = {source.document.id: (source, span, exact) for source, span, exact in reversed(found)}
    chosen = [firsts[key] for key in dict.fromkeys(source.document.id for source, _, _ in found)][: limit or None]
    widened = [(source, _whole(source, span)) for source, span, _ in chosen]
    return tuple(
        Quoted(
            words=display(span.of(source.document.text)),
            source=source,
            span=span,
            citation=citation,
            is_exact=exact,
            is_body=bool(sentences(source, span)),
        )
        for (source, span), (_, _, exact), citation in zip(widened, chosen, citations(widened, style), strict=True)
    )


def _places(words: str, corpus: Corpus, *, exact: bool) -> Iterator[tuple[Source, Span, bool]]:
    for document in Witness(corpus).candidates(words):
        source = corpus.source(document)
        page = Page(source.document.text)
        span = page.exact(words) if exact else page.typographic(words) or page.caseless(words)
        if span:
            yield source, span, exact


def _whole(source: Source, span: Span) -> Span:
    """Widen a span to the whole sentences that it touches; outside of the body, to the whole block."""
    found = [each.span for each in sentences(source, span)]
    for block in () if found else source.blocks:
        pieces = cut(source.document.text, block.span.start, block.span.end) if block.is_body else (block.span,)
        found += (each for each in pieces if each.touches(span))
    touched = [span, *found]
    return Span(min(each.start for each in touched), max(each.end for each in touched))
