"""How many independent origins say what an excerpt says, and which.

A sentence says the same as another if it holds most of what the other says, its content words weighed by how rare they
are among the articles of the topic, and every number of it; what says that something is not so is said again only by
what denies too. Documents of one family are one origin.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefgen import select
from briefgen.pipeline.evidence.shelf import Read

SAME = 0.8
"""The share of a sentence's content that another holds which says the same. Of the pairs that
`benchmarks/corroboration.py` prints, read one by one, 34 of 37 say the same at .8, and 51 of 73 at .7."""
_NOT = re.compile(r"\b(?:not|never|no|nor|cannot|without)\b|n[’']t\b", re.IGNORECASE)
_DENIES = re.compile(rf"{_NOT.pattern}|\b(?:den(?:y|ied|ies)|refus|reject|fail|lack)", re.IGNORECASE)
FEWEST = 3
"""With fewer content words, a sentence says too little to be said again."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of another origin that says the same: which one of which document, and how much of it (0..1)."""

    document: str
    number: int
    share: float


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
        found = self.echoes(candidate.document, self._said(candidate))
        if any(_NOT.search(self._words(candidate.document, number)) for number in self._own(candidate)):
            found = tuple(each for each in found if _DENIES.search(self._words(each.document, each.number)))
        return tuple(each.document for each in found)

    def echoes(self, document: str, said: frozenset[str], least: float = SAME) -> tuple[Echo, ...]:
        """Give of each further origin the sentence that says most of `said`, and `least` of it, the likest first.

        `said` are the content words of a sentence of `document`.
        """
        if len(said) < FEWEST:
            return ()
        own = self._origin(document)
        best: dict[str, Echo] = {}
        whole = self._weight(said)
        for other, number in self._near(said, whole, least):
            origin, stems = self._origin(other), self._reads[other].contents[number]
            echo = Echo(other, number, self._weight(said & stems) / whole)
            if origin != own and echo.share >= least and _numbers(said) <= stems:
                best[origin] = min(best.get(origin, echo), echo, key=_likest)
        return tuple(sorted(best.values(), key=_likest))

    def _said(self, candidate: select.Candidate) -> frozenset[str]:
        return frozenset().union(*(candidate.stems[number - candidate.first] for number in self._own(candidate)))

    def _own(self, candidate: select.Candidate) -> Sequence[int]:
        """Give the numbers of the sentences that are a candidate's own, and ask nothing."""
        passages = self._reads[candidate.document].passages if candidate.document in self._reads else ()
        return [
            number
            for number in range(candidate.first, candidate.last + 1)
            if passages and candidate.core.contains(passages[number].span)
            if not asks(self._words(candidate.document, number))
        ]

    def _words(self, document: str, number: int) -> str:
        read = self._reads[document]
        return read.passages[number].span.of(read.source.document.text)

    def _near(self, said: frozenset[str], whole: float, least: float) -> Sequence[tuple[str, int]]:
        """Give the sentences that hold one of the rarest words of `said`: without these, `least` is not reached."""
        left, found = whole, dict[tuple[str, int], None]()
        for stem in sorted(said, key=lambda each: (-self._rarities.get(each, 1.0), each)):
            if left < least * whole:
                break
            left -= self._rarities.get(stem, 1.0)
            found.update(dict.fromkeys(self._holding.get(stem, ())))
        return tuple(found)

    def _weight(self, stems: frozenset[str]) -> float:
        return math.fsum(self._rarities.get(stem, 1.0) for stem in stems)


def asks(words: str) -> bool:
    """Say whether a sentence asks: then it says nothing that others could say too."""
    return words.rstrip('”"’»」』').endswith(("?", "？"))


def _likest(echo: Echo) -> tuple[float, str, int]:
    return (-echo.share, echo.document, echo.number)


def _numbers(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if any(map(str.isdigit, stem)))
