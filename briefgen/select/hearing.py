"""The parties of a topic speak for themselves: what one of them said stands in the choice, beside what it answers."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.model.brief import Reason
from briefgen.select.candidate import Candidate, Missed, Place, Selection, share, whole
from briefgen.select.choosing import WORTH, by_score, value_beside
from briefgen.select.joining import joined
from briefgen.select.likeness import likeness, repeats

OWN_WORDS = "own words"
"""The name of the reason for which a party's statement was chosen; its detail names the party."""

LOOKED = 40
"""In so many documents, those of the best candidates, is asked who speaks: that costs some milliseconds an article."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that a topic names, in its order; `speaking` gives those of them that speak in a candidate."""

    names: tuple[str, ...]
    speaking: Callable[[Candidate], Collection[str]]

    def silent(self, chosen: Sequence[Candidate]) -> list[str]:
        """Give those that speak in none of these."""
        heard = {name for each in chosen for name in self.speaking(each)} if self.names else set()
        return [name for name in self.names if name not in heard]

    def first_words(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """Give for each party that speaks the first of these in which it does."""
        firsts = (next((each for each in chosen if name in self.speaking(each)), None) for name in self.names)
        return [each for each in firsts if each]


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
    """Give a choice in which the parties speak that were silent in it, as far as they say something of the topic.

    Of a silent party the best statement is taken among the leading candidates, if it is worth a reader's time, says
    something new and leans on nothing. It stands with the excerpts of its document, else after the one it is most like.
    At most half of the limit is given to such statements; where there is no more room, what is worth least beside the
    others makes it, but nothing that a person pinned, and no party's first words.
    """
    chosen, added = list(selection.chosen), 0
    silent = parties.silent(chosen)
    free = min(room.limit // 2, room.limit - len(chosen) + len(_spare(chosen, parties)))
    for each in _leading(candidates, room.told or {}) if silent else ():
        names = [name for name in silent if name in parties.speaking(each)]
        if names and not repeats(each, _said(each, chosen, room), room.rarities):
            statement = replace(each, reasons=(*each.reasons, Reason(OWN_WORDS, 0.0, " and ".join(names))))
            if not _widens(statement, chosen) and added < free:
                chosen.insert(_beside(each, chosen, room.rarities), statement)
                added += 1
            silent = parties.silent(chosen)
        if not silent:
            break
    gone = _weakest(chosen, parties, room)
    kept = tuple(each for each in chosen if each not in gone)
    return Selection(kept, _missed(selection, kept, gone))


def _leading(candidates: Sequence[Candidate], told: Collection[Place]) -> Iterator[Candidate]:
    """Give the best candidates that lean on nothing, as far as they are worth a reader's time.

    One is worth what the best of its sentences is: an answer stands with what it answers, and need not name again what
    it answers to.
    """
    cores: dict[str, list[Candidate]] = {}
    for each in sorted(candidates, key=lambda each: each.core):
        cores.setdefault(each.document, []).append(each)

    def worth(candidate: Candidate) -> float:
        own = cores[candidate.document]
        first, last = (
            bisect_left(own, at, key=lambda each: each.core.start) for at in (candidate.span.start, candidate.span.end)
        )
        return max(each.score for each in own[first:last])

    valued = [(-worth(each), each.place, each) for each in candidates if each.place not in told and not _leans(each)]
    least = WORTH * max((each.score for each in candidates), default=0.0)
    seen: set[str] = set()
    for value, _, each in sorted(valued, key=lambda each: each[:2]):
        if -value < least:
            break
        if each.document in seen or len(seen) < LOOKED:
            seen.add(each.document)
            yield each


def _leans(candidate: Candidate) -> bool:
    return any(flag.kind == "leans" for flag in candidate.flags)


def _said(candidate: Candidate, chosen: Sequence[Candidate], room: Room) -> list[Candidate]:
    return [*chosen, *(each for each in room.elsewhere if not share(each, candidate))]


def _widens(statement: Candidate, chosen: list[Candidate]) -> bool:
    """Make a statement one with the chosen excerpt that it touches; False if it stands by itself."""
    before = tuple(chosen)
    is_joined = joined(statement, chosen)
    for i, (old, new) in enumerate(zip(before, tuple(chosen), strict=True)):
        if old != new:
            chosen[i] = replace(new, reasons=(*new.reasons, statement.reasons[-1]))
    return is_joined


def _beside(statement: Candidate, chosen: Sequence[Candidate], rarities: Mapping[str, float]) -> int:
    """Give where a statement stands: in its order among the excerpts of its document, else after the likest."""
    own = [i for i, each in enumerate(chosen) if each.document == statement.document]
    earlier = [i for i in own if chosen[i].first < statement.first]
    if own:
        return earlier[-1] + 1 if earlier else own[0]
    alike = [likeness(whole(statement), whole(each), rarities) for each in chosen]
    return alike.index(max(alike)) + 1 if alike else 0


def _spare(chosen: Sequence[Candidate], parties: Parties) -> list[Candidate]:
    """Give what may make room: nothing pinned, no statement that was added, and no party's first words."""
    first = parties.first_words(chosen)
    return [each for each in chosen if each not in first and not _is_kept(each)]


def _is_kept(candidate: Candidate) -> bool:
    return any(flag.kind == "pinned" for flag in candidate.flags) or _is_statement(candidate)


def _is_statement(candidate: Candidate) -> bool:
    return any(reason.name == OWN_WORDS for reason in candidate.reasons)


def _weakest(chosen: Sequence[Candidate], parties: Parties, room: Room) -> list[Candidate]:
    """Give what is over the limit: again and again what is worth least beside all that stays."""
    left, gone = list(chosen), []
    while len(left) > room.limit and (spare := _spare(left, parties)):

        def value(each: Candidate) -> tuple[float, Place]:
            others = [one for one in left if one is not each]
            return (value_beside(each, others, room.elsewhere, room.rarities), each.place)

        gone.append(min(spare, key=value))
        left.remove(gone[-1])
    return gone


def _missed(selection: Selection, kept: Sequence[Candidate], gone: Sequence[Candidate]) -> tuple[Missed, ...]:
    """Give what was not chosen, best first, with what made room."""
    places = {each.place for each in kept}
    left = [each for each in selection.missed if each.candidate.place not in places]
    names = ", ".join(reason.detail for each in kept for reason in each.reasons if reason.name == OWN_WORDS)
    left += [Missed(each, f"made room for the own words of {names}") for each in gone]
    return tuple(sorted(left, key=lambda each: by_score(each.candidate)))
