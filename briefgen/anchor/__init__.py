"""Where a quotation stands: selectors are made here, and words are found again by themselves and their context.

After the W3C Web Annotation data model, sections 4.2.4 and 4.2.5. Words stand somewhere exactly, or but for their
typography; likeness is a diagnosis of words that stand nowhere, and proves nothing.
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


def places(text: str, words: str, *, has_case: bool = True) -> Iterator[Span]:
    """Give each place in `text` where `words` stand, in order, runs of white space counting as one space.

    Without `has_case`, capitals and small letters are the same.
    """
    shown = display(words).split(" ")
    if shown != [""]:
        for match in re.finditer(r"\s+".join(map(re.escape, shown)), text, 0 if has_case else re.IGNORECASE):
            yield Span(*match.span())


def find(text: str, words: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """Give each place in `text` where `words` stand, runs of white space counting as one space.

    Those with the most of `prefix` before them and of `suffix` after them come first, then those that stand first.
    """
    return tuple(sorted(places(text, words), key=lambda span: -_agreement(select(text, span), prefix, suffix)))


def _agreement(here: Selector, prefix: str, suffix: str) -> int:
    """Count the characters of context that agree, outward from the words."""
    return _common(here.prefix[::-1], prefix[::-1]) + _common(here.suffix, suffix)


def _common(one: str, other: str) -> int:
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
