"""Entries handed to a corpus many at a time: a transaction for each would take longer than the reading."""

from briefgen.corpus import Corpus, Entry

MOST, LARGEST = 1_000, 16_000_000
"""A transaction is for so many files, or so many characters of text, whichever comes first."""


class Batch:
    """Entries that wait for their transaction."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._entries: list[Entry] = []
        self._size = 0

    def add(self, entry: Entry) -> None:
        """Take an entry, and hand over what has gathered where that is enough."""
        self._entries.append(entry)
        self._size += len(entry.source.document.text)
        if len(self._entries) >= MOST or self._size >= LARGEST:
            self.flush()

    def flush(self) -> None:
        """Hand over what has gathered."""
        if self._entries:
            self._corpus.put(self._entries)
        self._entries, self._size = [], 0
