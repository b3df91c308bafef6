"""Progress of long work, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SLOW, OFTEN = 0.5, 0.1
"""Seconds after which work is long enough to be shown, and between two drawings of it."""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to call with (done, total); it draws one line on standard error, wiped at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    drawn = 0.0

    def show(done: int, total: int) -> None:
        nonlocal drawn
        spent = time.monotonic() - started
        if spent < max(SLOW, drawn + OFTEN):
            return
        drawn = spent
        rate = done / spent
        left = f", {(total - done) / rate:.0f} s left" if done else ""
        _draw(f"{done:,} of {total:,} files, {rate:,.0f} a second{left}")

    try:
        yield show
    finally:
        if drawn:
            _draw("")


def _draw(line: str) -> None:
    """Put a line of our own in the place of the last one, past what keeps the words of others from doing so."""
    real = sys.__stderr__
    if real is not None:
        real.write(f"\r\x1b[K{line}")
        real.flush()
