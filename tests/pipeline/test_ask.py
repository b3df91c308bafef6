"""What stands between a brief and clean citations is asked, and answers go into the table of works."""

import json
from datetime import date

import pytest

from briefgen.cli import main
from briefgen.config import load
from briefgen.pipeline import worklist
from briefgen.pipeline.ask import answer, questions
from briefgen.sources.fields import FieldError

DAY = date(2026, 11, 22)


@pytest.fixture
def settings(tmp_path):
    """Three notes of which one is fully known, one not at all, and one is not quoted."""
    (tmp_path / "config").mkdir()
    (tmp_path / "seeds" / "inner").mkdir(parents=True)
    whole = "---\ntitle: Cranes\nauthor: Ada Quill\npublisher: Port Times\npublished: 2026-11-01\n---\n\n"
    (tmp_path / "seeds" / "whole.txt").write_text(whole + "The crane of Calder lifts forty tons at once.\n", "utf-8")
    (tmp_path / "seeds" / "inner" / "bare.txt").write_text(
        "the crane of Dunmore fell into the sea on Monday.\n", "utf-8"
    )
    (tmp_path / "seeds" / "unasked.txt").write_text("The ferry of Farrow waits for the tide.\n", "utf-8")
    path = tmp_path / "config" / "cranes.yaml"
    path.write_text("title: C\nsources: ../seeds\ntopics:\n  - title: Cranes\n    about: [crane]\n", "utf-8")
    return load(path)


def asked(settings):
    found, _ = questions(settings, DAY)
    return [(each.path, each.field) for each in found]


def test_only_what_is_quoted_and_not_known_is_asked(settings):
    assert asked(settings) == [("seeds/inner/bare.txt", name) for name in ("title", "author", "publisher", "published")]


def test_an_answer_goes_into_the_table_beside_the_sources_and_is_not_asked_again(settings):
    found, _ = questions(settings, DAY)
    for each, words in zip(found, ("A crane fell", "Bo Reed", "Quay Post", "3 November 2026"), strict=True):
        answer(each, words)
    table = settings.root / "seeds" / "sources.csv"
    assert table.read_text("utf-8-sig").splitlines() == [
        "file,title,author,publisher,published",
        "inner/bare.txt,A crane fell,Bo Reed,Quay Post,2026-11-03",
    ]
    assert asked(settings) == []


def test_what_is_known_with_weak_confidence_is_asked_too(settings):
    bare = settings.root / "seeds" / "inner" / "bare.txt"
    bare.write_text("A Crane Falls\n\nBy Bo Reed\n\nThe crane of Dunmore fell into the sea on Monday.\n", "utf-8")
    found, _ = questions(settings, DAY)
    assert [(each.field, each.known, each.basis) for each in found][:2] == [
        ("title", "A Crane Falls", "text"),
        ("author", "Bo Reed", "text"),
    ]


def test_what_a_field_cannot_hold_is_refused_and_nothing_is_written(settings):
    *_, date_of_publication = questions(settings, DAY)[0]
    with pytest.raises(FieldError):
        answer(date_of_publication, "last Tuesday")
    assert not date_of_publication.table.exists()


def test_what_a_person_wrote_is_never_changed(tmp_path):
    table = tmp_path / "sources.csv"
    table.write_text('file;title;my own column\n"a;b.txt";"Ships; and more";=1+1\nc.txt;;kept\n', "utf-8")
    worklist.fill(
        table, {"a;b.txt": {"title": "Another"}, "c.txt": {"title": "Cranes"}, "d.txt": {"published": "2026"}}
    )
    assert table.read_text("utf-8-sig").splitlines() == [
        "file,title,my own column,published",
        '"a;b.txt","Ships; and more",\'=1+1',
        "c.txt,Cranes,kept",
        "d.txt,,,2026",
    ]


def test_the_nearest_table_is_the_one_that_is_filled(settings):
    inner = settings.root / "seeds" / "inner" / "sources.csv"
    inner.write_text("file\n", "utf-8")
    first, *_ = questions(settings, DAY)[0]
    assert (first.table, first.file) == (inner, "bare.txt")


def test_without_a_terminal_the_questions_are_printed_and_for_programs_as_json(settings, capsys):
    assert main(["ask", str(settings.path), "--as-of", "2026-11-22"]) == 0
    printed = capsys.readouterr().out
    assert "seeds/inner/bare.txt (excerpt" in printed
    assert "  publisher: not known" in printed
    assert main(["ask", str(settings.path), "--as-of", "2026-11-22", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["field"] for each in told] == ["title", "author", "publisher", "published"]
    assert {each["file"] for each in told} == {"inner/bare.txt"}


def test_at_a_terminal_each_is_asked_until_the_answer_fits(settings, capsys, monkeypatch):
    given = iter(["A crane fell", "", "Quay Post", "yesterday", "2026-11-03"])
    monkeypatch.setattr("builtins.input", lambda _: next(given))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["ask", str(settings.path), "--as-of", "2026-11-22"]) == 0
    captured = capsys.readouterr()
    assert "'yesterday' is no date" in captured.out
    assert "3 answers written" in captured.err
    assert asked(settings) == [("seeds/inner/bare.txt", "author")]


def test_at_a_terminal_what_is_known_weakly_can_be_taken_as_it_is(settings, monkeypatch):
    bare = settings.root / "seeds" / "inner" / "bare.txt"
    bare.write_text("A Crane Falls\n\nBy Bo Reed\n\nThe crane of Dunmore fell into the sea on Monday.\n", "utf-8")
    given = iter(["=", "", "Quay Post", "2026-11-03"])
    monkeypatch.setattr("builtins.input", lambda _: next(given))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["ask", str(settings.path), "--as-of", "2026-11-22"]) == 0
    assert asked(settings) == [("seeds/inner/bare.txt", "author")]
