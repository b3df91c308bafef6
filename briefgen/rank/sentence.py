"""Scores of sentences: a sum of named parts, so that `explain` can show why."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.brief import Reason
from briefgen.model.place import Span
from briefgen.model.source import Passage
from briefgen.rank.asked import Ask, Sought, paragraphs
from briefgen.rank.weights import K1, TYPICAL, WEIGHTS, B, Weights

SHORTEST = 4
"""Words that a sentence must have to be an excerpt."""


@dataclass(frozen=True)
class Scored:
    """A passage of `length` words and what is asked of it, with its score and the reasons for it.

    These are worked out when they are asked for: most passages of an article do not answer. `depth` is the share of the
    article that stands before it.
    """

    passage: Passage
    paragraph: Span
    depth: float
    length: int
    ask: Ask
    weights: Weights

    @cached_property
    def facets(self) -> tuple["_Seen", ...]:
        """How often each facet stands in it and around it."""
        return tuple(_Seen(sought, self.passage.span, self.paragraph) for sought in self.ask.facets)

    @cached_property
    def question(self) -> tuple["_Seen", ...]:
        """How often each word of the question does."""
        return tuple(_Seen(sought, self.passage.span, self.paragraph) for sought in self.ask.question)

    @property
    def answers(self) -> bool:
        """Whether it may be an excerpt at all."""
        return self.length >= SHORTEST and self._holds

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return round(sum(reason.value for reason in self.reasons), 4)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The parts of the score, each by its weight, without those that are nothing."""
        parts = (
            _words(self, self.weights),
            _question(self.question),
            _nearness(self.facets),
            Reason("article", self.ask.standing, f"{self.ask.standing:.0%} of the best"),
            Reason("place", 1 - self.depth, f"after {self.depth:.0%} of the article"),
            Reason("length", _fit(self.length), f"{self.length} words"),
        )
        weighed = (
            Reason(part.name, round(part.value * getattr(self.weights, part.name), 4), part.detail) for part in parts
        )
        return tuple(part for part in weighed if part.value)

    @property
    def _holds(self) -> bool:
        if self.facets:
            return any(each.here for each in self.facets) and all(each.is_near for each in self.facets)
        return not self.question or any(each.here for each in self.question)


def sentences(
    passages: Sequence[Passage], lengths: Sequence[int], ask: Ask, weights: Weights = WEIGHTS
) -> tuple[Scored, ...]:
    """Score each passage of one article; `lengths` are their words.

    `Scored.answers` says whether a passage may be an excerpt at all: with facets, one of them stands in the sentence
    and each of the others at least in its paragraph or in the title; without, a word of the question stands in it.
    Where neither is asked for (a query of fields and dates alone), every sentence may.
    """
    wholes = paragraphs(passages)
    return tuple(
        Scored(passage, wholes[passage.paragraph], index / len(passages), length, ask, weights)
        for index, (passage, length) in enumerate(zip(passages, lengths, strict=True))
    )


class _Seen:
    """One thing asked for, as one sentence sees it: the spans `here`, and how many more are in the paragraph."""

    def __init__(self, sought: Sought, sentence: Span, paragraph: Span) -> None:
        starts = sought.starts
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        self.sought = sought
        self.here = sought.spans[first:last]
        self.around = bisect_left(starts, paragraph.end) - bisect_left(starts, paragraph.start) - len(self.here)

    @property
    def is_near(self) -> bool:
        """Whether it stands in the sentence, its paragraph or the title."""
        return bool(self.here or self.around or self.sought.is_titled)

    @property
    def place(self) -> str:
        """Say where it stands."""
        if self.here:
            return self.sought.label
        return f"{self.sought.label} in the {'paragraph' if self.around else 'title'}"


def _words(scored: Scored, weights: Weights) -> Reason:
    """BM25F (Robertson, Zaragoza and Taylor 2004) over sentence, paragraph and title; 1 is all that could be had.

    What stands more than once in a field around the sentence counts once there: a long paragraph proves no more. Facets
    and the question have a half each, whatever their numbers of words.
    """
    norm = K1 * (1 - B + B * scored.length / TYPICAL)
    halves = [half for half in (scored.facets, scored.question) if half]
    got = 0.0
    for half in halves:
        best = sum(each.sought.rarity for each in half) * (K1 + 1)
        got += sum(_gain(each, norm, weights) for each in half) / best / len(halves)
    seen = [each for half in halves for each in half if each.here or (each in scored.facets and each.is_near)]
    return Reason("words", min(1.0, got), ", ".join(dict.fromkeys(each.place for each in seen)))


def _gain(seen: _Seen, norm: float, weights: Weights) -> float:
    times = len(seen.here) + weights.paragraph * bool(seen.around) + weights.title * seen.sought.is_titled
    return seen.sought.rarity * times * (K1 + 1) / (times + norm)


def _question(question: Sequence[_Seen]) -> Reason:
    total = sum(each.sought.rarity for each in question)
    held = [each.sought for each in question if each.here]
    share = sum(each.rarity for each in held) / total if total else 0.0
    return Reason("question", share, ", ".join(each.label for each in held))


def _nearness(facets: Sequence[_Seen]) -> Reason:
    """How close the facets of the sentence stand: the shortest stretch that holds one of each, in words of six."""
    if len(facets) < 2 or not all(each.here for each in facets):
        return Reason("nearness", 0.0)
    gap = _shortest([each.here for each in facets]) / 6
    return Reason("nearness", 1 / (1 + gap / 4), f"within {gap:.0f} words")


def _shortest(held: Sequence[Sequence[Span]]) -> int:
    """Give the length in characters of the shortest stretch that holds a span of every facet."""
    marks = sorted((span.start, span.end, facet) for facet, spans in enumerate(held) for span in spans)
    latest: dict[int, int] = {}
    best = marks[-1][1] - marks[0][0]
    for start, end, facet in marks:
        latest[facet] = start
        if len(latest) == len(held):
            best = min(best, end - min(latest.values()))
    return best


def _fit(length: int) -> float:
    """Give 1 for a sentence of ordinary length; very short ones say little, very long ones too much."""
    if length < TYPICAL / 2:
        return length / (TYPICAL / 2)
    return 1.0 if length <= 2 * TYPICAL else 2 * TYPICAL / length
