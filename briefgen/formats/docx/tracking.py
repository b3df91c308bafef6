"""Two Word files as one with tracked changes: what a person accepts is the new file, what they reject the old one."""

from collections.abc import Sequence
from copy import deepcopy

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE
from briefgen.formats.docx.atoms import LOOK, Atom, atoms
from briefgen.formats.docx.changed import Stamps, Told, compared, fill, mark
from briefgen.formats.docx.elements import Element, el
from briefgen.formats.docx.grafting import Graft
from briefgen.formats.docx.matching import Pair, matched
from briefgen.formats.docx.names import ENDNOTES, FOOTNOTES, W
from briefgen.formats.docx.opened import Opened, open_file
from briefgen.formats.docx.revision import Revision
from briefgen.formats.docx.settled import settle
from briefgen.formats.printed.names import printing

_P, _TABLE, _ROW, _CELL, _BODY = (f"{{{W}}}{name}" for name in ("p", "tbl", "tr", "tc", "body"))
_CONTROL, _CONTENT, _SECTION, _ROW_LOOK = (f"{{{W}}}{name}" for name in ("sdt", "sdtContent", "sectPr", "trPr"))
_BLOCKS = frozenset({_P, _TABLE})
_ID, _START = f"{{{W}}}id", f"{{{W}}}bookmarkStart"


def tracked(old: bytes, new: bytes, author: str = "briefgen") -> bytes:
    """Give a copy of the Word file `new` in which all that its body says otherwise than `old` is a tracked change.

    With all changes accepted it says what `new` says, with all rejected what `old` says, and its notes with it; looks,
    headers and footers are those of `new`. Changes that are tracked in either file are taken as accepted. Of `old` come
    along the notes, links and bookmarks of what is gone; a picture that is gone stands as its name. The same two files
    give the same bytes.

    Raises UnreadableError when a file cannot be read, or cannot be changed without breaking it.
    """
    tracking = _Tracking(open_file(old), open_file(new), author)
    try:
        return tracking.file()
    except ValueError as error:
        raise UnreadableError(FILE, str(error)) from error


class _Tracking:
    """A copy of the new file while the old one is put into it."""

    def __init__(self, old: Opened, new: Opened, author: str) -> None:
        self._revision = Revision(new)
        for kind, tag in ((FOOTNOTES, "footnotes"), (ENDNOTES, "endnotes")):
            if any(name.startswith(tag.removesuffix("s")) for name in new.notes):
                self._revision.part(kind, tag)
        for root in {id(root): root for file in (old, new) for root in file.roots.values()}.values():
            settle(root)
        self._roots = old.roots[old.main], new.roots[new.main]
        numbers = (one.get(_ID, "") for root in new.roots.values() for one in root.iter())
        self._stamps = Stamps(author, max((int(n) for n in numbers if n.isdecimal() and len(n) < 9), default=0))
        self._graft = Graft(old, self._revision, self._stamps, new)
        self._words = {tuple(key.split(" ", 1)): story.text for key, story in new.notes.items()}
        self._held: dict[Element, list[Atom]] = {}

    def file(self) -> bytes:
        old, new = (root.find(_BODY) for root in self._roots)
        if old is None or new is None:
            raise UnreadableError(FILE, "it has no body")
        self._container(old, new)
        self._graft.close()
        self._graft.order(self._roots[1])
        return self._revision.save()

    def _atoms(self, paragraph: Element, *, is_old: bool) -> list[Atom]:
        if paragraph not in self._held:
            self._held[paragraph] = (
                self._graft.atoms(paragraph) if is_old else atoms(paragraph, self._words)  # type: ignore[arg-type]
            )
        return self._held[paragraph]

    def _text(self, block: Element, *, is_old: bool) -> str:
        """Give what a block says, by which blocks are compared; a table says what its paragraphs say."""
        said = (
            " ".join(atom.key for atom in self._atoms(one, is_old=is_old))
            if block.tag != _P
            else "".join(atom.key for atom in self._atoms(one, is_old=is_old))
            for one in block.iter(_P)
        )
        return f"{'' if block.tag == _P else chr(1)}{chr(2).join(said)}"

    def _container(self, old: Element, new: Element) -> None:
        """Put the blocks of a body or a cell into those of another."""
        for each in (old, new):
            _opened(each)
        blocks = [[one for one in each if one.tag in _BLOCKS] for each in (old, new)]
        pairs = self._matched(*blocks)
        told: list[tuple[str, Element]] = []
        last: Element | None = None
        for i, j in pairs:
            if j is None:
                made = self._gone(blocks[0][i or 0])
                _put(made, last, blocks[1], new)
                last = made
                told.append(("del", made))
            else:
                last = blocks[1][j]
                told.append(("ins" if i is None else "", last))
                self._stays(None if i is None else blocks[0][i], last)
        self._mark(told)

    def _matched(self, old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
        texts = [self._text(one, is_old=True) for one in old], [self._text(one, is_old=False) for one in new]
        pairs: list[Pair] = []
        for i, j in matched(*texts):
            if i is not None and j is not None and _kind(old[i]) != _kind(new[j]):
                pairs += [(i, None), (None, j)]
            else:
                pairs.append((i, j))
        return _ended(pairs, old, new)

    def _stays(self, old: Element | None, new: Element) -> None:
        """Let a block of the new file hold what it held in the old one too, as gone; without an old one, all is new."""
        if new.tag == _TABLE:
            self._table(old, new)
        elif old is None:
            fill(new, [Told("ins", each) for each in self._atoms(new, is_old=False)], self._stamps)
        else:
            before, after = self._atoms(old, is_old=True), self._atoms(new, is_old=False)
            if [each.key for each in before] != [each.key for each in after]:
                told = (
                    Told(one.state, self._graft.taken(one.atom) if one.state == "del" else one.atom, one.old)
                    for one in compared(before, after)
                )
                fill(new, told, self._stamps)

    def _gone(self, old: Element) -> Element:
        """Make a copy of a block of the old file, of which all is gone."""
        made = deepcopy(old)
        for one, copy in zip(old.iter(_P), list(made.iter(_P)), strict=True):
            for section in copy.findall(f"{LOOK}/{_SECTION}"):
                section.getparent().remove(section)  # type: ignore[union-attr]  # it was found in one
            fill(copy, [Told("del", self._graft.taken(each)) for each in self._atoms(one, is_old=True)], self._stamps)
        for row in made.iter(_ROW):
            self._row(row, "del")
        return made

    def _table(self, old: Element | None, new: Element) -> None:
        rows = [[] if one is None else one.findall(_ROW) for one in (old, new)]
        texts = [[self._text(row, is_old=at == 0) for row in part] for at, part in enumerate(rows)]
        last: Element | None = None
        for i, j in matched(*texts):
            is_alike = (
                i is not None and j is not None and len(rows[0][i].findall(_CELL)) == len(rows[1][j].findall(_CELL))
            )
            if i is not None and not is_alike:
                made = self._gone(rows[0][i])
                self._row(made, "del")
                _put(made, last, rows[1], new)
                last = made
            if j is not None:
                last = rows[1][j]
                if i is not None and is_alike:
                    for one, other in zip(rows[0][i].findall(_CELL), last.findall(_CELL), strict=True):
                        self._container(one, other)
                else:
                    self._new_row(last)

    def _new_row(self, row: Element) -> None:
        for one in row.iter(_P):
            self._stays(None, one)
        for each in row.iter(_ROW):
            self._row(each, "ins")

    def _row(self, row: Element, state: str) -> None:
        look = row.find(_ROW_LOOK)
        if look is None:
            look = el("trPr")
            row.insert(sum(one.tag == f"{{{W}}}tblPrEx" for one in row), look)
        if look.find(f"{{{W}}}{state}") is None:
            look.append(self._stamps.change(state))

    def _mark(self, told: Sequence[tuple[str, Element]]) -> None:
        """Say which marks of paragraphs are new or gone.

        The last of a body or a cell has a mark that can be neither: so where it is, it is the mark before the new (or
        gone) paragraphs at the end that is said to be; behind a table an empty paragraph is left.
        """
        states, blocks = [state for state, _ in told], [block for _, block in told]
        run = len(states)
        while run and states[run - 1] == states[-1] != "" and blocks[run - 1].tag == _P:
            run -= 1
        if 0 < run < len(states) and not states[run - 1] and blocks[run - 1].tag == _P:
            states[run - 1] = states[-1]
            if states[-1] == "del":
                _set_as(blocks[-1], blocks[run - 1])
        for state, block in list(zip(states, blocks, strict=True))[:-1]:
            if state and block.tag == _P:
                mark(block, state, self._stamps)


def _kind(block: Element) -> tuple[str, frozenset[str]]:
    """Say what two blocks must have in common to be two states of one: a paragraph prints the same excerpts in both."""
    names = (one.get(f"{{{W}}}name", "") for one in (block.iter(_START) if block.tag == _P else ()))
    return str(block.tag), frozenset(found[0] for name in names if (found := printing(name)))


def _set_as(paragraph: Element, other: Element) -> None:
    """Set a paragraph as another is.

    No change of looks is tracked: LibreOffice (7.4) forgets the changes of words where there is one.
    """
    for look in paragraph.findall(LOOK):
        paragraph.remove(look)
    for look in other.findall(LOOK):
        paragraph.insert(0, made := deepcopy(look))
        for section in made.findall(_SECTION):
            made.remove(section)


def _ended(pairs: list[Pair], old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
    """Make one of the last old and the last new paragraph where each is alone: a text ends with one mark."""
    alone = [at for at, (i, j) in enumerate(pairs) if i is None or j is None]
    tail = len(pairs)
    while tail and tail - 1 in alone:
        tail -= 1
    gone = [i for i, j in pairs[tail:] if i is not None]
    come = [j for i, j in pairs[tail:] if j is not None]
    if gone and come and old[gone[-1]].tag == new[come[-1]].tag == _P:
        ends: list[Pair] = [*((i, None) for i in gone[:-1]), *((None, j) for j in come[:-1]), (gone[-1], come[-1])]
        return [*pairs[:tail], *ends]
    return pairs


def _opened(container: Element) -> None:
    """Let the blocks of content controls stand in their place, that they can be compared."""
    while (control := container.find(_CONTROL)) is not None:
        for content in control.findall(_CONTENT):
            for child in list(content):
                control.addprevious(child)
        container.remove(control)


def _put(made: Element, last: Element | None, blocks: Sequence[Element], container: Element) -> None:
    """Put something that is gone behind what stands before it; else before all blocks; else where blocks begin."""
    if last is not None:
        last.addnext(made)
    elif blocks:
        blocks[0].addprevious(made)
    else:
        container.insert(len(container) - sum(one.tag == _SECTION for one in container), made)
