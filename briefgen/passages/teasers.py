"""Pointers within a paragraph to other stories, and to where to share one ("READ MORE: Ferries wait The port …").

Where the line ends are lost, the headline of the other story runs into the sentence behind it, and nobody can tell
where it ends: such a sentence is not quoted. What is a paragraph of its own is no body anyway (`clean`).
"""

import re

_SIGN = re.compile(
    r"(?:\A|[\s\"“”.-])(?:(?:ALSO )?READ(?: ALSO| MORE)?|SEE ALSO|WATCH(?: MORE| LIVE)?|LISTEN|RELATED|OPINION|"
    r"INTERACTIVE|VIDEO|PHOTOS?(?: GALLERY)?|IN PICTURES|INFOGRAPHIC|EXPLAINER):\s"
    r"|\A\W{0,3}(?:Read (?:more|also)|Also read|See also|Related):\s"
    r"|\b(?:(?:Facebook|Twitter|Google\+|WhatsApp|LinkedIn|Reddit|Tumblr|Pinterest|Telegram|Digg|(?i:E-?mail))\s){3}"
    r"|\A\(\d{1,2}\.\d{1,2}\.\d{4}\)\s"
)
"""A label in capitals or a row of places to share anywhere; at the beginning also the day of the other story."""


def is_teaser(sentence: str) -> bool:
    """Say whether a sentence holds a pointer to another story."""
    return bool(_SIGN.search(sentence))
