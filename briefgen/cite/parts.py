"""The parts of a citation that styles share, each a phrase or none."""

import re
from collections.abc import Iterator, Sequence

from briefgen.cite import days, names
from briefgen.cite.phrase import Phrase, address, clause, italic, plain, prefixed, quoted, titled
from briefgen.cite.reference import Reference
from briefgen.cite.titles import sorting

_PINPOINT = re.compile(r"(?:(pp?)|(para)(s?))\. (.+)\Z")


def optional(words: str) -> Iterator[Phrase]:
    """Give words, if there are any."""
    if words:
        yield plain(words)


def title(work: Reference) -> Phrase:
    """Give a title: that of a report in italics, of all else in quotation marks; a given name as it is."""
    if work.is_untitled:
        return plain(work.title)
    return titled(work.title, is_italic=True) if work.kind == "report" else quoted(work.title)


def publisher(work: Reference) -> Iterator[Phrase]:
    """Give the publisher: the name of a periodical in italics, that of an office or a site not."""
    if work.publisher:
        yield italic(work.publisher) if work.is_article else plain(work.publisher)


def publishers(work: Reference) -> Iterator[Phrase]:
    """Give the agency, where an author stands in its place, and the publisher."""
    if work.authors and work.agency:
        yield plain(work.agency)
    yield from publisher(work)


def originals(work: Reference) -> Iterator[Phrase]:
    """Give what a work re-tells: its title, and who published it."""
    if work.retells:
        yield quoted(work.retells)
    if work.original:
        yield italic(work.original)


def retelling(work: Reference) -> Iterator[Phrase]:
    """Give what ends an entry: what its work re-tells."""
    if work.is_retold:
        yield prefixed("Re-tells ", clause(originals(work)))


def told_again(work: Reference, cited: Sequence[Phrase]) -> Iterator[Phrase]:
    """Give a citation after what its work re-tells (Chicago 17, 14.260, 15.56; APA 7, 8.6; MLA 9, 6.77)."""
    first, *rest = cited
    if work.is_retold:
        yield from originals(work)
        first = prefixed("as re-told in ", first)
    yield first
    yield from rest


def web(work: Reference) -> Iterator[Phrase]:
    """Give the address."""
    if work.url:
        yield address(work.url)


def year(work: Reference) -> str:
    """Give the year; "n.d." where none is known (Chicago 17, 14.145; APA 7, 9.17)."""
    return days.year(work.published) if work.published else "n.d."


def dated(work: Reference) -> str:
    """Give the year with the letter that tells works of one year apart (Chicago 17, 15.20; APA 7, 8.19)."""
    return year(work) + ("-" if work.letter and not work.published else "") + work.letter


def pinpoint(locator: str, page: str, paragraph: str, paragraphs: str) -> str:
    """Give a locator ("p. 12", "pp. 12–14", "para. 4", "paras. 4–5") with a style's own word before its numbers."""
    found = _PINPOINT.match(locator)
    if not found:
        return locator
    return f"{page if found[1] else paragraphs if found[3] else paragraph}{found[4]}"


def order(work: Reference) -> tuple[str, ...]:
    """Give what entries sort by: who stands first, then the title (Chicago 17, 14.61, 14.65)."""
    who = names.entry(work.authors) or work.agency
    return (sorting(who or work.title), sorting(work.title), work.published.iso if work.published else "")


def order_by_day(work: Reference) -> tuple[str, ...]:
    """Give what a list of references sorts by: who stands first, then the date, what is undated first."""
    who, name, day = order(work)
    return (who, day, name)
