"""OSCOLA, the Oxford University Standard for the Citation of Legal Authorities (4th ed.).

A later note gives the short title and no number of the first note: whoever edits a brief moves its notes, and a number
that is written out would then point elsewhere. What is undated has no date.
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import (
    Phrase,
    bracketed,
    clause,
    italic,
    plain,
    prefixed,
    quoted_singly,
    sentence,
    spaced,
    unmarked,
)
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run


def note(work: Reference, locator: str) -> tuple[Run, ...]:
    """Give a full note: 3.4.8 (web pages), 3.4.9 (newspapers)."""
    who = _listed([names.closed_up(each.straight, "") for each in work.authors]) or work.agency
    where = parts.pinpoint(locator, "", "para ", "paras ")
    body = [_title(work, work.title), *_published(work), *parts.optional(where), *_address(work), *_retold(work)]
    return sentence([*parts.optional(who), spaced(body)])


def short_note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give a later note: 1.2.1."""
    who = _listed([each.family for each in work.authors]) or work.agency
    where = parts.pinpoint(locator, "", "para ", "paras ")
    return sentence([*parts.optional(who), spaced([_title(work, title), *parts.optional(where)])])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give an entry of the bibliography: as a note, the initials behind the names, no full stop at the end (1.7)."""
    words = [
        " ".join(part for part in (each.family, each.initialled("", ""), each.suffix) if part) for each in work.authors
    ]
    who = _listed(words) or work.agency
    body = spaced([_title(work, work.title), *_published(work), *_address(work), *_retold(work)])
    return unmarked([clause([*parts.optional(who), body])])


def _title(work: Reference, title: str) -> Phrase:
    return plain(title) if work.is_untitled else quoted_singly(title)


def _published(work: Reference) -> list[Phrase]:
    """Give where and when: a periodical before the brackets, a site, a press or an occasion within them."""
    when = [*parts.optional(days.european(work.published) if work.published else "")]
    agency = [*parts.optional(work.agency if work.authors else "")]
    if work.is_article:
        named = [italic(work.publisher)] if work.publisher else []
        held = [*agency, *when]
        return [*named, *([bracketed(clause(held))] if held else [])]
    if work.kind == "report":
        held = [spaced([*parts.optional(work.publisher), *when])] if work.publisher or when else []
        held = [*agency, *held]
    else:
        site = italic(work.publisher) if work.kind == "page" else plain(work.publisher)
        held = [*agency, *([site] if work.publisher else []), *when]
    return [bracketed(clause(held))] if held else []


def _address(work: Reference) -> list[Phrase]:
    return [bracketed(each, "<", ">") for each in parts.web(work)]


def _retold(work: Reference) -> list[Phrase]:
    original = [
        *([quoted_singly(work.retells)] if work.retells else []),
        *([italic(work.original)] if work.original else []),
    ]
    return [bracketed(prefixed("re-telling ", spaced(original)))] if original else []


def _listed(words: list[str]) -> str:
    """List authors: all of up to three, else the first and others (1.3.1), without a comma before "and"."""
    return names.listed(words, most=3, last=" and", others="and others")


STYLE = Style(short_note, entry, note=note)
