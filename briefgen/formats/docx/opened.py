"""A Word file that is opened for reading: its body, its notes and the names of its styles."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE, Archive
from briefgen.formats.docx.names import style_key
from briefgen.formats.docx.pieces import Node, attribute, below, name_of, pieces
from briefgen.formats.docx.relations import MAIN, Relation, relations
from briefgen.formats.docx.story import Story, assemble

BODY = "body"
"""The name of the story that is the body; that of a note is its kind and id."""
NOTES = ("footnote", "endnote")
_MARKS = frozenset({"footnotereference", "endnotereference", "footnotecharacters", "endnotecharacters"})
_DEEPEST = 16
"""How many styles one may be based on, in a line; Word allows eleven."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a Word file says: the body, and each note under its kind and id ("footnote 3").

    `styles` gives for the id of a style its key (see `style_key`) and those of all the styles it is based on. For who
    writes the file anew: `archive` has the bytes of every part, `main` is the name of the main one, `relations` are its
    own, `roots` are the trees, by the names of their parts, in which the stories hold their words, just as they were
    read; `parts` gives for a story ("body", "endnote 2") the name of its part.
    """

    body: Story
    notes: dict[str, Story]
    styles: dict[str, frozenset[str]]
    archive: Archive
    main: str
    relations: tuple[Relation, ...]
    roots: dict[str, Node]
    parts: dict[str, str]

    def story(self, name: str) -> Story:
        """Give the story of this name, as a Spot says it."""
        return self.body if name == BODY else self.notes[name]

    def is_in(self, styles: tuple[str, ...], keys: frozenset[str]) -> bool:
        """Say whether one of these styles, given by id, is one of `keys` or based on it."""
        return any(self.styles.get(style, frozenset({style_key(style)})) & keys for style in styles)


def open_file(data: bytes) -> Opened:
    """Open a Word file. Raises UnreadableError when it is none, is damaged, or was made to do harm."""
    archive = Archive(data)
    main = next((one.target for one in relations(archive, "") if one.kind == MAIN), "word/document.xml")
    root = archive.xml(main)
    if root is None or name_of(root) != "document":
        raise UnreadableError(FILE, "it has no main document part; is it a .docx?")
    related = relations(archive, main)
    _, sheet = _first(archive, related, "styles")
    styles = _styles([] if sheet is None else list(sheet))
    marks = frozenset(style for style, keys in styles.items() if keys & _MARKS)
    roots, parts, notes = {main: root}, {BODY: main}, {}
    for kind in NOTES:
        part, found = _first(archive, related, f"{kind}s")
        if found is not None:
            roots[part] = found
            for key, note in _ordinary(kind, found):
                parts[key], notes[key] = part, assemble(pieces(note, marks))
    return Opened(assemble(pieces(root)), notes, styles, archive, main, related, roots, parts)


def _ordinary(kind: str, root: Node) -> Iterator[tuple[str, Node]]:
    """Give the notes that hold words, not the lines above notes, under their keys."""
    for note in root:
        if name_of(note) == kind and attribute(note, "type") in {"", "normal"}:
            yield f"{kind} {attribute(note, 'id')}", note


def _first(archive: Archive, related: tuple[Relation, ...], kind: str) -> tuple[str, Node | None]:
    """Give the first related part of a kind that there is: its name and its root."""
    for relation in related:
        if relation.kind == kind and not relation.is_external:
            root = archive.xml(relation.target)
            if root is not None:
                return relation.target, root
    return "", None


def _styles(defined: list[Node]) -> dict[str, frozenset[str]]:
    """Give the names of each style and of its bases, by its id."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in defined:
        name, base = below(style, "name"), below(style, "basedOn")
        if name_of(style) == "style" and name is not None:
            names[attribute(style, "styleId")] = style_key(attribute(name, "val"))
            bases[attribute(style, "styleId")] = "" if base is None else attribute(base, "val")
    return {style: frozenset(names[one] for one in _line(style, bases) if one in names) for style in names}


def _line(style: str, bases: dict[str, str]) -> set[str]:
    """Give a style and what it is based on, however often that goes round."""
    line: set[str] = set()
    while style and style not in line and len(line) < _DEEPEST:
        line.add(style)
        style = bases.get(style, "")
    return line
