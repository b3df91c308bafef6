"""Excerpts that a person named, found in the sources as they are now."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from briefgen import anchor
from briefgen.model.brief import MOST_SENTENCES
from briefgen.model.place import Span
from briefgen.model.settings import Pick, Topic
from briefgen.pipeline.evidence.shelf import Read, Shelf
from briefgen.text import display

SHORTEST_ID = 8
"""How many digits of a document's id name it."""
_SHOWN = 100
"""So many characters of a pick say which is meant."""


def find(pick: Pick, shelf: Shelf) -> tuple[Read, int, int] | None:
    """Give the article and the first and last sentence in which the words of `pick` stand, from a sentence's start.

    None if they do not, or not in one to three sentences of one run of body text.
    """
    for document in _documents(pick, shelf):
        read = shelf.read(document)
        for span in anchor.find(read.source.document.text, pick.exact, pick.prefix, pick.suffix):
            held = [i for i, each in enumerate(read.passages) if each.span.touches(span)]
            whole = held and read.passages[held[0]].span.start == span.start
            if whole and len(held) <= MOST_SENTENCES and all(read.passages[i].follows for i in held[1:]):
                return read, held[0], held[-1]
    return None


def lost(pick: Pick, verb: str, shelf: Shelf) -> str:
    """Say why the words of `pick`, which a person named to `verb`, are not found."""
    documents = [*_documents(pick, shelf)]
    named = [shelf.read(document).source.document.text for document in documents]
    said = f"{_said(pick, verb)} is not a sentence or three of {pick.document}"
    if not named:
        return f"{said}: no source of this brief is called that; it is gone, or outside of the brief's days"
    if any(anchor.find(text, pick.exact) for text in named):
        return f"{said}: it stands there, but not from the start of a sentence of the body"
    if pick.version and not any(document.startswith(pick.version) for document in documents):
        return f"{said}: its text has changed"
    return f"{said}: these words do not stand there (capitals count)"


def outdated(pick: Pick, verb: str, document: str) -> str:
    """Say that the source of `pick` is another text by now, in which its words still stand; empty where it is not."""
    if document.startswith(pick.version):
        return ""
    return f"{_said(pick, verb)}: {pick.document} has changed since; the words still stand there, and the pick holds"


def contradictions(topics: Sequence[Topic], named: Callable[[Pick], tuple[str, Span] | None]) -> Iterator[str]:
    """Say which picks contradict each other; `named` gives the document and the span of one, None where it is lost.

    What is pinned and dropped in one topic is printed; what is pinned in two is printed in the first of them.
    """
    held: dict[str, list[_Placed]] = {}
    for topic in topics:
        for verb, picks in (("pin", topic.pins), ("drop", topic.drops)):
            for pick in picks:
                if place := named(pick):
                    held.setdefault(place[0], []).append(_Placed(topic, verb, pick, place[1]))
    for placed in held.values():
        for one, other in combinations(placed, 2):
            if one.span.touches(other.span) and (said := _contradiction(one, other)):
                yield said


class _Placed(NamedTuple):
    """A pick, where it was found."""

    topic: Topic
    verb: str
    pick: Pick
    span: Span


def _contradiction(one: _Placed, other: _Placed) -> str:
    verbs = {one.verb, other.verb}
    also = f"; see {other.pick.at}" if other.pick.at else ""
    if verbs == {"pin", "drop"} and one.topic == other.topic:
        return f"{_said(one.pick, one.verb)} is pinned and dropped in “{one.topic.title}”: it is printed{also}"
    if verbs == {"pin"} and one.topic != other.topic:
        titles = f"“{one.topic.title}” and in “{other.topic.title}”"
        return f"{_said(one.pick, one.verb)} is pinned in {titles}: it is printed once{also}"
    return ""


def _said(pick: Pick, verb: str) -> str:
    """Name a pick: where it is written, what it does, and its words."""
    words = display(pick.exact)
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    return f"{pick.at}{': ' if pick.at else ''}{verb}: “{shown}”"


def means(words: str, path: str, document: str) -> bool:
    """Say whether `words` name the document at `path`: by the end of the path, or by the first digits of the id."""
    end = words.strip("/")
    return f"/{path}".endswith(f"/{end}") or (len(end) >= SHORTEST_ID and document.startswith(end))


def _documents(pick: Pick, shelf: Shelf) -> Iterator[str]:
    """Give the documents a pick can mean: by the end of a path, or by the first digits of the id."""
    for appearance in shelf.scope.appearances():
        if means(pick.document, appearance.path, appearance.document):
            yield appearance.document
