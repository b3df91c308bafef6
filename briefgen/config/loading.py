"""A config file becomes settings."""

import os
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.config.entities import entities_of
from briefgen.config.keys import CONFIG
from briefgen.config.known import ENTITIES, Known, project_root
from briefgen.config.pickfile import beside, fitted, load_picks
from briefgen.config.reading import Node, Surroundings
from briefgen.config.slug import slugs
from briefgen.config.yaml12 import Tree, read_file
from briefgen.errors import ConfigError, Mistake
from briefgen.model.query import Entity
from briefgen.model.settings import Picked, Remote, Settings, Topic
from briefgen.query.countries import with_countries

_LONGEST = 60
"""Characters of an address that its folder is named by."""


def load(path: Path, known: Known) -> Settings:
    """Read a config; see `briefgen.config.load`."""
    tree = read_file(path)
    entities: tuple[Entity, ...] = ()
    picks: tuple[Picked, ...] = ()
    found: list[Mistake] = []
    try:
        entities = _entities(path, tree)
    except ConfigError as error:
        found += error.mistakes
    try:
        picks = load_picks(beside(path))
    except ConfigError as error:
        found += error.mistakes
    node = Node.root(tree, str(path), Surroundings(path.parent, with_countries(entities), known))
    given = CONFIG.read(node)
    if found := [*found, *node.all_mistakes()]:
        raise ConfigError(found)
    return fitted(_settings(path, given, entities), picks)


def load_entities(path: Path) -> tuple[Entity, ...]:
    """Read a file of entities; see `briefgen.config.load_entities`."""
    return entities_of(read_file(path), str(path))


def _entities(path: Path, tree: Tree) -> tuple[Entity, ...]:
    """Read the entities that a config names, or those beside it. That they are missing is said where they are named."""
    named = tree.data.get("entities") if isinstance(tree.data, dict) else None
    file = path.parent / (named if isinstance(named, str) else ENTITIES)
    if not os.path.isfile(file):  # noqa: PTH113 - unlike Path.is_file, never raises
        return ()
    return entities_of(read_file(file), str(file))


def _settings(path: Path, given: dict[str, Any], entities: tuple[Entity, ...]) -> Settings:
    root = project_root(path)
    own: dict[str, Any] = {
        "topics": _keyed(given["topics"]),
        "entities": entities,
        "corpus": given.get("corpus", root / ".briefgen" / "corpus.db"),
    }
    own |= _sources(given.get("sources", ()), root / ".briefgen" / "fetched")
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


def _keyed(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    keys = slugs(topic.title for topic in topics)
    return tuple(replace(topic, key=key) for topic, key in zip(topics, keys, strict=True))
