"""Bytes to the tree of a page, within bounds."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser

from briefgen.errors import UnreadableError
from briefgen.formats.html.grounds import Element
from briefgen.formats.html.sight import is_unseen

__all__ = ["FILE", "Element", "open_page", "walk"]

FILE = "the HTML file"

_LARGEST = 64 * 1024 * 1024
_TAGS, _ATTRIBUTES = 1_000_000, 20_000
"""No page has more tags, and no tag more attributes: the parser compares each with all before it."""


def open_page(data: bytes) -> Element:
    """Give the root of the tree of a page: UTF-8 where it is that, else by its byte order mark or what it says itself.

    Raises UnreadableError for what is no HTML, and for what is too large.
    """
    if len(data) > _LARGEST or data.count(b"<") > _TAGS:
        raise UnreadableError(FILE, f"has more than {_LARGEST:,} bytes or {_TAGS:,} tags")
    if any(stretch.count(b"=") > _ATTRIBUTES for stretch in data.split(b">")):
        raise UnreadableError(FILE, f"has a tag of more than {_ATTRIBUTES:,} attributes")
    parser = HTMLParser(
        encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(FILE, "holds no HTML") from error
    if root is None:
        raise UnreadableError(FILE, "holds no HTML")
    return root


def _encoding(data: bytes) -> str | None:
    """Give the encoding of what is UTF-8, which hardly anything else is by chance; the parser finds out others."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Give "start" and "end" of each element that is shown, in the order of the page; what is not shown only ends."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and is_unseen(element):
            walker.skip_subtree()
            next(walker)
            yield "skip", element
        else:
            yield event, element
