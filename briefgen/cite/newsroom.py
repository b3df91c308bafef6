"""A plain newsroom style: what a paper prints under a table or an editor wants in a line. A style of this project.

Nothing is in italics. Months and dates as the Associated Press writes them, no comma before the last "and". An agency
that another outlet prints is named "via" it. What is undated says so.
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import Phrase, plain, prefixed, quoted, sentence
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run
from briefgen.model.source import MONTHS

_SHORTENED = ("Jan.", "Feb.", *MONTHS[2:7], "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""The months as they stand before a day (AP Stylebook, "months")."""


def note(work: Reference, locator: str) -> tuple[Run, ...]:
    """Give a full note: who, what, where, when."""
    return sentence([*_full(work), *parts.optional(locator), *parts.web(work)])


def short_note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give a later note: who and what."""
    who = _listed([each.family for each in work.authors]) or work.agency
    return sentence([*parts.optional(who), _title(work.called(title)), *parts.optional(locator)])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give what the table of sources says: a full citation."""
    return sentence([*_full(work), *parts.web(work)])


def _full(work: Reference) -> list[Phrase]:
    who = _listed([each.straight for each in work.authors])
    outlet = " via ".join(each for each in (work.agency, work.publisher) if each)
    original = [quoted(work.retells)] if work.retells else []
    original += parts.optional(work.original)
    retold = [prefixed("re-telling ", original[0]), *original[1:]] if original else []
    return [*parts.optional(who), _title(work), *parts.optional(outlet), plain(_when(work)), *retold]


def _when(work: Reference) -> str:
    if work.published is None:
        return "undated"
    has_day = work.published.precision in {"day", "minute"}
    return days.american(work.published, _SHORTENED if has_day else MONTHS)


def _title(work: Reference) -> Phrase:
    return plain(work.title) if work.is_untitled else quoted(work.title)


def _listed(words: list[str]) -> str:
    return names.listed(words, most=3, last=" and", others="and others")


STYLE = Style(short_note, entry, note=note)
