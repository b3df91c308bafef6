"""Keys: how words stand in the index, and how queries ask for them.

The engine's tokenizer folds the case of ASCII letters and cuts at most punctuation; words must survive it. A key is a
word with `^` before each ASCII capital. A stem stands by its key, in the order of the text, so that phrases are
found; after them, once each, stand the words as they are written (`=` and the key) and, for what stands there at least
two, four or eight times, the same with one, two or three `+` before it. No token of `briefgen.words` holds any of these
signs.
"""

import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefgen.model.query import Phrase, Prefix, Term
from briefgen.model.source import Role, Source
from briefgen.words import tokens

TOKENIZER = "ascii tokenchars '.,^=+'"
"""Everything outside ASCII is part of a word to this tokenizer, and nothing outside ASCII is folded."""

LEVELS = 4
"""A word may stand at least once, or so many times doubled less one; more counts as much."""

_CAPITAL = re.compile("[A-Z]")
_ENOUGH = 16
"""A literal phrase is looked for by so many of its words: the others could only narrow what the matcher narrows."""


def entry(source: Source) -> tuple[str, int]:
    """Give what the index holds of a source, and how many words it has: those that `query.article` knows, no others."""
    stems: list[str] = []
    words: list[str] = []
    for part in _parts(source):
        for token in tokens(part):
            stems.append(_key(token.stem))
            words.append("=" + part[token.start : token.end].lower())
    written = Counter(words)
    often = (
        "+" * level + key
        for key, count in (*Counter(stems).items(), *written.items())
        for level in range(1, min(LEVELS, count.bit_length()))
    )
    return " ".join((*stems, *written, *often)), len(stems)


def fingerprints(text: str) -> str:
    """Give what the index of fingerprints holds of a text."""
    from briefgen import shingles  # noqa: PLC0415 - most commands write nothing into the index

    return _hexadecimal(shingles.fingerprints(text))


def shared(fingerprint: int) -> str:
    """Give the search for documents that have a fingerprint."""
    return _quoted(_hexadecimal((fingerprint,)))


def asking(leaf: Term | Prefix, level: int = 0) -> str:
    """Give the search for documents that may answer a term or a prefix, each of its words `2**level` times or more.

    Empty when no search is needed: everything may answer.
    """
    often = "+" * level
    if isinstance(leaf, Prefix):
        return f"{_quoted(often + '=' + leaf.letters)} *" if leaf.letters else ""
    if not all(phrase.words for phrase in leaf.phrases):
        return ""
    return " OR ".join(f"({_phrase(phrase, often)})" for phrase in dict.fromkeys(leaf.phrases))


def _parts(source: Source) -> Iterator[str]:
    yield source.work.title
    for block in source.blocks:
        if block.is_body or block.role in {Role.TITLE, Role.HEADING}:
            yield block.span.of(source.document.text)


def _phrase(phrase: Phrase, often: str) -> str:
    if phrase.literal or often:
        keys = ["=" + word if phrase.literal else _key(word) for word in dict.fromkeys(phrase.words)]
        return " AND ".join(_quoted(often + key) for key in keys[:_ENOUGH])
    words = [_key(word) for word in phrase.words]
    if phrase.slop:
        return f"NEAR({' '.join(map(_quoted, words))}, {max(0, len(words) + phrase.slop - 2)})"
    return _quoted(" ".join(words))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return _CAPITAL.sub(lambda capital: "^" + capital.group().lower(), word)


def _hexadecimal(numbers: Sequence[int]) -> str:
    """Write numbers of 32 bits, the quick way."""
    return struct.pack(f">{len(numbers)}I", *numbers).hex(" ", 4)


def _quoted(words: str) -> str:
    """Quote for the engine: within quotation marks nothing is an operator. NUL would end the search early."""
    return '"' + words.encode("utf-8", "replace").decode().replace("\0", " ").replace('"', '""') + '"'
