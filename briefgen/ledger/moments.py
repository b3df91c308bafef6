"""Moments as the ledger keeps them: ISO 8601 in UTC, so that their order is that of the text."""

from datetime import UTC, datetime


def kept(moment: datetime) -> str:
    """Give a moment as text. It must know its zone: ValueError otherwise."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """Give the moment that `kept` wrote."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """Give the moment that `kept` wrote, if there is one."""
    return moment(text) if text else None
