"""Atoms of two states of a paragraph, written as one with tracked changes."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count
from typing import Literal

from lxml import etree

from briefgen.formats.docx.atoms import FACE, LOOK, TEXT, Atom, Piece
from briefgen.formats.docx.elements import Element, el, preserve, words
from briefgen.formats.docx.names import W

State = Literal["", "ins", "del"]
"""Whether something is new, gone, or neither."""
_MOST = 4_000
"""Atoms of a paragraph that are compared one by one; longer ones are changed as a whole."""
_DELETED = {TEXT: f"{{{W}}}delText", f"{{{W}}}instrText": f"{{{W}}}delInstrText"}


@dataclass(frozen=True, slots=True)
class Told:
    """An atom, and what became of it; `old` is the atom that it was, where it stays."""

    state: State
    atom: Atom
    old: Atom | None = None


class Stamps:
    """Whose the changes are. Each is numbered: no two annotations of a file have one number."""

    def __init__(self, author: str, above: int) -> None:
        self._author, self._numbers = author, count(above + 1)

    def change(self, state: str) -> Element:
        """Make an empty `w:ins` or `w:del`. It bears no date: the same files give the same bytes."""
        return el(state, id=self.number(), author=self._author)

    def number(self) -> int:
        """Give a number that nothing else has."""
        return next(self._numbers)


def compared(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Told]:
    """Tell two states of a paragraph as one: what stays, what is gone, what is new. The last atoms are its ends."""
    before, after = [each.key for each in old[:-1]], [each.key for each in new[:-1]]
    for tag, i, i_end, j, j_end in _runs(before, after):
        if tag == "equal":
            yield from (Told("", new[j + at], old[i + at]) for at in range(i_end - i))
        else:
            yield from (Told("del", each) for each in old[i:i_end])
            yield from (Told("ins", each) for each in new[j:j_end])
    yield Told("", new[-1], old[-1])


def _runs(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Give what stays and what does not, by turns; white space between two changes is changed with them."""
    if max(len(before), len(after)) > _MOST:
        return [("replace", 0, len(before), 0, len(after))]
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    made: list[tuple[str, int, int, int, int]] = []
    for at, (tag, i, i_end, j, j_end) in enumerate(codes):
        is_gap = tag == "equal" and 0 < at < len(codes) - 1 and not "".join(before[i:i_end]).strip()
        is_changed = tag != "equal" or is_gap
        if is_changed and made and made[-1][0] == "replace":
            made[-1] = ("replace", made[-1][1], i_end, made[-1][3], j_end)
        else:
            made.append(("replace" if is_changed else "equal", i, i_end, j, j_end))
    return made


def fill(paragraph: Element, told: Iterable[Told], stamps: Stamps) -> None:
    """Put atoms in the place of all that a paragraph holds."""
    for child in list(paragraph):
        if child.tag != LOOK:
            paragraph.remove(child)
    writing = _Writing(paragraph, stamps)
    for each in told:
        writing.add(each)


class _Writing:
    """A paragraph while it is written: the link, the change and the run that go on."""

    def __init__(self, paragraph: Element, stamps: Stamps) -> None:
        self._paragraph, self._stamps = paragraph, stamps
        self._link: tuple[Element, Element] | None = None
        self._change: tuple[State, Element] | None = None
        self._run: tuple[bytes, Element] | None = None

    def add(self, told: Told) -> None:
        for mark in (*(told.old.before if told.old else ()), *told.atom.before):
            self._link = self._change = self._run = None
            self._paragraph.append(mark)
        for at, piece in enumerate(told.atom.pieces):
            self._piece(piece, self._holder(told), told.state, joins=not at)

    def _holder(self, told: Told) -> Element:
        """Give the element that runs stand in now: the paragraph, a link in it, a change in either."""
        link = told.atom.link
        if (self._link and self._link[0]) is not link:
            self._change = self._run = None
            self._link = None if link is None else (link, _empty(link))
            if self._link:
                self._paragraph.append(self._link[1])
        holder = self._link[1] if self._link else self._paragraph
        if (self._change[0] if self._change else "") != told.state:
            self._run = None
            self._change = (told.state, self._stamps.change(told.state)) if told.state else None
            if self._change:
                holder.append(self._change[1])
        return self._change[1] if self._change else holder

    def _piece(self, piece: Piece, holder: Element, state: State, *, joins: bool) -> None:
        """Write a piece; words that begin an atom join those before, so that they are not in crumbs."""
        look = b"" if piece.face is None else etree.tostring(piece.face, method="c14n", exclusive=True)
        if self._run is None or self._run[0] != look:
            run = el("r")
            if piece.face is not None:
                run.append(deepcopy(piece.face))
            holder.append(run)
            self._run = look, run
        run = self._run[1]
        if piece.element is not None:
            run.append(deepcopy(piece.element))
        elif joins and len(run) and run[-1].tag in {TEXT, _DELETED[TEXT]}:
            run[-1].text = (run[-1].text or "") + piece.text
            preserve(run[-1])
        else:
            run.append(words(piece.text))
        if state == "del":
            run[-1].tag = _DELETED.get(str(run[-1].tag), run[-1].tag)


def _empty(link: Element) -> Element:
    made = el("hyperlink")
    for name, value in link.attrib.items():
        made.set(name, value)
    return made


def mark(paragraph: Element, state: str, stamps: Stamps) -> None:
    """Say that the mark at the end of a paragraph is new or gone (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20)."""
    look = paragraph.find(LOOK)
    if look is None:
        look = el("pPr")
        paragraph.insert(0, look)
    face = look.find(FACE)
    if face is None:
        face = el("rPr")
        after = [at for at, one in enumerate(look) if one.tag in {f"{{{W}}}sectPr", f"{{{W}}}pPrChange"}]
        look.insert(after[0] if after else len(look), face)
    face.insert(0, stamps.change(state))
