"""Word files, made by hand and by python-docx."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Role
from briefgen.sources import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(**parts):
    """A package of parts, `word/document.xml` by the name document."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        for name, text in parts.items():
            file.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def document(body):
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def made():
    file = docx.Document()
    file.core_properties.title, file.core_properties.author = "Ferries", "Ada Quill"
    file.add_heading("Ferries for the quay", 0)
    file.add_heading("In spring", 1)
    file.add_paragraph("The quay gets two ferries.")
    file.add_paragraph("One is old.", style="List Bullet")
    file.add_paragraph("We want three.", style="Quote")
    table = file.add_table(2, 2)
    for i, words in enumerate(["ferry", "year", "Gull", "1987"]):
        table.cell(i // 2, i % 2).text = words
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def test_headings_lists_quotations_and_tables_have_their_roles():
    reading = read(made(), "ferries.docx")
    assert reading.text.split("\n\n") == [
        "Ferries for the quay", "In spring", "The quay gets two ferries.", "One is old.", "We want three.",
        "ferry\tyear\nGull\t1987",
    ]  # fmt: skip
    assert [(hint.role, hint.span.of(reading.text)[:6]) for hint in reading.hints] == [
        (Role.TITLE, "Ferrie"),
        (Role.HEADING, "In spr"),
        (Role.LIST, "One is"),
        (Role.QUOTE, "We wan"),
        (Role.TABLE, "ferry\t"),
    ]
    assert (reading.work.title, reading.work.author) == ("Ferries", "Ada Quill")
    assert reading.work.basis("title") is Basis.PROPERTIES


def test_deleted_words_are_left_out_inserted_ones_and_breaks_are_read():
    body = (
        "<w:p><w:r><w:t>The crane</w:t></w:r><w:del><w:r><w:delText> was</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> is</w:t></w:r></w:ins><w:r><w:br/><w:t>gone.</w:t></w:r></w:p>"
    )
    assert read(package(document=document(body)), "a.docx").text == "The crane is\ngone."


def test_notes_stand_at_the_end():
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Asked twice.")}</w:footnote></w:footnotes>'
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = f'<r xmlns="x"><Relationship Type="{types}/footnotes" Target="footnotes.xml"/></r>'
    out = BytesIO(package(document=document(paragraph("The crane is gone.")), footnotes=notes))
    with ZipFile(out, "a") as file:
        file.writestr("word/_rels/document.xml.rels", relations)
    reading = read(out.getvalue(), "a.docx")
    assert reading.text == "The crane is gone.\n\nAsked twice."
    assert [hint.role for hint in reading.hints] == [Role.BOILERPLATE]


def test_entities_are_not_replaced():
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    reading = read(package(document=bomb + document(paragraph("The crane &b;is gone."))), "a.docx")
    assert "aaaa" not in reading.text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (package(document="<w:document"), "damaged"),
        (package(document=document("")), "without words"),
        (package(other="<a/>"), "damaged"),
        (made()[:2000], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data, why):
    with pytest.raises(UnreadableError, match=why):
        read(data, "a.docx")


def test_tables_in_tables_are_words_of_their_cell():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('deep')}</w:tc></w:tr></w:tbl>"
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read(package(document=document(inner)), "a.docx").text == "deep"
