"""Where a quotation stands: by position, then by its exact words and their context.

After the anchoring of Hypothesis and the W3C Web Annotation data model, sections 4.2.4 and 4.2.5. Nothing here is
approximate: words are found as they are displayed, or not at all.
"""

import re
from collections.abc import Iterator

from briefgen.model.place import Selector, Span
from briefgen.text import CONTEXT, display


def select(text: str, span: Span) -> Selector:
    """Make the selector of `span`, with up to 32 characters of context on either side."""
    return Selector(
        span.of(text), text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT], span
    )


def find(text: str, words: str) -> Iterator[Span]:
    """Give each place in `text` where `words` stand, runs of white space counting as one space."""
    shown = display(words).split(" ")
    if shown == [""]:
        return
    for match in re.finditer(r"\s+".join(map(re.escape, shown)), text):
        yield Span(*match.span())


def locate(text: str, selector: Selector) -> Span | None:
    """Give where the selector's words stand in `text`: at their position, else where most of their context agrees.

    None when the words do not stand in the text.
    """
    if selector.span.end <= len(text) and selector.span.of(text) == selector.exact:
        return selector.span
    found = list(find(text, selector.exact))
    if not found:
        return None
    return max(found, key=lambda span: (_agreement(text, span, selector), -abs(span.start - selector.span.start)))


def _agreement(text: str, span: Span, selector: Selector) -> int:
    """Count the characters of context that agree, outward from the words."""
    here = select(text, span)
    return _common(here.prefix[::-1], selector.prefix[::-1]) + _common(here.suffix, selector.suffix)


def _common(one: str, other: str) -> int:
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
