"""The sources that a brief may draw on, each read once: which match a query, and how their sentences score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen import query
from briefgen.corpus import Scope
from briefgen.model.query import Or, Phrase, Query, Term
from briefgen.model.source import Passage, Source
from briefgen.words import content

if TYPE_CHECKING:
    from briefgen import rank

CANDIDATES = 500
"""How many documents, the engine's best, are looked at sentence by sentence for one topic."""


@dataclass(frozen=True)
class Read:
    """A source with its sentences and its words as a query sees them, each made once."""

    source: Source

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of its body."""
        from briefgen.passages import passages  # noqa: PLC0415 - who only asks what matches needs no sentences

        return passages(self.source)

    @cached_property
    def article(self) -> query.Article:
        """Its words as a query sees them."""
        return query.article(self.source)

    @cached_property
    def contents(self) -> tuple[frozenset[str], ...]:
        """For each sentence, the stems that carry meaning."""
        text = self.source.document.text
        return tuple(frozenset(content(passage.span.of(text))) for passage in self.passages)


class Shelf:
    """The sources of one scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._read: dict[str, Read] = {}

    def read(self, document: str) -> Read:
        """Give a document, read."""
        if document not in self._read:
            self._read[document] = Read(self.scope.source(document))
        return self._read[document]

    def matching(self, asked: Query, limit: int = CANDIDATES) -> list[Read]:
        """Give the articles that match, among the engine's best `limit`, in the engine's order."""
        candidates = map(self.read, self.scope.candidates(asked, limit))
        return [read for read in candidates if query.matches(asked, read.article)]

    def asks(
        self, matching: Sequence[Read], asked: Query | None, question: str
    ) -> "tuple[list[rank.Ask], rank.Statistics]":
        """Say what is asked of each of these articles, and over which statistics."""
        from briefgen import rank  # noqa: PLC0415 - who only asks what matches needs no scores

        facets = query.facets(asked) if asked else ()
        stems = content(question)
        asks = [
            rank.Ask(
                tuple((facet.label, query.sightings(facet, read.article)) for facet in facets),
                stems,
                frozenset(facet.label for facet in facets if query.is_titled(facet, read.article)),
            )
            for read in matching
        ]
        holding = {facet.label: sum(bool(dict(ask.facets)[facet.label]) for ask in asks) for facet in facets}
        return asks, rank.Statistics(self.scope.size, self.scope.frequencies(stems), holding)

    def scored(
        self, matching: Sequence[Read], asked: Query | None, question: str
    ) -> "Iterator[tuple[Read, int, rank.Scored]]":
        """Score the sentences of these articles; gives those that answer, each with its article and its index there."""
        from briefgen import rank  # noqa: PLC0415 - as above

        asks, statistics = self.asks(matching, asked, question)
        for read, ask in zip(matching, asks, strict=True):
            scores = rank.score(read.passages, read.source.document.text, ask, statistics)
            yield from ((read, index, scored) for index, scored in enumerate(scores) if scored.answers)


def any_word(question: str) -> Query:
    """Make the query of a topic that has only a question: any of its words."""
    return Or(tuple(Term(stem, (Phrase((stem,)),)) for stem in content(question)))
