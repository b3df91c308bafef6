"""The choice of a topic: greedy maximal marginal relevance within a budget."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.select.candidate import Candidate, Missed, Place, Selection, share
from briefgen.select.indexed import Indexed
from briefgen.select.joining import joined
from briefgen.select.likeness import Compared
from briefgen.select.standing import Standing, Standings

WORTH = 0.45
"""A candidate below this share of the best score is not worth a reader's time."""

LONG = 90
"""Days between the first and the last candidate from which time counts."""

MOST = 2000
"""So many candidates, the best, are compared with one another: where a query matches everything, that is enough."""


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
    best = max((candidate.score for candidate in candidates), default=0.0)
    chosen, missed = list(said), []
    new = (each for each in candidates if each.place not in told)
    worth = sorted((each for each in new if each.score >= WORTH * best), key=by_score)

    compared = Compared(rarities)
    beyond = Indexed(elsewhere, compared)
    standings = Standings(worth[:MOST], beyond, _stretch(candidates, limit))
    standings.renew(chosen)
    remaining = sorted(standings.all, key=_by_worth, reverse=True)
    while remaining and len(chosen) < limit:
        winner, before = remaining.pop().candidate, tuple(chosen)
        others = [each for each in beyond.near(winner) if not share(each, winner)]
        if why := compared.repeats(winner, (*chosen, *others)):
            missed.append(Missed(winner, why))
        elif not joined(winner, chosen):
            chosen.insert(_beside(winner, chosen, compared), winner)
        if tuple(chosen) != before:  # else everything is worth what it was
            standings.renew(chosen)
            remaining.sort(key=_by_worth, reverse=True)
    left = [*(each.candidate for each in remaining), *worth[MOST:]]
    near = Indexed(chosen, compared).near
    missed += [Missed(each, compared.repeats(each, near(each)) or "there was no more room") for each in left]
    missed += _never(candidates, told, WORTH * best)
    missed.sort(key=lambda each: by_score(each.candidate))
    return Selection(tuple(chosen), tuple(missed))


def _never(candidates: Sequence[Candidate], told: Mapping[Place, str], least: float) -> Iterator[Missed]:
    """Give what could not be chosen in any case: what was told, and what is worth too little."""
    for each in candidates:
        if each.place in told:
            yield Missed(each, told[each.place])
        elif each.score < least:
            yield Missed(each, "says too little of the topic")


def by_score(candidate: Candidate) -> tuple[float, Place]:
    """Give what puts candidates in order, the best first."""
    return (-candidate.score, candidate.place)


def _by_worth(standing: Standing) -> tuple[float, Place]:
    return (-standing.worth, standing.candidate.place)


def _beside(winner: Candidate, chosen: Sequence[Candidate], compared: Compared) -> int:
    """Give where a choice stands: right after what it contradicts, else at the end."""
    places = (i for i, each in enumerate(chosen, start=1) if compared.contradict(winner, each))
    return next(places, len(chosen))


def _stretch(candidates: Sequence[Candidate], limit: int) -> int:
    """Give the days of each of `limit` parts of the time that the candidates span, 0 where it is not long."""
    days = [each.day for each in candidates if each.day]
    span = (max(days) - min(days)).days if days else 0
    return span // max(1, limit) if span >= LONG else 0
