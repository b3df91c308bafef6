"""Who speaks for a party, and what he denies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import Speech

from briefgen import attribution
from briefgen.attribution import is_former, stands_for
from briefgen.model.query import Entity
from briefgen.query import facets, from_about

ENTITIES = (
    Entity("Elling", ("Ellish", "Port Elling", "エリング", "Эллинг")),
    Entity("South Elling", ("South Ellish",)),
    Entity("Harbour League", ("HL",)),
)


def party(name):
    (facet,) = facets(from_about([name], ENTITIES))
    return facet.terms[0]


ELLING = party("Elling")


@pytest.mark.parametrize(
    "speaker",
    [
        "Elling",
        "Port Elling",
        "the Ellish government",
        "Ellish Foreign Minister Ada Quill",
        "Elling’s envoy to the Harbour League",
        "an Ellish foreign ministry spokesman",
        "two senior Ellish officials",
        "the Ellish harbour ministry",
        "a spokeswoman for the Ellish embassy in Quayside",
        "Ada Quill, the Ellish prime minister",
        "Bo Oar, spokesman for Elling’s Ministry of Trade",
        "the president of Elling",
        "Minister of Foreign Affairs of Elling",
        "the Ellish president’s press secretary",
        "officials in Port Elling",
        "エリング外務省",
        "エリング",
        "МИД Эллинга",
    ],
)
def test_speaks_for_it(speaker):
    assert stands_for(speaker, ELLING)
    assert not stands_for(speaker, party("South Elling"))


@pytest.mark.parametrize(
    "speaker",
    [
        "",
        "Quayside",
        "the ambassador to Elling",
        "Quayside’s ambassador to Elling",
        "diplomats in Port Elling",
        "a Quayside official in Port Elling",
        "the South Ellish government",
        "South Elling",
        "Ellish experts",
        "the Port Elling Times",
        "Ellish state media",
        "an Ellish opposition leader",
        "a former Ellish president",
        "the Ellish president’s daughter",
        "Elling-backed officials",
        "Ellish government notices",
        "Ada Quill, who met the Ellish president",
        "a spokesman for Elling experts",
        "he",
    ],
)
def test_does_not_speak_for_it(speaker):
    assert not stands_for(speaker, ELLING)


def test_an_envoy_to_a_body_is_not_the_body_s():
    assert not stands_for("the UN ambassador", party("UN"))
    assert stands_for("the UN envoy", party("UN"))


def test_a_literal_term_is_its_words_alone():
    assert stands_for("Elling", party("=Elling"))
    assert not stands_for("Port Elling", party("=Elling"))


@given(st.text(st.sampled_from("Elling senior official of and the 's ,-\ufffc外務省"), max_size=400))
def test_any_speaker_gets_an_answer(words):
    assert stands_for(words, ELLING) in {True, False}


@pytest.mark.parametrize(
    "row", ["army ", "foreign ministry ", "secretary general ", "top ", "military  ", "army’s army "]
)
def test_a_long_row_of_titles_is_read_through(row):
    # A pattern that tried every way to part such a row would not come to an end here.
    for opening, closing in (("official ", "Elling x"), ("Elling ", "x"), ("", "x Elling"), ("Elling’s ", "x")):
        assert not stands_for(f"{opening}{row * 40}"[:280] + closing, ELLING)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The ousted Ellish president Ada Quill left.", True),
        ("The former mayor, Quill, left.", False),
        ("A former adviser to Ada Quill left.", False),
        ("Ada Quill left.", False),
    ],
)
def test_who_held_an_office_once_is_known_by_the_article(text, former):
    assert is_former(text, "Ellish President Ada Quill") is former
    assert not is_former(text, "")


def voices(text):
    speech = Speech(text)
    return attribution.voices(text, [each for part in speech.paragraphs for each in part], speech.found, speech.quoted)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Quill, the Ellish mayor, said the pier would close.", "Ada Quill, the Ellish mayor,", "Ada Quill"),
        ("Elling claims Quayside closed the pier.", "Elling", "Elling"),
        ("This echoes charges by the pilots against Elling, which Elling denies.", "Elling", "Elling"),
        ("The board made an accusation that the port rejects.", "the port", "the port"),
    ],
)
def test_whom_a_sentence_names_for_its_words(text, words, name):
    assert voices(text) == ((words, name),)


@pytest.mark.parametrize(
    "text",
    [
        "He said the pier would close.",
        "Harbours, such as Elling, have expressed unease over the tide.",
        "Elling would deny the charge.",
        "Elling believes the pier will close.",
        "Elling tried to persuade Quayside to close the pier.",
        "“But the whole pier was badly damaged by it.” Elling has also begun a count of the cranes.",
    ],
)
def test_whom_it_does_not(text):
    assert voices(text) == ()


def test_a_denial_in_a_clause_is_not_the_sentence_s_speaker():
    text = "This echoes accusations often made by the pilots against Elling, which Elling denies."
    assert Speech(text).sayings(text) == ()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Elling denied that it had closed the pier.", ["that it had closed the pier"]),
        ("The port rejected the claim of a leak.", ["the claim of a leak"]),
        ("It was an accusation that the port rejects.", ["accusation"]),
        ("Elling would deny the leak.", []),
        ("If Elling denies the leak, the board meets.", []),
        ("He denied the leak.", []),
        ("Elling confirmed the leak.", []),
    ],
)
def test_what_is_denied(text, denied):
    speech = Speech(text)
    sentences = [each for part in speech.paragraphs for each in part]
    assert [each.of(text) for each in attribution.denied(text, sentences, speech.found)] == denied


@pytest.mark.parametrize(
    "text",
    [
        "While a safe pier is not to be had this year, Quill said, the board's plan doesn't add to the traffic.",
        "Mayor Ben Oar left. The master of the old ferries of the long grey pier by the old hill said no. He said it.",
    ],
)
def test_what_is_hard_to_read_is_read(text):
    speech = Speech(text)
    assert all(each.content and all(len(piece) for piece in each.content) for each in speech.found)
    assert isinstance(speech.speaking([each for part in speech.paragraphs for each in part]), tuple)
