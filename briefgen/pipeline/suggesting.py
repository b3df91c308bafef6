"""`suggest`: words, names and short forms that go with a topic in the sources of a brief."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from briefgen import query, suggest
from briefgen.model.query import Query, Term
from briefgen.model.settings import Settings, Topic
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.evidence.shelf import CANDIDATES, Read, Shelf
from briefgen.pipeline.intake import Intake
from briefgen.text import display
from briefgen.words import stems


@dataclass(frozen=True, slots=True)
class Suggested:
    """What goes with a topic, the surest first, from so many sentences that speak of it, and of so many others."""

    topic: str
    here: int
    elsewhere: int
    terms: tuple[suggest.Suggestion, ...]


def suggested(
    settings: Settings, as_of: date, words: str, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Suggested, ...], Intake]:
    """Give what goes with the topics whose title holds `words`, and how the reading went.

    A sentence speaks of a topic if it holds one of the topic's terms. Of the articles that do not match, as many are
    read as of those that do. Raises BriefgenError; UnknownKeyError where no topic has such a title.
    """
    wanted = settings.titled(words)
    with open_desk(settings, as_of, progress) as desk:
        shelf = Shelf(desk.quotable)
        return tuple(_suggested(topic, settings, shelf) for topic in wanted), desk.intake


def _suggested(topic: Topic, settings: Settings, shelf: Shelf) -> Suggested:
    names = query.with_countries(settings.entities)
    asked = topic.wants or query.any_of(query.from_question(topic.question, names))
    parts = query.facets(asked)
    known = frozenset(
        stem
        for part in parts
        for term in part.terms
        for words in ([phrase.words for phrase in term.phrases] if isinstance(term, Term) else [stems(term.letters)])
        for stem in words
    )
    sentences = list(_sentences(asked, parts, shelf))
    here = sum(is_ours for _, is_ours in sentences)
    return Suggested(topic.title, here, len(sentences) - here, suggest.terms(sentences, known))


def _sentences(asked: Query, parts: tuple[query.Facet, ...], shelf: Shelf) -> Iterator[tuple[str, bool]]:
    """Give sentences for display, and whether they hold a term of the topic."""
    for read in _read(asked, shelf):
        text = read.source.document.text
        spans = [span for part in parts for span in query.sightings(part, read.article)]
        for passage in read.passages:
            is_ours = any(passage.span.contains(span) for span in spans)
            yield display(passage.span.of(text)), is_ours


def _read(asked: Query, shelf: Shelf) -> Iterator[Read]:
    """Give the articles that match, and others beside them, at most as many as may match."""
    matching = shelf.matching(asked)
    yield from matching
    ours = {read.source.document.id for read in matching}
    others = sorted({each.document for each in shelf.scope.appearances()} - ours)
    yield from map(shelf.read, others[:CANDIDATES])
