"""Pointers to other stories that stand within a paragraph ("READ MORE: Ferries wait The port said …").

Where the line ends are lost, the headline of the other story runs into the sentence behind it, and nobody can tell
where it ends: such a sentence is not quoted. A pointer that is a paragraph of its own is no body anyway (`clean`).
"""

import re

_SIGN = re.compile(
    r"(?:\A|[\s\"“”.-])(?:(?:ALSO )?READ(?: ALSO| MORE)?|SEE ALSO|WATCH(?: MORE| LIVE)?|LISTEN|RELATED|OPINION|"
    r"INTERACTIVE|VIDEO|PHOTOS?(?: GALLERY)?|IN PICTURES|INFOGRAPHIC|EXPLAINER):\s"
    r"|\A\W{0,3}(?:Read (?:more|also)|Also read|See also|Related):\s"
    r"|\A\(\d{1,2}\.\d{1,2}\.\d{4}\)\s"
)
"""A label in capitals anywhere; at the beginning, what nothing else begins with, or the day of the other story."""


def is_teaser(sentence: str) -> bool:
    """Say whether a sentence holds a pointer to another story."""
    return bool(_SIGN.search(sentence))
