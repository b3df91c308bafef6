"""What can be a speaker's name, and what only stood where one is looked for."""

import pytest
from spoken import Speech

from briefgen.attribution.naming import is_name, without_lead


@pytest.mark.parametrize(
    "words",
    [
        "Ada Quill",
        "the editor of The Port Times",
        "critics of the “open harbour” rule",
        "Will Oar",
        "So Young Quill",
        "2,000 ferrymen",
        "Q.E.D. Cranes",
        "the Elling-Calder/Port board",
        "he",
    ],
)
def test_what_can_be_a_name(words):
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "cranes fell The harbour board",
        "a long tale of the pier It",
        "the pier is closed Mayor Oar",
        "Quill spoke after the board",
        "the things he",
        "he himself",
        "the union of “old piers",
        'the union of "old piers',
        "‘Old piers’ Ada Quill",
        "07.02.2017) Ada Quill",
        "Bo Reed / Port Pictures Ada Quill",
        "pic.port.example/abc Ada Quill",
        "desk@port.example Ada Quill",
        "242",
    ],
)
def test_what_is_nobodys_name(words):
    assert not is_name(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [("As Ada Quill", "Ada Quill"), ("But The Board", "Board"), ("So Se Oar", "So Se Oar"), ("While", "")],
)
def test_what_leads_to_a_name_is_none_of_it(words, name):
    assert without_lead(words) == name


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        ("As Ada Quill left, it rained. ", "Quill said the pier would close.", "Ada Quill"),
        ("Ada Quill left. When Quill left, it rained. ", "Quill said the pier would close.", "Ada Quill"),
        ("", "Ada Quill on Thursday said the pier would close.", "Ada Quill"),
        ("", "A note released on Thursday said the pier would close.", "a note released on Thursday"),
        ("", "Ice came to New Calder on Monday, one girl, Ada Quill, talked of her “fear of the pier”.", ""),
        ("", "As ferries went out, Ada Quill was cold, asking “whether the pier would close”.", "Ada Quill"),
        ("", "The 12,000 ferrymen said the pier would close.", "the 12,000 ferrymen"),
        ("", "Ada Quill, the mayor’s sister, was hurt by a fall of ice, says Elling.", "Elling"),
        ("", "Ada Quill, who was the mayor of Elling, said the pier was closed.", "Ada Quill"),
        ("", "The port has a mission to Elling to look into alleged thefts by ferrymen.", ""),
        ("", "The press service of the mayor, Ada Quill, said the pier was closed.", "the press service of the mayor"),
        ("Its envoy to the Island Republic Ada Quill sailed. ", "Quill said the pier was closed.", "Ada Quill"),
        ("", '"Elling is urging all ferrymen to wait for spring.', ""),
        ("", "“Elling is urging all ferrymen to wait for spring.", ""),
        ("Its ambassador to the Republic of Elling Ada Quill left. ", "Quill said the pier was closed.", "Ada Quill"),
        ("", "Ties of Elling and Calder maintain their good course, the envoy said.", ""),
        ("", "Port towns, such as Elling, have voiced unease over words of a mayor who called it “an old pier”.", ""),
        ("Ada Quill said it was cold. ", "Before Oar took office, he called the pier “a ruin of old days”.", ""),
        (
            "Ada Quill said it was cold. ",
            "Before the tide turned, she called the pier “a ruin of old days”.",
            "Ada Quill",
        ),
        ("", "A note to the council saying that “the pier would close” went out.", ""),
    ],
)
def test_the_name_is_whole_and_nothing_else(before, sentence, speaker):
    assert [said.speaker for said in Speech(before + sentence).sayings(sentence)] == [speaker] * bool(speaker)
