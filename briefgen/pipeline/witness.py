"""A corpus as proof sees it."""

from collections.abc import Sequence
from functools import lru_cache

from briefgen.corpus import Corpus
from briefgen.errors import CorpusError
from briefgen.model.source import FIELDS, Appearance

CANDIDATES = 20
"""Documents, the likeliest, in which one quotation is looked for."""
_KEPT = 4_096
"""So many documents are remembered as what they were seen: the quotations of a file are mostly of few."""


class Witness:
    """The evidence of a corpus; of None, there is none at hand."""

    def __init__(self, corpus: Corpus | None) -> None:
        self._corpus = corpus
        self.appearances = lru_cache(_KEPT)(self._appearances)

    @property
    def is_at_hand(self) -> bool:
        """Whether there is any source at all."""
        return self._corpus is not None

    def text(self, document: str) -> str | None:
        """Give a document's text by its id, None where it is not at hand."""
        if self._corpus is None:
            return None
        try:
            return self._corpus.document(document).text
        except CorpusError:
            return None

    def candidates(self, words: str) -> Sequence[str]:
        """Give the ids of documents that may hold these words or words much like them, likeliest first."""
        return self._corpus.quoting(words, CANDIDATES) if self._corpus else ()

    def titles(self, document: str) -> Sequence[str]:
        """Give the titles under which a document was seen."""
        return tuple(seen.work.title for seen in self.appearances(document) if seen.work.title)

    def facts(self, document: str) -> Sequence[Sequence[str]]:
        """Give for each appearance of a document all that a citation may say of it."""
        return tuple(_facts(seen) for seen in self.appearances(document))

    def _appearances(self, document: str) -> tuple[Appearance, ...]:
        return self._corpus.appearances(document) if self._corpus else ()


def _facts(seen: Appearance) -> tuple[str, ...]:
    work = seen.work
    told = (str(value) for name in FIELDS if name != "body" and (value := getattr(work, name)))
    return (*told, *((work.published.in_words,) if work.published else ()), seen.name)
