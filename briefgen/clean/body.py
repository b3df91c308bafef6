"""Where the article is: one contiguous run of units, the best by what it gains and what it costs."""

import re
from collections import Counter
from collections.abc import Sequence

from briefgen.clean.imprint import is_name
from briefgen.clean.phrases import Kind, of_line, of_sentence
from briefgen.clean.rules import RULES, Rules
from briefgen.clean.units import Unit, count, ends_sentence

_LEAST = 5
"""A sentence of fewer words is taken for a line ("See also.")."""
_CALL = 8
"""A sentence of more words is furniture only by how it begins."""
_LONG = 30
"""A unit of so many words is a paragraph however it ends."""
_NEAR = 3
"""A paragraph is alone where so many units before it and after it are none."""
_TITLED = 0.7
"""A sentence of which more words than this part are capitalised is in title case; with fewer than four, none is."""

_PAUSE = re.compile("[.,;:!?。、，；]")

_ABOUT = re.compile(r"(?:about|über|sobre|à propos de|об авторе:?) (?P<name>[^.:?!]{3,60}):?\Z", re.IGNORECASE)
_BIOGRAPHY = re.compile(
    r"(?P<name>\S+(?: \S+){1,4}?),? (?:is|was|has been|covers|writes|reports|has written|joined|worked)\b.{0,120}\b"
    r"(?:reporters?|journalists?|correspondents?|columnists?|editors?|writers?|authors?|contributors?|fellow|professor"
    r"|lecturer|analyst|freelancer?|blogger|researcher|producer)\b",
)


def kinds(units: Sequence[Unit], habits: frozenset[str], rules: Rules) -> tuple[Kind, ...]:
    """Give what each unit looks like, in its place; a line among `habits` is furniture."""
    known: dict[str, Kind] = {}
    found: list[Kind] = []
    times = Counter(unit.words for unit in units)
    for unit in units:
        if unit.words not in known:
            recurs = unit.words in habits or times[unit.words] >= rules.often
            known[unit.words] = Kind.FURNITURE if recurs else _kind(unit, rules)
        found.append(_placed(known[unit.words], unit, units, found))
    return tuple(found)


def run(units: Sequence[Unit], kinds: Sequence[Kind], rules: Rules) -> range:
    """Give the indices of the article's units; an empty range where nothing reads like one.

    The run of the greatest sum: paragraphs gain their words, lines between them cost a little, furniture more, and no
    gap more than `rules.gap`. A closer ends the article when enough of it stands before.
    """
    cost = _costs(rules)
    best, best_value = range(0), 0
    start, value, gap = 0, 0, 0
    for i, of in enumerate(kinds):
        if of is Kind.CLOSER and best_value >= rules.enough:
            break
        gain = _gain(units, kinds, i, rules) if of is Kind.PROSE else -cost[of]
        if gain <= 0:
            gap -= gain
            continue
        kept = value - min(gap, rules.gap)
        start, value, gap = (start, kept + gain, 0) if kept > 0 else (i, gain, 0)
        if value > best_value:
            best, best_value = range(start, i + 1), value
    return less_biography(units, best) if rules.biography else best


def less_biography(units: Sequence[Unit], found: range) -> range:
    """Give the indices of the article's units without a biography of its writer at the end."""
    while len(found) > 1 and is_biography(units[found[-1]].words):
        found = found[:-1]
    return found


def is_biography(words: str) -> bool:
    """Say whether a paragraph says who its writer is ("Jane Doe is a reporter at …")."""
    match = _BIOGRAPHY.match(words[:300])
    return match is not None and is_name(match["name"])


def is_aside(words: str) -> bool:
    """Say whether `words` (for display), taken alone, read like a part of the page and not of the article."""
    return _said(words, count(words), RULES) is not None


def _kind(unit: Unit, rules: Rules) -> Kind:
    sentence = _is_sentence(unit.words, unit.size)
    if said := _said(unit.words, unit.size, rules):
        return said
    if sentence or (unit.size >= _LONG and _PAUSE.search(unit.words)):
        return Kind.PROSE
    return Kind.ITEM if unit.bullet else Kind.LINE


def _is_sentence(words: str, size: int) -> bool:
    return size >= _LEAST and ends_sentence(words) and not words.isupper()


def _said(words: str, size: int, rules: Rules) -> Kind | None:
    told = of_sentence if size > _CALL and _is_sentence(words, size) else of_line
    return told(words, rules.left_out)


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


def _costs(rules: Rules) -> dict[Kind, int]:
    return {
        Kind.LINE: rules.line,
        Kind.ITEM: rules.item,
        Kind.FURNITURE: rules.furniture,
        Kind.OPENER: rules.opener,
        Kind.CLOSER: rules.gap,
    }


def _gain(units: Sequence[Unit], kinds: Sequence[Kind], i: int, rules: Rules) -> int:
    near = (*kinds[max(0, i - _NEAR) : i], *kinds[i + 1 : i + 1 + _NEAR])
    gain = min(units[i].size, rules.most) - (rules.alone if Kind.PROSE not in near else 0)
    return gain - rules.titled if rules.titled and _is_titled(units[i].words) else gain


def _is_titled(words: str) -> bool:
    first = [word[0] for word in words.split() if word[0].isalpha()]
    return len(first) >= 4 and sum(letter.isupper() for letter in first) > _TITLED * len(first)
