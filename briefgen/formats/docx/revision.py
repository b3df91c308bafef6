"""A copy of a Word file in which a few parts change, and every other stays byte for byte as it is."""

import posixpath
import re
from itertools import chain, count, islice

from lxml import etree

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE, zipped
from briefgen.formats.docx.elements import Element, el, serialised
from briefgen.formats.docx.names import RELATIONS, TYPES, Kind, W
from briefgen.formats.docx.opened import Opened
from briefgen.formats.docx.relations import home

_CONTENT_TYPES = "[Content_Types].xml"
_SIGNATURE, _SIGNATURES = "/digital-signature/origin", "_xmlsignatures/"
_NUMBERED = tuple(
    f"{{{W}}}{name}"
    for name in (
        "comment", "commentRangeStart", "commentRangeEnd", "commentReference",
        "footnote", "footnoteReference", "endnote", "endnoteReference",
    )
)  # fmt: skip
_NUMBER = re.compile(r"-?[0-9]{1,10}\Z")
_GREATEST = 2**15 - 1
"""The greatest id of a note or a comment that no program of today or of old takes for a negative one."""


class Revision:
    """A Word file while parts of it are changed.

    The tree of the main part, and those that `root` gives, may be changed; `save` writes anew the parts that say
    something else than before, and copies the others. The main part keeps its content type, so that a template, or a
    file with macros, stays what it is.

    Raises UnreadableError for a file in the strict form of ISO/IEC 29500, which few programs write.
    """

    def __init__(self, file: Opened) -> None:
        self._file = file
        self._roots: dict[str, Element] = {}
        self._before: dict[str, bytes] = {}
        self._related: dict[str, set[str]] = {}
        if etree.QName(file.roots[file.main]).namespace != W:
            raise UnreadableError(FILE, "it is in the strict form of Office Open XML; save it as an ordinary .docx")
        self._open(file.main)

    def part(self, kind: Kind, tag: str) -> tuple[str, bool]:
        """Give the name of the one part of this kind that belongs to the document, and whether it is new.

        Its root is `w:tag`. A new part stands beside the main one. Raises UnreadableError when it is damaged.
        """
        for relation in self._file.relations:
            if relation.kind == posixpath.basename(kind.relation) and not relation.is_external:
                root = self._open(relation.target)
                if root is None or root.tag != f"{{{W}}}{tag}":
                    raise UnreadableError(f"{FILE}, {relation.target}", f"missing, or not a part of {tag}")
                return relation.target, False
        return self._add(kind, tag), True

    def root(self, name: str) -> Element:
        """Give the root of a part that `part` has named."""
        return self._roots[name]

    def relate(self, owner: str, relation: str, target: str, *, is_external: bool = False) -> str:
        """Relate the part `owner` to an address, or to a part by the way from its folder; give the relation's id."""
        root = self._open(home(owner))
        if root is None:
            root = self._create(home(owner), etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>'))
        if owner not in self._related:
            self._related[owner] = {one.get("Id", "") for one in root}
        used = self._related[owner]
        key = next(key for number in count(len(used) + 1) if (key := f"rId{number}") not in used)
        used.add(key)
        made = etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=key, Type=relation, Target=target)
        if is_external:
            made.set("TargetMode", "External")
        return key

    def numbers(self, wanted: int) -> list[int]:
        """Give ids for new notes or comments: after the greatest that either has, then those in between.

        The schema asks that comments differ from comments only; LibreOffice (7.4) takes a comment for the note with the
        same id. Raises UnreadableError when fewer ids are left than are wanted.
        """
        roots = {id(root): root for root in (*self._file.roots.values(), *self._roots.values())}
        keys = (one.get(f"{{{W}}}id", "") for root in roots.values() for one in root.iter(*_NUMBERED))
        used = {int(key) for key in keys if _NUMBER.match(key)}
        last = max({0, *used})
        free = chain(range(last + 1, _GREATEST + 1), (number for number in range(1, last) if number not in used))
        given = list(islice(free, wanted))
        if len(given) < wanted:
            raise UnreadableError(FILE, "it has no room for as many notes or comments")
        return given

    def save(self) -> bytes:
        """Give the file: the same changes to the same file give the same bytes.

        A digital signature is left out, for it vouches for bytes that are no longer there.
        """
        parts = self._file.archive.parts()
        self._unsign(signatures := {name for name in parts if name.startswith(_SIGNATURES)})
        for name, root in self._roots.items():
            if (data := serialised(root)) != self._before[name]:
                parts[self._file.archive.held(name)] = data
        return zipped({name: data for name, data in parts.items() if name not in signatures})

    def _open(self, name: str) -> Element | None:
        """Give the root of a part that may be changed; None where there is no such part."""
        if name not in self._roots:
            root = self._file.roots.get(name)
            root = self._file.archive.xml(name) if root is None else root
            if root is None:
                return None
            self._roots[name], self._before[name] = root, serialised(root)
        return self._roots[name]

    def _create(self, name: str, root: Element) -> Element:
        self._roots[name], self._before[name] = root, b""
        return root

    def _add(self, kind: Kind, tag: str) -> str:
        """Add an empty part of a kind, under a name that is free."""
        beside = posixpath.join(posixpath.dirname(self._file.main), tag)
        names = (f"{beside}{number or ''}.xml" for number in count())
        name = next(name for name in names if self._file.archive.read(name) is None)
        self._create(name, el(tag))
        etree.SubElement(self._types(), f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind.content)
        self.relate(self._file.main, kind.relation, posixpath.basename(name))
        return name

    def _types(self) -> Element:
        root = self._open(_CONTENT_TYPES)
        if root is None:
            raise UnreadableError(FILE, "it does not say of what type its parts are")
        return root

    def _unsign(self, signatures: set[str]) -> None:
        """Forget what is said of these parts, which are a signature."""
        related = self._open(home("")) if signatures else None
        for relation in () if related is None else related.findall("{*}Relationship"):
            if relation.get("Type", "").endswith(_SIGNATURE):
                _remove(relation)
        for override in self._types().findall("{*}Override") if signatures else ():
            if override.get("PartName", "").lstrip("/") in signatures:
                _remove(override)


def _remove(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)
