"""`read`: what briefgen sees in a file, without keeping any of it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from briefgen import sources
from briefgen.model.source import Block, Document, Work
from briefgen.pipeline.ingest import understand


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
    reading = sources.read(data, str(path))
    tables = sources.Tables([Path.cwd()])
    blocks, work = understand(reading.text, reading.hints, reading.work, tables.row_of(path))
    return Seen(
        path=str(path),
        sha256=sha256(data).hexdigest(),
        document=Document.from_text(reading.text),
        work=work,
        blocks=blocks,
        warnings=(*reading.warnings, *map(str, tables.mistakes)),
    )
