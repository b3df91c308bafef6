"""WordprocessingML, made flat.

What counts is what a reader would see if every change were accepted: insertions, moves to here, content controls, smart
tags, links and results of fields; not deletions, moves from here, what no reader sees or sees struck out, the marks of
notes, or the readings over ruby. Text boxes follow the rest, each once.
"""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.formats.docx.course import CHANGES, REMOVALS, Box, Cells, Course, Handler
from briefgen.formats.docx.defined import NO_STYLES, Sheet
from briefgen.formats.docx.lines import IN_LINES
from briefgen.formats.docx.pieces import (
    Begin,
    Finish,
    Form,
    Node,
    Piece,
    attribute,
    below,
    form_of,
    is_toggled,
    name_of,
)
from briefgen.formats.docx.sight import view

_PROPERTIES = frozenset(
    {
        "pPr",
        "rPr",
        "ctrlPr",
        "tblPr",
        "tblPrEx",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "rubyPr",
        "rt",
    }
)
_NONE: Mapping[str, Node] = {}


def pieces(
    root: Node,
    mark_styles: frozenset[str] = frozenset(),
    sheet: Sheet = NO_STYLES,
    listed: Mapping[str, Node] = _NONE,
) -> list[Piece]:
    """Flatten everything below `root`.

    `mark_styles` are the ids of the character styles for a note's mark: a run in one of them at the very beginning is
    the note's own mark, and does not count. `sheet` has the styles. `listed` are the paragraphs that are notes, by
    their numbers (see `listing`): they are left out, and links to them in one of `mark_styles` are references. lxml
    refuses XML that is nested more than 256 deep, so this may recurse.
    """
    course = Course(root, _HANDLERS, mark_styles, sheet, listed)
    course.inside(root)
    _read_boxes(course)
    return course.pieces


def _read_boxes(course: Course) -> None:
    """Read the text boxes that were met, and those within them."""
    while course.boxes:
        box = course.boxes.popleft()
        course.added, course.differs = list(box.added), box.differs
        course.box += 1
        course.pieces.append(Finish())
        course.inside(box.node)


def _paragraph(course: Course, node: Node) -> None:
    if node in course.apart:
        return
    form, face = _form(course, node), below(node, "pPr", "rPr")
    outer, course.view = course.view, view(course.sheet, node)
    course.pieces.append(Begin(form))
    course.inside(node)
    course.pieces.append(_finish(course, face))
    course.view = outer


def _form(course: Course, node: Node) -> Form:
    cells = course.tables[-1] if course.tables else Cells(0)
    return replace(form_of(node), table=cells.table, row=cells.row, box=course.box)


def _finish(course: Course, face: Node | None) -> Finish:
    """Read a paragraph's mark. One that is hidden joins, as in a heading that runs on into its paragraph."""
    changes = [] if face is None else [one for one in face if name_of(one) in CHANGES]
    removal = next((course.track(one) for one in changes if name_of(one) in REMOVALS), None)
    addition = next((course.track(one) for one in changes), course.added[-1] if course.added else None)
    return Finish(removal is not None or _is_on(face, "vanish"), removal or addition)


def _is_on(face: Node | None, name: str) -> bool:
    found = None if face is None else below(face, name)
    return found is not None and is_toggled(attribute(found, "val"))


def _table(course: Course, node: Node) -> None:
    """Read a table. No paragraph goes on in it."""
    course.pieces.append(Finish())
    course.met += 1
    course.tables.append(Cells(course.met))
    course.inside(node)
    course.tables.pop()


def _row(course: Course, node: Node) -> None:
    change = _first(node, ("trPr", "del"), ("trPr", "ins"))
    if course.tables and (change is None or name_of(change) not in REMOVALS):
        course.tables[-1].row += 1
    course.within(change, node)


def _cell(course: Course, node: Node) -> None:
    """Read a cell. No paragraph goes on in the next one."""
    course.within(_first(node, ("tcPr", "cellDel"), ("tcPr", "cellIns")), node)
    course.pieces.append(Finish())


def _first(node: Node, *paths: tuple[str, str]) -> Node | None:
    return next((found for path in paths if (found := below(node, *path)) is not None), None)


def _alternative(course: Course, node: Node) -> None:
    """Read one of several ways to say the same, of which each program shows what it knows (ECMA-376 part 3, 7.5).

    Words of the line itself are not told: no program writes such twice. Those of text boxes are, if all are alike.
    """
    offers = [one for one in node if name_of(one) in {"Choice", "Fallback"}]
    said = {one: "".join(text.text or "" for text in one.iter("{*}t")) for one in offers}
    outer, course.differs = course.differs, course.differs or len(set(said.values())) > 1
    course.doubtful(max(offers, key=lambda one: len(said[one]), default=node))
    course.differs = outer


def _control(course: Course, node: Node) -> None:
    """Read a content control. The words of one that is bound to data are put there anew when the file is opened."""
    if node.find("{*}sdtPr/{*}dataBinding") is None:
        course.inside(node)
    else:
        course.doubtful(node)


def _box(course: Course, node: Node) -> None:
    if not course.is_silent:
        course.boxes.append(Box(node, tuple(course.added[-1:]), course.differs))


def _pass(_course: Course, _node: Node) -> None:
    """Read nothing."""


_HANDLERS: dict[str, Handler] = {
    **IN_LINES,
    "p": _paragraph,
    "tbl": _table,
    "tr": _row,
    "tc": _cell,
    "AlternateContent": _alternative,
    "sdt": _control,
    "txbxContent": _box,
    **dict.fromkeys(_PROPERTIES, _pass),
}
