"""Texts with the shapes of saved pages, each beside what it should be: `data/NAME.txt` and `data/NAME.json`."""

import json
from pathlib import Path

import pytest

from briefgen.clean import describe, is_doubtful, mark
from briefgen.model.place import Span
from briefgen.model.source import Block, Published, Role
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


NOISE = ("Home", "Ferries", "Cranes", "Log in", "Subscribe now", "Share this", "Advertisement")
SHIPS, NETS = SENTENCES.replace("boats", "ships"), SENTENCES.replace("boats", "nets")


def page(*parts):
    """A text with noise above and below."""
    return "\n\n".join([*NOISE, *parts, "Most read"])


def words_of(text, role):
    return [words for of, words in roles(text) if of == role]


def test_a_long_gap_costs_no_more_than_a_short_one():
    captions = [f"Photo {n} of the quay (Harbour Pictures)" for n in range(40)]
    parts = [f"{each} {SENTENCES} {SHIPS} {NETS}" for each in (SENTENCES, SHIPS, NETS, f"{NETS} {SHIPS}")]
    assert words_of(page("Boats come home", *parts[:2], *captions, *parts[2:]), "paragraph") == parts


def test_teasers_in_title_case_are_no_article():
    teaser = "Harbour Master Says The Boats Will Come Home Before The Lamps Are Lit."
    text = page(teaser, teaser.replace("Boats", "Ships"), "Boats come home", SENTENCES, SHIPS)
    assert words_of(text, "paragraph") == [SENTENCES, SHIPS]


def test_lines_in_a_row_within_the_article_are_a_list():
    lines = [
        "North quay: two cranes, one ferry",
        "South quay: one crane, no ferry",
        "East quay: gulls and nothing else",
    ]
    text = page("Boats come home", SENTENCES, SHIPS, *lines, "What comes next", NETS, f"{NETS} {SHIPS}")
    assert words_of(text, "list") == lines
    assert words_of(text, "heading") == ["What comes next"]


@pytest.mark.parametrize(
    "line",
    [
        "Published 20 November 2026",
        "21:17 20.11.2026 Get the short address of this page",
        "20 November 2026 Ansel Brodeur All, Boats, Reviews",
        "Ansel Brodeur, Friday, November 20, 2026, 04:05 pm PT (07:05 pm ET) and later",
    ],
)
def test_a_date_among_other_things_above_the_article(line):
    text = page("Boats come home", line, SENTENCES, SHIPS)
    blocks = mark(text)
    assert [block.role for block in blocks if "2026" in block.span.of(text)] == [Role.DATELINE]
    assert describe(text, blocks).published == Published("2026-11-20")


@pytest.mark.parametrize("line", ["Boats of November 2026 and later", "What the storm of 20 November 2026 did to us"])
def test_a_date_within_a_headline_dates_nothing(line):
    text = page(line, SENTENCES, SHIPS)
    assert describe(text, mark(text)).published is None


SPEECH = """\
PRESIDENT OF THE HARBOUR COUNCIL: Good morning. I shall be short, as the tide will not wait for us.

QUESTION: When will the crane move again?

PRESIDENT OF THE HARBOUR COUNCIL: When its gearbox is here. Not before.

(Laughter.)

QUESTION: And the ferries?

PRESIDENT OF THE HARBOUR COUNCIL: They sail. Thank you all for coming."""
RUSSIAN = (
    "Паром вернулся в гавань утром. Пассажиры ждали его с ночи.\n\nКапитан сказал, что рейсы пойдут по расписанию."
)
JAPANESE = "連絡船は朝に港へ戻った。乗客は夜から待っていた。\n\n船長は、冬の時刻表どおりに運航すると話した。"
NOTE = f"{SENTENCES}\n\n{SHIPS}"


@pytest.mark.parametrize("text", [NOTE, SPEECH, RUSSIAN, JAPANESE], ids=["note", "speech", "Russian", "Japanese"])
def test_a_clean_text_stays_whole(text):
    kept = [words for role, words in roles(text) if role in {"paragraph", "heading", "list"}]
    assert kept == text.split("\n\n")


def test_a_clean_text_keeps_its_headings_and_lists():
    parts = ["Boats come home", "What was counted", SENTENCES, "- two cranes and a ferry", "- no gulls", SENTENCES]
    assert [role for role, _ in roles("\n\n".join(parts)) if role != "boilerplate"] == [
        *("title", "heading", "paragraph", "list", "list", "paragraph")
    ]


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [
        (SENTENCES, False),
        ("Read more: Gulls leave the pier", True),
        ("By Mira Oduya", True),
        ("20 November 2026", True),
        ("© The Quay Gazette", True),
        ("Two cranes and a ferry", False),
    ],
)
def test_what_may_be_no_part_of_an_article(words, doubtful):
    assert is_doubtful(words) is doubtful
