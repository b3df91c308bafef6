"""The quotations around parts of a text that are known to be quoted."""

from collections.abc import Iterator, Sequence

from briefgen.quotation.pairing import Edges, paired


def innermost(text: str, quoted: Sequence[Edges], within: Edges) -> list[Edges]:
    """Give for each part of a text, in order, the edges of the innermost quotation around it, its marks not included.

    Marks count `within` a part of the text only, and not within what is quoted: those are its own. What has no marks on
    both sides is given itself. Takes time in proportion to the text.
    """
    pairs = sorted(paired(text, _between(quoted, within))[0])
    found: list[Edges] = []
    around: list[Edges] = []
    place = 0
    for start, end in quoted:
        while place < len(pairs) and pairs[place][0] < start:
            while around and around[-1][1] < pairs[place][0]:
                around.pop()
            around.append(pairs[place])
            place += 1
        while around and around[-1][1] < end:
            around.pop()
        found.append((around[-1][0] + 1, around[-1][1]) if around else (start, end))
    return found


def _between(quoted: Sequence[Edges], within: Edges) -> Iterator[Edges]:
    """Give the parts of `within` that are not quoted."""
    place = within[0]
    for start, end in (*quoted, (within[1], within[1])):
        if place < start:
            yield place, start
        place = max(place, end)
