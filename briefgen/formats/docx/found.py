"""A quotation where it was found in a story of a Word file."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.formats.docx.noted import NO_NOTE, Note
from briefgen.formats.docx.page import Page
from briefgen.model.claim import Claim
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation: its half-open part of the text, and the paragraph it begins in.

    `note` is the key of its note and `line` the paragraph under it that says whose it is. `runs_on` says that what it
    lacks of these may stand with the quotation that follows, of which it is a part.
    """

    start: int
    end: int
    at: int
    is_block: bool = False
    note: str = ""
    line: int | None = None
    excerpt: str = ""
    occurrence: int = 0
    runs_on: bool = False


def claim(found: Found, page: Page, notes: Mapping[str, Note]) -> Claim:
    """Give what a quotation claims."""
    note = notes.get(found.note, NO_NOTE)
    return Claim(
        display(page.story.text[found.start : found.end]),
        excerpt=found.excerpt,
        number=note.number,
        occurrence=found.occurrence,
        note=note.words,
        line="" if found.line is None else page.words[found.line],
        place=page.place(found.at),
        is_block=found.is_block,
        spot=page.spot(found.start, found.end),
    )
