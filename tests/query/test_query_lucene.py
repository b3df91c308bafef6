"""Lucene syntax: what is read as what, and what is said of everything else."""

from pathlib import Path

import pytest

from briefgen.errors import QueryError
from briefgen.query import describe, parse

HERE = Path(__file__).parent


def cases(name):
    lines = (HERE / name).read_text("utf-8").splitlines()[1:]
    return [(query.removeprefix("> "), said) for query, said in zip(lines[::2], lines[1::2], strict=True)]


@pytest.mark.parametrize(("query", "said"), cases("lucene.txt"))
def test_reads(query, said):
    assert describe(parse(query)) == said


@pytest.mark.parametrize(("query", "said"), cases("wrong.txt"))
def test_refuses(query, said):
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert str(caught.value) == f"query, {said}"
    assert caught.value.query == query
