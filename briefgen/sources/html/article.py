"""The article of a page, as trafilatura finds it, block by block."""

import logging
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from trafilatura import bare_extraction

from briefgen.clean import is_doubtful
from briefgen.clean.units import ends_sentence
from briefgen.model.source import Role
from briefgen.sources.html.page import Page, words
from briefgen.sources.pieces import Piece
from briefgen.text import display
from briefgen.words import stems

# What it has to say of a page that holds nothing is for its developers.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_LEAST = 25
"""An article of fewer words is none: what was taken for it is a teaser or a notice."""
_FEW, _TIMES = 200, 4
"""Of an article of so few words the extractor may have missed the rest: it looks again, less precisely, and has found
it if there are so many times as many."""
_NEAR = 3
"""So many blocks from the top may hold the title."""
_ALIKE = 0.6
"""A heading that shares more words than this part with the title says the title."""
_INLINE = frozenset(("hi", "ref", "del", "lb", "graphic"))
_BREAK = "\v"
"""Where a line was broken by hand; canonical text has no such character."""


def pieces(page: Page, title: str) -> list[Piece]:
    """Give the blocks of the article of `page`, whose title is `title`; none where no article is found.

    What reads like a part of the page, or like a byline, has no sure role: `clean` decides by its place.
    """
    blocks = _extracted(page, precise=True)
    if (size := _size(blocks)) < _FEW and _size(more := _extracted(page, precise=False)) > _TIMES * size:
        blocks = more
    return _titled(blocks, title) if _size(blocks) >= _LEAST else []


def _extracted(page: Page, *, precise: bool) -> list[Piece]:
    # The settings did best in benchmarks/extraction.py. The extractor changes the tree that it is given.
    found = bare_extraction(deepcopy(page.tree), favor_precision=precise, include_comments=False)
    body = getattr(found, "body", None)
    return [piece for element in body for piece in _pieces(element)] if body is not None else []


def _size(blocks: list[Piece]) -> int:
    return sum(len(stems(piece.words)) for piece in blocks)


def _titled(blocks: list[Piece], title: str) -> list[Piece]:
    """Give `blocks` with the first that says the title as the title; of what stands above it, no role is sure."""
    at = next((i for i, piece in enumerate(blocks[:_NEAR]) if _says(piece, title)), None)
    if at is None:
        return blocks
    above = [piece._replace(role=None) for piece in blocks[:at]]
    return [*above, blocks[at]._replace(role=Role.TITLE), *blocks[at + 1 :]]


def _says(piece: Piece, title: str) -> bool:
    mine, others = stems(piece.words), stems(title)
    if piece.role is Role.HEADING:
        return len({*mine} & {*others}) > _ALIKE * max(len({*mine}), len({*others}))
    return bool(mine) and mine == others


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Give the blocks of an element of the article, and what stands after it."""
    if element.tag == "head":
        yield Piece(Role.HEADING, _words(element))
    elif element.tag == "table":
        yield from _tabled(element)
    elif element.tag == "code":
        yield Piece(Role.BOILERPLATE, words(element).strip("\n"))
    else:
        role = {"list": Role.LIST, "quote": Role.QUOTE}.get(str(element.tag), Role.PARAGRAPH)
        yield from _paragraphs(element, role)
    if tail := display(element.tail or ""):
        yield _piece(Role.PARAGRAPH, tail)


def _paragraphs(element: etree._Element, role: Role) -> Iterator[Piece]:
    """Give the blocks of an element, which may hold any number of them, all of one role."""
    run = [element.text or ""]
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if each is element:
            continue
        if each.tag not in _INLINE:
            yield from _cut(role, run)
            run = []
        if event == "start":
            run += (_BREAK if each.tag == "lb" else "", each.text or "")
        else:
            run.append(each.tail or "")
    yield from _cut(role, run)


def _cut(role: Role, run: list[str]) -> Iterator[Piece]:
    """Cut words into paragraphs: at line breaks that follow the end of a sentence, as old pages part them."""
    lines: list[str] = []
    for line in filter(None, map(display, "".join(run).split(_BREAK))):
        lines.append(line)
        if ends_sentence(line):
            yield _piece(role, "\n".join(lines))
            lines = []
    if lines:
        yield _piece(role, "\n".join(lines))


def _piece(role: Role, lines: str) -> Piece:
    return Piece(None if role is Role.PARAGRAPH and is_doubtful(display(lines)) else role, lines)


def _tabled(table: etree._Element) -> Iterator[Piece]:
    """Give a table; one of a single column is a way to lay out paragraphs."""
    rows = [[cell for cell in row.iter("cell") if _words(cell)] for row in table.iter("row")]
    if all(len(row) < 2 for row in rows):
        for row in rows:
            yield from (piece for cell in row for piece in _paragraphs(cell, Role.PARAGRAPH))
    else:
        yield Piece(Role.TABLE, "\n".join("\t".join(map(_words, row)) for row in rows if row))


def _words(element: etree._Element) -> str:
    return display(words(element))
