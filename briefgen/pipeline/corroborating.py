"""How many independent origins say what an excerpt says, and which.

A sentence says the same as another if it holds most of what the other says, its content words weighed by how rare they
are among the articles of the topic, and every number of it. Documents of one family are one origin.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from briefgen import select
from briefgen.pipeline.shelf import Read

SAME = 0.7
"""The share of a sentence's content that another holds which says the same. Of the pairs found for two topics among 118
news articles, read by a person, six of seven say the same at .7, about half of 27 at .5."""
FEWEST = 3
"""With fewer content words, a sentence says too little to be said again."""


class Voices:
    """The sentences of a topic's articles, by the words that they hold."""

    def __init__(self, reads: Sequence[Read], origin: Callable[[str], str], rarities: Mapping[str, float]) -> None:
        self._reads = {read.source.document.id: read for read in reads}
        self._origin, self._rarities = origin, rarities
        self._holding: dict[str, list[tuple[str, int]]] = {}
        for document, read in self._reads.items():
            for number, stems in enumerate(read.contents):
                for stem in stems:
                    self._holding.setdefault(stem, []).append((document, number))

    def others(self, candidate: select.Candidate) -> tuple[str, ...]:
        """Give a document of each further origin that says what the candidate's own sentence says, the likest first."""
        said = self._said(candidate)
        if len(said) < FEWEST:
            return ()
        own = self._origin(candidate.document)
        best: dict[str, tuple[float, str]] = {}
        whole = self._weight(said)
        for document, number in self._near(said, whole):
            origin, stems = self._origin(document), self._reads[document].contents[number]
            share = self._weight(said & stems) / whole
            if origin != own and share >= SAME and _numbers(said) <= stems:
                best[origin] = min(best.get(origin, (0.0, "")), (-share, document))
        return tuple(document for _, document in sorted(best.values()))

    def _said(self, candidate: select.Candidate) -> frozenset[str]:
        passages = self._reads[candidate.document].passages if candidate.document in self._reads else ()
        held = range(candidate.first, candidate.last + 1)
        own = [
            stems
            for i, stems in zip(held, candidate.stems, strict=True)
            if passages and candidate.core.contains(passages[i].span)
        ]
        return frozenset().union(*own)

    def _near(self, said: frozenset[str], whole: float) -> Sequence[tuple[str, int]]:
        """Give the sentences that hold one of the rarest words of `said`: without any of these, SAME is not reached."""
        left, found = whole, dict[tuple[str, int], None]()
        for stem in sorted(said, key=lambda each: (-self._rarities.get(each, 1.0), each)):
            if left < SAME * whole:
                break
            left -= self._rarities.get(stem, 1.0)
            found.update(dict.fromkeys(self._holding.get(stem, ())))
        return tuple(found)

    def _weight(self, stems: frozenset[str]) -> float:
        return math.fsum(self._rarities.get(stem, 1.0) for stem in stems)


def _numbers(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if any(map(str.isdigit, stem)))
