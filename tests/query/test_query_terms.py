"""Terms of `about`, entities, and what matches what."""

from datetime import date
from functools import partial

import pytest
from query_sources import paragraph, source
from steps import grows_with

from briefgen.errors import QueryError
from briefgen.model.query import And, Dates, Entity, Or, Phrase, Prefix, Term
from briefgen.model.source import Published, Work
from briefgen.query import Reach, article, describe, facets, from_about, matches, parse, reach, sightings

RUSSIA = Entity("Russia", ("Russian Federation", "Russian", "Moscow"))
SOUTH = Entity("South Korea", ("Republic of Korea", "ROK"))
NORTH = Entity("North Korea", ("Democratic People's Republic of Korea", "DPRK"))
ENTITIES = (RUSSIA, SOUTH, NORTH)


def seen(about, text, entities=ENTITIES):
    made = paragraph(text)
    return [
        span.of(made.document.text)
        for facet in facets(from_about(about, entities))
        for span in sightings(facet, article(made))
    ]


def test_about_wants_all_and_of_a_list_within_any():
    query = from_about(["Russia", ["North Korea", "China"]], ENTITIES)
    assert isinstance(query, And)
    assert isinstance(query.parts[1], Or)
    assert [part.label for part in (query.parts[0], *query.parts[1].parts)] == ["Russia", "North Korea", "China"]
    assert describe(query) == "Russia and (North Korea or China)"


def test_about_and_lucene_make_the_same_tree():
    about = from_about(["Russia", ["North Korea", "=China"]], ENTITIES)
    assert parse('Russia ("North Korea" OR =China)', ENTITIES) == about


@pytest.mark.parametrize("name", ["moscow", "RUSSIAN", " Russian  Federation ", "“Russia”"])
def test_any_name_stands_for_all_of_them(name):
    term = from_about([name], ENTITIES)
    assert isinstance(term, Term)
    assert {("russia",), ("moscow",), ("russian",), ("russian", "feder")} <= {phrase.words for phrase in term.phrases}


def test_a_literal_is_the_word_as_it_stands_in_any_case():
    assert from_about(["=Moscow"], ENTITIES) == Term("=Moscow", (Phrase(("moscow",), literal=True),))
    assert seen(["=missiles"], "A missile, MISSILES and more missiles.") == ["MISSILES", "missiles"]


def test_a_name_that_two_entities_share_stands_for_both():
    term = from_about(["Seoul"], (Entity("South Korea", ("Seoul",)), Entity("Seoul City", ("Seoul",))))
    assert {phrase.words for phrase in term.phrases} == {("seoul",), ("south", "korea"), ("seoul", "citi")}


def test_a_longer_name_of_another_entity_does_not_count():
    term = from_about(["South Korea"], ENTITIES)
    assert term.unless == (Phrase(("democrat", "peopl", "s", "republ", "of", "korea")),)
    text = "The Democratic People's Republic of Korea wrote to the Republic of Korea."
    assert seen(["South Korea"], text) == ["Republic of Korea"]
    assert seen(["North Korea"], text) == ["Democratic People's Republic of Korea"]


def test_a_word_that_names_no_entity_counts_wherever_it_stands():
    assert seen(["Korea"], "South Korea and North Korea.") == ["Korea", "Korea"]


def test_a_longer_name_is_known_however_its_letters_are_written():
    names = (Entity("Ёлкино"), Entity("Новое Ёлкино", ("ЕЛКИНО Порт",)))
    assert {phrase.words for phrase in from_about(["Ёлкино"], names).unless} == {
        ("нов", "елкин"),
        ("елкин", "порт"),
    }


def test_the_longer_of_two_names_in_one_place_is_seen():
    assert seen(["Russia"], "Officials of the Russian Federation met Russian sailors.") == [
        "Russian Federation",
        "Russian",
    ]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("Japan", "Japan's fleet, Japan’s ports.", ["Japan", "Japan"]),
        ("people's court", "The People’s Court sat.", ["People’s Court"]),
        (
            "anti-ship missile",
            "Two anti‑ship missiles; one anti ship missile.",
            ["anti‑ship missiles", "anti ship missile"],
        ),
        ("US", "The U.S. told us what the US wants.", ["U.S.", "US"]),
        ("U.S. Navy", "The US Navy sailed.", ["US Navy"]),
        ("台湾", "台湾海峡の平和", ["台湾"]),
        ("台湾海峡", "日本は台湾海峡を注視する。", ["台湾海峡"]),
        ("北朝鮮", "ロシアと北朝鮮が署名", ["北朝鮮"]),
        ("대만", "중국은 대만을 말했다", ["대만"]),
        ("санкции", "Новых санкций нет", ["санкций"]),
        ("7.5", "It grew by 7.5 percent, not 7 or 5.", ["7.5"]),
        ("=台湾", "台湾海峡と台湾", ["台湾", "台湾"]),
    ],
)
def test_words_of_any_script_match_as_tokens_do(term, text, found):
    assert seen([term], text) == found


def test_a_phrase_does_not_run_into_the_next_block():
    made = source(("heading", "Ships in the Bering"), ("paragraph", "Strait traffic grew."))
    for query in ('"Bering Strait"', '"Bering Strait"~5', '="Bering Strait"'):
        assert not matches(parse(query), article(made))
    assert matches(parse("Bering Strait"), article(made))


def test_only_title_headings_and_body_are_read():
    made = source(("title", "A treaty"), ("boilerplate", "Most read: Taiwan"), ("paragraph", "Talks went on."))
    assert reach(parse("Taiwan"), article(made)) is Reach.NOWHERE
    assert reach(parse("treaty"), article(made)) is Reach.HEADLINE
    assert reach(parse("treaty OR talks"), article(made)) is Reach.BODY
    assert not matches(parse("talks NOT treaty"), article(made)), "NOT ranges over the title too"


def test_a_title_that_only_the_work_has_counts_and_is_seen_nowhere():
    made = paragraph("Talks went on.", title="A treaty")
    (facet,) = facets(parse("treaty"))
    assert reach(parse("treaty"), article(made)) is Reach.HEADLINE
    assert sightings(facet, article(made)) == ()


def test_fields_hold_whole_words_whatever_their_case():
    made = article(paragraph("x", publisher="Sea News Today", author="Mina Ortega; Jo Lane"))
    assert matches(parse('x publisher:"news today" author:ortega'), made)
    assert not matches(parse("publisher:New"), made)
    assert not matches(parse('publisher:"Sea Today"'), made)


@pytest.mark.parametrize(
    ("published", "inside"),
    [("2024-02-10", True), ("2024-02", True), ("2024", False), ("2024-02-29T23:00-05:00", True), ("2024-03-01", False)],
)
def test_a_date_counts_when_it_is_known_to_be_within(published, inside):
    made = article(paragraph("x", published=Published(published)))
    assert matches(Dates(date(2024, 2, 1), date(2024, 2, 29)), made) is inside


def test_an_undated_work_is_in_no_range():
    assert not matches(Dates(None, None), article(paragraph("x")))
    assert matches(parse("x NOT date:[* TO *]"), article(paragraph("x")))


def test_facets_are_the_parts_that_are_wanted():
    query = parse('Russia AND ("North Korea" OR (China treaty)) AND Taiw* NOT sport AND publisher:Kyodo AND date:2024')
    said = [(facet.label, [getattr(t, "label", None) for t in facet.terms]) for facet in facets(query)]
    assert said == [
        ("Russia", ["Russia"]),
        ("North Korea or China or treaty", ["North Korea", "China", "treaty"]),
        ('words beginning with "taiw"', [None]),
    ]
    assert facets(query)[2].terms == (Prefix("taiw"),)


@pytest.mark.parametrize(
    ("about", "column", "wrong"),
    [
        ([], 1, "nothing is asked for"),
        (["Russia", []], 1, "nothing is asked for"),
        (["!?"], 1, "'!?' holds no word to look for"),
        (["="], 1, "'=' holds no word to look for"),
        (["Taiw*"], 5, "a term has no wildcards"),
        (["Russia AND China"], 8, "a term has no operators (AND)"),
        ([["China", "NOT Russia"]], 1, "a term has no operators (NOT)"),
    ],
)
def test_about_refuses_what_it_cannot_mean(about, column, wrong):
    with pytest.raises(QueryError) as caught:
        from_about(about)
    assert (caught.value.column, caught.value.wrong) == (column, wrong)


@pytest.mark.parametrize("query", ['"a a b"~9000', '"a a a a"', '="a a c"', "b*"])
def test_the_work_of_a_search_grows_with_the_text(query):
    (facet,) = facets(parse(query))

    def hostile(size):
        return article(source(("paragraph", "a " * size + "b "), work=Work()))

    assert grows_with(500, partial(sightings, facet), hostile)
    sightings(facet, hostile(50_000))  # what took time beyond the length would not come to an end
