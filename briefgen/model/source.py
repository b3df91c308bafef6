"""Sources: what was read, where it stood, and what work it is."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from briefgen.model.place import Span
from briefgen.text import digest


class Role(StrEnum):
    """What a block of a source is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


BODY = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.LIST})
"""The roles whose sentences may be quoted."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document and what it is. Cleaning marks; it never deletes or rewrites."""

    span: Span
    role: Role

    @property
    def is_body(self) -> bool:
        """Whether sentences of this block may be quoted."""
        return self.role in BODY


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months' English names, from January; the calendar module's depend on the locale."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(Z|[+-]\d\d:\d\d))?)?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """When a work was published, as precisely as is known and no more.

    `iso` is ISO 8601 with reduced precision: `2022`, `2022-03`, `2022-03-06` or `2022-03-06T15:45+09:00` (a time only
    with its zone). Raises ValueError for anything else.
    """

    iso: str

    def __post_init__(self) -> None:
        if not _ISO.match(self.iso):
            raise ValueError(f"not a date: {self.iso!r}")
        self.earliest  # noqa: B018 - a month 13 raises here
        if "T" in self.iso:
            datetime.fromisoformat(self.iso)

    def __str__(self) -> str:
        return self.iso

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `minute`."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.iso), "minute")

    @property
    def earliest(self) -> date:
        """The first day that this date can mean, where it was published."""
        year, month, day = (int(part) for part in (self.iso[:10] + "-01-01")[:10].split("-"))
        return date(year, month, day)

    @property
    def latest(self) -> date:
        """The last day that this date can mean."""
        first = self.earliest
        if self.precision == "year":
            return date(first.year, 12, 31)
        if self.precision == "month":
            return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return first

    @property
    def in_words(self) -> str:
        """The date in words, as precisely as it is known: "6 March 2022", "March 2022", "2022"."""
        day = self.earliest
        month = f"{MONTHS[day.month - 1]} {day.year}"
        return {"year": f"{day.year}", "month": month}.get(self.precision, f"{day.day} {month}")


class Basis(StrEnum):
    """Where a field of a work comes from, the strongest first.

    A reference library is a file of Zotero's, of RIS or BibTeX. Headers are those of a mail, an entry of a feed or a
    row of an export. The properties of a PDF or Word file are what its program wrote there, often of another work.
    """

    TABLE = "table"
    FRONT_MATTER = "front matter"
    LIBRARY = "reference library"
    HEADERS = "headers"
    PAGE = "page metadata"
    TEXT = "text"
    PROPERTIES = "file properties"

    @property
    def confidence(self) -> str:
        """How far a field of this basis can be trusted: what a person wrote is "certain"; else "good" or "weak"."""
        if self in {Basis.TABLE, Basis.FRONT_MATTER}:
            return "certain"
        return "weak" if self in {Basis.TEXT, Basis.PROPERTIES} else "good"


FIELDS = (
    "title",
    "author",
    "publisher",
    "agency",
    "kind",
    "published",
    "url",
    "language",
    "original",
    "status",
    "retells",
    "grade",
    "marking",
    "note",
    "body",
)
"""The fields of a work, in the order of `sources.csv`."""

KINDS = ("article", "page", "report", "speech")
"""What a work can be: an article of a newspaper, a wire or a magazine; a page of the web; a report; a speech."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited. Unknown fields are empty, never guessed.

    `author` holds names separated by "; ". `kind` is one of `KINDS`. `original` is where the work says its story comes
    from (a publisher or a host), `retells` the title of the work or the file it re-tells, `status` "draft" or
    "released" (of the document it reports on), `grade` an Admiralty grade, `marking` a handling mark, `note` the user's
    own remark. `body` is what a person says the article is (`clean.overruling`). `bases` says for each known field
    where it comes from.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    agency: str = ""
    kind: str = ""
    published: Published | None = None
    url: str = ""
    language: str = ""
    original: str = ""
    status: str = ""
    retells: str = ""
    grade: str = ""
    marking: str = ""
    note: str = ""
    body: str = ""
    bases: tuple[tuple[str, Basis], ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in `author`."""
        return tuple(name.strip() for name in self.author.split(";") if name.strip())

    @property
    def is_retold(self) -> bool:
        """Whether this work says that it re-tells another."""
        return bool(self.original or self.retells)

    @property
    def site(self) -> str:
        """The host of its address, without `www.`: whose it is, where no publisher is known."""
        try:
            host = urlsplit(self.url).hostname or ""
        except ValueError:
            return ""
        return host.removeprefix("www.")

    def basis(self, field: str) -> Basis | None:
        """Give where `field` comes from; None when it is unknown."""
        return dict(self.bases).get(field)


@dataclass(frozen=True, slots=True)
class Document:
    """An immutable canonical text. `id` is the SHA-256 of its UTF-8 bytes, in hexadecimal."""

    id: str
    text: str

    def __post_init__(self) -> None:
        if self.id != digest(self.text):
            raise ValueError("a document's id is the digest of its text")

    @classmethod
    def from_text(cls, text: str) -> "Document":
        """Make the document of a canonical text."""
        return cls(digest(text), text)


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a document stood, and as what work.

    `path` is relative to the project root, with forward slashes (or as given, outside of it); `sha256` is of the raw
    bytes; `pages` are the spans of its pages, for a source that has pages.
    """

    document: str
    path: str
    sha256: str
    work: Work
    pages: tuple[Span, ...] = ()

    @property
    def name(self) -> str:
        """What to call it where its title is not known: the name of its file.

        A bare number goes with what it is a number in: `feed.json/1`.
        """
        parts = self.path.split("/")
        named = max((at for at, part in enumerate(parts) if not part.isdecimal()), default=0)
        return "/".join(parts[named:])


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a brief sees it: its text, its blocks, and one appearance to cite."""

    document: Document
    blocks: tuple[Block, ...]
    appearance: Appearance

    @property
    def work(self) -> Work:
        """The work to cite."""
        return self.appearance.work

    @property
    def title(self) -> str:
        """The title of the work, or the words of its title block."""
        return self.work.title or " ".join(
            block.span.of(self.document.text) for block in self.blocks if block.role is Role.TITLE
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole sentence of a body block, or neighbouring ones. Owns no text.

    `paragraph` counts the body blocks of its document from 1. `follows` says that nothing but white space stands
    between it and the passage before it, so that both together are one span of body text.
    """

    document: str
    span: Span
    paragraph: int = 0
    follows: bool = False
