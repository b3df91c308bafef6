"""Runs cut in two where a mark is to stand between their words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain, islice

from lxml import etree

from briefgen.formats.docx.elements import Element, preserve, words
from briefgen.formats.docx.story import Hold
from briefgen.formats.docx.wholes import FACE, RUN, TEXT, Wholes

_MOST_LOOKS, _LONGEST_LOOKS = 300, 10_000
"""Elements, and characters, that tell of the looks of a run that may be cut."""


def cut(holds: Sequence[Hold], offsets: Sequence[int], wholes: Wholes) -> list[Hold]:
    """Cut the runs of a story at these offsets into its text, which are in order; give what then holds the text."""
    made: list[Hold] = []
    for hold in reversed(holds):
        cuts = offsets[bisect_left(offsets, hold.start) : bisect_right(offsets, hold.end)]
        run = hold.node.getparent()
        if cuts and run is not None and run.tag == RUN and wholes.around(hold.node) == (run, run) and _is_light(run):
            made.extend(_cut(hold, cuts))
        else:
            made.append(hold)
    return made[::-1]


def _is_light(run: Element) -> bool:
    """Say whether the looks of a run may be copied at each cut; Word gives a run no more than some forty properties."""
    looks = list(islice(chain((run,), *(face.iter() for face in run.iterchildren(FACE))), _MOST_LOOKS))
    said = sum(len(value) for one in looks for value in (one.text or "", *map(str, one.attrib.values())))
    return len(looks) < _MOST_LOOKS and said < _LONGEST_LOOKS


def _cut(hold: Hold, offsets: Sequence[int]) -> Iterator[Hold]:
    """Cut an element and its run, at the last offset first, so that no word is moved twice."""
    node, text, end = hold.node, hold.node.text or "", hold.end
    uncounted = len(text) - (hold.end - hold.start) if node.tag == TEXT else 0
    for offset in reversed(offsets):
        at = uncounted + offset - hold.start
        if offset == hold.end:
            _divide(node.getnext())
        elif at == 0:
            _divide(node)
        else:
            rest = words(text[at : uncounted + end - hold.start])
            node.addnext(rest)
            _divide(rest)
            yield Hold(offset, end, rest)
            end = offset
    if end < hold.end:
        node.text = text[: uncounted + end - hold.start]
        preserve(node)
    if end > hold.start:
        yield Hold(hold.start, end, node)


def _divide(node: Element | None) -> None:
    """Let a run end before one of its elements, and another like it go on from there."""
    before, run = (None, None) if node is None else (node.getprevious(), node.getparent())
    if node is None or before is None or before.tag == FACE or run is None:
        return
    rest = etree.Element(run.tag)
    for name, value in run.attrib.items():
        rest.set(name, value)
    rest.extend(deepcopy(face) for face in run.findall(FACE))
    rest.extend([node, *node.itersiblings()])
    run.addnext(rest)
