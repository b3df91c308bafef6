"""Texts with the shapes of saved pages, each beside what it should be: `data/NAME.txt` and `data/NAME.json`."""

import json
from pathlib import Path

import pytest

from briefgen.clean import describe, mark
from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.text import canonicalise

PAGES = sorted((Path(__file__).parent / "data").glob("*.txt"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def expected(page):
    return json.loads(page.with_suffix(".json").read_text("utf-8"))


@each_page
def test_blocks(page):
    text = canonicalise(page.read_text("utf-8"))
    assert mark(text) == tuple(Block(Span(start, end), Role(role)) for start, end, role in expected(page)["blocks"])


@each_page
def test_work(page):
    text = canonicalise(page.read_text("utf-8"))
    work = describe(text, mark(text))
    assert {field: str(getattr(work, field)) for field, _ in work.bases} == expected(page)["work"]


def roles(text, **given):
    return [(block.role.value, block.span.of(text)) for block in mark(text, **given)]


SENTENCES = "The boats left early and came back late. Nobody had counted them, and nobody would."


def test_hints_win_whatever_the_words_say():
    text = f"Leave a Reply\n\n{SENTENCES}\n\n{SENTENCES}"
    hint = Block(Span(0, 13), Role.QUOTE)
    assert mark(text, [hint])[0] == hint
    assert roles(text)[0] == ("boilerplate", "Leave a Reply")


def test_a_line_that_recurs_in_a_publishers_pages_is_no_part_of_the_article():
    habit = "The Harbour Post is read in nine ports by those who go to sea."
    text = f"Boats come home\n\n{SENTENCES}\n\n{habit}\n\n{SENTENCES}"
    assert ("paragraph", habit) in roles(text)
    assert ("boilerplate", habit) in roles(text, habits=frozenset({habit}))


def test_a_biography_of_the_writer_at_the_end_is_no_part_of_the_article():
    biography = "Mira Oduya is a reporter at a paper of the northern coast."
    text = f"Boats come home\n\n{SENTENCES}\n\n{SENTENCES}\n\n{biography}"
    assert roles(text)[-1][0] == "boilerplate"


def test_a_person_described_within_the_article_stays():
    person = "Mira Oduya is a writer of long letters to the harbour office."
    text = f"Boats come home\n\n{SENTENCES}\n\n{person}\n\n{SENTENCES}"
    assert [role for role, _ in roles(text)] == ["title", "paragraph", "paragraph", "paragraph"]


def test_a_heading_about_something_is_no_profile():
    text = f"Boats come home\n\n{SENTENCES}\n\nAbout the Lamps\n\n{SENTENCES}"
    assert roles(text)[2] == ("heading", "About the Lamps")


def test_a_text_of_one_line_is_a_paragraph():
    assert roles("The boats left early") == [("paragraph", "The boats left early")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u3000\n"])
def test_nothing_to_mark(text):
    assert mark(text) == ()
