"""Differences in plain characters: wdiff's signs."""

from collections.abc import Iterable

from briefgen.model.claim import Difference, Edit

SIGNS = {Edit.ADDED: ("{+", "+}"), Edit.LEFT_OUT: ("[-", "-]"), Edit.SAME: ("", "")}
"""What stands before and after words that are only in the file, only in the source, or in both."""


def signed(differences: Iterable[Difference]) -> str:
    """Give the words of a file and of its source as one text, each between its signs; empty for no differences."""
    return "".join(map(_signed, differences))


def _signed(difference: Difference) -> str:
    before, after = SIGNS[difference.edit]
    words = difference.words.rstrip()
    return f"{before}{words}{after}{difference.words[len(words) :]}"
