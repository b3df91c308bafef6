"""A Word file that is opened for reading: its body, its notes and the names of its styles."""

import posixpath
from dataclasses import dataclass

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE, Archive
from briefgen.formats.docx.names import style_key
from briefgen.formats.docx.pieces import Node, attribute, below, name_of, pieces
from briefgen.formats.docx.story import Story, assemble

_MARKS = frozenset({"footnotereference", "endnotereference", "footnotecharacters", "endnotecharacters"})
_DEEPEST = 16
"""How many styles one may be based on, in a line; Word allows eleven."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a Word file says: the body, and each note under its kind and id ("footnote 3").

    `styles` gives for the id of a style its key (see `style_key`) and those of all the styles it is based on.
    """

    body: Story
    notes: dict[str, Story]
    styles: dict[str, frozenset[str]]

    def is_in(self, styles: tuple[str, ...], keys: frozenset[str]) -> bool:
        """Say whether one of these styles, given by id, is one of `keys` or based on it."""
        return any(self.styles.get(style, frozenset({style_key(style)})) & keys for style in styles)


def open_file(data: bytes) -> Opened:
    """Open a Word file. Raises UnreadableError when it is none, is damaged, or was made to do harm."""
    archive = Archive(data)
    main = next(iter(_related(archive, "").get("officeDocument", ())), "word/document.xml")
    root = archive.xml(main)
    if root is None:
        raise UnreadableError(FILE, "it has no main document part; is it a .docx?")
    related = _related(archive, main)
    styles = _styles(_first(archive, related, "styles"))
    marks = frozenset(style for style, keys in styles.items() if keys & _MARKS)
    notes = {
        f"{kind} {attribute(note, 'id')}": assemble(pieces(note, marks))
        for kind in ("footnote", "endnote")
        for note in _first(archive, related, f"{kind}s")
        if name_of(note) == kind and attribute(note, "type") in {"", "normal"}
    }
    return Opened(assemble(pieces(root)), notes, styles)


def _first(archive: Archive, related: dict[str, list[str]], kind: str) -> list[Node]:
    """Give the children of the first related part of a kind; none where there is no such part."""
    root = next((found for name in related.get(kind, ()) if (found := archive.xml(name)) is not None), None)
    return [] if root is None else list(root)


def _related(archive: Archive, part: str) -> dict[str, list[str]]:
    """Give the names of the parts that a part (the package, where empty) is related to, by kind of relationship."""
    folder, name = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, list[str]] = {}
    for relation in () if root is None else root:
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            found.setdefault(kind, []).append(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return found


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
