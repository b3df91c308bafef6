"""WordprocessingML as a flat run of pieces: words, edges of paragraphs and bookmarks, references, tracked changes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.formats.docx.names import MC, W

if TYPE_CHECKING:
    from briefgen.model.claim import Change

Node = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements


@dataclass(frozen=True, slots=True)
class Track:
    """A change that is still tracked, and whose it is; `move` is the name by which the two ends of a move agree."""

    change: "Change"
    author: str
    move: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, as they stand, and the element that holds them: at its end, where part of it does not count.

    `track` says how they came here, where that is still tracked; `is_contents`, that they stand in a table of contents.
    """

    text: str
    node: Node
    track: Track | None = None
    is_contents: bool = False


@dataclass(frozen=True, slots=True)
class Struck:
    """Words, or the mark of a paragraph (¶), that a tracked change takes away. They do not count."""

    text: str
    track: Track


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph is set and where: what it says itself, as it stands, and empty where it says nothing.

    `style` is the id of its style, `left` and `right` are its indents, `list` is the number of its list and `outline`
    its level as a heading, from 0. `table`, `row` and `box` count from 1 and are 0 outside of any.
    """

    style: str = ""
    left: str = ""
    right: str = ""
    list: str = ""
    outline: str = ""
    table: int = 0
    row: int = 0
    box: int = 0


@dataclass(frozen=True, slots=True)
class Begin:
    """A paragraph begins."""

    form: Form


@dataclass(frozen=True, slots=True)
class Finish:
    """A paragraph ends; `joined` when its mark does not count, so that the next one goes on in it.

    `track` says how the mark came or goes.
    """

    joined: bool = False
    track: Track | None = None


@dataclass(frozen=True, slots=True)
class CommentEdge:
    """The comment of this id begins, ends or has its sign here."""

    id: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A bookmark opens. Its end knows it by this id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The bookmark of this id closes."""

    id: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note is referred to: `note` is its kind and id; `shown` its mark where that is written out, else empty."""

    note: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class CrossMark:
    """A note is referred to once more, by the bookmark around its first reference."""

    bookmark: str


Piece = Words | Struck | Begin | Finish | Opening | Closing | CommentEdge | NoteMark | CrossMark

_SPACES = frozenset(
    {
        W,
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the same words, in the strict form of ISO/IEC 29500
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        MC,
    }
)


def name_of(node: Node) -> str:
    """Give the name of an element of WordprocessingML, or of what may stand within it; empty for any other."""
    space, _, name = str(node.tag)[1:].rpartition("}")  # the tag of an entity is a function
    return name if space in _SPACES else ""


def written_out(reference: Node) -> list[Node]:
    """Give the elements that hold a note's mark where it is written out behind its reference (17.11.14).

    That is the one behind it, or, where it holds a digit or letter alone, all those of a number ("1", "0") or of a
    lettering ("a", "a"): we write marks so.
    """
    held: list[Node] = []
    for node in reference.itersiblings():
        if name_of(node) != "t" or (held and not _goes_on(held[0].text or "", node.text or "")):
            break
        held.append(node)
    return held


def _goes_on(first: str, letter: str) -> bool:
    return len(first) == len(letter) == 1 and (letter == first or f"{first}{letter}".isdecimal())


def attribute(node: Node, name: str) -> str:
    """Give an attribute in an element's own namespace; empty when it is absent."""
    return node.get(f"{node.tag.rpartition('}')[0]}}}{name}", "")


def below(node: Node, *path: str) -> Node | None:
    """Give the first descendant along a path of names in an element's own namespace."""
    space = node.tag.rpartition("}")[0]
    tags = [f"{space}}}{name}" for name in path]
    if len(tags) == 1:  # most are, and it is found the quicker so
        return next(node.iterchildren(tags[0]), None)
    return node.find("/".join(tags))


def value_of(node: Node, *path: str) -> str:
    """Give the `val` of the first descendant along a path; empty where there is none."""
    found = below(node, *path)
    return "" if found is None else attribute(found, "val")


def is_toggled(value: str) -> bool:
    """Read a toggle (ECMA-376 part 1, 17.17.4)."""
    return value.lower() not in {"0", "false", "off"}


def form_of(node: Node) -> Form:
    """Give how a paragraph, or a style of paragraphs, says that it is set."""
    said = below(node, "pPr")
    if said is None:
        return Form()
    indents = below(said, "ind")
    sides = (("left", "start"), ("right", "end"))
    left, right = ("", "") if indents is None else (attribute(indents, a) or attribute(indents, b) for a, b in sides)
    return Form(value_of(said, "pStyle"), left, right, value_of(said, "numPr", "numId"), value_of(said, "outlineLvl"))
