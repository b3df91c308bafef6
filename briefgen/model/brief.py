"""The brief: the finished thought, before any markup, and what comes of it."""

import hashlib
from dataclasses import dataclass
from datetime import date

from briefgen.model.attribution import Said
from briefgen.model.place import Selector, Span
from briefgen.model.source import Appearance, Published
from briefgen.model.translation import Translation
from briefgen.model.tree import Tree
from briefgen.text import display

MOST_SENTENCES = 3
"""The most sentences an excerpt may have."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader must know of an excerpt: `kind` (see docs/design.md) and the words it is about."""

    kind: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: its name, what it adds, and to what it is owed, in plain words."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Also:
    """Another document that says the same: its id, its name for a reader, and what it is.

    `kinship` is "copy", "re-telling" or "earlier version" (`model.origin.Kinship`), or "independent" for one of another
    origin that says the same.
    """

    document: str
    name: str
    kinship: str


def excerpt_id(document: str, span: Span) -> str:
    """Name the excerpt of a document at a span: 16 hexadecimal digits.

    The name is made of the place: whoever has the text can tell whether words that bear it are those it was given to.
    """
    return hashlib.sha256(f"{document}:{span.start}:{span.end}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A chosen span of one to three whole sentences, with the reasons for it. Not a `str`.

    `topic` is the topic's key, `number` its place in the brief (from 1; it is the number of its note too), `paragraph`
    counts the body blocks of its document from 1, `page` is None where the source has no pages. `said` are its speakers
    as far as they are known; without any, its words are the source's own or nobody's that can be named. `also` are
    documents of other origins that say the same, one of each.
    """

    document: str
    selector: Selector
    topic: str
    number: int = 0
    paragraph: int = 0
    page: int | None = None
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    flags: tuple[Flag, ...] = ()
    translation: Translation | None = None
    said: tuple[Said, ...] = ()
    also: tuple[Also, ...] = ()

    @property
    def id(self) -> str:
        """A stable name from document and span: 16 hexadecimal digits."""
        return excerpt_id(self.document, self.selector.span)

    @property
    def text(self) -> str:
        """The words as a reader sees them."""
        return display(self.selector.exact)


@dataclass(frozen=True, slots=True)
class Run:
    """A few words of a citation; in italics, or a link."""

    text: str
    italic: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a note says of an excerpt: its number, the excerpt's id, and the words."""

    number: int
    excerpt: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words of the citation, plain."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A topic of a brief. `excerpts` and `background` are ids; `remarks` say what is thin, in plain words."""

    topic: str
    title: str
    question: str = ""
    assessment: str = ""
    excerpts: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A passage that was kept out of the sections, and why."""

    excerpt: Excerpt
    why: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a brief rests on, counted. `lines` say it in plain words.

    `documents` are those it could draw on, `origins` their families (`model.origin`); `outside` counts those that it
    may not quote: published after its day or before its window, marked more strictly than it, or graded too low.
    """

    documents: int
    origins: int
    newest: Published | None
    oldest: Published | None
    undated: tuple[str, ...] = ()
    retold: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table of sources: an appearance, its citation, the numbers of its excerpts, and its family.

    `reliability` is the source's, A to F of the Admiralty code; `state` names its publisher if a state controls that.
    `retrieved` is the day on which it was fetched as it is; None for what a person brought.
    """

    appearance: Appearance
    entry: tuple[Run, ...]
    numbers: tuple[int, ...]
    also: tuple[Also, ...] = ()
    reliability: str = ""
    state: str = ""
    retrieved: Published | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A date that a sentence of an excerpt names: the date, the sentence for display, the excerpt's id."""

    when: Published
    sentence: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Week:
    """How many articles of a week, from this Monday, match each topic, in the order of the sections."""

    monday: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief. Excerpts are in the order of their numbers; everything else refers to them by id.

    `name` is the config's name (`russia`); `annex` holds the ids of excerpts that `unsourced_numbers: annex` put there.
    `in_text` says that its notes hold the short citations of a text ("Quill 2026"), which want a list of references.
    `timeline` and `weeks` are there with `timeline: yes`.
    """

    name: str
    title: str
    as_of: date
    subtitle: str = ""
    audience: str = ""
    handling: str = ""
    language: str = "en"
    summary: str = ""
    grounds: Grounds | None = None
    key_points: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    annex: tuple[str, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[Listed, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    warnings: tuple[str, ...] = ()
    in_text: bool = False
    timeline: tuple[Event, ...] = ()
    weeks: tuple[Week, ...] = ()

    def excerpt(self, key: str) -> Excerpt:
        """Give the excerpt of this id; KeyError when the brief has none."""
        for excerpt in self.excerpts:
            if excerpt.id == key:
                return excerpt
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Composition:
    """What every writer gets: finished Markdown, the tree of the same, and the brief that both came from.

    `is_scrubbed` says that files are to carry no record of the brief.
    """

    markdown: str
    tree: Tree
    brief: Brief
    is_scrubbed: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made of a composition: its bytes, and what a person should know of it."""

    data: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What gives a file its looks: a reference document (Word), and a style sheet (HTML and PDF).

    `reference` are the bytes of a .docx or .dotx; with `is_house` its own words stay too, and the brief goes in among
    them. `styles` names the style of the reference document for a role. `notes` is "footnotes", "endnotes" or "list";
    `contents` and `cover` ask for a list of contents and for a page that holds the title alone.
    """

    reference: bytes = b""
    style: str = ""
    is_house: bool = False
    styles: tuple[tuple[str, str], ...] = ()
    notes: str = "footnotes"
    contents: bool = False
    cover: bool = False
