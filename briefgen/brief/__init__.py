"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from briefgen.brief.assembling import FEWEST_KEY_POINTS, MOST_KEY_POINTS, assemble, beside, cited, key_points
from briefgen.brief.grounds import Chosen
from briefgen.brief.timeline import timeline, weeks

__all__ = [
    "FEWEST_KEY_POINTS",
    "MOST_KEY_POINTS",
    "Chosen",
    "assemble",
    "beside",
    "cited",
    "key_points",
    "timeline",
    "weeks",
]
