"""What stands between quotation marks in running text, in any language.

Nothing here knows the language of a text: a mark is read by what it is and by what stands around it, so that one
paragraph may quote in several languages, and no apostrophe claims the rest of a paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.quotation.marks import PAIRS
from briefgen.quotation.pairing import Edges, fits, paired

__all__ = ["Edges", "Marked", "enclosing", "find", "is_pair"]


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks: half-open code-point offsets, the marks not included.

    `opener` and `closer` are the marks. `closer` is empty where the quotation never closes; then `end` is the end of
    the text.
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
            found.append(Marked(opener + 1, closer, text[opener], text[closer : closer + 1]))
    return tuple(found)


def is_pair(before: str, after: str) -> bool:
    """Say whether these two are nothing but the marks around a quotation; one of them may have been straightened."""
    return before in PAIRS and len(after) == 1 and fits(before, after)


def enclosing(text: str, edges: Edges, within: Edges, others: Sequence[Edges]) -> Edges:
    """Give the edges of the innermost quotation around `edges` in a part of a text, its marks not included.

    What stands in `others` (other quotations of ours, in order) is not looked at: its marks are its own. Without marks
    on both sides, `edges` itself is given.
    """
    parts, place = [], within[0]
    for start, end in sorted([*others, edges]):
        if place < start and place < within[1]:
            parts.append((place, min(start, within[1])))
        place = max(place, end)
    pairs, _ = paired(text, [*parts, (place, within[1])])
    around = (pair for pair in pairs if pair[0] < edges[0] and pair[1] >= edges[1])
    opener, closer = max(around, default=(edges[0] - 1, edges[1]))
    return opener + 1, closer
