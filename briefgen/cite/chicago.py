"""The Chicago Manual of Style, notes and bibliography, for articles of newspapers and of the web.

Sections are those of the 17th edition. Where it leaves a choice, or has no rule, this one is made:

- A work without an author begins with its title, in the bibliography too. (14.199 would put the newspaper first, and
  so scatter a brief's short table.)
- A news agency stands where the author would (14.200); where an author is named as well, before the publisher.
- A work that re-tells another is cited as what is "quoted in" another is (14.260): `*original*, as re-told by Author,
  “Title,” …`. The bibliography lists the work in hand, and ends with what it re-tells.
- A work without a title goes by the name of its source, without quotation marks, as a description would.
- "n.d." stands where no date is known (14.145); a time of day is left out. A locator stands before the address (14.23).
- Capitals are never changed: a title is cited as it was printed.
"""

from collections.abc import Iterator

from briefgen.cite import names
from briefgen.cite.phrase import Phrase, address, clause, italic, plain, prefixed, quoted, sentence, sentences
from briefgen.cite.reference import Reference
from briefgen.cite.titles import sorting
from briefgen.model.brief import Run
from briefgen.model.source import MONTHS, Published


def note(work: Reference, locator: str) -> tuple[Run, ...]:
    """Give a full note: 14.191 (newspapers), 14.207 (web pages)."""
    return sentence([*_retold(work), *_published(work), *_optional(locator), *_address(work)])


def short_note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give a shortened note: family names, short title, locator (14.30-33)."""
    shown = plain(title) if work.is_untitled else quoted(title)
    return sentence([*_optional(work.short_names), shown, *_optional(locator)])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give a bibliography entry."""
    who = names.entry(work.authors) or work.agency
    where = clause([*_publishers(work), plain(_date(work.published))])
    if not list(_publishers(work)):
        where = plain(_date(work.published).replace("n.d.", "N.d."))
    retold = [prefixed("Re-tells ", clause(_originals(work)))] if work.original or work.retells else []
    return sentences([*_optional(who), _title(work), where, *retold, *_address(work)])


def order(work: Reference) -> tuple[str, ...]:
    """Give what entries sort by: who stands first, then the title (14.61, 14.65)."""
    who = names.entry(work.authors) or work.agency
    return (sorting(who or work.title), sorting(work.title), work.published.iso if work.published else "")


def _published(work: Reference) -> Iterator[Phrase]:
    yield from _publishers(work)
    yield plain(_date(work.published))


def _publishers(work: Reference) -> Iterator[Phrase]:
    if work.authors and work.agency:
        yield plain(work.agency)
    if work.publisher:
        # Periodicals are in italics, the names of offices that publish on a site of their own are not (14.206).
        yield plain(work.publisher) if names.is_office(work.publisher) else italic(work.publisher)


def _retold(work: Reference) -> Iterator[Phrase]:
    """Give who says it in what, after what is re-told."""
    heading = [*_optional(names.full(work.authors) or work.agency), _title(work)]
    if work.original or work.retells:
        yield from _originals(work)
        by = "as re-told by " if len(heading) > 1 else "as re-told in "
        heading[0] = prefixed(by, heading[0])
    yield from heading


def _originals(work: Reference) -> Iterator[Phrase]:
    if work.retells:
        yield quoted(work.retells)
    if work.original:
        yield italic(work.original)


def _title(work: Reference) -> Phrase:
    return plain(work.title) if work.is_untitled else quoted(work.title)


def _address(work: Reference) -> Iterator[Phrase]:
    if work.url:
        yield address(work.url)


def _optional(words: str) -> Iterator[Phrase]:
    if words:
        yield plain(words)


def _date(published: Published | None) -> str:
    """Give "March 6, 2022", "March 2022" or "2022", as precisely as is known; "n.d." if nothing is."""
    if published is None:
        return "n.d."
    day = published.earliest
    if published.precision == "year":
        return f"{day.year}"
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if published.precision == "month" else f"{month} {day.day}, {day.year}"
