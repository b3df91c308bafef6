"""What colour the letters of an element have, and what is behind them."""

from collections.abc import Mapping

from lxml import etree

from briefgen.formats.html.colors import BLACK, PICTURE, WHITE, WIDE, Color, color, legacy
from briefgen.formats.html.looks import looks

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements

_AROUND = (WIDE - {"initial"}) | {"", "currentcolor"}
"""What says that letters have the colour of those around."""
_BARE = frozenset(("", "none", "transparent", *WIDE))
"""What says nothing of what is behind letters."""


def is_pale(element: Element, *, at_worst: bool = False) -> bool | None:
    """Say whether the letters in an element can hardly be seen on what is behind; nothing if it says of neither.

    Behind them is what the nearest element around says, else white paper. A picture is taken to set letters off, and so
    is what nobody can tell, unless `at_worst`: then that is paper.
    """
    if not _lettered(element) and not _grounded(element):
        return None
    letters = _letters(element)
    if letters is None:
        return False
    behind = _behind(element, at_worst=at_worst)
    return not letters.alpha or (behind is not None and letters.is_near(behind))


def is_on_paper(element: Element) -> bool:
    """Say whether neither an element nor any around it says what is behind its letters."""
    return not any(_grounded(one) for one in (element, *element.iterancestors()))


def _letters(element: Element) -> Color | None:
    """Give the colour of letters: what the nearest element says; nothing where it has to be worked out."""
    told = next((said for one in (element, *element.iterancestors()) if (said := _lettered(one))), "")
    return color(told) if told else BLACK


def _lettered(element: Element) -> str:
    """Give what an element itself says of the colour of its letters."""
    told = _looks(element).get("color")
    if told is None or told.startswith("revert"):
        name = "text" if element.tag == "body" else "color"
        told = legacy(element.get(name, "")) or _usual(element)
    return "" if told in _AROUND else told


def _usual(element: Element) -> str:
    """Give the colour that browsers have for the letters of some elements (HTML, 15.3)."""
    if element.tag == "a" and element.get("href") is not None:
        return "linktext"
    return "marktext" if element.tag == "mark" else ""


def _behind(element: Element, *, at_worst: bool) -> Color | None:
    """Give the colour behind letters; nothing where that is a picture or cannot be told."""
    layers = []
    for one in (element, *element.iterancestors()):
        told = _grounded(one)
        if not told:
            continue
        layer = _letters(one) if told == "currentcolor" else color(told)
        if layer is None:
            return WHITE if at_worst and told != PICTURE else None
        layers.append(layer)
        if layer.alpha == 1:
            break
    behind = WHITE
    for layer in reversed(layers):
        behind = layer.over(behind)
    return behind


def _grounded(element: Element) -> str:
    """Give what an element itself says of what is behind its letters."""
    if not element.attrib and element.tag != "mark":
        return ""
    shown = _looks(element)
    told = shown.get("background-color")
    if shown.get("background-image", "") not in _BARE or element.get("background"):
        return PICTURE
    if told is None or told.startswith("revert"):
        told = legacy(element.get("bgcolor", "")) or ("mark" if element.tag == "mark" else "")
    return "" if told in _BARE else told


def _looks(element: Element) -> Mapping[str, str]:
    return looks(element.get("style", ""))
