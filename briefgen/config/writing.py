"""Texts as YAML scalars, for files that people write too."""

import json
import re

from briefgen.config.yaml12 import scalar

_PLAIN = re.compile(r"[^\W\d_][\w ./()-]*(?<! )\Z")
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
# What YAML 1.1 readers, which other tools use, take for true, false or null.
_WORDS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})


def as_scalar(words: str) -> str:
    """Give a text as a YAML scalar on one line: plain where that means the same to every reader, else in quotes."""
    if _PLAIN.match(words) and words.casefold() not in _WORDS and scalar(words) == words:
        return words
    # JSON's strings are YAML's double-quoted ones, but for what YAML takes for a line end or refuses.
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(words, ensure_ascii=False))
