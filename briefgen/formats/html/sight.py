"""What of a page no reader sees, or sees struck out, moved or turned, as far as its elements say so themselves."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements

DOUBTFUL = "doubtful"
"""How what stands in an element is seen, if it may be seen elsewhere, in part or not at all."""
_UNSEEN = frozenset(
    ("head", "title", "desc", "metadata", "script", "style", "template", "noscript", "datalist", "iframe", "video",
     "audio", "canvas", "meter", "progress", "noembed", "noframes")
)  # fmt: skip
"""Elements whose words are not those of the page, or are not shown."""
_RUBY = frozenset({"rp", "rt"})
"""The readings over ruby are not read; outside of it these are elements like any other."""
_STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = {"visibility": re.compile("hidden|collapse"), "opacity": re.compile(r"[0.]+%?")}
_LITTLE = re.compile(r"0*[012]?(?:\.\d*)?(?:p[xt])?|0*(?:\.[01]\d*)?(?:r?em)|0*\d(?:\.\d*)?%")
"""Sizes of letters under three points or pixels, or under a fifth, or a tenth, of what is usual."""
_WHITE = re.compile(r"white|#fff(?:f{3})?|rgb\(255,255,255\)")
_GROUND = frozenset({"background", "background-color", "background-image"})
_MOVING = frozenset(
    {"transform", "translate", "rotate", "scale", "clip", "clip-path", "text-indent", "overflow", "content"}
)
_SIBLINGS, _LONGEST, _KEPT = 20, 4_096, 512
"""Elements beside a white one, and characters of a style, that are looked at; of a longer style nothing is known.
Styles that are read are kept: a page has few, each many times."""
_COMPUTED = re.compile(r"var\(|calc\(|min\(|max\(|clamp\(|env\(|attr\(")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def is_unseen(element: Element) -> bool:
    """Say whether the words in an element are not shown, or shown struck out."""
    looks = _looks(element)
    tag = str(element.tag)
    if tag in _UNSEEN or (tag in _RUBY and next(element.iterancestors("ruby"), None) is not None):
        return True
    if looks.get("display", "") == "none" or (element.get("hidden") is not None and "display" not in looks):
        return True
    if tag == "dialog" and element.get("open") is None:
        return True
    return _is_struck(tag, looks) or (_is_faint(element, looks) and not _speaks_within(element))


def seen(element: Element, *, is_inline: bool) -> str:
    """Say how what stands in an element is seen: DOUBTFUL, or turned "ltr" or "rtl"; nothing where it is as written."""
    looks = _looks(element)
    is_moved = looks.get("position") in {"absolute", "fixed"} or not _MOVING.isdisjoint(looks)
    is_moved = is_moved or any(map(_COMPUTED.search, looks.values()))
    if (is_inline and is_moved) or element.tag == "object" or _is_faint(element, looks):
        return DOUBTFUL
    if element.tag == "bdo" or "override" in looks.get("unicode-bidi", ""):
        return "rtl" if "rtl" in {looks.get("direction"), element.get("dir", "").lower()} else "ltr"
    return ""


def _looks(element: Element) -> Mapping[str, str]:
    """Give what an element says of its own looks, by property."""
    return _parsed(element.get("style", ""))


@lru_cache(_KEPT)
def _parsed(said: str) -> Mapping[str, str]:
    """Read a style, without its white space (CSS Syntax 3, 5.4)."""
    if len(said) > _LONGEST:
        return {"content": "unknown"}
    said = _ESCAPE.sub(_escaped, _COMMENT.sub("", said)).lower()
    pairs = (one.partition(":") for one in said.split(";")) if said else ()
    return {name.strip(): "".join(value.split()).removesuffix("!important") for name, _, value in pairs}


def _escaped(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(code) if code < 0x110000 else "")


def _is_struck(tag: str, looks: Mapping[str, str]) -> bool:
    decoration = looks.get("text-decoration", "") + looks.get("text-decoration-line", "")
    return "line-through" in decoration or (tag in _STRUCK and not decoration)


def _is_faint(element: Element, looks: Mapping[str, str]) -> bool:
    """Say whether letters are hidden, too small, or of no colour, in a way that those within may undo."""
    if any(pattern.fullmatch(looks.get(name, "-")) for name, pattern in _HIDDEN.items()):
        return True
    size = looks.get("font-size", "")
    return bool(size and _LITTLE.fullmatch(size)) or _is_white(element, looks)


def _is_white(element: Element, looks: Mapping[str, str]) -> bool:
    """Say whether letters have no colour, or are white among others, and nothing around them says what is behind."""
    if not _is_colored_white(element, looks):
        return _color(element, looks) == "transparent"
    around = (element, *element.iterancestors())
    is_on_paper = all(_GROUND.isdisjoint(_looks(one)) and not one.get("bgcolor") for one in around)
    return is_on_paper and not _is_all_white(element.getparent())


def _color(element: Element, looks: Mapping[str, str]) -> str:
    return looks.get("color") or "".join(element.get("color", "").lower().split())


def _is_colored_white(element: Element, looks: Mapping[str, str]) -> bool:
    return _WHITE.fullmatch(_color(element, looks)) is not None


def _is_all_white(parent: Element | None) -> bool:
    """Say whether all that stands in an element is white: then what is behind it is no paper. Of many, not all are."""
    held = [] if parent is None else [*islice(parent, _SIBLINGS + 1)]
    if parent is None or (parent.text or "").strip() or len(held) > _SIBLINGS:
        return False
    return all(not (one.tail or "").strip() and _is_colored_white(one, _looks(one)) for one in held)


def _speaks_within(element: Element) -> bool:
    """Say whether anything within an element says how it looks itself."""
    return any(one.get("style") or one.get("color") for one in element.iterdescendants())
