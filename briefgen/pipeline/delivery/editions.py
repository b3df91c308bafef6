"""What was built becomes an edition, and editions are looked at again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefgen import origins
from briefgen.errors import UnreadableError
from briefgen.ledger import Draft, Ledger, open_ledger, reading_ledger
from briefgen.model.brief import Brief
from briefgen.model.edition import Delivery, Edition, Printed, State, Way
from briefgen.model.settings import Settings
from briefgen.pipeline.bench import project_of
from briefgen.pipeline.build import Built
from briefgen.pipeline.delivery.letters import LETTER, letter, recipients
from briefgen.pipeline.earlier import approved
from briefgen.pipeline.outputs import place_new

RECORD = "json"
"""The format of the file of an edition that holds the whole brief."""
NOTHING_NEW = "nothing-new"
"""The template of the note that there is nothing new."""


def add(built: Built, settings: Settings, ledger: Ledger, now: datetime, slot: datetime | None = None) -> Edition:
    """Make an edition of what was built: held if the config wants a review, else approved and on its way to everybody.

    `slot` is the moment of the schedule that it is built for.
    """
    draft = replace(_draft(built, ledger, now), slot=slot)
    if settings.schedule is not None and settings.schedule.review:
        return ledger.editions.add(replace(draft, state=State.HELD))
    files = (*draft.files, *letter(settings, built.brief, {each.excerpt for each in draft.excerpts}))
    return ledger.editions.add(replace(draft, files=files), recipients(settings))


def issue(built: Built, settings: Settings, ledger: Ledger, now: datetime, slot: datetime) -> Edition:
    """Make the edition of a slot, as `add` does, or as the config says where nothing in it is new.

    A note that there is nothing new needs no review: it quotes nothing.
    """
    if settings.nothing_new == "send" or has_news(built.brief, ledger):
        return add(built, settings, ledger, now, slot)
    empty = replace(_draft(built, ledger, now), state=State.EMPTY, slot=slot, files=(), excerpts=(), record="")
    if settings.nothing_new == "nothing":
        return ledger.editions.add(empty)
    note = replace(empty, files=letter(settings, built.brief, (), NOTHING_NEW))
    return ledger.editions.add(note, [each for each in recipients(settings) if each.way is Way.MAIL])


def has_news(brief: Brief, ledger: Ledger) -> bool:
    """Say whether a brief has an excerpt that stood in no edition of it up to its day."""
    editions = approved(ledger, brief.name, brief.as_of)
    told = {each.excerpt for edition in editions for each in edition.excerpts}
    return any(each.id not in told for each in brief.excerpts)


def record(built: Built, settings: Settings, now: datetime) -> Edition:
    """Make an edition of what was built and is delivered by other means: by hand, on paper. Nothing is sent."""
    with open_ledger(settings.root) as ledger:
        return ledger.editions.add(_draft(built, ledger, now))


def editions(settings: Settings) -> tuple[tuple[Edition, tuple[Delivery, ...]], ...]:
    """Give the editions of a brief, the newest first, each with its deliveries."""
    with reading_ledger(settings.root) as ledger:
        if ledger is None:
            return ()
        return tuple((each, ledger.outbox.of(each.key)) for each in ledger.editions.of(settings.name))


def save(edition: Edition, settings: Settings, folder: Path) -> tuple[Path, ...]:
    """Write the files of an edition that people see, as they are kept, into a folder; nothing there is overwritten."""
    with open_ledger(settings.root) as ledger:
        seen = [each for each in edition.files if each.format not in {RECORD, LETTER}]
        return tuple(place_new(folder / each.name, ledger.editions.data(each.sha256)) for each in seen)


def is_edition(name: str) -> bool:
    """Say whether what was typed names an edition ("russia/12"), and nothing that stands on the disk."""
    return name.rpartition("/")[2].isdecimal() and "/" in name and not Path(name).exists()


@contextmanager
def named(key: str) -> Iterator[tuple[Edition, Ledger]]:
    """Open the ledger of the project around the current folder at the edition of this name.

    Raises UnknownKeyError, and UnreadableError where no project is.
    """
    with reading_ledger(project_of([]) or Path()) as ledger:
        if ledger is None:
            raise UnreadableError(key, "no edition is kept here; call this from the folder of the project")
        yield ledger.editions.find(key), ledger


def printed(brief: Brief) -> tuple[Printed, ...]:
    """Give the excerpts of a brief as an edition keeps them."""
    outlets = {row.appearance.document: origins.outlet(row.appearance.work) for row in brief.sources}
    return tuple(
        Printed(each.id, each.document, each.selector.span, each.topic, each.text, outlets.get(each.document, ""))
        for each in brief.excerpts
    )


def folder_of(edition: Edition, settings: Settings) -> Path:
    """Give the folder that the files of an edition were put into."""
    return settings.root / edition.folder


def _draft(built: Built, ledger: Ledger, now: datetime) -> Draft:
    return Draft(
        brief=built.brief.name,
        as_of=built.brief.as_of,
        title=built.brief.title,
        state=State.APPROVED,
        built=now,
        record=built.record,
        arrived=built.arrived,
        folder=ledger.key(built.files[0].placed.path.parent),
        files=[(file.placed.path.name, file.format, file.data) for file in built.files],
        excerpts=printed(built.brief),
    )
