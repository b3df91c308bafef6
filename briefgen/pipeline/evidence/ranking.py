"""How well the articles of a topic answer it, and their sentences."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from briefgen import query, rank
from briefgen.model.query import Or, Query, Term
from briefgen.pipeline.evidence.shelf import Read, Shelf


class Ranking:
    """Some articles of one scope, scored against one another for what a topic asks."""

    def __init__(
        self,
        shelf: Shelf,
        matching: Sequence[Read],
        wants: Query | None,
        question: Sequence[Term],
        weights: rank.Weights = rank.WEIGHTS,
    ) -> None:
        self._matching, self._weights = matching, weights
        self._facets = query.facets(wants) if wants else ()
        words = tuple(query.Facet(term.label, (term,)) for term in question)
        self._asked = (*self._facets, *words)
        self.rarities = [rank.rarity(shelf.scope.size, shelf.scope.holding(Or(each.terms))) for each in self._asked]

    @cached_property
    def held(self) -> tuple[rank.Held, ...]:
        """Each article as the ranking of articles sees it."""
        return tuple(
            rank.Held(read.counts, tuple(query.numbers(each, read.article) for each in self._asked))
            for read in self._matching
        )

    @cached_property
    def articles(self) -> tuple[float, ...]:
        """The score of each article, in the order of the articles."""
        return rank.articles(self.held, self.rarities, self._weights)

    def sentences(self) -> Iterator[tuple[Read, int, rank.Scored]]:
        """Give the sentences that answer, each with its article and its index there."""
        for read, scores in zip(self._matching, self.scores(), strict=True):
            yield from ((read, index, scored) for index, scored in enumerate(scores) if scored.answers)

    def scores(self) -> Iterator[tuple[rank.Scored, ...]]:
        """Score every sentence of each article, in the order of the articles."""
        best = max(self.articles, default=0.0) or 1.0
        for read, score in zip(self._matching, self.articles, strict=True):
            yield rank.sentences(read.passages, read.lengths, self._ask(read, score / best), self._weights)

    def _ask(self, read: Read, standing: float) -> rank.Ask:
        sought = tuple(
            rank.Sought(each.label, rarity, query.sightings(each, read.article), query.is_titled(each, read.article))
            for each, rarity in zip(self._asked, self.rarities, strict=True)
        )
        count = len(self._facets)
        return rank.Ask(sought[:count], sought[count:], standing)
