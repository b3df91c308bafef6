"""`send`: an edition to those who have not got it, by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from briefgen import mail
from briefgen.deliver import Reply
from briefgen.errors import DeliveryError
from briefgen.ledger import Ledger, open_ledger
from briefgen.model.delivering import Mailbox
from briefgen.model.edition import Delivery, Edition, Outcome, State, Way
from briefgen.model.project import OUT
from briefgen.model.settings import Settings
from briefgen.pipeline.build import Built, build
from briefgen.pipeline.delivery.editions import add, has_news
from briefgen.pipeline.delivery.outbox import attempt, carriers, carry
from briefgen.pipeline.delivery.parcels import Going, going, rows_of, unrecorded
from briefgen.pipeline.outputs import place_new

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Which:
    """Which edition is sent: the one of this number, else the newest; and to those who have it `again` or not."""

    number: int | None = None
    again: bool = False


def send(settings: Settings, now: datetime, which: Which, say: Say) -> tuple[Delivery, ...]:
    """Send an edition to all of its recipients who have not got it, and give their deliveries as they then stand.

    That is the newest that is approved. Where everybody has that one, and no schedule says when the next is due, the
    brief is built, and what differs becomes the next edition. Raises DeliveryError when there is nothing to send,
    LeasedError.
    """
    with open_ledger(settings.root) as ledger, ledger.lease(settings.name, now):
        edition = _edition(settings, ledger, now, which, say)
        rows = rows_of(edition, ledger)
        due = [each for each in rows if which.again or each.outcome is not Outcome.SERVED]
        if not due:
            say(f"everybody has {edition.key}; to send it once more: --again")
        for row in due:
            if row.outcome is not Outcome.SENDING:
                ledger.outbox.retry(row.number, now, even_served=which.again)
        attempt([ledger.outbox.get(row.number) for row in due], settings, ledger, now, say)
        return ledger.outbox.of(edition.key)


def send_to(settings: Settings, now: datetime, which: Which, address: str, say: Say) -> Reply:
    """Send to this address alone. A recipient's delivery is noted as it is; of any other, nothing is kept.

    Where no edition is approved, what is built now goes out, and is no edition. Raises AddressError, DeliveryError.
    """
    box = mail.mailbox(address)
    with open_ledger(settings.root) as ledger, ledger.lease(settings.name, now):
        edition = _approved(settings, ledger, which)
        row = _row(edition, box, ledger) if edition else None
        if row is not None and row.outcome is Outcome.SERVED and not which.again:
            return Reply(row.outcome, f"has {row.edition} already; to send it once more: --again")
        if row is not None:
            ledger.outbox.retry(row.number, now, even_served=which.again)
            (done,) = attempt([ledger.outbox.get(row.number)], settings, ledger, now, say)
            return Reply(done.outcome, done.answer)
        sent = going(edition, ledger) if edition else unrecorded(_built(settings, now, say), settings, now)
        _check(sent, settings)
        parcel = sent.parcel(Way.MAIL, box.address, _token(sent, box.address))
        with carriers(settings) as carrier:
            return carry(parcel, Way.MAIL, carrier, settings)


def draft(settings: Settings, now: datetime, which: Which, address: str, say: Say) -> Path:
    """Write the mail of an edition as a file (.eml) for a person to open and send; give where. Nothing is noted.

    It is for everybody, or for `address` alone. Raises AddressError, DeliveryError, OutputError.
    """
    box = mail.mailbox(address) if address else None
    with open_ledger(settings.root) as ledger:
        edition = _approved(settings, ledger, which)
        if edition:
            sent, folder = going(edition, ledger), settings.root / edition.folder
        else:
            built = _built(settings, now, say)
            sent, folder = unrecorded(built, settings, now), built.placed[0].path.parent
    _check(sent, settings)
    bcc = settings.email.bcc if settings.email else ()
    return place_new(folder / f"{sent.key.replace('/', '-')}.eml", sent.draft(_token(sent, address), bcc, box))


def _edition(settings: Settings, ledger: Ledger, now: datetime, which: Which, say: Say) -> Edition:
    edition = _approved(settings, ledger, which)
    if edition and (which.number or which.again or settings.schedule or _is_open(edition, ledger)):
        return edition
    built = _built(settings, now, say)
    is_same = edition and edition.record == built.record
    if edition and (is_same or (settings.new.excerpts and not has_news(built.brief, ledger))):
        return edition
    return add(built, settings, ledger, now)


def _approved(settings: Settings, ledger: Ledger, which: Which) -> Edition | None:
    """Give the edition that is meant; None where there is none yet and one may be built. Raises DeliveryError."""
    if which.number is not None:
        edition = ledger.editions.find(f"{settings.name}/{which.number}")
        if edition.state is not State.APPROVED:
            raise DeliveryError(edition.key, f"its state is “{edition.state}”; only what is approved is sent")
        return edition
    editions = ledger.editions.of(settings.name)
    newest = next((each for each in editions if each.state in {State.APPROVED, State.HELD}), None)
    if newest and newest.state is State.HELD:
        why = f"it waits for approval: briefgen approve {settings.path}; an earlier edition goes with --edition"
        raise DeliveryError(newest.key, why)
    if newest is None and settings.schedule and settings.schedule.review:
        raise DeliveryError(
            settings.name, "nothing is approved, and its config wants a review: briefgen run-due builds"
        )
    return newest


def _is_open(edition: Edition, ledger: Ledger) -> bool:
    return any(each.outcome is not Outcome.SERVED for each in ledger.outbox.of(edition.key))


def _row(edition: Edition, box: Mailbox, ledger: Ledger) -> Delivery | None:
    rows = (each for each in ledger.outbox.of(edition.key) if each.recipient.way is Way.MAIL)
    return next((each for each in rows if each.recipient.address.casefold() == box.address.casefold()), None)


def _built(settings: Settings, now: datetime, say: Say) -> Built:
    built = build(settings, now.astimezone().date(), settings.root / OUT)
    for warning in built.doubts:
        say(f"warning: {warning}")
    return built


def _check(sent: Going, settings: Settings) -> None:
    if objections := sent.objections(settings):
        words = "; ".join(each.words for each in objections)
        raise DeliveryError(sent.key, f"not sent, since it does not verify: {words}")


def _token(sent: Going, address: str) -> str:
    """Name a message that no delivery of the ledger is for."""
    return sha256(f"{sent.key} {sent.when.isoformat()} aside {address}".encode()).hexdigest()[:32]
