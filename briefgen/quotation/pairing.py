"""Which mark closes which."""

from collections.abc import Iterable, Sequence
from itertools import chain

from briefgen.quotation.marks import FAMILY, LEFT, PAIRS, RIGHT, STRAIGHT, Lean, Mark, marks

Edges = tuple[int, int]
"""Half-open offsets into a text."""


def fits(opener: str, closer: str) -> bool:
    """Say whether one mark closes what another opened; one of the two may have been straightened."""
    is_straightened = closer in STRAIGHT or (opener in STRAIGHT and closer in RIGHT)
    return closer in PAIRS[opener] or (is_straightened and closer in FAMILY[opener])


def paired(text: str, parts: Iterable[Edges]) -> tuple[list[Edges], list[int]]:
    """Give the offsets of each mark that opens a quotation and of the one that closes it, and those of open ones.

    Only the marks in these parts of the text are read. Pairs never cross: what closes a quotation ends all that was
    opened within it. Pairs come in the order of their ends, open marks in that of the text; weak ones are left out.
    """
    found = list(chain.from_iterable(marks(text, *part) for part in parts))
    stack = _Opened()
    pairs: list[Edges] = []
    for mark, is_outdone in zip(found, _outdone(found), strict=True):
        opener = stack.nearest(mark)
        # A doubtful end does not make a quotation of an apostrophe and of another quotation behind it.
        is_apart = opener is not None and opener.is_weak and bool(pairs) and pairs[-1][0] > opener.at
        if opener and _closes(mark, opener, is_doubted=is_outdone or is_apart):
            pairs.append((opener.at, mark.at))
            stack.close(opener)
        elif _opens(mark, opener, is_closed=is_outdone):
            stack.open(mark)
    return pairs, [mark.at for mark in stack.marks if not mark.is_weak]


class _Opened:
    """The marks that are open, and where the last of each family stands among them."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._places: dict[str, list[int]] = {family: [] for family in FAMILY.values()}

    def open(self, mark: Mark) -> None:
        self._places[FAMILY[mark.sign]].append(len(self.marks))
        self.marks.append(mark)

    def nearest(self, mark: Mark) -> Mark | None:
        """Give the last open mark of the same family."""
        places = self._places[FAMILY[mark.sign]]
        return self.marks[places[-1]] if places else None

    def close(self, opener: Mark) -> None:
        """Take away a mark and all that was opened after it."""
        taken = None
        while taken is not opener:
            taken = self.marks.pop()
            self._places[FAMILY[taken.sign]].pop()


def _outdone(found: Sequence[Mark]) -> list[bool]:
    """Say of each mark whether one of its family that surely closes follows before one that may open."""
    closes_next = dict.fromkeys(FAMILY.values(), False)
    outdone = []
    for mark in reversed(found):
        family = FAMILY[mark.sign]
        outdone.append(closes_next[family])
        if not mark.is_doubtful:
            closes_next[family] = mark.lean is Lean.CLOSES or (mark.lean is Lean.EITHER and mark.sign in RIGHT)
    return outdone[::-1]


def _closes(mark: Mark, opener: Mark, *, is_doubted: bool) -> bool:
    """Say whether a mark closes what the nearest one of its family has opened; less readily where it is doubted."""
    if mark.lean is Lean.OPENS:
        return mark.sign in RIGHT and opener.sign in LEFT and not (is_doubted or opener.is_weak)
    if mark.is_doubtful and is_doubted:
        return False
    return mark.lean is Lean.CLOSES or fits(opener.sign, mark.sign)


def _opens(mark: Mark, nearest: Mark | None, *, is_closed: bool) -> bool:
    """Say whether a mark that closes nothing opens a quotation; `is_closed` says that the next of its family closes.

    One that mostly closes opens only where it leans to, and not within what another kind has opened. One that mostly
    opens may stand against its lean if the next one closes, as in l’« accord ».
    """
    if mark.sign in RIGHT:
        return mark.lean is Lean.OPENS and not (nearest and nearest.sign in LEFT)
    return mark.lean is not Lean.CLOSES or (mark.sign in LEFT and is_closed)
