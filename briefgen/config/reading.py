"""A value of a file, where it stands, and what is said of it when it is wrong."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.config.known import Known
from briefgen.config.spots import Spot
from briefgen.config.yaml12 import Place, Tree
from briefgen.errors import Mistake
from briefgen.model.query import Entity
from briefgen.text import display


class Wrong(Exception):  # noqa: N818 - never leaves this room: `Node.fail` makes a mistake of it
    """What is wrong with a value and what would be right; `column` counts from 1 within the value."""

    def __init__(self, wrong: str, right: str, column: int = 1) -> None:
        self.wrong, self.right, self.column = wrong, right, column
        super().__init__(wrong)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What values are checked against: the file's folder (as it was given), the entities, and what there is."""

    folder: Path = field(default_factory=Path)
    entities: tuple[Entity, ...] = ()
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. All nodes of a tree share one list of mistakes."""

    value: Any
    place: Place
    tree: Tree
    path: str
    around: Surroundings
    mistakes: list[Mistake]

    @classmethod
    def root(cls, tree: Tree, path: str, around: Surroundings | None = None) -> "Node":
        """Give the node of the whole file; `path` is for messages."""
        return cls(tree.data, (), tree, path, around or Surroundings(), [])

    def all_mistakes(self) -> list[Mistake]:
        """Give the mistakes in the whole file; what is no YAML is not also said to be no fitting value."""
        taken = {(mistake.path, mistake.line, mistake.column) for mistake in self.tree.mistakes}
        others = (each for each in self.mistakes if (each.path, each.line, each.column) not in taken)
        return [*self.tree.mistakes, *others]

    def child(self, step: str | int) -> "Node":
        """Give the node of one item or one key's value."""
        return Node(self.value[step], (*self.place, step), self.tree, self.path, self.around, self.mistakes)

    def has(self, key: str) -> bool:
        """Say whether this mapping gives a value for a key."""
        return self.value.get(key) is not None

    @property
    def name(self) -> str:
        """What to call this value."""
        key = next((step for step in reversed(self.place) if isinstance(step, str)), "the file")
        return f"an item of {key}" if self.place and isinstance(self.place[-1], int) else key

    @property
    def kind(self) -> str:
        """What this value is, for somebody who does not know data types."""
        kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list"}
        return "empty" if self.value is None else kinds.get(type(self.value), "a mapping (keys and values)")

    @property
    def written(self) -> str:
        """How this value is written, if it stands on one line."""
        return self.tree.value_at(self.place).written

    @property
    def shown(self) -> str:
        """The value itself if it is short, else what it is."""
        return self.kind if isinstance(self.value, list | dict | None) else short(str(self.value), 60)

    def fail(self, wrong: str, right: str, column: int = 1) -> None:
        """Note a mistake in this value, at its `column`th character."""
        spot = self.tree.value_at(self.place)
        self._note(Spot(spot.line, spot.column_of(column)), wrong, right)

    def fail_key(self, key: str, wrong: str, right: str) -> None:
        """Note a mistake in one of this mapping's keys."""
        self._note(self.tree.key_at((*self.place, key)), wrong, right)

    def _note(self, spot: Spot, wrong: str, right: str) -> None:
        self.mistakes.append(Mistake(self.path, spot.line, spot.column, short(wrong), right))


def short(text: str, most: int = 160) -> str:
    """Give `text` on one line, and no more of it than a reader wants to see."""
    text = display(text)
    return text if len(text) <= most else text[:most] + "…"
