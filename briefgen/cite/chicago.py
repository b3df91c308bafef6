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

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import Phrase, bracketed, clause, plain, prefixed, sentence, sentences, spaced
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run


def note(work: Reference, locator: str) -> tuple[Run, ...]:
    """Give a full note: 14.191 (newspapers), 14.207 (web pages), 14.220 (reports)."""
    *before, title = _heading(work)
    published = [*parts.publishers(work), plain(_date(work))]
    named = [spaced([title, bracketed(clause(published))])] if work.kind == "report" else [title, *published]
    return sentence([*before, *named, *parts.optional(_pinpoint(locator)), *parts.web(work)])


def short_note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give a shortened note: family names, short title, locator (14.30-33); a page is a bare number."""
    who = names.opening(work.short_names)
    return sentence([*parts.optional(who), parts.title(work.called(title)), *parts.optional(_pinpoint(locator))])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give a bibliography entry."""
    who = names.entry(work.authors) or work.agency
    where = [*parts.publishers(work), plain(_date(work))]
    if len(where) == 1:
        where = [plain(_date(work).replace("n.d.", "N.d."))]
    return sentences([*parts.optional(who), parts.title(work), clause(where), *parts.retelling(work), *parts.web(work)])


def _heading(work: Reference) -> Iterator[Phrase]:
    """Give who says it in what, after what is re-told."""
    heading = [*parts.optional(names.full(work.authors) or work.agency), parts.title(work)]
    if work.is_retold:
        yield from parts.originals(work)
        by = "as re-told by " if len(heading) > 1 else "as re-told in "
        heading[0] = prefixed(by, heading[0])
    yield from heading


def _date(work: Reference) -> str:
    return days.american(work.published) if work.published else "n.d."


def _pinpoint(locator: str) -> str:
    return parts.pinpoint(locator, "", "para. ", "paras. ")


STYLE = Style(short_note, entry, note=note)
