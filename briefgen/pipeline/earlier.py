"""What earlier editions told, as data for a brief that does not tell it again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from briefgen.corpus import Corpus
from briefgen.ledger import Ledger, open_ledger
from briefgen.model.edition import Edition, Printed, State
from briefgen.model.project import LEDGER
from briefgen.model.settings import Settings
from briefgen.model.source import Published, Source

WORD = "docx"
"""The format of the file of an edition in which changes can be tracked."""


@dataclass(frozen=True, slots=True)
class Told:
    """An excerpt of an earlier edition, that edition's name, and its day in words."""

    printed: Printed
    edition: str
    day: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier editions told, as far as a config asks for what is new.

    `told` are their excerpts, those of the newest edition first. `arrived` are the documents that arrived since the
    last edition of the brief, None where all count. `last` is the day of the newest edition, in words; `doubts` are
    for a person to look at. `source` gives a document that was told, wherever it is now; None where the corpus has it
    no more.
    """

    told: tuple[Told, ...] = ()
    arrived: frozenset[str] | None = None
    last: str = ""
    doubts: tuple[str, ...] = ()
    source: Callable[[str], Source | None] = lambda _: None


def approved(ledger: Ledger, brief: str, through: date) -> tuple[Edition, ...]:
    """Give the editions of a brief that left the house, up to those of the day `through`, the newest first."""
    standing = ledger.editions.of(brief)
    return tuple(each for each in standing if each.state is State.APPROVED and each.as_of <= through)


def last(ledger: Ledger, brief: str, through: date) -> Edition | None:
    """Give the edition of the latest day, up to the day `through`; of several of that day, the newest."""
    return max(approved(ledger, brief, through), key=lambda each: (each.as_of, each.number), default=None)


def kept(edition: Edition, form: str, ledger: Ledger) -> bytes | None:
    """Give the bytes of the file of an edition that has this format; None where it has no such file."""
    digest = next((each.sha256 for each in edition.files if each.format == form), None)
    return ledger.editions.data(digest) if digest else None


def earlier(settings: Settings, through: date, corpus: Corpus) -> Earlier:
    """Give what editions up to those of the day `through` told, and what has arrived in the corpus since.

    Nothing where the config does not ask for what is new, or no edition was ever made. Raises OutputError.
    """
    new = settings.new
    if not (new.excerpts or new.other_briefs or new.documents) or not (settings.root / LEDGER).is_file():
        return Earlier()
    with open_ledger(settings.root) as ledger:
        own = approved(ledger, settings.name, through)
        others = [each for name in _others(settings, ledger) for each in approved(ledger, name, through)]
        doubts = [*_unknown(settings, ledger)]
    told = sorted((*(own if new.excerpts else ()), *others), key=lambda each: (each.as_of, each.key), reverse=True)
    arrived = corpus.since(own[0].arrived) if new.documents and own else None
    if new.documents and own and arrived is None:
        doubts.append(f"new: documents: what arrived since {own[0].key} cannot be told; the corpus is another one now")
    days = [each.as_of for each in (*told, *own[:1])]
    return Earlier(
        told=tuple(Told(printed, each.key, _in_words(each.as_of)) for each in told for printed in each.excerpts),
        arrived=arrived,
        last=_in_words(max(days)) if days else "",
        doubts=tuple(doubts),
        source=lambda document: corpus.source(document) if corpus.appearances(document) else None,
    )


def _others(settings: Settings, ledger: Ledger) -> tuple[str, ...]:
    wanted = settings.new.other_briefs
    names = ledger.editions.briefs() if wanted is True else wanted or ()
    return tuple(name for name in names if name != settings.name)


def _unknown(settings: Settings, ledger: Ledger) -> Iterator[str]:
    """Say which of the other briefs is none: it has no edition, and no config beside this one."""
    known = ledger.editions.briefs()
    for name in settings.new.other_briefs or () if settings.new.other_briefs is not True else ():
        if name not in known and not settings.path.with_name(f"{name}.yaml").is_file():
            yield f"new: other_briefs: there is no brief {name}; known: {', '.join(known)}"


def _in_words(day: date) -> str:
    return Published(day.isoformat()).in_words
