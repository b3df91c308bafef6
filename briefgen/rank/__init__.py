"""Scores of sentences and of articles, with their parts, over statistics that are passed in."""

from briefgen.rank.article import Held, articles
from briefgen.rank.asked import Ask, Sought, rarity
from briefgen.rank.sentence import Scored, sentences
from briefgen.rank.weights import WEIGHTS, Weights

__all__ = ["WEIGHTS", "Ask", "Held", "Scored", "Sought", "Weights", "articles", "rarity", "sentences"]
