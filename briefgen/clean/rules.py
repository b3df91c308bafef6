"""The rules by which an article is found, with their weights: one table, and the experiment that set it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The weights of the rules. A paragraph gains its words; what stands between two paragraphs costs.

    Set by coordinate ascent on two sets of pages as plain text together, 54 news pages of scrapinghub's article
    extraction benchmark and 99 of Readability's test pages, for the mean of both F1 of 4-word shingles: .945 and .892.
    Weights that three quarters of the pages chose from neutral ones gave .908 and .880 on the quarter held out. Of two
    values as good the one of the higher precision was taken. What each rule gains on pages held out is printed by
    `benchmarks/extraction.py`, which leaves out one at a time.
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
