"""Archives and packed files, within bounds: what unpacks to far more than it is is a bomb, and no source."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePath
from typing import IO

from briefgen.errors import UnreadableError
from briefgen.sources.members import Member
from briefgen.sources.recognising import Kind

UNPACKED = 300_000_000
"""Nothing may unpack to more bytes."""
RATIO, FREE = 1_000, 10_000_000
"""Nothing may unpack to so many times its size, beyond bytes that anything may have."""

_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, OSError, EOFError, ValueError, RuntimeError,
    NotImplementedError, KeyError, IndexError, OverflowError,
)  # fmt: skip
_OPEN: Mapping[Kind, Callable[[BytesIO], IO[bytes] | gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File]] = {
    Kind.GZIP: gzip.open,
    Kind.XZ: lzma.open,
    Kind.BZIP2: bz2.open,
}
_JUNK = ("__MACOSX/", ".")
"""How names begin that an archiver adds of its own accord, or that are hidden."""


def unpacked(data: bytes, kind: Kind, name: str) -> tuple[bytes, str]:
    """Give what a packed file holds, and its name without the suffix of packing. Raises UnreadableError."""
    try:
        with _OPEN[kind](BytesIO(data)) as file:
            content = _bounded(file, len(data))
    except _BROKEN as error:
        raise UnreadableError(name, f"is {kind} that is damaged ({_said(error)})") from error
    if content is None:
        raise UnreadableError(name, _bomb())
    path = PurePath(name)
    return content, str(path.with_suffix(".tar" if path.suffix in {".tgz", ".txz", ".tbz2"} else ""))


def unzipped(data: bytes, name: str) -> Iterator[Member]:
    """Give the files in a ZIP archive, in its order; hidden ones are left out. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for each in archive.infolist():
                if not each.is_dir() and not _is_junk(each.filename):
                    yield _zip_member(archive, each)
    except _BROKEN as error:
        raise UnreadableError(name, f"is a ZIP archive that is damaged ({_said(error)})") from error


def _zip_member(archive: zipfile.ZipFile, each: zipfile.ZipInfo) -> Member:
    if each.flag_bits & 1:
        return Member(each.filename, b"", why="is locked with a password")
    if each.file_size > UNPACKED:
        return Member(each.filename, b"", why=_bomb())
    try:
        with archive.open(each) as file:
            return _member(each.filename, _bounded(file, each.compress_size))
    except _BROKEN as error:
        return Member(each.filename, b"", why=f"is damaged in its archive ({_said(error)})")


def untarred(data: bytes, name: str) -> Iterator[Member]:
    """Give the ordinary files in a tar archive, in its order; hidden ones are left out. Raises UnreadableError."""
    try:
        with tarfile.open(fileobj=BytesIO(data), mode="r:") as archive:
            for each in archive:
                if each.isreg() and not _is_junk(each.name) and (file := archive.extractfile(each)):
                    yield _member(each.name, _bounded(file, each.size))
    except _BROKEN as error:
        raise UnreadableError(name, f"is a tar archive that is damaged ({_said(error)})") from error


def _member(name: str, content: bytes | None) -> Member:
    return Member(name, b"", why=_bomb()) if content is None else Member(name, content)


def _bounded(file: IO[bytes] | gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File, size: int) -> bytes | None:
    """Read a file to its end; None where it is more than `size` bytes can be expected to hold."""
    limit = min(UNPACKED, max(FREE, RATIO * size))
    content = file.read(limit + 1)
    return content if len(content) <= limit else None


def _is_junk(name: str) -> bool:
    return name.startswith(_JUNK[0]) or any(part.startswith(".") and part.strip(".") for part in name.split("/"))


def _bomb() -> str:
    return "unpacks to more than any source holds"


def _said(error: BaseException) -> str:
    return str(error).partition("\n")[0][:100] or type(error).__name__
