"""PDFs as pdfium reads them: lines with their places, then paragraphs. Pages are kept: a citation gives them."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis
from briefgen.sources import fields
from briefgen.sources.pdf.layout import laid_out
from briefgen.sources.pdf.lines import Line
from briefgen.sources.reading import Reading

PAGES = 5_000
"""No PDF of more pages is read."""
_HYPHEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line."""
_LINE_END = re.compile(r"[\r\n]+|(?<=\ufffe)")
_WIDE = 1.8
"""A gap of so many times the height of a line is the gap between two columns."""
_INFO_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_PROGRAM = re.compile(r"Microsoft \w+ - |untitled|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|pages|wpd)\Z", re.IGNORECASE)
"""Titles that a program wrote, of the file and not of the work."""


def read(data: bytes, name: str) -> Reading:
    """Read a PDF; the text of a scan is what was recognised when it was made, or nothing. Raises UnreadableError."""
    import pypdfium2  # noqa: PLC0415 - few sources are PDFs, and the library is large

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        what = "locked with a password" if "password" in str(error).lower() else "that is damaged"
        raise UnreadableError(name, f"is a PDF {what}") from error
    try:
        if len(document) > PAGES:
            raise UnreadableError(name, f"is a PDF of {len(document):,} pages; the limit is {PAGES:,}")
        pages, warnings = [], []
        for number in range(len(document)):
            try:
                pages.append(tuple(_lines(document[number])))
            except pypdfium2.PdfiumError:
                pages.append(())
                warnings.append(f"{name}: page {number + 1} is damaged and was left out")
        info = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    text, hints, spans = laid_out(pages)
    if not text.strip():
        raise UnreadableError(name, "is a PDF without text (a scan, or pictures); recognise its text first (OCR)")
    return Reading(text, hints, fields.said(_said(info), Basis.PROPERTIES), tuple(warnings), spans)


def _lines(page: Any) -> Iterator[Line]:  # noqa: ANN401 - the library ships no types
    """Give the lines of a page in the order of its content, cut at gaps as wide as those between columns."""
    text_page = page.get_textpage()
    try:
        text = _text(text_page)
        at = 0
        for end in [*_LINE_END.finditer(text), None]:
            stop = end.start() if end else len(text)
            yield from _cut(text_page, text, at, stop)
            at = end.end() if end else stop
    finally:
        text_page.close()
        page.close()


def _text(text_page: Any) -> str:  # noqa: ANN401 - as above
    """Give the characters of a page, one to each index."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    count = text_page.count_chars()
    text: str = text_page.get_text_range() if count else ""
    if len(text) != count:
        codes = (raw.FPDFText_GetUnicode(text_page, i) for i in range(count))
        text = "".join(chr(code) if code and not 0xD800 <= code < 0xE000 and code < 0x110000 else " " for code in codes)
    return text.replace("\x02", _HYPHEN)


def _cut(text_page: Any, text: str, start: int, stop: int) -> Iterator[Line]:  # noqa: ANN401 - as above
    """Give a line, or the parts of it that stand in columns of their own."""
    words = [match.span() for match in re.finditer(r"\S+", text[start:stop])]
    if not words:
        return
    ends = [start + end for first, last in words for end in (first, last - 1)]
    placed = [*_boxes(text_page, ends)]
    boxes = [*zip(placed[::2], placed[1::2], strict=True)]
    height = max(max(box[3] - box[1] for box in pair) for pair in boxes)
    first = 0
    for i in range(1, len(words) + 1):
        if i < len(words) and boxes[i][0][0] - boxes[i - 1][1][2] <= _WIDE * height:
            continue
        inside = boxes[first:i]
        yield Line(
            text[start + words[first][0] : start + words[i - 1][1]].replace(_HYPHEN, "\u00ad"),
            left=min(min(a[0], b[0]) for a, b in inside),
            right=max(max(a[2], b[2]) for a, b in inside),
            bottom=min(min(a[1], b[1]) for a, b in inside),
            top=max(max(a[3], b[3]) for a, b in inside),
            split=first > 0,
        )
        first = i


def _boxes(text_page: Any, indices: Sequence[int]) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401 - as above
    """Give left, bottom, right and top of characters, as high as their font."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for index in indices:
        raw.FPDFText_GetLooseCharBox(text_page, index, place)
        yield box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)


def _said(info: dict[str, str]) -> dict[str, str]:
    """Give what a PDF's properties say of its work, where that is more than its program's name for the file."""
    title, author = info.get("Title", "").strip(), info.get("Author", "").strip()
    made = _INFO_DATE.match(info.get("CreationDate", ""))
    return {
        "title": "" if _PROGRAM.match(title) else title,
        "author": author if " " in author else "",
        "published": "-".join(filter(None, made.groups())) if made else "",
    }
