"""The sources of a scope, for tests to look at."""

from collections.abc import Iterator

from briefgen.corpus import Scope
from briefgen.model.source import Source


def sources_of(scope: Scope) -> Iterator[Source]:
    """Each document once, in the order of the first path at which it appears."""
    for document in dict.fromkeys(each.document for each in scope.appearances()):
        yield scope.source(document)
