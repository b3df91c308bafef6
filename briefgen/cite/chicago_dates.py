"""The Chicago Manual of Style, author and date (17th ed., chapter 15).

A note holds what the manual puts between parentheses in the text. A work without an author goes by who published it, as
the list of references must begin with what the note says (15.36); without either, by its title. Works by the same of
the same year get letters (15.20). All else is as in `chicago`.
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import Phrase, clause, plain, sentence, sentences, spaced
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.cite.titles import sorting
from briefgen.model.brief import Run


def label(work: Reference) -> str:
    """Give what the notes of two works must not share."""
    return f"{_who(work, work.title).text} {parts.year(work)}"


def note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give the citation of a text: 15.22-24."""
    who, year = _who(work, title), plain(parts.dated(work))
    cited = [spaced([who, year])] if work.published else [who, year]
    where = parts.pinpoint(locator, "", "para. ", "paras. ")
    return sentence([*parts.told_again(work, cited), *parts.optional(where)])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give an entry of the list of references: 15.6-10, 15.49."""
    who = names.entry(work.authors) or work.agency
    first = plain(who) if who else _who(work, work.title)
    named = [] if _is_titled_first(work) else [parts.title(work)]
    published = parts.publishers(work) if who else ()
    where = [*published, *parts.optional(_day(work))]
    clauses = [clause(where)] if where else []
    year = plain(parts.dated(work))
    return sentences([first, year, *named, *clauses, *parts.retelling(work), *parts.web(work)])


def _day(work: Reference) -> str:
    """Give the month and day; of an article the whole date, though its year is told already (15.49)."""
    if not work.published:
        return ""
    return days.american(work.published) if work.is_article else days.month_day(work.published)


def order(work: Reference) -> tuple[str, ...]:
    """Give what the list sorts by: who stands first, the year, the title (15.17-18)."""
    who = names.entry(work.authors) or work.agency or work.publisher or work.title
    return (sorting(who), parts.year(work), sorting(work.title), work.published.iso if work.published else "")


def _who(work: Reference, title: str) -> Phrase:
    if work.short_names:
        return plain(work.short_names)
    return next(parts.publisher(work), parts.title(work.called(title)))


def _is_titled_first(work: Reference) -> bool:
    return not (work.short_names or work.publisher)


STYLE = Style(note, entry, order, label=label)
