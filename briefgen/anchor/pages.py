"""A text that quotations are looked for in: exactly, but for typography, and by likeness."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.anchor import places
from briefgen.model.place import Span
from briefgen.text import display
from briefgen.typography import Plain, plain
from briefgen.words import is_unspaced

if TYPE_CHECKING:
    from briefgen.anchor.likeness import Held, Like


class Page:
    """A canonical text. What several looks need of it is made once."""

    def __init__(self, text: str) -> None:
        self.text = text

    def exact(self, words: str) -> Span | None:
        """Give the first place where whole `words` stand, runs of white space counting as one space."""
        return next(self.places(words), None)

    def places(self, words: str) -> Iterator[Span]:
        """Give each place where whole `words` stand, in order."""
        return (span for span in places(self.text, words) if is_whole(self.text, span.start, span.end))

    def typographic(self, words: str, start: int = 0, *, is_part: bool = False) -> Span | None:
        """Give the first place from `start` where `words` stand but for typography.

        `is_part` also takes words that begin or end within a word of the text.
        """
        wanted = plain(display(words)).text.strip()
        held = self._plain.text
        at = held.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            span = self._span(at, end)
            if span.start >= start and (is_part or is_whole(held, at, end)):
                return span
            at = held.find(wanted, at + 1)
        return None

    def abridged(self, parts: tuple[str, ...], within: int) -> Span | None:
        """Give the place from the first of `parts` to the last; between two stand at most `within` characters."""
        first = self.typographic(parts[0], is_part=True)
        spans = [first] if first else []
        for part in parts[1:]:
            following = self.typographic(part, spans[-1].end, is_part=True) if spans else None
            if following is None or following.start - spans[-1].end > within:
                return None
            spans.append(following)
        return Span(spans[0].start, spans[-1].end) if spans else None

    def nearest(self, words: str) -> "Like | None":
        """Give the place that is most like `words`, with how much of them stands there; None where nothing does."""
        return self._held.nearest(words)

    @cached_property
    def _plain(self) -> Plain:
        return plain(self.text)

    @cached_property
    def _held(self) -> "Held":
        from briefgen.anchor.likeness import Held  # noqa: PLC0415 - only words that stand nowhere need it

        return Held(self.text)

    def _span(self, start: int, end: int) -> Span:
        """Give the part of the text that a part of its plain form stands for, without white space at its edges."""
        begin, stop = self._plain.start(start), self._plain.end(end)
        held = self.text[begin:stop]
        begin += len(held) - len(held.lstrip())
        return Span(begin, begin + len(held.strip()))


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a part of a text begins and ends where words do; scripts without spaces do not tell."""
    return not (_cuts(text, start) or _cuts(text, end))


def _cuts(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return before.isalnum() and after.isalnum() and not (is_unspaced(before) or is_unspaced(after))
