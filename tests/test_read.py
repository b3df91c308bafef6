"""`briefgen read` shows what will not be quoted."""

import sys

import pytest

from briefgen.clean import describe, mark
from briefgen.cli import main
from briefgen.cli.read import words

TEXT = """Boats come home

By Mira Oduya

The boats left early and came back late. Nobody had counted them, and nobody would.

The ships left early and came back late. Nobody had counted them, and nobody would.

Leave a Reply"""


@pytest.fixture
def shown(monkeypatch):
    def show(*, terminal, plain=""):
        blocks = mark(TEXT)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
        monkeypatch.setenv("NO_COLOR", plain)
        monkeypatch.setenv("TERM", "xterm")
        return words("boats.txt", describe(TEXT, blocks), TEXT, blocks).splitlines()

    return show


def test_off_a_terminal_what_may_not_be_quoted_stands_in_brackets(shown):
    lines = shown(terminal=False)
    assert lines[:5] == [
        "boats.txt",
        "  title: Boats come home (text: weak)",
        "  author: Mira Oduya (text: weak)",
        "  may be quoted: 80 % of the text",
        "",
    ]
    assert [(line[0], line.strip("[ ]").split()[0]) for line in lines[5:]] == [
        ("[", "title"),
        ("[", "byline"),
        (" ", "paragraph"),
        (" ", "paragraph"),
        ("[", "boilerplate"),
    ]


def test_on_a_terminal_it_is_in_colour(shown):
    title, byline, body, _, noise = shown(terminal=True)[5:]
    assert title.startswith("\x1b[1m")
    assert byline.startswith("\x1b[33m")
    assert body.startswith("\x1b[32m   paragraph\x1b[0m  The boats")
    assert noise.startswith("\x1b[2m")
    assert noise.endswith("\x1b[0m")


def test_a_user_who_wants_no_colour_has_none(shown):
    assert not any("\x1b" in line for line in shown(terminal=True, plain="1"))


def test_front_matter_overrules_what_is_taken_for_noise(tmp_path, capsys):
    path = tmp_path / "boats.txt"
    path.write_text(f"---\nbody: All\n---\n{TEXT}", "utf-8")
    assert main(["read", str(path)]) == 0
    said, *shown = capsys.readouterr().out.split("\n\n", 1)
    assert "  body: all (front matter: certain)" in said
    assert {line.split()[0] for line in shown[0].splitlines() if line} == {"[", "paragraph"}
