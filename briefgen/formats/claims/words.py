"""A paragraph's words and notes, and the quotations among them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from briefgen import quotation
from briefgen.model.tree import Code, Emphasis, Inline, LineBreak, Link, NoteRef, Quoted, Strong, Text
from briefgen.quotation.innermost import innermost
from briefgen.quotation.sentence import reach
from briefgen.text import display

LEFT_OUT = "…"
"""What stands for a quotation where it is left out."""

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

_OPENERS = {"”": "“„", '"': '"', "»": "«", "」": "「", "』": "『", "“": "„", "’": "‘‚"}
"""The marks that may open what each mark closes."""


class Ref(NamedTuple):
    """A reference to a note: its offset in the words, and the note's label."""

    at: int
    label: str


class Printing(NamedTuple):
    """A part of the words that the file calls a printing of an excerpt: where it stands, and which it is."""

    start: int
    end: int
    excerpt: str
    occurrence: int


class Quotation(NamedTuple):
    """A quotation in a paragraph: where it begins and ends with its marks, its words, and the label of its note.

    `is_open` says that it never closes. `excerpt` and `occurrence` are empty and 0 where the file names no excerpt.
    """

    start: int
    end: int
    words: str
    label: str = ""
    is_open: bool = False
    excerpt: str = ""
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader sees of a paragraph, a heading or a cell; the notes it refers to and its printings, in order."""

    text: str
    refs: tuple[Ref, ...]
    printings: tuple[Printing, ...] = ()

    @property
    def numbered(self) -> list[Ref]:
        """The references to numbered notes."""
        return [ref for ref in self.refs if number(ref.label)]

    def noted(self, refs: Iterable[Ref]) -> "Words":
        """Give the same words with these references at their end too."""
        added = (Ref(len(self.text), ref.label) for ref in refs)
        return Words(self.text, (*self.refs, *added), self.printings)

    def label(self, start: int, end: int) -> str:
        """Give the label of the first note that is referred to in a part of the text, its ends included."""
        place = bisect_left(self.refs, start, key=itemgetter(0))
        return self.refs[place].label if place < len(self.refs) and self.refs[place].at <= end else ""


def number(label: str) -> int:
    """Give a note's label as a number, 0 where it is none."""
    return int(label) if _NUMBER.fullmatch(label) else 0


def flat(children: Iterable[Inline]) -> Words:
    """Give inline content as words, references and printings; one that goes on in the next piece is one."""
    text: list[str] = []
    refs: list[Ref] = []
    printings: list[Printing] = []
    length = 0
    for piece in _pieces(children):
        if isinstance(piece, NoteRef):
            refs.append(Ref(length, piece.label))
            continue
        said = piece if isinstance(piece, str) else piece.text
        if isinstance(piece, Quoted) and said.strip():
            start = length
            if printings and printings[-1][2:] == (piece.excerpt, piece.occurrence):
                start = printings.pop().start
            printings.append(Printing(start, length + len(said), piece.excerpt, piece.occurrence))
        text.append(said)
        length += len(said)
    return Words("".join(text), tuple(refs), tuple(printings))


def _pieces(children: Iterable[Inline]) -> Iterator[str | NoteRef | Quoted]:
    for child in children:
        match child:
            case Text(text) | Code(text):
                yield text
            case Strong(inner) | Emphasis(inner) | Link(children=inner):
                yield from _pieces(inner)
            case LineBreak():
                yield " "
            case NoteRef() | Quoted():
                yield child


def quoting(words: Words) -> Iterator[Quotation]:
    """Give the quotations of a paragraph in a block quotation.

    The words up to each numbered note are one; without a numbered note all are one. Two notes in a row share their
    words; words behind the last note belong to it, so that nothing that is added to a quotation goes unread.
    Where the file names excerpts, each printing is one, with all the words up to the next.
    """
    if words.printings:
        yield from _printed(words)
        return
    text = words.text
    *others, last = words.numbered or words.refs[:1] or [Ref(len(text), "")]
    start, place = 0, 0
    for ref in others:
        start, place = place if text[place : ref.at].strip() else start, ref.at
        yield Quotation(start, ref.at, display(text[start : ref.at]), ref.label)
    start = place if text[place : last.at].strip() else start
    yield Quotation(start, len(text), display(text[start:]), last.label)


def _printed(words: Words) -> Iterator[Quotation]:
    """Give the printings of a block quotation, each with the room around it, less marks that stand around it alone."""
    text, printings = words.text, words.printings
    starts = [0, *(one.start for one in printings[1:])]
    ends = [*(one.start for one in printings[1:]), len(text)]
    for one, start, end in zip(printings, starts, ends, strict=True):
        is_marked = quotation.is_pair(text[start : one.start].strip(), text[one.end : end].strip())
        whole = text[one.start : one.end] if is_marked else text[start:end]
        yield _named(one, start, end, whole, words.label(one.end, end))


def _named(one: Printing, start: int, end: int, whole: str, label: str) -> Quotation:
    return Quotation(start, end, display(whole), label, excerpt=one.excerpt, occurrence=one.occurrence)


def running(paragraphs: Sequence[Words]) -> list[list[Quotation]]:
    """Give the quotations of paragraphs of running text that follow one another: for each its own, in order.

    What the file calls a printing of an excerpt is one, with all that the innermost marks around it hold. Elsewhere,
    what ends directly before a numbered note is read by that note (`_before_notes`), all other marks by what stands
    around them. Quotations within a quotation are given only where they have numbered notes.
    """
    noted = [list(_inline(words) if words.printings else _before_notes(words)) for words in paragraphs]
    masked = [_masked(words.text, its) for words, its in zip(paragraphs, noted, strict=True)]
    found = quotation.continued(masked)
    return [
        sorted([*(_quotation(words, one) for one in marked), *its])
        for words, marked, its in zip(paragraphs, found, noted, strict=True)
    ]


def _quotation(words: Words, marked: quotation.Marked) -> Quotation:
    end = marked.end + len(marked.closer)
    far = marked.end + reach(words.text[marked.start : marked.end].rstrip(), words.text[marked.end :])
    label = words.label(marked.end, far)
    said = display(words.text[marked.start : marked.end])
    return Quotation(marked.start - len(marked.opener), end, said, label, is_open=not marked.closer)


def _inline(words: Words) -> Iterator[Quotation]:
    """Give the printings in running text: each is the innermost quotation around it."""
    text = words.text
    inner = innermost(text, [one[:2] for one in words.printings], (0, len(text)))
    for one, (start, end) in zip(words.printings, inner, strict=True):
        far = end + reach(text[start:end].rstrip(), text[end:])
        wide = int(quotation.is_pair(text[max(start - 1, 0) : start], text[end : end + 1]))
        yield _named(one, start - wide, end + wide, text[start:end], words.label(one.end, far))


def _before_notes(words: Words) -> Iterator[Quotation]:
    """Give the quotations that end directly before a numbered note.

    Marks do not tell where a quotation begins whose own words hold unpaired ones; then the reading is a guess, and a
    guess that is wrong shows as altered words, never as proved ones that are not there.
    """
    place = 0
    for ref in words.numbered:
        text = words.text[place : ref.at]
        start = _opener(text)
        if start is not None:
            yield Quotation(place + start, ref.at, display(text[start + 1 : -1]), ref.label)
        place = ref.at


def _opener(text: str) -> int | None:
    """Give the offset of the mark that opens the quotation that `text` ends with, None if it ends with none.

    Marks pair from the left. A mark that stays open is taken to be the quotation's own beginning, and what follows for
    its words; if all are closed, the quotation begins with the first one there is.
    """
    closer = text[-1:]
    openers = _OPENERS.get(closer, "")
    opened: list[int] = []
    first = None
    for at, character in enumerate(text[:-1]):
        if character in openers and (character != closer or _opens(text, at)):
            first = at if first is None else first
            opened.append(at)
        elif character == closer and opened and not _is_apostrophe(text, at):
            opened.pop()
    return opened[0] if opened else first


def _opens(text: str, at: int) -> bool:
    """Say whether a straight quotation mark opens: by what is before it, as a typesetter would."""
    before = text[at - 1 : at]
    return not before or before.isspace() or before in "([—–-“‘«"


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isalnum() and text[at + 1].isalnum()


def _masked(text: str, quotations: Iterable[Quotation]) -> str:
    """Give a text with spaces in the place of these quotations."""
    rest, place = [], 0
    for one in quotations:
        rest += [text[place : one.start], " " * (one.end - one.start)]
        place = one.end
    return "".join([*rest, text[place:]])


def prose(words: Words, quotations: Sequence[Quotation]) -> str:
    """Give the words with these quotations left out, their marks too."""
    rest, place = [], 0
    for one in quotations:
        if one.start >= place:
            rest += [words.text[place : one.start], LEFT_OUT]
        place = max(place, one.end)
    return display("".join([*rest, words.text[place:]]))
