"""How the letters of a Word file are set, as far as it decides whether a reader sees them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from briefgen.formats.docx.pieces import Node, attribute, is_toggled, name_of
from briefgen.formats.printed.sight import is_near

_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE, _NO_COLOR = "FFFFFF", "none"
_PAPER = frozenset({"background1", "light1"})
_SMALLEST, _NARROWEST = 6, 10
"""Half points that letters are high, and hundredths of their width that they are wide, at least, to be read."""
_EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FILL = f"{_EFFECTS}textFill"
_LETTERS = frozenset({"color", "shd", "highlight", "sz", "w", "strike", "dstrike", _FILL})
_HIGHLIGHTS = {"": "", "none": "", "white": _WHITE, "black": "000000"}
_MARKED = "FFFF00"


@dataclass(frozen=True, slots=True)
class Face:
    """What a run, or a style, says of its letters; empty where it says nothing. Colours are in hexadecimal."""

    color: str = ""
    ground: str = ""
    size: str = ""
    width: str = ""
    struck: str = ""

    def over(self, under: "Face") -> "Face":
        """Give this, with what it does not say itself as `under` says it."""
        if self is PLAIN or under is PLAIN:
            return under if self is PLAIN else self
        return Face(*(getattr(self, one.name) or getattr(under, one.name) for one in fields(self)))

    @property
    def is_gone(self) -> bool:
        """Whether the letters are struck out, have no colour, or are too small or too narrow to be read."""
        is_little = _number(self.size, _SMALLEST) < _SMALLEST or _number(self.width, _NARROWEST) < _NARROWEST
        return is_little or self.struck == "1" or self.color == _NO_COLOR

    def is_faint(self, paper: str) -> bool:
        """Whether the letters have the colour of what is behind them: of `paper`, where they stand on nothing else."""
        return bool(_valid(self.color)) and is_near(self.color, self.ground or paper or _WHITE)


PLAIN = Face()
"""Letters of which nothing is said."""


def told(said: Node | None) -> dict[str, Node]:
    """Give what properties (`w:rPr`, `w:pPr`, `w:tcPr`) say, by the names of their elements: the first of each."""
    return {} if said is None else {name_of(one) or str(one.tag): one for one in reversed(said)}


def face_of(said: Mapping[str, Node]) -> Face:
    """Read what is said of letters."""
    if _LETTERS.isdisjoint(said):
        return PLAIN
    struck = [is_toggled(attribute(said[name], "val")) for name in ("strike", "dstrike") if name in said]
    is_struck = str(int(any(struck))) if struck else ""
    return Face(_color(said), ground(said), _value(said, "sz"), _value(said, "w"), is_struck)


def ground(said: Mapping[str, Node]) -> str:
    """Give the colour behind letters that a run, a paragraph or a cell names; else nothing."""
    filled = _valid(attribute(said["shd"], "fill")) if "shd" in said else ""
    return _HIGHLIGHTS.get(_value(said, "highlight"), _MARKED) or filled


def _color(said: Mapping[str, Node]) -> str:
    """Give the colour of letters; that of an effect, which Word shows in its place, comes first."""
    if _FILL in said:
        if said[_FILL].find(f"{_EFFECTS}noFill") is not None:
            return _NO_COLOR
        return next((_valid(one.get(f"{_EFFECTS}val", "")) for one in said[_FILL].iter(f"{_EFFECTS}srgbClr")), "")
    if "color" not in said:
        return ""
    return _WHITE if attribute(said["color"], "themeColor") in _PAPER else _valid(_value(said, "color"))


def _value(said: Mapping[str, Node], name: str) -> str:
    return attribute(said[name], "val") if name in said else ""


def _valid(color: str) -> str:
    return color if _COLOR.fullmatch(color) else ""


def _number(text: str, usual: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(_WHITE) else usual
