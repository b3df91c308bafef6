"""`pick`: the candidates of a brief, each with what a person has said of it, and what is said of it now."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen import anchor, select
from briefgen.config import pickfile
from briefgen.model.brief import MOST_SENTENCES, Flag
from briefgen.model.place import Selector, Span
from briefgen.model.settings import Pick, Picked, Settings
from briefgen.model.source import Passage, Work
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.evidence.choosing import Evidence, TopicEvidence
from briefgen.pipeline.intake import Intake
from briefgen.text import display

VERSION = 12
"""So many digits of a document's id say which version of a source was picked."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document that candidates stand in: its id, path, work and text, and the sentences of its body."""

    document: str
    path: str
    work: Work
    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate of a topic: the sentences `first` to `last` of its page.

    `standing` is "chosen", "background", "withheld", "missed", "pinned" or "dropped", `why` says more of it. `picked`
    is the entry of the file of picks that speaks of it.
    """

    topic: str
    standing: str
    page: Page
    first: int
    last: int
    why: str = ""
    score: float = 0.0
    flags: tuple[Flag, ...] = ()
    picked: Picked | None = None

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.page.passages[self.first].span.start, self.page.passages[self.last].span.end)

    @property
    def words(self) -> str:
        """Its words as a reader sees them."""
        return display(self.span.of(self.page.text))

    @property
    def paragraph(self) -> int:
        """The paragraph in which it begins, from 1."""
        return self.page.passages[self.first].paragraph

    def stretched(self, before: int, after: int) -> "Offer | None":
        """Give it with sentences more (or fewer, below 0) at its ends; None where that is no excerpt.

        An excerpt is one to three sentences of one unbroken run of body text.
        """
        first, last = self.first - before, self.last + after
        inside = 0 <= first <= last < len(self.page.passages) and last - first < MOST_SENTENCES
        if not inside or not all(each.follows for each in self.page.passages[first + 1 : last + 1]):
            return None
        return replace(self, first=first, last=last)

    def is_at(self, other: "Offer", topic: str) -> bool:
        """Say whether it is a candidate of a topic that shares a sentence with `other`."""
        is_same = self.page.document == other.page.document
        return is_same and self.topic == topic and self.first <= other.last and other.first <= self.last

    def pick(self, verb: str, topic: str, reason: str = "") -> Picked:
        """Make the entry that pins or drops it in a topic; one that is pinned there already keeps its place."""
        here = anchor.select(self.page.text, self.span)
        stays = self.picked is not None and verb == self.picked.verb and self.picked.is_for(topic)
        place = self.picked.place if self.picked and stays else 0
        return Picked(verb, topic, named(self.page.path, self.page.document, here, reason), place)


def named(path: str, document: str, here: Selector, reason: str = "") -> Pick:
    """Make the pick that names a place in the document at `path`."""
    prefix, suffix = (words if words.strip() else "" for words in (here.prefix, here.suffix))
    return Pick(path, here.exact, prefix, suffix, reason, document[:VERSION])


@dataclass(frozen=True, slots=True)
class Choice:
    """All that a person may choose from: the titles of the topics, the candidates in their order, and what to know."""

    topics: tuple[str, ...]
    offers: tuple[Offer, ...]
    file: Path
    intake: Intake
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which candidates are wanted: of topics whose title holds `topic`; `missed` of those not chosen, 0 for all."""

    topic: str = ""
    missed: int = 10


def choice(settings: Settings, as_of: date, asked: Asked, progress: Callable[[int, int], None] | None = None) -> Choice:
    """Choose as `build` does and give the candidates by topic, with the best of those that were not chosen.

    Raises BriefgenError; UnknownKeyError where no topic has such a title.
    """
    wanted = settings.titled(asked.topic)
    with open_desk(settings, as_of, progress) as desk:
        brief, evidence, topics = draft(settings, as_of, desk)
        pages = _Pages(evidence)
        found = (each for each in topics if each.topic in wanted)
        offers = tuple(offer for topic in found for offer in _offers(topic, asked.missed, settings.picks, pages))
        titles = tuple(topic.title for topic in settings.topics)
        return Choice(titles, offers, pickfile.beside(settings.path), desk.intake, brief.warnings)


def save(file: Path, out: Picked | None, into: Picked | None) -> None:
    """Put the entry `into` in the place of `out` in the file of picks. Raises ConfigError and OutputError."""
    pickfile.change(file, out, into)


class _Pages:
    """The documents of candidates, each taken up once: a person may think for long, and no corpus stays open."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._seen = {each.document: each for each in evidence.appearances()}
        self._pages: dict[str, Page] = {}

    def page(self, document: str) -> Page:
        """Give the page of a document."""
        if document not in self._pages:
            text, seen = self.evidence.source(document).document.text, self._seen[document]
            self._pages[document] = Page(document, seen.path, seen.work, text, self.evidence.sentences(document))
        return self._pages[document]


def _offers(found: TopicEvidence, missed: int, picks: Iterable[Picked], pages: _Pages) -> Iterator[Offer]:
    """Give the candidates of a topic: what is printed, is withheld, just missed, and what a person has dropped."""
    title = found.topic.title
    own = [(each, place) for each in picks if each.is_for(title) and (place := pages.evidence.named(each.pick))]
    pinned = {place: each for each, place in own if each.verb == "pin"}
    for standing, candidates in _standings(found):
        yield from (_known(_offer(title, standing, each, pages), pinned) for each in candidates)
    near = (*found.fresh.missed, *found.background.missed)
    for each in near[: missed or None]:
        yield replace(_offer(title, "missed", each.candidate, pages), why=each.why)
    yield from (_dropped(title, each, pages.page(key), span) for each, (key, span) in own if each.verb == "drop")


def _standings(found: TopicEvidence) -> Sequence[tuple[str, Sequence[select.Candidate]]]:
    return (
        ("chosen", found.fresh.chosen),
        ("background", found.background.chosen),
        ("withheld", found.withheld),
    )


def _offer(topic: str, standing: str, candidate: select.Candidate, pages: _Pages) -> Offer:
    page = pages.page(candidate.document)
    added = (each for each in candidate.reasons if each.name in {select.ANSWERS, select.OWN_WORDS})
    why = "; ".join(f"{each.name}: {each.detail}" for each in added)
    return Offer(topic, standing, page, candidate.first, candidate.last, why, candidate.score, candidate.flags)


def _known(offer: Offer, pinned: Mapping[tuple[str, Span], Picked]) -> Offer:
    """Give an offer with the entry that pins it, if one does; what the config pins is pinned too, by no entry."""
    is_pinned = any(flag.kind == "pinned" for flag in offer.flags)
    entry = next(
        (each for (key, span), each in pinned.items() if key == offer.page.document and offer.span.contains(span)), None
    )
    if not is_pinned:
        return offer
    why = entry.pick.reason if entry else next(flag.words for flag in offer.flags if flag.kind == "pinned")
    return replace(offer, standing="pinned", why=why, picked=entry)


def _dropped(topic: str, picked: Picked, page: Page, span: Span) -> Offer:
    held = [i for i, each in enumerate(page.passages) if span.contains(each.span)]
    return Offer(topic, "dropped", page, held[0], held[-1], why=picked.pick.reason, picked=picked)
