"""Datelines that end in a full stop, and so look like sentences ("ELLING, May 2. /dpa/."), and those before one."""

import re

from briefgen import agencies

_LONGEST = 100
"""A longer sentence is none (characters)."""
_WORD = re.compile(r"[^\W_]+")
_DASH = re.compile(r"\s*(?:--|[-\u2013\u2014])\s*(?=\w|[\"'\u2018\u201c])")


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


def before(paragraph: str) -> int:
    """Give how many characters of a paragraph are a dateline with an agency's sign and a dash ("ELLING (dpa) - ")."""
    signed = agencies.SIGNED.search(paragraph, 0, _LONGEST)
    dash = _DASH.match(paragraph, signed.end()) if signed else None
    return dash.end() if signed and dash and is_dateline(paragraph[: signed.end()]) else 0
