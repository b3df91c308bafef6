"""The package of parts that a Word file is, made from a reference document."""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.opc.part import XmlPart

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import rezipped
from briefgen.formats.docx.elements import Element, el, fragment
from briefgen.formats.docx.names import DOCUMENT, FONTS, HYPERLINK, NUMBERING, SETTINGS, STYLES, THEME, Kind, R, W
from briefgen.formats.docx.stylesheet import PAGE

_KEPT = frozenset({STYLES.relation, NUMBERING.relation, SETTINGS.relation, FONTS.relation, THEME.relation})


class Package:
    """A Word file in the looks of a reference document, and with none of its words.

    Of the reference document stay styles, lists, fonts, theme, page, and the headers and footers of its last section.
    Text, notes, comments, properties, custom XML and the address of its template are left behind: a brief must not
    tell who made the reference document, or of what.

    Raises UnreadableError when `reference` is not a Word document.
    """

    def __init__(self, reference: bytes) -> None:
        try:
            self.document: Any = Document(BytesIO(reference))
        except (OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
            raise UnreadableError("reference document", f"not a Word document (.docx): {error}") from error
        self.main: Any = self.document.part
        self.body: Element = self.document.element.body
        if self.body is None:
            raise UnreadableError("reference document", "it has no body")
        self.section = self._clear()
        self._forget()

    def root(self, kind: Kind, name: str, tag: str) -> Element:
        """Give the root of the one part of this kind that belongs to the document; it is made if need be."""
        for relation in self.main.rels.values():
            if relation.reltype == kind.relation:
                found: Element = relation.target_part.element
                return found
        root = el(tag)
        self.add(self.main, kind, name, root)
        return root

    def add(self, owner: Any, kind: Kind, name: str, content: Element | bytes) -> Any:  # noqa: ANN401 - python-docx is not typed
        """Add a part that belongs to `owner`. In `name`, `%d` stands for the next free number."""
        package = self.main.package
        name = package.next_partname(name) if "%d" in name else PackURI(name)
        make: Any = OpcPart if isinstance(content, bytes) else XmlPart
        part = make(name, kind.content, content, package)
        owner.relate_to(part, kind.relation)
        return part

    def properties(self, kind: Kind, name: str, content: bytes) -> None:
        """Add a part of properties, which belongs to the package itself."""
        self.add(self.main.package, kind, name, content)

    def save(self) -> bytes:
        """Give the file. The same parts give the same bytes."""
        stream = BytesIO()
        self.main.package.save(stream)
        return rezipped(stream.getvalue())

    def width(self) -> int:
        """Give the width of the text on a page, in twips."""

        def number(tag: str, name: str, usual: int) -> int:
            found = self.section.find(f"{{{W}}}{tag}")
            return usual if found is None else int(found.get(f"{{{W}}}{name}", usual))

        page, margins = number("pgSz", "w", 11906), (number("pgMar", side, 1418) for side in ("left", "right"))
        return max(page - sum(margins), 1440)

    def _clear(self) -> Element:
        """Empty the body, all but its last section, and give that."""
        section: Element | None = self.body.find(f"{{{W}}}sectPr")
        for child in list(self.body):
            if child is not section:
                self.body.remove(child)
        if section is None:
            section = el("sectPr", *fragment(PAGE))
            self.body.append(section)
        for name in section.attrib:
            del section.attrib[name]  # the numbers of editing sessions, nothing else
        return section

    def _forget(self) -> None:
        """Leave behind what the document or its package refers to and a brief does not need."""
        used = {child.get(f"{{{R}}}id") for child in self.section}
        _drop(self.main.rels, lambda key, relation: key in used or relation.reltype in _KEPT)
        _drop(self.main.package.rels, lambda _, relation: relation.reltype == DOCUMENT.relation)
        for relation in self.main.rels.values():
            if relation.reltype == SETTINGS.relation:
                relation.target_part.rels.clear()  # where its template lies, on somebody's machine


def _drop(relations: dict[str, Any], is_kept: Callable[[str, Any], bool]) -> None:
    for key in [key for key, relation in relations.items() if not is_kept(key, relation)]:
        del relations[key]


def relating(part: Any) -> Callable[[str], str]:  # noqa: ANN401 - python-docx is not typed
    """Give the function that gives the relationship id of an external address in `part`."""
    return cache(lambda address: part.relate_to(address, HYPERLINK, is_external=True))
