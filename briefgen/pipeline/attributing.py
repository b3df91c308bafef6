"""Who speaks in the excerpts of a brief."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen import context
from briefgen.model.attribution import Said
from briefgen.model.brief import Brief, Excerpt
from briefgen.model.query import Entity
from briefgen.pipeline.evidence.choosing import Evidence


def attributed(brief: Brief, evidence: Evidence, entities: Sequence[Entity]) -> Brief:
    """Give the brief with the speakers of its excerpts, and the offices that they held then and have left since."""
    persons = context.Persons(entities)

    def speakers(excerpt: Excerpt) -> tuple[Said, ...]:
        published = evidence.source(excerpt.document).work.published
        said = evidence.speech(excerpt.document).sayings(excerpt.selector.span)
        people = ((each, persons.called(each.speaker)) for each in said)
        return tuple(
            replace(each, speaker=person.name, office=context.office_then(person, published, brief.as_of))
            if person
            else each
            for each, person in people
        )

    return replace(brief, excerpts=tuple(replace(each, said=speakers(each)) for each in brief.excerpts))
