"""Where the brief goes into a house's document, and what is known of it put in place of its names there."""

import re

from briefgen.errors import UnreadableError
from briefgen.formats.docx.elements import Element, preserve
from briefgen.formats.docx.house import NAME
from briefgen.formats.docx.names import W

MARKER = "brief"
"""Where the brief goes in: a paragraph that holds `{{ brief }}` and nothing else."""
_FIELD = re.compile(r"\{\{\s*([\w.-]{1,40})\s*\}\}")
_TEXT, _PARAGRAPH, _CONTENT = (f"{{{W}}}{name}" for name in ("t", "p", "sdtContent"))


def marker(body: Element) -> Element | None:
    """Give the paragraph at which the brief goes in; None where there is none.

    Content controls that hold nothing else are taken away around it. Raises UnreadableError where there are several, or
    one that is not a paragraph of the body itself.
    """
    found = [one for one in body.iter(_PARAGRAPH) if _is_marker("".join(text.text or "" for text in _texts(one)))]
    for one in found:
        _bare(one)
    if any(one.getparent() is not body for one in found):
        raise UnreadableError(NAME, "{{ brief }} stands in a table, a box or a field; give it a paragraph of the text")
    if len(found) > 1:
        raise UnreadableError(NAME, "{{ brief }} stands in it more than once")
    return found[0] if found else None


def _bare(paragraph: Element) -> None:
    """Put a paragraph in the place of the content controls that hold it alone."""
    outer, content = paragraph, paragraph.getparent()
    while content is not None and content.tag == _CONTENT and len(content) == 1:
        control = content.getparent()
        if control is None:
            break
        outer, content = control, control.getparent()
    if outer is not paragraph and content is not None:
        content.replace(outer, paragraph)


def _is_marker(text: str) -> bool:
    match = _FIELD.fullmatch(text.strip())
    return match is not None and match[1] == MARKER


def fill(story: Element, values: dict[str, str], but: Element | None = None) -> None:
    """Put what is known of the brief in place of `{{ title }}` and its like, everywhere but in one paragraph.

    Raises UnreadableError for a name that is not known, or `{{ brief }}` among other words.
    """
    for paragraph in (one for one in story.iter(_PARAGRAPH) if one is not but):
        texts = _texts(paragraph)
        whole = "".join(text.text or "" for text in texts)
        for found in reversed(list(_FIELD.finditer(whole))):
            if found[1] not in values:
                known = ", ".join(["brief (alone in a paragraph of the text)", *values])
                raise UnreadableError(NAME, f"{{{{ {found[1]} }}}} is not known here; known: {known}")
            _replace(texts, found.start(), found.end(), values[found[1]])


def _replace(texts: list[Element], start: int, end: int, value: str) -> None:
    """Put `value` in place of a part of the words that these elements hold together."""
    at = 0
    for text in texts:
        held = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(held))
        if first < last:
            text.text = held[:first] + value + held[last:]
            preserve(text)
            value = ""
        at += len(held)


def _texts(paragraph: Element) -> list[Element]:
    """Give what holds the words of a paragraph, without those of text boxes that hang in it."""
    return [text for text in paragraph.iter(_TEXT) if next(text.iterancestors(_PARAGRAPH), None) is paragraph]
