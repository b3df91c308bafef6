"""What is asked of an article, and how rare it is in the scope."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.place import Span
from briefgen.model.source import Passage


@dataclass(frozen=True)
class Sought:
    """A facet or a word of the question, in one article: how rare it is, and where it stands in the text, in order."""

    label: str
    rarity: float
    spans: tuple[Span, ...]
    is_titled: bool = False

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each of the spans begins."""
        return tuple(span.start for span in self.spans)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a topic asks of one article: its facets and the words of its question.

    `standing` says how well the whole article answers beside the best one, 0 to 1.
    """

    facets: tuple[Sought, ...] = ()
    question: tuple[Sought, ...] = ()
    standing: float = 0.0


def rarity(documents: int, holding: int) -> float:
    """Give the inverse document frequency of what stands in `holding` of the scope's documents.

    It never falls below log 2: what every source of a desk speaks of is still what the desk asked for.
    """
    return math.log(1 + documents / max(1, holding))


def paragraphs(passages: Sequence[Passage]) -> dict[int, Span]:
    """Give where each paragraph begins and ends."""
    found: dict[int, Span] = {}
    for each in passages:
        start = found[each.paragraph].start if each.paragraph in found else each.span.start
        found[each.paragraph] = Span(start, each.span.end)
    return found
