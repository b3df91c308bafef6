"""What stands between quotation marks in running text, in any language.

Nothing here knows the language of a text: a mark is read by what it is and by what stands around it, so that one
paragraph may quote in several languages, and no apostrophe claims the rest of a paragraph.
"""

from dataclasses import dataclass

from briefgen.quotation.marks import PAIRS
from briefgen.quotation.pairing import Edges, fits, paired

__all__ = ["Edges", "Marked", "find", "is_pair"]

_DOUBLE = frozenset({"''", "‘‘", "’’"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks: half-open code-point offsets, the marks not included.

    `opener` and `closer` are the marks: a character each, or two single ones that stand for a double one. `closer` is
    empty where the quotation never closes; then `end` is the end of the text.
    """

    start: int
    end: int
    opener: str
    closer: str


def find(text: str) -> tuple[Marked, ...]:
    """Give the outermost quotations of one paragraph, in order, none within another; empty ones are left out.

    A mark that opens a quotation and is never closed claims all that follows: an edited file must not hide words by
    losing a mark, and a quotation of several paragraphs closes only in the last. A mark that closes what was never
    opened claims nothing. Takes time in proportion to the text.
    """
    pairs, opened = paired(text, [(0, len(text))])
    found: list[Marked] = []
    for opener, closer in sorted([*pairs, *((at, len(text)) for at in opened)]):
        is_outermost = not found or opener >= found[-1].end
        if is_outermost and text[opener + 1 : closer].strip():
            wide = int(_is_double(text, opener, closer))
            start, end = opener + 1 + wide, closer - wide
            found.append(Marked(start, end, text[opener:start], text[end : closer + 1]))
    return tuple(found)


def _is_double(text: str, opener: int, closer: int) -> bool:
    """Say whether two single marks stand for a double one at both ends, as typewriters left them: ''so''."""
    return text[opener : opener + 2] in _DOUBLE and text[closer - 1 : closer + 1] in _DOUBLE and closer - opener > 3


def is_pair(before: str, after: str) -> bool:
    """Say whether these two are nothing but the marks around a quotation; one of them may have been straightened."""
    return before in PAIRS and len(after) == 1 and fits(before, after)
