"""What a query asks of an index: which rows may answer it, and which of its leaves say how well.

Nothing here calls itself: a tree may be as deep as it likes.
"""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from briefgen.model.query import And, Dates, Field, Not, Or, Prefix, Query, Term

Leaf = Term | Prefix | Field | Dates

Rows = AbstractSet[int] | None
"""Rows of the index; None is every row."""


def rows_for(query: Query, look: Callable[[Leaf], Rows]) -> Rows:
    """Give the rows that may answer `query`; `look` gives those of a leaf. What NOT excludes is for the matcher."""
    done: list[Rows] = []
    for node in reversed(list(_nodes(query))):
        match node:
            case And(parts):
                done.append(_every([done.pop() for _ in parts]))
            case Or(parts):
                done.append(_any([done.pop() for _ in parts]))
            case Not():
                done.append(None)
            case _:
                done.append(look(node))
    return done.pop()


def wanted(query: Query) -> tuple[Term | Prefix, ...]:
    """Give the words that a query wants, each leaf once, in its order."""
    return tuple(dict.fromkeys(node for node in _nodes(query) if isinstance(node, Term | Prefix)))


def _nodes(query: Query) -> Iterator[Query]:
    """Give the nodes of a tree, each before its parts, and nothing of what NOT holds."""
    pending = [query]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, And | Or):
            pending.extend(reversed(node.parts))


def _every(parts: list[Rows]) -> Rows:
    narrow = sorted((rows for rows in parts if rows is not None), key=len)
    return frozenset(narrow[0]).intersection(*narrow[1:]) if narrow else None


def _any(parts: list[Rows]) -> Rows:
    rows = [part for part in parts if part is not None]
    return frozenset().union(*rows) if len(rows) == len(parts) else None
