"""Names of countries and their first cities, from CLDR: the table `countries.txt`, made by `tests/countries.py`."""

from dataclasses import replace
from functools import cache, lru_cache

from briefgen.model.query import Entity
from briefgen.tables import rows


@lru_cache(maxsize=8)
def with_countries(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Give these entities with every country beside them.

    An entity that has a country's own name gets its names in the other languages, but none that another of the entities
    has: what a person wrote decides. A country that none of them names is an entity of its own.
    """
    taken = {name.casefold(): i for i, entity in reversed(list(enumerate(entities))) for name in entity.names}
    more: dict[int, list[str]] = {}
    others = []
    for names in _countries():
        free = [name for name in names if name.casefold() not in taken]
        owner = next((taken[name.casefold()] for name in names if name.casefold() in taken), None)
        if owner is not None:
            more.setdefault(owner, []).extend(free)
        elif free:
            others.append(Entity(free[0], tuple(free[1:])))
    known = (replace(each, also=(*each.also, *more.get(i, ()))) for i, each in enumerate(entities))
    return (*known, *others)


@cache
def _countries() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split(", ")) for row in rows("briefgen.query", "countries.txt"))
