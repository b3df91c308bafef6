"""What pandoc answers: its document, citations filled in, as runs."""

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, TypeAlias

from briefgen.errors import StyleError
from briefgen.model.brief import Run
from briefgen.model.runs import merged

Node: TypeAlias = Any
"""A node of pandoc's JSON: `t` is its type, `c` what it holds."""

_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
_PLAIN = frozenset({"Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"})
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


def parts(answer: str, style: str) -> tuple[list[tuple[Run, ...]], dict[str, tuple[Run, ...]]]:
    """Give the citations in their order, and the entries of the list by the ids of their works. Raises StyleError."""
    try:
        blocks = json.loads(answer)["blocks"]
        notes = [merged(_note(block["c"])) for block in blocks if block["t"] == "Para"]
        entries = {
            entry["c"][0][0].removeprefix("ref-"): merged(_blocks(entry["c"][1]))
            for block in blocks if block["t"] == "Div"
            for entry in block["c"][1] if entry["t"] == "Div"
        }  # fmt: skip
    except (ValueError, LookupError, TypeError) as error:
        raise unread(style) from error
    return notes, entries


def unread(style: str) -> StyleError:
    """Give the error of an answer that is not as pandoc's are."""
    return StyleError(style, "pandoc's answer is not what was asked for; is it older than version 3?")


def _note(inlines: list[Node]) -> Iterator[Run]:
    """Give one citation: what a note style puts into a note of its own, else the words that stand in the text.

    Those of an author-date style lose the parentheses around them, for here they stand in a note.
    """
    cites = inlines[0]["c"][1]
    if cites and cites[-1]["t"] == "Note":
        yield from _blocks(cites[-1]["c"])
        return
    runs = merged(_runs(cites))
    words = "".join(run.text for run in runs)
    if _is_bracketed(words):
        runs = (Run(runs[0].text[1:], runs[0].italic, runs[0].url), *runs[1:])
        runs = (*runs[:-1], Run(runs[-1].text[:-1], runs[-1].italic, runs[-1].url))
    yield from runs
    if not words.removesuffix(")").endswith((".", "?", "!")):
        yield Run(".")


def _is_bracketed(words: str) -> bool:
    """Say whether the parenthesis that opens the words is closed by their last sign."""
    depths = [*accumulate({"(": 1, ")": -1}.get(sign, 0) for sign in words)]
    return words.startswith("(") and depths[-1] == 0 and all(depths[:-1])


def _blocks(blocks: list[Node]) -> Iterator[Run]:
    """Give the words of paragraphs, or of what a style lays out in columns, one behind the other."""
    for at, block in enumerate(blocks):
        if at:
            yield Run(" ")
        yield from _blocks(block["c"][1]) if block["t"] == "Div" else _runs(block["c"])


def _runs(inlines: list[Node], *, italic: bool = False, url: str = "") -> Iterator[Run]:
    """Give inlines as runs; their depth is that of pandoc's own nesting of a style's few formats."""
    for node in inlines:
        kind, held = node["t"], node.get("c")
        if kind == "Str":
            yield Run(held, italic, url)
        elif kind in _SPACES:
            yield Run(" ", italic, url)
        elif kind == "Emph":
            yield from _runs(held, italic=not italic, url=url)
        elif kind in _PLAIN:
            yield from _runs(held, italic=italic, url=url)
        elif kind in {"Span", "Cite"}:
            yield from _runs(held[1], italic=italic, url=url)
        elif kind == "Link":
            yield from _runs(held[1], italic=italic, url=_web(held[2]))
        elif kind == "Quoted":
            marks = _QUOTES[held[0]["t"]]
            yield from (Run(marks[0], italic, url), *_runs(held[1], italic=italic, url=url), Run(marks[1], italic, url))


def _web(target: Mapping[int, str]) -> str:
    return target[0] if target[0].startswith(("http://", "https://")) else ""
