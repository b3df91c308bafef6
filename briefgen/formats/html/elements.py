"""HTML from words. Everything that comes from data goes through `said` or an attribute, and cannot act there."""

import re
from html import escape

from briefgen.text import canonicalise, is_xml_legal

_WHITE = re.compile(r"[\t\n]+")
_PLAIN = re.compile(r"[^0-9A-Za-z]")


def said(text: str) -> str:
    """Give words as HTML, on one line."""
    return escape(_WHITE.sub(" ", canonicalise(text)))


def kept(text: str) -> str:
    """Give words that are quoted as HTML: canonical text is not changed."""
    return escape(text if is_xml_legal(text) else canonicalise(text))


def element(name: str, inner: str = "", /, **attributes: str) -> str:
    """Give an element around HTML. An attribute that is empty is left out.

    `_` in a name is `-`, but for one at its end: Python keeps some names for itself, so `class` is written `class_`.
    """
    return f"{_tag(name, attributes)}{inner}</{name}>"


def void(name: str, /, **attributes: str) -> str:
    """Give an element that holds nothing and has no end, as `img`; attributes are as those of `element`."""
    return _tag(name, attributes)


def _tag(name: str, attributes: dict[str, str]) -> str:
    told = (f' {_key(key)}="{escape(canonicalise(value))}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(told)}>"


def _key(name: str) -> str:
    return name.removesuffix("_").replace("_", "-")


def css_string(text: str) -> str:
    """Give words as a string of CSS; all but ASCII letters and digits are escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + _PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", _WHITE.sub(" ", canonicalise(text))) + '"'


def style(css: str) -> str:
    """Give a style element; `</` is written so that no style sheet ends it (in CSS the backslash changes nothing)."""
    held = canonicalise(css).replace("</", "<\\/")
    return f"<style>\n{held}\n</style>"
