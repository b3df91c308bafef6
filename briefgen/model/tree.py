"""A composed brief as a tree: what every writer gets, whatever the output."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, with nothing escaped."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One printing of an excerpt, in its place: `occurrence` counts the printings of this excerpt from 1.

    `text` is the display of the excerpt's exact words.
    """

    excerpt: str
    occurrence: int
    text: str


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A reference to the note of this label."""

    label: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress, or a title in italics."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Words in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `href` beginning with `#` leads to an anchor of this brief (`#excerpt-ID`)."""

    href: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line ends within a paragraph."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers by week: columns of `counts` from the Monday `first`, on a scale that reaches `most`.

    `title` says what is counted of, `words` say the numbers: they stand where there can be no picture. Charts that are
    to be compared have one `most`.
    """

    title: str
    words: str
    first: date
    most: int
    counts: tuple[int, ...]

    @property
    def alternative(self) -> str:
        """The alternative text of the picture."""
        return f"{self.title}: articles a week: {self.words}"


Inline = Text | Quoted | NoteRef | Strong | Emphasis | Code | Link | LineBreak | Chart


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` from 1 to 6."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `role` is what it is in the brief (`title`, `subtitle`, `source-line` …), or empty."""

    children: tuple[Inline, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A block quotation."""

    blocks: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `start` is the first number of an ordered one."""

    items: tuple[tuple["Node", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row and rows of cells."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together in a role (`box`)."""

    role: str
    blocks: tuple["Node", ...]


Node = Heading | Paragraph | BlockQuote | ItemList | Table | CodeBlock | Rule | Group


def below(node: Node | Inline) -> Iterator[Node | Inline]:
    """Give everything that a node holds, at any depth, in order."""
    return within(tuple(_parts(node)))  # type: ignore[return-value] # no note is in a node


def _parts(node: Node | Inline) -> Iterable[Node | Inline]:
    match node:
        case Heading() | Paragraph() | Strong() | Emphasis() | Link():
            return node.children
        case BlockQuote() | Group():
            return node.blocks
        case ItemList():
            return chain.from_iterable(node.items)
        case Table():
            return chain.from_iterable(chain(node.header, *node.rows))
    return ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. The label of an excerpt's note is the excerpt's number."""

    label: str
    blocks: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole brief: its blocks, and its notes in the order of their first reference."""

    blocks: tuple[Node, ...]
    notes: tuple[Note, ...] = ()


def spoken(things: "Things") -> str:
    """Give the words in these, and nothing else: a line that ends is a space, and the marks of notes are no words."""
    return "".join(map(_words, within(things)))


def _words(thing: "Node | Inline | Note") -> str:
    match thing:
        case Text(text) | Quoted(text=text) | Code(text) | CodeBlock(text):
            return text
        case LineBreak():
            return " "
    return ""


def within(things: "Things") -> Iterator[Node | Inline | Note]:
    """Give everything in these, and all that they hold, in the order in which it is printed."""
    waiting: list[Things | Node | Inline | Note] = [things]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(reversed(one))
            continue
        yield one
        if not isinstance(one, _LEAVES):
            waiting.append(tuple(one.blocks if isinstance(one, Note) else _parts(one)))


Things = tuple["Node | Inline | Note | Things", ...]
_LEAVES = (Text, Quoted, NoteRef, Code, LineBreak, Chart)
