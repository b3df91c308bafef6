"""A text that quotations are looked for in: exactly, but for typography, and by likeness."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefgen.anchor import places
from briefgen.anchor.edges import cuts, is_whole, widened
from briefgen.model.place import Span
from briefgen.text import display
from briefgen.typography import Plain, plain

if TYPE_CHECKING:
    from briefgen.anchor.likeness import Held, Like

_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n[^\S\n]*(?=[^\W\d_])")
_NO_WIDTH = "\u2060"
_TRIES = 50
"""Places at most of the rarest part of a quotation from which the other parts are looked for."""


class Part(NamedTuple):
    """A part of a quotation with omissions. A frayed edge may stand within a word.

    In its source it stands at most `within` characters behind the part before it.
    """

    words: str
    is_frayed_before: bool = False
    is_frayed_after: bool = False
    within: int = 0


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

    def caseless(self, words: str) -> Span | None:
        """Give the first place where whole `words` stand, whatever letters are capitals."""
        found = places(self.text, words, has_case=False)
        return next((span for span in found if is_whole(self.text, span.start, span.end)), None)

    def typographic(self, words: str) -> Span | None:
        """Give the first place where whole `words` stand but for typography."""
        return next(self.alike(words), None)

    def alike(self, words: str) -> Iterator[Span]:
        """Give each place where whole `words` stand but for typography."""
        part = Part(words)
        wanted = _wanted(part)
        found = ((form, at) for form in self._forms() for at in self._standing(wanted, part, form))
        return (self._span(form, at, at + len(wanted)) for form, at in found)

    def abridged(self, parts: Sequence[Part]) -> Span | None:
        """Give a place from the first of `parts` to the last, each as near to the one before it as it must be."""
        wanted = [_wanted(part) for part in parts]
        for form in self._forms():
            rarest = min(range(len(parts)), key=lambda at: form.text.count(wanted[at]))
            for at in islice(self._standing(wanted[rarest], parts[rarest], form), _TRIES):
                start = self._first(parts[: rarest + 1], wanted, form, at)
                end = None if start is None else self._last(parts[rarest:], wanted[rarest:], form, at)
                if start is not None and end is not None:
                    return self._span(form, start, end)
        return None

    def _first(self, parts: Sequence[Part], wanted: Sequence[str], form: Plain, start: int) -> int | None:
        """Give where the first of `parts` begins in a form if the last begins at `start`, each the nearest there is."""
        for at in range(len(parts) - 2, -1, -1):
            low = max(start - parts[at + 1].within - len(wanted[at]), 0)
            before = next(self._standing(wanted[at], parts[at], form, low, start, is_backward=True), None)
            if before is None:
                return None
            start = before
        return start

    def _last(self, parts: Sequence[Part], wanted: Sequence[str], form: Plain, start: int) -> int | None:
        """Give where the last of `parts` ends in a form if the first begins at `start`, each the nearest there is."""
        end = start + len(wanted[0])
        for part, said in zip(parts[1:], wanted[1:], strict=True):
            after = next(self._standing(said, part, form, end, end + part.within + len(said)), None)
            if after is None:
                return None
            end = after + len(said)
        return end

    def nearest(self, words: str) -> "Like | None":
        """Give the place that is most like `words`, with how much of them stands there; None where nothing does."""
        like = self._held.nearest(words)
        return replace(like, span=widened(self.text, like.span)) if like else None

    def _forms(self) -> Iterator[Plain]:
        """Give the text in plain form; then, if it has such, with hyphens that end lines within words as the lines'."""
        yield self._plain
        if self._unbroken:
            yield self._unbroken

    def _standing(
        self, wanted: str, part: Part, form: Plain, low: int = 0, high: int | None = None, *, is_backward: bool = False
    ) -> Iterator[int]:
        """Give each offset in a form where the `wanted` words of a part stand, within bounds, forward or backward."""
        find = form.text.rfind if is_backward else form.text.find
        at = find(wanted, low, high) if wanted else -1
        while at >= 0:
            if self._fits(part, self._span(form, at, at + len(wanted))):
                yield at
            low, high = (low, at + len(wanted) - 1) if is_backward else (at + 1, high)
            at = find(wanted, low, high)

    def _fits(self, part: Part, span: Span) -> bool:
        if not (part.is_frayed_before or part.is_frayed_after):
            return is_whole(self.text, span.start, span.end)
        is_begun = part.is_frayed_before or not cuts(self.text, span.start)
        return is_begun and (part.is_frayed_after or not cuts(self.text, span.end))

    @cached_property
    def _plain(self) -> Plain:
        return plain(self.text)

    @cached_property
    def _unbroken(self) -> Plain | None:
        """The plain form without hyphens at ends of lines; what stands for them has no width. None if there is none."""
        unbroken = _BROKEN.sub(lambda found: _NO_WIDTH * len(found.group()), self.text)
        return None if unbroken == self.text else plain(unbroken)

    @cached_property
    def _held(self) -> "Held":
        from briefgen.anchor.likeness import Held  # noqa: PLC0415 - only words that stand nowhere need it

        return Held(self.text)

    def _span(self, form: Plain, start: int, end: int) -> Span:
        """Give the part of the text that a part of a plain form stands for, without white space at its edges."""
        begin, stop = form.start(start), form.end(end)
        held = self.text[begin:stop]
        begin += len(held) - len(held.lstrip())
        return Span(begin, begin + len(held.strip()))


def _wanted(part: Part) -> str:
    return plain(display(part.words)).text.strip()
