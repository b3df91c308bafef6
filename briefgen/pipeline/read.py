"""`read`: what briefgen sees in a file, without keeping any of it."""

from dataclasses import dataclass
from pathlib import Path

from briefgen import sources
from briefgen.errors import UnreadableError
from briefgen.model.source import Block, Document, Work
from briefgen.pipeline.intake.taking import understand


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
    """Read one source, which may lie in a container, with its row of the nearest table of works from here down to it.

    Raises UnreadableError.
    """
    unread = sources.locate(path)
    reading = unread.read()
    if not reading.text:
        raise UnreadableError(str(path), f"holds sources and is none itself; name one, such as {_first_in(path)}")
    tables, libraries = sources.Tables([Path.cwd()]), sources.Libraries([Path.cwd()])
    row = tables.row_of(path)
    found = understand(reading.text, reading.hints, sources.merge(row, reading.work))
    said = (reading.work, found.work)
    return Seen(
        path=str(path),
        sha256=unread.sha256,
        document=Document.from_text(reading.text),
        work=sources.merge(row, libraries.work_of(path, sources.merge(*said)), *said),
        blocks=found.blocks,
        warnings=(*reading.warnings, *found.warnings(str(path)), *map(str, tables.mistakes)),
    )


def _first_in(path: Path) -> str:
    """Give the path of the first source in a container that has words."""
    held = sources.sources_in(sources.load_bytes(path, sources.CONTAINER_LIMIT), str(path))
    return next((each.path for each in held if each.path != str(path)), "nothing")
