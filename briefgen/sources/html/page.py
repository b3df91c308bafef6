"""Bytes to the tree of a page, within bounds: whatever a page says of its encoding, and however it is nested."""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree
from lxml.html import HTMLParser

from briefgen.errors import UnreadableError
from briefgen.sources import fragment
from briefgen.sources.decoding import Decoded, decode

_TAGS = 1_000_000
"""No page has more tags."""
_ATTRIBUTES = 20_000
"""No tag has more attributes: the parser compares each with all before it."""
_VAST, _VAST_TAGS = 4_000_000, 40_000
"""A page of more characters, or of more tags, is vast."""
_DEPTH = 240
"""No page is nested deeper: libxml2 itself reads no deeper than 256."""
_HEAD = 4_096
"""A page says within so many bytes what its encoding is (HTML, 4.2.5.4: within 1,024; many do not)."""
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]{2,40})|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"'](?P<xml>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
}
"""What browsers read where a page names an encoding (WHATWG Encoding, 4.2), by Python's names."""
_LOST = 0.01
"""An encoding in which more of the characters than this part are broken is not that of the page."""
_SHIFTS = b"\x1b$", b"\x1b("
"""How ISO-2022-JP, whose bytes are all ASCII, goes from one alphabet to another."""


@dataclass(frozen=True)
class Page:
    """A web page: its source as characters, its tree (which nobody may change), and the warnings of its reading."""

    source: str
    tree: etree._Element
    warnings: tuple[str, ...] = ()

    @property
    def is_vast(self) -> bool:
        """Whether the page is too large for what takes a time that grows faster than it."""
        return len(self.source) > _VAST or self.source.count("<") > _VAST_TAGS

    @cached_property
    def text(self) -> str:
        """The canonical text of the whole page, menus and all."""
        return fragment.read(self.source)[0]


def parse(data: bytes, name: str) -> Page:
    """Give the page that `data` are. Raises UnreadableError: no text, no tags, or too many or too deep."""
    text, warnings = _decoded(data, name)
    if (tags := text.count("<")) > _TAGS:
        raise UnreadableError(name, f"has {tags:,} tags; the limit is {_TAGS:,}")
    if _is_crowded(text):
        raise UnreadableError(name, f"has a tag of more than {_ATTRIBUTES:,} attributes")
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(name, "holds no HTML") from error
    if tree is None:
        raise UnreadableError(name, "holds no HTML")
    if _is_deep(tree):
        raise UnreadableError(name, f"has tags within tags deeper than {_DEPTH}")
    return Page(text, tree, warnings)


def _is_crowded(text: str) -> bool:
    long = (stretch for stretch in text.split(">") if len(stretch) > _ATTRIBUTES and "<" in stretch)
    tags = (stretch.rpartition("<")[2] for stretch in long)
    return any(max(tag.count("="), len(tag.split())) > _ATTRIBUTES for tag in tags if tag[:1].isalpha())


def words(element: etree._Element) -> str:
    """Give all the characters in an element, as they stand."""
    return "".join(map(str, element.itertext()))


def _is_deep(tree: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            return True
    return False


def _decoded(data: bytes, name: str) -> Decoded:
    """Read a page by its byte order mark; as UTF-8 where it is; as what it says that it is; as what is plausible.

    UTF-8 is hardly ever anything else by chance, while pages are saved as UTF-8 with what they said before.
    """
    said = _said(data)
    if said is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name)
    shifted = said.startswith("iso2022") and any(shift in data for shift in _SHIFTS)
    if not shifted:
        try:
            data.decode("utf-8")
            return decode(data, name)
        except UnicodeDecodeError:
            pass
    text = data.decode(said, "replace")
    if text.count("\ufffd") > _LOST * len(text) or "\0" in text:
        return decode(data, name)
    return decode(text.encode(), name)


def _said(data: bytes) -> str | None:
    """Give the encoding that a page says it has, by Python's name; None where it says none that is one."""
    match = _CHARSET.search(data, 0, _HEAD)
    if match is None:
        return None
    label = (match["meta"] or match["xml"]).decode("ascii", "replace")
    try:
        known = codecs.lookup(_WIDER.get(label.lower(), label))
    except LookupError:
        return None
    wider = _WIDER.get(known.name, known.name)
    # What names no encoding of text, and what no file with such a line can be, says nothing.
    return None if wider.startswith(("utf", "idna", "punycode")) or not known._is_text_encoding else wider  # noqa: SLF001 - the only way to know
