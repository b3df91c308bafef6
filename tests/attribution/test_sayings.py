"""Who speaks in an excerpt, by which name, and whose the words are."""

import pytest
from spoken import Speech

from briefgen.model.attribution import Manner, Said

LEAD = "Harbour Minister Ada Quill met the ferrymen. "


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (LEAD, "Quill said the pier would close.", "Harbour Minister Ada Quill"),
        ("Prime Minister Ada Quill met the ferrymen. ", "The prime minister said the pier would close.", "Ada Quill"),
        ("Ada Quill said the ice was thick. ", "She said the pier would close.", "Ada Quill"),
        ("Ada Quill said the ice was thick. Mayor Ben Oar agreed. ", "She said the pier would close.", ""),
        ("Ada Quill sailed. ", "She said the pier would close.", ""),
        ("Ada Quill met Ben Quill. ", "Quill said the pier would close.", "Quill"),
        ("", "They said the pier would close.", ""),
        ("", "Her spokesman said the pier would close.", ""),
        ("", "The harbour master, a tall man, said the pier would close.", "the harbour master"),
        ("The port has its yearly tide report. ", "The report said the pier would close.", "the yearly tide report"),
        ("", "Elling’s harbour master, Ada Quill, said the pier would close.", "Ada Quill"),
        ("", "A spokesman in Port Elling, Upper Coast, said the pier would close.", "a spokesman in Port Elling"),
        ("Its ambassador to Elling Ada Quill sailed. ", "Quill said the pier would close.", "Ada Quill"),
        ("The ice came from Elling. Quill saw it. ", "Quill said the pier would close.", "Quill"),
        ("Elling’s U.S. Sen. Ada Quill sailed. ", "Quill said the pier would close.", "Sen. Ada Quill"),
        ("", "“The pier will close,” said Quill last month.", "Quill"),
        ("", "Elling’s “pier is to close”, said one who left.", ""),
        ("", "Harbour master Ada Quill shares this, saying that “the pier will not be open again”.", ""),
        ("", "In the morning, Mr Oar pressed Ms Quill to stay, and Ms Quill repeated that she would not.", "Ms Quill"),
        ("It has a tide report. It has an ice report. ", "The report said the pier would close.", "the report"),
    ],
)  # fmt: skip
def test_a_speaker_has_the_name_that_the_article_gives_him(before, sentence, speaker):
    assert [said.speaker for said in Speech(before + sentence).sayings(sentence)] == [speaker] * bool(speaker)


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("“The pier will close today,” Ada Quill said.", Manner.QUOTED),
        ("Ada Quill said the pier would close “for a long winter”.", Manner.PARTLY),
        ("Ada Quill said the pier would close.", Manner.REPORTED),
    ],
)
def test_whose_the_words_are(sentence, manner):
    assert Speech(sentence).sayings(sentence) == (Said("Ada Quill", manner),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier closed on a grey day, and the ferries, which Ada Quill had said were late, lay in the harbour.",
        "No statement said the pier would close.",
        "No board had spoken of the pier since 1969, when Ada Quill and Ben Oar called it a safe place.",
        "Ada Quill supports the second pier.",
        "Ada Quill believes the pier will close.",
        "The crane, known as “Old Meg”, failed.",
        "The ferries left at noon.",
    ],
)
def test_the_writer_s_own_words_are_nobody_s(sentence):
    assert Speech(sentence).sayings(sentence) == ()


def test_a_clause_before_its_speaker_is_none():
    sentence = "The ice will stir fears in Elling, where ferries lie still, said Ada Quill, head of the port."
    assert Speech(sentence).sayings(sentence) == (Said("Ada Quill", Manner.REPORTED),)


@pytest.mark.parametrize(("between", "count"), [("", 1), ("The ferries wait. ", 0)])
def test_a_quotation_is_carried_over_no_other_sentence(between, count):
    words = "“Nobody sails from here today.”"
    assert len(Speech(f"Ada Quill said the pier would close. {between}{words}").sayings(words)) == count


def test_each_speaker_has_his_sentences():
    words = "“The pier will close,” said Ada Quill. The ferries wait. Ben Oar denied the charge."
    assert Speech(words).sayings(words) == (
        Said("Ada Quill", Manner.QUOTED, (1,)),
        Said("Ben Oar", Manner.REPORTED, (3,)),
    )


def test_what_a_nested_speaker_says_is_the_outer_one_s():
    words = "Ada Quill said the board had warned against the pier."
    assert [said.speaker for said in Speech(words).sayings(words)] == ["Ada Quill"]


@pytest.mark.parametrize(
    ("sentence", "document", "status"),
    [
        (
            "The port said in its yearly report released Monday that the pier would close.",
            "the yearly report",
            "released",
        ),
        ("In its forthcoming harbour strategy, the port said the pier would close.", "the harbour strategy", "draft"),
        ("The port said the pier would close in a harbour report.", "", ""),
    ],
)
def test_the_document_that_somebody_speaks_in(sentence, document, status):
    (said,) = Speech(sentence).sayings(sentence)
    assert (said.document, said.status) == (document, status)


def test_a_draft_is_named_as_that_with_who_obtained_it():
    text = (
        "The ferry plan leaked. A copy of the draft was obtained by Coast News. The draft warns against a second pier."
    )
    (said,) = Speech(text).sayings("The draft warns against a second pier.")
    assert said == Said("the draft", Manner.REPORTED, status="draft", obtained="Coast News")
