"""The style of the American Psychological Association (Publication Manual, 7th ed.).

A note holds what the manual puts between parentheses in the text. Capitals are never changed: a title is cited as it
was printed, also where the manual wants those of a sentence (6.17).
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import (
    Phrase,
    bracketed,
    clause,
    plain,
    quoted,
    sentence,
    sentences,
    spaced,
    titled,
    unmarked,
)
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run


def label(work: Reference) -> str:
    """Give what the notes of two works must not share."""
    return f"{_who(work, work.title).text} {parts.year(work)}"


def note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give the citation of a text: 8.11-17."""
    cited = [_who(work, title), plain(parts.dated(work))]
    return sentence([*parts.told_again(work, cited), *parts.optional(locator)])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give an entry of the list of references: 9.7-37, 10.1, 10.4, 10.16."""
    who = _authors(work.authors) or work.agency
    heading, rest = (plain(who), [_title(work)]) if who else (_title(work), [])
    day = days.month_day(work.published) if work.published else ""
    dated = spaced([_stopped(heading), bracketed(clause([plain(parts.dated(work)), *parts.optional(day)]))])
    retold = [bracketed(each) for each in parts.retelling(work)]
    named = Phrase(sentences([dated, *rest, *parts.publishers(work)]))
    return unmarked([named, *parts.web(work), *retold])


def _stopped(phrase: Phrase) -> Phrase:
    return Phrase(phrase.with_mark("."))


def _title(work: Reference) -> Phrase:
    """Give a title of the list: in italics where the work stands alone (9.19)."""
    return plain(work.title) if work.is_untitled else titled(work.title, is_italic=not work.is_article)


def _who(work: Reference, title: str) -> Phrase:
    """Give by what a work goes: its authors, an agency, else its title (8.14)."""
    short = names.listed([each.short for each in work.authors], most=2, last=" &") or work.agency
    if short:
        return plain(short)
    named = work.called(title)
    return quoted(title) if work.is_article and not work.is_untitled else _title(named)


def _authors(authors: tuple[names.Name, ...]) -> str:
    """Give the authors of an entry: all of up to twenty, else the first nineteen and the last (9.8)."""
    words = [", ".join(part for part in (each.family, each.initialled(), each.suffix) if part) for each in authors]
    if len(words) > 20:
        return f"{', '.join(words[:19])}, . . . {words[-1]}"
    return ", & ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


STYLE = Style(note, entry, parts.order_by_day, label=label)
