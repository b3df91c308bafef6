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


def css_string(text: str) -> str:
    """Give words as a string of CSS; all but ASCII letters and digits are escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + _PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", _WHITE.sub(" ", canonicalise(text))) + '"'


def style(css: str) -> str:
    """Give a style element; `</` is written so that no style sheet ends it (in CSS the backslash changes nothing)."""
    held = canonicalise(css).replace("</", "<\\/")
    return f"<style>\n{held}\n</style>"
