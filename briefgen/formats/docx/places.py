"""Where marks may stand in the body of a Word file: around a part of its text, between two runs.

A mark stands beside a run, or beside a whole that must stay in one piece (see `wholes`): never in a formula, in the
reading over ruby, in a field or in a deletion. Runs are cut in two where a mark divides their words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from briefgen.errors import UnreadableError
from briefgen.formats.docx.archive import FILE
from briefgen.formats.docx.cutting import cut
from briefgen.formats.docx.elements import Element, el
from briefgen.formats.docx.names import W
from briefgen.formats.docx.opened import BODY, NOTES, Opened
from briefgen.formats.docx.wholes import CONTENT, PARAGRAPH, WRAPS, Edges, Wholes
from briefgen.model.claim import Spot

_BOX = f"{{{W}}}txbxContent"


class Places:
    """The places of marks in a Word file whose main part is being changed.

    `offsets` are those into the text of the body between which marks are to stand, all of them.
    """

    def __init__(self, file: Opened, offsets: Iterable[int]) -> None:
        self._root = file.roots[file.main]
        self._wholes = Wholes(self._root)
        self._holds = cut(file.body.holds, sorted(set(offsets)), self._wholes)
        self._in_line = bisect_left(self._holds, True, key=lambda hold: _is_boxed(hold.node))  # noqa: FBT003 - a key
        self._notes: dict[str, Element] = {}
        for kind in NOTES:
            for mark in self._root.iter(f"{{{W}}}{kind}Reference"):
                self._notes.setdefault(f"{kind} {mark.get(f'{{{W}}}id')}", mark)

    def around(self, spot: Spot) -> Edges:
        """Give the place of a spot.

        Words of a note have theirs where the note is first referred to, and words in a text box where the box hangs in
        the text: Word knows neither comments nor notes within either. A spot without words is given an empty run.

        Raises UnreadableError when the file has no paragraph at all.
        """
        if spot.story != BODY:
            mark = self._notes.get(spot.story)
            return self._edges(mark, mark)
        first = bisect_right(self._holds, spot.start, key=lambda hold: hold.end)
        last = bisect_left(self._holds, spot.end, key=lambda hold: hold.start)
        if first >= last:
            return self._point(spot.start, first)
        if first < self._in_line:
            return self._edges(self._holds[first].node, self._holds[min(last, self._in_line) - 1].node)
        return self._edges(self._holds[first].node, self._holds[first].node)

    def behind(self, offset: int) -> Element:
        """Give the element behind which something new stands that belongs to the words before an offset.

        Raises UnreadableError as `around` does.
        """
        last = bisect_left(self._holds, offset, key=lambda hold: hold.start)
        if last == 0:
            return self._point(offset, last)[1]
        words = self._holds[last - 1].node
        return self._edges(words, words)[1]

    def _edges(self, first: Element | None, last: Element | None) -> Edges:
        start = None if first is None else self._wholes.around(first)
        end = None if last is None else self._wholes.around(last)
        if start is None or end is None:
            return self._blank()
        return _outwards(start[0], Element.getprevious), _outwards(end[1], Element.getnext)

    def _point(self, offset: int, following: int) -> Edges:
        """Put an empty run at an offset: before the words that begin there, else behind the last ones before it."""
        before, after = self._holds[max(following - 1, 0) : following], self._holds[following : following + 1]
        is_before = bool(after) and (not before or after[0].start <= offset)
        beside = next((self._wholes.around(hold.node) for hold in (after if is_before else before)), None)
        if beside is None:
            return self._blank()
        blank = el("r")
        (beside[0].addprevious if is_before else beside[1].addnext)(blank)
        return blank, blank

    def _blank(self) -> Edges:
        """Put an empty run where nothing better is known: at the end of the first paragraph."""
        paragraph = next(self._root.iter(PARAGRAPH), None)
        if paragraph is None:
            raise UnreadableError(FILE, "it has no paragraph, and so no place for a mark")
        blank = el("r")
        paragraph.append(blank)
        return blank, blank


def _is_boxed(node: Element) -> bool:
    return next(node.iterancestors(_BOX), None) is not None


def _wrap(element: Element) -> Element | None:
    """Give what is around an element and changes nothing of what it says (a link, a content control), if anything."""
    around = element.getparent()
    if around is not None and around.tag == CONTENT:
        around = around.getparent()
    return around if around is not None and around.tag in WRAPS else None


def _outwards(element: Element, beside: Callable[[Element], Element | None]) -> Element:
    """Leave what is around an element, as long as nothing else stands in it on this side."""
    while beside(element) is None and (around := _wrap(element)) is not None:
        element = around
    return element
