"""The JSON Schema that editors get says what the loader takes."""

import json
import re
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.config import Known, load, schema
from briefgen.config.yaml12 import read
from briefgen.errors import ConfigError

HERE = Path(__file__).parent
TYPES = {"string": str, "object": dict, "array": list, "integer": int}


def fits(value, rule):
    """Check a value against the part of JSON Schema that the schema uses."""
    assert set(rule) <= {*RULES, "$schema", "title", "description", "examples", "default", "additionalProperties"}
    return all(RULES[name](value, wanted, rule) for name, wanted in rule.items() if name in RULES)


def is_a(value, types):
    types = [types] if isinstance(types, str) else types
    return any(isinstance(value, TYPES[name]) and not isinstance(value, bool) for name in types)


def has_known_keys(value, known, rule):
    if not isinstance(value, dict):
        return True
    return (rule.get("additionalProperties", True) or not set(value) - set(known)) and all(
        fits(value[key], known[key]) for key in value if key in known
    )


RULES = {
    "type": lambda value, types, _: is_a(value, types),
    "enum": lambda value, names, _: value in names,
    "anyOf": lambda value, choices, _: any(fits(value, choice) for choice in choices),
    "pattern": lambda value, pattern, _: not isinstance(value, str) or re.search(pattern, value) is not None,
    "oneOf": lambda value, choices, _: sum(fits(value, choice) for choice in choices) == 1,
    "not": lambda value, other, _: not fits(value, other),
    "required": lambda value, keys, _: not isinstance(value, dict) or set(keys) <= set(value),
    "properties": has_known_keys,
    "items": lambda value, item, _: not isinstance(value, list) or all(fits(each, item) for each in value),
    "minItems": lambda value, least, _: not isinstance(value, list) or len(value) >= least,
    "minimum": lambda value, least, _: value >= least,
    "maximum": lambda value, most, _: value <= most,
}


def mappings(rule):
    """Give every mapping with known keys that a schema holds."""
    if "properties" in rule:
        yield rule
    for inner in (*rule.get("properties", {}).values(), *rule.get("anyOf", ()), rule.get("items")):
        if inner:
            yield from mappings(inner)


def data(path):
    return read(path.read_bytes(), path.name).data


@pytest.mark.parametrize("name", ["full", "least"])
def test_good_configs_fit(name):
    assert load(HERE / "good" / f"{name}.yaml")
    assert fits(data(HERE / "good" / f"{name}.yaml"), schema())


@pytest.mark.parametrize(
    "name", ["unknown-keys", "missing", "no-topics", "types", "topics-not-a-list", "topics", "picks", "values"]
)
def test_configs_whose_shape_is_wrong_do_not_fit(name):
    assert not fits(data(HERE / "bad" / f"{name}.yaml"), schema())


def test_every_key_is_described_and_its_examples_fit():
    found = list(mappings(schema()))
    assert len(found) >= 3
    for rule in found:
        assert rule["additionalProperties"] is False
        assert rule["description"]
        for key, inner in rule["properties"].items():
            assert inner["description"].endswith("."), key
            assert inner["examples"], key
            assert all(fits(example, inner) for example in inner["examples"]), key


def test_known_names_and_defaults_are_listed():
    properties = schema(Known(("md",), ("apa", "mla"), ("mine",)))["properties"]
    assert properties["citations"]["anyOf"][0]["enum"] == ["apa", "mla"]
    assert properties["formats"]["anyOf"][1]["items"]["enum"] == ["md"]
    assert properties["unsourced_numbers"]["default"] == "annex"
    assert properties["formats"]["default"] == ("docx", "md")


def one_line(value):
    return f"title: T\ntopics: [{{title: P, about: R}}]\n{value}\n"


@pytest.mark.parametrize("key", [key for key in schema()["properties"] if key not in {"title", "topics"}])
def test_a_wrong_value_is_one_mistake_in_its_line(key, tmp_path):
    wrong = "text" if key in {"columns", "output", "email", "schedule", "new"} else "{a: [b]}"
    (tmp_path / "a.yaml").write_text(one_line(f"{key}: {wrong}"))
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "a.yaml")
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column) == (3, len(key) + 3)
    assert mistake.wrong.startswith((key, f"an item of {key}"))


def test_the_schema_can_be_asked_for_again():
    assert schema() == schema()


def test_the_command_knows_the_templates_of_the_project(tmp_path, monkeypatch, capsys):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "desk.md.j2").write_text("# {{ brief.title }}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["schema"]) == 0
    templates = json.loads(capsys.readouterr().out)["properties"]["template"]["enum"]
    assert templates == sorted([*Known().templates, "desk"])
