"""Excerpts that a person named, found in the sources as they are now."""

from collections.abc import Iterator

from briefgen import anchor
from briefgen.model.brief import MOST_SENTENCES
from briefgen.model.place import Span
from briefgen.model.settings import Pick
from briefgen.pipeline.shelf import Read, Shelf

SHORTEST_ID = 8
"""How many digits of a document's id name it."""


def find(pick: Pick, shelf: Shelf) -> tuple[Read, int, int] | None:
    """Give the article and the first and last sentence in which the words of `pick` stand, from a sentence's start.

    None if they do not, or not in one to three sentences of one run of body text.
    """
    for document in _documents(pick, shelf):
        read = shelf.read(document)
        for span in anchor.find(read.source.document.text, pick.exact, pick.prefix, pick.suffix):
            held = [i for i, each in enumerate(read.passages) if _touch(each.span, span)]
            whole = held and read.passages[held[0]].span.start == span.start
            if whole and len(held) <= MOST_SENTENCES and all(read.passages[i].follows for i in held[1:]):
                return read, held[0], held[-1]
    return None


def means(words: str, path: str, document: str) -> bool:
    """Say whether `words` name the document at `path`: by the end of the path, or by the first digits of the id."""
    end = words.strip("/")
    return f"/{path}".endswith(f"/{end}") or (len(end) >= SHORTEST_ID and document.startswith(end))


def _documents(pick: Pick, shelf: Shelf) -> Iterator[str]:
    """Give the documents a pick can mean: by the end of a path, or by the first digits of the id."""
    for appearance in shelf.scope.appearances():
        if means(pick.document, appearance.path, appearance.document):
            yield appearance.document


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
