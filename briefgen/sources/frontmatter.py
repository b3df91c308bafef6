"""Front matter: lines of YAML between `---` and `---` (or `...`) at the very top of a text. Every value is a string."""

import re
from typing import NamedTuple

from briefgen.model.source import Basis, Published, Work
from briefgen.sources import fields

_LONGEST = 16_000
"""No front matter is longer (characters)."""
_BRACKETS = 200
"""With more, it is an attack: the parser's time grows with the square of their depth."""
_FENCED = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"---[ \t]*\n\s*[A-Za-z_]+\s*:")


class Head(NamedTuple):
    """What stands at the top of a text: it ends at `end`; where it could not be read, it ends at `failed`."""

    end: int = 0
    work: Work = Work()
    warnings: tuple[str, ...] = ()
    failed: int = 0


def split(text: str, name: str) -> Head:
    """Read the front matter of `text`. `name` is what warnings call the file.

    Front matter that is no YAML mapping stays in the text, and a warning says where it goes wrong: nothing is lost, and
    what the fields would have said is not silently missing.
    """
    if not _KEY.match(text, 0, _LONGEST):
        return Head()
    match = _FENCED.match(text, 0, _LONGEST)
    if match is None:
        return Head(warnings=(f"{name}:1: front matter begins here and never ends; close it with a line of ---",))
    try:
        pairs = _pairs(match["yaml"])
    except fields.FieldError as error:
        return Head(warnings=(f"{name}:{error.wrong}; {error.right}. It was read as text",), failed=match.end())
    values: dict[str, str | Published | None] = {}
    warnings = []
    for line, key, words in pairs:
        try:
            _take(key, words, values)
        except fields.FieldError as error:
            warnings.append(f"{name}:{line}: {error}. It was left out")
    return Head(match.end(), fields.work(values, Basis.FRONT_MATTER), tuple(warnings))


def _take(key: str, words: str | None, values: dict[str, str | Published | None]) -> None:
    """Take one key of the front matter into `values`; keys of other programs are passed over."""
    field = fields.named(key)
    if field is None:
        if near := fields.nearest(key):
            raise fields.FieldError(f"there is no field {key!r}", f"did you mean {near!r}?")
        return
    if field in values:
        raise fields.FieldError(f"{key!r} is here twice", "keep one")
    if words is None:
        raise fields.FieldError(f"{key!r} holds no plain words", "write words, or a list of words")
    values[field] = fields.value(field, words)


def _pairs(yaml_text: str) -> list[tuple[int, str, str | None]]:
    """Give line, key and words of each pair; a list's words are joined by "; ", anything deeper is None."""
    if yaml_text.count("[") + yaml_text.count("{") > _BRACKETS:
        raise fields.FieldError("1: front matter is no YAML: it holds too many brackets", _QUOTE)
    import yaml  # noqa: PLC0415 - few files have front matter, and loading it takes longer than reading them

    try:
        root = yaml.compose(yaml_text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise fields.FieldError(f"{line}: front matter is no YAML: {error.problem}", _QUOTE) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise fields.FieldError(f"1: front matter is no YAML: {str(error).splitlines()[0]}", _QUOTE) from error
    if not isinstance(root, yaml.MappingNode):
        raise fields.FieldError("2: front matter holds no fields", "write lines such as `title: …`")
    return [(key.start_mark.line + 2, str(key.value), _words(value)) for key, value in root.value]


_QUOTE = "put a value that holds a colon between quotation marks"


def _words(node: object) -> str | None:
    value = getattr(node, "value", None)
    if isinstance(value, str):
        return value
    parts = [getattr(part, "value", None) for part in value] if isinstance(value, list) else [None]
    return "; ".join(str(part) for part in parts) if all(isinstance(part, str) for part in parts) else None
