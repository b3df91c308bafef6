"""Briefs for tests: one made by hand, and generated ones."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from briefgen.model.attribution import Manner, Said
from briefgen.model.brief import (
    Also,
    Brief,
    Citation,
    Event,
    Excerpt,
    Flag,
    Grounds,
    Listed,
    Reason,
    Run,
    Section,
    Week,
    Withheld,
)
from briefgen.model.place import Selector, Span
from briefgen.model.source import FIELDS, Appearance, Basis, Document, Published, Work
from briefgen.model.translation import Translation
from briefgen.text import canonicalise

HARBOUR = Document.from_text(
    "The harbour reopened on Tuesday. Its cranes had stood still for a month.\n\n"
    "Officials counted 14 ships in the roads. They expect more.\n"
)
LETTER = Document.from_text("A letter to the council asks for two ferries. Nobody has answered it yet.\n")


def excerpt(document: Document, words: str, **fields) -> Excerpt:
    """The excerpt of `document` that holds these words."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    prefix, suffix = document.text[max(0, start - 32) : start], document.text[span.end : span.end + 32]
    return Excerpt(document.id, Selector(words, prefix, suffix, span), **{"topic": "port", **fields})


REOPENED = excerpt(
    HARBOUR,
    "The harbour reopened on Tuesday. Its cranes had stood still for a month.",
    number=1,
    paragraph=1,
    score=2.5,
    reasons=(Reason("bm25", 2.0, "harbour"), Reason("place", 0.5)),
    flags=(Flag("relative-date", "on Tuesday"), Flag("undated")),
    translation=Translation("Der Hafen ist seit Dienstag „wieder offen“.", "de", "Ada Quill"),
)
FERRIES = excerpt(LETTER, "A letter to the council asks for two ferries.", number=2, page=3, paragraph=1)
SHIPS = excerpt(HARBOUR, "Officials counted 14 ships in the roads.", number=3, paragraph=2, topic="ships")
MORE = excerpt(HARBOUR, "They expect more.", topic="ships", paragraph=2)

PORT_TIMES = Work(
    title="Harbour open again",
    author="Ada Quill; Bo Reed",
    publisher="Port Times",
    published=Published("2022-03-06T15:45+09:00"),
    url="https://port.example/open",
    original="coast.example",
    note="our own remark",
    grade="B2",
    bases=(("title", Basis.TEXT), ("author", Basis.TABLE)),
)
SEEN = Appearance(HARBOUR.id, "sources/harbour.txt", "ab" * 32, PORT_TIMES)
SEEN_LETTER = Appearance(LETTER.id, "sources/letter.md", "cd" * 32, Work(), (Span(0, 10),))

BRIEF = Brief(
    name="port",
    title="The port this week",
    as_of=date(2026, 11, 22),
    subtitle="Ships and ferries",
    audience="the harbour board",
    handling="TLP:GREEN",
    summary="Ferries are wanted.[^a]\n\n[^a]: By the council.",
    grounds=Grounds(
        documents=2,
        origins=1,
        newest=Published("2022-03-06"),
        oldest=Published("2022"),
        undated=(LETTER.id,),
        retold=(HARBOUR.id,),
        lines=("2 documents from 1 origin.", "1 is undated."),
    ),
    key_points=(REOPENED.id,),
    sections=(
        Section("port", "The port", "Is it open?", "It *is*.", (REOPENED.id,), (FERRIES.id,), ("Thin.",)),
        Section("ships", "Ships", "How many are waiting?"),
    ),
    annex=(SHIPS.id,),
    excerpts=(REOPENED, FERRIES, SHIPS),
    citations=(
        Citation(
            1, REOPENED.id, (Run("Ada Quill and Bo Reed, “Harbour open again,” "), Run("Port Times", italic=True))
        ),
        Citation(2, FERRIES.id, (Run("letter.md, n.d.", url="https://port.example/open"),)),
        Citation(3, SHIPS.id, (Run("Quill and Reed, “Harbour open again,” para. 2."),)),
    ),
    sources=(
        Listed(
            SEEN,
            (Run("Quill, Ada, and Bo Reed. “Harbour open again.”"),),
            (1, 3),
            (Also(LETTER.id, "Quay Post", "copy"),),
        ),
        Listed(SEEN_LETTER, (Run("letter.md. N.d."),), (2,)),
        Listed(Appearance(HARBOUR.id, "copies/harbour.txt", "ef" * 32, Work(title="A copy")), (), ()),
    ),
    withheld=(Withheld(MORE, "says too little"),),
    warnings=("letter.md: no title",),
)

_TEXT = st.text(max_size=12)
_TEXTS = st.text(min_size=1, max_size=40)
_DATES = st.one_of(
    st.dates(date(1000, 1, 1)).map(date.isoformat),
    st.dates(date(1000, 1, 1)).map(lambda day: f"{day:%Y-%m}"),
    st.integers(1000, 9998).map(str),
    st.datetimes().map(lambda moment: f"{moment.year:04}{moment:-%m-%dT%H:%M}+09:00"),
).map(Published)
_FLAGS = st.lists(st.builds(Flag, _TEXT, _TEXT), max_size=2).map(tuple)
_TRANSLATIONS = st.none() | st.builds(Translation, _TEXT, _TEXT, _TEXT)
_SAID = st.lists(
    st.builds(Said, _TEXT, st.sampled_from(Manner), st.lists(st.integers(1, 3), max_size=2).map(tuple), *[_TEXT] * 4),
    max_size=2,
).map(tuple)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_REASONS = st.lists(st.builds(Reason, _TEXT, _NUMBERS, _TEXT), max_size=2).map(tuple)
_RUNS = st.lists(st.builds(Run, _TEXT, st.booleans(), _TEXT), max_size=2).map(tuple)
_BASES = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(Basis)).map(lambda bases: tuple(bases.items()))
WORKS = st.builds(
    Work, **{name: _TEXT for name in FIELDS if name != "published"}, published=st.none() | _DATES, bases=_BASES
)


@st.composite
def _spans(draw) -> Span:
    start = draw(st.integers(0, 99))
    return Span(start, start + draw(st.integers(0, 99)))


@st.composite
def excerpts(draw, documents: tuple[Document, ...], number: int = 0) -> Excerpt:
    """An excerpt of one of `documents`."""
    document = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(document.text) - 1))
    words = document.text[start : draw(st.integers(start + 1, len(document.text)))]
    span = Span(start, start + len(words))
    before, after = document.text[max(0, start - 32) : start], document.text[span.end : span.end + 32]
    return Excerpt(
        document.id,
        Selector(words, before, after, span),
        draw(_TEXT),
        number,
        draw(st.integers(0, 99)),
        draw(st.none() | st.integers(0, 99)),
        draw(_NUMBERS),
        draw(_REASONS),
        draw(_FLAGS),
        draw(_TRANSLATIONS),
        draw(_SAID),
        draw(st.lists(st.builds(Also, _TEXT, _TEXT, _TEXT), max_size=2).map(tuple)),
    )


@st.composite
def briefs(draw, texts: st.SearchStrategy[str] = _TEXTS) -> Brief:
    """A brief that holds together: what it names is there. Its documents' texts come from `texts`."""
    documents = tuple(
        dict.fromkeys(Document.from_text(canonicalise(text) or "x") for text in draw(st.lists(texts, min_size=1)))
    )
    drawn = draw(st.lists(excerpts(documents), max_size=4, unique_by=lambda each: each.id))
    numbered = tuple(replace(e, number=number) for number, e in enumerate(drawn, start=1))
    some = st.lists(st.sampled_from([each.id for each in numbered]), max_size=3).map(tuple) if numbered else st.just(())
    places = st.builds(
        Appearance,
        st.sampled_from([document.id for document in documents]),
        _TEXT,
        _TEXT,
        WORKS,
        st.lists(_spans(), max_size=2).map(tuple),
    )
    lists = st.lists(_TEXT, max_size=2).map(tuple)
    counts = st.integers(0, 9)
    sections = draw(st.lists(st.builds(Section, _TEXT, _TEXT, _TEXT, _TEXT, some, some, lists), max_size=2).map(tuple))
    of_a_week = st.tuples(*[counts] * len(sections))
    return Brief(
        name=draw(_TEXT),
        title=draw(_TEXT),
        as_of=draw(st.dates()),
        subtitle=draw(_TEXT),
        audience=draw(_TEXT),
        handling=draw(_TEXT),
        language=draw(_TEXT),
        summary=draw(_TEXT),
        grounds=draw(
            st.none() | st.builds(Grounds, counts, counts, st.none() | _DATES, st.none() | _DATES, lists, lists, lists)
        ),
        key_points=draw(some),
        sections=sections,
        annex=draw(some),
        excerpts=numbered,
        citations=tuple(Citation(each.number, each.id, draw(_RUNS)) for each in numbered),
        sources=tuple(
            draw(
                st.lists(
                    st.builds(
                        Listed, places, _RUNS, st.lists(counts, max_size=2).map(tuple), reliability=_TEXT, state=_TEXT
                    ),
                    max_size=3,
                )
            )
        ),
        withheld=tuple(draw(st.lists(st.builds(Withheld, excerpts(documents), _TEXT), max_size=2))),
        warnings=draw(lists),
        timeline=draw(
            st.lists(st.builds(Event, _DATES, _TEXT, st.sampled_from([each.id for each in numbered])), max_size=2).map(
                tuple
            )
        )
        if numbered
        else (),
        weeks=draw(st.lists(st.builds(Week, st.dates(), of_a_week), max_size=2).map(tuple)),
    )
