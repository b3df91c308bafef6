"""How what stands in the lines of WordprocessingML is read: words, references, links, fields, bookmarks and changes."""

from contextlib import suppress

from briefgen.formats.docx.course import Course, Handler
from briefgen.formats.docx.listing import LISTED, mark_in
from briefgen.formats.docx.names import listed
from briefgen.formats.docx.pieces import (
    Closing,
    CommentEdge,
    CrossMark,
    Node,
    NoteMark,
    Opening,
    attribute,
    is_toggled,
    name_of,
    value_of,
    written_out,
)
from briefgen.formats.printed.marks import is_mark
from briefgen.text import canonicalise

# ECMA-376 part 1, 17.3.3: what stands for a character within a run.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def _run(course: Course, node: Node) -> None:
    style = value_of(node, "rPr", "rStyle")
    if style in course.mark_styles and not course.has_words and not course.apart:
        return
    is_hidden = course.view.hides(node)
    course.hidden += is_hidden
    course.inside(node)
    course.hidden -= is_hidden


def _text(course: Course, node: Node) -> None:
    """Read words, less the mark of a note that they may begin with."""
    course.say((node.text or "")[course.cut.pop(node, 0) :], node)


def _character(course: Course, node: Node) -> None:
    course.say(_CHARACTERS[name_of(node)], node)


def _symbol(course: Course, node: Node) -> None:
    with suppress(ValueError, OverflowError):
        course.say(canonicalise(chr(int(attribute(node, "char"), 16))), node)


def _note(course: Course, node: Node) -> None:
    """Read a reference to a note; the first word after it is its mark, if that is written out."""
    if course.is_silent:
        return
    key, shown = f"{name_of(node).removesuffix('Reference')} {attribute(node, 'id')}", ""
    if is_toggled(attribute(node, "customMarkFollows") or "0"):
        letters = {text: (text.text or "").partition(" ")[0] for text in written_out(node)}
        shown = "".join(letters.values())
        shown = shown if is_mark(shown) else ""
        course.cut.update((text, len(part)) for text, part in letters.items() if shown)
    course.pieces.append(NoteMark(key, shown))


def _link(course: Course, node: Node) -> None:
    """Read a link; one to a note in a list that shows its mark, and nothing else, is a reference."""
    number = listed(attribute(node, "anchor"))
    shown = mark_in(node, course.mark_styles) if number in course.listed else ""
    if not shown:
        course.inside(node)
    elif not course.is_silent:
        course.pieces.append(NoteMark(f"{LISTED} {number}", shown))


def _tracked(course: Course, node: Node) -> None:
    course.within(node, node)


def _move(course: Course, node: Node) -> None:
    course.move = attribute(node, "name")


def _comment(course: Course, node: Node) -> None:
    course.pieces.append(CommentEdge(attribute(node, "id")))


def _bookmark(course: Course, node: Node) -> None:
    key = attribute(node, "id")
    is_start = name_of(node) == "bookmarkStart"
    course.pieces.append(Opening(key, attribute(node, "name")) if is_start else Closing(key))


def _turned(course: Course, node: Node) -> None:
    outer, course.way = course.way, "rtl" if attribute(node, "val") == "rtl" else "ltr"
    course.inside(node)
    course.way = outer


def _simple_field(course: Course, node: Node) -> None:
    with course.fields.around(attribute(node, "instr")):
        _cross(course, course.fields.result())
        course.inside(node)


def _field_mark(course: Course, node: Node) -> None:
    _cross(course, course.fields.mark(node))


def _instruction(course: Course, node: Node) -> None:
    course.fields.instruct(node.text or "")


def _cross(course: Course, bookmark: str) -> None:
    """Take the reference that the result of a field is, if it is one."""
    if bookmark and not course.is_silent:
        course.pieces.append(CrossMark(bookmark))


IN_LINES: dict[str, Handler] = {
    "r": _run,
    "t": _text,
    "delText": _text,
    "sym": _symbol,
    **dict.fromkeys(_CHARACTERS, _character),
    "footnoteReference": _note,
    "endnoteReference": _note,
    "hyperlink": _link,
    "ins": _tracked,
    "del": _tracked,
    "moveTo": _tracked,
    "moveFrom": _tracked,
    "moveToRangeStart": _move,
    "moveFromRangeStart": _move,
    "commentRangeStart": _comment,
    "commentRangeEnd": _comment,
    "commentReference": _comment,
    "bookmarkStart": _bookmark,
    "bookmarkEnd": _bookmark,
    "bdo": _turned,
    "fldSimple": _simple_field,
    "fldChar": _field_mark,
    "instrText": _instruction,
}
"""How elements that stand in lines are read, by their names."""
