"""`diff`: which excerpts came and went between two editions, or two briefs that were built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefgen import record, sources
from briefgen.errors import UnreadableError
from briefgen.formats import format_of
from briefgen.model.brief import Brief
from briefgen.pipeline.delivery.editions import RECORD, is_edition, named
from briefgen.pipeline.earlier import kept

BRIEF = "brief.json"


@dataclass(frozen=True, slots=True)
class Quoted:
    """An excerpt as a side of the comparison has it: its id, document, words, the words of its citation, its topic."""

    excerpt: str
    document: str
    words: str
    citation: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the comparison: its name, its day, its excerpts in order, and the titles of its topics by key."""

    name: str
    as_of: date
    quoted: tuple[Quoted, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TopicDiff:
    """What came into a topic, what went, and how many excerpts stayed. The annex is a topic without a title."""

    title: str
    come: tuple[Quoted, ...]
    gone: tuple[Quoted, ...]
    stayed: int


@dataclass(frozen=True, slots=True)
class Diff:
    """Two sides, and how their topics differ, in the order of the second; those that only the first has come last."""

    first: Side
    second: Side
    topics: tuple[TopicDiff, ...]

    @property
    def is_same(self) -> bool:
        """Whether both quote the same."""
        return not any(each.come or each.gone for each in self.topics)


def diff(first: str, second: str) -> Diff:
    """Compare two briefs: each the name of an edition ("russia/12"), a folder that holds a brief.json, or such a file.

    Editions are those of the project around the current folder, and quote what was approved. Raises UnknownKeyError,
    UnreadableError and RecordError.
    """
    one, other = _side(first), _side(second)
    return Diff(one, other, tuple(_topics(one, other)))


def _topics(one: Side, other: Side) -> Iterator[TopicDiff]:
    before, after = ({each.excerpt for each in side.quoted} for side in (one, other))
    titles = {**one.titles, **other.titles}
    keys = dict.fromkeys((*other.titles, *one.titles, *(each.topic for each in (*other.quoted, *one.quoted))))
    for key in keys:
        here = [each for each in other.quoted if each.topic == key]
        come = tuple(each for each in here if each.excerpt not in before)
        gone = tuple(each for each in one.quoted if each.topic == key and each.excerpt not in after)
        yield TopicDiff(titles.get(key, ""), come, gone, len(here) - len(come))


def _side(name: str) -> Side:
    if is_edition(name):
        return _edition(name)
    path = Path(name)
    file = path / BRIEF if path.is_dir() else path
    data = sources.load_bytes(file)
    if format_of(data).name != RECORD:
        why = "this is no brief.json; name the folder that holds one, or compare two Word files with --docx OUT"
        raise UnreadableError(str(file), why)
    brief = record.load(data.decode("utf-8", "replace"))
    return Side(name, brief.as_of, _quoted(brief), _titles(brief))


def _edition(key: str) -> Side:
    """Give an edition as it was approved: excerpts that a person took out are gone, others may have come."""
    with named(key) as (edition, ledger):
        data = kept(edition, RECORD, ledger)
    brief = record.load(data.decode()) if data is not None else None
    known = {each.excerpt: each for each in _quoted(brief)} if brief else {}
    quoted = tuple(
        known.get(each.excerpt) or Quoted(each.excerpt, each.document, each.words, topic=each.topic)
        for each in edition.excerpts
    )
    return Side(key, edition.as_of, quoted, _titles(brief) if brief else {})


def _quoted(brief: Brief) -> tuple[Quoted, ...]:
    notes = {each.excerpt: each.text for each in brief.citations}
    return tuple(
        Quoted(each.id, each.document, each.text, notes.get(each.id, ""), each.topic) for each in brief.excerpts
    )


def _titles(brief: Brief) -> dict[str, str]:
    return {each.topic: each.title for each in brief.sections}
