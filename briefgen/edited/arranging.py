"""The excerpts of a brief: which a person took out, moved to another section, or put in another order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.edited.changing import Changes, shown
from briefgen.edited.regions import Region
from briefgen.model.record import Recorded


@dataclass(frozen=True, slots=True)
class Arranged:
    """What a person did with the excerpts, by (key of the topic, id): `drops`; and `pins`, each with its place.

    Places count from 1 in a topic. `others` is what no pick can say, in plain words.
    """

    drops: tuple[tuple[str, str], ...]
    pins: tuple[tuple[str, str, int], ...]
    others: tuple[str, ...]


def arranged(
    changes: Changes, topics: Mapping[str, Sequence[str]], known: Sequence[Recorded], keys: Collection[str]
) -> Arranged:
    """Tell where the excerpts of a brief stand now. `topics` are the keys of the topics that an excerpt is in, by id.

    `keys` are those of all topics: another section, the summary say, takes no excerpts. `known` are the excerpts that
    the file held when it was built. One that is in no topic by now is only told of.
    """
    changes = replace(changes, before=_of_topics(changes.before, keys), after=_of_topics(changes.after, keys))
    there = _places(changes.after)
    rows = {each.excerpt: each for each in known}
    gone = [key for key in rows if key not in there]
    moved = {key: to for key, to in there.items() if to and key in rows and to not in topics.get(key, (to,))}
    drops = [(topic, key) for key in (*gone, *moved) for topic in topics.get(key, ())]
    lost = [key for key in gone if key not in topics]
    pins = tuple(pin for topic in _keys(changes.after) for pin in _ordered(topic, changes, topics, moved))
    others = [
        f"excerpt {rows[key].number} is gone, and is not chosen any more: {shown(rows[key].words)}" for key in lost
    ]
    return Arranged(tuple(drops), pins, (*others, *_astray(changes, rows)))


def _of_topics(regions: Sequence[Region], keys: Collection[str]) -> tuple[Region, ...]:
    return tuple(each if each.key in keys else replace(each, key="") for each in regions)


def _places(regions: Sequence[Region]) -> dict[str, str]:
    """Give for each excerpt the key of the section in which it stands first; empty where that is no topic's."""
    found: dict[str, str] = {}
    for region in regions:
        for each in region.standing:
            found.setdefault(each.excerpt, region.key)
    return found


def _keys(regions: Sequence[Region]) -> list[str]:
    return list(dict.fromkeys(region.key for region in regions if region.key))


def _ordered(
    topic: str, changes: Changes, topics: Mapping[str, Sequence[str]], moved: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    """Pin all excerpts of a topic in their order, where that is not the order from before or one came in."""
    was, now = ([*_own(topic, regions, topics, moved)] for regions in (changes.before, changes.after))
    common = set(was) & set(now)
    if [key for key in was if key in common] != [key for key in now if key in common] or topic in moved.values():
        for place, key in enumerate(now, start=1):
            yield topic, key, place


def _own(
    topic: str, regions: Sequence[Region], topics: Mapping[str, Sequence[str]], moved: Mapping[str, str]
) -> Iterator[str]:
    """Give the excerpts of a topic in the order of a file; of those that stand in no section, the ones it has too."""
    there = _places(regions)
    for key in dict.fromkeys(each.excerpt for region in regions for each in region.standing):
        home = moved.get(key) or there[key]
        if home == topic or (not home and topic == next(iter(topics.get(key, ())), "")):
            yield key


def _astray(changes: Changes, rows: Mapping[str, Recorded]) -> Iterator[str]:
    """Say which excerpts stand under another heading than before, that is no topic's."""
    headings = [
        {each.excerpt: region for region in reversed(regions) for each in region.standing}
        for regions in (changes.before, changes.after)
    ]
    for key, region in headings[1].items():
        was = headings[0].get(key)
        if key in rows and was is not None and not region.key and was.heading != region.heading:
            yield f"excerpt {rows[key].number} stands under “{region.heading}” now; the build chooses what stands there"
