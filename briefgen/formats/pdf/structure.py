"""A PDF as a page of HTML: by its structure, and by its lines where it has none that tells all that shows."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from pypdfium2 import raw

from briefgen.formats.html.names import BOX, ROLES
from briefgen.formats.html.opened import Element
from briefgen.formats.pdf.lines import paragraphs
from briefgen.formats.pdf.names import REFERENCE
from briefgen.formats.pdf.pages import Marked, Sheet, is_in_order, same_letters, sheet
from briefgen.formats.printed.names import printing
from briefgen.text import canonicalise, is_xml_legal

_TAGS = {
    "P": "p", "BlockQuote": "blockquote", "L": "ul", "LI": "li", "LBody": "div", "H": "h2", "Caption": "caption",
    "Table": "table", "TR": "tr", "TH": "th", "TD": "td", "TOC": "nav", "TOCI": "p", "Note": "aside", "FENote": "aside",
    "Reference": "a", "Span": "span", "NonStruct": "span", "Link": "span", "Quote": "span", "Em": "em", "Strong": "em",
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
}  # fmt: skip
"""What stands for a type of structure element (ISO 32000-1, 14.8.4); for any other, a `div`."""
_SOURCE_LINE = "source-line"
_DEEPEST = 60
_MOST = 200_000
"""Structure elements of a page at most; one that has more is read by its lines."""


def tree(document: Any) -> Element:  # noqa: ANN401 - the library ships no types
    """Give the root of a page of HTML that says what a PDF says."""
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    for number in range(len(document)):
        page = document[number]
        read = sheet(page)
        told = _Structure(page, read).tree()
        if told is None:
            told = etree.Element("div")
            for paragraph in paragraphs(read.text):
                etree.SubElement(told, "p").text = canonicalise(paragraph)
        body.append(told)
        page.close()
    _join_lines(body)
    _join(root)
    return root


class _Structure:
    """The structure of one page."""

    def __init__(self, page: Any, read: Sheet) -> None:  # noqa: ANN401 - as above
        self._page, self._read, self._in_order = page, read, read.is_in_order
        self._used: set[int] = set()
        self._count = 0

    def tree(self) -> Element | None:
        """Give what the structure tells; None where the page shows words among these that it does not tell."""
        structure = raw.FPDF_StructTree_GetForPage(self._page.raw)
        root = etree.Element("div")
        try:
            for place in range(raw.FPDF_StructTree_CountChildren(structure)):
                self._add(root, raw.FPDF_StructTree_GetChildAtIndex(structure, place), 0)
        finally:
            raw.FPDF_StructTree_Close(structure)
        return root if self._tells_all() else None

    def _tells_all(self) -> bool:
        """Say whether all words that stand among those of the structure are in it; above and below stand headers."""
        told = [one for number, one in self._read.marked.items() if number in self._used and one.words.strip()]
        others = [one for number, one in self._read.marked.items() if number not in self._used and one.words.strip()]
        if not told:
            return not others
        bottom, top = min(one.bottom for one in told), max(one.top for one in told)
        return self._count <= _MOST and not any(one.top > bottom and one.bottom < top for one in others)

    def _add(self, above: Element, element: Any, depth: int) -> None:  # noqa: ANN401 - as above
        """Add a structure element, with what is in it, to what is above it."""
        self._count += 1
        if not element or depth > _DEEPEST or self._count > _MOST:
            return
        kind = _said(raw.FPDF_StructElement_GetType, element)
        title = _said(raw.FPDF_StructElement_GetTitle, element)
        if kind == "Lbl":
            self._label(above, element)
            return
        made = etree.SubElement(above, _TAGS.get(kind, "div"))
        _name(made, title)
        if kind == "Art":
            made.set("class", BOX)
        elif kind == "TOC":
            made.set("role", "doc-toc")
        numbers = [*_numbers(element)]
        if numbers:
            made.text = self._words(element, numbers)
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            self._add(made, raw.FPDF_StructElement_GetChildAtIndex(element, place), depth + 1)
        if kind == "Reference" or title == REFERENCE:
            _refer(made)

    def _label(self, above: Element, element: Any) -> None:  # noqa: ANN401 - as above
        """Take the mark of a note, by which it is referred to; the bullets and numbers of lists are no words."""
        words = "".join(self._labelled(element, 0)).strip()
        if above.tag == "aside":
            above.set("id", f"note-{words}")
            etree.SubElement(above, "span", {"class": "mark"}).text = words

    def _labelled(self, element: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - as above
        yield self._words(element, [*_numbers(element)])
        for place in range(raw.FPDF_StructElement_CountChildren(element) if depth < _DEEPEST else 0):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
                yield from self._labelled(child, depth + 1)

    def _words(self, element: Any, numbers: list[int]) -> str:  # noqa: ANN401 - as above
        """Give the words of an element: those that it says it has, if its glyphs have the same letters; else theirs."""
        self._used.update(numbers)
        shown = "".join(self._read.marked.get(number, Marked()).words for number in numbers)
        told = _said(raw.FPDF_StructElement_GetActualText, element)
        in_order = self._in_order and is_in_order(told)
        words = told if told and same_letters(told, shown, in_order=in_order) else shown
        return words if is_xml_legal(words) else canonicalise(words)


def _numbers(element: Any) -> Iterator[int]:  # noqa: ANN401 - as above
    """Give the numbers of the marked content that an element holds itself."""
    for place in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
        number = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        if number >= 0:
            yield number


def _said(ask: Callable[[Any, Any, int], int], element: Any) -> str:  # noqa: ANN401 - as above
    """Give what a function of pdfium says of an element, in UTF-16."""
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    held = ctypes.create_string_buffer(size)
    ask(element, held, size)
    return held.raw[: size - 2].decode("utf-16-le", "replace")


def _name(made: Element, title: str) -> None:
    """Give an element the id of the excerpt, or its paragraph the role, that its title tells."""
    if printing(title):
        made.set("id", title)
        made.set("class", "quoted")
    elif title in ROLES:
        paragraph = next((one for one in made.iterancestors("p")), None)
        if paragraph is not None:
            paragraph.set("class", title)


def _refer(made: Element) -> None:
    """Make what refers to a note a link to it."""
    words = "".join(map(str, made.itertext())).strip()
    made.clear()
    made.tag, made.text = "a", words
    made.set("href", f"#note-{words}")
    made.set("role", "doc-noteref")


def _join_lines(pages: Element) -> None:
    """Make one of the parts of a source line that goes on on the next page; no source line follows another."""
    before: Element | None = None
    for page in pages:
        lines = [one for one in page.iter("p") if next(one.iterancestors("aside"), None) is None]
        if lines and before is not None and before.get("class") == lines[0].get("class") == _SOURCE_LINE:
            _go_on(before, lines[0])
            lines[0] = before
        before = lines[-1] if lines else before


def _join(root: Element) -> None:
    """Make one of the paragraphs of a quotation that goes on on the next page."""
    held: dict[str, Element] = {}
    for paragraph in list(root.iter("p")):
        keys = [one.get("id", "") for one in paragraph.iter("span") if one.get("class") == "quoted"]
        before = held.get(keys[0]) if keys else None
        if before is not None and before is not paragraph:
            _go_on(before, paragraph)
        else:
            before = paragraph
        held.update(dict.fromkeys(keys, before))


def _go_on(paragraph: Element, rest: Element) -> None:
    """Let a paragraph end with another, which goes."""
    paragraph.extend(list(rest))
    around = rest.getparent()
    if around is not None:
        around.remove(rest)
