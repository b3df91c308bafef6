"""Scores of whole articles: BM25, neighbours of the question near one another, and relevance feedback."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.rank.asked import rarity
from briefgen.rank.weights import ARTICLE_B, ARTICLE_K1, NEAR, WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Held:
    """One article: its stems that carry meaning, counted, and where each thing asked for stands.

    `places` holds for each of the things asked for, in their order, the numbers of its words, in order.
    """

    stems: Counter[str]
    places: tuple[tuple[int, ...], ...]


def articles(held: Sequence[Held], rarities: Sequence[float], weights: Weights = WEIGHTS) -> tuple[float, ...]:
    """Score articles against one another; `rarities` are those of the things asked for.

    BM25 counts each thing asked for as one word, whatever its other names. Two neighbours of the question that stand
    near one another count as a word more (the unordered windows of Metzler and Croft 2005). Then the commonest words of
    the best articles are asked for too: RM3, the relevance model of Lavrenko and Croft 2001 mixed with the question
    (Abdul-Jaleel and others 2004), an article telling by its score over its rank. Of articles of one score, the one
    passed in first tells first.
    """
    norms = _norms(held)
    parts = [_gains((len(each.places[k]) for each in held), weight, norms) for k, weight in enumerate(rarities)]
    for k in range(len(rarities) - 1):
        near = [_pairs(each.places[k], each.places[k + 1]) for each in held]
        parts.append(_gains(near, weights.pairs * rarity(len(held), sum(map(bool, near))), norms))
    scores = _sum(parts, len(held))
    told = [
        _gains((each.stems[stem] for each in held), share * rare, norms)
        for stem, share, rare in _learned(held, scores, weights)
    ]
    mixed = weights.feedback * len(rarities)
    more = _sum(told, len(held))
    return tuple(
        round((1 - weights.feedback) * own + mixed * other, 6) for own, other in zip(scores, more, strict=True)
    )


def _norms(held: Sequence[Held]) -> list[float]:
    """Give for each article how much its length weighs against what stands in it."""
    lengths = [each.stems.total() for each in held]
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    return [ARTICLE_K1 * (1 - ARTICLE_B + ARTICLE_B * length / mean) for length in lengths]


def _gains(counts: Iterable[int], weight: float, norms: Sequence[float]) -> list[float]:
    return [weight * n * (ARTICLE_K1 + 1) / (n + norm) for n, norm in zip(counts, norms, strict=True)]


def _sum(parts: Sequence[Sequence[float]], length: int) -> list[float]:
    return [sum(each) for each in zip(*parts, strict=True)] if parts else [0.0] * length


def _pairs(one: Sequence[int], other: Sequence[int]) -> int:
    """Count the words of `one` that have one of `other` near them."""
    if not other:
        return 0
    return sum(bisect_left(other, at - NEAR) < bisect_left(other, at + NEAR + 1) for at in one)


def _learned(held: Sequence[Held], scores: Sequence[float], weights: Weights) -> list[tuple[str, float, float]]:
    """Give the words that the best articles tell: stem, share of all that they tell, rarity.

    A word of one article alone tells nothing of the others. Ties go to the word that stands first.
    """
    best = sorted((i for i, score in enumerate(scores) if score), key=lambda i: -scores[i])[: weights.told]
    shares: dict[str, float] = {}
    for number, i in enumerate(best, start=1):
        length = held[i].stems.total()
        for stem, count in held[i].stems.items():
            shares[stem] = shares.get(stem, 0.0) + scores[i] / number * count / length
    holding = {stem: sum(stem in each.stems for each in held) for stem in shares}
    told = sorted((stem for stem in shares if holding[stem] > 1), key=lambda stem: -shares[stem])[: weights.learned]
    total = sum(shares[stem] for stem in told)
    return [(stem, shares[stem] / total, rarity(len(held), holding[stem])) for stem in told]
