"""What WeasyPrint leaves out of the structure of a PDF (ISO 32000-1, 14.7), put in before the file is written.

It tells for each piece of a line which structure element it is in. Here each is told its words, as they stand in the
text (glyphs tell neither the order of mixed scripts nor two characters with one shape apart), its language, and which
excerpt or role it is of; notes and references to them are called so, and table heads say what they head.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any

import pydyf
from weasyprint import Document

from briefgen.formats.html.names import ENTRY, REFERENCE, ROLES
from briefgen.formats.pdf import names
from briefgen.formats.pdf.names import JOINER
from briefgen.formats.pdf.pictured import give_size
from briefgen.formats.pdf.spelling import spell
from briefgen.formats.printed.names import printing

_PARENT = re.compile(rb"(\d+) 0 R")
_MARKER, _CALL = "span::footnote-marker", "span::footnote-call"

# WeasyPrint and pydyf are not typed: a box, an element of structure and a file are `Any` here.


class Tags:
    """Completes the structure of one document. `unseen` are the characters that no font had, once it is written."""

    def __init__(self, document: Document) -> None:
        self.unseen: frozenset[str] = frozenset()
        self._boxes: dict[tuple[int, int], Any] = {}
        for number, each in enumerate(document.pages):
            each.paint = partial(self._paint, each.paint, number)
        self._fonts = document.fonts

    def _paint(self, paint: Callable[[Any, float], None], number: int, stream: Any, scale: float = 1) -> None:  # noqa: ANN401 - not typed
        """Paint a page, and keep which box each number of its marked content is for."""
        paint(stream, scale)
        for font in self._fonts.values():
            spell(font)
        self._boxes |= {(number, tag["mcid"]): box for box, tag in stream._tags.items()}  # noqa: SLF001 - told nowhere else

    def finish(self, document: Document, pdf: Any) -> None:  # noqa: ANN401 - not typed
        """Put in what is missing: WeasyPrint calls this before it writes the file."""
        give_size(document.fonts.values(), pdf)
        self.unseen = frozenset(map(chr, chain.from_iterable(font.missing for font in document.fonts.values())))
        pages = {reference: number for number, reference in enumerate(pdf.page_references)}
        for element in pdf.objects:
            if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem":
                boxes = [*self._held(element, pages)]
                if boxes and boxes[0].element is not None:  # what stands in the margins of a page is no part of it
                    _tell(element, boxes, pdf)
                elif element["S"] == "/TH":
                    element["A"]["Scope"] = "/Column"

    def _held(self, element: Any, pages: dict[bytes, int]) -> Iterator[Any]:  # noqa: ANN401 - not typed
        for kid in element["K"]:
            if isinstance(kid, int):
                yield self._boxes[pages[element["Pg"]], kid]


def _tell(element: Any, boxes: list[Any], pdf: Any) -> None:  # noqa: ANN401 - not typed
    box = boxes[0]
    if element["S"] == "/Figure":
        return  # a chart has its alternative text, and no words
    told = "".join(each.text for each in boxes)
    element["ActualText"] = pydyf.String(told.removeprefix(JOINER) if box.element_tag == _CALL else told)
    if title := _title(box.element):
        element["T"] = pydyf.String(title)
    if language := box.element.get("lang"):
        element["Lang"] = pydyf.String(language)
    if box.element_tag == _MARKER:
        label = _parent(element, pdf)
        label["S"] = "/Lbl"
        note = _parent(label, pdf)
        note["S"], note["ID"] = "/Note", pydyf.String(box.element.get("id"))
    elif box.element_tag == _CALL:
        _parent(element, pdf)["S"] = "/Reference"
    elif box.element.get("class") == ENTRY:
        _list_contents(element, pdf)


def _list_contents(element: Any, pdf: Any) -> None:  # noqa: ANN401 - not typed
    """Call the list around a link of the list of contents what it is."""
    kinds = {"/LBody": "/NonStruct", "/LI": "/TOCI", "/L": "/TOC"}
    while element["S"] != "/Document":
        element["S"] = kinds.get(element["S"], element["S"])
        element = _parent(element, pdf)


def _title(element: Any) -> str:  # noqa: ANN401 - not typed
    """Give what a reader of the file is to know of the words of an element of the page."""
    if printing(element.get("id", "")):
        return str(element.get("id"))
    look = element.get("class", "")
    return names.REFERENCE if look == REFERENCE else look if look in ROLES else ""


def _parent(element: Any, pdf: Any) -> Any:  # noqa: ANN401 - not typed
    match = _PARENT.fullmatch(element["P"])
    assert match is not None
    return pdf.objects[int(match[1])]
