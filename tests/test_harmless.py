"""What a file, its name or a config holds commands no terminal."""

import json
import sys
from io import StringIO

import pytest

from briefgen.cli import main
from briefgen.cli.harmless import harmless

HOSTILE = "\x9b2J \u202eevil\u2069"
NOTE = f"# The quay {HOSTILE}\n\nThe quay of Zeeport is open {HOSTILE} again, Ada Quill of the harbour said.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "quay.md").write_text(NOTE)
    title = json.dumps(f"Zeeport {HOSTILE}")
    (tmp_path / "z.yaml").write_text(
        f"title: {title}\nsources: [notes]\ntopics:\n  - {{title: {title}, about: [Zeeport]}}\n"
    )
    return tmp_path


@pytest.mark.parametrize("command", ["check", "build", "explain", "sources", "explain --json", "sources --json"])
def test_no_command_prints_what_commands_a_terminal(project, capsys, command):
    assert main([*command.split(), "z.yaml"]) == 0
    printed = "".join(capsys.readouterr())
    assert printed
    assert not set(printed) & {*"\x1b\x9b\u202e\u2069"}


def test_json_means_the_same(project, capsys):
    assert main(["check", "--json", "z.yaml"]) == 0
    assert json.loads(capsys.readouterr().out)["topics"][0]["title"] == f"Zeeport {HOSTILE}"


def test_our_own_colours_are_let_through():
    out = StringIO()
    with harmless(out, out):
        sys.stdout.write("\x1b[1;33mquay\x1b[0m \x1b[8mgone\r\x1b[2J \u200fקו\tA\r\n")
    assert out.getvalue() == "\x1b[1;33mquay\x1b[0m \\u001b[8mgone\\u000d\\u001b[2J \u200fקו\tA\r\n"
