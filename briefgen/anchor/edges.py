"""Where words begin and end: what begins or ends elsewhere is a part of a word, and may be another word."""

import re
from unicodedata import category

from briefgen.model.place import Span
from briefgen.words import is_unspaced

_FAR = 8
"""Characters on either side of an edge among which those that are seen are looked for."""
_LONGEST = 64
_NUMBER = re.compile(r"\d[.,:'’]\d")
_NEGATION = re.compile(r"(?<=n)['’]t(?!\w)", re.IGNORECASE)
_RUNS_ON = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer, which put no spaces between words either."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a part of a text begins and ends where words and numbers do, and loses no “n’t” that it ends before.

    Scripts without spaces do not tell, but for accents and vowel signs, which belong to the letter before them.
    """
    return not (cuts(text, start) or cuts(text, end) or _NEGATION.match(text, end))


def widened(text: str, span: Span) -> Span:
    """Give a part of a text with all of the words and numbers that it cuts, unless they are longer than any is."""
    start, end = span.start, span.end
    while cuts(text, start) and span.start - start < _LONGEST:
        start -= 1
    while cuts(text, end) and end - span.end < _LONGEST:
        end += 1
    negation = _NEGATION.match(text, end)
    return Span(start, negation.end() if negation else end)


def cuts(text: str, at: int) -> bool:
    """Say whether a word or a number stands on both sides of an offset, whatever is not seen there."""
    before, after = _seen(text[max(at - _FAR, 0) : at])[-2:], _seen(text[at : at + _FAR])[:2]
    last, first = before[-1:], after[:1]
    if not (last and first):
        return False
    if _is_accent(first):
        return last.isalnum() or _is_accent(last)
    if first.isalnum() and (last.isalnum() or _is_accent(last)):
        return not (_is_unspaced(last) or _is_unspaced(first))
    return _NUMBER.search(before + after) is not None


def _seen(text: str) -> str:
    return text if text.isascii() else "".join(one for one in text if category(one) != "Cf")


def _is_accent(character: str) -> bool:
    return category(character).startswith("M")


def _is_unspaced(character: str) -> bool:
    return is_unspaced(character) or _RUNS_ON.match(character) is not None
