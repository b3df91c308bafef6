"""What a user asks for: settings as the rest of the program sees them, checked and with every default filled in."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from briefgen.errors import UnknownKeyError
from briefgen.model.delivering import Email, Schedule
from briefgen.model.publisher import Publisher
from briefgen.model.query import Entity, Query
from briefgen.model.translation import Translation
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Pick:
    """An excerpt that a person named, to pin or to drop.

    `document` is the source's path (or the end of it) or the first digits of the document's id. `exact` are the
    excerpt's words, or its opening ones; `prefix` and `suffix` tell equal words apart. `version` are the first digits
    of the document's id when it was picked, if they are known; `at` is where the pick is written (`russia.yaml:12`).
    """

    document: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    reason: str = ""
    version: str = ""
    at: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Picked:
    """An entry of the file of picks: to "pin" or to "drop" an excerpt (`verb`) in the topic of this title.

    `place` is that of a pin among those of its topic, from 1; 0 is behind those that have one.
    """

    verb: str
    topic: str
    pick: Pick
    place: int = 0

    def is_for(self, title: str) -> bool:
        """Say whether it speaks of the topic of this title; capitals and white space do not matter."""
        return display(self.topic).casefold() == display(title).casefold()


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation of the excerpt that `pick` names; with `is_whole`, of just the words that the pick gives."""

    pick: Pick
    translation: Translation
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: `days` and calendar `months`; `words` is how the user wrote it."""

    words: str
    days: int = 0
    months: int = 0

    def before(self, day: date) -> date:
        """Give the day that lies this period before `day` (31 March less a month is the last day of February)."""
        months = day.year * 12 + day.month - 1 - self.months
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1])) - timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic. `key` is its title as a slug, unique in the brief; `wants` is None when only a question is given.

    What is less reliable than `min_grade` (A to E; empty for no limit) is not quoted, nor what fewer than `min_origins`
    origins say.
    """

    key: str
    title: str
    question: str = ""
    wants: Query | None = None
    related: tuple[Query, ...] = ()
    limit: int = 5
    assessment: str = ""
    min_grade: str = ""
    min_origins: int = 1
    pins: tuple[Pick, ...] = ()
    drops: tuple[Pick, ...] = ()


@dataclass(frozen=True, slots=True)
class Remote:
    """A source on the web: its address, and the folder where what is fetched from it stands."""

    url: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Output:
    """How the files look: see `model.brief.Look`. `reference` is the house's own document; None is the built-in one.

    With `scrub` the files are written without the record of the brief; with `changes` a Word file beside the brief
    shows what changed since its last edition.
    """

    reference: Path | None = None
    styles: tuple[tuple[str, str], ...] = ()
    notes: str = "footnotes"
    contents: bool = False
    cover: bool = False
    scrub: bool = False
    changes: bool = False


@dataclass(frozen=True, slots=True)
class New:
    """What is not told again: what stood in earlier editions of this brief (`excerpts`), or of others of the project.

    `other_briefs` are the names of others, True for all of them. With `documents` only those are quoted that arrived
    after the last edition.
    """

    excerpts: bool = False
    other_briefs: tuple[str, ...] | bool = ()
    documents: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole config. Paths are absolute. `name` is the file's stem, `root` the project root.

    The folders of `remote` sources are among `sources`; `allow_private` names hosts that may be fetched from though
    they are not of the public internet. `columns` names the columns of exports by the fields they hold.
    `unsourced_numbers` is "annex", "show" or "drop"; `unknown_date` is "keep" or "drop" and matters with a `window`.
    `deliver_to` is a folder that editions are put into. `nothing_new` is "note", "nothing" or "send"; `new` says what
    is not told again.
    `picks` is what the file of picks beside the config holds; what fits a topic is among its pins and drops too, and
    `doubts` say what does not.
    """

    name: str
    path: Path
    root: Path
    title: str
    topics: tuple[Topic, ...]
    sources: tuple[Path, ...] = ()
    remote: tuple[Remote, ...] = ()
    allow_private: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    subtitle: str = ""
    audience: str = ""
    handling: str = ""
    language: str = "en"
    entities: tuple[Entity, ...] = ()
    translations: tuple[Translated, ...] = ()
    window: Period | None = None
    summary: str = ""
    template: str = "policy-brief"
    citations: str | Path = "chicago-notes"
    formats: tuple[str, ...] = ("docx", "md")
    output: Output = field(default_factory=Output)
    corpus: Path = field(default_factory=Path)
    stale_after: Period | None = None
    unsourced_numbers: str = "annex"
    unknown_date: str = "keep"
    publishers: tuple[Publisher, ...] = ()
    timeline: bool = False
    email: Email | None = None
    deliver_to: Path | None = None
    schedule: Schedule | None = None
    nothing_new: str = "note"
    new: New = field(default_factory=New)
    picks: tuple[Picked, ...] = ()
    doubts: tuple[str, ...] = ()

    def titled(self, words: str) -> tuple[Topic, ...]:
        """Give the topics whose title holds `words`, whatever their capitals. Raises UnknownKeyError if none does."""
        found = tuple(topic for topic in self.topics if words.casefold() in topic.title.casefold())
        if not found:
            raise UnknownKeyError("topic", words, [topic.title for topic in self.topics])
        return found

    @property
    def min_grade(self) -> str:
        """The least reliability that any topic quotes (A to E); empty where one has no limit."""
        grades = [topic.min_grade for topic in self.topics]
        return max(grades) if all(grades) else ""
