"""Where the article is: one contiguous run of units, the best by what it gains and what it costs."""

import re
from collections import Counter
from collections.abc import Sequence

from briefgen.clean.imprint import is_name
from briefgen.clean.phrases import Kind, of_line, of_sentence
from briefgen.clean.units import Unit, ends_sentence

_LEAST = 5
"""A sentence of fewer words is taken for a line ("See also.")."""
_CALL = 8
"""A sentence of more words is furniture only by how it begins."""
_LONG = 30
"""A unit of so many words is a paragraph however it ends."""
_MOST = 50
"""No paragraph counts for more words than this."""
_ALONE = 15
"""What a paragraph loses that stands alone among lines, as a teaser does."""
_COST = {Kind.LINE: 6, Kind.ITEM: 6, Kind.FURNITURE: 12, Kind.OPENER: 40, Kind.CLOSER: 120}
_OFTEN = 4
"""What a text says so often is furniture."""
_ENOUGH = 40
"""A run of this value before a closer is the article; what follows is not."""

_PAUSE = re.compile("[.,;:!?。、，；]")

_ABOUT = re.compile(r"(?:about|über|sobre|à propos de|об авторе:?) (?P<name>[^.:?!]{3,60}):?\Z", re.IGNORECASE)
_BIOGRAPHY = re.compile(
    r"(?P<name>\S+(?: \S+){1,4}?),? (?:is|was|has been|covers|writes|reports|has written|joined|worked)\b.{0,120}\b"
    r"(?:reporters?|journalists?|correspondents?|columnists?|editors?|writers?|authors?|contributors?|fellow|professor"
    r"|lecturer|analyst|freelancer?|blogger|researcher|producer)\b",
)


def kinds(units: Sequence[Unit], habits: frozenset[str]) -> tuple[Kind, ...]:
    """Give what each unit looks like, in its place; a line among `habits` is furniture."""
    known: dict[str, Kind] = {}
    found: list[Kind] = []
    times = Counter(unit.words for unit in units)
    for unit in units:
        if unit.words not in known:
            known[unit.words] = Kind.FURNITURE if times[unit.words] >= _OFTEN else _kind(unit, habits)
        found.append(_placed(known[unit.words], unit, units, found))
    return tuple(found)


def run(units: Sequence[Unit], kinds: Sequence[Kind]) -> range:
    """Give the indices of the article's units; an empty range where nothing reads like one.

    The run of the greatest sum (Kadane's algorithm): paragraphs gain their words, lines cost a little, furniture more.
    A closer ends the article when enough of it stands before. A biography at its end is no part of it.
    """
    best, best_value = range(0), 0
    start, value = 0, 0
    for i, of in enumerate(kinds):
        if of is Kind.CLOSER and best_value >= _ENOUGH:
            break
        value += _gain(units, kinds, i)
        if value <= 0:
            start, value = i + 1, 0
        elif value > best_value:
            best, best_value = range(start, i + 1), value
    best = less_biography(units, best)
    while len(best) > 1 and kinds[best[-1]] is not Kind.PROSE:
        best = best[:-1]
    return best


def less_biography(units: Sequence[Unit], found: range) -> range:
    """Give the indices of the article's units without a biography of its writer at the end."""
    while len(found) > 1 and is_biography(units[found[-1]].words):
        found = found[:-1]
    return found


def is_biography(words: str) -> bool:
    """Say whether a paragraph says who its writer is ("Jane Doe is a reporter at …")."""
    match = _BIOGRAPHY.match(words[:300])
    return match is not None and is_name(match["name"])


def _kind(unit: Unit, habits: frozenset[str]) -> Kind:
    if unit.words in habits:
        return Kind.FURNITURE
    sentence = ends_sentence(unit.words) and unit.size >= _LEAST and not unit.words.isupper()
    said = of_sentence(unit.words) if sentence and unit.size > _CALL else of_line(unit.words)
    if said:
        return said
    if sentence or (unit.size >= _LONG and _PAUSE.search(unit.words)):
        return Kind.PROSE
    return Kind.ITEM if unit.bullet else Kind.LINE


def _placed(of: Kind, unit: Unit, units: Sequence[Unit], before: Sequence[Kind]) -> Kind:
    """Give the kind of the unit after those of `before`: items under an opener are no prose, a biography neither."""
    i = len(before)
    if of is Kind.LINE and (about := _ABOUT.match(unit.words)) and is_name(about["name"]):
        below = units[i + 1].words if i + 1 < len(units) else ""
        return Kind.OPENER if set(about["name"].split()) & set(below.split()[:12]) else of
    if of is Kind.PROSE and before and before[-1] is Kind.OPENER:
        above = _ABOUT.match(units[i - 1].words)
        if above or unit.bullet:
            return Kind.FURNITURE if above else Kind.ITEM
    return of


def _gain(units: Sequence[Unit], kinds: Sequence[Kind], i: int) -> int:
    if kinds[i] is not Kind.PROSE:
        return -_COST[kinds[i]]
    alone = Kind.PROSE not in {_beside(kinds, i, -1), _beside(kinds, i, 1)}
    return min(units[i].size, _MOST) - (_ALONE if alone else 0)


def _beside(kinds: Sequence[Kind], i: int, step: int) -> Kind | None:
    """Give the kind of the unit before or after unit `i`, over a piece of furniture or two (an advertisement)."""
    near = (kinds[j] for j in range(i + step, i + 4 * step, step) if 0 <= j < len(kinds))
    return next((of for of in near if of is not Kind.FURNITURE), None)
