"""House documents as people have them: controls, columns, odd measures, own notes, and what must not travel along."""

import re
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Twips
from docx_files import R, W, composition, found, note, parts, quotation, xml
from docx_others import control, field, saved
from houses import picture
from lxml import etree
from test_docx_house import BRIEF, words

from briefgen.errors import UnreadableError
from briefgen.formats.docx import write
from briefgen.formats.docx.archive import zipped
from briefgen.model.brief import Look
from briefgen.model.tree import Group, Heading, Paragraph, Table, Text

MARKER = "<w:p><w:r><w:t>{{ brief }}</w:t></w:r></w:p>"
BOX = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def element(text):
    return etree.fromstring(re.sub(r"^<([\w:]+)", rf'<\1 xmlns:w="{W}" xmlns:r="{R}"', text))


def house(*elements, section=""):
    """A document of these elements, then the marker unless they hold one; `section` stands in its section."""
    made = docx.Document()
    for one in elements:
        made.element.body.insert_element_before(element(one), "w:sectPr")
    if section:
        given = element(section)
        held = made.element.body.sectPr
        for old in held.findall(given.tag):
            held.remove(old)
        held.append(given)
    return made


def written(document, brief=BRIEF, **look):
    return write(brief, Look(saved(document), is_house=True, **look))


def changed(document, name, *pairs):
    held = parts(saved(document))
    text = held[name].decode()
    for old, new in pairs:
        text, count = re.subn(old, new, text)
        assert count, old
    return zipped({**held, name: text.encode()})


@pytest.mark.parametrize("inner", [MARKER, control(MARKER)])
def test_a_content_control_that_holds_the_marker_alone_makes_room_for_the_brief(inner):
    data = written(house(control(inner), "<w:p><w:r><w:t>Printed here.</w:t></w:r></w:p>"))
    assert words(data)[0] == "Quays and cranes"
    assert words(data)[-1] == "Printed here."
    assert not found(xml(data), "//w:sdt")


def test_a_control_around_more_than_the_marker_is_refused():
    with pytest.raises(UnreadableError, match="stands in a table, a box or a field"):
        written(house(control(MARKER + MARKER.replace("brief", "title"))))


def test_a_name_in_a_text_box_is_filled_in_once():
    titled = composition(quotation(1, "Both cranes stood still."), notes=[note("1", "Papers")], title="On {{ quays }}")
    said = words(written(house(BOX % "{{ title }}"), titled))
    assert said[:2] == ["On {{ quays }}", "On {{ quays }}"]  # the paragraph that the box hangs in, and the box's own


def test_a_marker_in_a_text_box_is_refused():
    with pytest.raises(UnreadableError, match="stands in a table, a box or a field"):
        written(house(BOX % "{{ brief }}"))


WIDE = composition(Group("box", (Paragraph((Text("So."),)),)), Table(((Text("Quay"),), (Text("Crane"),)), ()))


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ('<w:cols w:num="1"/>', 8640),
        ('<w:cols w:num="2" w:space="700"/>', 3970),
        ('<w:cols w:num="2"/>', 3960),
        ('<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2500" w:space="400"/><w:col w:w="5700"/></w:cols>', 2500),
        ('<w:cols w:num="lots"/>', 8640),
    ],
)
def test_tables_and_boxes_fit_the_column(columns, width):
    data = written(house(section=columns), WIDE)
    assert [int(one) for one in found(xml(data), "//w:tblW/@w:w")] == [width, width]


@pytest.mark.parametrize(
    ("size", "width"),
    [('w:w="11909.0" w:h="16834.000000000004"', 8309), ('w:w="21cm" w:h="29.7cm"', 8307), ('w:w="broad"', 8306)],
)
def test_measures_with_fractions_or_units_are_understood(size, width):
    data = changed(house(), "word/document.xml", (r"<w:pgSz [^>]*/>", f"<w:pgSz {size}/>"))
    made = write(WIDE, Look(data, is_house=True))
    assert {int(one) for one in found(xml(made), "//w:tblW/@w:w")} == {width}


def test_a_foot_that_sections_share_ends_where_the_narrowest_page_does():
    document = house()
    document.add_section()
    section = document.sections[-1]
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph("{{ brief }}")
    data = written(document, WIDE)
    feet = [etree.fromstring(part) for name, part in parts(data).items() if re.match(r"word/footer\d", name)]
    stops = {one for foot in feet for one in found(foot, "//w:tab[@w:val='right']/@w:pos")}
    assert stops == {"8640"}
    assert {int(one) for one in found(xml(data), "//w:tblW/@w:w")} == {12240}


def test_a_foot_stops_nowhere_but_at_the_right_edge():
    document = house()
    base = document.styles.add_style("Head and Foot", WD_STYLE_TYPE.PARAGRAPH)
    base.paragraph_format.tab_stops.add_tab_stop(Twips(4000))
    document.styles["Footer"].base_style = base
    data = written(document, WIDE)
    (foot,) = [etree.fromstring(part) for name, part in parts(data).items() if re.match(r"word/footer\d", name)]
    kinds = dict(zip(found(foot, "//w:tabs/w:tab/@w:pos"), found(foot, "//w:tabs/w:tab/@w:val"), strict=True))
    assert kinds.pop("8640") == "right"
    assert kinds.pop("4000") == "clear"
    assert set(kinds.values()) <= {"clear"}


def test_a_narrow_page_has_less_of_a_long_title_at_its_foot():
    titled = composition(quotation(1, "So."), notes=[note("1", "Papers")], title="On quays and cranes " * 4)
    shown = {}
    for name, width in (("usual", 9070), ("narrow", 6200)):
        size = f'<w:pgSz w:w="{width + 3600}" w:h="16838"/>'
        data = changed(house(), "word/document.xml", (r"<w:pgSz [^>]*/>", size))
        held = parts(write(titled, Look(data, is_house=True)))
        (foot,) = [etree.fromstring(part) for name, part in held.items() if re.match(r"word/footer\d", name)]
        shown[name] = found(foot, "string(.//w:t)")
    assert len(shown["narrow"]) < 60 < len(shown["usual"])
    assert "…" in shown["narrow"]


def test_a_document_without_a_section_or_with_odd_numbers_is_no_trouble():
    document = house('<w:p><w:bookmarkStart w:id="x" w:name="quay"/><w:bookmarkEnd w:id="x"/></w:p>')
    document.element.body.remove(document.element.body.sectPr)
    data = changed(document, "word/styles.xml", (r'w:pos="(\d+)"', r'w:pos="\1.5"'))
    assert "Both cranes stood still." in words(write(BRIEF, Look(data, is_house=True)))


@pytest.mark.parametrize("notes", ["footnotes", "endnotes"])
def test_the_notes_are_counted_as_the_brief_counts_them(notes):
    own = f"<w:{notes[:-1]}Pr><w:numFmt w:val='lowerRoman'/><w:numRestart w:val='eachPage'/></w:{notes[:-1]}Pr>"
    data = written(house(section=own), notes=notes)
    assert not found(xml(data), f"//w:sectPr/w:{notes[:-1]}Pr/*[not(self::w:numFmt[@w:val='decimal'])]")


def test_headings_that_a_house_counts_count_neither_boxes_nor_the_contents():
    document = house()
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    brief = composition(Group("box", (Heading(2, (Text("So"),)),)), Heading(2, (Text("Quays"),)))
    data = written(document, brief, contents=True)
    assert found(xml(data), "//w:p[.//w:numId/@w:val='0']/w:pPr/w:pStyle/@w:val") == ["TOCHeading", "BoxHeading"]
    assert not found(xml(written(house(), brief, contents=True)), "//w:numId")


def test_the_language_is_that_of_the_brief_whatever_the_styles_say():
    document = house()
    normal = document.styles["Normal"].element.get_or_add_rPr()
    normal.append(element('<w:lang w:val="de-DE"/>'))
    languages = found(xml(written(document), "word/styles.xml"), "//w:lang/@w:val")
    assert languages == ["en-US"]


def with_header(text):
    document = house()
    document.sections[0].header.paragraphs[0]._p.append(element(text))
    return document


INSERTED = '<w:ins w:id="5" w:author="Somebody"><w:r><w:t>new</w:t></w:r></w:ins>'
SHELL = " DDEAUTO c:\\quay.exe "
CODED = f"<w:p>{field('INCLUDE', '').replace('INCLUDE', 'INCLUDE</w:instrText><w:instrText>PICTURE quay.png')}</w:p>"


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (with_header(INSERTED), "its header or footer holds tracked changes"),
        (with_header("<w:r><w:object/></w:r>"), "its header or footer holds an embedded object"),
        (
            with_header('<w:fldSimple w:instr=" FILENAME \\p "/>'),
            r"a field that names a file or a program \(FILENAME\)",
        ),
        (house(f'<w:p><w:fldSimple w:instr="{SHELL}"/></w:p>'), r"its own text holds a field .*\(DDEAUTO\)"),
        (house(CODED), r"its own text holds a field .*\(INCLUDEPICTURE\)"),
    ],
)
def test_what_would_travel_with_every_brief_is_refused(document, why):
    with pytest.raises(UnreadableError, match=why):
        written(document)


def test_a_link_that_hangs_on_a_list_is_refused_too():
    document = house()
    document.part.numbering_part.relate_to("file:///C:/Users/Somebody/dot.png", RELATIONSHIP_TYPE.IMAGE, True)  # noqa: FBT003 - python-docx's own
    with pytest.raises(UnreadableError, match="links to a file outside"):
        written(document)


def test_what_a_header_does_not_show_is_left_behind():
    document = with_header("<w:r><w:t>The quay</w:t></w:r>")
    document.sections[0].header.paragraphs[0]._p.set(f"{{{W}}}rsidR", "00AB12CD")
    document.sections[0].header.paragraphs[0]._p.get_or_add_pPr().append(element('<w:pPrChange w:author="Somebody"/>'))
    document.sections[0].header.part.get_or_add_image(BytesIO(picture()))
    held = parts(written(document))
    assert not [name for name in held if name.startswith("word/media")]
    assert not any(b"00AB12CD" in part or b"Somebody" in part for part in held.values())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a .docx file, or damaged"),
        (changed(house(), "[Content_Types].xml", ("wordprocessingml.document.main", "sheet.main")), "something else"),
        (zipped({**parts(saved(house())), "word/media/a.bin": bytes(65 * 2**20)}), "larger than 64 MB"),
    ],
)
def test_what_is_no_document_is_refused_in_words(data, why):
    with pytest.raises(UnreadableError, match=f"reference document: not a Word document.*{why}"):
        write(BRIEF, Look(data, is_house=True))
