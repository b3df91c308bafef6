"""Who speaks in the candidates of a topic, for which of the parties that it names, and what is denied in them."""

from datetime import date
from functools import cache

from briefgen import context, query, select
from briefgen.attribution import CLAIM, DENYING, is_former, stands_for
from briefgen.model.place import Span
from briefgen.model.query import Query, Term
from briefgen.pipeline.evidence.shelf import Shelf
from briefgen.words import content

_CLAIM = frozenset(stem for word in CLAIM for stem in content(word))


class Voiced:
    """Who speaks for whom in the documents of a brief."""

    def __init__(self, shelf: Shelf, persons: context.Persons, as_of: date) -> None:
        self._shelf, self._persons, self._as_of = shelf, persons, as_of

    def parties(self, wants: Query) -> select.Parties:
        """Give the parties of a topic: what it asks for by a known name, be it a state, a body, a firm or a person."""
        wanted = (term for facet in query.facets(wants) for term in facet.terms)
        terms = {query.describe(term): term for term in wanted if isinstance(term, Term) and _is_name(term)}

        @cache
        def speaking(document: str, start: int, end: int) -> frozenset[str]:
            speakers = self._speakers(document, Span(start, end))
            return frozenset(name for name, term in terms.items() if any(stands_for(each, term) for each in speakers))

        denied = cache(self._denied)
        return select.Parties(
            tuple(terms), lambda candidate: speaking(*candidate.place), lambda candidate: denied(*candidate.place)
        )

    def _denied(self, document: str, start: int, end: int) -> frozenset[str]:
        """Give the stems of what somebody says in a span is not so, without those of the claim itself."""
        read = self._shelf.read(document)
        text = read.source.document.text
        if DENYING.isdisjoint(text[start:end].lower().split()):  # to look is far quicker than to read
            return frozenset()
        spans = read.speech.denied(Span(start, end))
        return frozenset(stem for each in spans for stem in content(each.of(text))) - _CLAIM

    def _speakers(self, document: str, span: Span) -> tuple[str, ...]:
        """Give who speaks in a span: as the text calls him, by his name, and by the offices that he held then."""
        read = self._shelf.read(document)
        text = read.source.document.text
        voices = [each for each in read.speech.voices(span) if not is_former(text, each.name)]
        persons = [person for each in voices if (person := self._persons.called(each.name))]
        published = read.source.work.published
        offices = [
            title.partition(" to ")[0]  # an ambassador speaks for those who sent him
            for person in persons
            for title in context.offices_held(person, published, self._as_of)
        ]
        called = (words for each in voices for words in (each.words, each.name))
        return tuple(dict.fromkeys([*called, *(person.name for person in persons), *offices]))


def _is_name(term: Term) -> bool:
    """Say whether a term names somebody or something that is known, and so has other names."""
    return len(term.phrases) > 1
