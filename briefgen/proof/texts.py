"""What proof is handed to prove with, and the texts of it, each checked and kept while it is needed."""

from collections.abc import Sequence
from typing import Protocol

from briefgen.anchor.pages import Page
from briefgen.text import digest

KEPT = 256
"""Texts that are kept at a time; the one that was not asked for longest goes first."""


class Evidence(Protocol):
    """What is known of the sources."""

    @property
    def is_at_hand(self) -> bool:
        """Whether there is any source at all."""
        ...

    def text(self, document: str) -> str | None:
        """Give a document's text by its id, None where it is not at hand. It need not be checked."""
        ...

    def candidates(self, words: str) -> Sequence[str]:
        """Give the ids of documents that may hold these words or words much like them, likeliest first."""
        ...

    def titles(self, document: str) -> Sequence[str]:
        """Give the titles under which a document was seen."""
        ...

    def facts(self, document: str) -> Sequence[Sequence[str]]:
        """Give for each appearance of a document all that a citation may say of it: names, titles, dates, addresses."""
        ...


class Texts:
    """The texts of the evidence as pages to look at. A text whose digest is not its document's id is not at hand."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._pages: dict[str, Page | None] = {}

    def page(self, document: str) -> Page | None:
        """Give the text of a document; None where it is not at hand."""
        if document not in self._pages:
            text = self._evidence.text(document)
            self._pages[document] = Page(text) if text is not None and digest(text) == document else None
            if len(self._pages) > KEPT:
                del self._pages[next(iter(self._pages))]
        page = self._pages.pop(document)
        self._pages[document] = page
        return page
