"""What an earlier file says, brought into a later one: its notes, links and bookmarks among the words that are gone."""

from collections.abc import Iterator
from copy import deepcopy

from briefgen.formats.docx.atoms import LINK, NOTES, PICTURES, Atom, Piece, atoms, named
from briefgen.formats.docx.changed import Stamps
from briefgen.formats.docx.elements import Element, el
from briefgen.formats.docx.footnoting import part, put_in_order
from briefgen.formats.docx.names import HYPERLINK, STYLES, R, W, listed, listed_note
from briefgen.formats.docx.opened import Opened
from briefgen.formats.docx.relations import relations
from briefgen.formats.docx.revision import Revision
from briefgen.formats.docx.styles import Styles

_START, _END, _NAME, _ID = (f"{{{W}}}{name}" for name in ("bookmarkStart", "bookmarkEnd", "name", "id"))
_RELATION, _ANCHOR = f"{{{R}}}id", f"{{{W}}}anchor"
_SECTION = f"{{{W}}}sectPr"


class Graft:
    """What of `old` a copy of another file takes over, as it is needed."""

    def __init__(self, old: Opened, revision: Revision, stamps: Stamps, new: Opened) -> None:
        self._old, self._revision, self._stamps, self._main = old, revision, stamps, new.main
        self._words = {tuple(key.split(" ", 1)): story.text for key, story in old.notes.items()}
        self._addresses = {name: _addresses(old, name) for name in {old.main, *old.parts.values()}}
        self._names = {one.get(_NAME, "").lower() for one in new.roots[new.main].iter(_START)}
        self._above = max((int(number) for name in self._names if (number := listed(name))), default=0)
        self._homes: dict[str, str] = {}
        self._notes = {f"{kind} {one.get(_ID, '')}": one for kind in NOTES.values() for one in _notes(old, kind)}
        self._numbers = iter(revision.numbers(sum(1 for _ in old.roots[old.main].iter(*NOTES))))
        self._open: dict[str, Element] = {}

    def atoms(self, paragraph: Element) -> list[Atom]:
        """Give the atoms of a paragraph of the old file as they may stand in the new one."""
        made = atoms(paragraph, self._words)  # type: ignore[arg-type]  # a key has two parts
        for atom in made:
            atom.before = list(self._marks(atom.before))
            atom.link = None if atom.link is None else self._linked(atom.link, self._old.main, self._main)
        return made

    def taken(self, atom: Atom) -> Atom:
        """Give an atom that is gone as the new file holds it: with its own note, and a picture as its name."""
        return Atom(atom.key, [self._piece(piece) for piece in atom.pieces], atom.link, atom.before)

    def close(self) -> None:
        """Let each bookmark that was brought along end, at the latest where it begins."""
        for start in self._open.values():
            start.addnext(el("bookmarkEnd", id=start.get(_ID, "")))

    def order(self, document: Element) -> None:
        """Let the ids of notes ascend in the order of their references, if any note was brought along."""
        for kind, name in self._homes.items():
            put_in_order(document, self._revision.root(name), kind)

    def _marks(self, marks: list[Element]) -> Iterator[Element]:
        """Give the bookmarks that the new file does not have, under numbers of their own; other marks stay behind."""
        for one in marks:
            key, name = one.get(_ID, ""), self._renamed(one.get(_NAME, ""))
            if one.tag == _START and name and name.lower() not in self._names:
                self._names.add(name.lower())
                self._open[key] = el("bookmarkStart", id=self._stamps.number(), name=name)
                yield self._open[key]
            elif one.tag == _END and key in self._open:
                yield el("bookmarkEnd", id=self._open.pop(key).get(_ID, ""))

    def _renamed(self, name: str) -> str:
        """Give the name of a bookmark in the new file: of notes in a list, both files have one of each number."""
        number = listed(name)
        return listed_note(int(number) + self._above) if number else name

    def _piece(self, piece: Piece) -> Piece:
        element = piece.element
        if element is not None and element.tag in NOTES:
            return Piece(piece.face, element=self._reference(element))
        return (
            Piece(piece.face, text=f"[{named(element)}]") if element is not None and element.tag in PICTURES else piece
        )

    def _reference(self, reference: Element) -> Element:
        """Copy a reference to a note, and the note."""
        kind, made = NOTES[str(reference.tag)], deepcopy(reference)
        name = f"{kind} {reference.get(_ID, '')}"
        if name in self._notes:
            home, copied = self._home(kind), deepcopy(self._notes[name])
            for link in copied.iter(LINK):
                self._relinked(link, self._old.parts[name], home)
            number = str(next(self._numbers))
            for each in (made, copied):
                each.set(_ID, number)
            self._revision.root(home).append(copied)
        return made

    def _home(self, kind: str) -> str:
        """Give the name of the part that notes of a kind go into."""
        if kind not in self._homes:
            styles = Styles(self._revision.root(self._revision.part(STYLES, "styles")[0]))
            self._homes[kind] = part(self._revision, styles, kind)
        return self._homes[kind]

    def _linked(self, link: Element, owner: str, home: str) -> Element:
        made = deepcopy(link)
        if _ANCHOR in made.attrib:
            made.set(_ANCHOR, self._renamed(made.get(_ANCHOR, "")))
        self._relinked(made, owner, home)
        return made

    def _relinked(self, link: Element, owner: str, home: str) -> None:
        address = self._addresses[owner].get(str(link.attrib.pop(_RELATION, "")))
        if address:
            link.set(_RELATION, self._revision.relate(home, HYPERLINK, address, is_external=True))


def _addresses(file: Opened, name: str) -> dict[str, str]:
    return {one.id: one.target for one in relations(file.archive, name) if one.kind == "hyperlink" and one.is_external}


def _notes(file: Opened, kind: str) -> Iterator[Element]:
    for name in sorted({home for key, home in file.parts.items() if key.startswith(f"{kind} ")}):
        yield from file.roots[name]
