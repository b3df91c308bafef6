"""`sources`: what is known of each source of a config, and which tell the same story."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen import origins, sources
from briefgen.errors import UnknownKeyError
from briefgen.model.origin import Family
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance, Source
from briefgen.pipeline.desk import Desk, open_desk
from briefgen.pipeline.evidence.grading import Grading
from briefgen.pipeline.evidence.picks import means
from briefgen.pipeline.intake import Intake

_SHOWN = 5
"""So many sources that may be meant are named."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """The appearances of all sources, ordered by path, their families, and how the reading went.

    `grading` knows who publishes; `bars` says of each document that may not be quoted why.
    """

    appearances: tuple[Appearance, ...]
    families: tuple[Family, ...]
    grading: Grading
    bars: Mapping[str, str]
    intake: Intake


@dataclass(frozen=True, slots=True)
class Shown:
    """One source: its text and blocks, where it stands now, what else it was ever seen as, and its family.

    `grading` and `bars` are as in a Listing.
    """

    source: Source
    now: tuple[Appearance, ...]
    before: tuple[Appearance, ...]
    family: Family
    paths: dict[str, str]
    grading: Grading
    bars: Mapping[str, str]


def known(settings: Settings, as_of: date, progress: Progress | None = None) -> Listing:
    """Read the sources of `settings` and give what is known of them. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        appearances = desk.scope.appearances()
        return Listing(appearances, _families(appearances, desk), Grading(settings), desk.bars, desk.intake)


def show(settings: Settings, as_of: date, wanted: str, progress: Progress | None = None) -> tuple[Shown, Intake]:
    """Give one source, named by its path, the end of it, or the first digits of its id. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        appearances = desk.scope.appearances()
        document = _document(wanted, appearances)
        now = tuple(each for each in appearances if each.document == document)
        before = tuple(each for each in desk.corpus.appearances(document) if each not in now)
        families = _families(appearances, desk)
        family = next(each for each in families if any(member.document == document for member in each.members))
        paths = {each.document: each.path for each in reversed(appearances)}
        source = desk.scope.source(document)
        return Shown(source, now, before, family, paths, Grading(settings), desk.bars), desk.intake


def table(settings: Settings, appearances: Sequence[Appearance]) -> str:
    """Give the table of works for the sources of `settings`: each file by its path from its source folder."""
    folders = [path if path.is_dir() else path.parent for path in settings.sources]
    return sources.write_table({_name(settings.root / each.path, folders): each.work for each in appearances})


def _families(appearances: Sequence[Appearance], desk: Desk) -> tuple[Family, ...]:
    first = {each.document: each for each in reversed(appearances)}
    return origins.families(tuple(first.values()), desk.scope.traces())


def _document(wanted: str, appearances: Sequence[Appearance]) -> str:
    found = {each.document: each.path for each in appearances if means(wanted, each.path, each.document)}
    if len(found) != 1:
        paths = found.values() or [each.path for each in appearances]
        raise UnknownKeyError("one source", wanted, [*paths][:_SHOWN])
    return next(iter(found))


def _name(path: Path, folders: Sequence[Path]) -> str:
    """Give the path of a file from the folder of sources that it lies in."""
    # Both are made plain ("a/../b" is "b") without following links, as the corpus does.
    plain = Path(os.path.normpath(path))
    for folder in sorted((Path(os.path.normpath(each)) for each in folders), key=lambda each: -len(each.parts)):
        if plain.is_relative_to(folder):
            return plain.relative_to(folder).as_posix()
    return plain.name
