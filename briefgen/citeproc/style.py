"""CSL files, looked at before pandoc is given one."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefgen.errors import StyleError

LIMIT = 4_000_000
"""Bytes of a style; the largest that is published has a quarter of a million."""

_CSL = "{http://purl.org/net/xbiblio/csl}"


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style: its bytes, and whether its citations stand in the text (else in notes)."""

    data: bytes
    in_text: bool


def load_style(path: Path) -> Style:
    """Give an independent CSL style. Raises StyleError for anything else.

    A dependent style only names another by its address, and pandoc would fetch that, from anywhere. A style with a
    document type could name entities.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise StyleError(name, f"cannot be read: {error.strerror}") from error
    if len(data) > LIMIT:
        raise StyleError(name, f"it has more than {LIMIT:,} bytes; no style is so long")
    root = _root(data, name)
    parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if parent is not None:
        told = "a dependent style, which only names another; give the file of that one"
        raise StyleError(name, f"{told}: {parent.get('href', 'its parent')}")
    if root.find(f"{_CSL}citation") is None:
        raise StyleError(name, "a style without citations; give a CSL file from zotero.org/styles, say")
    return Style(data, root.get("class") == "in-text")


def _root(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise StyleError(name, f"no XML: line {error.lineno}: {error.msg}") from error
    if b"<!DOCTYPE" in data:
        raise StyleError(name, "it has a document type, which no CSL style needs; take that line out")
    if root.tag != f"{_CSL}style":
        raise StyleError(name, "no CSL style; give a .csl file from zotero.org/styles, say")
    return root
