"""The tree of a page as a brief's tree: what is quoted, what is noted, and the paragraphs of all else."""

from dataclasses import dataclass, field

from briefgen.formats.claims.reading import CELL
from briefgen.formats.claims.words import flat
from briefgen.formats.html.looks import DOUBTFUL
from briefgen.formats.html.names import MARKING, ROLES
from briefgen.formats.html.noted import noted
from briefgen.formats.html.opened import Element, walk
from briefgen.formats.html.sight import FAINT, INLINE, seen
from briefgen.formats.printed.names import printing
from briefgen.formats.printed.sight import turned, unread
from briefgen.model.tree import (
    BlockQuote,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Node,
    Note,
    NoteRef,
    Paragraph,
    Quoted,
    Text,
    Tree,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_APART = frozenset({"header", "footer", "nav", "figcaption", "caption", "address", "dt"})
"""Elements whose words are not the prose of the page."""
_SHOWN_INPUTS = frozenset({"text", "search", "button", "submit", "reset"})
_MARKS = (("“", "”"), ("‘", "’"))
"""What browsers put around a `q`, and around one within it."""


@dataclass(slots=True)
class _Frame:
    """An element that holds blocks, while it is being read; `items` are the finished ones of a list."""

    element: Element | None
    nodes: list[Node] = field(default_factory=list)
    items: list[tuple[Node, ...]] = field(default_factory=list)


def tree_of(root: Element) -> Tree:
    """Give a page as a tree. Where emphasis is, or a link, is no matter here: it says nothing of what is claimed."""
    flow = _Flow(root)
    for event, element in walk(root):
        flow.take(event, element)
    return flow.tree()


class _Flow:
    """Takes the elements of a page in their order; words gather until a block begins or ends."""

    def __init__(self, root: Element) -> None:
        self._noted = noted(root)
        self._frames = [_Frame(None)]
        self._run: list[Inline] = []
        self._notes: dict[str, Note] = {}
        self._printing: list[tuple[str, int] | None] = []
        self._ways = [""]
        self._quotes = self._muted = 0

    def tree(self) -> Tree:
        """Give what was taken."""
        self._flush(None)
        return Tree(tuple(self._frames[0].nodes), tuple(self._notes.values()))

    def take(self, event: str, element: Element) -> None:
        """Take the start or the end of an element, with the words that follow directly."""
        if event == "start":
            self._start(element)
            self._say(element.text)
            return
        if event == "end":
            self._end(element)
        self._say(element.tail)

    def _say(self, text: str | None) -> None:
        if text and not self._muted:
            way = self._ways[-1]
            text = unread(text) if way in {DOUBTFUL, FAINT} else turned(text, way) if way else text
            named = next((one for one in reversed(self._printing) if one), None)
            self._run.append(Quoted(*named, text) if named else Text(text))

    def _start(self, element: Element) -> None:
        tag = str(element.tag)
        if element in self._noted.held or tag not in INLINE:
            self._begin(element, tag)
        self._printing.append(printing(element.get("id", "")))
        self._ways.append(seen(element, self._ways[-1]))
        if tag == "br":
            self._run.append(LineBreak())
        elif tag == "q":
            self._say(_MARKS[self._quotes % 2][0])
            self._quotes += 1
        elif tag == "input" and element.get("type", "text").lower() in _SHOWN_INPUTS:
            self._say(unread(element.get("value", "")))
        elif element in self._noted.references:
            self._run.append(NoteRef(self._noted.references[element]))
        self._muted += self._is_mute(element)

    def _end(self, element: Element) -> None:
        tag = str(element.tag)
        self._muted -= self._is_mute(element)
        if tag == "q":
            self._quotes -= 1
            self._say(_MARKS[self._quotes % 2][1])
        self._printing.pop()
        self._ways.pop()
        if element in self._noted.held or tag not in INLINE:
            self._finish(element, tag)

    def _is_mute(self, element: Element) -> bool:
        """Say whether what an element holds is no text of the page: marks of notes, ways back, the list of contents."""
        if element in self._noted.references or element in self._noted.marks:
            return True
        is_contents = element.tag == "nav" and element.get("role") == "doc-toc"
        return is_contents and all(each.element is None or each.element.tag != "blockquote" for each in self._frames)

    def _begin(self, element: Element, tag: str) -> None:
        self._flush(element.getparent())
        if element in self._noted.held or _holds(element, tag):
            self._frames.append(_Frame(element))

    def _finish(self, element: Element, tag: str) -> None:
        self._flush(element)
        if self._frames[-1].element is not element:
            return
        frame = self._frames.pop()
        above, nodes = self._frames[-1], tuple(frame.nodes)
        if label := self._noted.held.get(element, ""):
            self._notes.setdefault(label, Note(label, nodes[_says(nodes, label) :]))
        elif tag == "blockquote":
            above.nodes.append(BlockQuote(nodes))
        elif tag in {"ul", "ol", "menu"}:
            above.nodes.append(ItemList((*frame.items, *((nodes,) if nodes else ()))))
        elif tag == "li" and above.element is not None and above.element.tag in {"ul", "ol", "menu"}:
            above.items.append(nodes)
        else:
            above.nodes.append(Group(CELL if tag in {"td", "th"} else element.get("class", "").strip(), nodes))

    def _flush(self, element: Element | None) -> None:
        """End the paragraph that the words so far are, in the element that it stands in."""
        run, self._run = tuple(self._run), []
        if not any(isinstance(one, NoteRef) or (isinstance(one, Text | Quoted) and one.text.strip()) for one in run):
            return
        level = _HEADINGS.get(str(element.tag)) if element is not None else None
        self._frames[-1].nodes.append(Heading(level, run) if level else Paragraph(run, _role(element)))


def _says(nodes: tuple[Node, ...], mark: str) -> bool:
    """Say whether blocks begin with a paragraph that is nothing but a mark."""
    first = nodes[0] if nodes else None
    return isinstance(first, Paragraph) and flat(first.children).text.strip(" .[]\n") == mark


def _holds(element: Element, tag: str) -> bool:
    """Say whether an element matters for what stands in it."""
    return tag in {"blockquote", "ul", "ol", "menu", "li", "td", "th"} or (
        tag == "div" and element.get("class") in {"box", "key-points"}
    )


def _role(element: Element | None) -> str:
    """Give the role of a paragraph: by its class, or that of what it stands in, where that is not the page's prose."""
    for around in () if element is None else (element, *element.iterancestors()):
        classes = set(around.get("class", "").split())
        if around is element and (roles := classes & (ROLES | {MARKING})):
            return min(roles)
        if around.tag in _APART:
            return "meta"
    return ""
