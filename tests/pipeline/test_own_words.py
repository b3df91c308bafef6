"""In a brief, the parties of a topic speak for themselves, and what is denied stands before its denial."""

from datetime import date

import pytest

from briefgen.config import load
from briefgen.pipeline.explain import explain
from briefgen.pipeline.picking import Asked, choice
from briefgen.select import ANSWERS, OWN_WORDS

DAY = date(2026, 11, 22)
CONFIG = """title: The leak
sources: clips
entities: entities.yaml
topics:
  - title: Elling and Quayside
    question: What do Elling and Quayside say of the oil leak?
    about: [Elling, Quayside]
"""
ENTITIES = """Elling: [Ellish, Port Elling]
Quayside: [Quayan]
Ada Quill:
  offices:
    - {title: Harbour Minister of Quayside, from: 2020-01-01}
"""
LEADS = {
    "a": "An oil leak spread from Elling to Quayside in one night.",
    "b": "Boats of Elling and of Quayside crossed the oil leak all day.",
    "c": "An oil leak closed two markets in Elling and three in Quayside.",
    "d": "Elling lies east of Quayside, where the oil leak was seen first.",
    "e": "A broken crane of Elling caused the oil leak off Quayside, three pilots wrote.",
}
AROUND = "The coast is long and grey.\n\n"


@pytest.fixture
def explained(tmp_path):
    """Explain the brief over the leads, each an article of its own, and what else is said."""

    def over(*more):
        clips = tmp_path / "clips"
        clips.mkdir()
        for name, words in {**LEADS, **{f"z{n}": words for n, words in enumerate(more)}}.items():
            (clips / f"{name}.txt").write_text(f"{AROUND}{words}\n", "utf-8")
        (tmp_path / "entities.yaml").write_text(ENTITIES, "utf-8")
        (tmp_path / "brief.yaml").write_text(CONFIG, "utf-8")
        settings = load(tmp_path / "brief.yaml")
        (topic,) = (found := explain(settings, DAY)).topics
        words = [found.words[each.place] for each in topic.fresh.chosen]
        return settings, words, [[reason.name for reason in each.reasons][-1] for each in topic.fresh.chosen]

    return over


@pytest.mark.parametrize(
    "statement",
    [
        "The Ellish harbour ministry said Quayside had lost the oil, and that the wind had brought all of it.",
        "“Quayside has lost that oil, and we have none to lose,” a spokesman for the Ellish government said.",
        "Port Elling has called the tale of oil at Quayside a dream, and those who tell it a danger to all.",
    ],
)
def test_a_party_that_would_be_silent_is_heard(explained, statement):
    settings, words, reasons = explained(statement)
    assert len(words) == 5
    assert statement in words
    assert reasons[words.index(statement)] == OWN_WORDS
    offers = choice(settings, DAY, Asked()).offers
    assert [each.why for each in offers if each.words == statement] == ["own words: Elling"]
    assert any(each.why.startswith("made room") for each in offers)


@pytest.mark.parametrize(
    "statement",
    [
        "An Ellish newspaper said Quayside had lost the oil, and that the wind had brought all of it.",
        "A former Ellish harbour minister said Quayside had lost the oil, and that the wind had brought it.",
        "Those who live near Elling said Quayside had lost the oil, and that the wind had brought it.",
    ],
)
def test_nobody_else_is_heard_for_it(explained, statement):
    _, _, reasons = explained(statement)
    assert OWN_WORDS not in reasons


def test_a_person_speaks_for_whom_he_has_his_office_from(explained):
    statement = "Ada Quill said that all the oil off Quayside had come from Elling, which would have to pay."
    _, words, reasons = explained(statement)
    assert reasons[words.index(statement)] == OWN_WORDS


def test_a_denial_stands_right_after_what_it_denies(explained):
    denial = "Elling denies that a broken crane caused the oil leak off Quayside."
    _, words, reasons = explained(denial)
    at = words.index(denial)
    assert reasons[at] == ANSWERS
    assert words[at - 1] == LEADS["e"]
