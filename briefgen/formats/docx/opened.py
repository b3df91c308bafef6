"""A Word file that is opened for reading: its body, its notes and the names of its styles."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE, Archive
from briefgen.formats.docx.defined import Sheet
from briefgen.formats.docx.flat import pieces
from briefgen.formats.docx.listing import LISTED, listing
from briefgen.formats.docx.pieces import Node, attribute, name_of
from briefgen.formats.docx.relations import MAIN, Relation, relations
from briefgen.formats.docx.story import Story, assemble
from briefgen.text import display

BODY = "body"
"""The name of the story that is the body; that of a note is its kind and id."""
NOTES = ("footnote", "endnote")
_MARKS = frozenset({"footnotereference", "endnotereference", "footnotecharacters", "endnotecharacters"})


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: what it says, and whose it is."""

    words: str
    author: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a Word file says: the body, and each note under its kind and id ("footnote 3").

    `sheet` has the styles, `remarks` the comments by id. For who writes the file anew: `archive` has the bytes of every
    part, `main` is the name of the main one, `relations` are its own, `roots` are the trees, by the names of their
    parts, in which the stories hold their words, just as they were read; `parts` gives for a story ("body",
    "endnote 2") the name of its part.
    """

    body: Story
    notes: dict[str, Story]
    sheet: Sheet
    remarks: dict[str, Remark]
    archive: Archive
    main: str
    relations: tuple[Relation, ...]
    roots: dict[str, Node]
    parts: dict[str, str]

    def story(self, name: str) -> Story:
        """Give the story of this name, as a Spot says it."""
        return self.body if name == BODY else self.notes[name]


def open_file(data: bytes) -> Opened:
    """Open a Word file. Raises UnreadableError when it is none, is damaged, or was made to do harm."""
    archive = Archive(data)
    main = next((one.target for one in relations(archive, "") if one.kind == MAIN), "word/document.xml")
    root = archive.xml(main)
    if root is None or name_of(root) != "document":
        raise UnreadableError(FILE, "it has no main document part; is it a .docx?")
    related = relations(archive, main)
    sheet = Sheet(_first(archive, related, "styles")[1])
    marks = sheet.ids(_MARKS)
    roots, parts, notes = {main: root}, {BODY: main}, {}
    for kind in NOTES:
        part, found = _first(archive, related, f"{kind}s")
        if found is not None:
            roots[part] = found
            for key, note in _ordinary(kind, found):
                parts[key], notes[key] = part, assemble(pieces(note, marks, sheet))
    apart = listing(root, marks)
    for number, note in apart.items():
        key = f"{LISTED} {number}"
        parts[key], notes[key] = main, assemble(pieces(note, marks, sheet))
    body = assemble(pieces(root, marks if apart else frozenset(), sheet, apart))
    return Opened(body, notes, sheet, _remarks(archive, related), archive, main, related, roots, parts)


def _ordinary(kind: str, root: Node) -> Iterator[tuple[str, Node]]:
    """Give the notes that hold words, not the lines above notes, under their keys."""
    for note in root:
        if name_of(note) == kind and attribute(note, "type") in {"", "normal"}:
            yield f"{kind} {attribute(note, 'id')}", note


def _remarks(archive: Archive, related: tuple[Relation, ...]) -> dict[str, Remark]:
    """Give the comments by id."""
    _, root = _first(archive, related, "comments")
    comments = [one for one in (() if root is None else root) if name_of(one) == "comment"]
    return {
        attribute(one, "id"): Remark(display(assemble(pieces(one)).text), attribute(one, "author")) for one in comments
    }


def _first(archive: Archive, related: tuple[Relation, ...], kind: str) -> tuple[str, Node | None]:
    """Give the first related part of a kind that there is: its name and its root."""
    for relation in related:
        if relation.kind == kind and not relation.is_external:
            root = archive.xml(relation.target)
            if root is not None:
                return relation.target, root
    return "", None
