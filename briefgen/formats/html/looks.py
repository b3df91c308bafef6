"""What a style says, whether it stands at an element or in a sheet: one reading of CSS for both."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Declaration, Node

from briefgen.formats.html.colors import is_colored, laid
from briefgen.text import canonicalise

MOVING = frozenset(
    ("transform", "translate", "rotate", "scale", "clip", "clip-path", "text-indent", "overflow", "content",
     "animation", "animation-name", "filter", "mask", "mask-image", "mix-blend-mode", "-webkit-text-fill-color")
)  # fmt: skip
"""Properties that may take words to where nobody sees them, cut them, or put others there."""
MARGINS = frozenset(("margin", "margin-bottom", "margin-left", "margin-right", "margin-top"))
"""Properties that take words away only where they are far below nothing."""
DOUBTFUL = "doubtful"
"""How what stands in an element is seen, if it may be seen elsewhere, in part or not at all; also the property by which
a style says so."""
HEEDED = MARGINS | MOVING | frozenset(
    ("all", "background-color", "background-image", "color", "direction", "display", "font-size", "opacity", "position",
     "text-decoration-line", "unicode-bidi", "visibility", DOUBTFUL)
)  # fmt: skip
"""All that matters for what is seen; `background`, `font` and `text-decoration` are read as what they say of these."""
_WIDE = "initial|inherit|unset|revert|revert-layer|.*var\\(.*"
_KNOWN = {
    "display": re.compile(
        r"[a-z-]*(?:block|inline|flex|grid|box|table|ruby)[a-z -]*|[a-z]+-(?:group|row|cell|column|caption|base|text)|"
        rf"none|contents|list-item|flow(?:-root)?|math|{_WIDE}"
    ),
    "visibility": re.compile(f"visible|hidden|collapse|{_WIDE}"),
    "opacity": re.compile(rf"[+-]?[\d.]+(?:e-?\d+)?%?|[a-z]+\(.*|{_WIDE}"),
    "position": re.compile(f"static|relative|absolute|fixed|(?:-webkit-)?sticky|{_WIDE}"),
}
"""What these may be. A browser passes over a declaration of anything else, and one before it holds (CSS 2.2, 4.2)."""
_LONGEST, _KEPT = 4_096, 512
"""Characters of a style that are looked at; of a longer one nothing is known. Styles that are read are kept: a page has
few, each many times."""
_DEEPEST, _UNTOLD = 64, "var(--)"
_BRACKET = re.compile(r"[(\[{]|[)\]}]")
_SPACE = re.compile(r"\s*([(),/])\s*")


class Declared(NamedTuple):
    """A declaration: a property, its value in small letters without needless white space, and whether it insists."""

    name: str
    value: str
    insists: bool = False


UNKNOWN = (Declared("content", "unknown"),)
"""What is made of a style that is too long or too deep."""


@lru_cache(_KEPT)
def looks(style: str) -> Mapping[str, str]:
    """Give what a style at an element says of its looks, by property."""
    return together(said(style))


@lru_cache(_KEPT)
def said(style: str) -> tuple[Declared, ...]:
    """Give the declarations of a style at an element, as far as they matter for what is seen, and of `--names`."""
    if len(style) > _LONGEST or is_deep(style):
        return UNKNOWN
    return declared(tinycss2.parse_blocks_contents(style)) if style else ()


def declared(nodes: Iterable[Node]) -> tuple[Declared, ...]:
    """Give the declarations among what stands in a block, as `said` does."""
    return tuple(found for node in nodes if isinstance(node, Declaration) for found in _read(node))


def is_deep(css: str) -> bool:
    """Say whether brackets stand in one another more deeply than anybody writes them."""
    depth = 0
    for found in _BRACKET.finditer(css):
        depth = depth + 1 if found[0] in "([{" else max(depth - 1, 0)
        if depth > _DEEPEST:
            return True
    return False


def together(declarations: Iterable[Declared]) -> dict[str, str]:
    """Give what declarations come to, each weaker than those behind it unless it insists (CSS Cascade 4, 6)."""
    held: dict[str, str] = {}
    for one in sorted(declarations, key=lambda each: each.insists):
        if one.name == "all":
            held.clear()
        if one.name in HEEDED:
            held[one.name] = one.value
    return held


def written(held: Mapping[str, str]) -> str:
    """Give looks as a style."""
    return ";".join(f"{name}:{value}" for name, value in held.items())


def _read(node: Declaration) -> tuple[Declared, ...]:
    name, tokens = node.lower_name, node.value
    if name == "font":
        sizes = (one for one in tokens if one.type in {"dimension", "percentage"} or _is_nought(one))
        name, tokens = "font-size", [*sizes][:1] or tokens
    elif name in {"text-decoration", "-webkit-text-decoration"}:
        name = "text-decoration-line"
    value = _SPACE.sub(r"\1", " ".join(canonicalise(_serialized(tokens)).lower().split()))
    value = value if len(value) <= _LONGEST else _UNTOLD
    if name == "background" and (told := laid(value)):
        return Declared("background-image", "none", node.important), Declared("background-color", told, node.important)
    is_heeded = name in HEEDED or name.startswith("--")
    return (Declared(name, value, node.important),) if is_heeded and _is_known(name, value) else ()


def _is_known(name: str, value: str) -> bool:
    if name in {"color", "background-color"}:
        return is_colored(value)
    return name not in _KNOWN or _KNOWN[name].fullmatch(value) is not None


def _is_nought(token: Node) -> bool:
    return bool(token.type == "number" and token.value == 0)


def _serialized(tokens: Iterable[Node]) -> str:
    """Give tokens as they are written, a space for each comment: a comment parts words (CSS Syntax 3, 4.3.2)."""
    return str(tinycss2.serialize([one if one.type != "comment" else _BLANK for one in tokens]))


_BLANK = tinycss2.parse_component_value_list(" ")[0]
