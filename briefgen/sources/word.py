"""Word files (Office Open XML, ECMA-376 part 1): headings, lists, tables, notes at the end, and the core properties.

Deleted words of tracked changes are left out, inserted ones are read: it is the text that its reader sees.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Role, Work
from briefgen.sources import fields
from briefgen.sources.pieces import Piece, joined
from briefgen.sources.reading import Reading

_PART = 60_000_000
"""No part may be larger (bytes, unpacked)."""
_W = "{*}"
_OFFICE = re.compile(r"/officeDocument\Z")
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|заголовок|見出し)\s*\d", re.IGNORECASE)
_ROLES = {"title": Role.TITLE, "quote": Role.QUOTE, "intense quote": Role.QUOTE}
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "pict"})
"""What is in a paragraph and is not read: deleted words, a second form of a picture, codes, properties."""
_BROKEN = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, EOFError, ValueError, RuntimeError, KeyError)


class _Style(NamedTuple):
    """What a style says of a paragraph."""

    role: Role | None
    based: str


def read(data: bytes, name: str) -> Reading:
    """Read a Word file. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = _Parts(package)
            pieces = [*_pieces(parts)]
            work = _work(parts)
    except _BROKEN as error:
        why = str(error).partition("\n")[0][:100] or type(error).__name__
        raise UnreadableError(name, f"is a Word file that is damaged ({why})") from error
    text, hints = joined(pieces)
    if not text:
        raise UnreadableError(name, "is a Word file without words")
    return Reading(text, hints, work)


class _Parts:
    """The parts of a package, found by the relations of its main part."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        names = {name.casefold(): name for name in package.namelist()}
        self._names = names
        self._main = self._target("_rels/.rels", "", _OFFICE) or names.get("word/document.xml", "word/document.xml")

    def main(self) -> etree._Element:
        """Give the main part. Raises KeyError where there is none."""
        found = self._tree(self._main)
        if found is None:
            raise KeyError("no document in it")
        return found

    def beside(self, kind: str) -> etree._Element | None:
        """Give the part of a kind ("styles", "footnotes") that belongs to the main part."""
        path = PurePosixPath(self._main)
        relations = f"{path.parent}/_rels/{path.name}.rels"
        target = self._target(relations, str(path.parent), re.compile(f"/{kind}\\Z"))
        return self._tree(target) if target else None

    def properties(self) -> etree._Element | None:
        """Give the core properties."""
        target = self._target("_rels/.rels", "", re.compile(r"/core-properties\Z"))
        return self._tree(target or "docProps/core.xml")

    def _target(self, relations: str, folder: str, kind: re.Pattern[str]) -> str:
        tree = self._tree(relations)
        for each in tree if tree is not None else ():
            if isinstance(each.tag, str) and kind.search(each.get("Type", "")) and each.get("TargetMode") != "External":
                target = each.get("Target", "")
                return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
        return ""

    def _tree(self, name: str) -> etree._Element | None:
        """Give a part as elements; None where there is none. Entities are not replaced, and nothing is loaded."""
        found = self._names.get(name.casefold())
        if found is None:
            return None
        with self._package.open(found) as file:
            data = file.read(_PART + 1)
        if len(data) > _PART:
            raise ValueError("it unpacks to more than any text does")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        return etree.fromstring(data, parser)


def _pieces(parts: _Parts) -> Iterator[Piece]:
    """Give the blocks of a document in order, its notes after them."""
    styles = _styles(parts.beside("styles"))
    body = parts.main().find(f"{_W}body")
    yield from _blocks(body, styles) if body is not None else ()
    for kind in ("footnotes", "endnotes"):
        notes = parts.beside(kind)
        for note in notes if notes is not None else ():
            if isinstance(note.tag, str) and _own(note, "type") in {"", "normal"}:
                yield Piece(Role.BOILERPLATE, "\n".join(_words(each) for each in note.iter(f"{_W}p")))


def _blocks(body: etree._Element, styles: Mapping[str, _Style]) -> Iterator[Piece]:
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        tag = _local(element)
        if tag == "tbl":
            walk.skip_subtree()
            yield Piece(Role.TABLE, "\n".join(_rows(element)))
        elif tag == "p":
            # What floats beside a paragraph (text boxes) is in it, and comes after it.
            yield Piece(_role(element, styles), _words(element))
        elif tag in _UNSEEN:
            walk.skip_subtree()


def _rows(table: etree._Element) -> Iterator[str]:
    """Give the rows of a table, a tab between two cells; a table in a cell is words of that cell."""
    for row in table.iterchildren(f"{_W}tr"):
        cells = row.iter(f"{_W}tc")
        own = (cell for cell in cells if next(cell.iterancestors(f"{_W}tr")) is row)
        yield "\t".join(" ".join(" ".join(map(_words, cell.iter(f"{_W}p"))).split()) for cell in own)


def _words(paragraph: etree._Element) -> str:
    """Give the words of a paragraph, without those of text boxes in it."""
    words: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        tag = _local(element)
        if tag in _UNSEEN or (tag == "p" and element is not paragraph):
            walk.skip_subtree()
        elif tag == "t":
            words.append(element.text or "")
        elif tag in {"tab", "ptab"}:
            words.append("\t")
        elif tag in {"br", "cr"}:
            words.append("\n")
        elif tag == "noBreakHyphen":
            words.append("\u2011")
    return "".join(words).strip()


def _role(paragraph: etree._Element, styles: Mapping[str, _Style]) -> Role | None:
    """Give the role that a paragraph's style or its numbering is sure of."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return None
    style = properties.find(f"{_W}pStyle")
    name = _own(style, "val") if style is not None else ""
    for _ in range(10):  # styles may be based on one another in a ring
        found = styles.get(name)
        if found is None or found.role:
            break
        name = found.based
    if found and found.role:
        return found.role
    if properties.find(f"{_W}outlineLvl") is not None:
        return Role.HEADING
    numbering = properties.find(f"{_W}numPr/{_W}numId")
    return Role.LIST if numbering is not None and _own(numbering, "val") != "0" else None


def _styles(tree: etree._Element | None) -> Mapping[str, _Style]:
    found = {}
    for style in tree.iterchildren(f"{_W}style") if tree is not None else ():
        name, based = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        called = (_own(name, "val") if name is not None else "").casefold()
        level = style.find(f"{_W}pPr/{_W}outlineLvl")
        role = _ROLES.get(called)
        if role is None and (_HEADING.match(called) or (level is not None and _own(level, "val") != "9")):
            role = Role.HEADING
        if role is None and style.find(f"{_W}pPr/{_W}numPr") is not None:
            role = Role.LIST
        found[_own(style, "styleId")] = _Style(role, _own(based, "val") if based is not None else "")
    return found


def _work(parts: _Parts) -> Work:
    """Give the core properties (ECMA-376 part 2, section 11)."""
    tree = parts.properties()
    said = {_local(each): each.text or "" for each in tree} if tree is not None else {}
    author = said.get("creator", "")
    words = {
        "title": said.get("title", ""),
        "author": author if " " in author else "",
        "published": said.get("created", "")[:10],
        "language": said.get("language", ""),
    }
    return fields.said(words, Basis.PROPERTIES)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _own(element: etree._Element, name: str) -> str:
    """Give an attribute of an element, whichever of Word's namespaces it is in."""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")
