"""Finds the sources in folders."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.sources.reading import READERS
from briefgen.sources.tables import NAME


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that is no source, and why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """What some paths hold: the files to read, in order, and what was passed over."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...] = ()


def discover(paths: Sequence[Path]) -> Discovered:
    """Find the sources that `paths` name: files, and those in folders at any depth, in the order of their names.

    Hidden files and tables of works are left out. Passed over, and said why: names that no reader knows, what is no
    ordinary file, links that lead out of the folder, what is missing or may not be read. No file comes twice.
    """
    files: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        if path.is_dir():
            found = _walk(path, path.resolve(), skipped)
        else:
            why = _why_not(path)
            found = iter((path,)) if not why else iter(())
            if why:
                skipped.append(Skipped(path, why))
        files |= dict.fromkeys(found)
    seen: dict[str, Path] = {}
    for file in files:
        seen.setdefault(os.path.normpath(file.absolute()), file)
    return Discovered(tuple(seen.values()), tuple(dict.fromkeys(skipped)))


def _walk(folder: Path, root: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """Give the sources in `folder` and the folders in it, sorted by name; folders that are links are not entered."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        skipped.append(Skipped(folder, error.strerror or "cannot be read"))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == NAME:
            continue
        if entry.is_symlink() and not _leads_into(entry, root):
            skipped.append(Skipped(entry, "is a link that leads out of the folder"))
        elif entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, root, skipped)
        elif why := _why_not(entry):
            skipped.append(Skipped(entry, why))
        else:
            yield entry


def _leads_into(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _why_not(path: Path) -> str:
    """Say why `path` is no source; empty if it is one."""
    if not os.path.lexists(path):
        return "there is no such file or folder"
    if not path.is_file():
        return "is a link that leads nowhere" if path.is_symlink() and not path.exists() else "is no ordinary file"
    if path.suffix.lower() not in READERS:
        return f"no reader knows such names; known: {', '.join(READERS)}"
    return ""
