"""The lines of a page as paragraphs, where nothing else tells."""

import re
from collections.abc import Iterator

_ENDS = re.compile(r"[.!?…:。！？][\"”’»」』)\]]*\s*\Z")
_SHORT = 0.8
"""A line that ends a sentence, and is shorter than this part of the longest, ends its paragraph."""
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def paragraphs(text: str) -> Iterator[str]:
    """Give the paragraphs of a page, each as one line; a word that a hyphen broke at the end of a line is whole."""
    lines = [line.strip() for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    made = ""
    for line in lines:
        made = _joined(made, line)
        if made and (not line or (_ENDS.search(line) and len(line) < _SHORT * longest)):
            yield made
            made = ""
    if made:
        yield made


def _joined(made: str, line: str) -> str:
    if made.endswith("\u00ad"):
        return made[:-1] + line
    is_whole = not made or not line or (_UNSPACED.match(made[-1:]) and _UNSPACED.match(line))
    return made + line if is_whole or made.endswith(("-", "–", "—")) else f"{made} {line}"
