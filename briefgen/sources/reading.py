"""A table of readers: bytes to canonical text, what is sure of its structure, and what its front matter says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from briefgen.errors import UnknownKeyError, UnreadableError
from briefgen.model.place import Span
from briefgen.model.source import Block, Role, Work
from briefgen.text import canonicalise


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file.

    `text` is canonical; `hints` are the blocks whose roles are sure, in order and not overlapping; `work` holds what
    the front matter says (`Basis.FRONT_MATTER`); `warnings` are sentences for the user, each naming the file.
    """

    text: str
    hints: tuple[Block, ...] = ()
    work: Work = field(default_factory=Work)
    warnings: tuple[str, ...] = ()


Reader = Callable[[bytes, str], Reading]


def plain(data: bytes, name: str) -> Reading:
    """Read plain text. Without front matter, offsets are those of the file's own text. Raises UnreadableError."""
    from briefgen.sources import frontmatter  # noqa: PLC0415 - nothing is read where nothing has changed
    from briefgen.sources.decoding import decode  # noqa: PLC0415 - as above

    decoded = decode(data, name)
    text = canonicalise(decoded.text)
    head = frontmatter.split(text, name)
    body = canonicalise(text[head.end :])
    if not body.strip():
        raise UnreadableError(name, "is empty but for its front matter")
    hints = (Block(Span(0, head.failed), Role.BOILERPLATE),) if head.failed else ()
    return Reading(body, hints, head.work, (*decoded.warnings, *head.warnings))


def marked(data: bytes, name: str) -> Reading:
    """Read Markdown, rendered to the words that a reader of it sees. Raises UnreadableError."""
    from briefgen.sources import markdown  # noqa: PLC0415 - as above

    source = plain(data, name)
    start = source.hints[0].span.end if source.hints else 0
    try:
        pieces = [*markdown.pieces(source.text[start:])]
    except RecursionError:
        why = f"{name} has more emphasis within emphasis than can be read as Markdown; it was read as plain text"
        return replace(source, warnings=(*source.warnings, why))
    if start:
        pieces.insert(0, markdown.Piece(Role.BOILERPLATE, source.text[:start].strip()))
    text, hints = markdown.joined(pieces)
    if not text.strip():
        raise UnreadableError(name, "holds no words")
    return Reading(text, hints, source.work, source.warnings)


READERS: Mapping[str, Reader] = {".txt": plain, ".text": plain, ".md": marked, ".markdown": marked}
"""Readers by the suffix of a file's name, in lower case."""


def read(data: bytes, name: str) -> Reading:
    """Read a file's bytes by the suffix of its `name`.

    Raises UnreadableError where nothing can be made of the bytes, UnknownKeyError where no reader knows the suffix.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        raise UnknownKeyError("reader for files named", suffix, tuple(READERS))
    return READERS[suffix](data, name)
