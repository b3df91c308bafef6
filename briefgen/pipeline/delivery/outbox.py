"""The outbox, tried: whatever is due of a brief's deliveries."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime, timedelta

from briefgen import deliver
from briefgen.deliver import Carrier, Means, Parcel, Reply
from briefgen.errors import DeliveryError
from briefgen.ledger import Ledger
from briefgen.model.edition import Delivery, Outcome, Way
from briefgen.model.settings import Settings
from briefgen.pipeline.delivery.parcels import going
from briefgen.pipeline.outputs import place_new

DELAYS = tuple(timedelta(minutes=each) for each in (1, 5, 15, 30, 60, 120, 240, 480, *(720,) * 7))
"""How long a delivery waits after its first try, its second, and so on: four days in all (RFC 5321, 4.5.4.1)."""
_MB = 1_000_000


def push(settings: Settings, ledger: Ledger, now: datetime, say: Callable[[str], None]) -> tuple[Delivery, ...]:
    """Try every delivery of the brief that is due, and give them as they stand afterwards.

    The caller holds the lease of the brief. What an edition sends is verified first; what does not verify is not sent,
    and waits. `say` is told, a line each, what a person should know. Raises DeliveryError for an edition that does not
    verify, when the others have been tried.
    """
    return attempt(ledger.outbox.waiting(settings.name, now), settings, ledger, now, say)


def put_off(brief: str, why: str, ledger: Ledger, now: datetime) -> tuple[Delivery, ...]:
    """Let what is due of a brief that cannot be sent wait once more, as after a try, and give it as it then stands."""
    rows = ledger.outbox.waiting(brief, now)
    for row in rows:
        if ledger.outbox.take(row.number, now):
            _note(row, Reply(Outcome.WAITING, why), ledger, now)
    return tuple(ledger.outbox.get(row.number) for row in rows)


def attempt(
    rows: Iterable[Delivery], settings: Settings, ledger: Ledger, now: datetime, say: Callable[[str], None]
) -> tuple[Delivery, ...]:
    """Try these deliveries, whenever they are due; else as `push`."""
    editions: dict[str, list[Delivery]] = {}
    for row in rows:
        editions.setdefault(row.edition, []).append(row)
        if row.outcome is Outcome.SENDING:
            address = row.recipient.address
            say(f"{row.edition} to {address}: the last run ended while it was sent; it goes again as the same message")
    unproved: list[str] = []
    with carriers(settings) as carrier:
        for key, due in editions.items():
            sent = going(ledger.editions.find(key), ledger)
            if objections := sent.objections(settings):
                unproved += [f"{key}: {each.words}" for each in objections]
                continue
            for row in due:
                parcel = sent.parcel(row.recipient.way, row.recipient.address, row.token)
                # A kill after this leaves it to be sent again, under the same name.
                if ledger.outbox.take(row.number, now):
                    _note(row, carry(parcel, row.recipient.way, carrier, settings), ledger, now)
    if unproved:
        raise DeliveryError(settings.name, f"not sent, since it does not verify: {'; '.join(unproved)}")
    return tuple(ledger.outbox.get(row.number) for due in editions.values() for row in due)


@contextmanager
def carriers(settings: Settings) -> Iterator[Callable[[Way], Carrier]]:
    """Give what gives the carrier of a way: it is opened when it is first needed, and closed at the end."""
    server = settings.email.server if settings.email else None
    means = Means(lambda: deliver.access(server, os.environ), place_new)
    opened: dict[Way, Carrier] = {}
    with ExitStack() as stack:

        def carrier(way: Way) -> Carrier:
            if way not in opened:
                opened[way] = stack.enter_context(closing(deliver.DELIVERERS[way](means)))
            return opened[way]

        yield carrier


def carry(parcel: Parcel, way: Way, carrier: Callable[[Way], Carrier], settings: Settings) -> Reply:
    """Carry a parcel, unless it is larger than the config lets a mail be: that is said before anything is sent."""
    most = settings.email.largest_mb if settings.email else 0
    if way is Way.MAIL and most and len(parcel.message) > most * _MB:
        words = f"the mail has {len(parcel.message) / _MB:.1f} MB and may have {most}; nothing was sent"
        return Reply(Outcome.REFUSED, f"{words}. Attach less, or raise largest_mb: and let it be tried again")
    return carrier(way).carry(parcel)


def _note(row: Delivery, reply: Reply, ledger: Ledger, now: datetime) -> None:
    """Note how a try ended, and when the next one is; after the last, the delivery is given up."""
    wait = DELAYS[row.attempts] if row.attempts < len(DELAYS) else None
    if reply.outcome is Outcome.WAITING and wait is None:
        reply = Reply(Outcome.REFUSED, f"given up after {row.attempts + 1} tries: {reply.words}")
    ledger.outbox.note(row.number, reply.outcome, now, reply.words, now + wait if wait else None)
