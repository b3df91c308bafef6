"""What goes with a topic: words and names that stand in its sentences far oftener than in all others.

Measured by the log-likelihood ratio of a word's two frequencies (Dunning, "Accurate Methods for the Statistics of
Surprise and Coincidence", Computational Linguistics 19(1), 1993), which holds for rare words too. A sentence counts a
word once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.text import display
from briefgen.words import is_stop, is_unspaced, tokens

SURE = 10.83
"""The ratio that chance reaches once in a thousand times (chi-square, one degree of freedom)."""
FEWEST = 2
"""In so many sentences of the topic a term must stand."""
_SHORTEST = 3
"""Shorter words are no terms."""

_WORD = r"[A-ZÀ-ÖØ-ÞЀ-Я][\w'’-]{0,40}"
_NAME = re.compile(rf"{_WORD}(?:(?: (?:of|the|for)){{0,2}} {_WORD}){{1,5}}")
_SHORT_FORM = re.compile(rf"((?:{_WORD}|of|and|the|for)(?: (?:{_WORD}|of|and|the|for)){{1,7}}) \(([A-Z]{{2,8}})\)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that goes with a topic: "name", "word" or "alias" (of `whole`, which it stands for in a text).

    `here` and `elsewhere` count the sentences of the topic and the others that hold it, `ratio` is the log-likelihood.
    """

    term: str
    kind: str
    here: int
    elsewhere: int
    ratio: float
    whole: str = ""


def terms(sentences: Iterable[tuple[str, bool]], known: frozenset[str] = frozenset()) -> tuple[Suggestion, ...]:
    """Give what goes with a topic, the surest first.

    `sentences` are words for display, and whether they are of the topic; `known` are stems that the topic asks for
    already: a term made of nothing else is no news.
    """
    counts = {True: _Counts(), False: _Counts()}
    for words, is_ours in sentences:
        counts[is_ours].add(words)
    ours, others = counts[True], counts[False]
    found = [
        Suggestion(ours.shown(term), kind, n, others.terms[term, kind], round(ratio, 2), ours.wholes.get(term, ""))
        for (term, kind), n in ours.terms.items()
        if n >= FEWEST and not _stems(term, kind) <= known
        if (ratio := likelihood(n, ours.total, others.terms[term, kind], others.total)) >= SURE
    ]
    found.sort(key=lambda each: (-each.ratio, each.term))
    return tuple(_shortened(found))


def likelihood(here: int, total: int, elsewhere: int, rest: int) -> float:
    """Give Dunning's -2 log λ for `here` of `total` against `elsewhere` of `rest`; 0 where it is no rarer elsewhere."""
    if not total or not rest or here * rest <= elsewhere * total:
        return 0.0
    whole, held = total + rest, here + elsewhere
    cells = (
        (here, total, held),
        (total - here, total, whole - held),
        (elsewhere, rest, held),
        (rest - elsewhere, rest, whole - held),
    )
    return 2 * math.fsum(n * math.log(n * whole / (row * column)) for n, row, column in cells if n)


class _Counts:
    """The terms of some sentences, each counted once a sentence."""

    def __init__(self) -> None:
        self.total = 0
        self.terms: Counter[tuple[str, str]] = Counter()
        self.wholes: dict[str, str] = {}
        self._forms: dict[str, Counter[str]] = {}

    def add(self, words: str) -> None:
        """Count a sentence."""
        self.total += 1
        held = dict.fromkeys((*self._words(words), *_names(words), *self._aliases(words)))
        self.terms.update(held.keys())

    def shown(self, term: str) -> str:
        """Give a term as it mostly stands in texts."""
        forms = self._forms.get(term)
        return min(forms, key=lambda form: (-forms[form], form)) if forms else term

    def _words(self, words: str) -> Iterator[tuple[str, str]]:
        for token in tokens(words):
            form = words[token.start : token.end]
            if is_unspaced(form) or (len(form) >= _SHORTEST and not is_stop(token.stem) and not form[0].isdigit()):
                self._forms.setdefault(token.stem, Counter())[form] += 1
                yield token.stem, "word"

    def _aliases(self, words: str) -> Iterator[tuple[str, str]]:
        """Give short forms that the sentence explains: "Harbour Safety Board (HSB)"."""
        for match in _SHORT_FORM.finditer(words):
            parts = [word for word in match[1].split() if word[0].isupper()][-len(match[2]) :]
            if "".join(word[0] for word in parts).upper() == match[2]:
                self.wholes[match[2]] = match[1][match[1].index(parts[0]) :]
                yield match[2], "alias"


def _names(words: str) -> Iterator[tuple[str, str]]:
    """Give runs of capitalised words, without a possessive; one alone is a word like others."""
    for match in _NAME.finditer(words):
        yield re.sub(r"['’]s\Z", "", match.group()), "name"


def _stems(term: str, kind: str) -> frozenset[str]:
    return frozenset([term]) if kind == "word" else frozenset(token.stem for token in tokens(term))


def _shortened(found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Leave out words that a surer name or alias holds: "Quill" beside "Ada Quill"."""
    kept: list[Suggestion] = []
    for each in sorted(found, key=lambda one: (one.kind == "word", -one.ratio, one.term)):
        words = display(each.term).casefold().split()
        inside = (one for one in kept if one.kind != "word" and set(words) <= set(one.term.casefold().split()))
        if not any(one.here >= each.here for one in inside):
            kept.append(each)
    yield from sorted(kept, key=lambda one: (-one.ratio, one.term))
