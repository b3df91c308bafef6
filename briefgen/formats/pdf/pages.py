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
from briefgen.formats.pdf.sight import unseen, untold

FILE = "the PDF"
PAGES = 5_000
"""No PDF of more pages is read."""
_AT_END = re.compile("[\x02\ufffe]")
_HYPHEN = re.compile("[\x02\ufffe]\r?\n?")
"""What pdfium writes for a hyphen at the end of a line."""
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\udc00-\udfff][\ud800-\udbff]")
_NONE = -1
_UNCOUNTED = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_VARIANTS = re.compile("[\ufe00-\ufe0f]")
"""Variation selectors: which of its looks a character has, and so no mark of its own."""
_TURNED = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_CARRIER = "\u25cc"
"""What is shown under a mark that has no letter to stand on."""


@dataclass(slots=True)
class Marked:
    """The words of one number of marked content on a page, and the heights between which they stand."""

    words: str = ""
    bottom: float = float("inf")
    top: float = float("-inf")


@dataclass(slots=True)
class Sheet:
    """A page: all its words in the order of its content, and its marked content by number.

    What is not marked has numbers below zero, one for each text object.
    """

    text: str
    marked: dict[int, Marked] = field(default_factory=dict)

    @property
    def is_in_order(self) -> bool:
        """Whether pdfium gives all characters as they are read; see `is_in_order`."""
        return is_in_order(self.text)


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
    """Read what a reader sees of a page. Raises UnreadableError."""
    untold(page)
    text_page = page.get_textpage()
    try:
        units = _units(text_page)
        things = [raw.FPDFText_GetTextObject(text_page.raw, index) for index in range(len(units))]
        for index in unseen(page, text_page, units, things):
            units[index] = ""
        read = Sheet(_HYPHEN.sub("\u00ad", _whole("".join(units))))
        numbers: dict[int, int] = {}
        number = _NONE
        for unit, thing in zip(units, things, strict=True):
            if thing:  # what pdfium adds itself, to part words and lines, belongs to what stands before it
                number = _number(thing, numbers, read)
            if number in read.marked:
                read.marked[number].words += unit
        for marked in read.marked.values():
            marked.words = _AT_END.sub("-", _whole(marked.words))
        return read
    finally:
        text_page.close()


def _units(text_page: Any) -> list[str]:  # noqa: ANN401 - as above
    """Give the characters of a page, one to each index; of one beyond U+FFFF the two halves (UTF-16)."""
    count = text_page.count_chars()
    held = text_page.get_text_range().encode("utf-16-le", "surrogatepass") if count else b""
    if len(held) == 2 * count:
        return [held[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(held), 2)]
    codes = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return [chr(code) if 0 < code < 0x110000 else " " for code in codes]


def _whole(units: str) -> str:
    """Give a text whose halves of characters are put together, though pdfium turns some; one alone is U+FFFD."""
    units = _PAIR.sub(lambda pair: "".join(sorted(pair[0])), units)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _number(thing: Any, numbers: dict[int, int], read: Sheet) -> int:  # noqa: ANN401 - as above
    """Give the number of the marked content that a text object is in; the first time, note the place it has."""
    key = ctypes.addressof(thing.contents)
    if key not in numbers:
        number = raw.FPDFPageObj_GetMarkedContentID(thing)
        numbers[key] = number = number if number != _NONE else _NONE - len(numbers)
        sides = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides))
        marked = read.marked.setdefault(number, Marked())
        marked.bottom, marked.top = min(marked.bottom, sides[1].value), max(marked.top, sides[3].value)
    return numbers[key]


_ALIKE = str.maketrans(")]}>»›∆∑∏∙ˉ‐⁄®©“”„‘’‚", "([{<«‹ΔΣΠ·¯-/RC\"\"\"'''")


def is_in_order(text: str) -> bool:
    """Say whether the characters of a text stand on a page as they are read: none of them from right to left."""
    return _TURNED.isdisjoint(map(unicodedata.bidirectional, text))


def same_letters(words: str, others: str, *, in_order: bool) -> bool:
    """Say whether two texts have the same letters, whatever their spaces and forms: as far as glyphs tell them.

    Glyphs do not tell which of two characters that look alike was meant; brackets and quotation marks may stand
    mirrored, and of two marks in one place pdfium sees one. `in_order` says whether the order counts.
    """
    (letters, marks), (shown, others_marks) = _letters(words), _letters(others)
    return marks == others_marks and (letters == shown if in_order else sorted(letters) == sorted(shown))


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKD", _VARIANTS.sub("", words)).translate(_ALIKE)


def _letters(words: str) -> tuple[list[str], set[str]]:
    """Give the letters of a text, in order, and the marks that stand on them."""
    plain = [(each, unicodedata.category(each)) for each in _plain(words)]
    letters = [each for each, kind in plain if kind not in _UNCOUNTED and kind not in _MARKS and each != _CARRIER]
    return letters, {each for each, kind in plain if kind in _MARKS}
