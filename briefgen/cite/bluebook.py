"""The Bluebook (21st ed.), as its Bluepages have practitioners cite: in roman and italics, without small capitals.

A later note is the form with `supra` that such documents use (B16.2), without the number of a note, which whoever edits
a brief would make wrong. The Bluebook has no bibliography; the table of sources gives full citations. What is undated
has no date.
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import Phrase, bracketed, clause, italic, plain, prefixed, sentence, spaced, titled
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run


def note(work: Reference, locator: str) -> tuple[Run, ...]:
    """Give a full note: 16.6 (newspapers), 18.2 (the web), 15 (reports), 17.1.5 (speeches)."""
    return sentence(_full(work, _pinpoint(locator)))


def short_note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give a later note: B16.2, 4.2."""
    who = _listed([each.family for each in work.authors]) or work.agency
    title_and_more = [_title(work.called(title)), italic("supra"), *parts.optional(_pinpoint(locator))]
    return sentence([*parts.optional(who), *title_and_more])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give what the table of sources says: a full citation."""
    return sentence(_full(work, ""))


def _full(work: Reference, where: str) -> list[Phrase]:
    who = _listed([names.closed_up(each.straight) for each in work.authors]) or work.agency
    retold = [bracketed(prefixed("re-telling ", clause(_originals(work))))] if work.is_retold else []
    cited = [*parts.optional(who), *_published(work), *parts.optional(where), *parts.web(work)]
    *firsts, last = cited
    return [*firsts, spaced([last, *retold])]


def _published(work: Reference) -> list[Phrase]:
    """Give title, publisher and date: of a newspaper behind a comma, of all else in brackets."""
    when = [*parts.optional(days.american(work.published, days.ABBREVIATED) if work.published else "")]
    publishers = [plain(each) for each in (work.agency if work.authors else "", work.publisher) if each]
    if work.is_article:
        return [_title(work), *publishers, *when]
    if work.kind == "report":
        held = [bracketed(spaced([*publishers, *when]))] if publishers or when else []
        return [spaced([_title(work), *held])]
    *firsts, last = [_title(work), *publishers]
    return [*firsts, spaced([last, *(bracketed(each) for each in when)])]


def _title(work: Reference) -> Phrase:
    return plain(work.title) if work.is_untitled else titled(work.title, is_italic=True)


def _originals(work: Reference) -> list[Phrase]:
    return [*([italic(work.retells)] if work.retells else []), *parts.optional(work.original)]


def _pinpoint(locator: str) -> str:
    return parts.pinpoint(locator, "at ", "¶ ", "¶¶ ")


def _listed(words: list[str]) -> str:
    """List authors: both of two, else the first "et al." (15.1)."""
    return names.listed(words, most=2, last=" &")


STYLE = Style(short_note, entry, note=note)
