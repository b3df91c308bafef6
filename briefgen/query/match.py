"""The matcher: whether an article answers a query, by what, and where."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from briefgen.model.place import Span
from briefgen.model.query import And, Dates, Field, Not, Or, Phrase, Prefix, Query, Term
from briefgen.model.source import Work
from briefgen.query.article import Article, Words, as_it_stands
from briefgen.query.describe import describe

Place = tuple[int, int]
"""A run of words: the number of the first, and the number after the last."""


FIELDS = {"publisher": ("publisher", "agency", "url"), "author": ("author",)}
"""The fields of a work that a field of a query asks. An agency is named beside the publisher wherever it is printed; of
the address only the host is meant, which is named where no publisher is known."""


_APART = 1_000
"""Words between the body of an article and its title, as nearness counts them."""


class Reach(StrEnum):
    """How far a query reaches into an article."""

    NOWHERE = "nowhere"
    HEADLINE = "headline"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Facet:
    """One of the things that a query wants: any of `terms`. `label` is how a reader would say it."""

    label: str
    terms: tuple[Term | Prefix, ...]


def matches(query: Query, article: Article) -> bool:
    """Say whether an article answers a query: AND, OR and NOT range over its title, headings and body together.

    A date range holds a work that is known to be published within it: one known by its year alone is not known to be of
    March.
    """
    return _holds(query, article.work, (article.body, article.title, article.headline))


def reach(query: Query, article: Article) -> Reach:
    """Say how far a query reaches: `HEADLINE` when the article matches only with its title's help."""
    if not matches(query, article):
        return Reach.NOWHERE
    return Reach.BODY if _holds(query, article.work, (article.body,)) else Reach.HEADLINE


def facets(query: Query) -> tuple[Facet, ...]:
    """Give what a query wants, in its order: one facet for each part of an AND, one of several terms for an OR.

    Parts that are not about words in the text (fields, dates) or that are not wanted (NOT) give none.
    """
    if isinstance(query, And):
        return tuple(facet for part in query.parts for facet in facets(part))
    terms = tuple(dict.fromkeys(_wanted(query)))
    if not terms:
        return ()
    return (Facet(describe(Or(terms) if len(terms) > 1 else terms[0]), terms),)


def sightings(facet: Facet, article: Article) -> tuple[Span, ...]:
    """Give where in the document's text the facet's terms stand: title blocks, headings and body, in order.

    No span lies within another: of "Russian" and "Russian Federation" in one place the longer is given.
    """
    found = {
        words.span(i, j)
        for words in (article.title, article.body)
        for term in facet.terms
        for i, j in _sight(term, words)
    }
    spans: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not spans or span.end > spans[-1].end:
            spans.append(span)
    return tuple(spans)


def numbers(facet: Facet, article: Article) -> tuple[int, ...]:
    """Give the numbers of the words at which the facet's terms stand, in order: headings and body, then title blocks.

    Words of the title stand far from those of the body.
    """
    found = set()
    start = 0
    for words in (article.body, article.title):
        found |= {start + i for term in facet.terms for i, _ in _sight(term, words)}
        start += len(words.stems) + _APART
    return tuple(sorted(found))


def is_titled(facet: Facet, article: Article) -> bool:
    """Say whether one of the facet's terms stands in the title."""
    return any(next(_sight(term, words), None) for words in (article.title, article.headline) for term in facet.terms)


def _wanted(query: Query) -> Iterator[Term | Prefix]:
    match query:
        case Term() | Prefix():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)


def _holds(query: Query, work: Work, texts: tuple[Words, ...]) -> bool:
    match query:
        case And(parts):
            return all(_holds(part, work, texts) for part in parts)
        case Or(parts):
            return any(_holds(part, work, texts) for part in parts)
        case Not(part):
            return not _holds(part, work, texts)
        case Field(name, words):
            wanted = as_it_stands(words)
            known = (work.site if field == "url" else getattr(work, field) for field in FIELDS[name])
            return any(_contains(as_it_stands(each), wanted) for each in known)
        case Dates(since, until):
            day = work.published
            return day is not None and not (since and day.earliest < since) and not (until and day.latest > until)
    return any(next(_sight(query, words), None) for words in texts)


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _sight(term: Term | Prefix, words: Words) -> Iterator[Place]:
    if isinstance(term, Prefix):
        for word, places in words.by_surface.items():
            if word.startswith(term.letters):
                yield from ((i, i + 1) for i in places)
        return
    longer = [place for phrase in term.unless for place in _stand(phrase, words)]
    found = (place for phrase in term.phrases for place in _stand(phrase, words))
    yield from _outside(found, longer) if longer else found


def _outside(found: Iterator[Place], longer: list[Place]) -> Iterator[Place]:
    longer.sort()
    starts = [i for i, _ in longer]
    ends = list(accumulate((j for _, j in longer), max))
    for i, j in found:
        before = bisect_right(starts, i)
        if not before or ends[before - 1] < j:
            yield i, j


def _stand(phrase: Phrase, words: Words) -> Iterator[Place]:
    index = words.by_surface if phrase.literal else words.by_stem
    places = [index.get(word, []) for word in phrase.words]
    if places and all(places):
        yield from _loosely(phrase, places, words) if phrase.slop else _closely(phrase, places, words)


def _closely(phrase: Phrase, places: list[list[int]], words: Words) -> Iterator[Place]:
    text = words.surfaces if phrase.literal else words.stems
    rarest = min(range(len(places)), key=lambda k: len(places[k]))
    for place in places[rarest]:
        i = place - rarest
        j = i + len(places)
        if i >= 0 and text[i:j] == phrase.words and j <= words.end(i):
            yield i, j


def _loosely(phrase: Phrase, places: list[list[int]], words: Words) -> Iterator[Place]:
    """From each first word on, the nearest next ones; of runs with one end, the shortest."""
    shortest: dict[int, int] = {}
    for i in places[0]:
        last = i
        for numbers in places[1:]:
            k = bisect_right(numbers, last)
            if k == len(numbers):
                break
            last = numbers[k]
        else:
            if last < i + len(places) + phrase.slop and last < words.end(i):
                shortest[last + 1] = i
    yield from ((i, j) for j, i in shortest.items())
