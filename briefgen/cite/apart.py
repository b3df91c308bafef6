"""Works that citations in the text would not tell apart, told apart."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from briefgen.cite.names import Name
from briefgen.cite.reference import Reference


def with_given_names(works: Mapping[str, Reference]) -> dict[str, Reference]:
    """Give first authors of one family name their initials, or given names where the initials are the same.

    As APA (7th ed., 8.20), Chicago (17th ed., 15.22) and MLA want it, whatever the years of the works.
    """
    firsts = {work.authors[0] for work in works.values() if work.authors and work.authors[0].given}
    families: dict[str, dict[str, set[str]]] = {}
    for first in firsts:
        initials = families.setdefault(first.family.casefold(), {})
        initials.setdefault(first.initialled(), set()).add(first.given)
    apart = {first: _apart(first, families[first.family.casefold()]) for first in firsts}
    return {key: _with_first(work, apart) for key, work in works.items()}


def _apart(name: Name, alike: Mapping[str, set[str]]) -> str:
    """Give what tells a name from others of its family: their initials, each with the given names that have them."""
    if len(alike[name.initialled()]) > 1:
        return name.given
    return name.initialled() if len(alike) > 1 else ""


def _with_first(work: Reference, apart: Mapping[Name, str]) -> Reference:
    if not work.authors:
        return work
    first, *others = work.authors
    return replace(work, authors=(replace(first, apart=apart.get(first, "")), *others))


def lettered(
    works: Mapping[str, Reference], label: Callable[[Reference], str], order: Callable[[Reference], tuple[str, ...]]
) -> dict[str, Reference]:
    """Give works of one label the letters a to z, aa and so on, in the order of the list."""
    alike: dict[str, list[str]] = {}
    for key in sorted(works, key=lambda key: (order(works[key]), key)):
        alike.setdefault(label(works[key]).casefold(), []).append(key)
    letters = {key: _letters(at) for keys in alike.values() if len(keys) > 1 for at, key in enumerate(keys)}
    return {key: replace(work, letter=letters.get(key, "")) for key, work in works.items()}


def _letters(at: int) -> str:
    before, last = divmod(at, 26)
    return (_letters(before - 1) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]
