"""The weights of the ranking, all of them, each with the experiment that set it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a score counts at most, and the constants within the parts.

    The experiments are `benchmarks/evidence.py` with one weight changed: its ablation prints what each part is worth.
    S is sentence selection (average precision on KILL and on ARREST), T topic retrieval (mean average precision). Where
    several values did as well, within what chance does on so few questions, the roundest was taken.

    | weight | is | set by |
    |---|---|---|
    | `words` | BM25F of a sentence over what is asked for | S: the unit of the others |
    | `question` | the share of the question's words that it holds | S: .5 to 1 best |
    | `nearness` | how close the facets stand | S: .5 to 1 best on KILL, no matter on ARREST |
    | `article` | how well its article answers | S: .1 to .4 alike; for a question alone it must tell articles apart |
    | `place` | how early it stands | S: nothing either way; kept small, since in news the first say most |
    | `length` | whether it has an ordinary length | S: nothing either way; a brief is read, and scraps are not |
    | `paragraph`, `title` | a word there as a share of one in the sentence | S: .1 to .3 alike |
    | `pairs` | neighbours of the question near one another in an article | T: .1 to .3 best |
    | `feedback` | the share of the score that is the words of the best articles | T: .2 to .4 best, .5 harms |
    | `told`, `learned` | how many best articles, how many of their words | T: 3 to 10, 20 to 60 alike |
    """

    words: float = 3.0
    question: float = 2.0
    nearness: float = 2.5
    article: float = 1.0
    place: float = 0.15
    length: float = 0.3
    paragraph: float = 0.2
    title: float = 0.2
    pairs: float = 0.2
    feedback: float = 0.3
    told: int = 5
    learned: int = 40


WEIGHTS = Weights()

K1, B = 1.2, 0.75
"""BM25's constants for sentences, the usual ones (Robertson and Zaragoza 2009, section 3)."""

TYPICAL = 24.0
"""Words of a typical sentence: BM25's mean length, and the length below which a sentence says little."""

ARTICLE_K1, ARTICLE_B = 1.5, 0.75
"""BM25's constants for whole articles."""

NEAR = 8
"""Words from one to the next at most for a pair, stop words counted."""
