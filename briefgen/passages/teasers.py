"""Pointers to other stories that stand within a paragraph ("READ MORE: Ferries wait The port said …").

Where the line ends are lost, the headline of the other story runs into the sentence behind it, and nobody can tell
where it ends: such a sentence is not quoted. A pointer that is a paragraph of its own is no body anyway (`clean`).
"""

import re

_LABEL = re.compile(
    r"\W{0,3}(?:(?:ALSO )?READ(?: ALSO| MORE)?|SEE ALSO|WATCH(?: MORE| LIVE)?|LISTEN|RELATED|OPINION|INTERACTIVE|VIDEO|"
    r"PHOTOS?(?: GALLERY)?|IN PICTURES|INFOGRAPHIC|EXPLAINER|(?:Read (?:more|also)|Also read|See also|Related)):\s"
)
"""In capitals but for words that nothing else begins with: "Watch: the tide comes in" may be somebody's sentence."""


def is_teaser(sentence: str) -> bool:
    """Say whether a sentence begins with a pointer to another story."""
    return bool(_LABEL.match(sentence))
