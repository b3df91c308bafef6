"""Exports of databases: tables (CSV), JSON Lines and lists of JSON objects, one source to a row.

Which column is which field is told by its name. A row is kept as the JSON of its fields, so that a row whose other
columns change is the same source.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis
from briefgen.sources import cells, fields
from briefgen.sources.loading import CONTAINER_LIMIT
from briefgen.sources.members import Member
from briefgen.sources.reading import Reading
from briefgen.sources.recognising import Kind
from briefgen.text import canonicalise

_COLUMNS = {
    "title": "title headline heading subject article_title",
    "author": "author authors byline creator author_name writer speaker",
    "publisher": "publisher publication source outlet newspaper site media source_name site_name publication_name",
    "published": "published date publish_date published_at date_published publication_date pub_date published_date"
    " datetime timestamp created_at created date_publish year",
    "url": "url link uri permalink web_url source_url article_url source_link article_source_link article_link webpage",
    "language": "language lang",
    "text": "text content body full_text fulltext article_text article_body articlebody maintext main_text article"
    " transcript speech story description summary abstract",
}
"""What columns are called, the likeliest name of each field first."""
_KEY = re.compile(r"[\W_]+")
_TAGGED = re.compile(r"<[a-z!/][^<>]*>", re.IGNORECASE)


def rows(data: bytes, name: str) -> Iterator[Member]:
    """Give the rows of a table whose first row names columns; each is named by its number, from 1."""
    from briefgen.sources.decoding import decode  # noqa: PLC0415 - nothing is read where nothing has changed

    text = decode(data, name, CONTAINER_LIMIT).text
    csv.field_size_limit(CONTAINER_LIMIT)
    table = csv.reader(_lines(text), delimiter=cells.delimiter(text))
    try:
        header = next((row for row in table if any(row)), [])
        columns = _columns(header, name)
        for number, row in enumerate((row for row in table if any(row)), start=1):
            yield _member(str(number), {field: row[i] for field, i in columns.items() if i < len(row)})
    except csv.Error as error:
        raise UnreadableError(name, f"is no table from line {table.line_num:,} on ({error})") from error


def lines(data: bytes, _name: str) -> Iterator[Member]:
    """Give the objects of JSON Lines; each is named by the number of its line, from 1."""
    start, number = 0, 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = end if end >= 0 else len(data)
        number += 1
        if line := data[start:end].strip():
            yield _object(str(number), _loaded(line))
        start = end + 1


def objects(data: bytes, name: str) -> Iterator[Member]:
    """Give the objects of a JSON list, or of the first list of objects in a JSON object; named by their number."""
    found = _list(_loaded(data))
    if not found:
        raise UnreadableError(name, "is no JSON that holds sources: a list of objects, each with a text")
    for number, each in enumerate(found, start=1):
        yield _object(str(number), each)


def read(data: bytes, name: str) -> Reading:
    """Read a row as `rows`, `lines` and `objects` give it. Raises UnreadableError."""
    row = json.loads(data)
    text = canonicalise(row.pop("text", "")).strip("\n")
    if not text.strip():
        raise UnreadableError(name, "is a row without a text")
    work = fields.said(row, Basis.HEADERS)
    if not _TAGGED.search(text[:2_000]):
        return Reading(text, (), work)
    from briefgen.sources import fragment  # noqa: PLC0415 - few exports hold HTML

    text, hints = fragment.read(text)
    if not text:
        raise UnreadableError(name, "is a row without a text")
    return Reading(text, hints, work)


def _lines(text: str) -> Iterator[str]:
    """Give the lines of a text with their ends, without a copy of it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _columns(header: Sequence[str], name: str) -> Mapping[str, int]:
    """Give for each field the index of its column. Raises UnreadableError where no column holds texts."""
    known = {_key(each): i for i, each in reversed([*enumerate(header)])}
    columns = {field: known[_key(found)] for field in _COLUMNS if (found := _name(field, known))}
    if "text" not in columns:
        called = ", ".join(_COLUMNS["text"].split()[:3])
        raise UnreadableError(name, f"is a table in which no column is called {called} or the like")
    return columns


def _name(field: str, known: Mapping[str, object]) -> str:
    return next((each for each in _COLUMNS[field].split() if _key(each) in known), "")


def _key(name: str) -> str:
    return _KEY.sub("", name.casefold())


def _object(number: str, found: object) -> Member:
    if not isinstance(found, dict):
        return Member(number, b"", why="is no JSON object")
    known = {_key(str(key)): value for key, value in reversed(found.items())}
    row = {field: _words(known[_key(name)]) for field in _COLUMNS if (name := _name(field, known))}
    if "text" not in row:
        return Member(number, json.dumps(row).encode(), why="is an object without a text")
    return _member(number, row)


def _member(number: str, row: Mapping[str, str]) -> Member:
    kept = {field: words for field, words in row.items() if words and words.strip()}
    return Member(number, json.dumps(kept, sort_keys=True).encode(), Kind.ROW)


def _words(value: object) -> str:
    """Give the words of a value: those of a list of names, or of objects with a name, are joined."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value[:50])))
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return "" if value is None else str(value)


def _loaded(data: bytes) -> object:
    """Give what JSON says; None for what is none, or is nested too deep."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _list(found: object) -> list[object]:
    """Give a list of objects, the first such list in an object, or an object as the only one."""
    if isinstance(found, dict):
        return next((inner for each in found.values() if isinstance(each, list) and (inner := _list(each))), [found])
    objects = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    return found if isinstance(found, list) and objects else []
