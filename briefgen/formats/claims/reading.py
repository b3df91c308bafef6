"""What a Markdown tree claims, and the prose around it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from briefgen import quotation
from briefgen.formats.claims.words import Quotation, Words, flat, number, prose, quoting, running
from briefgen.model.claim import Claim, Statement
from briefgen.model.translation import is_translation
from briefgen.model.tree import (
    BlockQuote,
    CodeBlock,
    Group,
    Heading,
    ItemList,
    Node,
    Note,
    NoteRef,
    Paragraph,
    Table,
    Tree,
    below,
)
from briefgen.text import display

_ENDS_SENTENCE = re.compile(r"[.!?…。．！？؟।][^\w\s]*\s*\Z")
_DASHES = ("—", "–", "―", "‒", "-")
SOURCE_LINE, CELL = "source-line", "cell"
"""The role of the line under a quotation that says whose it is, and that of a cell that holds blocks."""
_LONGEST = 15
"""Words that an attribution under a block quotation has at most."""


class _Part(NamedTuple):
    """A paragraph, a heading or a cell.

    `line` are the words of the source line under its block quotation. `runs_on` says that what it quotes may go on in
    the next part, `is_listed` that it stands in a list.
    """

    words: Words
    is_block: bool = False
    is_prose: bool = False
    line: str = ""
    runs_on: bool = False
    is_listed: bool = False


def read_tree(tree: Tree, *, is_ours: bool) -> tuple[tuple[Claim, ...], tuple[Statement, ...]]:
    """Give the claims of a tree, those in its notes last, and the paragraphs of its prose, each in order.

    Numbered notes and source lines cite what is quoted: marks in them are around titles. In a file that is not ours,
    marks around the whole of a block quotation are not among its words. What lacks a note and goes on in the next
    paragraph has that one's.
    """
    reader = _Reader(tree.notes, is_ours=is_ours)
    parts = tuple(_parts(tree.blocks))
    quoted = reader.quotations(parts)
    claims = list(reader.claims(parts, quoted))
    for note in tree.notes:
        if not number(note.label):
            said = tuple(_parts(note.blocks))
            claims += [replace(one, place=f"note {note.label}") for one in reader.claims(said, reader.quotations(said))]
    statements = (prose(part.words, its) for part, its in zip(parts, quoted, strict=True) if part.is_prose)
    telling = (words for words in statements if any(map(str.isalnum, words)))
    return tuple(claims), tuple(Statement(words, f"paragraph {at}") for at, words in enumerate(telling, start=1))


class _Reader:
    """Gives the claims of one part of a file after the other, and counts them."""

    def __init__(self, notes: Sequence[Note], *, is_ours: bool) -> None:
        self._is_ours = is_ours
        self._notes = {note.label: _text(note.blocks) for note in notes}
        self._printed: Counter[int] = Counter()
        self._seen: Counter[str] = Counter()

    def claims(self, parts: Sequence[_Part], quoted: Sequence[Sequence[Quotation]]) -> Iterator[Claim]:
        """Give the claims of parts that follow one another and of their quotations, in the order of the text."""
        for part, quotations in zip(parts, quoted, strict=True):
            for one in quotations:
                yield self._claim(part, one)

    def quotations(self, parts: Sequence[_Part]) -> list[list[Quotation]]:
        """Give for each part its quotations; what goes on in the next part has the note of what it goes on in."""
        quoted = [self._block(part.words) if part.is_block else [] for part in parts]
        for run in _runs(parts):
            for at, found in zip(run, running([parts[at].words for at in run]), strict=True):
                quoted[at] = found
        for at in range(len(parts) - 1, 0, -1):
            if _goes_on(parts[at - 1], quoted[at - 1], parts[at], quoted[at]):
                quoted[at - 1][-1] = quoted[at - 1][-1]._replace(label=quoted[at][0].label)
        return quoted

    def _block(self, words: Words) -> list[Quotation]:
        said = [one for one in quoting(words) if one.words or number(one.label)]
        return [one if one.excerpt or (self._is_ours and number(one.label)) else _unmarked(one) for one in said]

    def _claim(self, part: _Part, one: Quotation) -> Claim:
        kind, numbered = "block quotation" if part.is_block else "quotation in running text", number(one.label)
        self._seen[kind] += 1
        self._printed[numbered] += numbered > 0
        return Claim(
            one.words,
            excerpt=one.excerpt,
            number=numbered,
            occurrence=one.occurrence or self._printed[numbered],
            note=self._notes.get(one.label, ""),
            line=part.line,
            place=f"{kind} {self._seen[kind]}",
            is_block=part.is_block,
        )


def _runs(parts: Sequence[_Part]) -> Iterator[range]:
    """Give the places of running text, those of paragraphs that follow one another together."""
    start = 0
    for at, part in enumerate(parts, start=1):
        if part.is_block or not part.runs_on or at == len(parts):
            if not part.is_block:
                yield range(start, at)
            start = at


def _goes_on(part: _Part, quoted: Sequence[Quotation], following: _Part, others: Sequence[Quotation]) -> bool:
    """Say whether what lacks a note at the end of a part goes on at the start of the one that follows."""
    if not (part.runs_on and quoted and others) or quoted[-1].label:
        return False
    return part.is_block or (quoted[-1].is_open and not following.words.text[: others[0].start].strip())


def _unmarked(one: Quotation) -> Quotation:
    """Give a block quotation without marks that stand around all of its words."""
    found = quotation.find(one.words)
    if len(found) != 1 or found[0].start > len(found[0].opener) or found[0].end + len(found[0].closer) < len(one.words):
        return one
    return one._replace(words=display(one.words[found[0].start : found[0].end]))


def _parts(blocks: Sequence[Node], *, is_block: bool = False) -> Iterator[_Part]:
    line = ""
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, BlockQuote):
            line = "" if is_block else _source_line(block, following)
            yield from _block(block, line)
            continue
        if not (isinstance(block, Paragraph) and (line or block.role == SOURCE_LINE)):
            yield from _within(block, is_block=is_block, runs_on=isinstance(following, Paragraph))
        line = ""


def _within(block: Node, *, is_block: bool, runs_on: bool) -> Iterator[_Part]:
    """Give the parts of what is no block quotation; what is set in by four spaces, as code, is read by others too.

    A translation that calls itself one has none.
    """
    match block:
        case Paragraph(children, role):
            part = _Part(flat(children), is_block, not (is_block or role), runs_on=runs_on)
            yield from () if not is_block and _is_translation(part.words) else (part,)
        case Heading(children=children):
            yield _Part(flat(children), is_block)
        case ItemList(items):
            for item in items:
                yield from (part._replace(is_listed=True) for part in _parts(item, is_block=is_block))
        case Group(role, blocks):
            yield from _grouped(role, _parts(blocks, is_block=is_block))
        case Table(header, rows):
            for cell in chain(header, *rows):
                yield _Part(flat(cell), is_block)
        case CodeBlock(text):
            yield from (_Part(Words(said, ()), is_block) for said in text.split("\n\n") if said.strip())


def _grouped(role: str, parts: Iterator[_Part]) -> Iterator[_Part]:
    """Give the parts of a group: a cell holds no prose, nor do the lists of a box, which a program has counted."""
    for part in parts:
        is_apart = role == CELL or (role == "box" and part.is_listed)
        yield part._replace(is_prose=part.is_prose and not is_apart)


def _block(block: BlockQuote, line: str) -> Iterator[_Part]:
    """Give the parts of a block quotation; what stands at its end and only says whose it is, is its source line."""
    parts = [part for part in _parts(block.blocks, is_block=True) if part.words.text.strip() or part.words.refs]
    if len(parts) > 1 and _is_attribution(parts[-1].words, parts[-2].words):
        words = parts.pop().words
        line = line or display(words.text)
        parts[-1] = parts[-1]._replace(words=parts[-1].words.noted(words.refs))
    for at, part in enumerate(parts, start=1):
        yield part._replace(line=part.line or line, runs_on=at < len(parts))


def _is_attribution(words: Words, above: Words) -> bool:
    is_short = words.text.lstrip().startswith(_DASHES) and len(words.text.split()) <= _LONGEST
    return is_short and not (words.numbered and above.numbered)


def _is_translation(words: Words) -> bool:
    """Say whether a paragraph is a translation; one that cites a note wants to be proved."""
    return is_translation(words.text) and not words.numbered


def _source_line(block: BlockQuote, following: Node | None) -> str:
    """Give the words of the source line under a block quotation, empty where there is none.

    Its role names it. In a .md nothing does: there it follows a quotation with a numbered note, has no such note
    itself, does not end as a sentence does, and is more than a quotation, and no translation.
    """
    if isinstance(following, Paragraph) and following.role == SOURCE_LINE:
        return display(flat(following.children).text)
    is_noted = any(isinstance(node, NoteRef) and number(node.label) for node in below(block))
    if not is_noted or not isinstance(following, Paragraph) or following.role:
        return ""
    words = flat(following.children)
    is_sentence = bool(words.numbered) or _is_translation(words) or _ENDS_SENTENCE.search(words.text)
    return "" if is_sentence or not any(map(str.isalnum, prose(words, *running([words])))) else display(words.text)


def _text(blocks: Sequence[Node]) -> str:
    return display(" ".join(part.words.text for part in _parts(blocks)))
