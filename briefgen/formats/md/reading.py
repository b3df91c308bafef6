"""What a Markdown tree claims, and the prose around it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from briefgen import quotation
from briefgen.formats.md.words import Words, flat, number, prose, quoting, running
from briefgen.model.claim import Claim, Statement
from briefgen.model.tree import BlockQuote, Heading, ItemList, Node, Note, NoteRef, Paragraph, Table, Tree, below
from briefgen.text import display

_ENDS_SENTENCE = re.compile(r"[.!?…。．！？؟।][^\w\s]*\s*\Z")


class _Part(NamedTuple):
    """A paragraph, a heading or a cell. `line` are the words of the source line under its block quotation."""

    words: Words
    is_block: bool
    is_prose: bool
    line: str


def read_tree(tree: Tree, *, is_ours: bool) -> tuple[tuple[Claim, ...], tuple[Statement, ...]]:
    """Give the claims of a tree, those in its notes last, and the paragraphs of its prose, each in order.

    Numbered notes and source lines cite what is quoted: marks in them are around titles. In a file that is not ours,
    marks around the whole of a block quotation are not among its words.
    """
    reader = _Reader(tree.notes, is_ours=is_ours)
    parts = tuple(_parts(tree.blocks))
    claims = [claim for part in parts for claim in reader.claims(part)]
    for note in tree.notes:
        if not number(note.label):
            said = (claim for part in _parts(note.blocks) for claim in reader.claims(part))
            claims += [replace(claim, place=f"note {note.label}") for claim in said]
    statements = (prose(part.words) for part in parts if part.is_prose)
    telling = (words for words in statements if any(map(str.isalnum, words)))
    return tuple(claims), tuple(Statement(words, f"paragraph {at}") for at, words in enumerate(telling, start=1))


class _Reader:
    """Gives the claims of one part after the other, and counts them."""

    def __init__(self, notes: Sequence[Note], *, is_ours: bool) -> None:
        self._is_ours = is_ours
        self._notes = {note.label: _text(note) for note in notes}
        self._printed: Counter[int] = Counter()
        self._seen: Counter[str] = Counter()

    def claims(self, part: _Part) -> Iterator[Claim]:
        """Give the claims of a part, in the order of its words."""
        kind = "block quotation" if part.is_block else "quotation in running text"
        for words, label in self._said(part):
            self._seen[kind] += 1
            numbered = number(label)
            self._printed[numbered] += numbered > 0
            yield Claim(
                words,
                number=numbered,
                occurrence=self._printed[numbered],
                note=self._notes.get(label, ""),
                line=part.line,
                place=f"{kind} {self._seen[kind]}",
                is_block=part.is_block,
            )

    def _said(self, part: _Part) -> Iterator[tuple[str, str]]:
        """Give the words of each quotation in a part, and the label of its note."""
        if not part.is_block:
            for edges, label in running(part.words):
                yield display(part.words.text[edges.start : edges.end]), label
            return
        for words, label in quoting(part.words):
            if number(label):
                yield words if self._is_ours else _unmarked(words), label
            elif words:
                yield _unmarked(words), label


def _parts(blocks: Sequence[Node], line: str = "", *, is_block: bool = False) -> Iterator[_Part]:
    under = ""
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        match block:
            case Paragraph(children) if not under:
                yield _Part(flat(children), is_block, not is_block, line)
            case Heading(children=children):
                yield _Part(flat(children), is_block, is_prose=False, line=line)
            case ItemList(items):
                for item in items:
                    yield from _parts(item, line, is_block=is_block)
            case Table(header, rows):
                for cell in chain(header, *rows):
                    yield _Part(flat(cell), is_block, is_prose=False, line=line)
        under = ""
        if isinstance(block, BlockQuote):
            under = "" if is_block else _source_line(block, following)
            yield from _parts(block.blocks, under or line, is_block=True)


def _source_line(block: BlockQuote, following: Node | None) -> str:
    """Give the words of the source line under a block quotation, empty where there is none.

    In a .md nothing names it: it follows a quotation with a numbered note, has no such note itself, does not end as a
    sentence does, and is more than a quotation.
    """
    is_noted = any(isinstance(node, NoteRef) and number(node.label) for node in below(block))
    if not is_noted or not isinstance(following, Paragraph):
        return ""
    words = flat(following.children)
    is_sentence = bool(words.numbered) or _ENDS_SENTENCE.search(words.text)
    return "" if is_sentence or not any(map(str.isalnum, prose(words))) else display(words.text)


def _unmarked(words: str) -> str:
    """Give the words of a block quotation without marks that stand around all of them."""
    found = quotation.find(words)
    is_whole = len(found) == 1 and found[0].closer and (found[0].start, found[0].end) == (1, len(words) - 1)
    return display(words[1:-1]) if is_whole else words


def _text(note: Note) -> str:
    return display(" ".join(part.words.text for part in _parts(note.blocks)))
