"""Tracked changes of a tree of WordprocessingML, accepted: what is left says what a reader of the file reads."""

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.names import W

_GONE = tuple(f"{{{W}}}{name}" for name in ("del", "moveFrom"))
_COME = tuple(f"{{{W}}}{name}" for name in ("ins", "moveTo"))
_TOLD = tuple(
    f"{{{W}}}{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
        "sectPrChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "cellIns",
    )
)  # fmt: skip
_FACE, _ROW_LOOK, _PARAGRAPH, _LOOK = (f"{{{W}}}{name}" for name in ("rPr", "trPr", "p", "pPr"))


def settle(root: Element) -> None:
    """Accept every tracked change below `root`, in place.

    A paragraph whose mark is deleted goes on in the next one beside it (ECMA-376 part 1, 17.13.5.15). Changes of looks
    are forgotten; a deleted cell stays, empty, for tables keep their shape.
    """
    joined = []
    for node in list(root.iter(*_GONE)):
        holder = node.getparent()
        if holder is None:
            continue
        if holder.tag == _ROW_LOOK:
            _remove(holder.getparent())
        elif holder.tag == _FACE:
            joined.append(holder)
        else:
            _remove(node)
    for node in list(root.iter(*_COME)):
        _unwrap(node)
    for node in list(root.iter(*_TOLD)):
        _remove(node)
    for face in reversed(joined):
        _join(face)


def _remove(node: Element | None) -> None:
    if node is not None and (holder := node.getparent()) is not None:
        holder.remove(node)


def _unwrap(node: Element) -> None:
    """Let the children of an element stand in its place."""
    holder = node.getparent()
    if holder is not None:
        for child in list(node):
            node.addprevious(child)
        holder.remove(node)


def _join(face: Element) -> None:
    """Let a paragraph, of whose mark this is the look, go on in the next one."""
    for mark in face.findall(_GONE[0]) + face.findall(_GONE[1]):
        face.remove(mark)
    paragraph = next(face.iterancestors(_PARAGRAPH), None)
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != _PARAGRAPH:
        return
    look = following.find(_LOOK)
    place = 0 if look is None else following.index(look) + 1
    following[place:place] = [child for child in paragraph if child.tag != _LOOK]
    _remove(paragraph)
