"""Files put in place: atomically, and never over a person's work."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.ledger import Ledger

ABANDONED = 3600
"""Seconds after which a temporary file that nobody renamed is nobody's."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a file was put, and which file of a person's was kept, if any."""

    path: Path
    kept: Path | None = None


def place(wanted: Path, data: bytes, ledger: Ledger) -> Placed:
    """Put `data` at `wanted`, or beside it with a suffix if a person has changed the file there since.

    The bytes are written to a temporary file of the same folder and renamed, so that a reader never sees half a file
    and a kill at any point leaves what was there. Whose the file is that stands there is looked at last, right before.
    Raises OutputError.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        with _part(wanted, data) as part:
            path = next(path for path in _names(wanted) if _is_ours(path, sha256, ledger))
            ledger.writes(path, sha256)
            part.replace(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(str(wanted), f"cannot be written: {why}; earlier files are as they were") from error
    return Placed(path, wanted if path != wanted else None)


def place_new(wanted: Path, data: bytes) -> Path:
    """Put `data` at `wanted`, or beside it with a suffix where something else stands; give where.

    Where just these bytes stand already, nothing is written. Raises OutputError.
    """
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        with _part(wanted, data) as part:
            for path in _names(wanted):
                with suppress(FileExistsError):
                    _put(part, path)
                    return path
                if path.is_file() and path.read_bytes() == data:
                    return path
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(str(wanted), f"cannot be written: {why}") from error
    raise AssertionError("names do not end")


def place_once(wanted: Path, data: bytes) -> Path:
    """Put `data` at `wanted`, where nothing else stands: beside it, it would be of no use. Raises OutputError."""
    if os.path.lexists(wanted) and not (wanted.is_file() and wanted.read_bytes() == data):
        raise OutputError(str(wanted), "another file stands there; move it away, or write into another folder")
    return place_new(wanted, data)


def _put(part: Path, path: Path) -> None:
    """Put a file where nothing stands; FileExistsError where something does."""
    try:
        os.link(part, path)  # in one step, and never over a file that is there
    except FileExistsError:
        raise
    except OSError:
        # Some shared drives know no links: the name is taken first, and then the file put under it.
        path.open("xb").close()
        part.replace(path)


def _names(wanted: Path) -> Iterator[Path]:
    """Give the names to try: `russia.docx`, then `russia-2.docx`, then `russia-3.docx`, and so on."""
    yield wanted
    number = 2
    while True:
        yield wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1


def _is_ours(path: Path, sha256: str, ledger: Ledger) -> bool:
    """Say whether `path` may be written: nothing is there, or just these bytes, or bytes that we wrote."""
    if path.is_symlink() or not path.exists():
        return not path.is_symlink()
    if not path.is_file():
        return False
    with path.open("rb") as file:
        standing = hashlib.file_digest(file, "sha256").hexdigest()
    return standing == sha256 or ledger.wrote(path, standing)


@contextmanager
def _part(wanted: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside `wanted` that holds `data`, on the disk; it is gone afterwards unless it was renamed."""
    _sweep(wanted)
    handle, name = tempfile.mkstemp(prefix=f".{wanted.name}.", suffix=".part", dir=wanted.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        yield Path(name)
    finally:
        with suppress(OSError):
            Path(name).unlink()


def _sweep(wanted: Path) -> None:
    """Delete what a process that was killed left beside `wanted`: what is so old that nobody is writing it."""
    for part in wanted.parent.glob(f".{escape(wanted.name)}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > ABANDONED:
                part.unlink()
