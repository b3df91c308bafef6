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
    """Give the article and the first and last sentence in which the words of `pick` stand; None if they do not."""
    for document in _documents(pick, shelf):
        read = shelf.read(document)
        text = read.source.document.text
        for span in sorted(anchor.find(text, pick.exact), key=lambda span: -_agreement(text, span, pick)):
            held = [i for i, each in enumerate(read.passages) if _touch(each.span, span)]
            if held and all(read.passages[i].follows for i in held[1:]):
                return read, held[0], held[min(len(held), MOST_SENTENCES) - 1]
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


def _agreement(text: str, span: Span, pick: Pick) -> int:
    """Count on how many sides the pick's own context stands around `span`."""
    here = anchor.select(text, span)
    before = pick.prefix and here.prefix.endswith(pick.prefix[-len(here.prefix) :])
    after = pick.suffix and here.suffix.startswith(pick.suffix[: len(here.suffix)])
    return bool(before) + bool(after)
