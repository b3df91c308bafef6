"""The style of the Modern Language Association (MLA Handbook, 9th ed.).

A note holds what the handbook puts between parentheses in the text: who said it, and where. The title stands beside
only where one author's works must be told apart (6.8). What is undated has no date (5.77).
"""

from briefgen.cite import days, names, parts
from briefgen.cite.phrase import Phrase, clause, italic, plain, sentence, sentences, spaced
from briefgen.cite.reference import Reference
from briefgen.cite.style import Style
from briefgen.model.brief import Run


def label(work: Reference) -> str:
    """Give what the notes of two works must not share."""
    return _who(work) or work.title


def note(work: Reference, title: str, locator: str) -> tuple[Run, ...]:
    """Give the citation of a text: 6.3-8, 6.16-22. The number of a page stands alone, without a comma before it."""
    who, named = _who(work), parts.title(work.called(title))
    cited = [*parts.optional(who), *([named] if work.letter or not who else [])]
    *firsts, last = parts.told_again(work, cited)
    where = parts.pinpoint(locator, "", "par. ", "pars. ")
    if where[:1].isdecimal():
        return sentence([*firsts, spaced([last, plain(where)])])
    return sentence([*firsts, last, *parts.optional(where)])


def entry(work: Reference) -> tuple[Run, ...]:
    """Give an entry of the list of works cited: 5.1-99."""
    when = days.european(work.published, days.ABBREVIATED) if work.published else ""
    where = [*_publishers(work), *parts.optional(when), *parts.web(work)]
    clauses = [clause(where)] if where else []
    who = _authors(names.turned(work.authors)) or work.agency
    return sentences([*parts.optional(who), parts.title(work), *clauses, *parts.retelling(work)])


def _authors(words: list[str]) -> str:
    """Give the authors of an entry: both of two, else the first "et al." (5.7-8)."""
    return f"{words[0]}, et al." if len(words) > 2 else ", and ".join(words)


def _publishers(work: Reference) -> list[Phrase]:
    """Give the publishers; the name of a site is a container's, and so in italics (5.32)."""
    named = [*parts.publishers(work)]
    return [*named[:-1], italic(work.publisher)] if work.publisher and work.kind == "page" else named


def _who(work: Reference) -> str:
    return names.listed([each.short for each in work.authors], most=2) or work.agency


STYLE = Style(note, entry, label=label)
