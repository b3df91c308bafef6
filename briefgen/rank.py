"""Scores of passages, with their parts, over statistics that are passed in.

A score is a sum of named parts, each a number from 0 to 1 times its weight, so that `explain` can show why. The lexical
part is BM25 (Robertson and Zaragoza 2009, section 3) over the stems of the question and over facets, a facet counting
as one term whatever its aliases.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.model.brief import Reason
from briefgen.model.place import Span
from briefgen.model.source import Passage
from briefgen.words import tokens

WEIGHTS = {"facets": 3.0, "words": 1.5, "question": 1.0, "nearness": 1.0, "place": 0.3, "length": 0.4}
"""How much each part counts at most. Chosen on the sample notes; measured weights are a later matter."""

IN_SENTENCE, IN_PARAGRAPH, IN_TITLE = 1.0, 0.5, 0.4
"""What a facet is worth where it stands. One that stands elsewhere in the article is worth nothing."""

K1, B = 1.2, 0.75
TYPICAL = 24.0
"""Words of a typical sentence: BM25's mean length, and the length below which a sentence says little."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the scope holds: documents, and in how many of them each stem and each facet stands."""

    documents: int
    stems: Mapping[str, int]
    facets: Mapping[str, int]

    def of_stem(self, stem: str) -> float:
        """Give the inverse document frequency of a stem.

        It never falls below log 2: what every source of a desk speaks of is still what the desk asked for.
        """
        return math.log(1 + self.documents / max(1, self.stems.get(stem, 0)))

    def of_facet(self, label: str) -> float:
        """Give the inverse document frequency of a facet, as that of a stem."""
        return math.log(1 + self.documents / max(1, self.facets.get(label, 0)))


@dataclass(frozen=True, slots=True)
class Ask:
    """What a topic asks of one article: its facets with where they stand, and the stems of its question.

    `titled` are the facets that stand in the article's title.
    """

    facets: tuple[tuple[str, tuple[Span, ...]], ...]
    question: tuple[str, ...]
    titled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the reasons for it; `answers` says whether it may be an excerpt at all."""

    passage: Passage
    score: float
    reasons: tuple[Reason, ...]
    answers: bool


def score(passages: Sequence[Passage], text: str, ask: Ask, statistics: Statistics) -> tuple[Scored, ...]:
    """Score each passage of one article.

    `Scored.answers` says whether a passage may be an excerpt at all: with facets, one of them stands in the sentence
    and each of the others at least in its paragraph or in the title; without, a word of the question stands in it.
    Where neither is asked for (a query of fields and dates alone), every sentence may.
    """
    places = _paragraphs(passages, ask)
    return tuple(
        _scored(_Sight(passage, index, len(passages), text, ask, places), statistics)
        for index, passage in enumerate(passages)
    )


@dataclass(frozen=True, slots=True)
class _Sight:
    """One passage with all that its parts are computed from."""

    passage: Passage
    index: int
    count: int
    text: str
    ask: Ask
    paragraphs: Mapping[str, frozenset[int]]


def _paragraphs(passages: Sequence[Passage], ask: Ask) -> dict[str, frozenset[int]]:
    """Give for each facet the paragraphs that it stands in."""
    found = {}
    for label, spans in ask.facets:
        starts = [span.start for span in spans]
        found[label] = frozenset(
            passage.paragraph
            for passage in passages
            if bisect_left(starts, passage.span.start) < bisect_left(starts, passage.span.end)
        )
    return found


def _scored(sight: _Sight, statistics: Statistics) -> Scored:
    span = sight.passage.span
    counts = Counter(token.stem for token in tokens(span.of(sight.text)))
    length = sum(counts.values())
    inside = {label: [s for s in spans if span.contains(s)] for label, spans in sight.ask.facets}
    parts = [
        _facets(sight, inside),
        _words(inside, counts, length, sight.ask.question, statistics),
        _question(counts, sight.ask.question, statistics),
        _nearness(inside),
        Reason("place", 1 - sight.index / max(1, sight.count), f"sentence {sight.index + 1} of {sight.count}"),
        Reason("length", _fit(length), f"{length} words"),
    ]
    weighed = tuple(Reason(part.name, round(part.value * WEIGHTS[part.name], 4), part.detail) for part in parts)
    if inside:
        asked = any(inside.values()) and all(_worth(sight, label, inside) for label in inside)
    else:
        asked = not sight.ask.question or any(counts[stem] for stem in sight.ask.question)
    return Scored(
        sight.passage,
        round(sum(part.value for part in weighed), 4),
        tuple(part for part in weighed if part.value),
        asked and length > 3,
    )


def _facets(sight: _Sight, inside: Mapping[str, Sequence[Span]]) -> Reason:
    worth = {label: _worth(sight, label, inside) for label in inside}
    places = {IN_SENTENCE: "", IN_PARAGRAPH: " in the paragraph", IN_TITLE: " in the title"}
    detail = ", ".join(f"{label}{places[value]}" for label, value in worth.items() if value)
    return Reason("facets", sum(worth.values()) / len(worth) if worth else 0.0, detail)


def _worth(sight: _Sight, label: str, inside: Mapping[str, Sequence[Span]]) -> float:
    if inside[label]:
        return IN_SENTENCE
    if sight.passage.paragraph in sight.paragraphs[label]:
        return IN_PARAGRAPH
    return IN_TITLE if label in sight.ask.titled else 0.0


def _words(
    inside: Mapping[str, Sequence[Span]],
    counts: Mapping[str, int],
    length: int,
    question: Iterable[str],
    statistics: Statistics,
) -> Reason:
    """BM25 of the sentence, brought to 0..1 by what a perfect sentence would have."""
    terms = [(label, statistics.of_facet(label), len(spans)) for label, spans in inside.items()]
    terms += [(stem, statistics.of_stem(stem), counts.get(stem, 0)) for stem in question]
    norm = K1 * (1 - B + B * length / TYPICAL)
    got = sum(weight * n * (K1 + 1) / (n + norm) for _, weight, n in terms if n)
    best = sum(weight * (K1 + 1) for _, weight, _ in terms)
    return Reason("words", got / best if best else 0.0, ", ".join(name for name, _, n in terms if n))


def _question(counts: Mapping[str, int], question: Sequence[str], statistics: Statistics) -> Reason:
    total = sum(statistics.of_stem(stem) for stem in question)
    held = [stem for stem in question if counts.get(stem)]
    share = sum(statistics.of_stem(stem) for stem in held) / total if total else 0.0
    return Reason("question", share, ", ".join(held))


def _nearness(inside: Mapping[str, Sequence[Span]]) -> Reason:
    """How close the facets of the sentence stand: the shortest stretch that holds one of each."""
    held = {label: spans for label, spans in inside.items() if spans}
    if len(held) < 2:
        return Reason("nearness", 0.0)
    gap = _shortest(held) / 6
    return Reason("nearness", 1 / (1 + gap / 8), f"within {gap:.0f} words")


def _shortest(held: Mapping[str, Sequence[Span]]) -> int:
    """Give the length in characters of the shortest stretch that holds a span of every facet."""
    marks = sorted((span.start, span.end, label) for label, spans in held.items() for span in spans)
    latest: dict[str, int] = {}
    best = marks[-1][1] - marks[0][0]
    for start, end, label in marks:
        latest[label] = start
        if len(latest) == len(held):
            best = min(best, end - min(latest.values()))
    return best


def _fit(length: int) -> float:
    """Give 1 for a sentence of ordinary length; very short ones say little, very long ones too much."""
    if length < TYPICAL / 2:
        return length / (TYPICAL / 2)
    return 1.0 if length <= 2 * TYPICAL else 2 * TYPICAL / length


DOCUMENT_K1, DOCUMENT_B = 1.5, 0.75
"""BM25 over whole articles, the usual values."""


def document(article: Counter[str], ask: Ask, mean_length: float, statistics: Statistics) -> float:
    """Score a whole article: BM25 over its stems (`article` counts them) and over the facets of `ask`."""
    length = article.total()
    norm = DOCUMENT_K1 * (1 - DOCUMENT_B + DOCUMENT_B * length / max(1.0, mean_length))
    terms = [(statistics.of_facet(label), len(spans)) for label, spans in ask.facets]
    terms += [(statistics.of_stem(stem), article[stem]) for stem in ask.question]
    return round(sum(weight * n * (DOCUMENT_K1 + 1) / (n + norm) for weight, n in terms if n), 4)
