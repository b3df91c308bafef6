"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from briefgen.brief.assembling import assemble, beside, cited
from briefgen.brief.grounds import Chosen
from briefgen.brief.timeline import timeline, weeks

__all__ = [
    "Chosen",
    "assemble",
    "beside",
    "cited",
    "timeline",
    "weeks",
]
