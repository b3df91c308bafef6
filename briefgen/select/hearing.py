"""What was said against it stands near it, and the parties of a topic speak for themselves."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.model.brief import Reason
from briefgen.select.candidate import Candidate, Missed, Place, Selection, share, whole
from briefgen.select.choosing import WORTH, by_score
from briefgen.select.indexed import Indexed
from briefgen.select.joining import joined
from briefgen.select.likeness import Compared, likeness, weight
from briefgen.select.standing import Standing

OWN_WORDS, ANSWERS = "own words", "answers"
"""The names of the reasons for which a statement was added: a party speaks that was silent; it denies an excerpt."""

LOOKED = 40
"""In so many documents, those of the best candidates, is asked who speaks: that costs some milliseconds an article."""

DENIED, FEWEST = 0.75, 3
"""The share of what somebody denies that an excerpt must say, by rarity, to be what he denies; and of how many stems
that must be. By reading, at .7 a quarter of the pairs are of two things, and of two stems one is often "election"."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that a topic names, in its order; and what is asked of a candidate when it comes to that.

    `speaking` gives the parties that speak in it, `denied` the stems of what somebody says in it is not so.
    """

    names: tuple[str, ...]
    speaking: Callable[[Candidate], Collection[str]]
    denied: Callable[[Candidate], frozenset[str]]

    def silent(self, chosen: Sequence[Candidate]) -> list[str]:
        """Give those that speak in none of these."""
        heard = {name for each in chosen for name in self.speaking(each)} if self.names else set()
        return [name for name in self.names if name not in heard]

    def first_words(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """Give for each party that speaks the first of these in which it does."""
        firsts = (next((each for each in chosen if name in self.speaking(each)), None) for name in self.names)
        return [each for each in firsts if each]

    def answers(self, one: Candidate, other: Candidate, rarities: Mapping[str, float]) -> bool:
        """Say whether one candidate denies what another tells, which denies nothing itself.

        That is so if the other holds `DENIED` of what is denied, and none of the parties speaks in both.
        """
        denied = self.denied(one)
        if len(denied) < FEWEST or share(one, other):
            return False
        if weight(denied & whole(other), rarities) < DENIED * weight(denied, rarities) or self.denied(other):
            return False
        return set(self.speaking(one)).isdisjoint(self.speaking(other))


@dataclass(frozen=True, slots=True)
class Room:
    """What a topic's choice is measured against: its limit, how rare words are, what earlier topics say, and editions.

    `told` says of what earlier editions told why it is not told again.
    """

    limit: int
    rarities: Mapping[str, float]
    elsewhere: tuple[Candidate, ...] = ()
    told: Mapping[Place, str] | None = None


def hear(selection: Selection, candidates: Sequence[Candidate], parties: Parties, room: Room) -> Selection:
    """Give a choice in which what was said against an excerpt stands after it, and silent parties speak.

    Added is the best of the leading candidates that denies what is chosen; then for each party that is silent the best
    in which it speaks. Both must be worth a reader's time, say something new and lean on nothing. At most half of the
    limit is given to such statements; where there is no more room, what is worth least beside the others makes it, but
    neither the best nor what a person pinned, nothing that is answered, and no party's first words.
    """
    choice = _Choice(selection, parties, room)
    offered = _offered(candidates, room.told or {})
    for each in _looked(offered, parties.denied):
        if any(parties.answers(each, one, room.rarities) for one in choice.chosen):
            choice.add(each, Reason(ANSWERS, 0.0, "denies what stands before it"))
    for each in _looked(offered, parties.speaking) if choice.silent else ():
        if names := [name for name in choice.silent if name in parties.speaking(each)]:
            choice.add(each, Reason(OWN_WORDS, 0.0, " and ".join(names)))
        if not choice.silent:
            break
    kept, gone = choice.within(room.limit)
    return Selection(tuple(kept), _missed(selection, kept, gone))


class _Choice:
    """The excerpts of a topic, to which statements are added."""

    def __init__(self, selection: Selection, parties: Parties, room: Room) -> None:
        self.chosen = list(selection.chosen)
        self._parties, self._room = parties, room
        self._compared = Compared(room.rarities)
        self._elsewhere = Indexed(room.elsewhere, self._compared)
        self.silent = parties.silent(self.chosen)
        self._free = room.limit // 2
        self._most = max(room.limit, len(self.chosen))

    def add(self, candidate: Candidate, reason: Reason) -> None:
        """Add a statement if it says something new and there is room for it, or where it touches an excerpt.

        That it says in its own words what it denies is no repetition.
        """
        others = [*self.chosen, *(each for each in self._elsewhere.near(candidate) if not share(each, candidate))]
        others = [each for each in others if not self._parties.answers(candidate, each, self._room.rarities)]
        if self._compared.repeats(candidate, others):
            return
        statement = replace(candidate, reasons=(*candidate.reasons, reason))
        chosen = list(self.chosen)
        if not _widens(statement, chosen) and self._free > 0:
            chosen.insert(self._place(statement), statement)
        if len(chosen) - len(self._spare(chosen)) <= self._most:
            self._free -= len(chosen) - len(self.chosen)
            self.chosen, self.silent = chosen, self._parties.silent(chosen)

    def _place(self, statement: Candidate) -> int:
        """Give where a statement stands: after what it denies, else with its document, else after the likest.

        It never stands before the first excerpt, which leads.
        """
        for i, each in enumerate(self.chosen, start=1):
            if self._parties.answers(statement, each, self._room.rarities):
                return i
        own = [i for i, each in enumerate(self.chosen) if each.document == statement.document]
        earlier = [i for i in own if self.chosen[i].first < statement.first]
        if own:
            return earlier[-1] + 1 if earlier else max(1, own[0])
        alike = [likeness(whole(statement), whole(each), self._room.rarities) for each in self.chosen]
        return alike.index(max(alike)) + 1 if alike else 0

    def within(self, limit: int) -> tuple[list[Candidate], list[Candidate]]:
        """Give what stays within the limit, and what does not: again and again what is worth least beside the rest."""
        left, gone = list(self.chosen), list[Candidate]()
        while len(left) > limit and (spare := self._spare(left)):
            gone.append(min(spare, key=lambda each: self._worth(each, left)))
            left.remove(gone[-1])
        return left, gone

    def _worth(self, candidate: Candidate, chosen: Sequence[Candidate]) -> tuple[float, Place]:
        standing = Standing(candidate, self._elsewhere)
        for each in chosen:
            if each is not candidate:
                standing.count(each, self._compared.likeness(candidate, each))
        return (standing.worth, candidate.place)

    def _spare(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """Give what may make room for a statement."""
        best = sorted(chosen, key=by_score)[:1]
        kept = [*best, *self._parties.first_words(chosen)]
        added = [each for each in chosen if _is_added(each)]
        return [
            each
            for each in chosen
            if each not in kept
            and each not in added
            and not each.is_pinned
            and not any(self._parties.answers(one, each, self._room.rarities) for one in added)
        ]


def _offered(candidates: Sequence[Candidate], told: Collection[Place]) -> list[Candidate]:
    """Give the candidates that lean on nothing and are worth a reader's time, the best first.

    One is worth what the best of its sentences is: an answer stands with what it answers, and need not name again what
    it answers to.
    """
    cores: dict[str, list[Candidate]] = {}
    for each in sorted(candidates, key=lambda each: each.core):
        cores.setdefault(each.document, []).append(each)

    def worth(candidate: Candidate) -> float:
        own = cores[candidate.document]
        ends = (candidate.span.start, candidate.span.end)
        first, last = (bisect_left(own, at, key=lambda each: each.core.start) for at in ends)
        return max(each.score for each in own[first:last])

    least = WORTH * max((each.score for each in candidates), default=0.0)
    new = ((-worth(each), each.place, each) for each in candidates if each.place not in told and not each.has("leans"))
    return [each for value, _, each in sorted(new, key=lambda each: each[:2]) if -value >= least]


def _looked(offered: Sequence[Candidate], asked: Callable[[Candidate], Collection[str]]) -> Iterator[Candidate]:
    """Give those of which something can be told, of the first `LOOKED` documents that are asked."""
    seen: set[str] = set()
    for each in offered:
        if each.document in seen or len(seen) < LOOKED:
            seen.add(each.document)
            if asked(each):
                yield each


def _is_added(candidate: Candidate) -> bool:
    return any(reason.name in {OWN_WORDS, ANSWERS} for reason in candidate.reasons)


def _widens(statement: Candidate, chosen: list[Candidate]) -> bool:
    """Make a statement one with the chosen excerpt that it touches; False if it stands by itself."""
    before = tuple(chosen)
    is_joined = joined(statement, chosen)
    for i, (old, new) in enumerate(zip(before, tuple(chosen), strict=True)):
        if old != new:
            chosen[i] = replace(new, reasons=(*new.reasons, statement.reasons[-1]))
    return is_joined


def _missed(selection: Selection, kept: Sequence[Candidate], gone: Sequence[Candidate]) -> tuple[Missed, ...]:
    """Give what was not chosen, best first, with what made room."""
    places = {each.place for each in kept}
    left = [each for each in selection.missed if each.candidate.place not in places]
    left += [Missed(each, "made room for an answer or a party’s own words") for each in gone]
    return tuple(sorted(left, key=lambda each: by_score(each.candidate)))
