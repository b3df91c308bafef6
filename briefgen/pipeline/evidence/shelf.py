"""The sources that a brief may draw on, each read once, and which match a query."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING

from briefgen import query
from briefgen.corpus import Scope
from briefgen.model.query import Query
from briefgen.model.source import Passage, Source
from briefgen.words import is_stop, stems

if TYPE_CHECKING:
    from briefgen.pipeline.evidence.speech import Speech

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
    def speech(self) -> "Speech":
        """What it gives to whom."""
        from briefgen.pipeline.evidence.speech import Speech  # noqa: PLC0415 - who only asks what matches asks for no speakers

        return Speech(self.source, self.passages)

    @cached_property
    def article(self) -> query.Article:
        """Its words as a query sees them."""
        return query.article(self.source)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each stem that carries meaning stands in its title, headings and body."""
        words = (self.article.title, self.article.body)
        return Counter(stem for part in words for stem in filterfalse(is_stop, part.stems))

    @cached_property
    def contents(self) -> tuple[frozenset[str], ...]:
        """For each sentence, the stems that carry meaning."""
        return tuple(frozenset(filterfalse(is_stop, sentence)) for sentence in self._sentences)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """For each sentence, the number of its words."""
        return tuple(map(len, self._sentences))

    @cached_property
    def _sentences(self) -> tuple[tuple[str, ...], ...]:
        text = self.source.document.text
        return tuple(stems(passage.span.of(text)) for passage in self.passages)


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
