"""What other programs make of our Word files."""

import json
import re
import shutil
import subprocess

import pypandoc
import pytest
from docx_files import LOOK, composition, note, quotation, source_line
from docx_others import through_office
from libreoffice import convert

from briefgen.formats.docx import read, write
from briefgen.model.tree import Heading, NoteRef, Paragraph, Text
from briefgen.text import display

NASTY = (
    "It holds *stars*, _lines_, `ticks` and [brackets](nowhere).",
    "<b>AT&T</b> & <Merger> rose 5% – “to 7½”, he said… 'so'",
    "{{ 7 * 7 }} {% raw %} #1 C:\\temp\\new ~tilde~ ^caret^ $x$ | pipe",
    "港は静かだ。クレーンも動かない。「明日は」と彼は言った。",
    "قال إن الميناء مغلق 12 يوما",
    "Soft\u00adhyphen, zero\u200bwidth, e\u0301, \U0001f6a2, and a replaced \ufffd.",
    "1. A line that begins like a list",
)


@pytest.fixture(scope="module")
def data():
    blocks = [Heading(1, (Text("Quays"),)), Paragraph((Text("Ours, with a remark."), NoteRef("own")))]
    for number, words in enumerate(NASTY, start=1):
        blocks += [quotation(number, words), source_line(f"Paper {number}, 2026")]
    blocks.append(Paragraph((Text("The last of the cranes."), NoteRef("12"))))
    labels = ("own", *(str(number) for number in range(1, len(NASTY) + 1)), "12")
    return write(composition(*blocks, notes=[note(label, f"Note on {label}") for label in labels]), LOOK)


def walk(node, kind):
    """Every node of a kind in pandoc's tree."""
    if isinstance(node, dict):
        if node.get("t") == kind:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from walk(one, kind)


def said(node) -> str:
    """The words of a part of pandoc's tree, notes left out."""
    if isinstance(node, list):
        return "".join(said(one) for one in node)
    if not isinstance(node, dict) or node.get("t") == "Note":
        return ""
    if node.get("t") in {"Space", "SoftBreak"}:
        return " "
    return node["c"] if node.get("t") == "Str" else said(node.get("c", []))


def test_pandoc_reads_every_quotation_and_every_note(data, tmp_path):
    (tmp_path / "brief.docx").write_bytes(data)
    tree = json.loads(pypandoc.convert_file(tmp_path / "brief.docx", "json"))
    quotes = list(walk(tree["blocks"], "BlockQuote"))
    assert [display(said(one["c"])) for one in quotes] == list(NASTY)
    notes = [said(one["c"]) for quote in quotes for one in walk(quote, "Note")]
    assert notes == [f"Note on {number}, p. 4the paper" for number in range(1, len(NASTY) + 1)]


def test_libreoffice_sets_notes_at_the_foot_of_the_page_and_keeps_every_quotation(data, tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext")
    (tmp_path / "brief.docx").write_bytes(data)
    (page,) = convert("pdf", tmp_path, tmp_path / "brief.docx")
    shown = subprocess.run(["pdftotext", "-layout", str(page), "-"], check=True, capture_output=True)
    first = shown.stdout.decode().split("\f")[0]
    body, foot = first.index("Paper 1, 2026"), first.index("Note on 1")
    assert body < first.index("Paper 3, 2026") < foot
    assert first.index("Ours, with a remark") < foot < first.index("Page 1 of")
    assert re.search(r"The last of the cranes\. ?12\n", first)  # and not 1212
    saved = through_office(data, tmp_path)
    assert read(saved).claims == read(data).claims
    assert read(saved).record == read(data).record
