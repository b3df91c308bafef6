"""Grades and marks: the order of each code, and where a text bears its mark."""

from itertools import combinations

import pytest

from briefgen.grades import exceeds, header, reaches, tlp

STRICTER = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def test_the_order_of_the_traffic_light_protocol():
    for one, other in combinations(STRICTER, 2):
        assert exceeds(other, one)
        assert not exceeds(one, other)
        assert not exceeds(one, one)


@pytest.mark.parametrize(
    ("marking", "label"),
    [
        ("TLP:WHITE", "TLP:CLEAR"),
        ("tlp: amber", "TLP:AMBER"),
        ("For the desk only, TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("TLP:GREEN, annex TLP:RED", "TLP:RED"),
        ("TLP:AMBERGRIS", ""),
        ("amber", ""),
        ("", ""),
    ],
)
def test_a_label_in_the_words_of_a_marking(marking, label):
    assert tlp(marking) == label


@pytest.mark.parametrize(("marking", "other"), [("TLP:RED", ""), ("", "TLP:CLEAR"), ("secret", "TLP:CLEAR")])
def test_without_two_labels_none_exceeds_the_other(marking, other):
    assert not exceeds(marking, other)


@pytest.mark.parametrize(
    ("reliability", "least", "does"),
    [("A", "C", True), ("C", "C", True), ("D", "C", False), ("F", "E", False), ("", "E", False), ("E", "E", True)],
)
def test_what_nobody_has_judged_reaches_no_grade(reliability, least, does):
    assert reaches(reliability, least) is does


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TLP:AMBER\n\nThe crane fell.\n", "TLP:AMBER"),
        ("Port note\nMarking: TLP:AMBER+STRICT\n\nThe crane fell.\n", "TLP:AMBER+STRICT"),
        ("The crane fell.\n\n[TLP: RED]\n", "TLP:RED"),
        ("The note was TLP:AMBER at first.\n", ""),
        ("One.\n" * 20 + "TLP:RED\n" + "Two.\n" * 20, ""),
        ("TLP:BLUE\n", ""),
    ],
)
def test_a_text_bears_its_mark_on_a_line_of_its_own_at_an_edge(text, label):
    assert header(text) == label
