"""From a record, which may be anything at all, to its brief."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, partial
from types import UnionType
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from briefgen.errors import RecordError
from briefgen.model.attribution import Manner, Said
from briefgen.model.brief import Brief, Citation, Excerpt
from briefgen.model.place import Span
from briefgen.model.record import Record, Recorded
from briefgen.model.source import Basis, Published, Work
from briefgen.record.shape import SCHEMA, Json
from briefgen.text import display

_Kind = Any
"""A type as the model's fields name it: `str`, `Work`, `Published | None`, `tuple[Flag, ...]`."""


def brief(text: str) -> Brief:
    """Give the brief of a record. Raises RecordError."""
    made: Brief = _built(Brief, _parsed(text), "")
    _check(made)
    return made


def _parsed(text: str) -> Mapping[str, Json]:
    try:
        held = _object(json.loads(text, parse_constant=_no_number), "")
    except (ValueError, RecursionError) as error:
        raise RecordError("", f"this is not JSON: {error}") from error
    schema = held.get("schema")
    if schema != SCHEMA or not isinstance(schema, int):
        raise RecordError("schema", f"{SCHEMA} is wanted, not {schema!r:.40}")
    return held


def record(text: str) -> Record:
    """Give what a record, public or whole, tells of its excerpts. Raises RecordError."""
    held = _parsed(text)
    told = {name: _scalar(str, held.get(name, ""), name) for name in ("name", "title", "as_of")}
    notes = _notes(held)
    return Record(
        **told,
        excerpts=tuple(
            _recorded(_object(each, f"excerpts[{at}]"), f"excerpts[{at}]", notes)
            for at, each in enumerate(_array(held.get("excerpts", []), "excerpts"))
        ),
    )


def _notes(held: Mapping[str, Json]) -> dict[str, str]:
    """Give the words of each excerpt's citation; a public record has them as text, a whole one as runs."""
    notes = {}
    for at, each in enumerate(_array(held.get("citations", []), "citations")):
        place = f"citations[{at}]"
        told = _object(each, place)
        if "runs" in told:
            words: str = _built(Citation, told, place).text
        else:
            words = _scalar(str, told.get("text"), f"{place}.text")
        notes[_scalar(str, told.get("excerpt"), f"{place}.excerpt")] = display(words)
    return notes


def _recorded(held: Mapping[str, Json], place: str, notes: Mapping[str, str]) -> Recorded:
    words = {name: _scalar(str, held.get(name), f"{place}.{name}") for name in ("id", "document", "exact")}
    start, end = (_scalar(int, held.get(name), f"{place}.{name}") for name in ("start", "end"))
    return Recorded(
        excerpt=words["id"],
        number=_scalar(int, held.get("number", 0), f"{place}.number"),
        document=words["document"],
        span=_checked(partial(Span, start, end), place),
        words=display(words["exact"]),
        note=notes.get(words["id"], ""),
        line=display(_scalar(str, held.get("line", ""), f"{place}.line")),
        said=tuple(_speaking(held, place)),
    )


def _speaking(held: Mapping[str, Json], place: str) -> Iterator[str]:
    """Give all that an excerpt's record tells of its speakers."""
    said: tuple[Said, ...] = _built(tuple[Said, ...], held.get("said", []), f"{place}.said")
    for each in said:
        yield from (each.speaker, each.office, each.document, each.obtained)


def _built(kind: _Kind, value: Json, place: str) -> _Kind:
    """Make a `kind` of what the record holds at `place`."""
    origin: object = get_origin(kind)
    if origin is UnionType:
        return None if value is None else _built(get_args(kind)[0], value, place)
    if origin is tuple:
        return _tuple(get_args(kind), value, place)
    if kind in _SCALARS:
        return _scalar(kind, value, place)
    if kind in _SPELLED:
        return _checked(partial(_SPELLED[kind], _scalar(str, value, place)), place)
    return _dataclass(kind, _object(value, place), place)


def _dataclass(kind: _Kind, held: Mapping[str, Json], place: str) -> _Kind:
    shaped = _SHAPES[kind](held, place) if kind in _SHAPES else held
    within = f"{place}." if place else ""
    values = {}
    for name, (hint, needed) in _hints(kind).items():
        if name in shaped:
            values[name] = _built(hint, shaped[name], place if name in _FLAT else within + name)
        elif needed:
            raise RecordError(within + name, "this is missing")
    made = _checked(partial(kind, **values), place)
    if kind is Excerpt and held.get("id") != made.id:
        raise RecordError(f"{within}id", f"{made.id} is wanted, from its document and span")
    return made


@cache
def _hints(kind: type) -> Mapping[str, tuple[_Kind, bool]]:
    """Give for each field of a type of the model its own type, and whether a record must have it."""
    hints = get_type_hints(kind)
    return {field.name: (hints[field.name], field.default is MISSING) for field in fields(kind)}


def _tuple(kinds: tuple[_Kind, ...], value: Json, place: str) -> tuple[_Kind, ...]:
    held = _array(value, place)
    wanted = (kinds[0],) * len(held) if kinds[-1] is Ellipsis else kinds
    if len(wanted) != len(held):
        raise RecordError(place, f"{len(wanted)} values are wanted, not {len(held)}")
    return tuple(_built(kind, each, f"{place}[{at}]") for at, (kind, each) in enumerate(zip(wanted, held, strict=True)))


_SCALARS: Mapping[type, tuple[tuple[type, ...], str]] = {
    str: ((str,), "text"),
    int: ((int,), "a whole number"),
    float: ((float, int), "a number"),
    bool: ((bool,), "true or false"),
}
_SPELLED: Mapping[type, Callable[[str], object]] = {
    date: date.fromisoformat,
    Published: Published,
    Basis: Basis,
    Manner: Manner,
}


def _scalar(kind: type, value: Json, place: str) -> _Kind:
    accepted, name = _SCALARS[kind]
    # true and false are numbers to Python, not to JSON.
    fits = isinstance(value, accepted) and isinstance(value, bool) is (kind is bool)
    if not fits:
        raise RecordError(place, f"{name} is wanted, not {value!r:.40}")
    return _checked(partial(float, value), place) if kind is float else value


def _object(value: Json, place: str) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise RecordError(place, f"an object is wanted, not {value!r:.40}")
    return value


def _array(value: Json, place: str) -> list[Json]:
    if not isinstance(value, list):
        raise RecordError(place, f"a list is wanted, not {value!r:.40}")
    return value


def _checked(make: Callable[[], _Kind], place: str) -> _Kind:
    try:
        return make()
    except (ValueError, OverflowError) as error:
        raise RecordError(place, str(error)) from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _excerpt_shape(held: Mapping[str, Json], _place: str) -> Mapping[str, Json]:
    return {**held, "selector": {**held, "span": held}}


def _work_shape(held: Mapping[str, Json], place: str) -> Mapping[str, Json]:
    bases = _object(held.get("bases", {}), f"{place}.bases")
    return {**held, "bases": [list(pair) for pair in bases.items()]}


def _brief_shape(held: Mapping[str, Json], _place: str) -> Mapping[str, Json]:
    documents = _object(held.get("documents", {}), "documents")
    rows = []
    for at, each in enumerate(_array(held.get("sources", []), "sources")):
        row = _object(each, f"sources[{at}]")
        key = _scalar(str, row.get("document"), f"sources[{at}].document")
        if key not in documents:
            raise RecordError(f"sources[{at}].document", f"the record lists no document {key!r:.80}")
        rows.append({**row, "appearance": {**_object(documents[key], f"documents.{key}"), **row}})
    return {**held, "sources": rows}


_FLAT = ("selector", "span")
"""The fields that are no objects of their own in a record."""

_SHAPES: Mapping[type, Callable[[Mapping[str, Json], str], Mapping[str, Json]]] = {
    Excerpt: _excerpt_shape,
    Work: _work_shape,
    Brief: _brief_shape,
}
"""How a record's object becomes one with the fields of its type."""


def _check(made: Brief) -> None:
    """Raise RecordError unless each excerpt stands once, and all that is named is there."""
    ids = Counter(excerpt.id for excerpt in made.excerpts)
    numbers = Counter(excerpt.number for excerpt in made.excerpts if excerpt.number)
    for name, counted in (("id", ids), ("number", numbers)):
        for value, times in counted.items():
            if times > 1:
                raise RecordError("excerpts", f"{times} excerpts have the {name} {value}")
    named = {
        "key_points": made.key_points,
        "annex": made.annex,
        "citations": tuple(each.excerpt for each in made.citations),
        "timeline": tuple(each.excerpt for each in made.timeline),
        **{f"sections[{at}]": (*each.excerpts, *each.background) for at, each in enumerate(made.sections)},
    }
    for at, week in enumerate(made.weeks):
        if len(week.counts) != len(made.sections):
            raise RecordError(f"weeks[{at}].counts", f"{len(made.sections)} are wanted, one a section")
    for place, keys in named.items():
        for key in keys:
            if key not in ids:
                raise RecordError(place, f"the record holds no excerpt {key!r:.40}")
