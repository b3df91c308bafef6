"""A person picks at a terminal, every build obeys, and what no longer fits is said."""

import json
import sys
from datetime import date

import pexpect
import pytest

from briefgen.cli import main, terminal
from briefgen.config import load
from briefgen.pipeline.build import build

DAY = date(2026, 11, 22)
FERRY = """\
The ferry to Calder sails at dawn. Rain is common on that coast. Nobody minds it.

A second ferry lies in dock. Spring comes late in Dunmore.
"""
CRANE = "The crane of Dunmore lifts forty tons. It stands beside the ferry and hides it.\n"
CONFIG = """\
title: Port
sources: ../seeds
topics:
  - title: Ferries
    about: [ferry]
  - title: Cranes
    about: [crane]
"""


@pytest.fixture
def desk(tmp_path):
    """A config of two topics over two notes."""
    for name in ("config", "seeds"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "seeds" / "crane.txt").write_text(CRANE, "utf-8")
    (tmp_path / "config" / "port.yaml").write_text(CONFIG, "utf-8")
    return tmp_path


def built(desk):
    """Build, and give the words of each topic and the warnings."""
    done = build(load(desk / "config" / "port.yaml"), DAY, desk / "out")
    held = {
        section.title: {done.brief.excerpt(key).text for key in section.excerpts} for section in done.brief.sections
    }
    return held, done.warnings


def picks(desk, text=None):
    path = desk / "config" / "port.picks.yaml"
    if text is not None:
        path.write_text(text, "utf-8")
    return path.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_person_picks_at_a_terminal_and_the_next_build_obeys(desk):
    child = pexpect.spawn(
        sys.executable,
        ["-m", "briefgen", "pick", "config/port.yaml", "--as-of", "2026-11-22"],
        cwd=desk,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=10,
    )

    def answer(key, *lines):
        child.expect(r"\? for help > ")
        shown = child.before
        child.send(key)
        for line in lines:
            child.expect(": ")
            child.sendline(line)
        return shown

    shown = answer("?")
    assert "Ferries (1 of 2), candidate 1 of" in shown
    assert all(terminal.width(line) <= 80 for line in shown.splitlines()), shown
    assert "keep: it must be printed" in answer("\x1b[A")  # an arrow is a key that means nothing
    assert "there is no such key" in answer("a")
    assert ">>" in answer("w")
    wider = answer("k", "it says when")
    assert "Rain is common on that coast." in wider
    answer("d", "")
    answer("q")
    child.expect(pexpect.EOF)
    assert "2 picks changed; port.picks.yaml has them" in child.before

    text = picks(desk)
    assert "reason: it says when" in text
    assert text.count("- pin: Ferries") == text.count("- drop: Ferries") == 1
    held, warnings = built(desk)
    assert any("Rain is common on that coast." in words for words in held["Ferries"])
    dropped = text.split("- drop: Ferries")[1].split("exact: ")[1].split("\n")[0].strip('"')
    assert not any(dropped in words for words in held["Ferries"])
    assert not [each for each in warnings if "picks.yaml" in each]


def keys(desk, monkeypatch, typed, *options):
    """Run `pick` with these keys, one a line."""
    monkeypatch.chdir(desk)
    lines = iter([f"{line}\n" for line in typed])
    monkeypatch.setattr("briefgen.cli.terminal._line", lambda: next(lines, "q\n").strip())
    monkeypatch.setattr("briefgen.cli.terminal.key", terminal.line)
    return main(["pick", "config/port.yaml", "--as-of", "2026-11-22", *options])


def test_an_excerpt_is_moved_to_another_topic_and_let_go_again(desk, monkeypatch):
    assert keys(desk, monkeypatch, ["m", "1", "a crane lifts it", "q"]) == 0
    assert "reason: moved to Cranes" in picks(desk)
    held, warnings = built(desk)
    (moved,) = {words for words in held["Cranes"] if words in FERRY}
    assert moved not in held["Ferries"]
    assert not [each for each in warnings if "picks.yaml" in each]
    assert keys(desk, monkeypatch, ["u"] * 20) == 0
    assert keys(desk, monkeypatch, ["", "u"] * 20) == 0
    assert "pin:" not in picks(desk).split("(exact:")[1]


def test_each_candidate_is_told_with_its_work_where_it_is_picked_and_explained(desk, monkeypatch, capsys):
    note = f"---\ntitle: Boats\npublisher: Port Times\npublished: 2026-03\n---\n\n{FERRY}"
    (desk / "seeds" / "ferry.txt").write_text(note, "utf-8")
    assert keys(desk, monkeypatch, ["q"]) == 0
    assert "\n  “Boats”, Port Times, March 2026\n    " in capsys.readouterr().out
    assert main(["explain", "config/port.yaml", "--as-of", "2026-11-22"]) == 0
    assert "\n  “Boats”, Port Times, March 2026\n    " in capsys.readouterr().out


def test_a_pick_is_narrowed_and_keeps_its_reason(desk, monkeypatch):
    keys(desk, monkeypatch, ["w", "k", "both", "b", "n", "q"])
    text = picks(desk)
    assert text.count("- pin:") == 1
    assert "reason: both" in text
    held, _ = built(desk)
    (pinned,) = [words for words in held["Ferries"] if f"exact: {words}" in text]
    assert pinned.count(".") == 1


def test_candidates_are_printed_for_other_tools(desk, capsys):
    assert main(["pick", str(desk / "config" / "port.yaml"), "--as-of", "2026-11-22", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["topic"] for each in told} == {"Ferries", "Cranes"}
    for each in told:
        text = (desk / each["path"]).read_text("utf-8")
        assert " ".join(text[each["start"] : each["end"]].split()) == each["words"]
    assert not (desk / "config" / "port.picks.yaml").exists()


def test_a_source_that_changed_or_went_is_told_with_the_place_of_the_pick(desk, monkeypatch):
    keys(desk, monkeypatch, ["k", "", "q"], "--topic", "Ferries")
    keys(desk, monkeypatch, ["k", "", "q"], "--topic", "Cranes")
    assert not [each for each in built(desk)[1] if "picks.yaml" in each]
    ferry = desk / "seeds" / "ferry.txt"

    ferry.write_text(FERRY + "\nA line was added.\n", "utf-8")
    (warning,) = [each for each in built(desk)[1] if "picks.yaml" in each]
    assert "seeds/ferry.txt has changed since; the words still stand there" in warning

    ferry.write_text(FERRY.replace("dawn", "dusk").replace("ferry", "boat"), "utf-8")
    (desk / "seeds" / "other.txt").write_text("Another ferry came.\n", "utf-8")
    (warning,) = [each for each in built(desk)[1] if "picks.yaml" in each]
    line = picks(desk).splitlines().index("- pin: Ferries") + 1
    assert warning.startswith(f"port.picks.yaml:{line}: pin: “")
    assert warning.endswith("is not a sentence or three of seeds/ferry.txt: its text has changed")

    ferry.unlink()
    held, warnings = built(desk)
    assert any("no source of this brief is called that" in each for each in warnings)
    assert not any("Calder" in words for words in held["Ferries"])


SAIL = "  document: ferry.txt\n  opens: The ferry to Calder\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"- pin: Ferries\n{SAIL}- drop: Ferries\n{SAIL}", "picks.yaml:1: pin: “The ferry to Calder” is pinned and"),
        (f"- pin: Ferries\n{SAIL}- pin: Cranes\n{SAIL}", "is pinned in “Ferries” and in “Cranes”: it is printed once"),
        (f"- pin: Boats\n{SAIL}", "port.picks.yaml:1: pin: there is no topic “Boats” in this brief"),
        (f"- pin: Ferry\n{SAIL}", "there is no topic “Ferry” in this brief; did you mean “Ferries”?"),
        (f"- pin: Boats\n{SAIL}", "in this brief; it has “Ferries”, “Cranes”"),
        ("- pin: Ferries\n  document: ferry.txt\n  opens: is common\n", "not from the start of a sentence"),
        ("- pin: Ferries\n  document: ferry.txt\n  opens: the ferry to\n", "these words do not stand there (capitals"),
        (f"- pin: Ferries\n{SAIL}- drop: Cranes\n{SAIL}", ""),
    ],
)  # fmt: skip
def test_picks_that_contradict_each_other_or_no_longer_fit_are_told_and_the_brief_is_made(desk, text, said):
    picks(desk, text)
    held, warnings = built(desk)
    told = [each for each in warnings if "picks.yaml" in each]
    assert [said in each for each in told] == [True] * bool(said)
    assert held["Ferries"]


def test_a_pick_written_by_hand_is_known_again_whatever_the_capitals_of_its_topic_and_keeps_its_place(
    desk, monkeypatch
):
    picks(desk, f"- pin: FERRIES\n{SAIL}  place: 2\n  reason: by hand\n")
    keys(desk, monkeypatch, ["w", "k", "", "q"])
    text = picks(desk)
    assert text.count("- pin:") == 1
    assert "exact: The ferry to Calder sails at dawn. Rain is common on that coast." in text
    assert text.endswith("  reason: by hand\n  place: 2\n")
    keys(desk, monkeypatch, ["d", "", "q"])
    assert "- drop: Ferries" in picks(desk)
    assert "place:" not in picks(desk)


def test_what_is_moved_twice_is_pinned_once(desk, monkeypatch):
    keys(desk, monkeypatch, ["m", "1", "", "b", "m", "1", "better there", "q"])
    text = picks(desk)
    assert text.count("- pin: Cranes") == text.count("- drop: Ferries") == 1
    assert "reason: better there" in text


def test_wide_letters_count_two_columns_and_nothing_commands_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    text = "海峡を渡る船は六隻である。" * 9 + " and a ferry\x1b[2J\x9b2J"
    lines = list(terminal.wrapped(text, "  "))
    assert max(map(terminal.width, lines)) in {39, 40}
    assert "".join(line.strip() for line in lines).startswith("海峡を渡る船は六隻である。海峡")
    assert not {"\x1b", "\x9b"} & set("".join(lines))
