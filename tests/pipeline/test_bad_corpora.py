"""Bad input of a topic or a corpus: there is always a brief, and it says what is thin."""

from datetime import date

import pytest

from briefgen.config import load
from briefgen.pipeline.build import build
from briefgen.select import choosing
from briefgen.select.likeness import Weighed

DAY = date(2026, 11, 22)
SHIPS = (
    *("ferry", "harbour", "crane", "island", "captain", "storm", "tide", "mooring"),
    *("lighthouse", "pilot", "cargo", "coal", "grain", "anchor", "buoy"),
)


def topics(*about):
    return "".join(f"  - title: Topic {n}\n    about: [{term}]\n" for n, term in enumerate(about, start=1))


@pytest.fixture
def made(tmp_path):
    """Build a brief of these notes and topics, and give the brief and the warnings."""

    def make(notes, wanted):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        for name, text in notes.items():
            (tmp_path / "seeds" / name).write_text(text, "utf-8")
        (tmp_path / "port.yaml").write_text(f"title: P\nsources: seeds\ntopics:\n{wanted}", "utf-8")
        done = build(load(tmp_path / "port.yaml"), DAY, tmp_path / "out")
        assert all(placed.path.is_file() for placed in done.placed)
        return done.brief, done.warnings

    return make


def front(**fields):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n\n"


def test_a_corpus_of_one_document(made):
    brief, _ = made({"one.txt": "The ferry sails at dawn, whatever the weather says.\n"}, topics("ferry"))
    assert [each.text for each in brief.excerpts] == ["The ferry sails at dawn, whatever the weather says."]
    assert brief.sections[0].remarks == ("This topic rests on one source alone: seeds/one.txt.",)
    assert "1 document from 1 origin." in brief.grounds.lines


def test_a_corpus_of_copies_only(made):
    story = "\n\n".join(
        f"The ferry of {a} lost its {b} near the {c}." for a, b, c in zip(SHIPS, SHIPS[3:], SHIPS[5:], strict=False)
    )
    notes = {f"{n}.txt": front(publisher=f"Outlet {n}", published="2026-11-01") + story for n in range(6)}
    brief, _ = made(notes, topics("ferry"))
    texts = [each.text for each in brief.excerpts]
    assert len(set(texts)) == len(texts) > 0
    assert not any(each.also for each in brief.excerpts)
    assert brief.sections[0].remarks[0].startswith("This topic rests on one source alone")
    assert [len(row.also) for row in brief.sources] == [5]


def test_a_corpus_of_undated_documents_only(made):
    notes = {f"{n}.txt": f"The ferry of the {word} waits for a pilot.\n" for n, word in enumerate(SHIPS[2:6])}
    brief, _ = made(notes, topics("ferry"))
    assert brief.excerpts
    assert "None of them is dated (4 undated)." in brief.grounds.lines
    assert all("undated" in {flag.kind for flag in each.flags} for each in brief.excerpts)


def test_topics_that_overlap_wholly_refer_to_one_another(made):
    notes = {f"{n}.txt": f"The ferry of the {word} waits for a pilot.\n" for n, word in enumerate(SHIPS[2:6])}
    brief, _ = made(notes, topics("ferry", "ferry"))
    first, second = brief.sections
    assert first.excerpts
    assert set(second.excerpts) <= set(first.excerpts)
    assert len({each.text for each in brief.excerpts}) == len(brief.excerpts)


def test_a_topic_that_matches_nothing_says_so_beside_one_that_matches_all(made):
    notes = {f"{n}.txt": f"The ferry of the {SHIPS[n % 15]} {SHIPS[n // 15]} waits.\n" for n in range(25)}
    brief, warnings = made(notes, topics("ferry", "submarine"))
    everything, nothing = brief.sections
    assert everything.excerpts
    assert nothing.remarks == ("No source in scope says anything of this topic.",)
    assert "topic “Topic 1” matches all 25 documents: it chooses by its question alone" in warnings
    assert "Found nothing: Topic 2." in brief.grounds.lines


@pytest.mark.parametrize(
    ("note", "more"),
    [
        (front(title="Ferry news") + "The boats left early and came back late.\n", ""),
        ("# Ferries\n\n## The ferry of Calder\n", ""),
        ("The ferry sails at dawn.\n", "    drop: {document: a.md, opens: The ferry}\n"),
    ],
)
def test_articles_of_which_nothing_can_be_printed_are_told_from_none(made, note, more):
    brief, _ = made({"a.md": note}, topics("ferry") + more)
    assert brief.excerpts == ()
    assert brief.sections[0].remarks == ("Articles match this topic, but no sentence of theirs can be printed.",)
    assert "Nothing to print: Topic 1." in brief.grounds.lines


def test_a_corpus_outside_of_the_days_of_a_brief(made):
    notes = {f"{n}.txt": front(published="2030-01-01") + f"The ferry of the {SHIPS[n]} waits.\n" for n in range(3)}
    brief, _ = made(notes, topics("ferry"))
    assert brief.grounds.lines[:2] == (
        "0 documents from 0 origins.",
        "3 documents left out: published outside of what this brief covers.",
    )
    assert brief.sections[0].remarks == ("No source in scope says anything of this topic.",)


def test_very_many_passages_that_are_all_alike_are_compared_a_bounded_number_of_times(made, monkeypatch):
    compared, honest = [], Weighed.likeness
    monkeypatch.setattr(Weighed, "likeness", lambda *given: compared.append(1) or honest(*given))
    rounds = ((a, b, c) for a in SHIPS for b in SHIPS for c in SHIPS)
    text = "\n\n".join(f"The ferry of the {a} met the {b} of the {c}." for a, b, c in rounds)
    brief, _ = made({"many.txt": text}, topics("ferry"))
    assert brief.excerpts
    assert len(compared) <= 10 * choosing.MOST
