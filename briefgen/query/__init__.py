"""Queries: what a topic asks for, as one small tree, and where an article answers it.

`from_about` and `parse` make the tree from the two ways of writing it; `describe` reads it back in plain words.
`article` indexes a source once; `matches`, `reach` and `sightings` then ask of it what they like. Pure: no engine.
"""

from collections.abc import Sequence

from briefgen.model.query import Entity, Query
from briefgen.query.article import Article, article
from briefgen.query.countries import with_countries
from briefgen.query.describe import describe
from briefgen.query.match import FIELDS, Facet, Reach, facets, is_titled, matches, numbers, reach, sightings
from briefgen.query.question import any_of, from_question
from briefgen.query.terms import from_about

__all__ = [
    "FIELDS",
    "Article",
    "Facet",
    "Reach",
    "any_of",
    "article",
    "describe",
    "facets",
    "from_about",
    "from_question",
    "is_titled",
    "matches",
    "numbers",
    "parse",
    "reach",
    "sightings",
    "with_countries",
]


def parse(query: str, entities: Sequence[Entity] = ()) -> Query:
    """Read a query in Lucene syntax (the classic query parser's, less what has no meaning here).

    Words beside one another are all wanted: the default operator is AND. `AND`, `OR`, `NOT` (in capitals), `+` and `-`,
    brackets, `"phrases"` (curly and CJK quotation marks too), proximity `"a b"~5` (in this order, at most five other
    words between), prefixes `Taiw*`, `publisher:` `author:` and `date:[2024-01-01 TO *]`. OR binds closer than two
    parts that merely stand beside one another, and AND closer than OR. NOT ranges over the whole article, title and
    body. A word or phrase that names one of the `entities` also matches its other names; `=word` and `="two words"` are
    literal: just these words as they stand, in any case.

    Raises QueryError, with the column, for everything outside this grammar.
    """
    from briefgen.query.lucene import parse as parse_lucene  # noqa: PLC0415 - `about` does not pay for the parser

    return parse_lucene(query, entities)
