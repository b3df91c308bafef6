"""The colours that values of CSS are, as a reader sees them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import tinycss2
from tinycss2 import color4

from briefgen.formats.printed.sight import is_near


class Color(NamedTuple):
    """Red, green and blue from 0 to 255, and how much of it covers what is behind, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, behind: "Color") -> "Color":
        """Give what is seen of it on a colour that covers all (Compositing and Blending 1, 5.1)."""
        pairs = zip(self[:3], behind[:3], strict=True)
        return Color(*(one * self.alpha + other * (1 - self.alpha) for one, other in pairs))

    def is_near(self, behind: "Color") -> bool:
        """Say whether letters of this colour can hardly be seen on a colour that covers all."""
        return is_near(self.over(behind).hexadecimal, behind.hexadecimal)

    @property
    def hexadecimal(self) -> str:
        """The colour as RRGGBB, whatever it covers."""
        return bytes(round(one) for one in self[:3]).hex()


WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)
WIDE = frozenset(("inherit", "initial", "revert", "revert-layer", "unset"))
_SYSTEM = {
    "canvas": "#fff", "canvastext": "#000", "field": "#fff", "fieldtext": "#000", "graytext": "#808080",
    "initial": "#000", "linktext": "#00e", "mark": "#ff0", "marktext": "#000", "visitedtext": "#551a8b",
    "window": "#fff", "windowtext": "#000",
}  # fmt: skip
"""What browsers have for what a page says nothing of (CSS Color 4, 6.2)."""
_LAID = WIDE | frozenset(
    ("auto", "border-box", "bottom", "center", "contain", "content-box", "cover", "fixed", "left", "local", "no-repeat",
     "none", "padding-box", "repeat", "repeat-x", "repeat-y", "right", "round", "scroll", "space", "text", "top")
)  # fmt: skip
"""The words of `background` that are no colours (CSS Backgrounds 3, 2.10)."""
_PLACES = ("calc(", "clamp(", "max(", "min(")
PICTURE = "url()"
"""Stands for any picture behind letters."""
_PICTURED = re.compile(r"url\(|gradient\(|image\(|image-set\(|element\(|paint\(|cross-fade\(")
_SCREENS = frozenset(("a98-rgb", "display-p3", "prophoto-rgb", "rec2020"))
"""Colours of wider screens are taken for those of a usual one: greys are the same, and others near."""
_SRGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.204, 1.057))
"""From XYZ to linear red, green and blue (IEC 61966-2-1)."""
_LINEAR = 0.0031308
_HASHES, _LONG = (4, 7), 128
"""Characters of `#fff` and `#ffffff`, and the most of a colour in an attribute that count (HTML, 2.3.6)."""
_KEPT = 512


@lru_cache(_KEPT)
def color(value: str) -> Color | None:
    """Give the colour that a value is; nothing for what is none, or has to be worked out."""
    try:
        found = color4.parse_color(_SYSTEM.get(value, value))
        if not isinstance(found, color4.Color):
            return None
        red, green, blue = (min(max(one, 0.0), 1.0) * 255 for one in _srgb(found))
    except (ArithmeticError, AttributeError, NotImplementedError, TypeError, ValueError):
        return None  # the library is not made for values that are no colours, or beyond all bounds
    return Color(red, green, blue, found.alpha)


def is_colored(value: str) -> bool:
    """Say whether a browser takes a value for a colour, as far as can be told. One before it holds if not."""
    return value in WIDE or value == "currentcolor" or "(" in value or color(value) is not None


def laid(value: str) -> str:
    """Give the colour alone that a value of `background` lays behind letters; PICTURE, or what is to be worked out.

    Nothing for what no browser takes for such a value: then one before it holds.
    """
    if _PICTURED.search(value):
        return PICTURE
    if "var(" in value:
        return value
    tokens = tinycss2.parse_component_value_list(value)
    named = [one.serialize() for one in tokens if one.type in {"function", "hash", "ident"}]
    colors = [one for one in named if one not in _LAID and not one.startswith(_PLACES)]
    if len(colors) > 1 or not all(map(is_colored, colors)):
        return ""
    return colors[0] if colors else "transparent"


def legacy(value: str) -> str:
    """Give the colour that an attribute says as a value of CSS: browsers make one of whatever it is (HTML, 2.3.6)."""
    value = value.strip().lower()
    if not value or (color(value) and (value[0] != "#" or len(value) in _HASHES)):
        return value
    digits = "".join(one if one in "0123456789abcdef" else "0" for one in value[:_LONG].removeprefix("#"))
    length = max(-(-len(digits) // 3), 1)
    digits = digits.ljust(length * 3, "0")
    parts = [digits[start : start + length][-8:] for start in range(0, length * 3, length)]
    while len(parts[0]) > 2 and all(one[0] == "0" for one in parts):
        parts = [one[1:] for one in parts]
    return "#" + "".join(one[:2].rjust(2, "0") for one in parts)


def _srgb(found: color4.Color) -> Sequence[float]:
    """Give red, green and blue from 0 to 1."""
    if found.space in _SCREENS:
        return [one or 0 for one in found.coordinates]
    if found.space in {"oklab", "oklch"}:
        return _shown(found.to("xyz-d65").coordinates)
    if found.space in {"lab", "lch"}:
        xyz = found.to("xyz-d50").coordinates
        return _shown([one * to / of for one, to, of in zip(xyz, color4.D65, color4.D50, strict=True)])
    return tuple(found.to("srgb").coordinates)


def _shown(xyz: Sequence[float]) -> Sequence[float]:
    linear = (sum(factor * one for factor, one in zip(row, xyz, strict=True)) for row in _SRGB)
    return [1.055 * one ** (1 / 2.4) - 0.055 if one > _LINEAR else 12.92 * one for one in linear]
