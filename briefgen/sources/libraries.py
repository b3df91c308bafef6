"""The reference libraries that lie in folders of sources, and which of their works a file is."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import UnreadableError
from briefgen.model.source import Work
from briefgen.text import digest

if TYPE_CHECKING:
    from briefgen.sources.bibliography import Reference

SUFFIXES = frozenset({".json", ".ris", ".bib", ".bibtex"})
"""What the name of a library ends with; of a JSON file, its first bytes tell."""
_HEAD = 4_096
"""Bytes that show whether a JSON file is a library."""
_TITLE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The works of the libraries in one folder, by the name of a file, by address and by title."""

    digest: str
    works: Mapping[str, Work]


class Libraries:
    """The libraries that lie in some folders of sources, each read once."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take the folders of sources: no library above them speaks of what is in them."""
        self._folders = tuple(Path(os.path.abspath(folder)) for folder in folders)  # noqa: PTH100 - follows no links
        self._shelves: dict[Path, _Shelf | None] = {}
        self._unreadable: dict[Path, str] = {}

    @property
    def unreadable(self) -> tuple[tuple[Path, str], ...]:
        """The libraries that could not be read so far, and why."""
        return tuple(self._unreadable.items())

    def is_library(self, path: Path) -> bool:
        """Say whether the file at `path` is a library."""
        return path.suffix.lower() in SUFFIXES and _is_library(path)

    def version(self, path: Path) -> str:
        """Give what changes when a library that may speak of the file at `path` does; empty where there is none."""
        return "".join(shelf.digest for shelf in self._above(path))

    def work_of(self, path: Path, said: Work) -> Work:
        """Give what the nearest library says of a file, found by its name, or by the address or the title it says."""
        keys = (_name_key(path.name), _url_key(said.url), _title_key(said.title))
        found = (shelf.works[key] for shelf in self._above(path) for key in keys if key in shelf.works)
        return next(found, Work())

    def _above(self, path: Path) -> Iterator[_Shelf]:
        """Give the shelves of the folders from that of a file up to the folder of sources, the nearest first."""
        folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - follows no links
        for each in (folder, *folder.parents):
            if each != folder and not any(each.is_relative_to(root) for root in self._folders):
                break
            if each not in self._shelves:
                self._shelves[each] = self._shelf(each)
            if shelf := self._shelves[each]:
                yield shelf

    def _shelf(self, folder: Path) -> _Shelf | None:
        try:
            names = sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES)
        except OSError:  # a folder within a container, or one that may not be read, which is said elsewhere
            return None
        works: dict[str, Work] = {}
        versions = []
        for path in names:
            for version, references in self._loaded(path):
                versions.append(version)
                for each in references:
                    for key in _keys(each):
                        works.setdefault(key, each.work)
        return _Shelf(digest("".join(versions)), works) if versions else None

    def _loaded(self, path: Path) -> Iterator[tuple[str, "tuple[Reference, ...]"]]:
        """Give the digest and the references of a library; nothing of what is none, or cannot be read."""
        from briefgen.sources.bibliography import references  # noqa: PLC0415 - most folders have no library
        from briefgen.sources.decoding import decode  # noqa: PLC0415 - as above
        from briefgen.sources.loading import load_bytes  # noqa: PLC0415 - as above
        from briefgen.sources.recognising import recognise  # noqa: PLC0415 - as above
        from briefgen.text import canonicalise  # noqa: PLC0415 - as above

        try:
            if path.is_file() and _is_library(path):
                data = load_bytes(path)
                text = canonicalise(decode(data, str(path)).text)
                yield digest(text), references(text, recognise(data, str(path)))
        except UnreadableError as error:
            self._unreadable[path] = error.why


def _is_library(path: Path) -> bool:
    from briefgen.sources.recognising import LIBRARIES, recognise  # noqa: PLC0415 - most folders have no library

    try:
        with path.open("rb") as file:
            return recognise(file.read(_HEAD), str(path)) in LIBRARIES
    except (OSError, UnreadableError):
        return False


def _keys(reference: "Reference") -> Iterator[str]:
    yield from map(_name_key, reference.files)
    if reference.work.url:
        yield _url_key(reference.work.url)
    if reference.work.title:
        yield _title_key(reference.work.title)


def _name_key(name: str) -> str:
    return f"file {name.casefold()}"


def _url_key(url: str) -> str:
    """Give an address without what does not tell pages apart: scheme, www, a stroke at the end, a fragment."""
    bare = url.casefold().partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
    return f"url {bare}"


def _title_key(title: str) -> str:
    return f"title {_TITLE.sub(' ', title.casefold()).strip()}"
