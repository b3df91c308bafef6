"""A person says what the body of a text is, against what it was marked as."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import clean
from briefgen.clean.overruling import MissingError, limits
from briefgen.model.place import Span
from briefgen.model.source import Block, Role

LINES = (
    "Cranes of Calder",
    "Follow us for more news of the quays.",
    "“The harbour of Calder opened again on Monday,” the warden said.",
    "Fares",
    "The ferry sails twice a day — at six and at ten.",
    "Read more about ferries and their captains here.",
)
TITLE, MENU, OPENING, HEADING, CLOSING, MORE = LINES
TEXT = "\n\n".join(LINES)
ROLES = (Role.TITLE, Role.BOILERPLATE, Role.BOILERPLATE, Role.HEADING, Role.CREDIT, Role.PARAGRAPH)


def spans():
    return [Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in LINES]


MARKED = tuple(Block(span, role) for span, role in zip(spans(), ROLES, strict=True))


def quotable(said, hints=()):
    return [b.span.of(TEXT) for b in clean.overrule(TEXT, MARKED, hints, said) if b.is_body]


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("all", [MENU, OPENING, CLOSING, MORE]),
        ("The harbour of Calder … and at ten.", [OPENING, CLOSING]),
        ("The harbour of Calder ... six and at ten", [OPENING, CLOSING]),
        ('"The  harbour of Calder…six and at ten.', [OPENING, CLOSING]),
        ("The harbour of Calder …", [OPENING, CLOSING, MORE]),
        ("… twice a day - at six and at ten.", [MENU, OPENING, CLOSING]),
        ("harbour of Calder … The ferry sails", [OPENING.removeprefix("“The "), "The ferry sails"]),
        ("Cranes of Calder … the warden said.", [TITLE, MENU, OPENING]),
    ],
)
def test_the_body_is_what_a_person_says(said, body):
    assert quotable(said) == body


def test_what_a_reader_is_sure_of_is_not_overruled():
    assert quotable("all", hints=MARKED[1:2]) == [OPENING, CLOSING, MORE]


def test_a_bullet_is_no_body():
    text = "- The crane of Calder lifts forty tons."
    blocks = (Block(Span(0, 1), Role.BOILERPLATE), Block(Span(2, len(text)), Role.BOILERPLATE))
    assert [block.role for block in clean.overrule(text, blocks, (), "all")] == [Role.BOILERPLATE, Role.PARAGRAPH]


def test_of_several_places_the_first_begins_and_the_last_ends_the_body():
    text = "Ships come. Boats go. Ships come. Boats go. End."
    blocks = (Block(Span(0, len(text)), Role.BOILERPLATE),)
    body = next(each for each in clean.overrule(text, blocks, (), "Boats go. … Boats go.") if each.is_body)
    assert body.span.of(text) == "Boats go. Ships come. Boats go."


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("The lighthouse … and at ten.", "The lighthouse"),
        ("The harbour … of the lighthouse.", "of the lighthouse."),
        ("The ferry sails … the warden said.", "the warden said."),
        ("he harbour of … and at ten.", "he harbour of"),
    ],
)
def test_words_that_are_not_there_are_named(said, missing):
    with pytest.raises(MissingError) as error:
        clean.overrule(TEXT, MARKED, (), said)
    assert str(error.value) == missing


@pytest.mark.parametrize("said", ["", "…", "the harbour", "one … two … three", ". … ."])
def test_what_says_no_body(said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        limits(said)


@given(st.sampled_from(TEXT.split()), st.sampled_from(TEXT.split()))
def test_blocks_still_cover_the_text_in_order(first, last):
    try:
        blocks = clean.overrule(TEXT, MARKED, (), f"{first} … {last}")
    except (MissingError, ValueError):
        return
    rest = list(TEXT)
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end
        rest[block.span.start : block.span.end] = " " * len(block.span)
        at = block.span.end
    assert not "".join(rest).strip()
