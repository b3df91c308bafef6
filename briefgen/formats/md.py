"""Markdown: the finished text with the mark of its record, and what such a file claims.

In a .md an excerpt has no id: its note's number is its identity. Two forms are claims:

- a paragraph in a block quotation, with a numbered note: its words up to the note;
- words in quotation marks directly before a numbered note: the words between the marks.

Quotation marks do not tell where a quotation begins whose own words hold unpaired ones; then the reading is a guess
(see `_between_marks`), and a guess that is wrong shows as altered words, never as proved ones that are not there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from briefgen import markup, record
from briefgen.errors import UnreadableError
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Claim
from briefgen.model.tree import (
    BlockQuote,
    Code,
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
    Strong,
    Table,
    Text,
)
from briefgen.text import display

_STAMP = re.compile(r"^\[briefgen sha256:([0-9a-f]{64})\]: ", re.MULTILINE)

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

_OPENERS = {"”": "“„", '"': '"', "»": "«", "」": "「", "』": "『", "“": "„", "’": "‘‚"}
"""The marks that may open what each mark closes."""


def write(composition: Composition, look: Look) -> bytes:  # noqa: ARG001 - every format's writer takes a look
    """Give the .md file of a composition: UTF-8, lines ended by LF.

    Its last line is a link reference definition, which no reader shows: the SHA-256 of the brief's public record, the
    brief's name and its date. The digest is part of the label, so that no words in the brief can refer to it.
    """
    brief = composition.brief
    name = quote(brief.name, safe="") or "-"
    stamp = f'[briefgen sha256:{record.digest(record.public(composition))}]: {name} "as of {brief.as_of}"'
    return f"{composition.markdown}\n{stamp}\n".encode()


def read_digest(data: bytes) -> str | None:
    """Give the SHA-256 of the public record that a .md file belongs to, None if it names none.

    Raises UnreadableError for what is not UTF-8.
    """
    stamps = _STAMP.findall(_decoded(data))
    return stamps[-1] if stamps else None


def read_claims(data: bytes) -> tuple[Claim, ...]:
    """Give what a .md file claims, in the order of the text; raises UnreadableError for what is not UTF-8."""
    tree = markup.parse(_decoded(data))
    notes = {note.label: _words(note.blocks) for note in tree.notes}
    printed: Counter[int] = Counter()
    seen: Counter[str] = Counter()
    claims = []
    for children, quoting in _paragraphs(tree.blocks):
        kind = "block quotation" if quoting else "quotation in running text"
        for number, words in _quoting(children) if quoting else _running(children):
            printed[number] += 1
            seen[kind] += 1
            claims.append(
                Claim(
                    words,
                    number=number,
                    occurrence=printed[number],
                    note=notes.get(str(number), ""),
                    place=f"{kind} {seen[kind]}",
                )
            )
    return tuple(claims)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("the Markdown file", f"byte {error.start + 1} is not UTF-8") from error


def _paragraphs(blocks: Iterable[Node], *, quoting: bool = False) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """Give each paragraph, heading and cell, and whether it stands in a block quotation."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(children=children):
                yield children, quoting
            case BlockQuote(inner):
                yield from _paragraphs(inner, quoting=True)
            case Group(blocks=inner):
                yield from _paragraphs(inner, quoting=quoting)
            case ItemList(items):
                for item in items:
                    yield from _paragraphs(item, quoting=quoting)
            case Table(header, rows):
                yield from ((cell, quoting) for row in (header, *rows) for cell in row)


def _words(blocks: Iterable[Node]) -> str:
    found = (words for children, _ in _paragraphs(blocks) for words, _ in _stretches(children))
    return display(" ".join(found))


def _quoting(children: Iterable[Inline]) -> Iterator[tuple[int, str]]:
    """Give the numbers of a quoting paragraph's notes, each with the words before it.

    Two notes in a row share their words; words behind the last note belong to it, so that nothing that is added to a
    quotation goes unread.
    """
    *stretches, (rest, _) = _stretches(children)
    words = ""
    for at, (before, number) in enumerate(stretches, start=1):
        words = display(before) or words
        yield number, display(f"{words}{rest}") if at == len(stretches) else words


def _running(children: Iterable[Inline]) -> Iterator[tuple[int, str]]:
    """Give the numbers of a paragraph's notes that directly follow a quotation, each with the words quoted."""
    *stretches, _ = _stretches(children)
    for before, number in stretches:
        words = _between_marks(before)
        if words is not None:
            yield number, display(words)


def _stretches(children: Iterable[Inline]) -> list[tuple[str, int]]:
    """Give the words before each numbered note, with its number, and at last those behind them, with 0."""
    stretches, words = [], ""
    for piece in _pieces(children):
        if isinstance(piece, int):
            stretches.append((words, piece))
            words = ""
        else:
            words += piece
    return [*stretches, (words, 0)]


def _pieces(children: Iterable[Inline]) -> Iterator[str | int]:
    for child in children:
        match child:
            case Text(text) | Quoted(text=text) | Code(text):
                yield text
            case Strong(inner) | Emphasis(inner) | Link(children=inner):
                yield from _pieces(inner)
            case LineBreak():
                yield " "
            case NoteRef(label) if _NUMBER.fullmatch(label):
                yield int(label)


def _between_marks(text: str) -> str | None:
    """Give the words of the quotation that `text` ends with, None if it ends with none.

    Marks pair from the left. A mark that stays open is taken to be the quotation's own beginning, and what follows for
    its words; if all are closed, the quotation begins with the first one there is.
    """
    closer = text[-1:]
    openers = _OPENERS.get(closer, "")
    opened: list[int] = []
    first = -1
    for at, character in enumerate(text[:-1]):
        if character in openers and (character != closer or _opens(text, at)):
            first = at if first < 0 else first
            opened.append(at)
        elif character == closer and opened and not _is_apostrophe(text, at):
            opened.pop()
    start = opened[0] if opened else first
    return text[start + 1 : -1] if openers and start >= 0 else None


def _opens(text: str, at: int) -> bool:
    """Say whether a straight quotation mark opens: by what is before it, as a typesetter would."""
    before = text[at - 1 : at]
    return not before or before.isspace() or before in "([—–-“‘«"


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isalnum() and text[at + 1].isalnum()
