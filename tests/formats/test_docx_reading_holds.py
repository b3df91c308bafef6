"""The way back from the text of a Word file to the elements that hold it."""

from docx_files import bg, footnote, p, r, ref, word_file
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.formats.docx.opened import open_file

MARKED = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7 or so</w:t></w:r>'
ODD = '<w:r><w:t>a</w:t><w:br/><w:t/><w:tab/><w:noBreakHyphen/><w:sym w:char="00E9"/><w:sym w:char="D800"/></w:r>'
BOXED = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(r('in the box'))}</w:txbxContent></v:textbox></w:pict></w:r>"
GONE = '<w:del w:id="3"><w:r><w:delText>gone</w:delText></w:r></w:del>' + r("unseen", "<w:vanish/>")
PARTS = (r("The cranes "), bg(r("stand still.")), ref(1), MARKED, ODD, BOXED, GONE, "</w:p><w:p>")
SHOWN = {"noBreakHyphen": "\u2011", "tab": "\t", "br": "\n"}

bodies = st.lists(st.sampled_from(PARTS), max_size=12).map(lambda parts: p("".join(parts)))


def words_in(hold) -> str:
    """What an element itself says of its part of the text."""
    name = etree.QName(hold.node).localname
    if name == "sym":
        return {"00E9": "é", "D800": "\ufffd"}[hold.node.values()[0]]
    return SHOWN.get(name) or hold.node.text[len(hold.node.text) - (hold.end - hold.start) :]


@given(bodies)
def test_every_character_but_the_ends_of_paragraphs_is_held_by_the_element_that_shows_it(body):
    story = open_file(word_file(body, footnote(1, "Quay Papers"))).body
    assert all(story.text[hold.start : hold.end] == words_in(hold) for hold in story.holds)
    held = {place for hold in story.holds for place in range(hold.start, hold.end)}
    assert {place for place in range(len(story.text)) if place not in held} == {one.end for one in story.paragraphs}
    assert [hold.start for hold in story.holds] == sorted(hold.start for hold in story.holds)


@given(bodies, st.integers(0, 60), st.integers(0, 60))
def test_what_holds_a_part_of_the_text_is_found(body, start, end):
    start, end = sorted((start, end))
    story = open_file(word_file(body, footnote(1, "Quay Papers"))).body
    wanted = tuple(hold for hold in story.holds if hold.start < end and hold.end > start)
    assert story.holding(start, end) == wanted


@given(bodies)
def test_reading_changes_no_part(body):
    data = word_file(body, footnote(1, "Quay Papers"))
    file = open_file(data)
    assert file.main == "word/document.xml"
    for name, root in file.roots.items():
        assert etree.tostring(root, method="c14n") == etree.tostring(
            etree.fromstring(file.archive.parts()[name]), method="c14n"
        )
    assert file.parts == {"body": "word/document.xml", "footnote 1": "word/footnotes.xml"}
    assert file.story("footnote 1").text.strip() == "Quay Papers"


def test_text_boxes_come_after_the_rest():
    story = open_file(word_file(p(r("One ") + BOXED + r("two")))).body
    assert story.text == "One two\nin the box\n"
    assert [hold.node.text for hold in story.holds] == ["One ", "two", "in the box"]
