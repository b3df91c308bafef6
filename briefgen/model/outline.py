"""A finished file as a person edits it: its parts by their headings, and what stands in each, in its order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.claim import Pending
from briefgen.model.tree import (
    BlockQuote,
    CodeBlock,
    Group,
    Heading,
    Inline,
    ItemList,
    Node,
    Note,
    Paragraph,
    spoken,
)
from briefgen.text import display


class Form(StrEnum):
    """What a paragraph of prose is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of prose with its emphasis and links; `words` are what a reader sees of it.

    `depth` counts the lists around an item (the outermost is 0) or is the level of a heading. `pointing` counts the
    references to notes of excerpts in it, which are left out.
    """

    words: str
    children: tuple[Inline, ...] = ()
    form: Form = Form.PARAGRAPH
    depth: int = 0
    ordered: bool = False
    place: str = ""
    pointing: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A printing of an excerpt: its id, its words, those of its note, and those of the line under it."""

    excerpt: str
    words: str
    note: str = ""
    line: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else that has words: a row of a table, with " | " between its cells, a remark."""

    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (empty before the first one; the title is of level 0) and what stands below it, up to the next."""

    heading: str
    level: int
    items: tuple[Told | Standing | Other, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """Its prose."""
        return tuple(each for each in self.items if isinstance(each, Told))

    @property
    def excerpts(self) -> tuple[str, ...]:
        """The ids of its excerpts."""
        return tuple(each.excerpt for each in self.items if isinstance(each, Standing))


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole file: its parts, the notes that no excerpt has, what is pending, and the record that it carries.

    `pictures` says how many stand in its text.
    """

    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    pending: tuple[Pending, ...] = ()
    record: str = ""
    pictures: int = 0


def blocks(told: tuple[Told, ...]) -> tuple[Node, ...]:
    """Give paragraphs of prose as a tree: items that follow each other are lists, quotations one block."""
    made: list[Node] = []
    at = 0
    while at < len(told):
        form, end = told[at].form, at + 1
        while end < len(told) and form in {Form.ITEM, Form.QUOTE} and told[end].form is form:
            end += 1
        made += _nodes(form, told[at:end])
        at = end
    return tuple(made)


def _nodes(form: Form, run: tuple[Told, ...]) -> list[Node]:
    match form:
        case Form.ITEM:
            return _lists(run, 0)
        case Form.QUOTE:
            return [BlockQuote(tuple(Paragraph(each.children) for each in run))]
        case Form.HEADING:
            return [Heading(min(max(run[0].depth, 1), 6), run[0].children)]
        case Form.CODE:
            return [CodeBlock(run[0].words)]
    return [Paragraph(run[0].children)]


def _lists(run: tuple[Told, ...], depth: int) -> list[Node]:
    """Give the lists of a run of items; those that are deeper than `depth` belong to the item before them.

    Word knows nine depths, so this recurses no deeper.
    """
    made: list[Node] = []
    at = 0
    while at < len(run):
        end = at + 1
        while end < len(run) and run[end].depth > depth:
            end += 1
        item = (Paragraph(run[at].children), *_lists(run[at + 1 : end], depth + 1))
        last = made[-1] if made else None
        if isinstance(last, ItemList) and last.ordered == run[at].ordered:
            made[-1] = ItemList((*last.items, item), last.ordered)
        else:
            made.append(ItemList((item,), run[at].ordered))
        at = end
    return made


def paragraphs(nodes: Sequence[Node]) -> Iterator[str]:
    """Give the words of each paragraph of a tree as a reader sees them, in order, of a table all at once."""
    for node in nodes:
        match node:
            case ItemList(items):
                yield from (words for item in items for words in paragraphs(item))
            case Group(blocks=inner) | BlockQuote(inner):
                yield from paragraphs(inner)
            case _:
                if words := display(spoken((node,))):
                    yield words
