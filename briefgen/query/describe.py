"""A query read back in plain words."""

from briefgen.model.query import And, Dates, Field, Not, Or, Prefix, Query, Term
from briefgen.query.terms import bare


def describe(query: Query) -> str:
    """Say in plain words what a query wants: "Russia and (North Korea or China)"."""
    match query:
        case And(parts):
            return " and ".join(_inner(part, And) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part, Or) for part in parts)
        case Not(part):
            return f"not {_inner(part, Not)}"
        case Term():
            return _term(query)
        case Dates(since, until):
            return _dates(str(since or ""), str(until or ""))
    return f'words beginning with "{query.letters}"' if isinstance(query, Prefix) else _field(query)


def _inner(query: Query, outer: type) -> str:
    words = describe(query)
    return f"({words})" if isinstance(query, And | Or) and type(query) is not outer else words


def _term(term: Term) -> str:
    first, words = term.phrases[0], bare(term.label)
    if first.literal:
        return f'just "{words}"'
    if first.slop:
        return f'"{words}" with at most {first.slop} other word{"s" * (first.slop > 1)} between'
    return words


def _field(field: Field) -> str:
    return f'{field.name} "{field.words}"'


def _dates(since: str, until: str) -> str:
    if since == until:
        return f"published on {since}" if since else "of a known date"
    return "published" + (f" from {since}" if since else "") + (f" up to {until}" if until else "")
