"""Laws of reading a config: whatever the file holds, and wherever it stands in it."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import load
from briefgen.config.yaml12 import read, scalar
from briefgen.errors import BriefgenError, ConfigError
from briefgen.model.settings import Settings

KEYS = ["title", "topics", "about", "query", "entities", "summary", "sources", "pin", "limit", "window", "<<", "no"]
PIECES = [f"{key}: " for key in KEYS] + ["\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ", ", "'", '"', "|\n ", "# "]
PIECES += ["&a ", "*a", "!x ", "---\n", "...\n", "%YAML 1.2\n", "? ", "\t", "\\", "a", "5", "~", "NO", "台湾"]
PIECES += ["a.md", "\r"]
yamlish = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("config")


@given(st.binary() | st.text().map(str.encode) | yamlish.map(str.encode))
def test_any_bytes_are_settings_or_a_config_error(folder, data):
    path = folder / "any.yaml"
    path.write_bytes(data)
    check(attempt(path), data.decode("utf-8-sig", "replace"))


@given(yamlish)
def test_any_entities_are_settings_or_a_config_error(folder, text):
    (folder / "names.yaml").write_text(text, "utf-8")
    path = folder / "named.yaml"
    path.write_text("title: T\nentities: names.yaml\ntopics: [{title: P, about: a}]", "utf-8")
    check(attempt(path), text)


def attempt(path):
    try:
        return load(path)
    except BriefgenError as error:
        return error


def check(found, text):
    assert isinstance(found, Settings | ConfigError)
    if isinstance(found, ConfigError):
        lines = re.split("\r\n|\r|\n", text)
        assert found.mistakes
        for mistake in found.mistakes:
            assert 1 <= mistake.line <= len(lines)
            assert 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1
            assert mistake.wrong
            assert mistake.right
            assert "\n" not in str(mistake)


TEXTS = ["NO", "no", "yes", "on", "Off", "y", "12:30", "1_000", "0b1", "2024-01-01", "1e", "0o8", "+.inf.", "="]


def test_scalars_are_those_of_yaml_1_2():
    assert [scalar(text) for text in TEXTS] == TEXTS
    assert [scalar(text) for text in ("010", "0o10", "0x1F", "-7", "+7", "1e3", ".5", "1.")] == [
        10, 8, 31, -7, 7, 1000.0, 0.5, 1.0
    ]  # fmt: skip
    assert [scalar(text) for text in ("true", "FALSE", "~", "Null", "")] == [True, False, None, None, None]
    assert scalar("-.inf") == float("-inf")
    assert str(scalar(".NaN")) == "nan"
    assert scalar("9" * 5000) == float("inf"), "a huge number is no error"


printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), max_size=12)
printable = printable.filter(lambda text: isinstance(scalar(text), str))  # PyYAML leaves 0E0 unquoted, by YAML 1.1
leaves = printable | st.integers(-(10**17), 10**17) | st.booleans() | st.none()
data = st.recursive(
    st.dictionaries(printable, leaves, max_size=4),
    lambda inner: st.dictionaries(printable, inner | st.lists(inner | leaves, max_size=3), max_size=3),
    max_leaves=8,
)


@given(data, st.sampled_from([True, False, None]), st.booleans())
def test_what_was_written_is_read_and_stands_where_it_is_said(value, flow, unicode):
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=unicode, width=60)
    tree = read(text.encode(), "any.yaml")
    assert tree.mistakes == ()
    assert tree.data == value
    lines = text.split("\n")
    for spot in (*map(tree.value_at, tree.values), *map(tree.key_at, tree.keys)):
        assert lines[spot.line - 1][spot.column - 1 :].startswith(spot.written)
    for key in tree.keys:
        assert str(key[-1]) in tree.key_at(key).written or not str(key[-1]).isascii() or not str(key[-1]).isalnum()


@pytest.mark.parametrize("style", ["'", '"'])
@given(words=st.lists(st.sampled_from(["a", "it's", '"b c"', "é", "台湾", "\\:b", "d’e", "\U0001f6a2x"]), max_size=5))
def test_a_query_s_mistake_is_shown_at_its_character(folder, style, words):
    query = " ".join([*words, "*bad"])
    written = yaml.safe_dump(query, default_style=style, allow_unicode=len(words) % 2 == 0, width=10**6).strip()
    path = folder / "query.yaml"
    path.write_text(f"title: T\ntopics: [{{title: P, query: {written}}}]", "utf-8")
    found = attempt(path)
    assert isinstance(found, ConfigError)
    (mistake,) = found.mistakes
    line = path.read_text("utf-8").splitlines()[mistake.line - 1]
    assert line[mistake.column - 1 :].startswith("*bad")
