"""Choosing the evidence of a brief: for each topic, from the scope to a selection, with everything `explain` shows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress
from operator import not_

from briefgen import context, origins, query, select
from briefgen.corpus import Scope
from briefgen.model.brief import Flag, Reason
from briefgen.model.origin import Kinship
from briefgen.model.place import Span
from briefgen.model.query import Or, Query, Term
from briefgen.model.settings import Pick, Settings, Topic
from briefgen.model.source import Appearance, Passage, Source
from briefgen.pipeline.earlier import Earlier
from briefgen.pipeline.evidence import picks
from briefgen.pipeline.evidence.candidates import Candidates
from briefgen.pipeline.evidence.corroborating import Voices
from briefgen.pipeline.evidence.grading import Grading
from briefgen.pipeline.evidence.news import News
from briefgen.pipeline.evidence.parties import Voiced
from briefgen.pipeline.evidence.shelf import Read, Shelf
from briefgen.pipeline.evidence.speech import Speech

BACKGROUND = 2
"""The most excerpts in a topic's Background."""

TOO_FEW = "too few origins say it"
"""Why a candidate is left out with `min_origins`."""

FEW = 4
"""With fewer excerpts than this, a topic's `related` terms are used too."""


@dataclass(frozen=True, slots=True)
class TopicEvidence:
    """What was found for a topic; `matching` counts the articles, `lonely` what too few origins say.

    `poor` counts the articles that match and are graded too low for the topic.
    `days` are those on which matching articles were published, as far as they are known. `quiet` is the day (in words)
    of the last edition where nothing recent was found that no edition had told.
    """

    topic: Topic
    matching: int
    fresh: select.Selection
    background: select.Selection
    withheld: tuple[select.Candidate, ...]
    warnings: tuple[str, ...] = ()
    poor: int = 0
    lonely: int = 0
    days: tuple[date, ...] = ()
    quiet: str = ""


class Evidence:
    """What one brief may quote on one day, by its origins (`families`), and the choosing of its topics.

    `earlier` is what editions before it told.
    """

    def __init__(self, scope: Scope, settings: Settings, as_of: date, earlier: Earlier) -> None:
        self._settings = settings
        self._shelf = Shelf(scope)
        self.grading = Grading(settings)
        persons = context.Persons(settings.entities)
        self._candidates = Candidates(self._shelf, settings, self.grading, persons, as_of)
        self.families = origins.families(self.appearances(), scope.traces())
        self._family = {member.document: family for family in self.families for member in family.members}
        self._kinship = {member.document: member.kinship for family in self.families for member in family.members}
        self._voiced = Voiced(self._shelf, persons, as_of)
        self._news = News(earlier, self.appearances(), self._family)

    def appearances(self) -> tuple[Appearance, ...]:
        """Give every document that the brief may draw on, as it first appears, ordered by path."""
        first: dict[str, Appearance] = {}
        for each in self._shelf.scope.appearances():
            first.setdefault(each.document, each)
        return tuple(first.values())

    def source(self, document: str) -> Source:
        """Give a document that the brief may draw on, with its text."""
        return self._shelf.read(document).source

    def sentences(self, document: str) -> tuple[Passage, ...]:
        """Give the sentences of a document that the brief may draw on."""
        return self._shelf.read(document).passages

    def speech(self, document: str) -> Speech:
        """Give what a document that the brief may draw on gives to whom."""
        return self._shelf.read(document).speech

    def named(self, pick: Pick) -> tuple[str, Span] | None:
        """Give the document that holds what a person named, and its sentences there; None where they are not found."""
        if not (place := picks.find(pick, self._shelf)):
            return None
        read, first, last = place
        return read.source.document.id, Span(read.passages[first].span.start, read.passages[last].span.end)

    def lost(self, pick: Pick, verb: str) -> str:
        """Say why `named` does not find what a person named to `verb`."""
        return picks.lost(pick, verb, self._shelf)

    def topics(self) -> tuple[TopicEvidence, ...]:
        """Choose the excerpts of every topic, in their order; none says again what an earlier one says."""
        found: list[TopicEvidence] = []
        said: list[select.Candidate] = []
        for topic in self._settings.topics:
            found.append(self._topic(topic, said))
            said += (*found[-1].fresh.chosen, *found[-1].background.chosen)
        return tuple(found)

    def _topic(self, topic: Topic, elsewhere: Sequence[select.Candidate]) -> TopicEvidence:
        wants = topic.wants or query.any_of(self._question(topic))
        matching, poor = self._matching(wants, topic)
        heard = self._heard(matching)
        speaking = self._speaking(matching, heard)
        pinned, pin_warnings = self._picked(topic.pins, "pin")
        dropped, drop_warnings = self._picked(topic.drops, "drop")
        found = _without(self._candidates.of(speaking, topic.wants, self._question(topic)), dropped)
        best = max((candidate.score for candidate in found), default=0.0)
        doubtful = [each for each in found if self._is_doubtful(each) and each.score >= select.WORTH * best]
        found = [each for each in found if each.document in heard and not self._is_doubtful(each)]
        rarities = select.rarity(stems for read in speaking for stems in read.contents)
        voices = Voices(matching, self._origin, rarities)
        found, lonely = _corroborated(found, voices, topic.min_origins)
        (recent, stale, doubtful), told = self._news.sift((*_by_age(found), doubtful), speaking, rarities)
        room = select.Room(topic.limit, rarities, tuple(elsewhere), told)
        fresh, background = _choose(recent, stale, self._news.marked(pinned), self._voiced.parties(wants), room)
        if len(fresh.chosen) + len(told) < min(FEW, topic.limit) and topic.related:
            fresh = self._add_related(topic, fresh, (*dropped, *background.chosen), room)
        return TopicEvidence(
            topic,
            matching=len(matching),
            fresh=_heard_also(fresh, voices, lonely),
            background=_heard_also(background, voices),
            poor=poor,
            lonely=len(lonely),
            days=_days(matching),
            withheld=select.choose(doubtful, topic.limit, rarities, told=told).chosen,
            warnings=(*pin_warnings, *drop_warnings),
            quiet=self._news.last if told and not fresh.chosen else "",
        )

    def _origin(self, document: str) -> str:
        return self._family[document].best

    def _matching(self, asked: Query, topic: Topic) -> tuple[list[Read], int]:
        """Give the articles that match and are reliable enough for a topic, and how many of the others match."""
        matching = self._shelf.matching(asked)
        kept = [read for read in matching if not self.grading.graded(read.source.work, topic.min_grade)]
        return kept, len(matching) - len(kept)

    def _heard(self, matching: Sequence[Read]) -> frozenset[str]:
        """Give the documents to quote: of each origin the best that matches, for the others add no voice.

        An earlier version of a work is never heard: what it said was revised.
        """
        there = {read.source.document.id for read in matching}
        best = (next((key for key in self._family[each].quotable if key in there), "") for each in there)
        return frozenset(best) - {""}

    def _speaking(self, matching: Sequence[Read], heard: Collection[str]) -> list[Read]:
        """Give the articles that say something of their own: those that are heard, and re-tellings.

        What a re-telling adds is not quoted beside its original, but a figure without a source is told as withheld.
        """
        documents = ((read, read.source.document.id) for read in matching)
        return [read for read, key in documents if key in heard or self._kinship[key] is Kinship.RETELLING]

    def _question(self, topic: Topic) -> tuple[Term, ...]:
        return query.from_question(topic.question, query.with_countries(self._settings.entities))

    def _is_doubtful(self, candidate: select.Candidate) -> bool:
        """Say whether a candidate states a figure without a named source, unless such are to be shown."""
        return self._settings.unsourced_numbers != "show" and candidate.has("unsourced-number")

    def _add_related(
        self,
        topic: Topic,
        fresh: select.Selection,
        without: Sequence[select.Candidate],
        room: select.Room,
    ) -> select.Selection:
        """Fill a thin topic with what its related terms find, labelled."""
        asked = Or(topic.related)
        matching, _ = self._matching(asked, topic)
        heard = self._heard(matching)
        speaking = self._speaking(matching, heard)
        found = [
            each.flagged(Flag("related"))
            for each in _without(self._candidates.of(speaking, asked, self._question(topic)), without)
            if each.document in heard and not each.has("stale", "unsourced-number")
        ]
        found, _ = _corroborated(found, Voices(matching, self._origin, room.rarities), topic.min_origins)
        (found,), told = self._news.sift((found,), speaking, room.rarities)
        more = select.choose(found, min(FEW, room.limit), room.rarities, fresh.chosen, room.elsewhere, told)
        return select.Selection(more.chosen, (*fresh.missed, *more.missed))

    def _picked(self, wanted: Sequence[Pick], verb: str) -> tuple[list[select.Candidate], list[str]]:
        """Find what a person named; a pick that is not found is said."""
        found: list[select.Candidate] = []
        warnings: list[str] = []
        for pick in wanted:
            if not (place := picks.find(pick, self._shelf)):
                warnings.append(self.lost(pick, verb))
                continue
            candidate = self._candidates.spanning(*place).flagged(Flag("pinned", pick.reason))
            if (candidate.document, candidate.span) not in [(each.document, each.span) for each in found]:
                found.append(replace(candidate, reasons=(Reason("pinned", 0.0, pick.reason),)))
            warnings.append(picks.outdated(pick, verb, candidate.document))
        return found, [each for each in warnings if each]


def _corroborated(
    found: Sequence[select.Candidate], voices: Voices, least: int
) -> tuple[list[select.Candidate], list[select.Candidate]]:
    """Part the candidates that enough origins say from those that too few say; the rest is not worth counting."""
    best = max((each.score for each in found), default=0.0)
    if least == 1:
        return [*found], []
    worth = [each for each in found if each.score >= select.WORTH * best]
    is_heard = [1 + len(voices.others(each)) >= least for each in worth]
    return [*compress(worth, is_heard)], [*compress(worth, map(not_, is_heard))]


def _days(matching: Sequence[Read]) -> tuple[date, ...]:
    """Give the days on which articles were published, as far as they are known."""
    published = (read.source.work.published for read in matching)
    return tuple(day.latest for day in published if day and day.precision in {"day", "minute"})


def _choose(
    recent: Sequence[select.Candidate],
    stale: Sequence[select.Candidate],
    pinned: Sequence[select.Candidate],
    parties: select.Parties,
    room: select.Room,
) -> tuple[select.Selection, select.Selection]:
    """Choose what is recent, with the parties' own words, then what is background and says something else."""
    limit = max(room.limit, len(pinned))
    fresh = select.choose(recent, limit, room.rarities, pinned, room.elsewhere, room.told)
    fresh = select.hear(fresh, recent, parties, replace(room, limit=limit))
    most = len(fresh.chosen) + min(BACKGROUND, room.limit)
    both = select.choose(stale, most, room.rarities, fresh.chosen, room.elsewhere, room.told)
    return fresh, replace(both, chosen=tuple(each for each in both.chosen if each not in fresh.chosen))


def _by_age(candidates: Sequence[select.Candidate]) -> tuple[list[select.Candidate], list[select.Candidate]]:
    """Give the recent candidates, and those that are stale."""
    recent = [each for each in candidates if not each.has("stale")]
    return recent, [each for each in candidates if each.has("stale")]


def _without(candidates: Iterable[select.Candidate], unwanted: Sequence[select.Candidate]) -> list[select.Candidate]:
    """Leave out candidates that hold a sentence which a person has dropped, or which stands elsewhere already."""
    return [each for each in candidates if not any(select.share(each, one) for one in unwanted)]


def _heard_also(
    selection: select.Selection, voices: Voices, lonely: Sequence[select.Candidate] = ()
) -> select.Selection:
    """Give a selection with the other origins of what it chose; `lonely` was left out for want of them."""
    chosen = tuple(replace(each, also=voices.others(each)) for each in selection.chosen)
    return select.Selection(chosen, (*selection.missed, *(select.Missed(each, TOO_FEW) for each in lonely)))
