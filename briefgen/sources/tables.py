"""The tables of works: `sources.csv` in a folder of sources corrects any field of any file there."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import Mistake, UnreadableError
from briefgen.model.source import Work

NAME = "sources.csv"
"""What a table is called."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of works: for each file (its path from the table's folder, with `/`) what it says, and every mistake."""

    works: Mapping[str, Work]
    mistakes: tuple[Mistake, ...] = ()


class Tables:
    """The tables of works that lie in some folders of sources, each read once."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take the folders of sources: no table above them speaks of what is in them."""
        self._folders = tuple(Path(os.path.abspath(folder)) for folder in folders)  # noqa: PTH100 - follows no links
        self._nearest: dict[Path, Path | None] = {}
        self._loaded: dict[Path, Table] = {}
        self._unreadable: dict[Path, str] = {}

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes in the tables that were read so far."""
        return tuple(mistake for table in self._loaded.values() for mistake in table.mistakes)

    @property
    def unreadable(self) -> tuple[tuple[Path, str], ...]:
        """The tables that could not be read so far, and why."""
        return tuple(self._unreadable.items())

    def nearest(self, path: Path) -> Path | None:
        """Give the path of the table that speaks of the file at `path`, or None.

        It is the nearest one: in the file's own folder, or above it in the folder of sources.
        """
        folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - follows no links
        if folder not in self._nearest:
            above = [each for each in folder.parents if any(each.is_relative_to(root) for root in self._folders)]
            tables = (each / NAME for each in (folder, *above))
            self._nearest[folder] = next((table for table in tables if table.is_file()), None)
        return self._nearest[folder]

    def row_of(self, path: Path) -> Work:
        """Give what the nearest table says of the file at `path`; nothing where there is none that can be read."""
        table = self.nearest(path)
        if table is None:
            return Work()
        if table not in self._loaded:
            self._loaded[table] = self._load(table)
        file = Path(os.path.abspath(path)).relative_to(table.parent).as_posix()  # noqa: PTH100 - follows no links
        return self._loaded[table].works.get(file, Work())

    def _load(self, path: Path) -> Table:
        from briefgen.sources.table import load_table  # noqa: PLC0415 - most folders have no table

        try:
            return load_table(path)
        except UnreadableError as error:
            self._unreadable[path] = error.why
            return Table({})
