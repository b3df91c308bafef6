"""The outbox, tried: whatever is due of a brief's deliveries."""

from collections.abc import Callable
from datetime import datetime

from briefgen.ledger import Ledger
from briefgen.model.edition import Delivery
from briefgen.model.settings import Settings


def push(settings: Settings, ledger: Ledger, now: datetime, say: Callable[[str], None]) -> tuple[Delivery, ...]:
    """Try every delivery of the brief that is due, and give them as they stand afterwards.

    The caller holds the lease of the brief. What an edition sends is verified first; what does not verify is not sent,
    and waits. `say` is told, a line each, what a person should know. Raises DeliveryError where nothing can be tried at
    all: an edition that does not verify, or a config that no longer says how to send.
    """
    raise NotImplementedError
