"""Where a quotation within a paragraph begins and ends: at the quotation marks around it."""

from collections.abc import Iterator, Sequence

PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‘": "’", '"': '"'}
"""For each mark that opens a quotation, those that close it."""
_APOSTROPHE = "’"

Edges = tuple[int, int]
"""Half-open offsets into a text."""


def is_pair(before: str, after: str) -> bool:
    """Say whether these two are nothing but the marks around a quotation."""
    return before in PAIRS and len(after) == 1 and after in PAIRS[before]


def enclosing(text: str, edges: Edges, within: Edges, others: Sequence[Edges]) -> Edges:
    """Give the edges of the innermost quotation around `edges` in a part of a text, its marks not included.

    What stands in `others` (other quotations of ours, in order) is not looked at: its marks are its own. Without marks
    on both sides, `edges` itself is given.
    """
    opened = _opened(_letters(text, (within[0], edges[0]), others))
    for start, mark in reversed(opened):
        end = _closed(_letters(text, (edges[1], within[1]), others), mark)
        if end is not None:
            return start + 1, end
    return edges


def _letters(text: str, part: Edges, others: Sequence[Edges]) -> Iterator[tuple[int, str]]:
    """Give the characters of a part of a text that may be quotation marks, each with its offset."""
    place, end = part
    for other in [*(one for one in others if one[0] < end and one[1] > place), (end, end)]:
        for at in range(place, min(other[0], end)):
            if not _is_apostrophe(text, at):
                yield at, text[at]
        place = max(place, other[1])


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == _APOSTROPHE and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _opened(letters: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    """Give the marks that open a quotation and are not closed again, outermost first."""
    opened: list[tuple[int, str]] = []
    for at, letter in letters:
        if opened and letter in PAIRS[opened[-1][1]]:
            opened.pop()
        elif letter in PAIRS:
            opened.append((at, letter))
    return opened


def _closed(letters: Iterator[tuple[int, str]], mark: str) -> int | None:
    """Give where a quotation that `mark` has opened closes; None where it does not."""
    opened = [mark]
    for at, letter in letters:
        if letter in PAIRS[opened[-1]]:
            opened.pop()
            if not opened:
                return at
        elif letter in PAIRS:
            opened.append(letter)
    return None
