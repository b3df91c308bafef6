"""Lines joined to words: what the end of a line broke is made whole."""

import re
from collections.abc import Iterator, Sequence

from briefgen.sources.pdf.lines import Line
from briefgen.text import canonicalise, display
from briefgen.words import UNSPACED

_HYPHENED = re.compile("(\\w+)[\u00ad‐-]\\Z")
_UNSPACED_END, _UNSPACED_START = re.compile(f"[{UNSPACED}\u3000-\u303f\uff00-\uffef]\\Z"), re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"\w+(?:-\w+)*")


def vocabulary(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Give the words that stand on some pages, in small letters."""
    return frozenset(word for page in pages for line in page for word in _WORD.findall(line.words.casefold()))


def joined(lines: Sequence[tuple[int, Line]], known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Join lines, and say of each run of words on which page it stands; words broken at line ends are made whole.

    `known` are the words of all pages.
    """
    cleaned = ((number, _clean(line.words)) for number, line in lines)
    words = [(number, word) for number, word in cleaned if word]
    for i, (number, line) in enumerate(words):
        after = words[i + 1][1] if i + 1 < len(words) else ""
        if after and "\t" not in line:
            yield number, _led_over(line, after, known)
        else:
            yield number, line.replace("\u00ad", "-") + ("\n" if after else "")


def _clean(words: str) -> str:
    tabbed = "\t".join(display(cell) for cell in words.split("\t"))
    return canonicalise(tabbed).strip()


def _led_over(line: str, after: str, known: frozenset[str]) -> str:
    """Give a line as it stands before the next: with a space, or without a hyphen that only the line's end asked for.

    A hyphen stays where the whole word stands with it elsewhere, and before a capital or a digit.
    """
    if broken := _HYPHENED.search(line):
        rest = _WORD.match(after)
        if rest and rest[0][0].islower():
            kept = f"{broken[1]}-{rest[0]}".casefold() in known
            return line[:-1] + ("-" if kept else "")
        return line[:-1] + "-"
    if _UNSPACED_END.search(line) and _UNSPACED_START.match(after):
        return line
    return line + " "
