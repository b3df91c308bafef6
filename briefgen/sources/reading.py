"""Readers: bytes to canonical text, what is sure of its structure, and what the file says of its work."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module

from briefgen.errors import UnreadableError
from briefgen.model.place import Span
from briefgen.model.source import Block, Role, Work
from briefgen.sources.loading import LIMIT, too_large
from briefgen.sources.recognising import Kind, recognise
from briefgen.text import canonicalise


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file.

    `text` is canonical; `hints` are the blocks whose roles are sure, in order and not overlapping; `work` holds what
    the file says of its work, each field with its basis; `warnings` are sentences for the user, each naming the file;
    `pages` are the spans of its pages in order, for a file that has pages.
    """

    text: str
    hints: tuple[Block, ...] = ()
    work: Work = field(default_factory=Work)
    warnings: tuple[str, ...] = ()
    pages: tuple[Span, ...] = ()


Reader = Callable[[bytes, str], Reading]
"""Reads bytes; the name is what warnings and errors call the file. Raises UnreadableError."""


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
    from briefgen.sources.pieces import Piece, joined  # noqa: PLC0415 - as above

    source = plain(data, name)
    start = source.hints[0].span.end if source.hints else 0
    try:
        pieces = [*markdown.pieces(source.text[start:])]
    except RecursionError:
        why = f"{name} has more emphasis within emphasis than can be read as Markdown; it was read as plain text"
        return replace(source, warnings=(*source.warnings, why))
    if start:
        pieces.insert(0, Piece(Role.BOILERPLATE, source.text[:start].strip()))
    text, hints = joined(pieces)
    if not text.strip():
        raise UnreadableError(name, "holds no words")
    return Reading(text, hints, source.work, source.warnings)


_OWN: dict[Kind, Reader] = {Kind.TEXT: plain, Kind.MARKDOWN: marked}
_LATER = {
    Kind.HTML: "briefgen.sources.html",
    Kind.PDF: "briefgen.sources.pdf",
    Kind.WORD: "briefgen.sources.word",
    Kind.MAIL: "briefgen.sources.mail",
    Kind.ENTRY: "briefgen.sources.feeds",
    Kind.ROW: "briefgen.sources.exports",
}
"""Where the other readers are, each called `read`; their libraries load where one is asked for."""


def reader(kind: Kind) -> Reader | None:
    """Give the reader of what has words of its own; None for what only holds other sources."""
    if kind in _LATER:
        _OWN[kind] = import_module(_LATER[kind]).read
    return _OWN.get(kind)


def read(data: bytes, name: str) -> Reading:
    """Read a file that is one source; what else it holds (the attachments of a mail) is left aside.

    Raises UnreadableError where nothing can be made of the bytes.
    """
    kind = recognise(data, name)
    found = reader(kind)
    if found is None:
        raise UnreadableError(name, f"is {kind}: it holds sources and is none itself")
    return bounded(found, data, name)


def bounded(reader: Reader, data: bytes, name: str) -> Reading:
    """Read within bounds: of size, of depth, and of memory where the process has one. Raises UnreadableError only."""
    if len(data) > LIMIT:
        raise UnreadableError(name, too_large(len(data)))
    try:
        return reader(data, name)
    except RecursionError as error:
        raise UnreadableError(name, "is nested deeper than can be read") from error
