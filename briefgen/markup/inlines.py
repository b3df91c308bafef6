"""The parser's inline tokens, and the words behind them, as inline content."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.markup import links, spoken
from briefgen.markup.leaves import PLAIN, Leaf, Style, nested
from briefgen.model.tree import Chart, Code, Inline, LineBreak, NoteRef, Quoted, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_LABEL = re.compile(r"[\w.-]+")
_BREAKS = re.compile("[\t\n\f\r\x85\u2028\u2029]+")


def label(written: str) -> str:
    """Give a note's label; one with characters that some reader would act on is spelt in hexadecimal."""
    return written if _LABEL.fullmatch(written) else f"note-{written.encode().hex()}"


class Inlines:
    """Reads inline content in the order of the text; `labels` are those of the notes, by their first reference."""

    def __init__(self, said: spoken.Said) -> None:
        self.said = said
        self.labels: list[str] = []
        self._known: set[str] = set()
        self._printed: Counter[str] = Counter()

    def read(self, inline: Token) -> tuple[Inline, ...]:
        """Give the content of a paragraph, a heading or a cell; each printing of an excerpt is counted."""
        return nested(self._leaves(inline.children or [], PLAIN))

    def _leaves(self, tokens: Sequence[Token], outer: Style) -> Iterator[Leaf]:
        style = outer
        depth: Counter[str] = Counter()
        for number, token in enumerate(tokens, start=1):
            if token.type == "link_open":
                style = self._linked(style, number, token, "href")
            elif token.type == "link_close":
                style = replace(style, link=outer.link, href=outer.href)
            elif token.nesting:
                depth[token.tag] += token.nesting
                strong, emphasis = outer.strong or depth["strong"] > 0, outer.emphasis or depth["em"] > 0
                style = replace(style, strong=strong, emphasis=emphasis)
            elif token.type == "image":
                linked = style if style.href else self._linked(style, number, token, "src")
                yield from self._leaves(token.children or [], linked)
            else:
                yield from self._leaf(token, style)

    def _leaf(self, token: Token, style: Style) -> Iterator[Leaf]:
        match token.type:
            case "text":
                yield from self._words(token.content, style)
            case "softbreak":
                yield Leaf(Text(" "), style)
            case "hardbreak":
                yield Leaf(LineBreak())
            case "code_inline":
                yield Leaf(Code(spoken.plain(token.content, self.said).strip()), style)
            case "footnote_ref":
                yield Leaf(NoteRef(self._referred(label(token.meta["label"]))))

    def _words(self, text: str, style: Style) -> Iterator[Leaf]:
        for part in spoken.parts(text, self.said):
            if isinstance(part, str):
                yield Leaf(Text(_BREAKS.sub(" ", part)), style)
            elif isinstance(part, Chart):
                yield Leaf(part)
            elif isinstance(part, spoken.Spoken):
                yield Leaf(self._printing(part) if part.excerpt else Text(part.words), style)

    def _printing(self, part: spoken.Spoken) -> Quoted:
        self._printed[part.excerpt] += 1
        return Quoted(part.excerpt, self._printed[part.excerpt], part.words)

    def _referred(self, name: str) -> str:
        if name not in self._known:
            self._known.add(name)
            self.labels.append(name)
        return name

    def _linked(self, style: Style, number: int, token: Token, name: str) -> Style:
        href = links.target(spoken.plain(str(token.attrs.get(name, "")), self.said))
        return replace(style, link=number, href=href) if href else style
