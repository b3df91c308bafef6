"""The marks of notes: what a reader sees where a note is referred to.

A note's label is its excerpt's number, so the mark must be the label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_SHOWN = re.compile(rf"\d{{1,6}}|(?P<letter>[a-z])(?P=letter){{0,5}}|{_ROMAN}|[*†‡§¶]{{1,4}}")


def is_mark(words: str) -> bool:
    """Say whether words can be what a note's mark shows: a number, a letter (a … z, aa …), a Roman number, or signs.

    Nothing that is a word of two letters or more is one, so that no word passes for a mark.
    """
    return _SHOWN.fullmatch(words) is not None


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a note: its number among the notes of the file, what it shows, and whether a count would give that.

    It does where a program that counts notes in the order of their references comes to the same.
    """

    id: int
    shown: str
    counted: bool


class Marks:
    """Gives notes their marks, in the order in which they are first referred to."""

    def __init__(self) -> None:
        self._given: dict[str, Mark] = {}
        self._counted = 0
        self._letters = 0

    def __iter__(self) -> Iterator[tuple[str, Mark]]:
        return iter(tuple(self._given.items()))

    def of(self, label: str) -> tuple[Mark, bool]:
        """Give a note's mark, and whether it is referred to here for the first time."""
        first = label not in self._given
        if first:
            self._given[label] = self._new(label)
        return self._given[label], first

    def shown(self, label: str) -> str:
        """Give what a note's mark shows, without giving it one: its label, where it has none."""
        return self._given[label].shown if label in self._given else label

    def _new(self, label: str) -> Mark:
        number = len(self._given) + 1
        if label == str(self._counted + 1):
            self._counted += 1
            return Mark(number, label, counted=True)
        if label.isdecimal():
            return Mark(number, label, counted=False)
        self._letters += 1
        return Mark(number, _letters(self._letters), counted=False)


def _letters(number: int) -> str:
    """Give a, b … z, aa, bb … for 1, 2, …, as Word's own lettering goes."""
    times, place = divmod(number - 1, 26)
    return ascii_lowercase[place] * (times + 1)
