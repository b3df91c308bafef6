"""What time it is: nothing below the command line asks."""

import os
from datetime import UTC, datetime

from briefgen.errors import MomentError

NOW = "BRIEFGEN_NOW"
"""The variable of the environment that says what time it is, for tests and trials."""


def now() -> datetime:
    """Give the moment that it is, in UTC. Raises MomentError for a BRIEFGEN_NOW that is none."""
    words = os.environ.get(NOW)
    if not words:
        return datetime.now(UTC)
    try:
        return datetime.fromisoformat(words).astimezone(UTC)
    except (ValueError, OverflowError):
        raise MomentError(NOW, words) from None
