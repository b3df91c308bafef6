"""The bytes of a file, as long as there are not too many."""

from pathlib import Path
from stat import S_ISREG

from briefgen.errors import UnreadableError

LIMIT = 20_000_000
"""No source may be larger (bytes)."""


def load_bytes(path: Path) -> bytes:
    """Give the bytes of the file at `path`. Raises UnreadableError: missing, no file, too large, or not permitted."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableError(str(path), "is a folder" if path.is_dir() else "is no ordinary file")
        if status.st_size > LIMIT:
            raise UnreadableError(str(path), too_large(status.st_size))
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(str(path), _reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return getattr(error, "strerror", None) or str(error)


def too_large(size: int) -> str:
    """Say that so many bytes are too many."""
    return f"has {size / 1e6:,.0f} MB; the limit is {LIMIT / 1e6:,.0f} MB"
