"""`search`: the passages or documents of some sources that answer a query or a question, best first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen import query
from briefgen.corpus import Scope, open_corpus
from briefgen.errors import NothingReadError
from briefgen.model.place import Span
from briefgen.model.query import Entity, Query, Term
from briefgen.model.source import Work
from briefgen.pipeline.evidence.ranking import Ranking
from briefgen.pipeline.evidence.shelf import CANDIDATES, Read, Shelf
from briefgen.pipeline.intake import Intake
from briefgen.pipeline.intake.ingest import ingest


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: a span of a document and its words, and the work; for a document as a whole, its best sentence.

    `matched` are the places in `exact` where the terms of the search stand, in order; none overlaps another.
    """

    rank: int
    score: float
    path: str
    document: str
    span: Span
    exact: str
    work: Work
    matched: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: a query (strict), a question (any of its words), or both; 0 is no limit."""

    query: str = ""
    question: str = ""
    entities: tuple[Entity, ...] = ()
    limit: int = 20
    by: str = "passage"


def search(
    wanted: Search, sources: Sequence[Path], corpus: str | Path, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Hit, ...], Intake]:
    """Give the best hits among `sources`, best first, and how the reading went; ties go to the path, then the place.

    `corpus` is a file, or ":memory:", which leaves nothing behind. Raises BriefgenError.
    """
    names = query.with_countries(wanted.entities)
    asked = query.parse(wanted.query, names) if wanted.query else None
    question = query.from_question(wanted.question, names)
    with open_corpus(corpus) as opened:
        intake = ingest(opened, sources, Path.cwd(), progress)
        if not intake.paths:
            raise NothingReadError([str(path) for path in sources], intake.skipped)
        return tuple(_hits(wanted, asked, question, opened.scope(intake.paths))), intake


def _hits(wanted: Search, asked: Query | None, question: tuple[Term, ...], scope: Scope) -> Iterator[Hit]:
    shelf = Shelf(scope)
    paths: dict[str, str] = {}
    for appearance in scope.appearances():
        paths.setdefault(appearance.document, appearance.path)
    limit = max(CANDIDATES, wanted.limit) if wanted.limit else scope.size
    matching = shelf.matching(asked or query.any_of(question), limit)
    ranking = Ranking(shelf, matching, asked, question)
    scored = (
        _by_document(matching, ranking)
        if wanted.by == "document"
        else ((read, each.passage.span, each.score) for read, _, each in ranking.sentences())
    )
    ordered = sorted(scored, key=lambda each: (-each[2], paths[each[0].source.document.id], each[1].start))
    for number, (read, span, score) in enumerate(ordered[: wanted.limit or None], start=1):
        document = read.source.document
        matched = tuple(_matched(asked, question, read, span))
        yield Hit(
            number, score, paths[document.id], document.id, span, span.of(document.text), read.source.work, matched
        )


def _matched(asked: Query | None, question: tuple[Term, ...], read: Read, within: Span) -> Iterator[Span]:
    """Give where in a span the terms of a search stand, from the span's start."""
    terms = query.any_of(question) if question else None
    parts = [part for each in (asked, terms) if each for part in query.facets(each)]
    end = within.start
    for span in sorted(span for part in parts for span in query.sightings(part, read.article)):
        if span.start >= end and within.contains(span):
            yield Span(span.start - within.start, span.end - within.start)
            end = span.end


def _by_document(matching: Sequence[Read], ranking: Ranking) -> Iterator[tuple[Read, Span, float]]:
    """Score whole articles; the span is that of the best sentence."""
    for read, score, scores in zip(matching, ranking.articles, ranking.scores(), strict=True):
        best = max(scores, key=lambda each: each.score, default=None)
        yield read, best.passage.span if best else Span(0, len(read.source.document.text)), score
