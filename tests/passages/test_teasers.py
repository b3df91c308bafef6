"""A pointer to another story within a paragraph is no passage."""

import pytest

from briefgen import passages
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work
from briefgen.passages.teasers import is_teaser


@pytest.mark.parametrize(
    "sentence",
    [
        "READ MORE: Ferries wait The port said so.",
        "“WATCH: The tide",
        "Read more: ice.",
        "PHOTO GALLERY: Old piers",
        "OPINION: No",
        "The pier is closed.”- READ MORE: Ferries wait The port said so.",
        "(02.01.2026) The port told of a new pier.",
        "Send Facebook Twitter Google+ Link The port is closed.",
    ],
)
def test_what_points_to_another_story_is_a_teaser(sentence):
    assert is_teaser(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Watch: the tide comes in.",
        "READ MORE, the port said.",
        "Quill: read more: he did.",
        "RELATED:",
        "The pier (02.01.2026) is open.",
        "He SPREAD: no.",
        "The port is on Facebook, Twitter and Telegram now.",
        "QUILL: We do.",
        "",
    ],
)
def test_other_sentences_are_none(sentence):
    assert not is_teaser(sentence)


def test_a_teaser_is_no_passage_and_nothing_follows_it():
    text = "The pier is closed. READ MORE: Ferries wait The port was late. It is open again."
    document = Document.from_text(text)
    seen = Appearance(document.id, "pier.txt", "0" * 64, Work(title="Pier"))
    found = passages.passages(Source(document, (Block(Span(0, len(text)), Role.PARAGRAPH),), seen))
    assert [(each.span.of(text), each.follows) for each in found] == [
        ("The pier is closed.", False),
        ("It is open again.", False),
    ]
