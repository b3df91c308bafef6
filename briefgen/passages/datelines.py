"""Datelines that end in a full stop, and so look like sentences: "ELLING, May 2. /dpa/." for one."""

import re

from briefgen import agencies

_LONGEST = 100
"""A longer sentence is none (characters)."""
_WORD = re.compile(r"[^\W_]+")


def is_dateline(sentence: str) -> bool:
    """Say whether a sentence is a place, a day and the sign of an agency, and says nothing.

    Beside the agency's name all its words have capitals, or are numbers; so a sentence in a script without capitals is
    never taken for one.
    """
    if len(sentence) > _LONGEST:
        return False
    signed = next((found for found in agencies.SIGNED.finditer(sentence) if agencies.listed(found[1])), None)
    if signed is None:
        return False
    beside = _WORD.findall(f"{sentence[: signed.start()]} {sentence[signed.end() :]}")
    return all(word[0].isupper() or word[0].isdecimal() for word in beside)
