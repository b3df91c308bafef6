"""`docs/config.md` and the shipped configs say what the program does."""

import re
from pathlib import Path

import pytest
import yaml

from briefgen import config
from briefgen.query import describe, from_about, parse

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "config.md").read_text("utf-8")
CONFIGS = sorted(path for path in (ROOT / "config").glob("*.yaml") if path.name != "entities.yaml")


def rows(heading: str) -> list[list[str]]:
    """The cells of the tables below a heading of the guide, without their headings."""
    section = GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.split("\n") if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_guide_names_every_key_and_no_other():
    schema = config.schema()
    keys = [*schema["properties"], *schema["properties"]["topics"]["items"]["properties"]]
    written = [key for row in rows("Every line that may stand in a config") for key in re.findall(r"`(\w+)`", row[0])]
    assert sorted(written) == sorted(keys)


def test_the_smallest_config_of_the_guide_works(tmp_path):
    example = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)[0]
    (tmp_path / "config").mkdir()
    (tmp_path / "clippings").mkdir()
    path = tmp_path / "config" / "weekly.yaml"
    path.write_text(example, "utf-8")
    settings = config.load(path)
    assert settings.title == "Weekly brief"
    assert settings.sources == (tmp_path / "clippings",)
    assert describe(settings.topics[0].wants) == "Russia and (North Korea or China)"


def test_what_the_guide_says_of_about_lists():
    said = dict(rows("What a topic wants"))
    assert len(said) == 4
    plain = {
        "Taiwan": "Taiwan",
        "Japan and South Korea": "Japan and South Korea",
        "Russia, and North Korea or China": "Russia and (North Korea or China)",
        "at least one of the two (two pairs of brackets)": "Senkaku Islands or East China Sea",
    }
    for written, wants in said.items():
        about = yaml.safe_load(written.strip("`"))["about"]
        assert describe(from_about(about)) == plain[wants]


@pytest.mark.parametrize(
    "query", re.findall(r"`([^`]+)`", "".join(row[0] for row in rows("For those who know Lucene syntax")))
)
def test_the_queries_of_the_guide_are_queries(query):
    needs_company = query.startswith(("NOT", "-"))
    assert parse(f"Japan {query}" if needs_company else query)


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.name)
def test_a_shipped_config_loads_and_knows_the_shipped_entities(path):
    settings = config.load(path)
    assert settings.sources == (ROOT / "seeds",)
    assert len(settings.entities) > 100
    assert all(topic.question and topic.wants for topic in settings.topics)
    assert len({topic.key for topic in settings.topics}) == len(settings.topics)


def test_the_shipped_configs_show_what_the_guide_says_of_them():
    russia, strait, korea = (
        config.load(ROOT / "config" / f"{name}.yaml") for name in ("russia", "taiwan-strait", "korea")
    )
    assert russia.topics[0].assessment
    assert russia.topics[1].related
    assert russia.stale_after
    assert strait.window
    assert strait.summary
    assert korea.topics[0].pins
    assert korea.topics[0].assessment.startswith("Visits between the two capitals")
    assert korea.topics[1].drops
