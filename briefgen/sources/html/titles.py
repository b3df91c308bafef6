"""The title of an article: the headline that a reader sees, told by what the metadata says; without the site's name."""

import re
from collections.abc import Iterable, Sequence

from briefgen.words import stems

_ALIKE = 0.5
"""A heading that shares more words than this part with what the metadata says is the headline."""
_APART = re.compile(r"\s+[|–—·•»«-]\s+|\s*[|»]\s*")
_SHORT, _LONG = 4, 3
"""After a bar, so few words are a site's name if so many stand before it."""
_PLAIN = re.compile(r"[^\W_]+")


def printed(stated: Sequence[str], headlines: Sequence[str], head: str, sites: Iterable[str]) -> str:
    """Give the title. Everything is for display.

    `stated` is what the metadata says, the surest first (empty where it says nothing), `headlines` are the headings of
    the first level, `head` is the page's `<title>`, and `sites` are names of the site: its own, and its host.
    """
    names = {_squashed(name) for site in sites for name in (site, *_hosts(site))} - {""}
    known = [title for title in (_less_site(words, names) for words in (*stated, head) if words) if title]
    likest = max(headlines, key=lambda heading: max((_alike(heading, title) for title in known), default=0), default="")
    if likest and any(_alike(likest, title) > _ALIKE for title in known):
        return _less_site(likest, names)
    return next(iter(known), headlines[0] if len(headlines) == 1 else "")


def _less_site(title: str, names: Iterable[str]) -> str:
    """Give `title` without the name of the site at its end or its beginning; `names` are squashed."""
    first = _APART.search(title)
    if first and first.end() < len(title) and _is_site(title[: first.start()], names):
        title = title[first.end() :]
    for cut in reversed([*_APART.finditer(title)]):
        rest, last = title[: cut.start()], title[cut.end() :]
        bar = "|" in cut.group() and len(last.split()) <= _SHORT and len(rest.split()) >= _LONG
        if not _is_site(last, names) and not bar:
            break
        title = rest
    return title.strip()


def _is_site(words: str, names: Iterable[str]) -> bool:
    squashed = _squashed(words)
    return bool(squashed) and any(squashed in (name, f"the{name}", name.removeprefix("the")) for name in names)


def _hosts(site: str) -> Sequence[str]:
    """Give the parts of a host that may be a name ("www.example.co.uk" -> "example", "example.co.uk")."""
    parts = site.lower().removeprefix("www.").split(".")
    return (parts[0], ".".join(parts), parts[-2]) if len(parts) > 1 and " " not in site else ()


def _squashed(words: str) -> str:
    return "".join(_PLAIN.findall(words.casefold()))


def _alike(heading: str, title: str) -> float:
    mine, others = {*stems(heading)}, {*stems(title)}
    return len(mine & others) / max(1, len(mine), len(others))
