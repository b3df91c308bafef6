"""What a text says of itself: title, author, publisher, agency, date, original, handling."""

import re
from collections.abc import Iterator, Sequence

from briefgen import grades
from briefgen.clean import dates, imprint
from briefgen.clean.body import is_biography
from briefgen.model.source import BODY, FIELDS, Basis, Block, Published, Role, Work
from briefgen.text import display

_PROFILE = re.compile(
    r"(?:(?P<about>about|über|sobre|à propos de|об авторе:?)"
    r"|(?:view|see|read) (?:all|more) (?:posts?|articles?|stories) (?:by|from)) (?P<name>[^|()]{3,60}?)\W*\Z",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"[^()\[\]【】]{0,60}[(\[【](?:[^()\[\]=]{0,20}=)?(?P<agency>[^()\[\]=]{2,30}?)(?:=[^()\[\]]{0,20})?[)\]】]"
)


_SHORT = 1000
"""Longer blocks that are no body say nothing of the work (characters)."""


def describe(text: str, blocks: Sequence[Block]) -> Work:
    """Give the work that `text` says it is, from its marked `blocks`. Nothing is guessed: what is not said is empty.

    Each field found has `Basis.TEXT`.
    """
    page = _Said(text, blocks)
    found = {
        "title": page.title(),
        "author": "; ".join(page.authors()),
        "publisher": page.publisher(),
        "agency": page.agency(),
        "published": page.published(),
        "url": page.url(),
        "original": page.original(),
        "marking": grades.header(text),
    }
    known = {name: value for name, value in found.items() if value}
    return Work(**known, bases=tuple((name, Basis.TEXT) for name in FIELDS if name in known))  # type: ignore[arg-type]  # each field has its own type


class _Said:
    """The blocks of a text with their words for display, and what they say."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._blocks = tuple(
            (block.role, display(block.span.of(text))) for block in blocks if len(block.span) <= _SHORT or block.is_body
        )
        body = [i for i, (role, _) in enumerate(self._blocks) if role in BODY]
        self._first, self._last = (body[0], body[-1]) if body else (0, 0)

    def title(self) -> str:
        return next(self._lines(Role.TITLE), "")

    def authors(self) -> tuple[str, ...]:
        named = [name for line in self._bylines() for name in line.people] or [*self._profiled()]
        return tuple(dict.fromkeys(named))

    def publisher(self) -> str:
        """Give the last holder of rights that is no agency: wires are credited before the page is."""
        holders = [*self._holders()]
        return next((holder for holder in reversed(holders) if not imprint.is_agency(holder)), "")

    def agency(self) -> str:
        rights = (holder for holder in self._holders() if imprint.is_agency(holder))
        bylines = (agency for line in self._bylines() for agency in line.agencies)
        return next(rights, "") or next(bylines, "") or self._wire()

    def published(self) -> Published | None:
        """Give the date that a line calls that of publication, else one with no label, else that of an update."""
        found: dict[str, Published] = {}
        label = ""
        for role in (Role.DATELINE, Role.BYLINE, Role.CREDIT):
            for line in self._lines(role):
                stamps = dates.stamps(line)
                for stamp in stamps:
                    found.setdefault(stamp.label or label, stamp.published)
                label = "" if stamps else dates.label(line)
        return next((found[label] for label in ("published", "", "updated") if label in found), None)

    def original(self) -> str:
        """Give where the text says its story comes from: above or below the article (within it, it is a chart's)."""
        lines = (words for i, words in self._credits() if not self._first < i < self._last)
        return next((said for line in lines if (said := imprint.original(line))), "")

    def url(self) -> str:
        return next((said for line in self._lines(Role.CREDIT) if (said := imprint.address(line))), "")

    def _credits(self) -> Iterator[tuple[int, str]]:
        return ((i, words) for i, (role, words) in enumerate(self._blocks) if role is Role.CREDIT)

    def _holders(self) -> Iterator[str]:
        """Give who holds the rights below the article (above it and within, they are a picture's)."""
        below = (imprint.holder(words) for i, words in self._credits() if i > self._last)
        return (holder for holder in below if holder and not imprint.is_pictures(holder))

    def _lines(self, role: Role) -> Iterator[str]:
        return (words for of, words in self._blocks if of is role)

    def _bylines(self) -> Iterator[imprint.Byline]:
        for line in self._lines(Role.BYLINE):
            found = imprint.byline(dates.outside(line, dates.stamps(line)))
            if found:
                yield found

    def _profiled(self) -> Iterator[str]:
        """Give the author that a profile below the article is about."""
        for i, (role, words) in enumerate(self._blocks):
            match = _PROFILE.match(words) if role is Role.BOILERPLATE else None
            if match and imprint.is_name(match["name"]) and (not match["about"] or self._is_biography(i + 1)):
                yield match["name"]

    def _is_biography(self, i: int) -> bool:
        return i < len(self._blocks) and is_biography(self._blocks[i][1])

    def _wire(self) -> str:
        """Give the agency that the article's first words name: `SEOUL (Reuters) - …`."""
        body = next((words for role, words in self._blocks if role in BODY), "")
        match = _WIRE.match(body[:120])
        return match["agency"] if match and imprint.is_agency(match["agency"]) else ""
