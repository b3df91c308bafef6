"""Finds the sources in folders."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.sources.ignoring import Ignored
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

    Hidden files, tables of works and what a `.briefgenignore` names are left out. Passed over, and said why: what is no
    ordinary file, links that lead out of the folder, what is missing or may not be read. No file comes twice.
    """
    files: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        files |= dict.fromkeys(_files(path, skipped))
    seen: dict[str, Path] = {}
    for file in files:
        seen.setdefault(os.path.normpath(file.absolute()), file)
    return Discovered(tuple(seen.values()), tuple(dict.fromkeys(skipped)))


def _files(path: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """Give the sources at `path`, sorted by name; folders that are links are entered only where they are named.

    What is still to be looked at is on a stack: folders may be nested as deep as paths can be.
    """
    ahead = [(path, Ignored())]
    while ahead:
        entry, ignored = ahead.pop()
        try:
            if why := "" if entry == path else _why_not_followed(entry, path):
                skipped.append(Skipped(entry, why))
            elif entry.is_dir():
                if entry == path or not entry.is_symlink():
                    inside = ignored.within(entry)
                    ahead += [(each, inside) for each in _entries(entry, inside)]
            elif why := _why_not(entry):
                skipped.append(Skipped(entry, why))
            else:
                yield entry
        except OSError as error:
            skipped.append(Skipped(entry, error.strerror or "cannot be read"))


def _entries(folder: Path, ignored: Ignored) -> list[Path]:
    """Give what a folder holds that may be a source or hold some, the last name first. Raises OSError.

    In a Maildir, `tmp` holds what is still being delivered.
    """
    entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".") and entry.name != NAME]
    if {"cur", "new", "tmp"} <= {entry.name for entry in entries}:
        entries = [entry for entry in entries if entry.name != "tmp"]
    kept = (entry for entry in entries if not ignored.holds(entry, folder=entry.is_dir()))
    return sorted(kept, key=lambda entry: entry.name, reverse=True)


def _why_not_followed(entry: Path, root: Path) -> str:
    """Say why what `entry` leads to is left out; empty if it is no link, or one that stays in `root`."""
    outside = entry.is_symlink() and not _leads_into(entry, root.resolve())
    return "is a link that leads out of the folder" if outside else ""


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
    return ""
