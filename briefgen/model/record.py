"""The public record of a brief: what travels inside a file, or is kept of it. A claim, until its texts are at hand."""

from dataclasses import dataclass

from briefgen.model.brief import excerpt_id
from briefgen.model.place import Span


@dataclass(frozen=True, slots=True)
class Recorded:
    """An excerpt as a record tells of it, its `words` as a reader saw them.

    `note` are the words of its citation, `line` those of the source line that was printed under it (empty for none),
    `said` what it tells of who speaks in it.
    """

    excerpt: str
    number: int
    document: str
    span: Span
    words: str
    note: str = ""
    line: str = ""
    said: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether its id is that of its document and span: else somebody has changed one of the three."""
        return self.excerpt == excerpt_id(self.document, self.span)


@dataclass(frozen=True, slots=True)
class Record:
    """What a brief says of itself: its name, its title, its day (ISO 8601), and its excerpts."""

    name: str
    title: str
    as_of: str
    excerpts: tuple[Recorded, ...]
