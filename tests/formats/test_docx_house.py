"""A house's own document: what of it stays, where the brief goes in, which files are refused and why."""

import contextlib
import re
from dataclasses import replace
from io import BytesIO

import docx
import houses
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx_files import R, W, composition, found, note, parts, quotation, source_line, styled, xml
from docx_others import complaints, through_office
from libreoffice import convert
from lxml import etree
from test_docx_package import EVERYTHING, text

from briefgen.errors import UnreadableError
from briefgen.formats.docx import read, write
from briefgen.formats.docx.archive import zipped
from briefgen.model.brief import Look
from briefgen.model.tree import Heading, Paragraph, Text

MINISTRY = Look(houses.ministry(), is_house=True, styles=houses.STYLES)
BRIEF = composition(
    Heading(1, (Text("Quays and cranes"),)),
    Heading(2, (Text("Cranes"),)),
    quotation(1, "Both cranes stood still."),
    source_line("Quay Papers, 2026"),
    quotation(2, "They ask {{ title }} of us."),
    notes=(note("1", "Quay Papers, 2026"), note("2", "Quay Letters")),
    handling="TLP:GREEN",
    audience="The board",
)


def words(data):
    return [said for _, said in styled(data) if said]


def test_the_brief_goes_in_at_the_marker_and_the_rest_of_the_text_stays():
    said = words(write(BRIEF, MINISTRY))
    assert said[:3] == ["Quays and cranes", "For The board only", "Quays and cranes"]
    assert said[-2:] == ["They ask {{ title }} of us.", "Printed by the Ministry of Quays."]


def test_sections_pictures_headers_and_page_stay():
    data = write(BRIEF, MINISTRY)
    held = parts(data)
    assert any(name.startswith("word/media/") for name in held)
    sections = found(xml(data), "//w:sectPr")
    assert len(sections) == 2
    assert found(sections[0], "boolean(w:titlePg)")
    stories = {name: etree.fromstring(part) for name, part in held.items() if re.match(r"word/(head|foot)er\d", name)}
    said = [[found(line, "string(.)") for line in story] for story in stories.values()]
    assert ["TLP:GREEN", "Ministry of Quays · 22 November 2026"] in said
    assert ["1 Harbour Street", "TLP:GREEN"] in said
    assert all("TLP:GREEN" in lines for lines in said)


def test_paragraphs_have_the_styles_that_the_config_names_and_are_still_read_for_what_they_are():
    data = write(BRIEF, MINISTRY)
    styles = {style for style, said in styled(data) if said.startswith(("Both", "Quay Papers"))}
    assert styles == {"MoFAExtract", "MoFASource"}
    first, _ = read(data).claims
    assert (first.is_block, first.line, first.note[:11]) == (True, "Quay Papers, 2026", "Quay Papers")


def test_a_role_of_a_template_s_own_gets_the_style_that_the_config_names():
    own = composition(Paragraph((Text("To the minister"),), role="to-the-minister"))
    data = write(own, replace(MINISTRY, styles=(("to-the-minister", "MoFA Source"),)))
    assert ("MoFASource", "To the minister") in styled(data)


def test_nothing_tells_who_made_the_document():
    assert b"Somebody" not in b"".join(parts(write(BRIEF, MINISTRY)).values())


def test_a_template_of_word_gives_a_document():
    data = write(BRIEF, replace(MINISTRY, reference=houses.as_template(houses.ministry())))
    assert data == write(BRIEF, MINISTRY)
    assert b"template.main" not in parts(data)["[Content_Types].xml"]


def test_without_a_marker_the_brief_goes_in_at_the_end():
    document = docx.Document()
    document.add_paragraph("The Quay Post")
    assert words(write(BRIEF, Look(saved(document), is_house=True)))[:2] == ["The Quay Post", "Quays and cranes"]


def test_a_document_used_for_its_looks_alone_leaves_its_text_behind():
    assert words(write(BRIEF, replace(MINISTRY, is_house=False)))[0] == "Quays and cranes"


@pytest.fixture(scope="module")
def looks():
    return {"ministry": MINISTRY, "institute": Look(houses.institute()), "none": Look(cover=True)}


@pytest.mark.parametrize(("house", "notes"), [("ministry", "endnotes"), ("institute", "list"), ("none", "footnotes")])
def test_the_validator_has_nothing_to_say(house, notes, looks, tmp_path):
    data = write(EVERYTHING, replace(looks[house], notes=notes, contents=True))
    assert complaints(data, tmp_path / "brief.docx") == []


@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
@pytest.mark.parametrize("house", ["ministry", "institute", "none"])
def test_every_document_and_place_of_notes_gives_a_sound_file_that_says_the_same(house, notes, looks):
    look = replace(looks[house], notes=notes, contents=True)
    data = write(EVERYTHING, look)
    assert sound(data)
    claims, usual = read(data).claims, read(write(EVERYTHING, Look())).claims
    assert [(one.words, one.note, one.line, one.number) for one in claims] == [
        (one.words, one.note, one.line, one.number) for one in usual
    ]
    assert write(EVERYTHING, look) == data


def test_a_document_of_libreoffice(tmp_path):
    house = houses.newsroom(from_html, tmp_path)
    data = write(EVERYTHING, Look(house, is_house=True, notes="list", contents=True))
    assert complaints(data, tmp_path / "brief.docx") == []
    assert sound(data)
    assert words(data)[0] == "The Quay Post, foreign desk"
    again = read(through_office(data, tmp_path))
    assert [(one.words, one.note) for one in again.claims if one.excerpt] == [
        (one.words, one.note) for one in read(data).claims if one.excerpt
    ]


def from_html(html, folder):
    (folder / "house.html").write_text(html, encoding="utf-8")
    (file,) = convert("docx:MS Word 2007 XML", folder, folder / "house.html", options=["--writer"])
    return file.read_bytes()


def sound(data):
    """What no validator asks: ids are unique, anchors and bookmarks meet, styles and relations are there."""
    held = parts(data)
    stories = [etree.fromstring(part) for name, part in held.items() if re.fullmatch(r"word/\w+\.xml", name)]
    starts = [one for root in stories for one in found(root, "//w:bookmarkStart")]
    ends = [one for root in stories for one in found(root, "//w:bookmarkEnd/@w:id")]
    names = [found(one, "string(@w:name)") for one in starts]
    assert sorted(found(one, "string(@w:id)") for one in starts) == sorted(ends)
    assert len(set(ends)) == len(ends)
    assert len(set(names)) == len(names)
    assert {anchor for root in stories for anchor in found(root, "//w:hyperlink/@w:anchor")} <= set(names)
    defined = set(found(etree.fromstring(held["word/styles.xml"]), "//w:style/@w:styleId"))
    used = {
        one for root in stories for one in found(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    }
    assert used <= defined
    pictures = [one.get("id") for root in stories for one in root.iter("{*}docPr")]
    assert len(set(pictures)) == len(pictures)
    related = set(found_ids(held["word/_rels/document.xml.rels"]))
    return set(found(etree.fromstring(held["word/document.xml"]), "//@r:id | //@r:embed")) <= related


def found_ids(part):
    return [one.get("Id") for one in etree.fromstring(part)]


def test_contents_are_links_and_ask_nothing():
    data = write(EVERYTHING, Look(contents=True))
    body = xml(data)
    links = found(body, "//w:sdtContent//w:hyperlink")
    assert [found(one, "string(.)") for one in links] == ["Cranes"]
    assert found(links[0], "string(@w:anchor)") in found(body, "//w:bookmarkStart/@w:name")
    assert b"updateFields" not in parts(data)["word/settings.xml"]
    assert all(claim.words != "Cranes" for claim in read(data).claims)


def test_words_behind_a_link_that_only_looks_like_a_note_count():
    data = write(EVERYTHING, Look(notes="list"))
    forged = parts(data)["word/document.xml"].replace(b">1</w:t>", b">1 not</w:t>", 1)
    assert forged != parts(data)["word/document.xml"]
    assert read(zipped({**parts(data), "word/document.xml": forged})).claims[0].words.endswith("1 not")


def test_an_own_cover_has_no_foot_but_the_mark():
    data = write(EVERYTHING, Look(cover=True))
    assert styled(data)[1][0] == "CoverTitle"
    first = found(xml(data), "//w:sectPr[1]")[0]
    assert found(first, "boolean(w:titlePg)")


def test_a_scrubbed_file_has_no_record():
    data = write(replace(EVERYTHING, is_scrubbed=True), Look())
    assert read(data).record == ""
    assert not [name for name in parts(data) if name.startswith("customXml")]
    assert [one.words for one in read(data).claims] == [one.words for one in read(write(EVERYTHING, Look())).claims]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello", "not a .docx file, or damaged"),
        (b"PK\x05\x06" + bytes(18), "it has no main part"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(99), "it has a password, or is of Word 97-2003"),
        (houses.with_macros(), "it holds macros"),
        (houses.with_element("ins"), "its own text holds tracked changes"),
        (houses.with_element("endnoteReference"), "its own text holds notes"),
        (houses.with_element("object"), "its own text holds an embedded object"),
    ],
)
def test_what_is_refused_and_why(data, why):
    with pytest.raises(UnreadableError, match=f"reference document: .*{re.escape(why)}"):
        write(BRIEF, Look(data, is_house=True))


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["{{ brief }}", "{{ brief }}"], "stands in it more than once"),
        (["See {{ brief }} here"], r"\{\{ brief \}\} is not known here"),
        (
            ["By {{ author }}"],
            r"\{\{ author \}\} is not known here; known: brief \(alone in a paragraph of the text\), title",
        ),
    ],
)
def test_markers_that_cannot_be_followed(lines, why):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    with pytest.raises(UnreadableError, match=why):
        write(BRIEF, Look(saved(document), is_house=True))


def test_a_marker_in_a_table_is_refused():
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{{ brief }}"
    with pytest.raises(UnreadableError, match="stands in a table, a box or a field"):
        write(BRIEF, Look(saved(document), is_house=True))


@pytest.mark.parametrize(("name", "why"), [("Nope", "it has no style 'Nope'"), ("Table Grid", "not one of paragraphs")])
def test_a_style_that_cannot_be_used_is_named(name, why):
    with pytest.raises(UnreadableError, match=why):
        write(BRIEF, replace(MINISTRY, styles=(("quote", name),)))


@pytest.mark.parametrize("name", ["Source Line", "Quote", "heading 2"])
def test_a_style_of_characters_is_no_style_of_our_paragraphs_whatever_its_name(name):
    document = docx.Document()
    with contextlib.suppress(KeyError):
        document.styles[name].delete()
    theirs = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    data = write(BRIEF, Look(saved(document), is_house=True))
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    kinds = {found(one, "string(@w:styleId)"): found(one, "string(@w:type)") for one in found(styles, "w:style")}
    assert {kinds[style] for style, said in styled(data) if said} == {"paragraph"}
    assert kinds[theirs.style_id] == "character"
    names = [one.casefold() for one in found(styles, "w:style/w:name/@w:val")]
    assert len(names) == len(set(names))
    assert (first := read(data).claims[0]).is_block
    assert first.line == "Quay Papers, 2026"
    assert sound(data)
    with pytest.raises(UnreadableError, match="not one of paragraphs"):
        write(BRIEF, Look(saved(document), is_house=True, styles=(("quote", name),)))


def test_a_link_out_of_the_file_to_a_folder_is_refused():
    document = docx.Document()
    document.part.relate_to("file:///C:/Users/Somebody/logo.png", f"{R}/hyperlink", is_external=True)
    link = etree.SubElement(document.add_paragraph()._p, f"{{{W}}}hyperlink")
    link.set(f"{{{R}}}id", next(key for key, one in document.part.rels.items() if one.is_external))
    with pytest.raises(UnreadableError, match="it links to a file outside of it"):
        write(BRIEF, Look(saved(document), is_house=True))


def saved(document):
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_headings_of_a_house_s_document_are_no_trouble_for_a_brief_without_any():
    assert words(write(composition(text("Only this.")), Look(contents=True)))[0] == "Only this."


def test_endnotes_are_counted_in_digits_in_every_section(looks):
    root = xml(write(EVERYTHING, replace(looks["ministry"], notes="endnotes", cover=True)))
    sections = found(root, "//w:sectPr")
    assert len(sections) > 2
    assert [found(one, "string(w:endnotePr/w:numFmt/@w:val)") for one in sections] == ["decimal"] * len(sections)


HARD = (
    "🚢⚓👩‍🚀 the crane",
    "מנוף הנמל שבת היום",
    "e\u0301a\u0323 o\u0302\u0308 harbour",
    "x" * 2000,
    "رصيف " * 399 + "رصيف",
)
"""Emoji, text from right to left, combining marks, and lines of two thousand characters."""


@pytest.mark.parametrize("notes", ["endnotes", "list"])
def test_words_that_are_hard_to_set_come_back_from_every_place_of_notes(notes):
    quoted = [quotation(number, said) for number, said in enumerate(HARD, start=1)]
    made = composition(*quoted, notes=[note(str(number), said) for number, said in enumerate(HARD, start=1)])
    data = write(made, Look(notes=notes, cover=True))
    assert sound(data)
    assert [one.words for one in read(data).claims if one.excerpt] == list(HARD)
    assert all(one.note.startswith(said) for one, said in zip(read(data).claims, HARD, strict=False))
