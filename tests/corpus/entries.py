"""Entries and queries for corpus tests, made by hand and generated."""

from datetime import date

from hypothesis import strategies as st

from briefgen.corpus import Entry, Stamp
from briefgen.model.place import Span
from briefgen.model.query import And, Dates, Field, Not, Or, Phrase, Prefix, Term
from briefgen.model.source import Appearance, Block, Document, Published, Role, Source, Work
from briefgen.text import canonicalise
from briefgen.words import stems, tokens


def entry(path, *parts, work=None, said=None, warnings=(), hints=(), sha256="00", stamp=(10, 20, 21, 5, 30), rules="1"):
    """An entry whose blocks are these (role, text) pairs, or paragraphs, with a blank line between them."""
    text, blocks = "", []
    for part in parts:
        role, words = part if isinstance(part, tuple) else ("paragraph", part)
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), Role(role)))
        text += words
    document = Document.from_text(text)
    source = Source(document, tuple(blocks), Appearance(document.id, path, sha256, work or Work()))
    return Entry(Stamp(*stamp), "text 1", tuple(hints), said or Work(), tuple(warnings), rules, source)


def frequencies(scope, asked):
    """In how many documents of a scope each of these stems stands."""
    return {stem: scope.holding(Term(stem, (Phrase((stem,)),))) for stem in asked}


_WORDS = """
north korea Korea koreas KOREA us US U.S. U.S.S.R. EU eu 3,824.5 3824 talks talking talk of the treaty Strait
北朝鮮 日本 日本政府は 核 중국 Москва москвы Россия naïve Straße STRASSE İstanbul ΑΘΉΝΑ
re-opened it's “quoted” ^us =us +us a_b x²
"""
WORDS = _WORDS.split()

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join),
    st.text(max_size=30).map(canonicalise),
)
published = st.sampled_from(["2022", "2022-03", "2022-03-06", "2024-01-01T10:00+09:00"]).map(Published)
works = st.builds(
    Work,
    title=st.one_of(st.just(""), texts),
    author=st.sampled_from(["", "Ada Quill", "Bo Reed; Ada Quill"]),
    publisher=st.sampled_from(["", "Port Times", "The Port"]),
    agency=st.sampled_from(["", "Port Press"]),
    published=st.none() | published,
)
parts = st.lists(
    st.tuples(st.sampled_from(["title", "heading", "paragraph", "list", "boilerplate"]), texts), max_size=4
)


def folder(names="abcdef"):
    """Some paths with what stands there."""
    made = st.tuples(parts, works)
    return st.dictionaries(st.sampled_from(names), made, max_size=len(names)).map(
        lambda files: [entry(name, *said, work=work) for name, (said, work) in files.items()]
    )


def _phrase(text, slop, literal):
    words = tuple(text[t.start : t.end].lower() for t in tokens(text)) if literal else stems(text)
    return Phrase(words or ("korea",), slop, literal)


phrases = st.builds(
    _phrase,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.sampled_from([0, 0, 1, 3]),
    st.booleans(),
)
hostile = st.builds(
    Phrase, st.lists(st.text(max_size=4), min_size=1, max_size=3).map(tuple), st.integers(-1, 3), st.booleans()
)
terms = st.builds(
    Term,
    st.just("term"),
    st.lists(phrases | hostile, min_size=1, max_size=3).map(tuple),
    st.lists(phrases, max_size=1).map(tuple),
)
days = st.none() | st.dates(date(2021, 12, 1), date(2024, 2, 1))
leaves = st.one_of(
    terms,
    terms,
    st.builds(
        Prefix, st.sampled_from(["ko", "3,8", "u", "u.", "日", "м", "i", "", '"', "=", "a b"]) | st.text(max_size=3)
    ),
    st.builds(
        Field,
        st.sampled_from(["publisher", "author"]),
        st.sampled_from(["port", "The Port", "press", "quill", "ada reed"]),
    ),
    st.builds(Dates, days, days),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)
