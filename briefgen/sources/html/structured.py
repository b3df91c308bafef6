"""JSON-LD: what a page says of itself in the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from briefgen.words import stems

Node = dict[str, Any]

_LONGEST = 2_000_000
"""No script of data is longer (characters)."""
_NODES = 5_000
"""So many objects of a page are looked at."""
_AROUND = re.compile(
    r"\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)?(?P<json>.*?)(?:-->|//\s*\]\]>|\]\]>)?[\s;]*\Z", re.DOTALL
)


class Graph:
    """The objects of a page, in order, with those that others refer to by their ids."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        named = [node for node in nodes if len(node) > 1 and isinstance(node.get("@id"), str)]
        self._by_id = {node["@id"]: node for node in reversed(named)}

    @property
    def pages(self) -> list[Node]:
        """The objects that are of type WebPage, or of one that ends so."""
        return [node for node in self._nodes if any(kind.endswith("WebPage") for kind in types(node))]

    def article(self, title: str) -> Node:
        """Give the article whose headline is the most like `title`, of several the first; {} where there is none."""
        articles = [node for node in self._nodes if any(_is_article(kind) for kind in types(node))]
        wanted = {*stems(title)}
        return max(articles, key=lambda node: len(wanted & {*stems(text(node.get("headline")))}), default={})

    def every(self, node: Node, key: str) -> list[Node | str]:
        """Give the values of `key`, objects and words, references followed; however many there are."""
        values = node.get(key)
        found = values if isinstance(values, list) else [values]
        return [self._resolved(value) for value in found if isinstance(value, str | dict)]

    def names(self, node: Node, key: str) -> list[str]:
        """Give the names of the objects, or the words, at `key`."""
        values = self.every(node, key)
        return [name for value in values if (name := text(value.get("name") if isinstance(value, dict) else value))]

    def _resolved(self, value: Node | str) -> Node | str:
        if isinstance(value, dict) and "name" not in value:
            return self._by_id.get(text(value.get("@id")), value)
        return value


def read(tree: etree._Element) -> Graph:
    """Read every script of data in a page; what is no JSON is passed over."""
    return Graph([node for script in _scripts(tree) for node in _objects(script)][:_NODES])


def types(node: Node) -> list[str]:
    """Give the types of an object, without the address of the vocabulary."""
    kinds = node.get("@type")
    return [
        kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]


def text(value: object) -> str:
    """Give the words that a value is; empty for anything else; the first of several."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.strip() if isinstance(value, str) else ""


def _is_article(kind: str) -> bool:
    return kind.endswith(("Article", "BlogPosting", "Report", "ScholarlyArticle")) or kind == "PressRelease"


def _scripts(tree: etree._Element) -> Iterator[object]:
    for script in tree.iter("script"):
        raw = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(raw) > _LONGEST:
            continue
        match = _AROUND.match(raw)
        try:
            yield json.loads(match["json"] if match else raw, strict=False)
        except (ValueError, RecursionError):
            continue


def _objects(data: object) -> Iterator[Node]:
    """Give the objects in `data` in their order; those that hold others come before them."""
    ahead = [data]
    for _ in range(20 * _NODES):
        if not ahead:
            return
        value = ahead.pop()
        if isinstance(value, dict):
            yield value
            ahead += reversed(value.values())
        elif isinstance(value, list):
            ahead += reversed(value)
