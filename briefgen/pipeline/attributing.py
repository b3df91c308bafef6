"""Who speaks in the excerpts of a brief."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefgen import attribution, context, passages, quotation
from briefgen.model.attribution import Attributed, Said
from briefgen.model.brief import Brief, Excerpt
from briefgen.model.place import Span
from briefgen.model.query import Entity
from briefgen.model.source import Passage, Source
from briefgen.pipeline.evidence import Evidence


def attributed(brief: Brief, evidence: Evidence, entities: Sequence[Entity]) -> Brief:
    """Give the brief with the speakers of its excerpts, and the offices that they held then and have left since."""
    persons = context.Persons(entities)
    speech = {key: _Speech(evidence.source(key)) for key in sorted({each.document for each in brief.excerpts})}

    def speakers(excerpt: Excerpt) -> tuple[Said, ...]:
        heard = speech[excerpt.document]
        published = heard.source.work.published
        said = heard.sayings(excerpt.selector.span)
        people = ((each, _person(each.speaker, persons)) for each in said)
        return tuple(
            replace(each, speaker=person.name, office=context.office_then(person, published, brief.as_of))
            if person
            else each
            for each, person in people
        )

    return replace(brief, excerpts=tuple(replace(each, said=speakers(each)) for each in brief.excerpts))


def _person(speaker: str, persons: context.Persons) -> Entity | None:
    """Give the person whose name a speaker's is, with no more than titles before it: not "a Quill adviser"."""
    named = persons.named(speaker)
    if len(named) != 1:
        return None
    entity, start, end = named[0]
    is_name = all(word[0].isupper() or not word.isascii() for word in speaker.split())
    return entity if is_name and not speaker[end:].strip() and start >= 0 else None


class _Speech:
    """A source with all that it attributes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._passages = passages.passages(source)
        text = source.document.text
        paragraphs = [tuple(group) for _, group in groupby(self._passages, key=lambda each: each.paragraph)]
        self._quoted = _quoted(text, paragraphs)
        spans = [tuple(each.span for each in paragraph) for paragraph in paragraphs]
        self._attributed: tuple[Attributed, ...] = attribution.find(text, spans, self._quoted)

    def sayings(self, excerpt: Span) -> tuple[Said, ...]:
        """Give who speaks in an excerpt."""
        inside = [each.span for each in self._passages if excerpt.contains(each.span)]
        return attribution.sayings(self.source.document.text, inside, self._attributed, self._quoted)


def _quoted(text: str, paragraphs: Sequence[Sequence[Passage]]) -> tuple[Span, ...]:
    """Give the quotations of the paragraphs, marks included."""
    spans = [Span(paragraph[0].span.start, paragraph[-1].span.end) for paragraph in paragraphs]
    found = quotation.continued([span.of(text) for span in spans])
    return tuple(
        Span(span.start + each.start - len(each.opener), span.start + each.end + len(each.closer))
        for span, marked in zip(spans, found, strict=True)
        for each in marked
    )
