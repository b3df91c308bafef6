"""Marks of list items, "1." or "b.)", which no sentence ends after."""

import re

from briefgen.passages.stops import BULLETS, Stop

_MARK = re.compile(r"\W*(?:\d{1,3}|(?:\d{1,2}\.)+\d{0,2}|[^\W\d_]|[ivxlcIVXLC]{1,5})")
_ANNOUNCED = re.compile(r":\s\(?(?:\d{1,2}|[a-zA-Z])\Z")
_FIRST = re.compile(rf"[\s({BULLETS}]{{0,4}}(\d{{1,3}}|[a-zA-Z])\.\)?\s")
_ITEM = re.compile(rf"[\s({BULLETS}]*(\d{{1,3}}|[a-zA-Z])\Z")


def is_list_mark(stop: Stop) -> bool:
    """Say whether the sentence is nothing but the mark of a list item so far, or one that a colon announces."""
    so_far = stop.so_far(12)
    if so_far is not None and _MARK.fullmatch(so_far):
        return True
    return _ANNOUNCED.search(stop.text, max(stop.begin, stop.start - 8), stop.start) is not None


def item(stop: Stop) -> int | None:
    """Give where the next item of a list inside a line begins, if its mark stands before the stop.

    "1. Bread 2. Milk": after an item with one mark, the next mark of the same kind begins another.
    """
    first = _FIRST.match(stop.text, stop.begin)
    mark = _ITEM.search(stop.text, max(stop.begin, stop.start - 8), stop.start) if first else None
    if first is None or mark is None or mark.start() < first.end():
        return None
    before, after = first[1], mark[1]
    if before.isdigit() != after.isdigit():
        return None
    follows = int(after) == int(before) + 1 if after.isdigit() else ord(after) == ord(before) + 1
    return mark.start() if follows else None
