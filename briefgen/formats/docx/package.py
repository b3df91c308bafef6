"""The package of parts that a Word file is, made from a reference document."""

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.opc.part import XmlPart
from docx.opc.pkgwriter import PackageWriter

from briefgen.errors import UnreadableError
from briefgen.formats.docx import house
from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.elements import Element, el, fragment
from briefgen.formats.docx.marker import fill, marker
from briefgen.formats.docx.names import DOCUMENT, FONTS, HYPERLINK, NUMBERING, SETTINGS, STYLES, THEME, Kind, R, W
from briefgen.formats.docx.sections import column_width, text_width
from briefgen.formats.docx.stylesheet import PAGE

_SECTION = f"{{{W}}}sectPr"
_STORIES = frozenset({f"{R}/header", f"{R}/footer"})
_NAMED = frozenset({"header", "footer", "image", "hyperlink"})
"""The kinds of what the text of a reference document may refer to."""
_NUMBER = re.compile(r"[0-9]{1,10}")
_KEPT = frozenset({STYLES.relation, NUMBERING.relation, SETTINGS.relation, FONTS.relation, THEME.relation})


class Package:
    """A Word file in the looks of a reference document.

    Of the reference document stay styles, lists, fonts, theme, page, and the headers and footers of its last section;
    with `is_house` its own text too, with all sections, pictures and links. Notes, comments, properties, custom XML and
    the address of its template are left behind, and text that is not asked for: a brief must not tell who made the
    reference document, or of what.

    Raises UnreadableError when `reference` is not a Word document, or one of those that `house` refuses.
    """

    def __init__(self, reference: bytes, *, is_house: bool = False) -> None:
        try:
            self.document: Any = Document(BytesIO(house.opened(reference)))
        except (OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
            raise UnreadableError(house.NAME, f"not a Word document (.docx): {error}") from error
        self.main: Any = self.document.part
        self.body: Element = self.document.element.body
        if self.body is None:
            raise UnreadableError(house.NAME, "it has no body")
        last = self._last_section()
        if not is_house:
            self._clear(last)
        for story in self.stories():
            house.tidy(story)
        self._marker = marker(self.body)
        self.section = self._section(last)
        self._forget()

    @property
    def has_marker(self) -> bool:
        """Whether the reference document says where the brief goes in."""
        return self._marker is not None

    def stories(self) -> Iterable[Element]:
        """Give the roots of the body and of all headers and footers."""
        yield self.body
        for relation in self.main.rels.values():
            if relation.reltype in _STORIES:
                yield relation.target_part.element

    def last_bookmark(self) -> int:
        """Give the greatest number that a bookmark has."""
        starts = (one for story in self.stories() for one in story.iter(f"{{{W}}}bookmarkStart"))
        numbers = (one.get(f"{{{W}}}id", "") for one in starts)
        return max((int(number) for number in numbers if _NUMBER.fullmatch(number)), default=0)

    def fill(self, values: dict[str, str]) -> None:
        """Put what is known of the brief in place of its names in the words that are there; see `marker.fill`."""
        for story in self.stories():
            fill(story, values, self._marker)

    def place(self, elements: Sequence[Element]) -> None:
        """Put elements where the reference document wants the brief: at its marker, else at the end of its text."""
        if self._marker is None:
            place = len(self.body) - 1
            self.body[place:place] = elements
            return
        place = self.body.index(self._marker)
        ends_section = self._marker.find(f"{{{W}}}pPr/{_SECTION}") is not None
        for child in list(self._marker) if ends_section else ():
            if child.tag != f"{{{W}}}pPr":
                self._marker.remove(child)
        self.body[place : place + (not ends_section)] = elements

    def root(self, kind: Kind, name: str, tag: str) -> Element:
        """Give the root of the one part of this kind that belongs to the document; it is made if need be."""
        for relation in self.main.rels.values():
            if relation.reltype == kind.relation:
                found: Element = relation.target_part.element
                return found
        root = el(tag)
        self.add(self.main, kind, name, root)
        return root

    def has(self, kind: Kind) -> bool:
        """Say whether a part of this kind belongs to the document."""
        return any(relation.reltype == kind.relation for relation in self.main.rels.values())

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
        written = _Written()
        package = self.main.package
        for part in package.parts:
            part.before_marshal()
        # What python-docx's own `save` does, but that the parts are compressed once, and by us.
        writer: Any = PackageWriter
        writer._write_content_types_stream(written, package.parts)  # noqa: SLF001 - as said above
        writer._write_pkg_rels(written, package.rels)  # noqa: SLF001 - as said above
        writer._write_parts(written, package.parts)  # noqa: SLF001 - as said above
        return zipped(written.parts)

    def width(self) -> int:
        """Give the width of the text where the brief goes in, in twips: of the narrowest column of it."""
        return column_width(self.section)

    def foot_width(self) -> int:
        """Give the width of the narrowest page's foot, in twips: sections may share one."""
        return min(map(text_width, self.body.iter(_SECTION)))

    def _last_section(self) -> Element:
        """Give the last section; one is made where there is none."""
        section: Element | None = self.body.find(_SECTION)
        if section is None:
            section = self.document.element.body.get_or_add_sectPr()
            section.extend(fragment(PAGE))
        self.body.append(section)
        for name in section.attrib:
            del section.attrib[name]  # the numbers of editing sessions, nothing else
        return section

    def _clear(self, section: Element) -> None:
        """Empty the body, all but its last section."""
        for child in list(self.body):
            if child is not section:
                self.body.remove(child)

    def _section(self, last: Element) -> Element:
        """Give the section that the brief goes in."""
        if self._marker is None:
            return last
        after = list(self.body)[self.body.index(self._marker) :]
        return next(found for one in after for found in one.iter(_SECTION))

    def _forget(self) -> None:
        """Leave behind what the document or its package refers to and a brief does not need."""
        used = _checked(self.body, self.main.rels)
        _drop(self.main.rels, lambda key, relation: key in used or relation.reltype in _KEPT)
        _drop(self.main.package.rels, lambda _, relation: relation.reltype == DOCUMENT.relation)
        for relation in self.main.rels.values():
            if relation.reltype == SETTINGS.relation:
                relation.target_part.rels.clear()  # where its template lies, on somebody's machine
            elif relation.reltype in _STORIES:
                _keep_used(relation.target_part)


class _Written:
    """Takes the parts of a package as python-docx writes them."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, name: PackURI, data: bytes) -> None:
        self.parts[name.membername] = data


def _checked(story: Element, relations: dict[str, Any]) -> set[str]:
    """Give the ids of the relations that a story names; raises UnreadableError where it may not name one."""
    used = house.used(story)
    for key in sorted(used & set(relations)):
        _check(relations[key])
    return used


def _check(relation: Any) -> None:  # noqa: ANN401 - python-docx is not typed
    """Refuse what a text that stays may not refer to."""
    kind = relation.reltype.rpartition("/")[2]
    if relation.is_external:
        house.check_link(kind, relation.target_ref)
    if kind not in _NAMED:
        raise UnreadableError(house.NAME, f"its own text holds what cannot stay in a brief ({kind}); {house.WAY_OUT}")


def _keep_used(part: Any) -> None:  # noqa: ANN401 - python-docx is not typed
    used = _checked(part.element, part.rels)
    _drop(part.rels, lambda key, _: key in used)


def _drop(relations: dict[str, Any], is_kept: Callable[[str, Any], bool]) -> None:
    for key in [key for key, relation in relations.items() if not is_kept(key, relation)]:
        del relations[key]


def relating(part: Any) -> Callable[[str], str]:  # noqa: ANN401 - python-docx is not typed
    """Give the function that gives the relationship id of an external address in `part`."""
    return cache(lambda address: part.relate_to(address, HYPERLINK, is_external=True))
