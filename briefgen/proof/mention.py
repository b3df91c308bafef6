"""A number or a date that a text mentions, in keys that are the same however it is written."""

from collections.abc import Iterable
from typing import NamedTuple


class Mention(NamedTuple):
    """What `text[start:end]` names.

    Evidence that mentions it holds the keys of `gives`. Prose that mentions it is in evidence when evidence holds all
    keys of one of `wants`. What `is_small` is too ordinary to be told ("one of them").
    """

    start: int
    end: int
    gives: frozenset[str]
    wants: tuple[tuple[str, ...], ...]
    is_small: bool = False

    def is_held(self, keys: set[str]) -> bool:
        """Say whether evidence with these `keys` holds it."""
        return any(keys.issuperset(want) for want in self.wants)


BLANK = "|"
"""Stands where something was read, so that what stood around it does not join."""


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Give `text`, of the same length, with every one of the ordered `spans` blanked."""
    kept, after = [], 0
    for start, end in spans:
        kept += [text[after:start], BLANK * (end - start)]
        after = end
    return "".join([*kept, text[after:]])
