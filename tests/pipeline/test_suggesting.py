"""`suggest` and the colours of `search`, as a person meets them."""

import json

import pytest

from briefgen.cli import main


@pytest.fixture
def config(tmp_path):
    (tmp_path / "seeds").mkdir()
    for n in range(8):
        (tmp_path / "seeds" / f"f{n}.txt").write_text(
            f"The ferry left the Dunmore Roads at {n + 5}. Its pilot is from Calder.\n", "utf-8"
        )
        (tmp_path / "seeds" / f"o{n}.txt").write_text(f"Mason number {n + 5} paints the wall of the mill.\n", "utf-8")
    path = tmp_path / "port.yaml"
    path.write_text("title: P\nsources: seeds\ntopics:\n  - title: Ferries\n    about: [ferry]\n", "utf-8")
    return path


def test_what_goes_with_a_topic_is_printed_with_counts(config, capsys):
    assert main(["suggest", str(config), "--topic", "ferr"]) == 0
    printed = capsys.readouterr().out
    assert "Ferries: 8 sentences speak of it, beside 16 other sentences" in printed
    assert "      8     0    30.6  name   Dunmore Roads" in printed
    assert main(["suggest", str(config), "--json", "--limit", "1"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["here"] == 8


def test_a_topic_that_is_not_there_is_a_mistake_that_lists_the_others(config, capsys):
    assert main(["suggest", str(config), "--topic", "cranes"]) == 2
    assert "Ferries" in capsys.readouterr().err


def test_a_topic_that_no_sentence_speaks_of_says_so(config, capsys):
    config.write_text(config.read_text("utf-8").replace("about: [ferry]", "about: [submarine]"), "utf-8")
    assert main(["suggest", str(config), "--topic", "Ferries"]) == 0
    assert "no sentence speaks of this topic that the brief may quote on its day" in capsys.readouterr().err


def test_a_hit_is_told_with_what_is_known_of_its_work(tmp_path, capsys):
    front = "---\ntitle: Boats\npublisher: Port Times\npublished: 2026-03\n---\n\n"
    (tmp_path / "a.txt").write_text(f"{front}The ferry of Calder sails at dawn.\n", "utf-8")
    assert main(["search", "ferry", "--sources", str(tmp_path)]) == 0
    assert "\n   “Boats”, Port Times, March 2026\n   The ferry of Calder" in capsys.readouterr().out
    assert main(["search", "ferry", "--sources", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["publisher"], told["published"]) == ("Boats", "Port Times", "2026-03")


def test_a_work_whose_publisher_is_not_known_is_called_by_its_host(tmp_path, capsys):
    front = "---\ntitle: Boats\nurl: https://www.coast.example/boats\n---\n\n"
    (tmp_path / "a.txt").write_text(f"{front}The ferry of Calder sails at dawn.\n", "utf-8")
    assert main(["search", "ferry", "--sources", str(tmp_path)]) == 0
    assert "\n   “Boats”, coast.example\n" in capsys.readouterr().out


@pytest.mark.parametrize(("is_terminal", "no_color", "coloured"), [(True, "", 1), (True, "1", 0), (False, "", 0)])
def test_what_matched_is_in_colour_on_a_terminal_only(config, capsys, monkeypatch, is_terminal, no_color, coloured):
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal, raising=False)
    main(
        [
            "search",
            "ferry pilot",
            "--question",
            "Which roads?",
            "--sources",
            str(config.parent / "seeds"),
            "--limit",
            "1",
        ]
    )
    printed = capsys.readouterr().out
    assert ("\x1b[1;33mferry\x1b[0m" in printed) is bool(coloured)
    assert printed.replace("\x1b[1;33m", "").replace("\x1b[0m", "").count("The ferry left the Dunmore Roads") == 1
