"""What a text says of news agencies: whose words it prints, and on whose reports it rests."""

import re
from collections.abc import Iterator, Sequence

from briefgen import agencies
from briefgen.model.source import Block, Role
from briefgen.text import display
from briefgen.words import is_unspaced

HEAD, TAIL, LEAD = 160, 100, 800
"""Characters at the head and at the tail of a body in which an agency signs, and of its lead."""
_LINE = 120
"""A longer line is no credit."""

_CREDIT = re.compile(
    r"(?:(?:copyright|\(c\)|[©ⓒ])\s?(?:\d{4}\s)?|by[: ]\s?|source[: ]\s?|from\s)?(?P<who>.{2,60}?)(?:\s\d{4})?\.?\Z",
    re.IGNORECASE,
)
_OBTAINED = re.compile(r"\b(?:obtained|seen|reviewed) by\s")
_NAMED_AFTER = re.compile(r"\b(?:reported|quoted|cited|carried) by\s|\b(?:[Aa]ccording to|[Cc]iting|told)\s")
_UNSPACED_OBTAINED = re.compile("[がは]入手|[이가] 입수")
_NAMED_BEFORE = re.compile(r",?\s(?:has\s|have\s)?(?:reported|reports|learned)\b|[がは]報じ|によると|에 따르면|сообщ")
_NAME = 40
"""Characters within which a name stands."""
_CREDITS = frozenset({Role.BYLINE, Role.DATELINE, Role.CREDIT})


def carried(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the agencies whose words a text prints, as the first sign in it says.

    Signs are a dateline ("SEOUL (Reuters) –", "/TASS/"), credit lines, and the end of the article ("(AFP, dpa)").
    """
    body = _body(text, blocks)
    dateline = _signed(body[0][:HEAD]) if body else ()
    ending = _signed(body[-1][-TAIL:]) if body else ()
    return dateline or next(filter(None, map(_credited, _lines(text, blocks))), ()) or ending


def cited(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the agencies on whose reports a text says it rests: in its lead, or wherever it says who obtained what."""
    whole = " ".join(_body(text, blocks))
    lead = whole[:LEAD]
    after = (*_OBTAINED.finditer(whole), *_NAMED_AFTER.finditer(lead))
    found = [(match.start(), _first(whole[match.end() :][:_NAME])) for match in after]
    before = (*_UNSPACED_OBTAINED.finditer(whole), *_NAMED_BEFORE.finditer(lead))
    found += [(match.start(), _last(whole[: match.start()][-_NAME:])) for match in before]
    return tuple(dict.fromkeys(name for _, name in sorted(found) if name))


def _body(text: str, blocks: Sequence[Block]) -> list[str]:
    return [display(block.span.of(text)) for block in blocks if block.is_body]


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    spans = (block.span for block in blocks if block.role in _CREDITS and len(block.span) <= _LINE)
    return (display(span.of(text)) for span in spans)


def _signed(words: str) -> tuple[str, ...]:
    """Give the agencies that stand between brackets or strokes, alone or after a place (`서울=연합뉴스`)."""
    for match in agencies.SIGNED.finditer(words):
        for part in (*re.split("[=＝]", match[1]), match[1]):
            found = agencies.listed(part) or ((_last(part),) if is_unspaced(part) and _last(part) else ())
            if found:
                return found
    return ()


def _credited(line: str) -> tuple[str, ...]:
    """Give the agencies that a credit line names and nothing else."""
    match = _CREDIT.match(line)
    return (agencies.listed(match["who"]) if match else ()) or _signed(line)


def _first(words: str) -> str:
    """Give the agency whose name `words` begin with."""
    parts = words.removeprefix("the ").split()
    return next(filter(None, (agencies.named(" ".join(parts[:n]).rstrip(",;)’'”\"")) for n in range(4, 0, -1))), "")


def _last(words: str) -> str:
    """Give the agency whose name `words` end with, where words are spaced or not."""
    parts = words.rstrip(" ,").split()
    spaced = (" ".join(parts[-n:]) for n in range(4, 0, -1))
    unspaced = (words[-n:] for n in range(min(8, len(words)), 1, -1) if is_unspaced(words[-n]))
    return next(filter(None, map(agencies.named, (*spaced, *unspaced))), "")
