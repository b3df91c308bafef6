"""What no validator asks of a Word file: that all it refers to is there, and that it tells nothing it should not."""

import posixpath
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx_files import (
    LINK,
    LOOK,
    R,
    W,
    composition,
    found,
    key,
    note,
    parts,
    quotation,
    source_line,
    styled,
    xml,
)
from lxml import etree

from briefgen.errors import UnreadableError
from briefgen.formats.docx import read, reference, write
from briefgen.model.brief import Look
from briefgen.model.tree import (
    BlockQuote,
    Code,
    CodeBlock,
    Emphasis,
    Group,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Strong,
    Table,
    Text,
)

ROOT = Path(__file__).parent.parent.parent


def text(words):
    return Paragraph((Text(words),))


NESTED = ItemList(
    (
        (text("Outer"), text("more"), ItemList(((text("Inner"),), ()), ordered=True), BlockQuote((text("Said"),))),
        (Table(((Text("A"),), (Text("B"),)), (((Text("1"),),),)),),
    )
)
TO_FIRST, TO_SECOND = (Link(f"#excerpt-{key(number)}", (Text(str(number)),)) for number in (1, 2))
FACES = Strong((Text("bold"), Emphasis((Text("both"), Code("x")))))
EVERYTHING = composition(
    Paragraph((Text("TLP:GREEN"),), role="handling"),
    Heading(1, (Text("Quays and cranes"),)),
    Paragraph((Text("A short look"),), role="subtitle"),
    Group("box", (Heading(2, (Text("Grounds"),)), text("Two papers."), ItemList(((text("One is old."),),)))),
    Group("key-points", (ItemList(((text("First"),), (text("Second"),)), ordered=True, start=4),)),
    Heading(2, (Text("Cranes"),)),
    quotation(1, "Both cranes stood still."),
    source_line("Quay Papers, 2026"),
    Paragraph((Text("As in "), TO_FIRST, Text(" and "), LINK, NoteRef("1"))),
    Paragraph((Link("#excerpt-9", (Text("nowhere"),)), Link("javascript:alert(1)", (Text("no link"),)), LineBreak())),
    NESTED,
    Paragraph((FACES, Text(" “"), Quoted(key(2), 1, "three tons"), Text("”"))),
    Paragraph((NoteRef("own"), NoteRef("2"), NoteRef("missing")), role="remark"),
    CodeBlock("a\tb\nc"),
    Rule(),
    Heading(5, (Text("Papers"),)),
    Table(((Text("Paper"),), (Text("Excerpts"),)), (((LINK,), (TO_SECOND,)),)),
    Group("box", (Table(((Text("Last"),),), ()),)),
    notes=(
        note("1", "Quay Papers, 2026"),
        note("own", "We disagree"),
        note("2", "Quay Letters"),
        Note("unused", (text("Nobody refers to this"),)),
    ),
    subtitle="A short look",
    handling="TLP:GREEN",
    audience="The board",
)
"""One of each thing that a tree can hold."""


@pytest.fixture(scope="module")
def data():
    return write(EVERYTHING, LOOK)


@pytest.fixture(scope="module")
def roots(data):
    return {name: etree.fromstring(part) for name, part in parts(data).items() if name.endswith((".xml", ".rels"))}


def test_the_validator_has_nothing_to_say(data, tmp_path, openxml_validator):
    path = tmp_path / "brief.docx"
    path.write_bytes(data)
    assert [error.description for error in openxml_validator.validate(path).errors] == []


def test_every_bookmark_begins_and_ends_once_and_has_a_name_of_its_own(roots):
    stories = [roots["word/document.xml"], roots["word/footnotes.xml"]]
    starts = [one for root in stories for one in found(root, "//w:bookmarkStart")]
    ends = [one.get(f"{{{W}}}id") for root in stories for one in found(root, "//w:bookmarkEnd")]
    names = [one.get(f"{{{W}}}name") for one in starts]
    assert sorted(one.get(f"{{{W}}}id") for one in starts) == sorted(ends)
    assert len(set(ends)) == len(ends) > 2
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name) for name in names)


def test_every_internal_link_leads_to_a_bookmark(roots):
    root = roots["word/document.xml"]
    anchors = [one.get(f"{{{W}}}anchor") for one in found(root, "//w:hyperlink[@w:anchor]")]
    fields = [found(one, "string(.)").split()[1] for one in found(root, "//w:instrText[contains(., 'NOTEREF')]")]
    names = {one.get(f"{{{W}}}name") for one in found(root, "//w:bookmarkStart")}
    assert anchors == [f"bg_{key(1)}_1", f"bg_{key(2)}_1"]
    assert fields
    assert {*anchors, *fields} <= names


def test_every_relationship_is_used_and_every_target_is_there(data, roots):
    held = parts(data)
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        known = {one.get("Id"): one for one in root}
        for one in known.values():
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/")
            assert one.get("TargetMode") == "External" or target in held
        if source in roots:
            used = set(found(roots[source], "//@r:id | //@r:embed"))
            assert used <= set(known)
            assert {rid for rid, one in known.items() if one.get("TargetMode") == "External"} <= used


def test_links_lead_to_the_web_and_those_of_notes_belong_to_the_notes(data, roots):
    for name in ("document", "footnotes"):
        rels = etree.fromstring(parts(data)[f"word/_rels/{name}.xml.rels"])
        external = [one.get("Target") for one in rels if one.get("TargetMode") == "External"]
        assert external == [LINK.href]
        assert found(roots[f"word/{name}.xml"], "//w:hyperlink[@r:id]//w:rStyle[@w:val='Hyperlink']")


def test_every_style_that_is_used_is_defined(roots):
    defined = {one.get(f"{{{W}}}styleId") for one in found(roots["word/styles.xml"], "//w:style")}
    for name, root in roots.items():
        used = found(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val")
        assert set(used) <= defined, name
    assert {"FootnoteText", "FootnoteReference"} <= set(
        found(roots["word/footnotes.xml"], "//w:pStyle/@w:val | //w:rStyle/@w:val")
    )


def test_every_list_that_is_used_is_defined(roots):
    numbering = roots["word/numbering.xml"]
    shapes = set(found(numbering, "w:abstractNum/@w:abstractNumId"))
    numbers = set(found(numbering, "w:num/@w:numId"))
    used = {value for root in roots.values() for value in found(root, "//w:numPr/w:numId/@w:val")}
    assert used <= numbers
    assert set(found(numbering, "w:num/w:abstractNumId/@w:val")) <= shapes
    assert found(numbering, "w:num/w:lvlOverride/w:startOverride/@w:val") == ["4", "1"]


def test_settings_name_the_separators_before_what_must_follow_them(roots):
    settings = roots["word/settings.xml"]
    order = [etree.QName(one).localname for one in settings]
    assert found(settings, "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]
    assert found(roots["word/footnotes.xml"], "w:footnote[@w:type]/@w:id") == ["-1", "0"]
    assert order.index("footnotePr") < order.index("compat")
    assert found(settings, "w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert "updateFields" not in order


def test_tables_repeat_their_header_and_do_not_split_rows(roots):
    tables = found(roots["word/document.xml"], "//w:tbl[w:tblPr/w:tblStyle/@w:val='BriefTable']")
    assert len(tables) == 3
    for table in tables:
        assert len(found(table, "w:tr[1]/w:trPr/w:tblHeader")) == len(found(table, "w:tr/w:trPr/w:tblHeader")) == 1
        assert len(found(table, "w:tr/w:trPr/w:cantSplit")) == len(found(table, "w:tr"))
        widths = [int(width) for width in found(table, "w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) == int(found(table, "string(w:tblPr/w:tblW/@w:w)"))
        assert min(widths) > 0


@pytest.mark.parametrize(
    ("day", "twips"),
    [("30 September 2026", 1581), ("22 November 2026", 1531), ("November 2026", 1281), ("May 2026", 781)],
)
def test_a_date_stays_on_its_line(day, twips):
    """A column is as wide as its dates are in our type, by Arial's metrics, and the margins of a cell."""
    title = "Why the ferry to the outer islands did not run, and who told the harbour board of it"
    cells = ((Text("1"),), (Text(title),), (Text(title),), (Text(day),))
    root = xml(
        write(composition(Table(tuple((Text(word),) for word in ("No.", "Title", "By", "Date")), (cells,))), LOOK)
    )
    assert int(found(root, "//w:gridCol/@w:w")[-1]) >= twips + 170


@pytest.mark.parametrize(("columns", "tables"), [(1, [1]), (63, [63]), (64, [63, 1]), (130, [63, 63, 4])])
def test_no_table_has_more_columns_than_word_takes(columns, tables):
    row = tuple((Text(f"Quay {number}"),) for number in range(columns))
    root = xml(write(composition(Table(row, (row,))), LOOK))
    made = found(root, "//w:tbl")
    assert [len(found(one, "w:tblGrid/w:gridCol")) for one in made] == tables
    assert [found(one, "string(.)") for one in found(root, "//w:tblHeader/../..//w:p")] == [
        f"Quay {number}" for number in range(columns)
    ]


def test_no_table_touches_another_and_no_cell_ends_with_one(roots):
    body = roots["word/document.xml"]
    assert not found(body, "//w:tbl[following-sibling::*[1][self::w:tbl]]")
    assert not found(body, "//w:tc[not(*[last()][self::w:p])]")
    assert not found(body, "//w:body/w:tbl[following-sibling::*[1][self::w:sectPr]]")


def test_headings_begin_with_the_first_level_below_the_title(data):
    shown = [(style, words) for style, words in styled(data) if style.startswith(("Title", "Heading", "Box"))]
    assert shown[:2] == [("Title", "Quays and cranes"), ("BoxHeading", "Grounds")]
    assert ("Heading1", "Cranes") in shown
    assert ("Heading3", "Papers") in shown


def test_a_quotation_stays_with_its_source_line(roots):
    (quote,) = found(roots["word/document.xml"], "//w:p[contains(., 'Both cranes')]")
    assert found(quote, "w:pPr/w:keepNext")
    assert found(quote, "string(following-sibling::w:p[1]/w:pPr/w:pStyle/@w:val)") == "SourceLine"


def test_topics_without_a_find_need_not_stand_on_one_page():
    topic = (Heading(2, (Text("Fog"),)), Paragraph((Text("Nothing was found."),), role="remark"))
    remarks = found(
        xml(write(composition(*topic, *topic, quotation(1, "The quay.")), LOOK)), "//w:p[starts-with(., 'N')]"
    )
    assert [found(one, "string(w:pPr/w:keepNext/@w:val)") for one in remarks] == ["0", ""]
    assert [len(found(one, "w:pPr/w:keepNext")) for one in remarks] == [1, 0]


def test_every_field_shows_something_before_it_is_worked_out(roots):
    for name, root in roots.items():
        for mark in found(root, "//w:fldChar[@w:fldCharType='separate']"):
            assert found(mark, "string(../following-sibling::w:r[1]/w:t)"), name
    assert not found(roots["word/document.xml"], "//w:fldSimple")


def test_each_page_has_its_mark_and_its_number(roots):
    header = next(root for name, root in roots.items() if name.startswith("word/header"))
    footer = next(root for name, root in roots.items() if name.startswith("word/footer"))
    assert found(header, "string(.)") == "TLP:GREEN"
    assert re.sub(r" PAGE | NUMPAGES ", "", found(footer, "string(w:p[1])")) == (
        "Quays and cranes  ·  22 November 2026Page 1 of 1"
    )
    assert found(footer, "string(w:p[2])") == "TLP:GREEN"


def test_properties_come_from_the_brief_and_not_from_the_clock(data):
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.subject, properties.language) == ("Quays and cranes", "A short look", "en")
    assert properties.created == properties.modified
    assert properties.created.date() == date(2026, 11, 22)
    assert properties.author == ""
    assert properties.category == "TLP:GREEN"


@pytest.mark.parametrize(
    ("language", "latin", "asian"),
    [("en", "en-US", "ja-JP"), ("en-GB", "en-GB", "ja-JP"), ("ja", "en-US", "ja-JP"), ("ko", "en-US", "ko-KR")],
)
def test_styles_say_the_language(language, latin, asian):
    styles = xml(write(composition(language=language), LOOK), "word/styles.xml")
    (found_language,) = found(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert (found_language.get(f"{{{W}}}val"), found_language.get(f"{{{W}}}eastAsia")) == (latin, asian)


def test_nothing_in_a_file_tells_where_or_when_it_was_made(data):
    everything = b"\n".join(parts(data).values())
    for trace in (b"python-docx", b"file:", b"rsid", str(ROOT).encode(), b"2013"):
        assert trace not in everything
    assert not {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} & set(parts(data))


def test_an_unused_note_is_left_out(data, roots):
    assert b"Nobody refers" not in b"".join(parts(data).values())
    assert len(found(roots["word/footnotes.xml"], "w:footnote[not(@w:type)]")) == 3


def test_the_reference_document_is_what_the_script_makes():
    assert (ROOT / "templates" / "reference.docx").read_bytes() == reference.document()


def test_the_reference_document_shows_every_paragraph_style():
    shown = {style: words for style, words in styled(reference.document()) if words}
    assert {"Title", "Heading1", "Quote", "SourceLine", "BoxHeading", "FootnoteText", "Code"} <= set(shown)
    assert shown["SourceLine"] == "Source Line"


def test_the_reference_document_is_valid(tmp_path, assert_valid_docx):
    path = tmp_path / "reference.docx"
    path.write_bytes(reference.document())
    assert_valid_docx(path)


def foreign_reference():
    """A document of somebody else's: python-docx's own template, restyled, with words and a letterhead in it."""
    document = docx.Document()
    document.styles["Quote"].name = "QUOTE"
    document.add_paragraph("Secret draft")
    document.core_properties.author = "Somebody"
    document.sections[0].header.paragraphs[0].text = "House of Quays"
    part = document.part._settings_part
    template = etree.SubElement(part.element, f"{{{W}}}attachedTemplate")
    rid = part.relate_to("file:///C:/Users/Somebody/Quays.dotx", f"{R}/attachedTemplate", is_external=True)
    template.set(f"{{{R}}}id", rid)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_another_reference_document_gives_its_looks_and_none_of_its_words(tmp_path, assert_valid_docx):
    data = write(EVERYTHING, Look(foreign_reference()))
    everything = b"\n".join(parts(data).values())
    for secret in (b"Secret draft", b"Somebody", b"Quays.dotx", b"stylesWithEffects", b"w:rsidRoot"):
        assert secret not in everything
    header = next(etree.fromstring(part) for name, part in parts(data).items() if name.startswith("word/header"))
    assert found(header, "w:p/w:pPr/w:pStyle/@w:val") == ["PageMarking", "Header"]
    assert "House of Quays" in found(header, "string(.)")
    assert [claim.words for claim in read(data).claims] == ["Both cranes stood still.", "Said", "three tons"]
    assert data == write(EVERYTHING, Look(foreign_reference()))
    (tmp_path / "brief.docx").write_bytes(data)
    assert_valid_docx(tmp_path / "brief.docx")


def test_a_brief_can_be_the_reference_document_of_another(data):
    again = write(EVERYTHING, Look(data))
    assert read(again).record == read(data).record
    assert sum(name.startswith("customXml/item") for name in parts(again)) == 2
    assert read(again).claims == read(data).claims


@pytest.mark.parametrize("reference_document", [b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_reference_document_that_is_none_is_refused(reference_document):
    with pytest.raises(UnreadableError, match="reference document: not a Word document"):
        write(EVERYTHING, Look(reference_document))


def test_content_types_are_declared_for_every_part(data):
    types = etree.fromstring(parts(data)["[Content_Types].xml"])
    declared = {one.get("PartName") for one in types if one.get("PartName")}
    assert {f"/word/{name}.xml" for name in ("document", "footnotes", "numbering", "styles", "settings")} <= declared
    assert next(iter(parts(data))) == "[Content_Types].xml"
