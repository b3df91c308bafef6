"""docs/templates.md says what there is, all of it, and its examples work."""

import re
from pathlib import Path

import briefs
import pytest
from composed import composed, marked

from briefgen.compose import sandbox
from briefgen.compose.filters import filters
from briefgen.compose.filters import tests as known_tests
from briefgen.compose.limits import Limits
from briefgen.compose.standins import StandIns
from briefgen.compose.values import Value
from briefgen.compose.view import view

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
SET = (
    "{% set e = brief.excerpts[0] %}{% set s = brief.sections[0] %}{% set source = brief.sources[0] %}"
    "{% set quotation = cite %}"
)
EXAMPLES = [
    example.replace("\\|", "|")
    for row in re.findall(r"^\| `.*\|$", GUIDE, re.MULTILINE)
    for example in re.findall(r"`([^`]+)`", re.split(r"(?<!\\)\|", row)[3])
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works(example: str) -> None:
    assert composed(SET + example).strip() != example


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize("template", re.findall(r"```jinja\n(.*?)```", GUIDE, re.DOTALL))
def test_a_longer_example_works(template: str, built_in: str) -> None:
    text = marked(template, **{"policy-brief": built_in})
    assert "> \x0e" in text


def _kinds(value: object, found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Every kind of thing that can be reached from `value`, with its fields."""
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Value) and item._fields:
            found.setdefault(item.kind, set()).update(item._fields)
            for field in item._fields.values():
                _kinds(field, found)
    return found


def test_every_field_filter_test_function_and_block_is_in_the_guide(built_in: str) -> None:
    names = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", GUIDE))))
    kinds = _kinds(view(briefs.BRIEF, StandIns(Limits())), {})
    assert set(kinds) == {
        "the brief",
        "what the brief rests on",
        "a section",
        "an excerpt",
        "a flag",
        "a work",
        "a source",
        "a withheld passage",
    }
    assert set().union(*kinds.values()) <= names
    assert {*filters(Limits()), *sandbox.NAMES, *re.findall(r"{% block (\w+)", built_in)} <= names
    comparisons = {"eq", "equalto", "ne", "lt", "le", "gt", "ge"}
    assert {*known_tests(Limits())} - comparisons <= names
