"""A reference document that somebody else made: looked at before anything is made of it, and what is refused.

What is refused would make a brief that carries somebody's code, changes or files, or that Word would want to repair.
"""

import re
from collections.abc import Iterator

from lxml import etree

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import Archive, zipped
from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.names import DOCUMENT, TYPES, WORD, R, W
from briefgen.formats.docx.relations import MAIN, relations

NAME = "reference document"

_TEMPLATE = f"{WORD}.template.main+xml"
_TYPES = "[Content_Types].xml"
_BODY, _SIMPLE, _EDGE, _CODE = (f"{{{W}}}{name}" for name in ("body", "fldSimple", "fldChar", "instrText"))
_REFUSED = {
    "ins": "tracked changes", "del": "tracked changes", "moveFrom": "tracked changes", "moveTo": "tracked changes",
    "cellIns": "tracked changes", "cellDel": "tracked changes", "cellMerge": "tracked changes",
    "footnoteReference": "notes", "endnoteReference": "notes", "altChunk": "another file", "subDoc": "another file",
    "object": "an embedded object", "control": "a control with code",
}  # fmt: skip
_LEFT_OUT = frozenset(
    {"proofErr", "commentRangeStart", "commentRangeEnd", "commentReference", "lastRenderedPageBreak", "permStart"}
    | {"permEnd", "footnotePr", "endnotePr"}  # the notes are the brief's, which counts them 1, 2, 3 throughout
)
_FILING = frozenset(
    {"DATABASE", "DDE", "DDEAUTO", "FILENAME", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "RD"}
    | {"TEMPLATE"}
)
"""Fields that read files, start programs, or say where a file lies on somebody's machine (ECMA-376 part 1, 17.16.5)."""
_LONGEST_NAME = 32
WAY_OUT = "take that out, or use the file for its looks alone, as templates/reference.docx"
_OURS = re.compile(r"bg_|bgnote_|_note_|_Toc0000")
_CARRIED = frozenset({"header", "footer", "styles", "numbering", "fontTable", "theme"})
"""The kinds of parts that stay with all that they are related to."""


def opened(data: bytes) -> bytes:
    """Give a reference document as a Word document (.docx), whether it was that or a template (.dotx).

    Raises UnreadableError for what is no Word file, is encrypted or damaged, holds macros, or is of the strict form.
    """
    try:
        archive = Archive(data)
        main = next((one.target for one in relations(archive, "") if one.kind == MAIN), "")
        root, types = archive.xml(main) if main else None, archive.xml(_TYPES)
        parts = archive.parts()
    except UnreadableError as error:
        raise UnreadableError(NAME, f"not a Word document (.docx or .dotx): {error.why}") from error
    if root is None or types is None:
        raise UnreadableError(NAME, "not a Word document (.docx or .dotx): it has no main part")
    if root.tag != f"{{{W}}}document":
        raise UnreadableError(NAME, "it is not in the usual form of Word; save it as a Word Document (.docx)")
    _check_types([one.get("ContentType", "") for one in types], archive.names)
    for override in types.iterfind(f"{{{TYPES}}}Override[@ContentType='{_TEMPLATE}']"):
        override.set("ContentType", DOCUMENT.content)
    for related in relations(archive, main):
        if related.kind in _CARRIED:
            for one in relations(archive, related.target):
                if one.is_external:
                    check_link(one.kind, one.target)
    return zipped({**parts, archive.held(_TYPES): etree.tostring(types)})


def _check_types(declared: list[str], names: tuple[str, ...]) -> None:
    """Refuse what says that it holds macros, and what says that it is no document."""
    named = any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)
    if named or any("macroEnabled" in one or "vbaProject" in one for one in declared):
        raise UnreadableError(NAME, "it holds macros, which would travel with every brief; save it as .docx or .dotx")
    if not {DOCUMENT.content, _TEMPLATE} & set(declared):
        raise UnreadableError(NAME, "not a Word document (.docx or .dotx): it says that it is something else")


def check_link(kind: str, target: str) -> None:
    """Refuse what leads out of the file to anything but a page: a linked picture names somebody's folders."""
    if kind != "hyperlink" or not target.lower().startswith(("http://", "https://", "mailto:")):
        raise UnreadableError(
            NAME, f"it links to a file outside of it ({kind}); insert that file, or take the link out"
        )


def tidy(story: Element) -> None:
    """Take out of a body, header or footer that stays what belongs to its making.

    Raises UnreadableError for what cannot stay.
    """
    is_body = story.tag == _BODY
    where, way = ("its own text", WAY_OUT) if is_body else ("its header or footer", "take that out")
    for code in _codes(story):
        if (name := next(iter(code.split()), "").upper()) in _FILING:
            raise UnreadableError(NAME, f"{where} holds a field that names a file or a program ({name}); {way}")
    for node in list(story.iter(f"{{{W}}}*")):
        name = etree.QName(node).localname
        if name in _REFUSED:
            raise UnreadableError(NAME, f"{where} holds {_REFUSED[name]}, which cannot stay in a brief; {way}")
        if name in _LEFT_OUT or name.endswith("Change"):  # how something looked before somebody changed it
            _take_out(node)
        for key in [key for key in node.attrib if etree.QName(key).localname.startswith("rsid")]:
            del node.attrib[key]
    for start in list(story.iter(f"{{{W}}}bookmarkStart")):
        if _OURS.match(start.get(f"{{{W}}}name", "")):
            number = start.get(f"{{{W}}}id")
            for node in (start, *story.iterfind(f".//{{{W}}}bookmarkEnd[@{{{W}}}id='{number}']")):
                _take_out(node)


def _codes(story: Element) -> Iterator[str]:
    """Give how the code of each field begins: that of a complex field may be split over runs, and hold other fields."""
    begun: list[str] = []
    for node in story.iter(_SIMPLE, _EDGE, _CODE):
        if node.tag == _SIMPLE:
            yield node.get(f"{{{W}}}instr", "")
        elif node.tag == _CODE and begun:
            begun[-1] = (begun[-1] + (node.text or "")).lstrip()[:_LONGEST_NAME]
        elif node.get(f"{{{W}}}fldCharType") == "begin":
            begun.append("")
        elif node.get(f"{{{W}}}fldCharType") == "end" and begun:
            yield begun.pop()
    yield from begun


def _take_out(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def used(story: Element) -> set[str]:
    """Give the ids of the relations that a body, header or footer names."""
    held = (pair for node in story.iter() for pair in node.attrib.items())
    return {str(value) for key, value in held if str(key).startswith(f"{{{R}}}")}
