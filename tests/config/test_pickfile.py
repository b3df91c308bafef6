"""The file of picks: what a person wrote in it stays, whatever a program changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import load, pickfile
from briefgen.config.picks import picks_of
from briefgen.config.picktext import changed
from briefgen.config.yaml12 import read
from briefgen.errors import ConfigError, OutputError
from briefgen.model.settings import Pick, Picked
from briefgen.text import display, is_xml_legal

BY_HAND = """\
# Ours: the desk's picks.

- pin: Ferries   # the head wants this
  document: ferry.txt
  # the older note says the same
  opens: The ferry sails
  reason: the only date
# Cranes come last.
- drop: Cranes
  document: crane.txt
  exact: "A crane # of the port fell."
"""
FERRY = Picked("pin", "Ferries", Pick("ferry.txt", "The ferry sails", reason="the only date"))
CRANE = Picked("drop", "Cranes", Pick("crane.txt", "A crane # of the port fell."))
NEW = Picked("pin", "Docks", Pick("dock.txt", "Docks are dry.\nSome are not.", " x", "y ", "日本", "0123456789ab"))

ENTRY = """\
- pin: Docks
  document: dock.txt
  exact: "Docks are dry.\\nSome are not."
  prefix: " x"
  suffix: "y "
  version: "0123456789ab"
  reason: 日本
"""


def held(text: str) -> set[Picked]:
    return set(picks_of(read(text.encode(), "p"), "p"))


def test_a_new_entry_is_sorted_in_and_nothing_else_changes():
    done = changed(BY_HAND, "p", None, NEW)
    assert held(done) == {FERRY, CRANE, NEW}
    before, entry, after = done.partition(ENTRY)
    assert entry
    assert before + after == BY_HAND


@pytest.mark.parametrize("into", [None, CRANE, NEW])
def test_what_takes_the_place_of_an_entry_leaves_its_comments(into):
    done = changed(BY_HAND, "p", FERRY, into)
    assert FERRY not in held(done)
    for comment in (
        "# Ours: the desk's picks.",
        "# the head wants this",
        "# the older note says",
        "# Cranes come last.",
    ):
        assert comment in done
    assert "A crane # of the port" in done


def test_the_reason_that_a_person_gave_travels_with_the_pick():
    wider = Picked("pin", "Ferries", Pick("ferry.txt", "The ferry sails. It is late.", reason=FERRY.pick.reason))
    assert "reason: the only date" in changed(BY_HAND, "p", FERRY, wider)


@pytest.mark.parametrize("text", ["- {pin: A, document: d, exact: e}\n", "[{pin: A, document: d, exact: e}]\n"])
def test_a_file_in_another_shape_is_changed_without_loss_or_not_at_all(text):
    try:
        done = changed(text, "p", None, NEW)
    except ValueError:
        return
    assert held(done) == {*held(text), NEW}


_texts = st.text(min_size=1, max_size=20).filter(lambda text: is_xml_legal(text) and display(text) == text)
_exact = st.text(min_size=1, max_size=20).filter(lambda text: is_xml_legal(text) and text.strip())
_picked = st.builds(
    Picked, st.sampled_from(["pin", "drop"]), _texts, st.builds(Pick, _texts, _exact, reason=st.just("") | _texts)
)


@given(st.lists(_picked, max_size=5, unique=True), st.data())
def test_any_words_come_back_and_out_again(picks, data):
    text = ""
    for each in picks:
        text = changed(text, "p", None, each)
    assert held(text) == set(picks)
    order = data.draw(st.permutations(picks))
    for each in order:
        text = changed(text, "p", each, None)
    assert held(text) == set()


def test_entries_are_in_the_same_order_whoever_came_first():
    assert changed(changed("", "p", None, CRANE), "p", None, FERRY) == changed(
        changed("", "p", None, FERRY), "p", None, CRANE
    )


def test_what_somebody_writes_meanwhile_is_not_lost(tmp_path, monkeypatch):
    path = tmp_path / "a.picks.yaml"
    path.write_text(BY_HAND, "utf-8")
    honest, times = pickfile._data, []

    def meanwhile(file: Path) -> bytes:
        times.append(file)
        if len(times) == 2:
            path.write_text(BY_HAND + "# Written meanwhile.\n", "utf-8")
        return honest(file)

    monkeypatch.setattr(pickfile, "_data", meanwhile)
    pickfile.change(path, None, NEW)
    text = path.read_text("utf-8")
    assert "# Written meanwhile." in text
    assert held(text) == {FERRY, CRANE, NEW}
    assert [each.name for each in tmp_path.iterdir()] == ["a.picks.yaml"]


def test_a_file_that_cannot_be_changed_stays(tmp_path):
    path = tmp_path / "a.picks.yaml"
    path.write_text("[{pin: A, document: d, exact: e}]\n", "utf-8")
    with pytest.raises(OutputError, match="one entry a block"):
        pickfile.change(path, None, NEW)
    assert path.read_text("utf-8") == "[{pin: A, document: d, exact: e}]\n"


def test_mistakes_are_told_with_the_config_where_they_stand(tmp_path):
    config = tmp_path / "port.yaml"
    config.write_text("title: P\ntopics:\n  - title: Ferries\n    about: [ferry]\n", "utf-8")
    (tmp_path / "port.picks.yaml").write_text("- document: a.txt\n  opens: A ferry\n- pin: X\n  drop: Y\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(config)
    told = [(mistake.line, mistake.wrong) for mistake in caught.value.mistakes]
    assert told == [
        (1, "this does not say what to do"),
        (3, "document is missing"),
        (4, "an entry has pin or drop, not both"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "wrong"),
    [
        ("- drop: Ferries\n  document: a.txt\n  opens: A ferry\n  place: 2\n", 4, 3, "place goes with pin"),
        (f"{BY_HAND}<<<<<<< HEAD\n{ENTRY}=======\n>>>>>>> theirs\n", 12, 1, "two versions that could not be merged"),
    ],
)
def test_what_cannot_be_meant_is_a_mistake_with_its_place(tmp_path, text, line, column, wrong):
    config = tmp_path / "port.yaml"
    config.write_text("title: P\ntopics:\n  - title: Ferries\n    about: [ferry]\n", "utf-8")
    (tmp_path / "port.picks.yaml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(config)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column) == (line, column)
    assert wrong in mistake.wrong


def test_a_pick_for_a_topic_that_is_not_there_is_a_doubt_and_no_mistake(tmp_path):
    config = tmp_path / "port.yaml"
    config.write_text("title: P\ntopics:\n  - title: Ferries\n    about: [ferry]\n", "utf-8")
    (tmp_path / "port.picks.yaml").write_text(BY_HAND, "utf-8")
    settings = load(config)
    assert settings.doubts == ("port.picks.yaml:9: drop: there is no topic “Cranes” in this brief; it has “Ferries”",)
    assert settings.topics[0].pins == (FERRY.pick,)
    assert settings.topics[0].pins[0].at == "port.picks.yaml:3"
