"""Which words can name a speaker: what a lost line end or a misread clause put together is nobody's name."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.attribution.wording import CLAUSE, DAY, DETERMINER, FINITE, OPENER, PAST, PREPOSITION, PRONOUN, TOLD

_FOREIGN = re.compile(r"[\])@]|\s/\s|\.\w{1,40}/|\A[‘’']")
"""What no name holds: the end of what stands in brackets, an address, a picture's credit, the end of a quotation."""
_ACTING = re.compile(r"\b([A-Z][\w’'-]{1,40}) (?=([a-z]{1,20})\b)")
_ENDED = re.compile(r"[.!?]\s|[\"“”]")
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_TOLD = FINITE | TOLD
"""Verbs, in forms that are nothing else: who has one in his name has a clause for a name."""
_OPENS = DETERMINER | PREPOSITION | CLAUSE | _PERSONS
"""What begins a sentence, if it has a capital letter and the word before it has none."""
_JOINS = PREPOSITION | DETERMINER | {"and", "or"}
"""What stands before such a capital letter within a name: "the editor of The Port Times"."""
_LEADS = ((CLAUSE | PREPOSITION | OPENER | DAY) - {"so", "than", "to"}) | {"the"}
"""What has a capital letter before a name and is none of it; what is left out are family names too."""


def is_name(words: str) -> bool:
    """Say whether words, parted by single spaces, can be what a speaker is called."""
    parts = words.split(" ")
    if not any(map(str.isalpha, words)) or _FOREIGN.search(words):
        return False
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        return False
    if len(parts) > 1 and (parts[0].lower() in {"he", "she"} or parts[-1].lower() in _PERSONS):
        return False
    is_clause = any(part.strip("“”\"'‘’") in _TOLD for part in parts)
    return not is_clause and not any(_is_joint(*pair) for pair in pairwise(parts))


def _is_joint(word: str, following: str) -> bool:
    """Say whether a sentence begins within a name: "Loads fell again The harbour board"."""
    return word.islower() and word not in _JOINS and following[0].isupper() and following.lower() in _OPENS


def acting(words: str) -> Iterator[str]:
    """Give each word with a capital letter of which the end of a text tells what it did: "Before Quill left, …".

    Looked at is what stands behind the last sentence and the last quotation.
    """
    for found in _ACTING.finditer(_ENDED.split(words)[-1]):
        name, verb = found[1], found[2]
        if (
            not name.isupper()
            and name.lower() not in _OPENS | _LEADS | PRONOUN
            and (verb in FINITE | PAST or verb.endswith("ed"))
        ):
            yield name


def without_lead(words: str) -> str:
    """Give words in capitals without what leads to the name in them: "As Ada Quill"."""
    parts = words.split(" ")
    while parts and parts[0].lower() in _LEADS:
        parts.pop(0)
    return " ".join(parts)
