"""Who speaks in the five real articles, as a reader would say."""

import json
from pathlib import Path

import pytest
from spoken import Speech

from briefgen.model.attribution import Manner
from briefgen.model.place import Span

EXPECTED = json.loads(Path(__file__).with_name("five_articles.json").read_text("utf-8"))["speaks"]


@pytest.fixture(scope="module")
def speech(articles):
    """Each article by the first three letters of its name, with what it attributes."""
    return {path.name[:3]: Speech(path.read_text("utf-8")) for path in articles.glob("*.txt")}


@pytest.mark.parametrize(("name", "start", "end", "who"), [(*each[:3], each[3:]) for each in EXPECTED])
def test_who_speaks_in_a_sentence(speech, name, start, end, who):
    said = speech[name].speaking([Span(start, end)])
    assert [[each.speaker, each.manner.value, each.status] for each in said] == ([who] if who else [])


def test_the_axis_is_not_put_into_the_prime_minister_s_mouth(speech):
    text = speech["002"].text
    for paragraph in speech["002"].paragraphs[1:]:
        for sentence in paragraph:
            said = [each for each in speech["002"].speaking([sentence]) if "Kishida" in each.speaker]
            assert "axis" not in sentence.of(text).casefold() or not said
            assert all(each.manner is not Manner.QUOTED for each in said)
