"""What is read of a Word file is what a reader sees of it."""

import pytest
from docx_files import STYLES, p, r, word_file

from briefgen.formats.docx.reading import read

QUOTE = "ac"
SEEN, CUT = "the quay is not open", "the quay is open"
EFFECT = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{}</w14:textFill>'
WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="000000"/>'
FACES = {
    "white": (WHITE, CUT),
    "nearly white": ('<w:color w:val="FAFAFA"/>', CUT),
    "of the colour of the paper": ('<w:color w:themeColor="background1"/>', CUT),
    "grey": ('<w:color w:val="808080"/>', SEEN),
    "no colour": ('<w:color w:val="auto"/>', SEEN),
    "white on black": (WHITE + BLACK, SEEN),
    "white, marked": (WHITE + '<w:highlight w:val="blue"/>', SEEN),
    "white, marked in white": (WHITE + '<w:highlight w:val="white"/>', CUT),
    "black on black": ('<w:color w:val="000000"/>' + BLACK, CUT),
    "without a fill": (EFFECT.format("<w14:noFill/>"), CUT),
    "filled with white": (EFFECT.format('<w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'), CUT),
    "tiny": ('<w:sz w:val="2"/>', CUT),
    "small": ('<w:sz w:val="12"/>', SEEN),
    "narrow": ('<w:w w:val="1"/>', CUT),
    "struck out": ("<w:strike/>", CUT),
    "struck out twice": ("<w:dstrike/>", CUT),
    "not struck out": ('<w:strike w:val="0"/>', SEEN),
    "in a white style": ('<w:rStyle w:val="Gone"/>', CUT),
    "in a style like a white one": ('<w:rStyle w:val="Too"/>', CUT),
    "in a white style, in black": ('<w:rStyle w:val="Gone"/><w:color w:val="000000"/>', SEEN),
    "of no number": ('<w:sz w:val="wide"/><w:color w:val="FFFFFG"/>', SEEN),
}
MORE = STYLES.replace(
    "</w:styles>",
    f'<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:styleId="Too"><w:name w:val="Too"/><w:basedOn w:val="Gone"/></w:style>'
    f'<w:style w:styleId="Dark"><w:name w:val="Dark"/><w:basedOn w:val="{QUOTE}"/><w:pPr>{BLACK}</w:pPr></w:style>'
    "</w:styles>",
)


def words(body):
    return [claim.words for claim in read(word_file(body, **{"word/styles.xml": MORE})).claims]


def said(face):
    return r("the quay is ") + r("not ", face) + r("open")


@pytest.mark.parametrize(("face", "expected"), FACES.values(), ids=FACES)
def test_what_a_reader_does_not_see_or_sees_struck_out_is_not_read(face, expected):
    assert words(p(said(face), QUOTE)) == [expected]
    assert words(p(r("It says “") + said(face) + r("”."))) == [expected]


def test_white_letters_are_read_where_the_paper_has_another_colour():
    dark = f"<w:tbl><w:tr><w:tc><w:tcPr>{BLACK}</w:tcPr>{p(said(WHITE), QUOTE)}</w:tc></w:tr></w:tbl>"
    every = "".join(r(each, WHITE) for each in ("the quay is ", "not ", "open"))
    assert words(p(said(WHITE), "Dark") + dark + p(every, QUOTE)) == [SEEN] * 3


FIELD = '<w:fldSimple w:instr=" NOTEREF _Ref1 ">{}</w:fldSimple>'
CUSTOM = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t xml:space="preserve">{}</w:t></w:r>'


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (FIELD.format(r("7 ")), "the quay is 7 open"),
        (FIELD.format(r("7")), CUT),
        (FIELD.format(r("not ")), SEEN),
        (FIELD.format(r("7") + r("not ")), SEEN),
        (CUSTOM.format("iv "), CUT),
        (CUSTOM.format("not "), SEEN),
    ],
)
def test_no_word_passes_for_the_mark_of_a_note(mark, expected):
    assert words(p(r("the quay is ") + mark + r("open"), QUOTE)) == [expected]


BOUND = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ODD = {
    "in a control": (BOUND.format("<w:text/>", r("not ")), SEEN),
    "in a control that is filled anew": (
        BOUND.format('<w:dataBinding w:xpath="/a"/>', r("not ")),
        "the quay is ˣˣˣ open",
    ),
    "turned": (f'<w:bdo w:val="rtl">{r("12 ")}</w:bdo>', "the quay is ˣˣ open"),
    "turned as it stands": (f'<w:bdo w:val="ltr">{r("not ")}</w:bdo>', SEEN),
    "Hebrew, turned as it stands": (f'<w:bdo w:val="rtl">{r("רציף ")}</w:bdo>', "the quay is רציף open"),
    "in an element of nobody": (f'<x:x xmlns:x="urn:x">{r("not ")}</x:x>', "the quay is ˣˣˣ open"),
    "in one that Office is said to know": (
        f'<x:x xmlns:x="http://schemas.microsoft.com/office/x">{r("not ")}</x:x>',
        "the quay is ˣˣˣ open",
    ),
}


@pytest.mark.parametrize(("within", "expected"), ODD.values(), ids=ODD)
def test_of_what_may_be_seen_or_not_no_letter_is_told(within, expected):
    assert words(p(r("the quay is ") + within + r("open"), QUOTE)) == [expected]


def offers(first, second, space="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"):
    choice = f'<mc:Choice xmlns:x="{space}" Requires="x">{first}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"


def box(inner):
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.mark.parametrize("other", ["", r("not "), r("now ")])
def test_of_several_ways_to_say_the_same_in_a_line_no_letter_is_told(other):
    body = p(r("the quay is ") + offers(r("not "), other) + r("open"), QUOTE)
    assert words(body) == ["the quay is ˣˣˣ open"]


def test_a_text_box_that_is_there_in_several_ways_is_read_once():
    same, other = (box(p(r(each), QUOTE)) for each in (SEEN, CUT))
    assert words(p(offers(same, same))) == [SEEN]
    assert words(p(offers(same, other))) == ["ˣˣˣ ˣˣˣˣ ˣˣ ˣˣˣ ˣˣˣˣ"]
