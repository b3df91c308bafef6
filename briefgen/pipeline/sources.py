"""`sources`: what is known of each source of a config."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from briefgen import sources
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.ingest import Intake


def known(
    settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Appearance, ...], Intake]:
    """Read the sources of `settings` and give each appearance, ordered by path. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        return desk.scope.appearances(), desk.intake


def table(settings: Settings, appearances: Sequence[Appearance]) -> str:
    """Give the table of works for the sources of `settings`: each file by its path from its source folder."""
    folders = [path if path.is_dir() else path.parent for path in settings.sources]
    return sources.write_table({_name(settings.root / each.path, folders): each.work for each in appearances})


def _name(path: Path, folders: Sequence[Path]) -> str:
    """Give the path of a file from the folder of sources that it lies in."""
    # Both are made plain ("a/../b" is "b") without following links, as the corpus does.
    plain = Path(os.path.normpath(path))
    for folder in sorted((Path(os.path.normpath(each)) for each in folders), key=lambda each: -len(each.parts)):
        if plain.is_relative_to(folder):
            return plain.relative_to(folder).as_posix()
    return plain.name
