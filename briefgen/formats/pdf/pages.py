"""The words on the pages of a PDF, as pdfium reads them: what shows is what counts, by the places it has."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw

from briefgen.errors import UnreadableError

FILE = "the PDF"
PAGES = 5_000
"""No PDF of more pages is read."""
_HYPHEN = re.compile("[\x02\ufffe]\r?\n?")
"""What pdfium writes for a hyphen at the end of a line."""
_NONE = -1
_UNCOUNTED = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})


@dataclass(slots=True)
class Marked:
    """The words of one number of marked content on a page, and the heights between which they stand."""

    words: str = ""
    bottom: float = float("inf")
    top: float = float("-inf")


@dataclass(slots=True)
class Sheet:
    """A page: all its words in the order of its content, and its marked content by number."""

    text: str
    marked: dict[int, Marked] = field(default_factory=dict)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF; UnreadableError for what is none, what is locked, and what has too many pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        what = "is locked with a password" if "password" in str(error).lower() else "is damaged"
        raise UnreadableError(FILE, what) from error
    try:
        if len(document) > PAGES:
            raise UnreadableError(FILE, f"has {len(document):,} pages; the limit is {PAGES:,}")
        yield document
    finally:
        document.close()


def sheet(page: Any) -> Sheet:  # noqa: ANN401 - the library ships no types
    """Read a page."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        characters = _characters(text_page, count)
        read = Sheet(_HYPHEN.sub("\u00ad", "".join(characters)))
        numbers: dict[int, int] = {}
        number = _NONE
        for index, character in enumerate(characters):
            thing = raw.FPDFText_GetTextObject(text_page.raw, index)
            if thing:  # what pdfium adds itself, to part words and lines, belongs to what stands before it
                number = _number(thing, numbers, read)
            if number != _NONE or thing:
                read.marked[number].words += character
        return read
    finally:
        text_page.close()


def _characters(text_page: Any, count: int) -> list[str]:  # noqa: ANN401 - as above
    """Give the characters of a page, one to each index."""
    text: str = text_page.get_text_range() if count else ""
    if len(text) == count:
        return [*text]
    codes = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return [chr(code) if code and not 0xD800 <= code < 0xE000 and code < 0x110000 else " " for code in codes]


def _number(thing: Any, numbers: dict[int, int], read: Sheet) -> int:  # noqa: ANN401 - as above
    """Give the number of the marked content that a text object is in; the first time, note the place it has."""
    key = ctypes.addressof(thing.contents)
    if key not in numbers:
        number = numbers[key] = raw.FPDFPageObj_GetMarkedContentID(thing)
        sides = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides))
        marked = read.marked.setdefault(number, Marked())
        marked.bottom, marked.top = min(marked.bottom, sides[1].value), max(marked.top, sides[3].value)
    return numbers[key]


def same_letters(words: str, others: str) -> bool:
    """Say whether two texts have the same letters, whatever their order, spaces and forms: as glyphs tell them.

    Glyphs do not tell in which order scripts that read from right to left are read, nor which of two characters that
    look alike was meant; and brackets stand mirrored there.
    """
    return _letters(words) == _letters(others)


_ALIKE = str.maketrans(")]}>»›∆∑∏∙ˉ‐‑", "([{<«‹ΔΣΠ·¯--")


def _letters(words: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", words.translate(_ALIKE))
    return sorted(each for each in plain if unicodedata.category(each) not in _UNCOUNTED)
