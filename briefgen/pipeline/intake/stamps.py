"""How a file looks from outside, and whether two looks show that it has not changed."""

import time
from dataclasses import replace
from pathlib import Path

from briefgen.corpus import Stamp
from briefgen.errors import UnreadableError

RACY = 2_000_000_000
"""Nanoseconds that the clock of a file system may stand still (FAT: two seconds). A file that had changed as recently
when it was looked at may have changed again without a sign, so its bytes are compared (as git does: "racy git")."""

_INODE = (1 << 63) - 1


def stamp_of(path: Path) -> Stamp:
    """Look at a file from outside. Raises UnreadableError."""
    seen = time.time_ns()
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be looked at") from error
    # SQLite's integers are signed, of 64 bits; some file systems number files beyond.
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _INODE, seen)


def is_settled(before: Stamp, now: Stamp) -> bool:
    """Say whether a file cannot have changed between two looks.

    Size and time of change alone do not tell: a copy may be given the times of what it replaces (`cp -p`, `rsync -t`).
    """
    return replace(before, seen_ns=now.seen_ns) == now and before.mtime_ns < before.seen_ns - RACY
