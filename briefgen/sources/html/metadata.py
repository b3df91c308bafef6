"""What a page says of the work it is: JSON-LD, then OpenGraph and other metadata, then the page, then its text."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from briefgen import clean
from briefgen.clean import imprint
from briefgen.model.source import Basis, Published, Work
from briefgen.sources import fields
from briefgen.sources.html import dating, structured
from briefgen.sources.html.page import Page, words
from briefgen.sources.html.titles import printed
from briefgen.text import canonicalise, display

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "twitter:title")
_AUTHORS = (
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "cxenseparse:author",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "citation_publication_date", "citation_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "published-date", "sailthru.date", "date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "rnews:datepublished", "displaydate", "datecreated",
)  # fmt: skip
"""Names of metadata, the surest first: OpenGraph, Highwire, Dublin Core, Parse.ly, and those of publishing systems."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LONGEST = 300
"""Longer names and titles are none (characters)."""
_MOST = 100
"""So many headings, and so many bylines, are looked at."""
_BYLINES = frozenset(
    ("author", "byline", "byline-name", "author-name", "article-author", "c-byline", "article__author")
)
_AFTER_NAME = re.compile(r"(?<=[^\W\d_A-Z]{3})\.\s|\s[|/]\s")


def describe(page: Page) -> Work:
    """Give the work that `page` says it is: `Basis.PAGE` for what its metadata and elements say, `Basis.TEXT` else."""
    lines = clean.describe(page.text, clean.mark(page.text))
    return fields.merge(fields.work(_Said(page, lines.published).values(), Basis.PAGE), lines)


class _Said:
    """A page and its metadata, with the date that is printed on it."""

    def __init__(self, page: Page, date: Published | None) -> None:
        self._printed = date
        self._tree = page.tree
        self._meta = _metadata(page.tree)
        self._graph = structured.read(page.tree)
        self._article = self._graph.article(self._first(*_TITLES) or self._head())

    def values(self) -> dict[str, str | Published | None]:
        """Give what the page says, by field; empty where it says nothing."""
        named = [*self._publishers()]
        publisher = _fullest([name for name in named if not imprint.is_agency(name)])
        sites = (publisher, *named, urlsplit(self._url()).hostname or "")
        stated = (structured.text(self._article.get("headline")), *(self._first(name) for name in _TITLES))
        credited = [*self._credited()]
        people = {name.casefold(): name for name in reversed(credited) if not imprint.is_agency(name)}
        people.pop(publisher.casefold(), None)
        return {
            "title": printed([*map(_clean, stated)], [*self._headlines()], self._head(), sites),
            "author": "; ".join(reversed(people.values())),
            "publisher": publisher,
            "agency": next((name for name in (*credited, *named) if imprint.is_agency(name)), ""),
            "published": self._published(),
            "url": self._url(),
            "language": self._language(),
        }

    def _first(self, *names: str) -> str:
        return next((value for name in names for value in self._meta.get(name, ())), "")

    def _head(self) -> str:
        return _clean(self._tree.findtext(".//title") or "")

    def _headlines(self) -> Iterator[str]:
        for heading in islice(self._tree.iter("h1"), _MOST):
            if headline := _clean(words(heading)):
                yield headline

    def _publishers(self) -> Iterator[str]:
        """Give the names of who publishes the page, the surest first; a slogan after a bar is no part of one."""
        named = (*self._meta.get("og:site_name", ()), *self._graph.names(self._article, "publisher"))
        for name in (*named, *(value for key in _PUBLISHERS for value in self._meta.get(key, ()))):
            said = _clean(name).partition(" | ")[0]
            if said and not _ADDRESS.match(said):
                yield said

    def _credited(self) -> Iterator[str]:
        """Give the people and agencies that wrote the article, by the first of the ways of a page that names any."""
        written = [name for value in self._graph.every(self._article, "author") for name in _written_by(value)]
        if not written:
            written = [name for key in _AUTHORS for value in self._meta.get(key, ()) for name in people(value)]
        yield from written or self._bylines()

    def _bylines(self) -> list[str]:
        """Give the people that an element names which says that it names the author, and those that stand beside it.

        Others further on are the authors of other stories, or of comments.
        """
        place, found = None, list[str]()
        for each in islice((each for each in self._tree.iter() if _is_byline(each)), _MOST):
            names = people(words(each))
            if names and (place is None or _place(each) is place):
                place = _place(each)
                found += names
        return found

    def _published(self) -> Published | None:
        """Give the date of publication; where two say the same time in two zones, only the day is sure.

        A time in UTC may fall on another day than the page prints: what is printed is what is cited.
        """
        language = self._language()
        found = [date for said in self._dates() if (date := dating.parse(said, language))]
        path = dating.in_path(self._url())
        if not found:
            return path
        first = found[0]
        torn = any(other.iso[:16] == first.iso[:16] and other != first for other in found[1:] if "T" in other.iso)
        if torn or first.iso.endswith("+00:00"):
            near = (date for date in (self._printed, path) if date and dating.is_local_day(date, first))
            first = next((Published(date.iso[:10]) for date in near), first)
        return Published(first.iso[:10]) if torn else first

    def _dates(self) -> Iterator[str]:
        """Give what may be the date of publication, the surest first."""
        for node in (self._article, *self._graph.pages):
            yield structured.text(node.get("datePublished"))
        yield structured.text(self._article.get("dateCreated"))
        yield from (value for name in _DATES for value in self._meta.get(name, ()))
        stated = [each for each in self._tree.iter() if "datePublished" in (each.get("itemprop") or "").split()]
        times = [each for each in self._tree.iter("time") if each.get("pubdate") is not None or _is_published(each)]
        for each in (*stated, *times, *self._times()):
            yield each.get("datetime") or each.get("content") or words(each)

    def _times(self) -> list[etree._Element]:
        """Give the time that the page shows, if it is the only one: others are those of other stories."""
        times = [each for each in self._tree.iter("time") if each.get("datetime")]
        return times if len({each.get("datetime") for each in times}) == 1 else []

    def _url(self) -> str:
        links = (each.get("href") or "" for each in self._tree.iter("link") if _has(each, "rel", "canonical"))
        found = [url for url in map(_clean, (*links, *self._meta.get("og:url", ()))) if _ADDRESS.fullmatch(url)]
        # A canonical address that is the site's own says nothing of the page.
        return next((url for url in found if urlsplit(url).path.strip("/")), next(iter(found), ""))

    def _language(self) -> str:
        root = next(self._tree.iter("html"), self._tree)
        said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
        tried = (said, structured.text(self._article.get("inLanguage")), self._first("og:locale", "content-language"))
        codes = ((code or "").strip().replace("_", "-") for code in tried)
        return next((code for code in codes if _LANGUAGE.fullmatch(code)), "")


def people(line: str) -> list[str]:
    """Give the people and agencies that a byline names, with or without its "By"."""
    line = _AFTER_NAME.split(_clean(line))[0]
    if not line or _ADDRESS.match(line):
        return []
    if imprint.is_agency(line):
        return [line]
    said = imprint.byline(line) or imprint.byline(f"By {line}")
    return [*said.people, *said.agencies] if said else []


def _written_by(author: structured.Node | str) -> list[str]:
    """Give whom an author of JSON-LD names; a person's name may have any form."""
    if isinstance(author, str):
        return people(author)
    name = _clean(structured.text(author.get("name")))
    found = people(name)
    plain = name and not _ADDRESS.match(name) and not any(char.isdigit() for char in name)
    return found or ([name] if "Person" in structured.types(author) and plain and not imprint.is_staff(name) else [])


def _fullest(names: Sequence[str]) -> str:
    """Give the first of some names, or one that is the same written out ("dailynews", "The Daily News")."""
    if not names:
        return ""
    first = "".join(names[0].casefold().split())
    longer = (name for name in names[1:] if " " in name and first in "".join(name.casefold().split()))
    return names[0] if " " in names[0] else next(longer, names[0])


def _metadata(tree: etree._Element) -> dict[str, list[str]]:
    """Give the metadata of a page by name, in lower case, each value once."""
    found: dict[str, list[str]] = {}
    for each in tree.iter("meta"):
        value = _clean(each.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (each.get(key) or "").strip().lower()
            if name and value and value not in found.setdefault(name, []):
                found[name].append(value)
    return found


def _clean(said: str) -> str:
    """Give words for display; entities that were escaped twice are resolved. Too many are none."""
    said = display(canonicalise(unescape(said)))
    return said if len(said) <= _LONGEST else ""


def _is_byline(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in {"meta", "link", "script", "body", "html"}:
        return False
    named = _has(element, "rel", "author") or _has(element, "itemprop", "author")
    return named or not _BYLINES.isdisjoint((element.get("class") or "").lower().split())


def _place(element: etree._Element) -> etree._Element:
    """Give what an element stands in, two levels up: names in a row are in one place."""
    parent = element.getparent()
    above = parent.getparent() if parent is not None else None
    return next(each for each in (above, parent, element) if each is not None)


def _is_published(element: etree._Element) -> bool:
    return "publish" in (element.get("class") or "").lower() and element.get("datetime") is not None


def _has(element: etree._Element, key: str, word: str) -> bool:
    return word in (element.get(key) or "").lower().split()
