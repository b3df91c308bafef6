"""The weights of the ranking, all of them, each with the experiment that set it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a score counts at most, and the constants within the parts.

    The experiments are those of `benchmarks/evidence.py`: S is sentence selection, the average precision on KILL and on
    ARREST (.799 and .802 with all parts); T is topic retrieval, the mean average precision (.777 with all parts). Its
    ablation prints the figure without each part. Where several values did as well, within what chance does on so few
    questions, a round one was taken.

    | weight | is | set by |
    |---|---|---|
    | `words` | BM25F of the sentence over what is asked for | S: .791 and .802 without; 2 to 4 alike |
    | `question` | the share of the question's words that it holds | S: .790 and .791 without; 1 to 3 alike |
    | `nearness` | how close its facets stand | S: .661 and .802 without: whose deed it was shows in it, for KILL |
    | `article` | how well its article answers | S: .789 and .763 without |
    | `place` | how early it stands | S: .802 and .796 without; kept small, since in news the first say most |
    | `length` | whether it has an ordinary length | S: .799 and .798 without; a brief is read, and scraps are not |
    | `paragraph` | a facet elsewhere in the paragraph, as a share of one here | S: .795 and .789 without |
    | `title` | a facet in the title, likewise | S has no titles; as the paragraph |
    | `pairs` | neighbours of the question near one another | T: .742 without; .1 to .3 alike |
    | `feedback` | the share of the score for the words of the best articles | T: .745 without; .2 .760, .3 .769 |
    | `told`, `learned` | how many articles tell how many words | T: 3 to 10 articles, 20 to 60 words alike |
    """

    words: float = 3.0
    question: float = 2.0
    nearness: float = 4.0
    article: float = 1.0
    place: float = 0.15
    length: float = 0.3
    paragraph: float = 0.2
    title: float = 0.2
    pairs: float = 0.2
    feedback: float = 0.4
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
