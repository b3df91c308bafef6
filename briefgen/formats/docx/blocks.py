"""Blocks as paragraphs and tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.formats.docx.draft import Part
from briefgen.formats.docx.elements import Element, bookmarked, el, paragraph, run, words
from briefgen.formats.docx.inline import inline
from briefgen.formats.docx.lists import STEP, reference
from briefgen.formats.docx.pictures import unclipped
from briefgen.formats.docx.tables import BOX_MARGINS, Room, boxed, narrowed, table
from briefgen.model.tree import (
    BlockQuote,
    CodeBlock,
    Group,
    Heading,
    Inline,
    ItemList,
    Node,
    Paragraph,
    Rule,
    Table,
    spoken,
)
from briefgen.text import canonicalise, display

INSET = 397
"""How far a quotation is set in, in twips, as the built-in style says."""
_INSET = frozenset({"Quote", "Source Line", "Translation"})
_BENEATH = frozenset({"source-line", "translation"})
_LEADING = frozenset({"question", "pointer", "remark"})
_ITEMS = {True: "List Number", False: "List Bullet"}
GROUPS = {"box": ("Box", "Box Heading"), "key-points": ("Key Point", "")}
"""The styles of ordinary paragraphs and of headings in a group of this role; in any other they are as outside."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks are set here.

    `width` is the room there is, in twips; `body` the style of an ordinary paragraph and `heading` of a heading (empty:
    by its level, less `raised`); `depth` counts the lists around (-1: none), `indent` how far they and outer quotations
    set this in; `stays` keeps the last paragraph on the page of what follows, and `parts` does not, whatever its style
    says.
    """

    width: int
    body: str = "Body Text"
    heading: str = ""
    raised: int = 0
    depth: int = -1
    indent: int = 0
    stays: bool = False
    parts: bool = False


def blocks(nodes: Sequence[Node], part: Part, setting: Setting) -> list[Element]:
    """Give the elements of `nodes`.

    Each table has a gap after it: Word makes one of two neighbours, and a story may not end with one.
    """
    made: list[Element] = []
    for node, following in zip(nodes, (*nodes[1:], None), strict=False):
        stays = setting.stays if following is None else _stay_together(node, following)
        parts = _parts(node, following)
        is_same = (stays, parts) == (setting.stays, setting.parts)
        made.extend(_block(node, part, setting if is_same else replace(setting, stays=stays, parts=parts)))
    return made


def _stay_together(node: Node, following: Node) -> bool:
    """Say whether a block belongs to the one above it: what is under a quotation, and a table to what names it."""
    names = isinstance(node, Paragraph) and node.role in _BENEATH | {"caption"}
    if isinstance(following, Table):
        return names
    return isinstance(following, Paragraph) and following.role in _BENEATH


def _parts(node: Node, following: Node | None) -> bool:
    """Say whether a page may end after what usually leads to something: here nothing comes of it.

    Else a row of topics that found nothing would have to stand on one page.
    """
    return isinstance(node, Paragraph) and node.role in _LEADING and isinstance(following, Heading)


def _block(node: Node, part: Part, setting: Setting) -> list[Element]:
    match node:
        case Paragraph(children, role):
            held = inline(children, replace(part, room=_room(setting).width))
            made = [_paragraph(held, part, setting, part.draft.styles.role(role) or setting.body)]
        case Heading(level, children):
            made = [_heading(min(max(level - setting.raised, 1), 3), children, part, setting)]
        case BlockQuote(inner):
            indent = setting.indent + (INSET if setting.body == "Quote" else 0)
            made = blocks(inner, part, replace(setting, body="Quote", indent=indent))
        case ItemList():
            made = _list(node, part, setting)
        case Table():
            made = [one for each in narrowed(node) for one in (table(each, part, _room(setting)), _gap(part))]
        case CodeBlock(text):
            made = [_paragraph(_lines(text), part, setting, "Code")]
        case Rule():
            made = [_paragraph([], part, setting, "Rule")]
        case Group(role, inner):
            made = _group(role, inner, part, setting)
    return made


def _heading(level: int, children: tuple[Inline, ...], part: Part, setting: Setting) -> Element:
    made = inline(children, part)
    if setting.heading or part.is_notes:
        style = setting.heading or f"Heading {level}"
        return paragraph(part.style(style), made, part.draft.styles.uncounted(style))
    name = part.draft.note_heading(level, display(spoken(children)))
    return paragraph(part.style(f"Heading {level}"), bookmarked(name, part.draft.next_bookmark(), made))


def _group(role: str, inner: Sequence[Node], part: Part, setting: Setting) -> list[Element]:
    body, heading = GROUPS.get(role, (setting.body, setting.heading))
    within = replace(setting, body=body, heading=heading)
    if role != "box":
        return blocks(inner, part, within)
    room = _room(setting)
    inside = replace(within, width=room.width - BOX_MARGINS, depth=-1, indent=0, stays=False)
    return [_gap(part, stays=True), boxed(blocks(inner, part, inside), part, room), _gap(part)]


def _room(setting: Setting) -> Room:
    left = setting.indent + (INSET if setting.body == "Quote" else 0)
    return Room(left, max(setting.width - left, 1440))


def _gap(part: Part, *, stays: bool = False) -> Element:
    """Make room before or after a table, which has no space of its own; what is before one `stays` with it."""
    return paragraph(part.style("Table Gap"), (), [el("keepNext")] if stays else [])


def _paragraph(
    children: Sequence[Element], part: Part, setting: Setting, style: str, number: int | None = None
) -> Element:
    """Make a paragraph; with `number`, the one that carries an item's mark in the list of that number."""
    left = setting.indent + (INSET if style in _INSET or setting.body == "Quote" else 0)
    properties = [el("keepNext")] if setting.stays else [el("keepNext", val=0)] if setting.parts else []
    if number is not None:
        properties += [reference(number, setting.depth), *unclipped(children)]
        if left != STEP * (setting.depth + 1):
            properties.append(el("ind", left=left, hanging=STEP))
    else:
        properties += unclipped(children)
        properties += [el("ind", left=left)] if setting.indent else []
    return paragraph(part.style(style), children, properties)


def _list(content: ItemList, part: Part, setting: Setting) -> list[Element]:
    depth = setting.depth + 1
    lists = part.draft.lists
    number = lists.ordered(content.start, depth) if content.ordered else lists.bullets()
    within = replace(setting, depth=depth, indent=setting.indent + STEP, stays=False)
    style = _ITEMS[content.ordered] if setting.body == "Body Text" else setting.body
    made: list[Element] = []
    for item in content.items:
        head, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
        made.append(
            _paragraph(inline(head.children, part), part, within, part.draft.styles.role(head.role) or style, number)
        )
        made.extend(blocks(rest, part, within))
    return made


def _lines(text: str) -> list[Element]:
    """Give the lines of a code block as one run, with breaks between them and tabs as tabs."""
    made: list[Element] = []
    for number, line in enumerate(canonicalise(text).rstrip("\n").split("\n")):
        made += [el("br")] if number else []
        for place, piece in enumerate(line.split("\t")):
            made += [el("tab")] if place else []
            made.append(words(piece))
    return [run(*made)]
