"""The record of a brief: `brief.json`, without loss, and the part of it that travels inside a file.

The shape follows the types of `briefgen.model`, field by field, with four differences that make it easier to read:
documents stand once, by id; an excerpt holds its selector's fields as its own; a date is its ISO text; the bases of a
work's fields are an object. Keys that this version does not know are ignored, and a missing key whose field has a
default takes it, so that later versions may add fields within one schema number.
"""

import hashlib

from briefgen.model.brief import Brief, Composition
from briefgen.model.record import Record
from briefgen.record import reading, writing

__all__ = ["digest", "dump", "load", "public", "recorded"]


def dump(brief: Brief) -> str:
    """Give the whole brief as JSON text: the same brief gives the same text, and `load` gives the brief back."""
    return writing.text(writing.whole(brief), indent=1) + "\n"


def load(text: str) -> Brief:
    """Give the brief of a record that `dump` wrote. Raises RecordError for any other text, naming the place in it."""
    return reading.brief(text)


def public(composition: Composition) -> str:
    """Give what travels inside a file, as compact JSON text that XML can hold.

    It holds what a proof needs (the excerpts, who speaks in them, the works they are quoted from, and what is printed
    under them) and the citations; no local path, remark, grade, query, score or reason.
    """
    return writing.text(writing.travelling(composition), separators=(",", ":"))


def digest(public: str) -> str:
    """Give the SHA-256 of a public record, in hexadecimal: by it a file says which record it belongs to."""
    return hashlib.sha256(public.encode()).hexdigest()


def recorded(text: str) -> Record:
    """Give what a record tells of its excerpts: a public one, or a whole brief.json.

    Raises RecordError for any other text. What it tells may have been changed since; see `Recorded.is_sound`.
    """
    return reading.record(text)
