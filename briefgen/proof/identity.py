"""Which excerpt of its brief a quotation is, as far as a file and a record can tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.anchor.likeness import keys
from briefgen.anchor.pages import Page
from briefgen.model.brief import excerpt_id
from briefgen.model.claim import Claim
from briefgen.model.place import Span
from briefgen.model.record import Recorded
from briefgen.text import display

BY_BOOKMARK = "by its bookmark and the record"
BY_WORDS = "by its words in the record"
BY_NUMBER = "by its number in the record"
BY_NAME = "by its bookmark alone"

_AROUND = 600
"""Characters on either side of a likely place in which an excerpt's edges are looked for."""
_LONGEST = 6_000
"""No excerpt is longer (characters)."""
_TRIES = 60_000
"""So many spans near a likely place are tried, some tenths of a second."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The excerpt that a quotation is a printing of, and how that was found."""

    excerpt: Recorded
    how: str


def identify(claims: Sequence[Claim], record: Sequence[Recorded]) -> tuple[Identity | None, ...]:
    """Give for each claim its excerpt among the sound ones of a record, or None.

    A bookmark names its excerpt; words that are an excerpt's to the letter are that excerpt. A number counts where
    neither tells, and only for an excerpt that nothing else in the file is and that has much the same words: notes are
    numbered anew when one is lost.
    """
    sound = [each for each in record if each.is_sound]
    by_id = {each.excerpt: each for each in reversed(sound)}
    by_words = {each.words: each for each in reversed(sound)}
    found = [_identity(claim, by_id, by_words) for claim in claims]
    taken = {each.excerpt.excerpt for each in found if each}
    by_number = {each.number: each for each in reversed(sound) if each.number and each.excerpt not in taken}
    return tuple(
        identity or (None if claim.excerpt else _numbered(claim, by_number))
        for claim, identity in zip(claims, found, strict=True)
    )


def _identity(claim: Claim, by_id: dict[str, Recorded], by_words: dict[str, Recorded]) -> Identity | None:
    if claim.excerpt:
        return Identity(by_id[claim.excerpt], BY_BOOKMARK) if claim.excerpt in by_id else None
    return Identity(by_words[claim.words], BY_WORDS) if claim.words in by_words else None


def _numbered(claim: Claim, by_number: dict[int, Recorded]) -> Identity | None:
    excerpt = by_number.get(claim.number)
    return Identity(excerpt, BY_NUMBER) if excerpt and _is_like(claim.words, excerpt.words) else None


def _is_like(words: str, others: str) -> bool:
    """Say whether most of the words of the shorter are among those of the longer."""
    one, other = set(keys(words)), set(keys(others))
    return 2 * len(one & other) > min(len(one), len(other))


def named(excerpt: str, document: str, page: Page, near: Span) -> Identity | None:
    """Give the excerpt of this id in a text, if its place is near a likely one: an id is made of its place.

    So an excerpt's own words are found again without any record, however they were altered in the file.
    """
    for tried, span in enumerate(_spans(page.text, near)):
        if excerpt_id(document, span) == excerpt:
            return Identity(Recorded(excerpt, 0, document, span, display(span.of(page.text))), BY_NAME)
        if tried == _TRIES:
            break
    return None


def _spans(text: str, near: Span) -> Iterator[Span]:
    """Give the spans from a word's start to a word's end around a place, the likely one itself first."""
    yield near
    first, last = max(0, near.start - _AROUND), min(len(text), near.end + _AROUND)
    starts = [at for at in range(first, near.end) if not text[at].isspace() and (not at or _opens(text, at))]
    ends = [at for at in range(near.start + 1, last + 1) if not text[at - 1].isspace() and _closes(text, at)]
    for start in sorted(starts, key=lambda at: (abs(at - near.start), at)):
        yield from (Span(start, end) for end in ends if start < end <= start + _LONGEST)


def _opens(text: str, at: int) -> bool:
    return text[at - 1].isspace() or text[at - 1] in "。！？"


def _closes(text: str, at: int) -> bool:
    return at == len(text) or text[at].isspace() or text[at - 1] in "。！？」』"
