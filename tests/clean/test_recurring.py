"""Lines that recur in a publisher's pages, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean import habits, mark
from briefgen.model.source import Role

BACKGROUND = "The harbour was closed for a month after the storm of last spring."
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def story(topic, paragraphs=3):
    return [
        f"Nobody at the quay had seen {topic} of this kind before the {n} tide came in." for n in NUMBERS[:paragraphs]
    ]


def page(*lines):
    return "\n\n".join(lines)


PAGES = [
    page("Tides and Trades", *story(topic), "Go ashore with us") for topic in ("ferries", "cranes", "buoys", "eels")
]


def test_what_stands_in_every_page_is_a_habit():
    assert habits(PAGES) == {"Tides and Trades", "Go ashore with us"}


@given(st.permutations(PAGES))
def test_the_order_of_the_pages_has_no_say(pages):
    assert habits(pages) == habits(PAGES)
    assert habits([*pages, *pages]) == habits(PAGES), "a copy is no other page"


@pytest.mark.parametrize(
    ("holding", "without", "is_habit"), [(2, 0, False), (3, 0, True), (3, 12, True), (3, 13, False)]
)
def test_a_habit_stands_in_three_stories_and_a_fifth_of_all(holding, without, is_habit):
    pages = [page(*story(f"boat {i}"), "Go ashore with us") for i in range(holding)]
    pages += [page(*story(f"crane {i}")) for i in range(without)]
    assert ("Go ashore with us" in habits(pages)) is is_habit


def test_what_copies_of_one_story_share_is_no_habit():
    wire = story("ferries", 8)
    copies = [page(f"Headline {i}", *wire[: 8 - i], "He did not say why.") for i in range(4)]
    assert habits([*copies, page(*story("cranes"))]) == frozenset()
    assert habits([*copies, *(page(*story(each), "He did not say why.") for each in ("eels", "buoys"))])


@pytest.mark.parametrize(
    "line",
    [BACKGROUND, "By Ada Quill", "6 March 2022", "Herring and eels " * 13],
    ids=["a sentence that follow-ups repeat", "a byline", "a date", "a long line"],
)
def test_what_is_told_or_stated_is_no_habit(line):
    assert line.strip() not in habits(page(*story(topic), line) for topic in ("ferries", "cranes", "buoys", "eels"))


def test_a_part_of_a_line_is_no_habit():
    pages = [page(*story(topic), f"Go ashore with us, {topic}") for topic in ("ferries", "cranes", "buoys")]
    assert habits(pages) == frozenset()


def test_no_habits_without_texts():
    assert habits([]) == habits(["", " "]) == frozenset()


def test_a_habit_is_no_part_of_the_article():
    roles = {block.span.of(PAGES[0]): block.role for block in mark(PAGES[0], (), habits(PAGES))}
    assert roles["Go ashore with us"] is Role.BOILERPLATE
    assert sum(role is Role.PARAGRAPH for role in roles.values()) == 3
