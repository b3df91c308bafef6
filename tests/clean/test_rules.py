"""The tables of rules and of phrases are whole, and are heeded."""

import re
from dataclasses import replace

import pytest

from briefgen.clean.marking import mark
from briefgen.clean.phrases import Kind, of_line, sections
from briefgen.clean.rules import RULES


def test_every_phrase_is_an_expression_of_a_known_kind_and_stands_there_once():
    every = [phrase for section in sections() for phrase in section.phrases]
    assert len(every) == len(set(every)) > 80
    assert all(re.compile(phrase) for phrase in every)
    assert {section.kind for section in sections()} == {"closer", "opener", "furniture", "sentence"}


@pytest.mark.parametrize(
    ("line", "kind", "section"),
    [
        ("Leave a Reply", Kind.CLOSER, "comments"),
        ("Most read", Kind.OPENER, "other stories"),
        ("Tags: cranes, ferries", Kind.OPENER, "tags"),
        ("Become a member", Kind.FURNITURE, "subscriptions"),
        ("Advertisement", Kind.FURNITURE, "advertisements"),
        ("Skip to content", Kind.FURNITURE, "navigation"),
        ("関連記事", Kind.OPENER, "other stories"),
        ("Читайте также: чайки", Kind.OPENER, "other stories"),
        ("We use cookies to count gulls.", Kind.FURNITURE, "notices"),
    ],
)
def test_a_section_that_is_left_out_is_not_heeded(line, kind, section):
    assert of_line(line) is kind
    assert of_line(line, frozenset({section})) is None


def test_rules_are_heeded():
    sentences = "The boats left early and came back late. Nobody had counted them, and nobody would."
    text = f"Boats come home\n\n{sentences}\n\n{sentences}\n\nLeave a Reply\n\n{sentences}\n\n{sentences}"
    assert mark(text) == mark(text, rules=RULES)
    assert mark(text, rules=replace(RULES, left_out=frozenset({"comments"}))) != mark(text)
