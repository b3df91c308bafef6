"""Origins, not outlets: which documents tell one story from one origin.

A family is one origin: copies and near-copies (MinHash), one story of a news agency as two outlets print it, what says
of itself that it re-tells another, and the versions of one work at one address.
"""

from briefgen.origins.families import families
from briefgen.origins.links import outlet
from briefgen.origins.tracing import trace

__all__ = ["families", "outlet", "trace"]
