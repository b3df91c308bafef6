"""Mistakes that no key shows by itself: keys that exclude or need one another, and titles given twice."""

import os
from pathlib import Path

from briefgen.config.mapping import Rule, nearest
from briefgen.config.reading import Node, short
from briefgen.text import display

_SAYS_WHAT = ("question", "about", "query")
_SAYS_WHICH = ("opens", "exact")
_SAYS_VERB = ("pin", "drop")
_FORMATS = ["docx", "md"]
"""What is written without `formats`."""


def _check_config(node: Node) -> None:
    """Note each topic whose title another topic had before it, and deliveries that cannot be meant."""
    _check_attached(node)
    _check_shelf(node)
    topics = node.value.get("topics")
    first: dict[str, int] = {}
    for i, topic in enumerate(topics if isinstance(topics, list) else ()):
        title = topic.get("title") if isinstance(topic, dict) else None
        if isinstance(title, str) and title.strip() and first.setdefault(display(title).casefold(), i) != i:
            earlier = first[display(title).casefold()] + 1
            where = node.child("topics").child(i).child("title")
            where.fail(f"topic {earlier} has the same title", "give each topic its own")


def _check_attached(node: Node) -> None:
    email = node.value.get("email")
    if not isinstance(email, dict):
        return
    attached, formats = _listed(email.get("attach") or "docx"), _listed(node.value.get("formats", _FORMATS))
    absent = [each for each in attached if each not in formats and each in node.around.known.formats]
    if absent:
        where = node.child("email")
        right = f"add {absent[0]} to formats:, or write attach: {formats[0] if formats else 'docx'}"
        where.fail(f"{absent[0]} is to be attached and is not among formats", right)


def _check_shelf(node: Node) -> None:
    """Note a folder for editions which sources are read from: the next brief would quote the last."""
    shelf = node.value.get("deliver_to")
    if not isinstance(shelf, str):
        return
    for source in _listed(node.value.get("sources", [])):
        if isinstance(source, str) and _place(shelf, node).is_relative_to(_place(source, node)):
            wrong = f"{short(shelf, 60)} is among the sources, so a brief would quote the one before it"
            node.fail_key("deliver_to", wrong, "name a folder that no source is read from")
            return


def _place(text: str, node: Node) -> Path:
    return Path(os.path.abspath(node.around.folder / text))  # noqa: PTH100 - `resolve` would follow links


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _check_topic(node: Node) -> None:
    """Note a topic that says twice what it is about, or never, or whose question alone asks for nothing."""
    if node.has("about") and node.has("query"):
        node.fail_key("query", "a topic has about or query, not both", "leave out one of them")
    if _says_none(node, _SAYS_WHAT):
        node.fail("this topic does not say what it is about", "add question:, about: or query:")
    question = node.value.get("question")
    if isinstance(question, str) and question.strip() and not (node.has("about") or node.has("query")):
        from briefgen.words import content  # noqa: PLC0415 - most topics say what they are about

        if not content(question):
            wrong = "this question holds no word to look for"
            node.child("question").fail(wrong, "name what it asks about, or add about:")


def _check_pick(node: Node) -> None:
    """Note a pick that says twice which excerpt it means."""
    if node.has("opens") and node.has("exact"):
        node.fail_key("exact", "an excerpt has opens or exact, not both", "leave out one of them")
    for key in ("prefix", "suffix"):
        if node.has(key) and node.has("opens"):
            node.fail_key(key, f"{key} goes with exact, not with opens", "leave it out, or write exact:")


def _check_picked(node: Node) -> None:
    """Note an entry of a file of picks that neither pins nor drops, or does both; and a place of what is dropped."""
    _check_pick(node)
    if node.has("pin") and node.has("drop"):
        node.fail_key("drop", "an entry has pin or drop, not both", "write two entries")
    if node.has("place") and node.has("drop"):
        node.fail_key("place", "place goes with pin: what is dropped has no place", "leave it out")
    if _says_none(node, _SAYS_VERB):
        node.fail("this does not say what to do", "add pin: or drop:, and the title of the topic")


def _says_none(node: Node, keys: tuple[str, ...]) -> bool:
    """Say whether none of these keys is given, nor one that is misspelt."""
    return not any(node.has(key) if key in keys else nearest(key, keys) for key in node.value)


CONFIG_RULE = Rule(_check_config, {})
TOPIC_RULE = Rule(
    _check_topic,
    {"anyOf": [{"required": [key]} for key in _SAYS_WHAT], "not": {"required": ["about", "query"]}},
)
PICK_RULE = Rule(_check_pick, {"oneOf": [{"required": [key]} for key in _SAYS_WHICH]})
PICKED_RULE = Rule(
    _check_picked,
    {
        "allOf": [PICK_RULE.schema, {"oneOf": [{"required": [key]} for key in _SAYS_VERB]}],
        "not": {"required": ["drop", "place"]},
    },
)
