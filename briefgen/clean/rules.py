"""The rules by which an article is found, with their weights: one table, and the experiment that set it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The weights of the rules. A paragraph gains its words; what stands between two paragraphs costs.

    Set by coordinate ascent on two sets of pages as plain text together, 54 news pages of scrapinghub's article
    extraction benchmark and 99 of Readability's test pages, for the mean of both F1 of 4-word shingles: .945 and .892.
    Weights that three quarters of the pages chose from neutral ones gave .908 and .880 on the quarter held out. Of two
    values as good the one of the higher precision was taken. What each rule gains on pages held out is printed by
    `benchmarks/extraction.py`, which leaves out one at a time: `WITHOUT` says how.
    """

    most: int = 40
    """No paragraph counts for more words than this."""
    alone: int = 30
    """What a paragraph loses that stands alone among lines, as a teaser does."""
    titled: int = 10
    """What a sentence loses whose words are nearly all capitalised, as those of headlines are."""
    line: int = 6
    """What a short line costs."""
    item: int = 6
    """What an item of a list costs that is no sentence."""
    furniture: int = 12
    """What a piece of furniture costs."""
    opener: int = 40
    """What the heading of a list of other things costs."""
    gap: int = 60
    """No gap between two paragraphs costs more than this, however long it is (a gallery, a chart)."""
    enough: int = 40
    """A run of this value before a closer is the article; what follows is not."""
    often: int = 4
    """What a text says so often is furniture."""
    row: int = 3
    """Lines of so many words that stand in a row within the article are a list of its own."""
    biography: bool = True
    """Whether a biography of the writer at the end is left out."""
    left_out: frozenset[str] = frozenset()
    """The sections of `phrases.txt` that are not heeded."""


RULES = Rules()

NEVER = 1_000_000
"""A number that no page reaches: what is allowed only from there on is never allowed."""

WITHOUT: dict[str, dict[str, int | bool]] = {
    "a paragraph counts for no more than so many words": {"most": NEVER},
    "a paragraph alone among lines loses": {"alone": 0},
    "a sentence in title case loses": {"titled": 0},
    "lines cost": {"line": 0},
    "items cost": {"item": 0},
    "furniture costs": {"furniture": 0},
    "openers cost": {"opener": 0},
    "no gap costs more than so much": {"gap": NEVER},
    "the article ends before a closer": {"enough": NEVER},
    "what is said often is furniture": {"often": NEVER},
    "lines in a row are a list": {"row": NEVER},
    "a biography at the end is left out": {"biography": False},
}
"""For each rule, what `Rules` are without it."""
