"""Dates as styles write them: as precisely as is known, never with a time of day."""

from collections.abc import Sequence

from briefgen.model.source import MONTHS, Published

ABBREVIATED = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""The months as MLA (9th ed., appendix 1) and The Bluebook (21st ed., table T12) shorten them."""


def american(published: Published, months: Sequence[str] = MONTHS) -> str:
    """Give "March 6, 2022", "March 2022" or "2022"."""
    first = month_day(published, months)
    return f"{first}{',' if _has_day(published) else ''} {year(published)}".strip()


def european(published: Published, months: Sequence[str] = MONTHS) -> str:
    """Give "6 March 2022", "March 2022" or "2022"."""
    day = f"{published.earliest.day} " if _has_day(published) else ""
    return f"{day}{_month(published, months)} {year(published)}".strip()


def month_day(published: Published, months: Sequence[str] = MONTHS) -> str:
    """Give what stands beside the year: "March 6", "March" or nothing."""
    day = f" {published.earliest.day}" if _has_day(published) else ""
    return f"{_month(published, months)}{day}"


def year(published: Published) -> str:
    """Give the year alone."""
    return str(published.earliest.year)


def _month(published: Published, months: Sequence[str]) -> str:
    return "" if published.precision == "year" else months[published.earliest.month - 1]


def _has_day(published: Published) -> bool:
    return published.precision in {"day", "minute"}
