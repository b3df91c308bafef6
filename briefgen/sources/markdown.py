"""Markdown to the words that a reader of it sees, block by block, with the roles that its structure is sure of.

Python-Markdown reads it: John Gruber's Markdown with tables and footnotes, and with CommonMark's fences, headings,
`2)` and lists that need no blank line before them. Every source is hostile: what would take the library's parser a time
that grows faster than the text, or more than the stack holds, stands as it was typed.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from string import punctuation
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import ENTITY_RE, HTML_RE, InlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER, AtomicString

from briefgen.model.source import Role
from briefgen.sources.pieces import Piece

_DEPTH = 20
"""Lists and quotations in one another, or brackets in one another; those that are deeper are no markup."""
_LINKS, _LENGTH = 300, 50_000
"""Opening brackets in a paragraph, and its characters; in a paragraph with more of them, nothing is markup."""

_PORTION = 100
"""Blocks that are parsed at a time."""

_BLANK = re.compile(r"\n\n+")
_BEGINS = r" {0,3}(?:#{1,6}(?: |$)|\[[^\[\]\n]{1,200}\]:|(?:[-+*]|1[.)]) +\S|[*_][*_ ]+$)"
_ENDS = r" {0,3}(?:=+|-+|[-*_][-*_ ]+) *"
_APART = re.compile(rf"\n(?={_BEGINS})|(?P<ends>^{_ENDS}\n)", re.MULTILINE)
_HEADING = re.compile(
    r"(?:^|\n) {0,3}(?P<level>#{1,6}+)(?P<header>(?: ++(?!#*+ *+(?:\n|$))[^ \n]++)*+)(?: ++#*+)? *+(?:\n|$)"
)
_NUMBERED = re.compile(r"^ {0,3}\d{1,9}[.)] +(.*)")
_ITEM = re.compile(r"^ {0,3}(\d{1,9}[.)]|([*+-])) +(.*)")
_FENCED = re.compile(
    r"^ *(?:(?:[-+*]|\d{1,9}[.)]) +)*+(?P<fence>`{3,}+(?![^\n]*`)|~{3,}+)[^\n]*\n"
    r"(?P<code>.*?)(?:^ *(?P=fence)[`~]*+ *$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_STASHED = re.compile(HTML_PLACEHOLDER % r"(\d+)")
_HIDDEN = re.compile(
    r"<!--(?:(?!<!--).)*?-->|<(script|style|template|noscript)\b(?:(?!<\1\b).)*?</\1[^<>]*>", re.DOTALL | re.IGNORECASE
)
_ADDRESS = r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]+)>"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_ROLES = {
    "p": None,
    "title": Role.TITLE,
    **dict.fromkeys(_HEADINGS, Role.HEADING),
    **dict.fromkeys(("ul", "ol", "li"), Role.LIST),
    "blockquote": Role.QUOTE,
    "table": Role.TABLE,
    **dict.fromkeys(("pre", "aside"), Role.BOILERPLATE),
}
"""The roles of the elements that are blocks."""
_BREAK = "\v"
"""Where a line was broken by hand; canonical text has no such character."""


def pieces(text: str) -> Iterator[Piece]:
    """Give the blocks of a canonical Markdown text in order, footnotes last.

    The first heading is the title if it is of the first level. Emphasis, links and HTML leave their words, pictures
    and comments nothing. An item that is nothing but a link has no sure role: menus are made of such.
    """
    tree = _Parser().tree(_HIDDEN.sub("", text))
    first = next((each for each in tree.iter() if each.tag in _HEADINGS), None)
    if first is not None and first.tag == "h1":
        first.tag = "title"
    return (piece for piece in _blocks(tree, None) if piece.words)


class _Parser(Markdown):
    """Python-Markdown without its HTML, with what CommonMark has, and with bounds."""

    def __init__(self) -> None:
        notes = _Notes(PLACE_MARKER="\0")
        super().__init__(extensions=[TableExtension(), notes])
        self.ESCAPED_CHARS = [*punctuation]
        self.preprocessors.deregister("html_block")
        self.preprocessors.register(_Fences(self), "fences", 25)
        blocks = self.parser.blockprocessors
        blocks.register(_AsTyped(self.parser), "as typed", 110)
        blocks.register(_Apart(self.parser), "apart", 95)
        vars(blocks["hashheader"])["RE"] = _HEADING
        vars(blocks["olist"]).update(RE=_NUMBERED, CHILD_RE=_ITEM)
        vars(blocks["ulist"])["CHILD_RE"] = _ITEM
        inline = self.inlinePatterns
        inline.register(_Inline(r"\[\^([^\]]*)\]", lambda m: "" if m[1] in notes.footnotes else None), "footnote", 175)
        inline.register(_Inline(_ADDRESS, lambda m: m[1]), "autolink", 120)
        inline.register(SubstituteTagInlineProcessor(r"(?:  |\\)\n", "br"), "linebreak", 100)
        inline.register(_Inline(HTML_RE, lambda m: Element("br") if m[0][:3].lower() == "<br" else ""), "html", 90)
        inline.register(_Inline(ENTITY_RE, lambda m: html.unescape(m[0])), "entity", 80)
        inline.deregister("automail")
        if self.delimiters:
            self.delimiters.add("~", "del", double=True)
        self.treeprocessors.register(_Tangled(self), "tangled", 25)
        self.treeprocessors.deregister("prettify")

    def tree(self, text: str) -> Element:
        """Give the elements of a text, which `convert` would write as HTML."""
        lines = [line if line.strip() else "" for line in text.split("\n")]
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        root = Element("div")
        for blocks in _portions(_BLANK.split("\n".join(lines))):
            self.parser.parseBlocks(root, blocks)
        for treeprocessor in self.treeprocessors:
            treeprocessor.run(root)
        for each in root.iter("p"):
            if code := _STASHED.fullmatch(each.text or ""):
                each.tag, each.text = "pre", html.escape(str(self.htmlStash.rawHtmlBlocks[int(code[1])]))
        return root


def _portions(blocks: Iterable[str]) -> Iterator[list[str]]:
    """Give blocks so many at a time, those that go on with the one before by their indent together with it.

    The parser takes its blocks from the front of a list, each time in a time that grows with the list.
    """
    portion: list[str] = []
    for block in blocks:
        if len(portion) >= _PORTION and not block.startswith(" "):
            yield portion
            portion = []
        portion.append(block)
    yield portion


class _Notes(FootnoteExtension):
    """Footnotes: words beside the text, whether or not something refers to them. A note in a note is a paragraph."""

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - the library's names
        self.footnotes[id] = ""
        self.texts.append(text)

    def reset(self) -> None:
        super().reset()
        self.texts: list[str] = []

    def makeFootnotesDiv(self, _root: Element) -> Element:  # noqa: N802 - the library's name
        aside, outer = Element("aside"), tuple(self.texts)
        for text in outer:
            self.parser.parseChunk(aside, text)
        for text in self.texts[len(outer) :]:
            SubElement(aside, "p").text = text
        return aside


class _Fences(Preprocessor):
    """Takes code between fences away, to the end of the text where no fence closes it."""

    def run(self, lines: list[str]) -> list[str]:
        store = self.md.htmlStash.store
        return _FENCED.sub(lambda code: f"\n\n{store(code['code'])}\n\n", "\n".join(lines)).split("\n")


class _Apart(BlockProcessor):
    """Cuts a block of lines where something begins that needs no blank line before it, or ends."""

    def test(self, _parent: Element, block: str) -> bool:
        found = _APART.search(block)
        return found is not None and found.end() < len(block)

    def run(self, _parent: Element, blocks: list[str]) -> None:
        cut = _APART.sub(lambda at: f"{at['ends'] or ''}\n\n", blocks[0], count=_PORTION)
        blocks[:1] = _BLANK.split(cut.strip("\n"))


class _AsTyped(BlockProcessor):
    """Lets a block stand as it was typed that would be nested too deep, or a table of more cells than characters."""

    def test(self, _parent: Element, block: str) -> bool:
        cells = block.count("\n") * block.partition("\n")[0].count("|")
        return len(self.parser.state) > _DEPTH or cells > len(block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "p").text = AtomicString(blocks.pop(0))


class _Tangled(Treeprocessor):
    """Lets a paragraph stand as it was typed whose brackets would be looked through again and again."""

    def run(self, root: Element) -> None:
        for each in root.iter():
            each.text, each.tail = _untangled(each.text), _untangled(each.tail)


def _untangled(text: str | None) -> str | None:
    if not text:
        return text
    tangled = len(text) > _LENGTH or text.count("[") > _LINKS or _deepest(text, "[]") > _DEPTH
    return AtomicString(text) if tangled or _deepest(text, "()") > _DEPTH else text


def _deepest(text: str, pair: str) -> int:
    steps = (1 if char == pair[0] else -1 for char in text if char in pair)
    return max(accumulate(steps, lambda depth, step: max(0, depth + step), initial=0))


class _Inline(InlineProcessor):
    """Puts in the place of a match what is made of it; of nothing, the match stays."""

    def __init__(self, pattern: str, make: Callable[[re.Match[str]], Element | str | None]) -> None:
        super().__init__(pattern)
        self._make = make

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name; its stub has the older signature
        self, m: re.Match[str], _data: str
    ) -> tuple[Element | str | None, int, int]:
        return self._make(m), m.start(), m.end()


def _blocks(element: Element, role: Role | None) -> Iterator[Piece]:
    """Give the blocks in an element and the words between them; what is in a list or a quotation is of it."""
    run: list[Element | str] = [element.text or ""]
    for child in element:
        if child.tag not in _ROLES:
            run += [child, child.tail or ""]
            continue
        yield _piece(run, role)
        own = _ROLES[child.tag]
        if own is Role.TABLE:
            rows = ("\t".join(_words([cell]).strip() for cell in row) for row in child.iter("tr"))
            yield Piece(own, "\n".join(rows))
        elif child.tag == "pre":
            yield Piece(own, html.unescape("".join(child.itertext())).strip("\n"))
        else:
            yield from _blocks(child, own if own in {Role.TITLE, Role.HEADING} else role or own)
        run = [child.tail or ""]
    yield _piece(run, role)


def _piece(run: Sequence[Element | str], role: Role | None) -> Piece:
    seen = [each for each in run if not isinstance(each, str) or each.strip()]
    menu = role is Role.LIST and len(seen) == 1 and not isinstance(seen[0], str) and seen[0].tag == "a"
    return Piece(None if menu else role, _words(run))


def _words(run: Iterable[Element | str]) -> str:
    """Give the words of a row of elements and texts: a line that was broken by hand stays broken, others are joined."""
    lines = "".join(_shown(each) for each in run).split(_BREAK)
    return "\n".join(" ".join(part.strip(" ") for part in line.split("\n")) for line in lines).strip()


def _shown(each: Element | str) -> str:
    if isinstance(each, str):
        return each
    if each.tag == "br":
        return _BREAK
    if each.tag == "code":
        return html.unescape(each.text or "")
    return (each.text or "") + "".join(_shown(child) + (child.tail or "") for child in each)
