"""What ends a paragraph without an end: the headline of another story, a line of the page, a text that was cut off."""

import re

_MARK = re.compile(r"[.!?…:;。！？।؟]\S{0,6}\Z")
"""The mark of an end, with what may stand behind it: quotation marks, brackets, the number of a note."""


def is_unfinished(sentence: str) -> bool:
    """Say whether a sentence ends with a word and no mark, in a script with capitals; others often have no marks."""
    last = sentence.rstrip()[-1:]
    return last.isalnum() and last.lower() + last.upper() != last * 2 and not _MARK.search(sentence.rstrip())
