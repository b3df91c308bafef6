"""A config file becomes settings."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from briefgen.config.entities import entities_of
from briefgen.config.keys import CONFIG
from briefgen.config.known import Known, project_root
from briefgen.config.pickfile import beside, fitted, load_picks
from briefgen.config.publishers import publishers_of
from briefgen.config.reading import Node, Surroundings
from briefgen.config.slug import slugs
from briefgen.config.yaml12 import Tree, read_file
from briefgen.errors import ConfigError, Mistake
from briefgen.model.project import CORPUS, FETCHED
from briefgen.model.query import Entity
from briefgen.model.settings import Remote, Settings, Topic
from briefgen.query.countries import with_countries

_LONGEST = 60
"""Characters of an address that its folder is named by."""
_Item = TypeVar("_Item")


def load(path: Path, known: Known) -> Settings:
    """Read a config; see `briefgen.config.load`."""
    tree = read_file(path)
    found: list[Mistake] = []
    entities = _read(lambda: _named(path, tree, "entities", entities_of), found)
    publishers = _read(lambda: _named(path, tree, "publishers", publishers_of), found)
    picks = _read(lambda: load_picks(beside(path)), found)
    node = Node.root(tree, str(path), Surroundings(path.parent, with_countries(entities), known))
    given = CONFIG.read(node)
    if found := [*found, *node.all_mistakes()]:
        raise ConfigError(found)
    settings = _settings(path, given | {"entities": entities, "publishers": publishers})
    return fitted(settings, picks)


def load_entities(path: Path) -> tuple[Entity, ...]:
    """Read a file of entities; see `briefgen.config.load_entities`."""
    return entities_of(read_file(path), str(path))


def _read(read: Callable[[], tuple[_Item, ...]], found: list[Mistake]) -> tuple[_Item, ...]:
    """Read a file that goes with the config; its mistakes are told with all others."""
    try:
        return read()
    except ConfigError as error:
        found += error.mistakes
        return ()


def _named(path: Path, tree: Tree, key: str, items_of: Callable[[Tree, str], tuple[_Item, ...]]) -> tuple[_Item, ...]:
    """Read the file that a config names by a key, or that of the key's name beside it.

    That a file is missing is said where it is named.
    """
    named = tree.data.get(key) if isinstance(tree.data, dict) else None
    file = path.parent / (named if isinstance(named, str) else f"{key}.yaml")
    if not os.path.isfile(file):  # noqa: PTH113 - unlike Path.is_file, never raises
        return ()
    return items_of(read_file(file), str(file))


def _settings(path: Path, given: dict[str, Any]) -> Settings:
    root = project_root(path)
    own: dict[str, Any] = {
        "topics": _whole(given["topics"], given.pop("min_grade", ""), given.pop("min_origins", 1)),
        "corpus": given.get("corpus", root / CORPUS),
    }
    own |= _sources(given.get("sources", ()), root / FETCHED)
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links out of the project
    return Settings(name=path.stem, path=absolute, root=root, **given | own)


def _sources(given: Sequence[Path | str], fetched: Path) -> dict[str, Any]:
    """Give the sources, with a folder for each address among them, and the addresses with their folders."""
    places = [fetched / _folder(each) if isinstance(each, str) else each for each in given]
    remote = [Remote(each, place) for each, place in zip(given, places, strict=True) if isinstance(each, str)]
    return {"sources": tuple(places), "remote": tuple(remote)}


def _folder(url: str) -> str:
    """Name the folder of an address: words for people, and a digest that no other address has."""
    (words,) = slugs([url.partition("//")[2][:_LONGEST]])
    return f"{words}-{sha256(url.encode()).hexdigest()[:8]}"


def _whole(topics: Sequence[Topic], min_grade: str, min_origins: int) -> tuple[Topic, ...]:
    """Give the topics with their keys, and with the limits of the config where they have none of their own."""
    keys = slugs(topic.title for topic in topics)
    return tuple(
        replace(
            topic,
            key=key,
            min_grade=topic.min_grade or min_grade,
            min_origins=topic.min_origins or min_origins,
        )
        for topic, key in zip(topics, keys, strict=True)
    )
