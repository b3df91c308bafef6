"""What of a page no reader sees, or sees struck out, moved or turned, as far as its elements say so."""

import re
from collections.abc import Mapping
from itertools import islice

from briefgen.formats.html.colors import color
from briefgen.formats.html.grounds import Element, is_on_paper, is_pale
from briefgen.formats.html.looks import DOUBTFUL, MARGINS, MOVING, looks

FAINT = "faint"
"""How what stands in an element is seen if its letters have the colour of what is behind; those within may have not."""
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
_HIDDEN = {
    "visibility": re.compile("hidden|collapse"),
    "opacity": re.compile(r"-.*|[+]?0*(?:\.0*(?:0[0-7]\d*)?)?|[+]?0*[0-7]?(?:\.\d*)?%|[\d.]+e-.*"),
}
"""Letters of which less than eight hundredths cover what is behind have its colour."""
_FAR = re.compile(r"-\d{3,}(?:\.\d*)?(?:px|pt|%)|-\d{2,}(?:\.\d*)?(?:r?em|ch|v[wh])")
_LITTLE = re.compile(r"0*[012]?(?:\.\d*)?(?:p[xt])?|0*(?:\.[01]\d*)?(?:r?em)|0*\d(?:\.\d*)?%")
"""Sizes of letters under three points or pixels, or under a fifth, or a tenth, of what is usual."""
_STILL = frozenset(
    ("0", "auto", "currentcolor", "initial", "none", "normal", "revert", "revert-layer", "unset", "visible")
)
"""What moves, cuts and adds nothing."""
_SIBLINGS = 20
"""Elements beside one of faint letters that are looked at."""
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
    return _is_struck(tag, shown) or ((_is_dim(shown) or _is_faint(element)) and not _speaks_within(element))


def seen(element: Element, around: str = "") -> str:
    """Say how what stands in an element is seen, where what is around it is seen as `around` says.

    DOUBTFUL, FAINT, or turned "ltr" or "rtl"; nothing where it is as written.
    """
    shown = _looks(element)
    is_untold = DOUBTFUL in {around, *shown} or element.tag == "object" or _FAR.search(shown.get("text-indent", ""))
    if is_untold or _is_dim(shown) or _is_moved(element, shown):
        return DOUBTFUL
    if _is_faint(element, at_worst=True) or (around == FAINT and is_pale(element) is None):
        return FAINT
    if element.tag == "bdo" or "override" in shown.get("unicode-bidi", ""):
        return "rtl" if "rtl" in {shown.get("direction"), element.get("dir", "").lower()} else "ltr"
    return "" if around == FAINT else around


def _is_moved(element: Element, shown: Mapping[str, str]) -> bool:
    """Say whether words in a line may be elsewhere, or their looks have to be worked out."""
    if element.tag not in INLINE:
        return False
    is_apart = shown.get("position") in {"absolute", "fixed"}
    is_apart = is_apart or any(shown.get(name, "none") not in _STILL for name in MOVING)
    is_apart = is_apart or any(map(_FAR.search, (shown.get(name, "") for name in MARGINS)))
    is_mixed = "(" in shown.get("color", "") and color(shown["color"]) is None
    return is_apart or is_mixed or any(map(_COMPUTED.search, shown.values()))


def _looks(element: Element) -> Mapping[str, str]:
    """Give what an element says of its own looks, by property."""
    return looks(element.get("style", ""))


def _is_struck(tag: str, shown: Mapping[str, str]) -> bool:
    decoration = shown.get("text-decoration-line", "")
    return "line-through" in decoration or (tag in _STRUCK and not decoration)


def _is_dim(shown: Mapping[str, str]) -> bool:
    """Say whether letters are hidden or too small, in a way that those within may undo."""
    size = shown.get("font-size", "")
    hidden = any(pattern.fullmatch(shown.get(name, "1")) for name, pattern in _HIDDEN.items())
    return hidden or bool(size and _LITTLE.fullmatch(size))


def _is_faint(element: Element, *, at_worst: bool = False) -> bool:
    """Say whether letters have the colour of what is behind them, and others beside them have not."""
    if not is_pale(element, at_worst=at_worst):
        return False
    return not (is_on_paper(element) and _is_all_pale(element.getparent()))


def _is_all_pale(parent: Element | None) -> bool:
    """Say whether all that stands in an element is pale: then what is behind it is no paper. Of many, not all are."""
    held = [] if parent is None else [*islice(parent, _SIBLINGS + 1)]
    if parent is None or (parent.text or "").strip() or len(held) > _SIBLINGS:
        return False
    return all(not (one.tail or "").strip() and is_pale(one) for one in held)


def _speaks_within(element: Element) -> bool:
    """Say whether anything within an element says how it looks itself."""
    return any(one.get("style") or is_pale(one) is not None for one in element.iterdescendants())
