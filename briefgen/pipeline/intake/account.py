"""How a reading went, and what is told of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefgen.counting import count
from briefgen.errors import Mistake
from briefgen.sources import shown

OFTEN = 3
"""What is said oftener of the members of one container is said once, of them together."""

_SHOWN = 20
"""So many columns a warning names."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How the reading went. `paths` are those to make a scope of, as the corpus keeps them, in order.

    Of these, `read` were read, `revised` of them with other words than before; `renewed` were marked or described again
    without being read; `unchanged` cost a stat, or a look at their bytes. `documents` counts the different texts.
    `removed` counts files that were once in these folders and are not any more. `skipped` are paths that could not be
    read, and why; `mistakes` are those in tables of works (what is right in such a table is used).
    """

    paths: tuple[str, ...]
    documents: int
    read: int
    revised: int
    renewed: int
    unchanged: int
    removed: int
    skipped: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def copies(self) -> int:
        """How many files hold the same text as another."""
        return len(self.paths) - self.documents


class Account:
    """What is to be told of a reading on its way: counts, what each path holds, what was passed over, and doubts.

    `named` are the columns that a person named for exports, by their fields, `columns` those that there were. `passing`
    counts what was skipped for a reason that may be another the next time.
    """

    def __init__(self, named: Mapping[str, str]) -> None:
        self._named = named
        self._documents: dict[str, str] = {}
        self._warnings: list[str] = []
        self.columns: dict[str, None] = {}
        self.containers: set[str] = set()
        self.counts = dict.fromkeys(("read", "revised", "renewed", "unchanged"), 0)
        self.skipped: list[tuple[str, str]] = []
        self.passing = 0

    def count(self, what: str, key: str, document: str, warnings: Sequence[str]) -> None:
        """Count the source called `key`, which holds this document."""
        self.counts[what] += 1
        self._documents[key] = document
        self._warnings += warnings

    def gone(self, known: Iterable[str]) -> list[str]:
        """Give which of the sources that the corpus knows are not there any more, in order.

        What could not be looked into may still hold what it held.
        """
        skipped = {key for key, _ in self.skipped}
        there = {*self._documents, *self.containers, *skipped}
        absent = sorted({*known} - there)
        return [key for key in absent if skipped.isdisjoint(map(str, PurePosixPath(key).parents))]

    def intake(self, removed: int, mistakes: tuple[Mistake, ...]) -> Intake:
        """Give how the reading went, now that it has ended."""
        return Intake(
            paths=tuple(sorted(self._documents)),
            documents=len(set(self._documents.values())),
            **self.counts,
            removed=removed,
            skipped=tuple(sorted((shown(key), why) for key, why in _gathered(self.skipped, self.containers))),
            warnings=(*sorted(self._warnings), *_unfound(self._named, self.columns), *_incomplete(self.passing)),
            mistakes=mistakes,
        )


def _gathered(skipped: Sequence[tuple[str, str]], containers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give what was passed over and why, of the members of one container each reason once if it is given often."""
    groups: dict[tuple[str, str], list[str]] = {}
    for key, why in skipped:
        container = next((str(each) for each in PurePosixPath(key).parents if str(each) in containers), key)
        groups.setdefault((container, why), []).append(key)
    for (container, why), keys in groups.items():
        if len(keys) > OFTEN:
            first = min(keys, key=lambda key: (len(key), key))  # rows are counted: 22 comes before 104
            yield container, f"{len(keys):,} of its members were left out, such as {first}: {why}"
        else:
            yield from ((key, why) for key in keys)


def _unfound(named: Mapping[str, str], columns: Collection[str]) -> Iterator[str]:
    """Say which of the `named` columns, by their fields, none of the exports has, if these have any `columns`."""
    for field, name in named.items():
        if columns and name not in columns:
            yield f"columns: no export has the column {name} ({field}); there are {', '.join([*columns][:_SHOWN])}"


def _incomplete(passing: int) -> Iterator[str]:
    """Say that so many sources are missing, in whole or in part, that may be there the next time."""
    if passing:
        yield (
            f"{count(passing, 'source')} could not be read to the end, for a reason that may pass (see what is "
            "skipped): this run is without what is there; the next one tries again"
        )
