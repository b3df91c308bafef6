"""YAML by the core schema of YAML 1.2 (section 10.3), with the place of everything.

PyYAML resolves by YAML 1.1 (`NO` is false, `12:30` is 750, `010` is 8) and forgets places and repeated keys. Here its
parser gives events, and this module makes data of them. Anchors, aliases and tags are refused: a config needs none, and
with them a small file can make a huge one.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from briefgen.config.spots import Lines, Spot
from briefgen.config.syntax import syntax_mistake
from briefgen.errors import ConfigError, Mistake
from briefgen.text import display, is_xml_legal

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 1 << 18
"""The most bytes that a file may have."""
DEPTH = 20
"""How deep lists and mappings may be nested."""

_Event = Any  # the stubs hold that an event may have no mark; the parser's own always have
Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""
Mark = tuple[int, int, str]
"""Where something begins and ends in the text, and its quotation mark; | for what may have several lines."""

# YAML 1.2, section 5.1, production c-printable.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_BASED = re.compile(r"0(?:o[0-7]{1,20}|x[0-9a-fA-F]{1,15})\Z")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
)


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds: plain data, where each value and each key stands, and what is wrong so far."""

    data: Any
    lines: Lines
    values: dict[Place, Mark]
    keys: dict[Place, Mark]
    mistakes: tuple[Mistake, ...]

    def value_at(self, place: Place) -> Spot:
        """Give the spot of a value."""
        return self.lines.spot(*self.values[place])

    def key_at(self, place: Place) -> Spot:
        """Give the spot of the key of a value."""
        return self.lines.spot(*self.keys[place])


def read(data: bytes, path: str) -> Tree:
    """Read one YAML document; `path` is for messages. Raises ConfigError where reading cannot go on."""
    text = _decode(data, path)
    return _Composer(text, path).compose()


def read_file(path: Path) -> Tree:
    """Read the YAML document in a file. Raises ConfigError where there is none that can be read."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise ConfigError([Mistake(str(path), 1, 1, f"the file cannot be read: {why}", "check its name")]) from None
    return read(data, str(path))


def scalar(text: str) -> str | int | float | bool | None:
    """Give what an unquoted scalar means by the core schema of YAML 1.2 (section 10.3.2)."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.match(text):
        return int(text)
    if _BASED.match(text):
        return int(text, 0)
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan")) if _FLOAT.match(text) else text


def _decode(data: bytes, path: str) -> str:
    if len(data) > LIMIT:
        raise ConfigError([Mistake(path, 1, 1, f"the file has {len(data):,} bytes", f"at most {LIMIT:,} are read")])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ConfigError([Mistake(path, 1, 1, "the file is in UTF-16", "save it as UTF-8")])
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line, column = Lines(data[: error.start].decode()).at(error.start)
        raise ConfigError([Mistake(path, line, column, "the file is not in UTF-8", "save it as UTF-8")]) from None
    if found := _UNPRINTABLE.search(text):
        wrong = f"a character (U+{ord(found.group()):04X}) that cannot stand in a text file"
        raise ConfigError([Mistake(path, *Lines(text).at(found.start()), wrong, "delete it")])
    return text


@dataclass
class _Composer:
    text: str
    path: str
    values: dict[Place, Mark] = field(default_factory=dict)
    keys: dict[Place, Mark] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = Lines(self.text)
        self._events: Iterator[_Event] = iter(
            yaml.parse(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        )

    def compose(self) -> Tree:
        try:
            data = self._document()
        except yaml.YAMLError as error:
            index, wrong, right = syntax_mistake(self.text, error)
            broken = self._mistake(index, wrong, right)
            follows = any(mistake.line == broken.line for mistake in self.mistakes)
            raise ConfigError(self.mistakes if follows else [*self.mistakes, broken]) from None
        return Tree(data, self._lines, self.values, self.keys, tuple(self.mistakes))

    def _document(self) -> Any:  # noqa: ANN401 - data of any shape
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self.values[()] = (0, 0, "")
            return None
        data = self._node(next(self._events), ())
        next(self._events)
        second = next(self._events)
        if not isinstance(second, yaml.StreamEndEvent):
            self._add(second, "a second document begins here", "keep one, and leave out the ---")
        return data

    def _node(self, event: _Event, place: Place) -> Any:  # noqa: ANN401 - data of any shape
        self.values[place] = self._mark(event)
        if len(place) > DEPTH:
            deep = self._mistake(
                event.start_mark.index, "this is nested too deeply", f"at most {DEPTH} levels are read"
            )
            raise ConfigError([*self.mistakes, deep])
        if isinstance(event, yaml.AliasEvent):
            self._add(event, "a value cannot begin with * (an alias)", "put it in quotes, or write the value out")
            return ""
        if event.anchor:
            self._add(event, "a value cannot begin with & (an anchor)", "put it in quotes, or leave out the anchor")
        if event.tag:
            self._add(event, "a value cannot begin with ! (a tag)", "put it in quotes, or leave out the tag")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._list(place) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(place)

    def _scalar(self, event: _Event) -> str | float | bool | None:
        if not is_xml_legal(event.value):
            self._add(event, "an escape makes a character that no document can hold", "leave it out")
        return scalar(event.value) if event.implicit[0] else str(event.value)

    def _list(self, place: Place) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*place, len(items))))
        return items

    def _mapping(self, place: Place) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, place)
            inner = (*place, key or "")
            first = key is not None and key not in data
            if first:
                self.keys[inner] = self._mark(event)
            elif key is not None:
                wrong = f"{display(key)[:60]} is given twice, first in line {self._lines.at(self.keys[inner][0])[0]}"
                self._add(event, wrong, "keep one")
            value = self._node(next(self._events), inner if first else (*inner, "again"))
            if key is not None and first:
                data[key] = value
        return data

    def _key(self, event: _Event, place: Place) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
            return str(event.value)
        self._add(event, "a key is one line of text", "write key: value")
        self._node(event, (*place, ""))
        return None

    def _mark(self, event: _Event) -> Mark:
        style = (event.style or "") if isinstance(event, yaml.ScalarEvent) else "|"
        return event.start_mark.index, event.end_mark.index, style

    def _add(self, event: _Event, wrong: str, right: str) -> None:
        self.mistakes.append(self._mistake(event.start_mark.index, wrong, right))

    def _mistake(self, index: int, wrong: str, right: str) -> Mistake:
        return Mistake(self.path, *self._lines.at(index), wrong, right)
