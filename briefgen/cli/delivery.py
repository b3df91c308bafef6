"""A delivery, for people and as data."""

from briefgen.model.edition import Delivery, Outcome


def line(delivery: Delivery) -> str:
    """Give a delivery as a line for people."""
    due = f", next try {delivery.due:%Y-%m-%d %H:%M} UTC" if delivery.outcome is Outcome.WAITING else ""
    answer = f": {delivery.answer}" if delivery.answer else ""
    return f"{delivery.number}  {delivery.edition}  {delivery.recipient.address}  {delivery.outcome}{due}{answer}"


def plain(delivery: Delivery) -> dict[str, object]:
    """Give a delivery as data."""
    return {
        "number": delivery.number,
        "edition": delivery.edition,
        "way": delivery.recipient.way,
        "to": delivery.recipient.address,
        "outcome": delivery.outcome,
        "due": delivery.due.isoformat(),
        "changed": delivery.changed.isoformat(),
        "attempts": delivery.attempts,
        "token": delivery.token,
        "answer": delivery.answer,
    }
