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


def _documents(pick: Pick, shelf: Shelf) -> Iterator[str]:
    """Give the documents a pick can mean: by the end of a path, or by the first digits of the id."""
    wanted = pick.document.strip("/")
    for appearance in shelf.scope.appearances():
        by_path = f"/{appearance.path}".endswith(f"/{wanted}")
        if by_path or (len(wanted) >= SHORTEST_ID and appearance.document.startswith(wanted)):
            yield appearance.document


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
