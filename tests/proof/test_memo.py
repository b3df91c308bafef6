"""A memo by hand: every quotation in it is proved against a folder, with no config, no bookmarks and no record."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from libreoffice import convert
from memos import altered, memo, sentences
from word_edits import MADE_UP

from briefgen.cli import main
from briefgen.formats.docx.reading import read
from briefgen.model.claim import Change

ROOT = Path(__file__).parents[2]


def twelve(folder):
    """Twelve quotations as people write them, from the articles of a folder; two are wrong, one is made up."""
    articles = [sentences(path) for path in sorted(folder.glob("*.txt"))]
    a, b, c, d, e = ([one for one in said if one.count(" ") > 8 and '"' not in one] for said in articles)
    wrong = altered(a[2]), d[1].rsplit(" ", 3)[0] + " and nothing else."
    paragraphs = (
        f"It was reported: “{a[0]}” Elsewhere the tone is calmer.",
        f'One paper writes "{b[0]}" and another adds "{c[0]}"',
        ("Quote", d[0]),
        f"The report was clear: “{wrong[0]}”",
        f"Experts (“{' '.join(e[0].split()[2:9])}”) and officials («{e[1]}») agree.",
        ("Quote", wrong[1]),
        ("List Bullet", f"„{b[1]}“"),
        ("List Bullet", f"He asked whether “{MADE_UP}”"),
        f"Don’t forget the ’90s, the ministers’ views, or that “{a[1]}”, as was said, and “{c[1]}”.",
    )
    return memo(*paragraphs), {wrong[0], wrong[1], MADE_UP}


def test_exactly_the_wrong_three_of_twelve_are_reported(articles, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data, wrong = twelve(articles)
    Path("memo.docx").write_bytes(data)
    assert main(["verify", "memo.docx", "--sources", str(articles), "--json", "--annotate", "seen.docx"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert len(found["findings"]) == 12
    assert {each["words"] for each in found["findings"] if each["fault"]} == wrong
    told = [each for each in read(Path("seen.docx").read_bytes()).pending if each.change is Change.COMMENT]
    assert len([each for each in told if each.words.startswith(("Altered", "Unknown"))]) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["memo.docx", "seen.docx"]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A memo on the sample notes, one of its three quotations wrong, beside a folder of clips."""
    clips = tmp_path / "clips"
    shutil.copytree(ROOT / "seeds", clips)
    first, second, third = (next(one for one in sentences(clips / name) if one.count(" ") > 9) for name in NAMES)
    wrong = altered(third)
    data = memo(f"They said: “{first}” Then it was quiet.", ("Quote", second), f"And: “{wrong}”")
    (tmp_path / "memo.docx").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return first, second, wrong


NAMES = ("treaty-of-june-2024.md", "joint-patrols.txt", "taiwan-drills.txt")


def test_missing_notes_are_added_for_what_is_proved(desk, capsys):
    assert main(["verify", "memo.docx", "--sources", "clips", "--footnote", "noted.docx"]) == 1
    finished = read(Path("noted.docx").read_bytes())
    notes = {claim.words: claim.note for claim in finished.claims}
    first, second, wrong = desk
    assert "What Russia and North Korea promised each other in June 2024" in notes[first]
    assert "Joint Chinese and Russian Patrols" in notes[second]
    assert notes[wrong] == ""
    capsys.readouterr()
    assert main(["verify", "noted.docx", "--sources", "clips"]) == 1
    assert "2 exact, 1 altered" in capsys.readouterr().out


def test_nothing_that_stands_there_is_overwritten(desk, capsys):
    Path("seen.docx").write_text("mine")
    assert main(["verify", "memo.docx", "--sources", "clips", "--annotate", "seen.docx"]) == 1
    assert Path("seen.docx").read_text() == "mine"
    assert "seen-2.docx: a copy with 1 comment\n" in capsys.readouterr().err
    assert read(Path("seen-2.docx").read_bytes()).pending


def test_only_a_word_file_gets_comments(desk, capsys):
    Path("memo.md").write_text("He said “nothing of the kind at all”.")
    assert main(["verify", "memo.md", "--sources", "clips", "--annotate", "seen.docx"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "only a Word file can be given comments or notes" in err


def test_a_copy_without_anything_to_add_is_not_written(desk, capsys):
    assert main(["verify", "memo.docx", "--sources", "clips", "--footnote", "noted.docx"]) == 1
    assert main(["verify", "noted.docx", "--sources", "clips", "--footnote", "again.docx"]) == 1
    assert "again.docx: not written, since there is no note to add" in capsys.readouterr().err
    assert not Path("again.docx").exists()


def test_a_report_is_a_page(desk):
    assert main(["verify", "memo.docx", "--sources", "clips", "--html", "report.html"]) == 1
    page = Path("report.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "3 quotations: 2 exact, 1 altered" in page


def test_libreoffice_opens_the_annotated_copy_with_the_comments_in_place(desk):
    main(["verify", "memo.docx", "--sources", "clips", "--annotate", "seen.docx"])
    (saved,) = convert("docx", Path("saved"), "seen.docx")
    document = docx.Document(BytesIO(saved.read_bytes()))
    (comment,) = document.comments
    assert comment.text.startswith("Altered")
    claims = read(saved.read_bytes())
    (pending,) = claims.pending
    (wrong,) = (claim for claim in claims.claims if claim.words == desk[2])
    assert pending.spot == wrong.spot


def test_one_bad_file_does_not_stop_the_others(desk, capsys):
    Path("broken.docx").write_bytes(b"PK\x03\x04 nothing")
    Path("empty.docx").write_bytes(b"")
    assert main(["verify", "broken.docx", "absent.docx", "memo.docx", "--sources", "clips"]) == 3
    out, err = capsys.readouterr()
    assert "memo.docx: 3 quotations" in out
    assert "broken.docx" in err
    assert "absent.docx" in err


def test_without_any_source_nothing_is_exact(desk, capsys):
    assert main(["verify", "memo.docx"]) == 1
    out, err = capsys.readouterr()
    assert "3 unproven" in out
    assert "--sources" in err


def test_quote_gives_the_whole_sentence_with_its_citation(desk, capsys):
    first = desk[0]
    opening = " ".join(first.split()[:5])
    assert main(["quote", opening, "--sources", "clips", "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[0])
    assert found["words"] == first
    assert "What Russia and North Korea promised each other in June 2024" in found["citation"]
    assert main(["quote", MADE_UP, "--sources", "clips"]) == 1
    assert main(["quote", opening]) == 2
