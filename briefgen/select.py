"""Which candidates become excerpts: the best ones that say something new, within a budget.

Greedy maximal marginal relevance (Carbonell and Goldstein 1998): each choice is the candidate whose score, less what it
repeats and less a little for each excerpt its document already has, is highest. Ties go to the document's id, then to
the place in it, so the result never depends on the order of reading.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.model.brief import MOST_SENTENCES, Flag, Reason
from briefgen.model.place import Span

REPEATS_ITSELF = 0.33
"""Likeness from which a passage says again what its own document said: leads repeat their articles in other words."""

REPEATS = 0.6
"""Likeness from which a passage of another document is a copy rather than a second voice."""

SAMENESS, SHARE = 1.5, 0.45
"""What full likeness costs, and what each excerpt that the document already has in this topic costs."""

WORTH = 0.45
"""A candidate below this share of the best score is not worth a reader's time."""

CONTRASTS, BOTH_SIDES = 0.5, 0.6
"""Likeness, but for figures, from which two documents tell of one thing; what it adds that their figures differ."""

COMMON = 1 / 3
"""The share of the shorter passage's stems below which two are not compared with what earlier editions told: counting
is cheap, and those may be many."""

LONG, CROWDED = 90, 0.25
"""Days between the first and the last candidate from which time counts; what each excerpt of the same stretch costs."""


_YEAR = re.compile("(?:19|20)[0-9]{2}")

MOST = 2000
"""So many candidates, the best, are compared with one another: where a query matches everything, that is enough."""


Place = tuple[str, int, int]
"""A document's id, and a span in its text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that could be an excerpt: the sentences `first` to `last` of its document.

    `core` is the sentence that was scored; the rest came along as context. `joins` says that the sentence before
    `first` stands right before it in the same paragraph. `stems` holds for each sentence the stems that carry meaning;
    `also` are documents of other origins that say the same. `day` is when the document was published at the latest,
    None if that is not known.
    """

    document: str
    first: int
    last: int
    span: Span
    core: Span
    paragraph: int
    score: float
    reasons: tuple[Reason, ...]
    stems: tuple[frozenset[str], ...]
    flags: tuple[Flag, ...] = ()
    joins: bool = False
    also: tuple[str, ...] = ()
    day: date | None = None

    @property
    def place(self) -> Place:
        """Where it stands; ties go by it."""
        return (self.document, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Missed:
    """A candidate that was not chosen, and why."""

    candidate: Candidate
    why: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen, in the order of choice, and what was not, best first."""

    chosen: tuple[Candidate, ...] = ()
    missed: tuple[Missed, ...] = ()


def rarity(passages: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give each stem's inverse frequency among these passages: what makes two of them alike or different."""
    counted: Counter[str] = Counter()
    total = 0
    for stems in passages:
        counted.update(stems)
        total += 1
    return {stem: math.log(1 + total / n) for stem, n in counted.items()}


def likeness(one: frozenset[str], other: frozenset[str], rarities: Mapping[str, float]) -> float:
    """Give how much of the shorter passage the other says too: shared over all of its stems, by rarity, 0..1."""
    if not one or not other:
        return 0.0
    shared = _weight(one & other, rarities)
    return shared / min(_weight(one, rarities), _weight(other, rarities))


def _weight(stems: frozenset[str], rarities: Mapping[str, float]) -> float:
    # fsum: the order of a set must not reach the bytes of a brief.
    return math.fsum(rarities.get(stem, 1.0) for stem in stems)


def choose(
    candidates: Sequence[Candidate],
    limit: int,
    rarities: Mapping[str, float],
    said: Sequence[Candidate] = (),
    elsewhere: Sequence[Candidate] = (),
    told: Mapping[Place, str] | None = None,
) -> Selection:
    """Choose until there are `limit` excerpts; those of `said` are already there and count.

    What `elsewhere` (other topics of the brief) says is not said again in other words; the same sentence may be chosen
    again, for a brief refers to it by number. A candidate that overlaps or continues a chosen one becomes one excerpt
    with it, if that has at most three sentences. `rarities` are those of all passages that are compared.

    Where two documents tell of one thing with other figures, both stand, the later choice right after the one that it
    contradicts. Where the candidates span a long time, it is divided into `limit` stretches, and excerpts of one
    stretch cost a little.

    What stands at the places of `told` is not chosen, for the reason given there, but the others are measured by it.
    """
    told = told or {}
    stretch = _stretch(candidates, limit)
    best = max((candidate.score for candidate in candidates), default=0.0)
    chosen, missed = list(said), []
    new = (each for each in candidates if each.place not in told)
    worth = sorted((each for each in new if each.score >= WORTH * best), key=_by_score)

    def value(each: Candidate) -> tuple[float, Place]:
        return (-_value(each, chosen, elsewhere, rarities, stretch), each.place)

    remaining = sorted(worth[:MOST], key=value, reverse=True)
    while remaining and len(chosen) < limit:
        winner, before = remaining.pop(), tuple(chosen)
        others = [each for each in elsewhere if not share(each, winner)]
        if why := _repeats(winner, (*chosen, *others), rarities):
            missed.append(Missed(winner, why))
        elif not _joined(winner, chosen):
            chosen.insert(_beside(winner, chosen, rarities), winner)
        if tuple(chosen) != before:  # else everything is worth what it was
            remaining.sort(key=value, reverse=True)
    remaining += worth[MOST:]
    missed += [Missed(each, _repeats(each, chosen, rarities) or "there was no more room") for each in remaining]
    for each in candidates:
        if each.place in told:
            missed.append(Missed(each, told[each.place]))
        elif each.score < WORTH * best:
            missed.append(Missed(each, "says too little of the topic"))
    missed.sort(key=lambda each: _by_score(each.candidate))
    return Selection(tuple(chosen), tuple(missed))


def _by_score(candidate: Candidate) -> tuple[float, Place]:
    return (-candidate.score, candidate.place)


def _value(
    candidate: Candidate,
    chosen: Sequence[Candidate],
    elsewhere: Sequence[Candidate],
    rarities: Mapping[str, float],
    stretch: int,
) -> float:
    """Give what a candidate is worth beside all that is said; one that goes on from an excerpt does not repeat it."""
    others = [each for each in chosen if not (share(each, candidate) and _together(each, candidate))]
    said = [*others, *(each for each in elsewhere if not share(each, candidate))]
    against = [each for each in said if contradicts(candidate, each, rarities)]
    whole = _whole(candidate)
    alike = max((likeness(whole, _whole(each), rarities) for each in said if each not in against), default=0.0)
    siblings = sum(each.document == candidate.document for each in others)
    crowd = sum(_near_in_time(each, candidate, stretch) for each in others)
    return candidate.score + BOTH_SIDES * bool(against) - SAMENESS * alike - SHARE * siblings - CROWDED * crowd


def contradicts(one: Candidate, other: Candidate, rarities: Mapping[str, float]) -> bool:
    """Say whether two documents tell of one thing with figures of which neither has the other's.

    Years are no figures here, and a figure that both give is no contradiction of what one gives beside it.
    """
    mine, theirs = _figures(one), _figures(other)
    if one.document == other.document or not mine or not theirs or mine & theirs:
        return False
    return likeness(_whole(one) - mine, _whole(other) - theirs, rarities) >= CONTRASTS


def _figures(candidate: Candidate) -> frozenset[str]:
    return frozenset(stem for stem in _whole(candidate) if stem[0].isdigit() and not _YEAR.fullmatch(stem))


def told_by(candidate: Candidate, earlier: Sequence[Candidate], rarities: Mapping[str, float]) -> tuple[int, ...]:
    """Give which of these excerpts of earlier editions told what a candidate tells, by their indices.

    They hold a sentence of it, say the same in other words, or tell of the same thing with other figures.
    """
    whole = _whole(candidate)
    return tuple(
        index
        for index, each in enumerate(earlier)
        if share(candidate, each)
        or (
            _has_common(whole, _whole(each))
            and (contradicts(candidate, each, rarities) or _repeats(candidate, (each,), rarities))
        )
    )


def _has_common(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= COMMON * min(len(one), len(other))


def _beside(winner: Candidate, chosen: Sequence[Candidate], rarities: Mapping[str, float]) -> int:
    """Give where a choice stands: right after what it contradicts, else at the end."""
    places = (i for i, each in enumerate(chosen, start=1) if contradicts(winner, each, rarities))
    return next(places, len(chosen))


def _stretch(candidates: Sequence[Candidate], limit: int) -> int:
    """Give the days of each of `limit` parts of the time that the candidates span, 0 where it is not long."""
    days = [each.day for each in candidates if each.day]
    span = (max(days) - min(days)).days if days else 0
    return span // max(1, limit) if span >= LONG else 0


def _near_in_time(one: Candidate, other: Candidate, stretch: int) -> bool:
    return bool(one.day and other.day and abs((one.day - other.day).days) < stretch)


def _whole(candidate: Candidate) -> frozenset[str]:
    first, *more = candidate.stems
    return first.union(*more) if more else first


def _repeats(candidate: Candidate, chosen: Sequence[Candidate], rarities: Mapping[str, float]) -> str:
    """Say how the candidate only repeats what is chosen; empty if it does not."""
    for each in chosen:
        if contradicts(candidate, each, rarities):
            continue
        if each.document != candidate.document:
            alike, limit = likeness(_whole(candidate), _whole(each), rarities), REPEATS
        elif each.span.contains(candidate.span):
            return "stands in a chosen excerpt"
        else:
            alike, limit = _says_again(candidate, each, rarities), REPEATS_ITSELF
        if alike >= limit:
            return f"repeats a chosen excerpt ({alike:.2f})"
    return ""


def _says_again(candidate: Candidate, other: Candidate, rarities: Mapping[str, float]) -> float:
    """Give how much a sentence of `candidate` says what a different sentence of `other` says, at most."""
    return max(
        (
            likeness(mine, theirs, rarities)
            for i, mine in enumerate(candidate.stems, start=candidate.first)
            for k, theirs in enumerate(other.stems, start=other.first)
            if not other.first <= i <= other.last and not candidate.first <= k <= candidate.last
        ),
        default=0.0,
    )


def _together(one: Candidate, other: Candidate) -> bool:
    """Say whether both can be one excerpt: they share sentences, or one continues the other's paragraph."""
    early, late = sorted((one, other), key=lambda each: (each.first, each.last))
    touching = late.first <= early.last or (late.first == early.last + 1 and late.joins)
    return touching and max(one.last, other.last) - early.first < MOST_SENTENCES


def _joined(candidate: Candidate, chosen: list[Candidate]) -> bool:
    """Make `candidate` one with a chosen excerpt that it touches; False if it stands by itself.

    A candidate that shares sentences with chosen excerpts but cannot be one with them is left out: nothing is printed
    twice.
    """
    sharing = [each for each in chosen if share(each, candidate)]
    for i, each in enumerate(chosen):
        if each.document == candidate.document and _together(each, candidate) and sharing in ([], [each]):
            chosen[i] = _one(each, candidate)
            return True
    return bool(sharing)


def share(one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates hold a sentence in common."""
    return one.document == other.document and one.first <= other.last and other.first <= one.last


def settle(sections: Sequence[Sequence[Candidate]]) -> tuple[tuple[Candidate, ...], tuple[tuple[int, ...], ...]]:
    """Make the choices of several topics one set in which nothing overlaps.

    Gives the candidates, each once, and for each section which of them it holds. Where two topics chose overlapping
    spans, both hold the joined span or, if that would be too long, the one that came first.
    """
    placed: list[Candidate] = []
    held = []
    for section in sections:
        indices: list[int] = []
        for candidate in section:
            sharing = [i for i, each in enumerate(placed) if share(each, candidate)]
            if not sharing:
                sharing = [len(placed)]
                placed.append(candidate)
            elif len(sharing) == 1 and _together(placed[sharing[0]], candidate):
                placed[sharing[0]] = _one(placed[sharing[0]], candidate)
            indices += [i for i in sharing if i not in indices]
        held.append(tuple(indices))
    return tuple(placed), tuple(held)


def _one(kept: Candidate, more: Candidate) -> Candidate:
    """Make one candidate of two that touch; its score and reasons are those of `kept`.

    What the later one leaned on has come along with the earlier; only what both are is the whole (`related`).
    """
    early, late = sorted((kept, more), key=lambda each: (each.first, -each.last))
    return replace(
        kept,
        first=early.first,
        last=max(early.last, late.last),
        span=Span(early.span.start, max(early.span.end, late.span.end)),
        paragraph=early.paragraph,
        stems=early.stems + late.stems[early.last + 1 - late.first :],
        flags=_flags_of_both(early, late),
        joins=early.joins,
    )


def _flags_of_both(early: Candidate, late: Candidate) -> tuple[Flag, ...]:
    flags = dict.fromkeys(early.flags + late.flags)
    partial = {flag for flag in flags if flag.kind == "related" and not (flag in early.flags and flag in late.flags)}
    repaired = {flag for flag in late.flags if flag.kind == "leans" and early.first < late.first}
    return tuple(flag for flag in flags if flag not in partial | (repaired - set(early.flags)))
