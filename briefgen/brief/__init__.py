"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from briefgen.brief.assembling import FEWEST_KEY_POINTS, MOST_KEY_POINTS, assemble, cited, key_points, outlet
from briefgen.brief.grounds import Chosen

__all__ = ["FEWEST_KEY_POINTS", "MOST_KEY_POINTS", "Chosen", "assemble", "cited", "key_points", "outlet"]
