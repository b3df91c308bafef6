"""Scores of sentences: a sum of named parts, so that `explain` can show why."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model.brief import Reason
from briefgen.model.place import Span
from briefgen.model.source import Passage
from briefgen.rank.asked import Ask, Sought, paragraphs
from briefgen.rank.weights import K1, TYPICAL, WEIGHTS, B, Weights
from briefgen.words import tokens

SHORTEST = 4
"""Words that a sentence must have to be an excerpt."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the reasons for it; `answers` says whether it may be an excerpt at all."""

    passage: Passage
    score: float
    reasons: tuple[Reason, ...]
    answers: bool


def sentences(passages: Sequence[Passage], text: str, ask: Ask, weights: Weights = WEIGHTS) -> tuple[Scored, ...]:
    """Score each passage of one article.

    `Scored.answers` says whether a passage may be an excerpt at all: with facets, one of them stands in the sentence
    and each of the others at least in its paragraph or in the title; without, a word of the question stands in it.
    Where neither is asked for (a query of fields and dates alone), every sentence may.
    """
    wholes = paragraphs(passages)
    return tuple(
        _scored(_Sight(passage, wholes[passage.paragraph], ask), index / len(passages), text, weights)
        for index, passage in enumerate(passages)
    )


class _Sight:
    """One passage, and how often each thing that is asked for stands in it and around it."""

    def __init__(self, passage: Passage, paragraph: Span, ask: Ask) -> None:
        self.passage, self.ask = passage, ask
        self.facets = [_Seen(sought, passage.span, paragraph) for sought in ask.facets]
        self.question = [_Seen(sought, passage.span, paragraph) for sought in ask.question]

    @property
    def answers(self) -> bool:
        """Whether this may be an excerpt, by what it holds."""
        if self.facets:
            return any(each.here for each in self.facets) and all(each.is_near for each in self.facets)
        return not self.question or any(each.here for each in self.question)


class _Seen:
    """One thing asked for, as one sentence sees it: the spans `here`, and how many more are in the paragraph."""

    def __init__(self, sought: Sought, sentence: Span, paragraph: Span) -> None:
        starts = [span.start for span in sought.spans]
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


def _scored(sight: _Sight, depth: float, text: str, weights: Weights) -> Scored:
    length = sum(1 for _ in tokens(sight.passage.span.of(text)))
    parts = (
        _words(sight, length, weights),
        _question(sight.question),
        _nearness(sight.facets),
        Reason("article", sight.ask.standing, f"{sight.ask.standing:.0%} of the best"),
        Reason("place", 1 - depth, f"after {depth:.0%} of the article"),
        Reason("length", _fit(length), f"{length} words"),
    )
    weighed = tuple(
        Reason(part.name, round(part.value * getattr(weights, part.name), 4), part.detail) for part in parts
    )
    return Scored(
        sight.passage,
        round(sum(part.value for part in weighed), 4),
        tuple(part for part in weighed if part.value),
        sight.answers and length >= SHORTEST,
    )


def _words(sight: _Sight, length: int, weights: Weights) -> Reason:
    """BM25F (Robertson, Zaragoza and Taylor 2004) over sentence, paragraph and title; 1 is all that could be had.

    What stands more than once in a field around the sentence counts once there: a long paragraph proves no more. Facets
    and the question have a half each, whatever their numbers of words.
    """
    norm = K1 * (1 - B + B * length / TYPICAL)
    halves = [half for half in (sight.facets, sight.question) if half]
    got = 0.0
    for half in halves:
        best = sum(each.sought.rarity for each in half) * (K1 + 1)
        got += sum(_gain(each, norm, weights) for each in half) / best / len(halves)
    seen = [each for half in halves for each in half if each.here or (each in sight.facets and each.is_near)]
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
