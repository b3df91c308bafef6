"""Feeds: RSS and Atom as feedparser reads them, and JSON Feed (jsonfeed.org, version 1.1); each entry is a source."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis
from briefgen.sources import fields, fragment
from briefgen.sources.members import Member
from briefgen.sources.reading import Reading
from briefgen.sources.recognising import Kind
from briefgen.text import display

_DECLARED = re.compile(rb"<!ENTITY[^>]{0,400}>", re.IGNORECASE)
_ENTITIES = 100
"""More declared entities than this are a bomb (bytes are counted by no parser alike)."""


def entries(data: bytes, name: str) -> Iterator[Member]:
    """Give the entries of an RSS or Atom feed, named by their number from 1. Raises UnreadableError."""
    import feedparser  # noqa: PLC0415 - few sources are feeds

    if len(_DECLARED.findall(data, 0, 100_000)) > _ENTITIES:
        raise UnreadableError(name, "is a feed that declares more entities than any needs")
    try:
        feed = feedparser.parse(_Bytes(data), sanitize_html=True, resolve_relative_uris=True)
    except Exception as error:  # it raises whatever its parsers raise
        raise UnreadableError(name, f"is a feed that cannot be read ({type(error).__name__})") from error
    if not feed.entries:
        raise UnreadableError(name, "is a feed without entries")
    about = {"publisher": feed.feed.get("title"), "language": feed.feed.get("language")}
    for number, each in enumerate(feed.entries, start=1):
        yield _entry(number, _fields(each), about)


def items(data: bytes, name: str) -> Iterator[Member]:
    """Give the items of a JSON feed, named by their number from 1. Raises UnreadableError."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(name, "is a JSON feed that is damaged") from error
    found = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(found, list) or not found:
        raise UnreadableError(name, "is a JSON feed without items")
    about = {"publisher": feed.get("title"), "language": feed.get("language")}
    for number, each in enumerate(found, start=1):
        item = each if isinstance(each, dict) else {}
        yield _entry(number, _item(item), about)


def read(data: bytes, name: str) -> Reading:
    """Read an entry as `entries` and `items` give it. Raises UnreadableError."""
    entry = json.loads(data)
    text, hints = fragment.read(entry.pop("html"))
    if not text:
        raise UnreadableError(name, "is an entry without words but for its title")
    return Reading(text, hints, fields.said(entry, Basis.HEADERS))


class _Bytes:
    """A stream, so that feedparser takes the bytes for nothing else: neither an address nor the name of a file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes, all of them unless `size` says how many."""
        taken, self._data = (self._data, b"") if size < 0 else (self._data[:size], self._data[size:])
        return taken


def _entry(number: int, entry: Mapping[str, object], about: Mapping[str, object]) -> Member:
    said = {key: str(value) for each in (about, entry) for key, value in each.items() if value}
    return Member(str(number), json.dumps({"html": "", **said}, sort_keys=True).encode(), Kind.ENTRY)


def _fields(entry: Mapping[str, Any]) -> Mapping[str, object]:
    """Give the fields of an entry of RSS or Atom: its longest content, and what it says of itself."""
    contents = [each.get("value") or "" for each in entry.get("content", ())] + [entry.get("summary") or ""]
    source = entry.get("source")
    return {
        "title": _text(entry.get("title")),
        "author": _authors(entry),
        "published": entry.get("published") or entry.get("updated") or entry.get("created"),
        "url": entry.get("link"),
        "html": max(contents, key=len),
        **({"publisher": source["title"]} if isinstance(source, dict) and source.get("title") else {}),
    }


def _authors(entry: Mapping[str, Any]) -> str:
    names = [each.get("name") or "" for each in entry.get("authors", ())]
    return "; ".join(name for name in names if name and "@" not in name)


def _item(item: Mapping[str, Any]) -> Mapping[str, object]:
    """Give the fields of an item of a JSON feed."""
    people: Sequence[Any] = item.get("authors") or [item.get("author")]
    names = [each.get("name") for each in people if isinstance(each, dict)] if isinstance(people, list) else []
    words = str(item.get("content_text") or item.get("summary") or "")
    return {
        "title": item.get("title"),
        "author": "; ".join(str(name) for name in names if name),
        "published": item.get("date_published") or item.get("date_modified"),
        "url": item.get("url") or item.get("external_url"),
        "language": item.get("language"),
        "html": item.get("content_html") or "".join(f"<p>{_escaped(each)}</p>" for each in words.split("\n\n")),
    }


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def _text(html: object) -> str:
    """Give the words of a title, which may hold HTML."""
    return display(fragment.read(str(html))[0]) if html else ""
