"""Which lists of a Word file are numbered, and how deep a paragraph stands in one, as the file is read."""

from briefgen.formats.docx.pieces import Node, attribute, name_of, value_of

_DEEPEST = 8
"""The last level of a list, from 0 (ECMA-376 part 1, 17.9.6)."""


class Numbering:
    """The lists of a file, from the root of the part that defines them (None: there is none)."""

    def __init__(self, root: Node | None) -> None:
        nodes = () if root is None else tuple(root)
        shapes = {attribute(one, "abstractNumId"): one for one in nodes if name_of(one) == "abstractNum"}
        numbers = [one for one in nodes if name_of(one) == "num"]
        self._shapes = {attribute(one, "numId"): shapes.get(value_of(one, "abstractNumId")) for one in numbers}

    def is_ordered(self, number: str, depth: int) -> bool:
        """Say whether a list counts its items at a depth; what is not defined has bullets."""
        shape = self._shapes.get(number)
        levels = () if shape is None else (one for one in shape if name_of(one) == "lvl")
        level = next((one for one in levels if attribute(one, "ilvl") == str(depth)), None)
        return level is not None and value_of(level, "numFmt") not in {"", "bullet", "none"}


def depth_of(paragraph: Node | None) -> int:
    """Give how deep a paragraph of a list says that it stands, from 0."""
    said = "" if paragraph is None else value_of(paragraph, "pPr", "numPr", "ilvl")
    return min(int(said), _DEEPEST) if said.isdecimal() and len(said) < _DEEPEST else 0


def paragraph_of(node: Node) -> Node | None:
    """Give the paragraph that an element stands in."""
    found: Node | None = node
    while found is not None and name_of(found) != "p":
        found = found.getparent()
    return found
