"""People edit a built brief in Word, `pull` brings it back, and the next build holds what they wrote."""

import json
import shutil
from copy import deepcopy
from datetime import date

import pytest
from docx_others import by_python_docx, through_office
from word_files import Word, fragment, run, tracked, w
from word_files import prose as prose_paragraph

from briefgen.cli import main
from briefgen.config import load
from briefgen.errors import BriefgenError
from briefgen.formats.docx.outlining import outline
from briefgen.model.outline import Standing
from briefgen.pipeline.build import build
from briefgen.pipeline.pull import pull

DAY = date(2026, 11, 22)
SEEDS = {
    "dawn": "The ferry to Calder sails at dawn.",
    "dock": "A ferry lay idle in dock, short of an engine.",
    "count": "No ferry was counted by the harbour master.",
    "rope": "Rope for the ferry comes from Dunmore.",
    "lift": "The crane of Dunmore lifts forty tons.",
    "sold": "A crane was sold to the quarry, says its clerk.",
    "quay": "Stones fell when a crane met the quay.",
    "rust": "Rust has eaten the oldest crane.",
}
NOUNS = {"Ferries": "ferry", "Cranes": "crane"}
CONFIG = """\
title: Port
sources: ../seeds
summary: The port is **quiet** this week.
topics:
  - title: Ferries
    about: [ferry]
    question: What of the ferry?
    assessment: ferries.md
  - title: Cranes
    about: [crane]
"""
ASSESSMENT = """\
The ferry is *old*, see [the log](https://harbour.example/log).

- The hull holds.
- The engine does not.
    - Its pump is worn.

Said the pilot.[^1]

[^1]: To the desk, by radio.
"""


class Desk:
    """A config of two topics over eight notes, and the Word file of its brief."""

    def __init__(self, root, first=b""):
        self.root, self.first, self.config = root, first, root / "config" / "port.yaml"
        if not first:
            self._write(root)

    def _write(self, root):
        for name in ("config", "seeds"):
            (root / name).mkdir()
        for name, words in SEEDS.items():
            (root / "seeds" / f"{name}.txt").write_text(f"{words}\n", "utf-8")
        self.config.write_text(CONFIG, "utf-8")
        (root / "config" / "ferries.md").write_text(ASSESSMENT, "utf-8")

    def built(self):
        return next(
            file.data for file in build(load(self.config), DAY, self.root / "out").files if file.format == "docx"
        )

    def pulled(self, data):
        return pull(data, "edited.docx", load(self.config), DAY)

    def obey(self, pulled):
        """Write the lines that were said into the config, as a person does."""
        lines = self.config.read_text("utf-8").splitlines()
        for each in (each.line for each in pulled.prose if each.line):
            at, _, said = each.partition(": write ")
            number, text = int(at.rpartition(":")[2]) - 1, said.rpartition(", ")[0]
            lines[number] = f"{text}" if said.startswith("summary") else lines[number]
            if said.endswith("keys of this"):
                lines[number] += f"\n    {text}"
            elif not said.startswith("summary"):
                lines[number] = f"    {text}"
        self.config.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory):
    """A desk whose brief is built, and its Word file: made once, for each test has a copy."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    return desk.root, desk.built()


@pytest.fixture
def desk(in_memory, built_once):
    root = in_memory / "project"
    shutil.copytree(built_once[0], root)
    return Desk(root, built_once[1])


def prose(data):
    """By heading, what a person wrote, with its looks, less the line that the template prints above it."""
    found = {}
    for part in outline(data).parts:
        told = [each for each in part.told if each.words != "The desk’s view"]
        found[part.heading] = [(each.words, each.children, each.form, each.depth, each.ordered) for each in told]
    return {heading: found.get(heading, []) for heading in ("Summary", "Ferries", "Cranes")}


def excerpts(data):
    """By topic, its excerpts in their order: first those that the build made key points."""
    parts = {part.heading: part.items for part in outline(data).parts}
    held = {head: [e.words for e in parts.get(head, ()) if isinstance(e, Standing)] for head in ("Key points", *NOUNS)}
    return {head: [words for words in held["Key points"] if noun in words] + held[head] for head, noun in NOUNS.items()}


def at(word, words):
    """The paragraph that holds these words."""
    (found,) = [each for each in word.find(".//w:p") if words in "".join(each.itertext(w("t")))]
    return found


def retype(paragraph, words):
    texts = list(paragraph.iter(w("t")))
    texts[0].text = words
    for each in texts[1:]:
        each.text = ""


def typed(paragraph, *runs):
    """A new paragraph below another, in its style, as Enter makes one."""
    made = deepcopy(paragraph)
    for child in list(made):
        if child.tag != w("pPr"):
            made.remove(child)
    made.extend(runs)
    paragraph.addnext(made)
    return made


def strike(paragraph):
    """Delete a paragraph with tracked changes."""
    for each in [*paragraph.iter(w("t"))]:
        each.tag = w("delText")
    for child in [each for each in paragraph if each.tag == w("r")]:
        change = tracked("del")
        child.addprevious(change)
        change.append(child)
    face = paragraph.find(w("pPr"))
    mark = fragment("<w:rPr/>")
    mark.append(tracked("del"))
    face.append(mark)


def quotation(word, heading, number):
    """A quotation under a heading, by its number from the last (-1), and the line under it."""
    found, at_heading = [], False
    for each in word.body:
        style = each.find(f"{w('pPr')}/{w('pStyle')}")
        name = "" if style is None else style.get(w("val"))
        if name.startswith("Heading"):
            at_heading = "".join(each.itertext(w("t"))) == heading
        elif at_heading and name == "Quote":
            found.append((each, each.getnext()))
    return found[number]


def move(pair, below):
    for each in reversed(pair):
        below.addnext(each)


def of_words(word):
    retype(at(word, "The engine does not."), "The engine fails at *sea*, [so] they say_.")


def of_looks(word):
    retype(at(word, "Said the pilot."), "Said the pilot,")
    at(word, "Said the pilot,").append(run(" and "))
    at(word, "Said the pilot,").append(run("loudly ", "<w:b/>"))
    at(word, "Said the pilot,").append(run("twice", "<w:b/><w:i/>"))
    typed(at(word, "Said the pilot,"), run("A last word."))


def of_a_new_assessment(word):
    heading = at(word, "Cranes")
    body = fragment('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>')
    heading.addnext(body)
    body.append(run("The cranes are the port's weak side."))
    typed(body, run("Nobody has "), run("money", "<w:i/>"), run(" for them."))


def of_a_deletion(word):
    for each in quotation(word, "Ferries", -1):
        each.getparent().remove(each)


def of_tracked_changes(word):
    for each in quotation(word, "Cranes", -1):
        strike(each)
    at(word, "Its pump is worn.").append(tracked("ins", run(" It leaks, too.")))


def of_order(word):
    move(quotation(word, "Ferries", -2), quotation(word, "Ferries", -1)[1])


def of_a_move(word):
    move(quotation(word, "Cranes", -1), quotation(word, "Ferries", -2)[1])


def of_the_summary(word):
    retype(at(word, "The port is"), "The port wakes. ")
    at(word, "The port wakes.").append(run("Slowly.", "<w:b/>"))


def of_a_heading_of_ones_own(word):
    typed(at(word, "Said the pilot."), run("One more thing."))
    heading = at(word, "One more thing.")
    heading.find(w("pPr")).find(w("pStyle")).set(w("val"), "BoxHeading")
    typed(at(word, "Said the pilot."), run("Before the heading."))


def of_a_box_in_other_styles(word):
    typed(at(word, "Said the pilot."), run("First, oil."))
    typed(at(word, "First, oil."), run("Pasted from a mail."))
    for words, style in (("First, oil.", "ListBullet"), ("Pasted from a mail.", "BodyText")):
        at(word, words).find(w("pPr")).find(w("pStyle")).set(w("val"), style)


def of_much(word):
    of_words(word)
    of_a_deletion(word)
    of_a_new_assessment(word)
    of_the_summary(word)


EDITS = (
    of_words,
    of_looks,
    of_a_new_assessment,
    of_a_deletion,
    of_tracked_changes,
    of_order,
    of_a_move,
    of_the_summary,
    of_a_heading_of_ones_own,
    of_a_box_in_other_styles,
    of_much,
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_next_build_holds_what_a_person_wrote(desk, edit):
    word = Word(desk.first)
    edit(word)
    edited = word.saved()
    pulled = desk.pulled(edited)
    assert pulled.prose or pulled.picks
    desk.obey(pulled)
    again = desk.built()
    assert prose(again) == prose(edited)
    assert excerpts(again) == excerpts(edited)
    once_more = desk.pulled(edited)
    assert (once_more.prose, once_more.picks) == ((), ())
    assert (desk.root / "config" / "ferries.md").read_text("utf-8") == ASSESSMENT


def test_a_file_that_libreoffice_saved_is_pulled_like_any(desk, tmp_path):
    word = Word(desk.first)
    of_much(word)
    of_looks(word)
    edited = through_office(word.saved(), tmp_path)
    desk.obey(desk.pulled(edited))
    again = desk.built()
    assert prose(again) == prose(word.saved())
    assert excerpts(again) == excerpts(word.saved())


def test_what_nobody_edited_brings_nothing(desk):
    pulled = desk.pulled(desk.first)
    assert (pulled.prose, pulled.picks, pulled.others) == ((), (), ())


def of_a_quotation(word):
    retype(quotation(word, "Ferries", -1)[0], "A ferry lay idle for years.")


def of_a_line(word):
    retype(quotation(word, "Ferries", -1)[1], "By hand, 1999")


def of_a_title(word):
    retype(at(word, "Ferries"), "Boats")


def of_the_template(word):
    retype(at(word, "The desk’s view"), "What we think")


def of_a_section(word):
    heading = at(word, "Sources")
    heading.addprevious(deepcopy(at(word, "Cranes")))
    retype(heading.getprevious(), "Trains")
    heading.addprevious(prose_paragraph("No train has come."))


def of_a_note(word):
    retype(word.note(1), " Somebody said so.")


def of_a_row(word):
    row = at(word, "Sources").getnext().findall(w("tr"))[-1]
    row.addnext(made := deepcopy(row))
    for paragraph, words in zip(made.iter(w("p")), ("99", "The log"), strict=False):
        retype(paragraph, words)


def of_pictures(word):
    for words in ("Its pump is worn.", "The port is"):
        at(word, words).append(fragment("<w:r><w:drawing/></w:r>"))
    at(word, "The port is").append(tracked("del", fragment("<w:r><w:drawing/></w:r>")))


OTHERS = {
    of_a_row: "“99 | The log | undated | 6” is new, or was changed",
    of_pictures: "2 pictures are new, and none comes back",
    of_a_quotation: "has other words: “A ferry lay idle for years.”; widen or narrow it with `briefgen pick`",
    of_a_line: "is now “By hand, 1999”",
    of_a_title: "the heading “Ferries” is now “Boats”",
    of_the_template: "“The desk’s view” is now “What we think”",
    of_a_section: "“Trains” is a section that the config has no topic for",
    of_a_note: "the note of excerpt 1 is now “Somebody said so.”",
}


@pytest.mark.parametrize("edit", OTHERS, ids=lambda edit: edit.__name__)
def test_what_cannot_be_brought_back_is_listed(desk, edit):
    word = Word(desk.first)
    edit(word)
    pulled = desk.pulled(word.saved())
    assert (pulled.prose, pulled.picks) == ((), ())
    assert any(OTHERS[edit] in each for each in pulled.others), pulled.others


def test_an_assessment_that_is_gone_and_a_pin_of_the_config_are_said(desk):
    desk.config.write_text(f"{CONFIG}    pin:\n      - document: rust.txt\n        opens: Rust has\n", "utf-8")
    word = Word(desk.built())
    for words in ("The ferry is", "The hull", "The engine", "Its pump", "Said the pilot"):
        at(word, words).getparent().remove(at(word, words))
    line = at(word, "Rust has").getnext()
    for each in (at(word, "Rust has"), line):
        each.getparent().remove(each)
    pulled = desk.pulled(word.saved())
    assert "port.yaml:8: the assessment of “Ferries” is gone: take the key out" in pulled.others
    assert any(each.startswith("port.yaml:12: ") and "take the pin out" in each for each in pulled.others)


def test_the_command_finds_the_config_and_the_day_and_says_the_line(desk, monkeypatch, capsys):
    word = Word(desk.first)
    of_a_new_assessment(word)
    of_a_deletion(word)
    monkeypatch.chdir(desk.root)
    (desk.root / "edited.docx").write_bytes(word.saved())
    assert main(["pull", "edited.docx"]) == 0
    said = capsys.readouterr()
    assert "port.cranes.assessment.md: the words under “Cranes”" in said.out
    assert "drop in “Ferries”" in said.out
    assert "port.yaml:9: write assessment: port.cranes.assessment.md, to the keys of this" in said.err
    assert "Nobody has *money* for them." in (desk.root / "config" / "port.cranes.assessment.md").read_text("utf-8")
    assert desk.config.read_text("utf-8") == CONFIG
    assert main(["pull", "edited.docx", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["prose"][0]["title"] == "Cranes"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"# A brief\n", "only a Word file (.docx) can be pulled"),
        (b"PK\x03\x04 cut off", "not a .docx file, or damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "it has a password"),
        (None, "it carries no record of its brief"),
    ],
    ids=["markdown", "damaged", "encrypted", "of nobody"],
)
def test_a_file_that_is_none_of_ours_is_refused(desk, data, wrong, monkeypatch, capsys):
    monkeypatch.chdir(desk.root)
    (desk.root / "edited.docx").write_bytes(data or by_python_docx())
    assert main(["pull", "edited.docx"]) == (3 if data else 4)
    assert wrong in capsys.readouterr().err


def test_a_file_without_any_excerpt_of_the_brief_drops_none(desk):
    with pytest.raises(BriefgenError, match="none of the excerpts of this brief"):
        pull(by_python_docx(), "theirs.docx", load(desk.config), DAY)
    assert not (desk.root / "config" / "port.picks.yaml").exists()


def test_an_excerpt_without_its_bookmark_is_known_by_its_words(desk):
    word = Word(desk.first)
    for mark in word.find(".//w:bookmarkStart[starts-with(@w:name, 'bg_')]")[1:]:
        mark.getparent().remove(mark)
    assert not desk.pulled(word.saved()).picks


def test_a_file_of_another_brief_is_refused(desk):
    edited = desk.first
    other = desk.config.with_name("quay.yaml")
    other.write_text(CONFIG, "utf-8")
    with pytest.raises(BriefgenError, match="a file of the brief port, not of quay"):
        pull(edited, "port.docx", load(other), DAY)


def test_a_section_of_too_many_paragraphs_is_refused(desk):
    word = Word(desk.first)
    heading = at(word, "Cranes")
    for _ in range(2_001):
        heading.addnext(prose_paragraph("Again."))
    with pytest.raises(BriefgenError, match="more than 2,000 paragraphs"):
        desk.pulled(word.saved())
