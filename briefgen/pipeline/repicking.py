"""What a person did with the excerpts of a finished file, written into the file of picks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.config import pickfile
from briefgen.edited import Changes, arranged
from briefgen.model.brief import Brief
from briefgen.model.place import Span
from briefgen.model.record import Recorded
from briefgen.model.settings import Pick, Picked, Settings, Topic
from briefgen.pipeline.evidence.choosing import Evidence
from briefgen.pipeline.picking import named


@dataclass(frozen=True, slots=True)
class Repicked:
    """The picks that were written, and what no pick can say."""

    picks: tuple[Picked, ...]
    others: tuple[str, ...]


def repick(
    found: Changes, brief: Brief, evidence: Evidence, settings: Settings, known: Sequence[Recorded], name: str
) -> Repicked:
    """Write the picks that make the next build print the excerpts which the file called `name` holds.

    `known` are the excerpts that the file was built with; those that are dropped already are no news. A pick that is
    there takes the new one in its place. Raises ConfigError and OutputError.
    """
    repicking = _Repicking(brief, evidence, settings)
    news = [each for each in known if not repicking.is_dropped(each)]
    told = arranged(found, _topics(brief), news, {each.key for each in settings.topics})
    wanted = [
        *(Picked("drop", key, repicking.pick(excerpt, f"not in {name}")) for key, excerpt in told.drops),
        *(Picked("pin", key, repicking.pick(excerpt, f"as in {name}"), place) for key, excerpt, place in told.pins),
    ]
    fixed = tuple(repicking.fixed(told.drops))
    return Repicked(tuple(repicking.write(each) for each in wanted), (*fixed, *told.others))


def _topics(brief: Brief) -> dict[str, list[str]]:
    """Give for each excerpt the keys of the topics that it is in; what stands in the annex is in its own."""
    found: dict[str, list[str]] = {}
    for section in brief.sections:
        for key in (*section.excerpts, *section.background):
            found.setdefault(key, []).append(section.topic)
    for key in brief.annex:
        found.setdefault(key, [brief.excerpt(key).topic])
    return found


class _Repicking:
    """The picks of one brief, by the places that they name."""

    def __init__(self, brief: Brief, evidence: Evidence, settings: Settings) -> None:
        self._evidence, self._settings = evidence, settings
        self._excerpts = {each.id: each for each in brief.excerpts}
        self._topics = {each.key: each for each in settings.topics}
        self._paths = {each.document: each.path for each in evidence.appearances()}

    def pick(self, key: str, reason: str) -> Pick:
        """Make the pick that names an excerpt."""
        excerpt = self._excerpts[key]
        return named(self._paths[excerpt.document], excerpt.document, excerpt.selector, reason)

    def is_dropped(self, row: Recorded) -> bool:
        """Say whether a pick drops an excerpt already, and the brief does not print it."""
        drops = (pick for topic in self._settings.topics for pick in topic.drops)
        return row.excerpt not in self._excerpts and any(self._is_at(pick, row.document, row.span) for pick in drops)

    def fixed(self, drops: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Say which excerpts the config itself pins: no pick is stronger."""
        for topic, key in drops:
            excerpt = self._excerpts[key]
            for pick in self._topics[topic].pins:
                is_own = pick not in [each.pick for each in self._settings.picks]
                if is_own and self._is_at(pick, excerpt.document, excerpt.selector.span):
                    yield f"{pick.at}: excerpt {excerpt.number} was taken out, and is pinned here: take the pin out"

    def write(self, wanted: Picked) -> Picked:
        """Write a pick whose topic is given by its key, in the place of one that speaks of the same excerpt there."""
        topic = self._topics[wanted.topic]
        into = Picked(wanted.verb, topic.title, wanted.pick, wanted.place)
        pickfile.change(pickfile.beside(self._settings.path), self._standing(topic, wanted.pick), into)
        return into

    def _standing(self, topic: Topic, pick: Pick) -> Picked | None:
        place = self._evidence.named(pick)
        entries = (each for each in self._settings.picks if each.is_for(topic.title))
        return next((each for each in entries if place and self._is_at(each.pick, *place)), None)

    def _is_at(self, pick: Pick, document: str, span: Span) -> bool:
        found = self._evidence.named(pick)
        return found is not None and found[0] == document and found[1].touches(span)
