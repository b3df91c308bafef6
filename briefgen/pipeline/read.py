"""`read`: what briefgen sees in a file, without keeping any of it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefgen import clean, sources
from briefgen.model.source import Block, Document, Work


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as briefgen sees it."""

    path: str
    sha256: str
    document: Document
    work: Work
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...]


def read(path: Path) -> Seen:
    """Read one file, with its row of the nearest table of works from here down to it. Raises UnreadableError."""
    data = sources.load_bytes(path)
    reading = sources.read(data, path.name)
    blocks = clean.mark(reading.text, reading.hints)
    found = clean.describe(reading.text, blocks)
    tables = sources.Tables([Path.cwd()])
    return Seen(
        path=str(path),
        sha256=sha256(data).hexdigest(),
        document=Document.from_text(reading.text),
        work=sources.merge(tables.row_of(path), reading.work, found),
        blocks=blocks,
        warnings=(*reading.warnings, *map(str, tables.mistakes)),
    )
