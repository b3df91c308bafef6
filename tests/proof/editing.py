"""Edits by name.

An edit is a function on an opened brief. `expected` are the findings that are not exact: each a kind and the number of
the excerpt it is about, 0 for words that are no excerpt's. Every excerpt without such a finding must be exact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from word_files import Word

from briefgen.model.claim import Kind

Change = Callable[[Word], None]
Found = Sequence[tuple[Kind, int]]


@dataclass(frozen=True)
class Edit:
    """An edit, and what proof must find of it: also where no record is left to tell what was there before.

    `pending` are words that must be told of the changes it leaves, `remark` words of a remark on the file as a whole.
    """

    change: Change
    expected: Found
    unrecorded: Found
    pending: Sequence[str] = ()
    remark: str = ""


EDITS: dict[str, Edit] = {}


def edit(
    name: str,
    *expected: tuple[Kind, int],
    unrecorded: Found | None = None,
    pending: Sequence[str] = (),
    remark: str = "",
):
    def take(change: Change) -> Change:
        assert name not in EDITS
        EDITS[name] = Edit(change, expected, expected if unrecorded is None else unrecorded, pending, remark)
        return change

    return take


def altering(
    name: str,
    number: int,
    replace: Callable[[str], str],
    kind: Kind = Kind.ALTERED,
    unrecorded: Found | None = None,
) -> None:
    """An edit of the words of one excerpt."""

    @edit(name, *([] if kind is Kind.EXACT else [(kind, number)]), unrecorded=unrecorded)
    def change(word: Word) -> None:
        element = word.words(number)
        before = element.text
        element.text = replace(before)
        assert element.text != before
