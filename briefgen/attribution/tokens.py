"""The words of a sentence, with what stands between quotation marks as one of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefgen.model.place import Span

QUOTED = "\ufffc"
"""What stands for a whole quotation, marks included."""
_SHORT = r"[’'](?:s|re|ve|ll|d|m)(?![^\W_])"
_PIECE = re.compile(rf"{_SHORT}|[^\W_]+(?:(?!{_SHORT})(?:[’'.&-]|(?<=\d),(?=\d))[^\W_]+)*|\S", re.IGNORECASE)
"""A word, without what is written together with it: "he" and "’s"."""


Range = tuple[int, int]
"""A half-open range of a sentence's tokens."""


class Part(NamedTuple):
    """An attribution within a sentence: who says it, by which words, and what, in ranges of its tokens."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    is_spoken: bool = True


class Token(NamedTuple):
    """A word or a mark: half-open offsets into the text, the word as it stands, and in small letters."""

    start: int
    end: int
    word: str
    low: str

    @property
    def is_quoted(self) -> bool:
        """Whether this is a whole quotation."""
        return self.word == QUOTED

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and no mark or quotation."""
        return self.word[0].isalnum()


def tokens(text: str, sentence: Span, quoted: Sequence[Span]) -> list[Token]:
    """Give the tokens of a sentence; `quoted` are the quotations that touch it, in order, marks included."""
    found: list[Token] = []
    at = sentence.start
    for each in quoted:
        start, end = max(each.start, at), min(each.end, sentence.end)
        if start < end:
            found += _pieces(text, at, start)
            found.append(Token(start, end, QUOTED, QUOTED))
            at = end
    return found + _pieces(text, at, sentence.end)


def _pieces(text: str, start: int, end: int) -> list[Token]:
    return [Token(*each.span(), each.group(), each.group().lower()) for each in _PIECE.finditer(text, start, end)]
