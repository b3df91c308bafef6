"""A text that quotations are looked for in: exactly, but for typography, and by likeness."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
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
        return next(self._alike(Part(words)), None)

    def abridged(self, parts: Sequence[Part]) -> Span | None:
        """Give a place from the first of `parts` to the last, each as near to the one before it as it must be."""
        reached: list[Span] = []
        for at, part in enumerate(parts):
            standing = self._alike(part)
            reached = list(_after(reached, standing, part.within) if at else standing)
        return next(iter(reached), None)

    def nearest(self, words: str) -> "Like | None":
        """Give the place that is most like `words`, with how much of them stands there; None where nothing does."""
        like = self._held.nearest(words)
        return replace(like, span=widened(self.text, like.span)) if like else None

    def _alike(self, part: Part) -> Iterator[Span]:
        """Give each place where `part` stands but for typography, in order.

        Where there is none, a hyphen that ends a line within a word counts as the line's.
        """
        wanted = plain(display(part.words)).text.strip()
        place = None
        for place in self._standing(wanted, part, self._plain):
            yield place
        if place is None and self._unbroken:
            yield from self._standing(wanted, part, self._unbroken)

    def _standing(self, wanted: str, part: Part, form: Plain) -> Iterator[Span]:
        at = form.text.find(wanted) if wanted else -1
        while at >= 0:
            span = self._span(form, at, at + len(wanted))
            if self._fits(part, span):
                yield span
            at = form.text.find(wanted, at + 1)

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


def _after(reached: Sequence[Span], places: Iterable[Span], within: int) -> Iterator[Span]:
    """Give those `places` that stand behind what is reached, near enough, each with the way to it; both in order."""
    ends = [span.end for span in reached]
    for place in places:
        at = bisect_right(ends, place.start) - 1
        if at >= 0 and place.start - ends[at] <= within:
            yield Span(reached[at].start, place.end)
