"""What works say of one another: the same work at one address, and what a work says that it re-tells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from briefgen import agencies
from briefgen.model.source import Appearance, Work
from briefgen.text import display

_TRACKING = ("utm_", "fbclid", "gclid")
_ARTICLE = re.compile(r"\.[a-z]{2,}(?:/[^/]*)*?[/?][^/]*[-_\d][^/]*\Z")
"""An address that names one article and not a part of a site: its last step has a number, or words joined."""


@lru_cache(1 << 16)
def address(url: str) -> str:
    """Give an address as a name of one page: without scheme, `www.`, fragment and marks of campaigns.

    Empty for no address, and for that of a whole site.
    """
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return ""
    asked = "&".join(part for part in parts.query.split("&") if part and not part.startswith(_TRACKING))
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or asked):
        return ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{'?' if asked else ''}{asked}"


def sharing_address(works: Sequence[Appearance]) -> Iterator[list[Appearance]]:
    """Give the works that share an address, where there are several."""
    at: defaultdict[str, list[Appearance]] = defaultdict(list)
    for each in works:
        if key := address(each.work.url):
            at[key].append(each)
    return (group for group in at.values() if len(group) > 1)


def retellings(works: Sequence[Appearance]) -> Iterator[tuple[str, str]]:
    """Give (document, document it re-tells, or that re-tells the same) for all that works say themselves."""
    named = _named(works)
    first: dict[str, str] = {}
    for each in works:
        for key in _retold(each.work):
            yield from ((each.document, told) for told in named.get(key, ()) if told != each.document)
            if first.setdefault(key, each.document) != each.document and key not in named:
                yield each.document, first[key]


def are_two_outlets(one: Work, other: Work) -> bool:
    """Say whether it is known that two works were published by different outlets."""
    if one.publisher and other.publisher:
        return _outlet(one.publisher) != _outlet(other.publisher)
    hosts = (_host(one.url), _host(other.url))
    return all(hosts) and hosts[0] != hosts[1]


def outlet(work: Work) -> str:
    """Name who published a work: its publisher, else the host of its address; empty where neither is known."""
    return display(work.publisher) or _host(work.url)


def _named(works: Sequence[Appearance]) -> Mapping[str, list[str]]:
    """Give the documents that each title, file name, path and address names."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for each in works:
        keys = (display(each.work.title).casefold(), each.path, PurePosixPath(each.path).name, address(each.work.url))
        for key in dict.fromkeys(keys):
            if key:
                named[key].append(each.document)
    return named


def _retold(work: Work) -> tuple[str, ...]:
    """Give the names of what a work says that it re-tells; the name of a whole site says not which of its works."""
    original = address(work.original)
    keys = (work.retells, display(work.retells).casefold(), original if _ARTICLE.search(original) else "")
    return tuple(dict.fromkeys(key for key in keys if key))


def _outlet(name: str) -> str:
    return agencies.named(name) or display(name).casefold().removeprefix("the ")


def _host(url: str) -> str:
    return address(url).partition("/")[0].partition("?")[0]
