"""What the writer and the reader both know of a Word file: namespaces, kinds of part, and the names of bookmarks."""

import re
from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
RECORD = "urn:briefgen:record"
"""The namespace of the element that holds a brief's public record, as JSON, in a custom XML part."""

CONTENT = "application/vnd.openxmlformats-officedocument"
WORD = f"{CONTENT}.wordprocessingml"


class Kind(NamedTuple):
    """A kind of part: how others relate to it, and its content type (ECMA-376 part 1, section 11.3)."""

    relation: str
    content: str


FOOTNOTES = Kind(f"{R}/footnotes", f"{WORD}.footnotes+xml")
ENDNOTES = Kind(f"{R}/endnotes", f"{WORD}.endnotes+xml")
COMMENTS = Kind(f"{R}/comments", f"{WORD}.comments+xml")
NUMBERING = Kind(f"{R}/numbering", f"{WORD}.numbering+xml")
STYLES = Kind(f"{R}/styles", f"{WORD}.styles+xml")
SETTINGS = Kind(f"{R}/settings", f"{WORD}.settings+xml")
FONTS = Kind(f"{R}/fontTable", f"{WORD}.fontTable+xml")
THEME = Kind(f"{R}/theme", f"{CONTENT}.theme+xml")
DOCUMENT = Kind(f"{R}/officeDocument", f"{WORD}.document.main+xml")
CUSTOM_XML = Kind(f"{R}/customXml", "application/xml")
CUSTOM_XML_PROPERTIES = Kind(f"{R}/customXmlProps", f"{CONTENT}.customXmlProperties+xml")
EXTENDED_PROPERTIES = Kind(f"{R}/extended-properties", f"{CONTENT}.extended-properties+xml")
CORE_PROPERTIES = Kind(
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
)
HYPERLINK = f"{R}/hyperlink"

ALIAS = "briefgen "
"""With this before it, the name of a style of ours is another name of the house's style that stands for it. So a file
tells its readers what its paragraphs are, whatever the house calls its styles."""

_LISTED = re.compile(r"bgnote_(\d{1,9})(?:_Copy_\d+)?\Z")


def listed_note(number: int | str) -> str:
    """Name the bookmark around the mark of a note in a list."""
    return f"bgnote_{number}"


def listed(name: str) -> str:
    """Give the number of the note of a list that a bookmark's name tells of; nothing for any other bookmark."""
    match = _LISTED.match(name)
    return match[1] if match else ""


def style_key(name: str) -> str:
    """Give the key by which styles are compared.

    Programs write one name in several ways: `footnote text`, `Footnote Text`, `FootnoteText`.
    """
    return name.replace(" ", "").casefold()
