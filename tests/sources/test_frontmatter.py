"""Front matter: what is right is taken, what is wrong is said and nothing is lost."""

import pytest

from briefgen.model.source import Role
from briefgen.sources import read


def reading(*lines, name="note.txt"):
    return read("\n".join(lines).encode(), name)


def test_every_value_is_a_string():
    work = reading("---", "title: NO", "author: 12:30", "note: 010", "---", "Lamps.").work
    assert (work.title, work.author, work.note) == ("NO", "12:30", "010")


def test_values_have_no_line_breaks_or_control_characters():
    work = reading("---", 'title: "Lamps\\nof the\\x01 north"', "note: >", "  two", "  lines", "---", "Lamps.").work
    assert (work.title, work.note) == ("Lamps of the\ufffd north", "two lines")


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("published: 03/06/2022", "note.txt:3: '03/06/2022' is no date, or can be read two ways; write 2022-03-06"),
        ("authr: Mira", "note.txt:3: there is no field 'authr'; did you mean 'author'?"),
        ("title: Oil", "note.txt:3: 'title' is here twice; keep one"),
        ("note: {a: b}", "note.txt:3: 'note' holds no plain words"),
        ("url: javascript:alert(1)", "note.txt:3: 'javascript:alert(1)' is no url; write the whole address"),
        ("language: English", "note.txt:3: 'English' is no language; write a code such as en"),
        ("status: final", "note.txt:3: 'final' is no status; write draft or released"),
        ("body: none of it", "note.txt:3: 'none of it' does not say where the body begins and ends; write all"),
        ("grade: G9", "note.txt:3: 'G9' is no grade; write an Admiralty grade"),
    ],
)
def test_a_field_that_is_wrong_is_left_out_and_said(line, warning):
    found = reading("---", "title: Lamps", line, "---", "The lamps were lit.")
    assert found.text == "The lamps were lit."
    assert found.work.title == "Lamps"
    assert [field for field, _ in found.work.bases] == ["title"]
    assert found.warnings[0].startswith(warning)


def test_fields_of_other_programs_are_passed_over():
    assert reading("---", "title: Lamps", "layout: post", "tags: [a]", "---", "Lamps.").warnings == ()


@pytest.mark.parametrize("name", ["note.txt", "note.md"])
@pytest.mark.parametrize(
    "line", ["title: Lamps: a report", "title: [", "\ttitle: x", "title: " + "[" * 3_000, "- x", 'title: "\\UFFFFFFFF"']
)
def test_front_matter_that_is_no_yaml_stays_as_text_that_nobody_quotes(line, name):
    found = reading("---", "note: x", line, "---", "The lamps were lit.", name=name)
    assert "front matter is no YAML" in found.warnings[0]
    assert [hint.role for hint in found.hints] == [Role.BOILERPLATE]
    assert "note: x" in found.hints[0].span.of(found.text)
    assert found.text.endswith("The lamps were lit.")


def test_front_matter_that_never_ends_is_said():
    found = reading("---", "title: Lamps", "The lamps were lit.")
    assert found.text.startswith("---\ntitle")
    assert "never ends" in found.warnings[0]


@pytest.mark.parametrize("lines", [["---", "", "The lamps were lit.", "---"], ["The lamps.", "---", "title: x", "---"]])
def test_a_rule_is_no_front_matter(lines):
    found = reading(*lines)
    assert found.text == "\n".join(lines)
    assert found.warnings == ()


def test_an_alias_bomb_is_one_pair():
    bomb = [f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)]
    found = reading("---", "a: &a [x, x]", *bomb, "title: Lamps", "---", "The lamps were lit.")
    assert found.work.title == "Lamps"
