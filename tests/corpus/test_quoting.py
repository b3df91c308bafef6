"""Quotations found in a corpus: exact ones for certain, altered ones by what is left of them, never by a scan."""

import pytest
from entries import entry, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.corpus import open_corpus
from briefgen.errors import CorpusError
from briefgen.model.source import Published, Work
from briefgen.shingles import SURE
from briefgen.words import stems

many = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])

CRANE = "The harbour master of Port Ellis said that the old crane would be moved to the northern quay before winter."
FERRY = "Two ferries were laid up on Sunday because nobody had brought the spare parts across the strait in time."
FOOT = "Write to the editor of the Port Times, Pier 4, for leave to print these words anywhere else at all."
SHIP = "港の古いクレーンは冬が来る前に北の岸壁に移される予定だと港長は述べた。"


def corpus_of(*entries):
    corpus = open_corpus(":memory:")
    corpus.put(entries)
    return corpus


@pytest.fixture(scope="module")
def harbour():
    """A hundred documents in which the words of each of the four are rare."""
    filler = [
        entry(
            f"{number}", ("title", f"Log {number}"), f"Tide {number} came to berth {number * 7} and the pilot {number}."
        )
        for number in range(100)
    ]
    four = [
        entry("crane", ("title", "A crane goes north"), CRANE),
        entry(
            "ferry", ("title", "Ferries idle"), FERRY, ("boilerplate", FOOT), work=Work(title="No parts, no ferries")
        ),
        entry("ship", SHIP),
        entry("both", CRANE.replace("old", "new"), "It was the last one."),
    ]
    with corpus_of(*filler, *four) as corpus:
        yield corpus


def paths(corpus, words, limit=5):
    return [corpus.appearances(document)[0].path for document in corpus.quoting(words, limit)]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (CRANE, "crane"),
        ("the old crane would", "crane"),
        ("old crane", "crane"),
        ("laid up", "ferry"),
        ("FERRIES", "ferry"),
        (FOOT, "ferry"),
        ("for leave to print these words", "ferry"),
        (SHIP, "ship"),
        ("クレーン", "ship"),
        ("港長", "ship"),
        ("冬", "ship"),
        ("A crane goes north", "crane"),
        ("No parts, no ferries", "ferry"),
        ("Log 77", "77"),
    ],
)
def test_what_stands_in_a_document_is_found_first(harbour, words, path):
    assert paths(harbour, words)[0] == path


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (CRANE.replace("moved", "carried"), "crane"),
        (CRANE.replace("harbour master", "mayor").replace("winter", "spring"), "crane"),
        ("the old lorry would be moved", "crane"),
        ("Two boats were laid up", "ferry"),
        ("laid up on Monday", "ferry"),
        ("the broken spare parts", "ferry"),
        (FOOT.replace("editor", "owner"), "ferry"),
        ("古いクレーンは夏が来る前に", "ship"),
        ("北の堤防に移される", "ship"),
    ],
)
def test_what_was_altered_is_found_by_what_is_left(harbour, words, path):
    assert path in paths(harbour, words)[:2]


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda words: words.replace(" ", "\n\u00a0"),
        lambda words: words.replace("har", "har\u00ad"),
        lambda words: f"“{words}”—",
    ],
)
def test_typography_hides_nothing(harbour, change):
    assert paths(harbour, change(CRANE))[0] == "crane"


def test_the_document_with_just_these_words_comes_before_those_with_much_like_them(harbour):
    assert paths(harbour, CRANE)[:2] == ["crane", "both"]
    assert paths(harbour, CRANE.replace("old", "new"))[:2] == ["both", "crane"]


def test_what_nothing_is_like_finds_nothing(harbour):
    for words in ("", " ", "“—”", "zebra", "zebras graze on savannah plains all day and night", "象", "象牙海岸共和国"):
        assert harbour.quoting(words, 5) == ()
    assert harbour.quoting(CRANE, 0) == ()


def test_ties_are_in_the_order_of_ids_and_the_limit_holds(harbour):
    everywhere = harbour.quoting("the pilot", 1_000)
    assert everywhere == tuple(sorted(everywhere))
    assert len(everywhere) == 100
    assert harbour.quoting("the pilot", 7) == everywhere[:7]


@many
@given(st.lists(texts, min_size=1, max_size=6), st.data())
def test_words_of_a_body_are_found(bodies, data):
    body = data.draw(st.sampled_from(bodies))
    words = body.split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    quotation = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    given_ = [entry(f"{number}", text) for number, text in enumerate(bodies)]
    with corpus_of(*given_) as corpus:
        found = corpus.quoting(quotation, len(bodies))
        named = {each.source.document.text: each.source.document.id for each in given_}
        assert named[body] in found or not stems(quotation)


@many
@given(st.lists(texts, max_size=5), st.one_of(texts, st.text(max_size=40)), st.integers(0, 4))
def test_any_words_give_documents_of_the_corpus_each_once(bodies, words, limit):
    given_ = [entry(f"{number}", text) for number, text in enumerate(bodies)]
    with corpus_of(*given_) as corpus:
        found = corpus.quoting(words, limit)
        assert found == corpus.quoting(words, 99)[:limit]
        assert len(found) == len(set(found))
        assert set(found) <= {each.source.document.id for each in given_}


@many
@given(st.lists(st.sampled_from(["mast", "rope", "tide", "pilot", "buoy"]), min_size=SURE, max_size=60), st.randoms())
def test_enough_words_in_a_row_are_found_wherever_they_stand(words, chance):
    text = " ".join(words)
    others = [entry(f"{number}", " ".join(chance.sample(["berth", "lock", "sail", "fog"], 3))) for number in range(4)]
    with corpus_of(entry("a", ("boilerplate", text)), *others) as corpus:
        start = chance.randrange(len(words) - SURE + 1)
        assert paths(corpus, " ".join(words[start : start + SURE]))[:1] == ["a"]


@pytest.mark.parametrize(
    "words",
    [(CRANE + FERRY) * 100, "the " * 5_000, "港" * 20_000, "x" * 20_000, '" OR * NEAR(' * 2_000, "a b " * 5_000],
)
def test_a_long_quotation_costs_a_bounded_number_of_searches(harbour, words):
    asked = []
    harbour._connection.set_trace_callback(asked.append)
    try:
        harbour.quoting(words, 5)
    finally:
        harbour._connection.set_trace_callback(None)
    assert 0 < sum("MATCH" in each for each in asked) <= 80
    assert not any("document.text" in each or "SELECT text" in each for each in asked)


def test_a_document_has_every_appearance_and_its_newest_work():
    first, second = Work(title="Crane", published=Published("2022")), Work(title="Crane", published=Published("2023"))
    moved = Work(title="The crane")
    with corpus_of(entry("a", CRANE, work=first)) as corpus:
        corpus.put([entry("b", CRANE, work=second)])
        corpus.put([entry("a", ("boilerplate", CRANE), work=moved)])
        corpus.forget(["a", "b"])
        (document,) = corpus.quoting(CRANE, 5)
        assert [(seen.path, seen.work) for seen in corpus.appearances(document)] == [
            ("a", moved),
            ("b", second),
            ("a", first),
        ]
        assert corpus.source(document) == entry("a", ("boilerplate", CRANE), work=moved).source


def test_an_unknown_document_was_never_seen(harbour):
    assert harbour.appearances("ab12") == ()
    with pytest.raises(CorpusError, match="holds no document ab12"):
        harbour.source("ab12")
