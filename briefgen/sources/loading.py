"""The bytes of a file, as long as there are not too many."""

import os
from pathlib import Path
from stat import S_ISREG

from briefgen.errors import UnreadableError

LIMIT = 20_000_000
"""No source may be larger (bytes)."""


CONTAINER_LIMIT = 200_000_000
"""No file that holds several sources may be larger (bytes)."""


def load_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """Give the bytes of the file at `path`, all of one moment.

    Raises UnreadableError: missing, no file, larger than `limit`, not permitted, or never the same twice.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(str(path), "is a folder" if path.is_dir() else "is no ordinary file")
        if status.st_size > limit:
            raise UnreadableError(str(path), too_large(status.st_size, limit))
        return _steady(path, limit)
    except (OSError, ValueError) as error:
        raise UnreadableError(str(path), _reason(error)) from error


def _steady(path: Path, limit: int) -> bytes:
    """Read a file again if it changed while it was read; who writes it is often done a moment later."""
    for _ in range(2):
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            data = file.read(limit + 1)
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise UnreadableError(str(path), "changes while it is read; read it again when it is whole")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return getattr(error, "strerror", None) or str(error)


def too_large(size: int, limit: int = LIMIT) -> str:
    """Say that so many bytes are too many."""
    return f"has {size / 1e6:,.0f} MB; the limit is {limit / 1e6:,.0f} MB"
