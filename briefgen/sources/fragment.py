"""HTML that is all article (an entry of a feed, a cell of an export) to the words that a reader of it sees.

Nothing is judged: where the article lies within a page is asked of `briefgen.sources.html`.
"""

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.html import HTMLParser

from briefgen.model.source import Block, Role
from briefgen.sources.pieces import Piece, joined

_PLAIN = """
html body p div section article main header footer figure dl dt dd pre center form fieldset address hr
"""
_HIDDEN = "head script style template noscript svg iframe object video audio button select textarea"
_BLOCKS: Mapping[object, Role | None] = {
    **dict.fromkeys(_PLAIN.split()),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("ul", "ol", "li"), Role.LIST),
    "blockquote": Role.QUOTE,
    "table": Role.TABLE,
    "figcaption": Role.BOILERPLATE,
}
"""The elements that are blocks, and the roles they are sure of."""
_UNSEEN = frozenset(_HIDDEN.split())
_BREAK, _CELL = "\v", "\f"
"""Where a line, and a cell, end; white space of the source means neither."""


def read(html: str) -> tuple[str, tuple[Block, ...]]:
    """Give the canonical text of a piece of HTML, and the blocks whose roles are sure; what is no HTML has no words."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = html.encode("utf-8", "replace")
    try:
        tree = etree.fromstring(b"<div>" + data + b"</div>", parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return "", ()
    return joined(_pieces(tree)) if tree is not None else ("", ())


def _pieces(tree: etree._Element) -> Iterator[Piece]:
    """Give the blocks in order; an element's words end where a block begins."""
    run: list[str] = []
    roles: list[Role | None] = [None]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if tag in _BLOCKS:
            yield Piece(roles[-1], _words(run))
            run = []
            if event == "start":
                roles.append(roles[-1] or _BLOCKS[tag])
            else:
                roles.pop()
        if event == "start" and tag in _UNSEEN:
            walk.skip_subtree()
        elif event == "start":
            run.append(element.text or "")
        else:
            run.append({"br": _BREAK, "tr": _BREAK, "td": _CELL, "th": _CELL}.get(str(tag), ""))
            run.append(element.tail or "")
    yield Piece(roles[-1], _words(run))


def _words(run: list[str]) -> str:
    """Join words: white space is a space, but for the ends of lines and of cells."""
    lines = "".join(run).split(_BREAK)
    cells = ([" ".join(cell.split()) for cell in line.split(_CELL)] for line in lines)
    return "\n".join("\t".join(line).strip() for line in cells).strip()
