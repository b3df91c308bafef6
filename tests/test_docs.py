"""Docs that cannot drift."""

import re
import sys

import pytest
from transcript import ROOT

from briefgen.cli.parsing import parser
from briefgen.cli.reference import reference


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse lays its help out differently in other versions")
def test_the_command_reference_is_the_programs_own_help(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == reference()


def test_each_command_is_listed_by_its_first_sentence():
    (commands,) = [each for each in parser()._actions if each.dest == "command"]
    for listed in commands._choices_actions:
        description = " ".join(commands.choices[listed.dest].description.split())
        assert description[1:].startswith(listed.help[1:])
        assert description[len(listed.help) :].startswith((".", " ("))


def test_every_command_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    for name in commands:
        assert f"briefgen {name}" in readme, name


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name
)
def test_links_between_documents_lead_somewhere(document):
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_every_picture_is_shown_somewhere():
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        target for each in documents for target in re.findall(r"pictures/([\w-]+\.png)\)", each.read_text("utf-8"))
    }
    assert {path.name for path in (ROOT / "docs").rglob("*.png")} == shown


def test_every_document_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in ROOT.glob("docs/*.md"):
        assert f"](docs/{path.name})" in readme
