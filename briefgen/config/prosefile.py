"""Where a config holds a person's prose: in a file that it names, in the config itself, or not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.config.values import named_prose
from briefgen.config.yaml12 import Place, Tree, read_file
from briefgen.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Held:
    """Where a text stands, or would: the line of the config (`port.yaml:7`), the key, and the file.

    `is_named` says that the config names that file; else it holds `is_inside` the text itself, or none.
    """

    at: str
    key: str
    file: Path
    is_named: bool = False
    is_inside: bool = False

    def line(self, path: Path) -> str:
        """Say the line that the config needs for the file at `path` to be read; nothing where it has that line."""
        if self.is_named and path == self.file:
            return ""
        try:
            name = path.relative_to(self.file.parent).as_posix()
        except ValueError:
            name = path.as_posix()
        what = "in place of what stands there" if self.is_named or self.is_inside else "to the keys of this"
        return f"{self.at}: write {self.key}: {name}, {what}"


def assessments(settings: Settings) -> tuple[Held, ...]:
    """Give where the assessment of each topic stands. Raises ConfigError."""
    tree = read_file(settings.path)
    topics = tree.data["topics"]
    return tuple(
        _held(settings.path, tree, topic, ("topics", number, "assessment"), f"{own.key}.assessment")
        for number, (topic, own) in enumerate(zip(topics, settings.topics, strict=True))
    )


def summary(settings: Settings) -> Held:
    """Give where the summary stands. Raises ConfigError."""
    tree = read_file(settings.path)
    return _held(settings.path, tree, tree.data, ("summary",), "summary")


def _held(path: Path, tree: Tree, given: Mapping[str, Any], place: Place, suffix: str) -> Held:
    key = str(place[-1])
    text = given.get(key)
    spot = tree.value_at(place[:-1]) if text is None else tree.key_at(place)
    name = named_prose(text) if isinstance(text, str) else ""
    file = path.parent / name if name else path.with_name(f"{path.stem}.{suffix}.md")
    return Held(f"{path.name}:{spot.line}", key, file, bool(name), isinstance(text, str) and not name)
