"""Proof of a file's claims against texts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefgen.anchor import select
from briefgen.model.brief import Brief, Excerpt
from briefgen.model.claim import Claim, Kind
from briefgen.model.place import Span
from briefgen.model.source import Document
from briefgen.proof import prove

SOURCE = Document.from_text("The ministers met\nin Geneva. They agreed on nothing.")
EXCERPT = Excerpt(SOURCE.id, select(SOURCE.text, Span(0, 28)), "t", number=1)
BRIEF = Brief("b", "B", date(2026, 11, 22), excerpts=(EXCERPT,))
WORDS = "The ministers met in Geneva."
TEXTS = {SOURCE.id: SOURCE.text}


def kinds(*claims, texts=TEXTS):
    return [finding.kind for finding in prove(claims, BRIEF, texts.get)]


def test_words_at_their_place_are_exact_by_id_and_by_number():
    assert kinds(Claim(WORDS, EXCERPT.id)) == [Kind.EXACT]
    assert kinds(Claim(WORDS, number=1)) == [Kind.EXACT]


@given(st.text())
def test_other_words_are_never_exact(words):
    if words != WORDS:
        assert kinds(Claim(words, EXCERPT.id)) == [Kind.ALTERED]


def test_without_the_text_or_with_another_nothing_is_proved():
    assert kinds(Claim(WORDS, EXCERPT.id), texts={}) == [Kind.UNPROVEN]
    assert kinds(Claim(WORDS, EXCERPT.id), texts={SOURCE.id: SOURCE.text + " "}) == [Kind.UNPROVEN]


def test_what_the_brief_does_not_hold_is_unknown_and_what_the_file_lacks_is_missing():
    assert kinds(Claim(WORDS, "ffff")) == [Kind.UNKNOWN, Kind.MISSING]
    assert kinds() == [Kind.MISSING]
