"""HTML elements around words that come from files."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from briefgen.text import canonicalise

# HTML Living Standard, 13.2.3.5: controls of C1 and noncharacters are parse errors; `canonicalise` sees to the others.
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
_CONTROLS = re.compile(f"[\x7f-\x9f\ufdd0-\ufdef{_NONCHARACTERS}]")


def safe(text: str) -> str:
    """Give words of a file as HTML text: escaped, and characters that HTML forbids as U+FFFD."""
    return escape(_CONTROLS.sub("\ufffd", canonicalise(text)))


def words(text: str) -> str:
    """Give words of a file as HTML; their direction is their own and changes nothing around them."""
    return f'<bdi dir="auto">{safe(text)}</bdi>'


def element(name: str, inner: str = "", look: str = "", /, **attributes: str) -> str:
    """Give an element around HTML; `look` is its class. An attribute that is empty is left out.

    `_` in the name of an attribute is `-`.
    """
    return f"{void(name, look, **attributes)}{inner}</{name}>"


def void(name: str, look: str = "", /, **attributes: str) -> str:
    """Give an element that holds nothing and has no end (`img`), or the beginning of one; the rest as `element`."""
    told = {"class": look, **attributes}
    said = (f' {key.replace("_", "-")}="{safe(value)}"' for key, value in told.items() if value)
    return f"<{name}{''.join(said)}>"


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table of HTML cells under a caption and headed columns; the first cell of a row heads it."""
    heads = "".join(element("th", column, scope="col") for column in columns)
    body = "".join(
        element("tr", element("th", first, scope="row") + "".join(element("td", cell) for cell in cells))
        for first, *cells in rows
    )
    named = element("caption", caption)
    return element("table", f"{named}<thead>{element('tr', heads)}</thead><tbody>{body}</tbody>") + "\n"
