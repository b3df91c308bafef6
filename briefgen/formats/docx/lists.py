"""List numbering: the styles List Bullet and List Number carry a definition, each ordered list a number of its own."""

from briefgen.formats.docx.elements import Element, el
from briefgen.formats.docx.names import W
from briefgen.formats.docx.styles import Styles

STEP = 357
"""How far a list is set in from the text around it, in twips (0.63 cm)."""
_DEPTH = 9
"""Levels of a list (ECMA-376 part 1, 17.9.6)."""
_BULLETS, _NUMBERS = ("•", "–", "•"), ("decimal", "lowerLetter", "lowerRoman")
# ECMA-376 part 1, 17.3.1.26: what stands before w:numPr in w:pPr.
_BEFORE_NUMBERING = {f"{{{W}}}{tag}" for tag in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}


def _level(depth: int, shape: str, mark: str) -> Element:
    indent = el("pPr", el("ind", left=STEP * (depth + 1), hanging=STEP))
    start, form, text = el("start", val=1), el("numFmt", val=shape), el("lvlText", val=mark)
    return el("lvl", start, form, text, el("lvlJc", val="left"), indent, ilvl=depth)


def _levels(*, ordered: bool) -> list[Element]:
    if ordered:
        return [_level(depth, _NUMBERS[depth % 3], f"%{depth + 1}.") for depth in range(_DEPTH)]
    return [_level(depth, "bullet", _BULLETS[depth % 3]) for depth in range(_DEPTH)]


def reference(number: int, depth: int) -> Element:
    """Make the `w:numPr` of a paragraph in list `number`; lists deeper than Word knows stay at its last level."""
    return el("numPr", el("ilvl", val=min(depth, _DEPTH - 1)), el("numId", val=number))


class Lists:
    """The lists of a file. What a reference document says of its list styles is kept; what it leaves open is added."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root = root
        self._bullets = self._definition(styles.element("List Bullet"), ordered=False)
        self._numbers = self._definition(styles.element("List Number"), ordered=True)

    def bullets(self) -> int:
        """Give the number that every list of bullets shares."""
        return self._bullets

    def ordered(self, start: int, depth: int) -> int:
        """Give the number of a new ordered list that begins with `start` at this depth (0 is the outermost)."""
        override = el("lvlOverride", el("startOverride", val=max(start, 0)), ilvl=min(depth, _DEPTH - 1))
        return self._number(self._shape(self._numbers), override)

    def _definition(self, style: Element, *, ordered: bool) -> int:
        """Give the list number that a style carries, or make one and give it to the style."""
        for found in style.iterfind(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId"):
            if (number := int(found.get(f"{{{W}}}val", "0"))) in self._taken("num"):
                return number
        shape = max(self._taken("abstractNum"), default=-1) + 1
        made = el("abstractNum", el("multiLevelType", val="multilevel"), *_levels(ordered=ordered), abstractNumId=shape)
        self._root.insert(self._end("abstractNum"), made)
        number = self._number(shape)
        _carry(style, number)
        return number

    def _number(self, shape: int, *overrides: Element) -> int:
        number = max(self._taken("num"), default=0) + 1
        self._root.insert(self._end("num"), el("num", el("abstractNumId", val=shape), *overrides, numId=number))
        return number

    def _shape(self, number: int) -> int:
        (found,) = self._root.iterfind(f"{{{W}}}num[@{{{W}}}numId='{number}']/{{{W}}}abstractNumId")
        return int(found.get(f"{{{W}}}val", "0"))

    def _taken(self, tag: str) -> set[int]:
        return {int(one.get(f"{{{W}}}{tag}Id", "0")) for one in self._root.iterchildren(f"{{{W}}}{tag}")}

    def _end(self, tag: str) -> int:
        """Where the next `tag` goes: picture bullets come first, then definitions, then numbers, then the rest."""
        order = ("numPicBullet", "abstractNum", "num")
        before = {f"{{{W}}}{one}" for one in order[: order.index(tag) + 1]}
        return sum(1 for child in self._root if child.tag in before)


def _carry(style: Element, number: int) -> None:
    """Give a list number to a paragraph style."""
    properties = style.find(f"{{{W}}}pPr")
    if properties is None:
        properties = el("pPr")
        face = style.find(f"{{{W}}}rPr")
        style.insert(len(style) if face is None else style.index(face), properties)
    for old in properties.findall(f"{{{W}}}numPr"):
        properties.remove(old)
    place = sum(1 for child in properties if child.tag in _BEFORE_NUMBERING)
    properties.insert(place, el("numPr", el("numId", val=number)))
