"""What a person says is the body of a text, against what it was marked as.

They say `all`, or copy the first and the last words of the body with an omission between them: `The harbour opened …
until the tide turned.` Either may be left out; then the text begins, or ends, with the body.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.anchor.pages import Page
from briefgen.clean.units import BULLET
from briefgen.model.place import Span
from briefgen.model.source import Block, Role

ALL = "all"
_OMISSION = re.compile(r"\s*(?:…|\.{3,})\s*")
_WORD = re.compile(r"\w")
_OPENING, _CLOSING = re.compile(r"[\"'“”„«»‘「『(\[]+\Z"), re.compile(r"[^\w\s]*")
"""What is not copied along with the first and the last words, and is of the body."""
_NO_NOISE = frozenset({Role.TITLE, Role.HEADING, Role.TABLE})


class MissingError(LookupError):
    """The text does not hold these words."""


def limits(said: str) -> tuple[str, str]:
    """Give the first and the last words of the body, empty where the text has none before or behind it.

    Raises ValueError for what is neither `all` nor words around one omission (`…` or `...`).
    """
    if said.casefold() == ALL:
        return "", ""
    parts = _OMISSION.split(said)
    if len(parts) != 2 or not any(parts) or not all(_WORD.search(part) for part in parts if part):
        raise ValueError(said)
    return parts[0], parts[1]


def overrule(text: str, blocks: Sequence[Block], hints: Sequence[Block], said: str) -> tuple[Block, ...]:
    """Give the `blocks` of a text with the body that a person `said`; a block is cut where the body begins or ends.

    Outside of it nothing is body. Within it, all is that was taken for noise; titles, headings, tables and bullets stay
    what they are, and so does what a reader is sure of by its structure (`hints`: notes, captions, running heads). What
    holds the first or the last words is body, even if it was taken for a title.
    Words are found but for typography; of several places the first ones begin and the last ones end the body. Raises
    MissingError where they are not there, ValueError as `limits` does.
    """
    first, last = limits(said)
    body = _body(text, first, last)
    named = {body.start} if first else set[int]()
    if last:
        named.add(body.end)
    sure = frozenset(hints)
    made: list[Block] = []
    for block in blocks:
        for span in _cut(text, block.span, body):
            if not body.contains(span):
                role = Role.BOILERPLATE if block.is_body else block.role
            elif block.is_body or block in sure or _is_bullet(text, span):
                role = block.role
            else:
                is_named = not named.isdisjoint({span.start, span.end})
                role = Role.PARAGRAPH if is_named or block.role not in _NO_NOISE else block.role
            made.append(Block(span, role))
    return tuple(made)


def _body(text: str, first: str, last: str) -> Span:
    page = Page(text)
    start, end = 0, len(text)
    if first:
        found = next(page.alike(first), None)
        if found is None:
            raise MissingError(first)
        quoted = _OPENING.search(text, max(0, found.start - 3), found.start)
        start = quoted.start() if quoted else found.start
    if last:
        ends = [each.end for each in page.alike(last) if each.start >= start]
        if not ends:
            raise MissingError(last)
        closed = _CLOSING.match(text, max(ends))
        end = closed.end() if closed else max(ends)
    return Span(start, end)


def _cut(text: str, span: Span, body: Span) -> Iterator[Span]:
    """Give the parts of a block before, in and behind the body, without white space at their edges."""
    within = sorted(at for at in {body.start, body.end} if span.start < at < span.end)
    for start, end in pairwise((span.start, *within, span.end)):
        words = text[start:end]
        if bare := words.strip():
            begin = start + len(words) - len(words.lstrip())
            yield Span(begin, begin + len(bare))


def _is_bullet(text: str, span: Span) -> bool:
    bullet = BULLET.match(text, span.start)
    return bullet is not None and bullet.end() == span.end
