"""Which candidates become excerpts: the best ones that say something new, within a budget.

Greedy maximal marginal relevance (Carbonell and Goldstein 1998): each choice is the candidate whose score, less what it
repeats and less a little for each excerpt its document already has, is highest. Ties go to the document's id, then to
the place in it, so the result never depends on the order of reading.
"""

from briefgen.select.candidate import Candidate, Missed, Place, Selection, share
from briefgen.select.choosing import MOST, WORTH, choose
from briefgen.select.hearing import ANSWERS, OWN_WORDS, Parties, Room, hear
from briefgen.select.indexed import Indexed
from briefgen.select.joining import settle
from briefgen.select.likeness import Compared, likeness, rarity

__all__ = [
    "ANSWERS",
    "MOST",
    "OWN_WORDS",
    "WORTH",
    "Candidate",
    "Compared",
    "Indexed",
    "Missed",
    "Parties",
    "Place",
    "Room",
    "Selection",
    "choose",
    "hear",
    "likeness",
    "rarity",
    "settle",
    "share",
]
