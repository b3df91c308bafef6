"""A composed brief's blocks as HTML, its notes at the end or, for pages, where they are referred to."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from briefgen import chart
from briefgen.addresses import safe_address
from briefgen.elements import element, void
from briefgen.formats.html.elements import kept, said
from briefgen.formats.html.names import BACK, BOX, FOOT, REFERENCE, ROLES
from briefgen.formats.printed.directions import direction, steers
from briefgen.formats.printed.languages import foreign, root
from briefgen.formats.printed.marks import Marks
from briefgen.formats.printed.names import printing_name
from briefgen.formats.printed.room import breadth
from briefgen.formats.printed.scripts import Script, has_others, stretches
from briefgen.formats.printed.tongues import tongues
from briefgen.model.brief import Composition
from briefgen.model.tree import (
    BlockQuote,
    Chart,
    Code,
    CodeBlock,
    Emphasis,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Node,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Strong,
    Table,
    Text,
    spoken,
    within,
)
from briefgen.text import canonicalise

_LONG = 24
"""A word of more letters is broken in a narrow cell."""
_DATE, _UNBROKEN = len("30 September 2026"), 50
"""The letters that a cell on one line may have, and those of all columns of such cells."""


class Entry(NamedTuple):
    """A line of the list of contents: the id and level of a heading, its words as HTML, and which way they are read."""

    key: str
    level: int
    words: str
    turned: str


class Setter:
    """Sets the blocks of one brief.

    With `at_foot`, a note stands where it is first referred to, for a page to take it to its foot; its blocks are one
    run of words there. `contents` are the headings that were set so far.
    """

    def __init__(self, composition: Composition, *, at_foot: bool = False) -> None:
        tree, brief = composition.tree, composition.brief
        self.contents: list[Entry] = []
        self._own, self._languages, self._tongues = root(brief.language), foreign(brief), tongues(brief)
        self._at_foot, self._turned = at_foot, ""
        self._notes = {note.label: note for note in tree.notes}
        printed = (thing for thing in within((tree.blocks, tree.notes)) if isinstance(thing, Quoted))
        self._printed = frozenset(quoted.excerpt for quoted in printed if quoted.occurrence == 1)
        self._marks = Marks()
        self._references: Counter[str] = Counter()
        self._in_note = self._in_link = False

    def blocks(self, nodes: Iterable[Node]) -> str:
        """Give blocks as HTML, each on lines of its own."""
        return "".join(f"{self._block(node)}\n" for node in nodes)

    def notes(self) -> str:
        """Give the items of the list of those notes that were referred to, in the order of their marks."""
        self._in_note = True
        return "".join(self._item(label, mark.shown) for label, mark in self._marks)

    def _item(self, label: str, mark: str) -> str:
        """Give a note: its mark, its words, and the ways back to where it is referred to."""
        back = "".join(f" {_back(mark, place)}" for place in range(1, self._references[label] + 1))
        shown = element("span", said(mark), "mark")
        body = self.blocks(self._notes[label].blocks)
        return element("li", f"{shown}<div>{body}</div>{back}", id=f"note-{mark}") + "\n"

    def _block(self, node: Node) -> str:
        match node:
            case Paragraph():
                made = self._paragraph(node)
            case Heading(level, children):
                made = self._heading(level, children)
            case BlockQuote(inner):
                made = element("blockquote", f"\n{self.blocks(inner)}", dir=_turned(inner))
            case ItemList():
                made = self._list(node)
            case Table():
                made = self._table(node)
            case CodeBlock(text):
                made = element("pre", element("code", "\n".join(map(said, canonicalise(text).split("\n")))))
            case Rule():
                made = "<hr>"
            case Group(role, inner):
                # In the structure of a PDF, nothing but a box is an article.
                name = "article" if self._at_foot and role == BOX else "div"
                made = element(name, f"\n{self.blocks(inner)}", role)
        return made

    def _paragraph(self, node: Paragraph) -> str:
        role = node.role if node.role in ROLES else ""
        return self._line("p", node.children, role)

    def _line(self, name: str, children: Sequence[Inline], look: str = "", /, **attributes: str) -> str:
        """Give an element of words, which says the way they are read."""
        self._turned = _turned(children)
        return element(name, self.inline(children), look, **attributes, dir=self._turned)

    def _heading(self, level: int, children: Sequence[Inline]) -> str:
        """Give a heading; none is more than one level below the one before it."""
        level = min(level, self.contents[-1].level + 1 if self.contents else 1)
        key = f"h-{len(self.contents) + 1}"
        self.contents.append(Entry(key, level, self._said(spoken(tuple(children))), _turned(children)))
        return self._line(f"h{level}", children, id=key)

    def _list(self, node: ItemList) -> str:
        items = "".join(self._listed(item) + "\n" for item in node.items)
        start = str(node.start) if node.ordered and node.start != 1 else ""
        return element("ol" if node.ordered else "ul", f"\n{items}", start=start)

    def _listed(self, item: Sequence[Node]) -> str:
        """Give an item of a list; one paragraph is set tight."""
        if len(item) == 1 and isinstance(item[0], Paragraph) and not item[0].role:
            return self._line("li", item[0].children)
        return element("li", "".join(map(self._block, item)))

    def _table(self, node: Table) -> str:
        head = "".join(self._line("th", cell, scope="col") for cell in node.header)
        short = _short(node)
        rows = ("".join(self._cell(cell, at in short) for at, cell in enumerate(row)) for row in node.rows)
        body = "".join(f"{element('tr', row)}\n" for row in rows)
        whole = element("table", f"\n<thead>{element('tr', head)}</thead>\n<tbody>\n{body}</tbody>\n")
        return whole if self._at_foot else element("div", whole, "table", tabindex="0")

    def _cell(self, children: Sequence[Inline], is_short: bool) -> str:  # noqa: FBT001 - told by place
        is_long = any(len(word) > _LONG for word in spoken(tuple(children)).split())
        return self._line("td", children, "long" if is_long else "short" if is_short else "")

    def inline(self, children: Iterable[Inline]) -> str:
        """Give inline content as HTML."""
        return "".join(map(self._one, children))

    def _one(self, child: Inline) -> str:
        match child:
            case Text(text):
                language = self._languages.get(text, "")
                made = element("span", said(text), lang=language) if language else self._said(text)
            case Quoted():
                made = self._quoted(child)
            case NoteRef(label):
                made = self._refer(label)
            case Strong(inner):
                made = element("strong", self.inline(inner))
            case Emphasis(inner):
                made = element("em", self.inline(inner))
            case Code(text):
                made = element("code", said(text))
            case LineBreak():
                made = "<br>"
            case Link(href, inner):
                made = self._link(href, inner)
            case Chart():
                drawn = b64encode(chart.png(child)).decode()
                made = void("img", "chart", alt=child.alternative, src=f"data:image/png;base64,{drawn}")
        return made

    def _quoted(self, child: Quoted) -> str:
        """Give one printing of an excerpt; where it is read another way than what is around it, it stands apart."""
        way = direction(child.text)
        if steers(child.text):
            way = way or "ltr"
        elif "rtl" not in {way, self._turned}:
            way = ""
        key, language = printing_name(child.excerpt, child.occurrence), self._languages.get(child.excerpt, "")
        return element("span", kept(child.text), "quoted", id=key, lang=language, dir=way)

    def _said(self, text: str) -> str:
        """Give words, those in other letters with their language where it is not the brief's own."""
        text = canonicalise(text)
        pieces = stretches(text) if has_others(text) else ()
        made = "".join(self._stretch(text[one.start : one.end], one.script) for one in pieces) or said(text)
        return element("bdi", made) if steers(text) else made

    def _stretch(self, words: str, script: Script) -> str:
        language = "" if script is Script.PLAIN else self._tongues.of(words)
        is_own = not language or root(language) == self._own
        return said(words) if is_own else element("span", said(words), lang=language)

    def _refer(self, label: str) -> str:
        if self._in_note or self._in_link or label not in self._notes:
            return element("sup", said(self._marks.shown(label)))
        mark, is_first = self._marks.of(label)
        self._references[label] += 1
        if self._at_foot and is_first:
            return self._foot(label, mark.shown)
        key = "" if self._at_foot else f"ref-{mark.shown}-{self._references[label]}"
        shown = said(mark.shown)
        link = element("a", shown, REFERENCE, id=key, href=f"#note-{mark.shown}", role="doc-noteref")
        return element("sup", link)

    def _foot(self, label: str, mark: str) -> str:
        """Give a note where it is referred to, as one run of words: HTML lets no block stand in a paragraph."""
        runs = [*_runs(self._notes[label].blocks)]
        around, turned = self._turned, _turned(chain.from_iterable(runs))
        self._in_note, self._turned = True, turned
        words = " ".join(filter(None, map(self.inline, runs)))
        self._in_note, self._turned = False, around
        return element("span", words, FOOT, id=f"note-{mark}", data_mark=mark, dir=turned or "ltr")

    def _link(self, href: str, children: Sequence[Inline]) -> str:
        """Give a link; one that leads nowhere, or where a brief does not send its readers, is plain words."""
        excerpt = href.removeprefix("#excerpt-")
        is_printed = excerpt in self._printed and excerpt != href
        address = f"#{printing_name(excerpt, 1)}" if is_printed else safe_address(href)
        if self._in_link or not address:
            return self.inline(children)
        self._in_link = True
        made = element("a", self.inline(children), href=address)
        self._in_link = False
        return made


def _back(mark: str, place: int) -> str:
    """Give the way back from a note to one of its references, counted from 1."""
    told = f"Back to reference {place} of note {mark}"
    return element("a", "↩", BACK, href=f"#ref-{mark}-{place}", role="doc-backlink", aria_label=told)


def _short(node: Table) -> frozenset[int]:
    """Give the columns whose cells stay on one line, dates and numbers, where that leaves room for the others."""
    columns = enumerate(zip_longest(*node.rows, fillvalue=()))
    lengths = {at: max(breadth(spoken(tuple(cell))) for cell in column) for at, column in columns}
    short = {at: length for at, length in lengths.items() if length <= _DATE}
    return frozenset(short) if sum(short.values()) <= _UNBROKEN else frozenset()


def _turned(children: Iterable[Inline | Node]) -> str:
    """Give "rtl" for words that are read from right to left."""
    way = direction(spoken(tuple(children)))
    return way if way == "rtl" else ""


def _runs(nodes: Iterable[Node]) -> Iterator[Sequence[Inline]]:
    """Give the words of blocks, of any kind and depth, run by run."""
    for node in nodes:
        match node:
            case Paragraph(children) | Heading(children=children):
                yield children
            case BlockQuote(inner) | Group(blocks=inner):
                yield from _runs(inner)
            case ItemList(items):
                for item in items:
                    yield from _runs(item)
            case Table(header, rows):
                for row in (header, *rows):
                    yield from row
            case CodeBlock(text):
                yield (Code(text),)
