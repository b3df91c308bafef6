"""The language of a text is told by its words, and not guessed where they are few."""

import pytest

from briefgen import clean
from briefgen.model.place import Span
from briefgen.model.source import Block, Role


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The crane of Calder lifts forty tons at once, and the ferry waits for the tide.", "en"),
        ("Der Kran von Calder hebt vierzig Tonnen auf einmal, und die Fähre wartet auf die Flut.", "de"),
        ("Паром ждёт прилива, а кран порта поднимает сорок тонн за один раз, сказал смотритель.", "ru"),
        ("港のクレーンは一度に四十トンを持ち上げ、" * 4, "ja"),
        ("항구의 크레인은 한 번에 사십 톤을 들어 올리고 여객선은 밀물을 기다린다고 관리인이 말했다. " * 2, "ko"),
        ("The ferry waits.", ""),
        ("12 34 56 78 90 — " * 9, ""),
    ],
)
def test_the_language_of_a_body(text, language):
    assert clean.language(text, (Block(Span(0, len(text)), Role.PARAGRAPH),)) == language


def test_what_is_no_body_has_no_say():
    text = "Der Kran von Calder hebt vierzig Tonnen auf einmal, und die Fähre wartet auf die Flut."
    assert clean.language(text, (Block(Span(0, len(text)), Role.BOILERPLATE),)) == ""
