"""Who says what stands in a text, and what a brief tells of it."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.place import Span


@dataclass(frozen=True, slots=True)
class Attributed:
    """Words that a text gives to somebody, as offsets: who says them, by which words, and what is said.

    `source` is None where the text names nobody; `content` may be in pieces, in their order. `is_spoken` says that the
    words around it tell of something said or written, and not of a view or a deed.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    is_spoken: bool = True


class Manner(StrEnum):
    """Whose the words of an excerpt are: the speaker's, both, or the reporter's about what the speaker said."""

    QUOTED = "quoted"
    PARTLY = "quoted in part"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker of an excerpt, by the name that the article gives, and how his words come to the reader.

    `sentences` are those of the excerpt that are his (from 1); none means all. `office` is the title of an office that
    he held when the article was published and has left since. `document` is what he says it in; `status`, "draft" or
    "released", is that of the document that speaks or is spoken in; `obtained` names who obtained a draft.
    """

    speaker: str
    manner: Manner
    sentences: tuple[int, ...] = ()
    office: str = ""
    document: str = ""
    status: str = ""
    obtained: str = ""
