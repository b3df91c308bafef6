"""What time it is: nothing below the command line asks."""

import os
from datetime import UTC, datetime

from briefgen.errors import MomentError

NOW = "BRIEFGEN_NOW"
"""The variable of the environment that says what time it is, for tests and trials."""

_FIRST, _LAST = 1900, 9900
"""Years that schedules can be looked at in, fifty years back and ahead."""


def now() -> datetime:
    """Give the moment that it is, in UTC. Raises MomentError for a BRIEFGEN_NOW that is none."""
    words = os.environ.get(NOW)
    if not words:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(words).astimezone(UTC)
    except (ValueError, OverflowError):
        raise MomentError(NOW, words) from None
    if not _FIRST < moment.year < _LAST:
        raise MomentError(NOW, words)
    return moment
