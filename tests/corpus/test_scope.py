"""What a brief sees of a corpus: laws 5 and 9."""

import pytest
from entries import WORDS, entry, folder, frequencies, queries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scopes import sources_of

from briefgen.corpus import open_corpus
from briefgen.errors import CorpusError
from briefgen.model.query import And, Dates, Field, Not, Or, Phrase, Prefix, Term
from briefgen.model.source import Published, Work
from briefgen.query import article, matches
from briefgen.text import digest
from briefgen.words import stems

many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def term(*phrases):
    return Term("term", tuple(Phrase(stems(phrase)) for phrase in phrases))


def corpus_of(*entries):
    corpus = open_corpus(":memory:")
    corpus.put(entries)
    return corpus


def seen(scope, query, limit):
    sources = tuple(sources_of(scope))
    return (
        scope.size,
        scope.appearances(),
        sources,
        [scope.source(source.document.id) for source in sources],
        scope.candidates(query, limit),
        scope.candidates(query, 2),
        frequencies(scope, {stem for word in WORDS for stem in stems(word)}),
    )


@many
@given(folder("abcdef"), folder("uvwxyz"), queries, st.randoms(use_true_random=False))
def test_a_scope_sees_nothing_of_what_else_is_there_nor_of_the_order_of_reading(own, others, query, chance):
    paths = [each.path for each in own]
    with corpus_of(*own) as alone, open_corpus(":memory:") as crowded:
        mixed = own + others
        chance.shuffle(mixed)
        for each in mixed:
            crowded.put([each])
        assert seen(crowded.scope(reversed(paths)), query, 99) == seen(alone.scope(paths), query, 99)


@many
@given(folder(), queries)
def test_candidates_hold_everything_that_the_matcher_matches(entries, query):
    with corpus_of(*entries) as corpus:
        scope = corpus.scope(each.path for each in entries)
        found = scope.candidates(query, scope.size)
        matching = {source.document.id for source in sources_of(scope) if matches(query, article(source))}
        assert matching <= set(found)
        assert len(found) == len(set(found))
        for limit in range(scope.size):
            assert scope.candidates(query, limit) == found[:limit]


@many
@given(folder())
def test_frequencies_and_lengths_are_those_of_the_articles(entries):
    with corpus_of(*entries) as corpus:
        scope = corpus.scope(each.path for each in entries)
        articles = [article(source) for source in sources_of(scope)]
        words = [(*each.headline.stems, *each.title.stems, *each.body.stems) for each in articles]
        asked = {stem for word in WORDS for stem in stems(word)} | {stem for each in words for stem in each}
        assert frequencies(scope, asked) == {stem: sum(stem in each for each in words) for stem in asked}
        assert scope.size == len(words)


def test_a_document_at_two_paths_is_one_source_seen_at_the_first_of_them():
    later, first = (
        entry("b.txt", "Ships wait.", work=Work(title="B")),
        entry("a.txt", "Ships wait.", work=Work(title="A")),
    )
    with corpus_of(later, first) as corpus:
        both = corpus.scope(["b.txt", "a.txt", "b.txt", "gone.txt"])
        assert [source.work.title for source in sources_of(both)] == ["A"]
        assert [seen.path for seen in both.appearances()] == ["a.txt", "b.txt"]
        assert frequencies(both, ["b", "ship"]) == {"b": 0, "ship": 1}
        assert [source.work.title for source in sources_of(corpus.scope(["b.txt"]))] == ["B"]


def test_a_scope_stays_as_it_was_when_it_was_made():
    with corpus_of(entry("a", "Old words.")) as corpus:
        scope = corpus.scope(["a"])
        before = seen(scope, term("words"), 9)
        corpus.put([entry("a", "New words.", sha256="11"), entry("b", "More words.")])
        assert seen(scope, term("words"), 9) == before
        assert [source.document.text for source in sources_of(corpus.scope(["a"]))] == ["New words."]


def test_the_best_candidates_come_first():
    entries = [
        entry("once", "Taiwan was named. " + "Other matters were spoken of at length. " * 5),
        entry("apart", "The strait is wide. Nobody spoke of Taiwan or of another strait there, or of the strait."),
        entry("often", "The Taiwan Strait. Taiwan Strait ships. The Taiwan Strait again, the Taiwan Strait."),
        entry("never", "Nothing to see."),
    ]
    with corpus_of(*entries) as corpus:
        scope = corpus.scope(each.path for each in entries)
        ids = {each.source.document.id: each.path for each in entries}

        def found(query):
            return [ids[key] for key in scope.candidates(query, 9)]

        assert found(term("Taiwan"))[0] == "often"
        assert set(found(term("Taiwan"))) == {"often", "apart", "once"}
        assert found(term("Taiwan Strait")) == ["often"], "phrases are looked for as phrases"
        assert found(Or((term("Taiwan"), term("strait"))))[0] == "often"
        assert len(found(Not(term("Taiwan")))) == 4, "negation is the matcher's"
        assert set(found(And((Not(term("Strait")), term("Taiwan"))))) == {"often", "apart", "once"}


def test_words_near_one_another_are_found_as_far_apart_as_the_matcher_finds_them():
    texts = ["nuclear " + "long " * between + "test here" for between in range(5)]
    texts += ["nuclear " + "long " * between + "weapons " + "long " * (2 - between) + "test" for between in range(3)]
    with corpus_of(*(entry(str(i), text) for i, text in enumerate(texts))) as corpus:
        scope = corpus.scope(map(str, range(len(texts))))
        for words in (("nuclear", "test"), ("nuclear", "weapon", "test")):
            for slop in range(5):
                asked = Term("near", (Phrase(words, slop),))
                matching = {source.document.id for source in sources_of(scope) if matches(asked, article(source))}
                assert set(scope.candidates(asked, 9)) == matching


def test_what_is_said_more_often_comes_first():
    texts = {times: "missile " * times + "other " * (20 - times) for times in (1, 2, 4, 8)}
    with corpus_of(entry("z", "Nothing."), *(entry(str(times), text) for times, text in texts.items())) as corpus:
        scope = corpus.scope("z1248")
        for asked in (term("missile"), Prefix("miss"), Term("t", (Phrase(("missile",), literal=True),))):
            found = [scope.source(key).appearance.path for key in scope.candidates(asked, 9)]
            assert found == ["8", "4", "2", "1"]


def test_dates_and_fields_narrow_the_candidates():
    entries = [
        entry("a", "Ships.", work=Work(publisher="Port Times", published=Published("2022-03-06"))),
        entry("b", "Ships sail.", work=Work(author="Ada Quill", published=Published("2022"))),
        entry("c", "Ships wait.", work=Work(url="https://www.coast.example/ships/7")),
    ]
    with corpus_of(*entries) as corpus:
        scope = corpus.scope("abc")
        assert scope.candidates(Field("publisher", "ships"), 9) == (), "of an address the host alone says whose it is"
        since = Dates(Published("2022-02").earliest, None)
        asked = (since, Field("publisher", "port TIMES"), Field("author", "quill"), Field("publisher", "coast.example"))
        for query, wanted in zip(asked, "aabc", strict=True):
            assert [scope.source(key).appearance.path for key in scope.candidates(query, 9)] == [wanted]


def test_trees_may_be_deep_and_queries_wide():
    deep = term("ships")
    for _ in range(20_000):
        deep = And((Or((deep,)), term("ships")))
    wide = Term("w", (*(Phrase((f"w{i}", "of")) for i in range(1_000)), Phrase(("ship",))))
    long = Term("l", (Phrase(("ship",) * 3_000), Phrase(("ship",) * 3_000, literal=True)))
    near = Term("n", (Phrase(("ship", "wait") * 300, slop=9),))
    with corpus_of(entry("a", "Ships wait.")) as corpus:
        scope = corpus.scope("a")
        assert scope.candidates(deep, 9) == scope.candidates(wide, 9) == (digest("Ships wait."),)
        assert scope.candidates(long, 9) == ()
        assert set(scope.candidates(near, 9)) <= {digest("Ships wait.")}


@pytest.mark.parametrize(
    "hostile", ['"', "a\0b", "\ud800", "NEAR(", "*", "keys:", "", " ", "' OR 1=1", "^", "+", "{x}"]
)
def test_no_words_can_break_a_search(hostile):
    asked = (
        Prefix(hostile),
        Term("t", (Phrase((hostile,)), Phrase((hostile, "ship"), slop=2), Phrase((hostile,), literal=True))),
        Field("publisher", hostile.replace("\ud800", "")),
    )
    with corpus_of(entry("a", "Ships wait.")) as corpus:
        scope = corpus.scope("a")
        for query in asked:
            assert set(scope.candidates(query, 9)) <= {digest("Ships wait.")}
        assert frequencies(scope, [hostile]) == {hostile: 0}


def test_what_is_not_in_scope_is_said():
    with corpus_of(entry("a", "One."), entry("b", "Two.")) as corpus:
        with pytest.raises(CorpusError, match="not in scope"):
            corpus.scope("a").source(digest("Two."))
        empty = corpus.scope([])
        assert (empty.size, empty.appearances()) == (0, ())
        assert empty.candidates(term("one"), 9) == ()
