"""Laws of queries, against a slow matcher that nobody could get wrong."""

from datetime import date

import naive_matcher
import pytest
from hypothesis import given
from hypothesis import strategies as st
from query_sources import source

from briefgen.errors import QueryError
from briefgen.model.query import And, Dates, Entity, Field, Not, Or, Phrase, Prefix, Term
from briefgen.model.source import Published, Work
from briefgen.query import Facet, Reach, article, describe, facets, from_about, matches, parse, reach, sightings
from briefgen.query.article import as_it_stands
from briefgen.words import stems

SAID = ["strait", "straits", "Strait", "sea", "US", "us", "U.S.", "isn't", "anti-ship", "7.5", "台湾", "台湾海峡", "海"]
SAID += ["ミサイル", "북한", "Россия", "России"]
texts = st.lists(st.sampled_from(SAID), max_size=8).map(" ".join)
works = st.builds(
    Work,
    title=texts,
    author=st.sampled_from(["", "Mina Ortega", "Mina Ortega; Jo Sea"]),
    publisher=st.sampled_from(["", "Sea News", "News of the Sea"]),
    published=st.sampled_from([None, *map(Published, ("2023", "2024-02", "2024-02-29", "2024-02-29T23:00-05:00"))]),
)
roles = st.sampled_from(["title", "heading", "paragraph", "quote", "list", "table", "boilerplate", "byline"])
sources = st.builds(lambda parts, work: source(*parts, work=work), st.lists(st.tuples(roles, texts), max_size=5), works)

words = st.lists(st.sampled_from(SAID), min_size=1, max_size=3).map(" ".join)
plain = st.builds(Phrase, words.map(stems))
loose = st.builds(Phrase, words.map(stems), st.integers(1, 4))
literal = st.builds(Phrase, words.map(as_it_stands), literal=st.just(value=True))
phrases = plain | loose | literal
terms = st.builds(
    Term, st.just("x"), st.lists(phrases, min_size=1, max_size=3).map(tuple), st.lists(plain, max_size=2).map(tuple)
)
prefixes = st.sampled_from([Prefix("s"), Prefix("stra"), Prefix("u"), Prefix("台"), Prefix("рос")])
days = st.none() | st.dates(date(2022, 12, 1), date(2024, 4, 1))
leaves = (
    terms
    | prefixes
    | st.builds(Field, st.sampled_from(["author", "publisher"]), st.sampled_from(["sea", "News", "Mina Ortega"]))
    | st.builds(Dates, days, days)
)
queries = st.recursive(
    leaves,
    lambda inner: (
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Not, inner)
    ),
    max_leaves=6,
)


@given(queries, sources)
def test_the_matcher_is_the_naive_one(query, source):
    assert matches(query, article(source)) == naive_matcher.holds(query, source)


@given(queries, sources)
def test_not_is_the_complement(query, source):
    assert matches(Not(query), article(source)) != matches(query, article(source))


@given(queries, sources)
def test_reach_says_whether_the_title_was_needed(query, source):
    with_title, without = naive_matcher.holds(query, source), naive_matcher.holds(query, source, title=False)
    expected = Reach.NOWHERE if not with_title else Reach.BODY if without else Reach.HEADLINE
    assert reach(query, article(source)) is expected


@given(st.lists(terms | prefixes, min_size=1, max_size=3), sources)
def test_sightings_are_where_the_naive_matcher_finds_the_terms(wanted, source):
    found = [(s.start, s.end) for s in sightings(Facet("x", tuple(wanted)), article(source))]
    said = {
        (start + a, start + b)
        for start, part in naive_matcher.blocks(source, title=True)
        if start is not None
        for term in wanted
        for a, b in naive_matcher.places(term, part)
    }
    assert found == sorted(set(found))
    assert set(found) <= said
    assert all(any(a < e and s < b for s, e in found) for a, b in said), "each place is seen, itself or a nearer run"
    assert not any(a <= s and e <= b for s, e in found for a, b in found if (a, b) != (s, e))


@given(queries)
def test_facets_hold_each_wanted_term_once_and_no_other(query):
    wanted = list(_positive(query))
    given = [term for facet in facets(query) for term in facet.terms]
    assert set(given) == set(wanted)
    assert all(len(set(facet.terms)) == len(facet.terms) > 0 for facet in facets(query))


def _positive(query):
    if isinstance(query, Term | Prefix):
        yield query
    for part in query.parts if isinstance(query, And | Or) else ():
        yield from _positive(part)


# What the syntax can say, written out and read again.
labels = words.filter(stems)
written = st.recursive(
    labels.map(lambda text: f'"{text}"')
    | labels.map(lambda text: f'="{text}"')
    | st.tuples(labels, st.integers(1, 9)).map(lambda pair: f'"{pair[0]}"~{pair[1]}')
    | st.sampled_from(["Stra*", "publisher:News", 'author:"Mina Ortega"', "date:2024", "date:[2024-01 TO *]"]),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' AND '.join(parts)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' '.join(parts)})")
        | st.tuples(inner, inner).map(lambda pair: f"({pair[0]} NOT {pair[1]})")
        | st.tuples(inner, inner).map(lambda pair: f"(+{pair[0]} -{pair[1]})")
    ),
    max_leaves=6,
)


def write(query):
    """Write a tree in Lucene syntax, every group in brackets."""
    match query:
        case And(parts):
            return f"({' AND '.join(map(write, parts))})"
        case Or(parts):
            return f"({' OR '.join(map(write, parts))})"
        case Not(part):
            return f"NOT {write(part)}"
        case Term():
            slop = f"~{query.phrases[0].slop}" if query.phrases[0].slop else ""
            return (f'="{query.label[1:]}"' if query.label.startswith("=") else f'"{query.label}"') + slop
        case Field(name, words):
            return f'{name}:"{words}"'
    return f"{query.letters}*" if isinstance(query, Prefix) else f"date:[{query.since or '*'} TO {query.until or '*'}]"


@given(written)
def test_a_tree_written_out_reads_as_the_same_tree(text):
    query = parse(text)
    assert parse(write(query)) == query


@given(written, sources)
def test_a_query_written_out_matches_the_same(text, source):
    assert matches(parse(write(parse(text))), article(source)) == naive_matcher.holds(parse(text), source)


@given(written)
def test_brackets_round_a_query_change_nothing(text):
    assert parse(f"({text})") == parse(text)


SYNTAX = st.lists(
    st.sampled_from([*" ()[]{}\"“”„«»「」:：~^*?+-=!|&<>/\\'", "AND", "OR", "NOT", "TO", "date:", "x", "台"])
)


@given(st.text() | SYNTAX.map("".join) | SYNTAX.map(" ".join))
def test_any_text_is_a_query_or_a_query_error_with_its_column(text):
    query = attempt(parse, text)
    if isinstance(query, QueryError):
        assert 1 <= query.column <= len(text) + 1
        assert query.wrong
        assert query.right
    else:
        assert describe(query)
        assert matches(query, article(source(("paragraph", text)))) in {True, False}


def attempt(read, wanted):
    try:
        return read(wanted)
    except QueryError as error:
        return error


@given(st.lists(st.text() | st.lists(st.text(), max_size=3), max_size=3))
def test_any_about_is_a_query_or_a_query_error(about):
    query = attempt(from_about, about)
    assert query.right if isinstance(query, QueryError) else describe(query)


names = st.lists(words, min_size=1, max_size=3, unique=True)
entities = st.lists(st.builds(lambda ns: Entity(ns[0], tuple(ns[1:])), names), max_size=4).map(tuple)


@given(words, entities, sources)
def test_a_literal_never_matches_an_alias(text, entities, source):
    assert from_about([f"={text}"], entities) == from_about([f"={text}"])
    said = [as_it_stands(part) for _, part in naive_matcher.blocks(source, title=True)]
    stands = any(f" {' '.join(as_it_stands(text))} " in f" {' '.join(part)} " for part in said)
    assert matches(from_about([f"={text}"], entities), article(source)) == stands


@given(words, entities)
def test_a_term_holds_all_names_of_what_it_names_and_shuns_longer_names_of_others(text, entities):
    term = from_about([text], entities)
    own = [entity for entity in entities if text.casefold() in (name.casefold() for name in entity.names)]
    # A Russian case names too, and a Korean word may be written with a space elsewhere.
    cases = [entity for entity in entities if stems(text) in map(stems, entity.names)]
    held = {phrase.words for phrase in term.phrases}
    assert held >= {stems(text), *(stems(n) for e in own for n in e.names)}
    others = held - {stems(text), *(stems(n) for e in (*own, *cases) for n in e.names)}
    assert all("\uac00" <= letter <= "\ud7a3" for words in others for word in words for letter in word)
    assert all(any(_within(phrase.words, longer.words) for phrase in term.phrases) for longer in term.unless)
    assert not term.unless or own or cases


def _within(words, longer):
    return len(words) < len(longer) and any(longer[i : i + len(words)] == words for i in range(len(longer)))


@pytest.mark.parametrize("nested", ["(" * 4000 + "a" + ")" * 4000, "NOT " * 2000 + "a", "-" * 5000 + "a"])
def test_deep_nesting_is_an_error_with_its_column(nested):
    with pytest.raises(QueryError, match="nested too deeply; at most 50 levels"):
        parse(nested)


def test_a_very_long_query_is_read_up_to_the_limit():
    assert len(parse("sea " * 2500).parts) == 2500
    with pytest.raises(QueryError, match="10,001 characters"):
        parse("s" * 10001)
