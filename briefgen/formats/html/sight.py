"""What of a page no reader sees, or sees struck out, moved or turned, as far as its elements say so."""

import re
from collections.abc import Mapping
from itertools import islice

from lxml import etree

from briefgen.formats.html.looks import DOUBTFUL, GROUND, MOVING, WHITE, looks

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements

INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "dfn", "em", "font", "i",
     "img", "input", "ins", "kbd", "label", "mark", "meter", "nobr", "output", "q", "rb", "ruby", "s", "samp", "small",
     "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
"""Elements in which the paragraph around them goes on."""
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
_BARE = frozenset(("", "0 0", "inherit", "initial", "none", "revert", "revert-layer", "transparent", "unset"))
"""What says nothing of what is behind letters."""
_STILL = frozenset(("0", "auto", "initial", "none", "normal", "revert", "revert-layer", "unset", "visible"))
"""What moves, cuts and adds nothing."""
_SIBLINGS = 20
"""Elements beside a white one that are looked at."""
_COMPUTED = re.compile(r"var\(|calc\(|min\(|max\(|clamp\(|env\(|attr\(")


def is_unseen(element: Element) -> bool:
    """Say whether the words in an element are not shown, or shown struck out."""
    shown = _looks(element)
    tag = str(element.tag)
    if tag in _UNSEEN or (tag in _RUBY and next(element.iterancestors("ruby"), None) is not None):
        return True
    if DOUBTFUL in shown:
        return False
    if shown.get("display", "") == "none" or (element.get("hidden") is not None and "display" not in shown):
        return True
    if tag == "dialog" and element.get("open") is None:
        return True
    return _is_struck(tag, shown) or (_is_faint(element, shown) and not _speaks_within(element))


def seen(element: Element) -> str:
    """Say how what stands in an element is seen: DOUBTFUL, or turned "ltr" or "rtl"; nothing where it is as written."""
    shown = _looks(element)
    is_moved = shown.get("position") in {"absolute", "fixed"} or any(
        shown.get(name, "none") not in _STILL for name in MOVING
    )
    is_moved = is_moved or any(map(_COMPUTED.search, shown.values()))
    is_doubtful = (element.tag in INLINE and is_moved) or DOUBTFUL in shown or element.tag == "object"
    if is_doubtful or _is_faint(element, shown, at_worst=True):
        return DOUBTFUL
    if element.tag == "bdo" or "override" in shown.get("unicode-bidi", ""):
        return "rtl" if "rtl" in {shown.get("direction"), element.get("dir", "").lower()} else "ltr"
    return ""


def _looks(element: Element) -> Mapping[str, str]:
    """Give what an element says of its own looks, by property."""
    return looks(element.get("style", ""))


def _is_struck(tag: str, shown: Mapping[str, str]) -> bool:
    decoration = shown.get("text-decoration-line", "")
    return "line-through" in decoration or (tag in _STRUCK and not decoration)


def _is_faint(element: Element, shown: Mapping[str, str], *, at_worst: bool = False) -> bool:
    """Say whether letters are hidden, too small, or of no colour, in a way that those within may undo.

    With `at_worst`, what is behind them is taken to be paper unless it is told for sure.
    """
    if any(pattern.fullmatch(shown.get(name, "-")) for name, pattern in _HIDDEN.items()):
        return True
    size = shown.get("font-size", "")
    return bool(size and _LITTLE.fullmatch(size)) or _is_white(element, shown, at_worst=at_worst)


def _is_white(element: Element, shown: Mapping[str, str], *, at_worst: bool) -> bool:
    """Say whether letters have no colour, or are white among others, and nothing around them says what is behind."""
    if not _is_colored_white(element, shown):
        return _color(element, shown) == "transparent"
    around = (element, *element.iterancestors())
    return not any(_is_ground(one, at_worst=at_worst) for one in around) and not _is_all_white(element.getparent())


def _is_ground(element: Element, *, at_worst: bool) -> bool:
    """Say whether an element says that something other than white is behind its letters."""
    shown = _looks(element)
    told = [*(shown.get(name, "") for name in GROUND), "".join(element.get("bgcolor", "").lower().split())]
    return any(
        one not in _BARE and not WHITE.fullmatch(one) and not (at_worst and _COMPUTED.search(one)) for one in told
    )


def _color(element: Element, shown: Mapping[str, str]) -> str:
    return shown.get("color") or "".join(element.get("color", "").lower().split())


def _is_colored_white(element: Element, shown: Mapping[str, str]) -> bool:
    return WHITE.fullmatch(_color(element, shown)) is not None


def _is_all_white(parent: Element | None) -> bool:
    """Say whether all that stands in an element is white: then what is behind it is no paper. Of many, not all are."""
    held = [] if parent is None else [*islice(parent, _SIBLINGS + 1)]
    if parent is None or (parent.text or "").strip() or len(held) > _SIBLINGS:
        return False
    return all(not (one.tail or "").strip() and _is_colored_white(one, _looks(one)) for one in held)


def _speaks_within(element: Element) -> bool:
    """Say whether anything within an element says how it looks itself."""
    return any(one.get("style") or one.get("color") for one in element.iterdescendants())
