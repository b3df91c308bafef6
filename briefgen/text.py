"""The one definition of *verbatim*.

Bytes become canonical text once, at ingest; from then on text is only sliced. `display` says what of a slice a reader
sees: two texts are the same words exactly when their displays are equal.
"""

import hashlib
import re

CONTEXT = 32
"""Characters of context a selector keeps on either side (as many as Hypothesis keeps)."""

# XML 1.0, section 2.2, production [2] Char: everything else cannot stand in a Word file, even as a reference.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\f|\v")


def canonicalise(raw: str) -> str:
    """Give the canonical text of `raw`.

    Line ends (CR LF, CR, form feed, vertical tab) become LF, a leading byte order mark goes, and each character that
    XML cannot hold becomes U+FFFD, so that the reader sees that something was there. Nothing else changes: no
    normalisation, no trimming; for an ordinary file the offsets are those of the file's own text. Idempotent.
    """
    return _ILLEGAL.sub("\ufffd", _LINE_ENDS.sub("\n", raw.lstrip("\ufeff")))


def display(text: str) -> str:
    """Give `text` as a reader sees it: each run of white space is one space, none at the ends. Idempotent."""
    return " ".join(text.split())


def is_xml_legal(text: str) -> bool:
    """Say whether every character of `text` may stand in an XML document (XML 1.0, section 2.2)."""
    return _ILLEGAL.search(text) is None


def digest(text: str) -> str:
    """Give the identity of a canonical text: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
