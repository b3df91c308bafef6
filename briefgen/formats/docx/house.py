"""A reference document that somebody else made: looked at before anything is made of it, and what is refused.

What is refused would make a brief that carries somebody's code, changes or files, or that Word would want to repair.
"""

import re
from collections.abc import Iterator

from lxml import etree

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import Archive, zipped
from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.names import DOCUMENT, TYPES, WORD, XML, R, W
from briefgen.formats.docx.relations import MAIN, relations

NAME = "reference document"
MARKER = "brief"
"""Where the brief goes in: a paragraph that holds `{{ brief }}` and nothing else."""

_TEMPLATE = f"{WORD}.template.main+xml"
_TYPES = "[Content_Types].xml"
_FIELD = re.compile(r"\{\{\s*([\w.-]{1,40})\s*\}\}")
_TEXT, _PARAGRAPH = f"{{{W}}}t", f"{{{W}}}p"
_REFUSED = {
    "ins": "tracked changes", "del": "tracked changes", "moveFrom": "tracked changes", "moveTo": "tracked changes",
    "footnoteReference": "notes", "endnoteReference": "notes", "altChunk": "another file", "subDoc": "another file",
    "object": "an embedded object", "control": "a control with code",
}  # fmt: skip
_LEFT_OUT = frozenset(
    {"proofErr", "commentRangeStart", "commentRangeEnd", "commentReference", "lastRenderedPageBreak", "permStart"}
    | {"permEnd"}
)
WAY_OUT = "take that out, or use the file for its looks alone, as templates/reference.docx"
_OURS = re.compile(r"bg_|bgnote_|_note_|_Toc0000")
_STORIES = frozenset({"header", "footer"})


def opened(data: bytes) -> bytes:
    """Give a reference document as a Word document (.docx), whether it was that or a template (.dotx).

    Raises UnreadableError for what is no Word file, is encrypted or damaged, holds macros, or is of the strict form.
    """
    try:
        archive = Archive(data)
        main = next((one.target for one in relations(archive, "") if one.kind == MAIN), "")
        root, types = archive.xml(main) if main else None, archive.xml(_TYPES)
    except UnreadableError as error:
        raise UnreadableError(NAME, f"not a Word document (.docx or .dotx): {error.why}") from error
    if root is None or types is None:
        raise UnreadableError(NAME, "not a Word document (.docx or .dotx): it has no main part")
    if root.tag != f"{{{W}}}document":
        raise UnreadableError(NAME, "it is not in the usual form of Word; save it as a Word Document (.docx)")
    declared = [one.get("ContentType", "") for one in types]
    if any("macroEnabled" in one or "vbaProject" in one for one in declared) or _has_macros(archive.names):
        raise UnreadableError(NAME, "it holds macros, which would travel with every brief; save it as .docx or .dotx")
    for override in types.iterfind(f"{{{TYPES}}}Override[@ContentType='{_TEMPLATE}']"):
        override.set("ContentType", DOCUMENT.content)
    for related in relations(archive, main):
        if related.kind in _STORIES:
            for one in relations(archive, related.target):
                if one.is_external:
                    check_link(one.kind, one.target)
    return zipped({**archive.parts(), archive.held(_TYPES): etree.tostring(types)})


def _has_macros(names: tuple[str, ...]) -> bool:
    return any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)


def check_link(kind: str, target: str) -> None:
    """Refuse what leads out of the file to anything but a page: a linked picture names somebody's folders."""
    if kind != "hyperlink" or not target.lower().startswith(("http://", "https://", "mailto:")):
        raise UnreadableError(
            NAME, f"it links to a file outside of it ({kind}); insert that file, or take the link out"
        )


def tidy(body: Element) -> None:
    """Take out of a body that stays what belongs to its making; raises UnreadableError for what cannot stay."""
    for node in list(body.iter(f"{{{W}}}*")):
        name = etree.QName(node).localname
        if name in _REFUSED:
            raise UnreadableError(NAME, f"its own text holds {_REFUSED[name]}, which cannot stay in a brief; {WAY_OUT}")
        if name in _LEFT_OUT:
            _take_out(node)
        for key in [key for key in node.attrib if etree.QName(key).localname.startswith("rsid")]:
            del node.attrib[key]
    for start in list(body.iter(f"{{{W}}}bookmarkStart")):
        if _OURS.match(start.get(f"{{{W}}}name", "")):
            number = start.get(f"{{{W}}}id")
            for node in (start, *body.iterfind(f".//{{{W}}}bookmarkEnd[@{{{W}}}id='{number}']")):
                _take_out(node)


def _take_out(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def used(body: Element) -> set[str]:
    """Give the ids of the relations that a body names."""
    held = (pair for node in body.iter() for pair in node.attrib.items())
    return {str(value) for key, value in held if str(key).startswith(f"{{{R}}}")}


def marker(body: Element) -> Element | None:
    """Give the paragraph at which the brief goes in; None where there is none.

    Raises UnreadableError where there are several, or one that is not a paragraph of the body itself.
    """
    found = [one for one in body.iter(_PARAGRAPH) if _is_marker("".join(_words(one)))]
    if len(found) > 1:
        raise UnreadableError(NAME, "{{ brief }} stands in it more than once")
    if found and found[0].getparent() is not body:
        raise UnreadableError(NAME, "{{ brief }} stands in a table, a box or a field; give it a paragraph of the text")
    return found[0] if found else None


def _is_marker(text: str) -> bool:
    match = _FIELD.fullmatch(text.strip())
    return match is not None and match[1] == MARKER


def fill(story: Element, values: dict[str, str], but: Element | None = None) -> None:
    """Put what is known of the brief in place of `{{ title }}` and its like, everywhere but in one paragraph.

    Raises UnreadableError for a name that is not known, or `{{ brief }}` among other words.
    """
    for paragraph in (one for one in story.iter(_PARAGRAPH) if one is not but):
        texts = list(paragraph.iter(_TEXT))
        whole = "".join(text.text or "" for text in texts)
        for found in reversed(list(_FIELD.finditer(whole))):
            if found[1] not in values:
                known = ", ".join(["brief (alone in its paragraph)", *values])
                raise UnreadableError(NAME, f"{{{{ {found[1]} }}}} is not known here; known: {known}")
            _replace(texts, found.start(), found.end(), values[found[1]])


def _replace(texts: list[Element], start: int, end: int, value: str) -> None:
    """Put `value` in place of a part of the words that these elements hold together."""
    at = 0
    for text in texts:
        held = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(held))
        if first < last:
            text.text = held[:first] + value + held[last:]
            text.set(f"{{{XML}}}space", "preserve")
            value = ""
        at += len(held)


def _words(paragraph: Element) -> Iterator[str]:
    return (text.text or "" for text in paragraph.iter(_TEXT))
