"""What ends a paragraph without a mark is no passage."""

import pytest

from briefgen import passages
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work
from briefgen.passages.unfinished import is_unfinished


@pytest.mark.parametrize(
    "sentence", ["How ferries won the bay in old pictures", "Learn more ", "Порт закрыт", "In 1921 A"]
)
def test_what_ends_with_a_word_has_no_end(sentence):
    assert is_unfinished(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is closed.",
        "It is closed.”",
        "It is closed.[12]",
        "It was so:",
        "In the U.S",
        "港は閉じた",
        "항구는 닫혔다",
        "In 1921",
        "",
    ],
)
def test_what_has_a_mark_or_a_script_without_them_is_whole(sentence):
    assert not is_unfinished(sentence)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The pier is closed. It is old. How ferries won the bay", ["The pier is closed.", "It is old."]),
        ("Two piers in the bay", ["Two piers in the bay"]),
    ],
)
def test_only_behind_other_sentences_is_it_no_passage(text, quoted):
    document = Document.from_text(text)
    seen = Appearance(document.id, "pier.txt", "0" * 64, Work(title="Pier"))
    found = passages.passages(Source(document, (Block(Span(0, len(text)), Role.PARAGRAPH),), seen))
    assert [each.span.of(text) for each in found] == quoted
