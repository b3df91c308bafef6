"""From a brief to its record."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise

from briefgen import __version__
from briefgen.model.brief import Brief, Composition, Excerpt, Listed
from briefgen.model.source import Appearance, Published, Work
from briefgen.model.tree import Code, Group, Node, Paragraph, Quoted, Text, below
from briefgen.record.shape import SCHEMA, Json
from briefgen.text import display

# Half of a surrogate pair cannot be encoded and XML cannot hold U+FFFE and U+FFFF: JSON can spell them.
_UNSPEAKABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile("https?://", re.IGNORECASE)


def text(record: Json, *, indent: int | None = None, separators: tuple[str, str] | None = None) -> str:
    """Give JSON text that can be encoded in UTF-8 and stand in an XML document. Raises ValueError for NaN."""
    plain = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _UNSPEAKABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", plain)


def whole(brief: Brief) -> Json:
    """Give everything that a brief holds."""
    documents = _documents(brief)
    return {
        "schema": SCHEMA,
        "briefgen": __version__,
        **_plain(brief),
        "documents": {key: _appearance(documents[key]) for key in sorted(documents)},
        "sources": [_row(listed, documents) for listed in brief.sources],
    }


def travelling(composition: Composition) -> Json:
    """Give what may leave the house."""
    brief, lines = composition.brief, dict(_lines(composition.tree.blocks))
    works = {key: seen.work for key, seen in _documents(brief).items()}
    quoted = sorted({excerpt.document for excerpt in brief.excerpts} & works.keys())
    return {
        "schema": SCHEMA,
        "name": brief.name,
        "title": brief.title,
        "as_of": str(brief.as_of),
        "documents": {key: _public_work(works[key]) for key in quoted},
        "excerpts": [
            {
                "id": excerpt.id,
                "number": excerpt.number,
                "document": excerpt.document,
                **_selector(excerpt),
                "line": lines.get(excerpt.id, ""),
                "said": _plain(excerpt.said),
            }
            for excerpt in brief.excerpts
        ],
        "citations": [{"number": each.number, "excerpt": each.excerpt, "text": each.text} for each in brief.citations],
    }


def _lines(blocks: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Give the source line that is printed under each block quotation, with the excerpt's id."""
    for block, following in pairwise(blocks):
        if isinstance(following, Paragraph) and following.role == "source-line":
            words = display("".join(node.text for node in below(following) if isinstance(node, Text | Code)))
            yield from ((node.excerpt, words) for node in below(block) if isinstance(node, Quoted))
    for block in blocks:
        if isinstance(block, Group):
            yield from _lines(block.blocks)


def _documents(brief: Brief) -> dict[str, Appearance]:
    """Give for each document of the table of sources the appearance that it lists first."""
    return {listed.appearance.document: listed.appearance for listed in reversed(brief.sources)}


def _plain(value: object) -> Json:
    if isinstance(value, date | Published):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Excerpt):
        return {"id": value.id, **_fields(value, "selector"), **_selector(value)}
    if isinstance(value, Work):
        return {**_fields(value), "bases": dict(value.bases)}
    return _fields(value) if is_dataclass(value) else value


def _fields(value: object, but: str = "") -> dict[str, Json]:
    names = [field.name for field in fields(value) if field.name != but]  # type: ignore[arg-type] # a dataclass, by its callers
    return {name: _plain(getattr(value, name)) for name in names}


def _selector(excerpt: Excerpt) -> dict[str, Json]:
    return {**_fields(excerpt.selector.span), **_fields(excerpt.selector, "span")}


def _appearance(seen: Appearance) -> dict[str, Json]:
    return _fields(seen, "document")


def _row(listed: Listed, documents: Mapping[str, Appearance]) -> dict[str, Json]:
    seen = listed.appearance
    # The same text may be listed at a second address; that row says where.
    other = {} if documents[seen.document] == seen else _appearance(seen)
    return {"document": seen.document, **other, **_fields(listed, "appearance")}


def _public_work(work: Work) -> dict[str, Json]:
    told = {name: getattr(work, name) for name in ("title", "author", "publisher", "agency")}
    address = work.url if _WEB.match(work.url) else ""  # any other may name a place on this machine
    return {**told, "published": _plain(work.published), "url": address}
