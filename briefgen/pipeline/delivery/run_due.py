"""`run-due`: whatever is due is built and sent, each brief apart from the others, and never twice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path

from briefgen import config, schedule
from briefgen.counting import count
from briefgen.errors import BriefgenError, LeasedError
from briefgen.ledger import Draft, Ledger, open_ledger
from briefgen.model.edition import Delivery, Edition, Outcome, State
from briefgen.model.project import OUT
from briefgen.model.settings import Settings
from briefgen.pipeline.configs import fetched, load
from briefgen.pipeline.delivery.due import Due, look

_UNSENT, _FAULT = 4, 3
"""Exit codes: something does not arrive, and a fault of a kind that no error was made for."""


class Kind(StrEnum):
    """What became of a brief, or is to be known of it."""

    SENT = "sent"
    """An edition has reached everybody whom it is for."""
    WAITING = "waiting"
    """Deliveries are tried again later."""
    REFUSED = "refused"
    """Deliveries are given up."""
    HELD = "held"
    NOTHING_NEW = "nothing new"
    MISSED = "missed"
    LEASED = "leased"
    """Somebody else is at work on it."""
    FAILED = "failed"
    NOTICE = "notice"
    """No outcome: something that a person should look at."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a brief. `code` is the exit code that it makes."""

    brief: str
    kind: Kind
    words: str
    code: int = 0


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run went: how many briefs were due, what happened, and the next slot of all, in its own time zone."""

    due: int
    events: tuple[Event, ...]
    coming: datetime | None

    @property
    def code(self) -> int:
        """The exit code: of several, the highest."""
        return max((event.code for event in self.events), default=0)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many events there are of each kind."""
        return {kind: sum(event.kind is kind for event in self.events) for kind in Kind}


def run_due(folder: Path, now: datetime, tell: Callable[[Event], None] = lambda _: None) -> Ran:
    """Build and send what is due of the configs in `folder`, and try again what waits in the outbox.

    `now` knows its zone. Each event is told as it happens. A brief that breaks, in whatever way, is an event, and the
    others run. Raises OutputError where the ledger cannot be used at all.
    """
    root = config.project_root(folder / "any.yaml")
    with open_ledger(root) as ledger:
        found = look(folder, ledger, now)
        tasks: dict[str, Due | None] = dict.fromkeys(ledger.outbox.open_briefs())
    tasks |= {each.brief: each for each in found.due}
    for name, _ in found.broken:
        tasks.pop(name, None)
    events = []
    broken = (_failure(name, error) for name, error in found.broken)
    worked = (_apart(folder / f"{name}.yaml", due, root, now) for name, due in sorted(tasks.items()))
    for event in chain(broken, chain.from_iterable(worked)):
        events.append(event)
        tell(event)
    return Ran(len(found.due), tuple(events), found.coming)


def _apart(path: Path, due: Due | None, root: Path, now: datetime) -> Iterator[Event]:
    """Do what one brief needs; whatever breaks is an event."""
    try:
        if not path.exists():
            yield from _orphaned(path, root, now)
            return
        settings = load(path)
        with open_ledger(root) as ledger, ledger.lease(path.stem, now):
            # Somebody else may have done it between the look and the lease.
            if due and not ledger.editions.has(due.brief, due.slot):
                yield from _issue(settings, due, ledger, now)
            if ledger.outbox.waiting(path.stem, now):
                yield from _push(settings, ledger, now)
    except LeasedError as error:
        yield Event(path.stem, Kind.LEASED, str(error))
    except Exception as error:  # noqa: BLE001 - nobody watches: a fault of one brief must not keep the others
        yield _failure(path.stem, error)


def _orphaned(path: Path, root: Path, now: datetime) -> Iterator[Event]:
    """Put off what waits of a brief whose config is gone, until it is back or is given up."""
    from briefgen.pipeline.delivery.outbox import put_off  # noqa: PLC0415 - mostly nothing waits

    with open_ledger(root) as ledger, ledger.lease(path.stem, now):
        put = put_off(path.stem, f"{path.name} is gone", ledger, now)
        for key in dict.fromkeys(each.edition for each in put):
            count = sum(each.edition == key for each in put)
            words = f"{key} waits for {count}, and {path} is gone; put it back, or it is given up after four days"
            yield Event(path.stem, Kind.FAILED, words, _UNSENT)


def _failure(name: str, error: Exception) -> Event:
    if isinstance(error, BriefgenError):
        return Event(name, Kind.FAILED, str(error), error.exit_code)
    return Event(name, Kind.FAILED, f"{type(error).__name__}: {error}", _FAULT)


def _issue(settings: Settings, due: Due, ledger: Ledger, now: datetime) -> Iterator[Event]:
    """Build the edition of a slot, as of the slot's day where it is meant; the caller holds the lease."""
    as_of = due.slot.astimezone(schedule.zone_of(due.schedule)).date()
    if due.passed:
        yield Event(due.brief, Kind.NOTICE, f"{count(due.passed, 'earlier slot')} passed without an edition")
    if due.is_late(now):
        ledger.editions.add(Draft(due.brief, as_of, settings.title, State.MISSED, now, due.slot))
        yield Event(due.brief, Kind.MISSED, f"the brief of {as_of} comes too late to be caught up", _UNSENT)
        return
    settings, absent = fetched(settings)
    for each in absent:
        yield Event(due.brief, Kind.NOTICE, f"{each.url} has not been fetched; run: briefgen fetch {due.path}")
    from briefgen.pipeline.build import build  # noqa: PLC0415 - mostly nothing is due
    from briefgen.pipeline.delivery.editions import issue  # noqa: PLC0415 - as above

    built = build(settings, as_of, settings.root / OUT, through=as_of)
    for warning in built.doubts:
        yield Event(due.brief, Kind.NOTICE, warning)
    held = ledger.editions.held(due.brief)
    edition = issue(built, settings, ledger, now, due.slot)
    if held and ledger.editions.find(held).state is State.REPLACED:
        yield Event(due.brief, Kind.NOTICE, f"{held} was never approved; {edition.key} takes its place")
    if edition.state is State.HELD:
        yield Event(due.brief, Kind.HELD, f"{edition.key} waits for approval: briefgen approve {due.path}")
    elif edition.state is State.EMPTY:
        yield Event(due.brief, Kind.NOTHING_NEW, f"{edition.key} has nothing that an earlier edition had not")
    elif not ledger.outbox.of(edition.key):
        yield Event(due.brief, Kind.NOTICE, f"{edition.key} is built, and {due.path} names nobody to send it to")


def _push(settings: Settings, ledger: Ledger, now: datetime) -> Iterator[Event]:
    """Try what waits of a brief, and say of each edition how far it is."""
    from briefgen.pipeline.delivery.outbox import push  # noqa: PLC0415 - mostly nothing waits

    said: list[Event] = []
    try:
        tried = push(settings, ledger, now, lambda words: said.append(Event(settings.name, Kind.NOTICE, words)))
    finally:
        yield from said
    for key in dict.fromkeys(each.edition for each in tried):
        edition = ledger.editions.find(key)
        refused = [each for each in tried if each.edition == key and each.outcome is Outcome.REFUSED]
        yield from (_refused(edition, each) for each in refused)
        yield from _reached(edition, ledger.outbox.of(key))


def _refused(edition: Edition, delivery: Delivery) -> Event:
    return Event(
        edition.brief, Kind.REFUSED, f"{edition.key} to {delivery.recipient.address}: {delivery.answer}", _UNSENT
    )


def _reached(edition: Edition, deliveries: tuple[Delivery, ...]) -> Iterator[Event]:
    waiting = [each for each in deliveries if each.outcome in {Outcome.WAITING, Outcome.SENDING}]
    if waiting:
        soonest = min(waiting, key=lambda each: each.due)
        until = f"the first until {soonest.due:%Y-%m-%d %H:%M} UTC: {soonest.answer}"
        yield Event(edition.brief, Kind.WAITING, f"{edition.key}: {len(waiting)} of {len(deliveries)} wait, {until}")
    elif edition.state is State.APPROVED and all(each.outcome is Outcome.SERVED for each in deliveries):
        yield Event(edition.brief, Kind.SENT, f"{edition.key} has reached {len(deliveries)} of {len(deliveries)}")
