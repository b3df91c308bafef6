"""Comments on any Word file: exactly around the words, and everything else as it was."""

import pytest
from docx_files import W, bg, found, p, parts, r, ref, xml
from docx_files import footnote as old_note
from docx_others import (
    BOX,
    DELETED,
    INSERTED,
    LINES,
    MACROS,
    TYPES,
    all_through_office,
    by_briefgen,
    by_pandoc,
    by_python_docx,
    by_word,
    commented,
    complaints,
    control,
    field,
    said,
    spot,
    table,
    texts,
    through_office,
    unchanged,
    whole_file,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with

from briefgen.errors import UnreadableError
from briefgen.formats.docx import read
from briefgen.formats.docx.annotating import Remark, annotate
from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.opened import open_file
from briefgen.model.claim import Change, Spot
from briefgen.text import display

FEW = settings(max_examples=60, deadline=None)
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kou</w:t></w:r></w:rt><w:rubyBase>"
    + r("港湾")
    + "</w:rubyBase></w:ruby></w:r>"
)
FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=y</m:t></m:r></m:oMath>'
)
OPEN = (
    r("The cranes "),
    bg(r("stand ") + r("still.")),
    r("in bold", "<w:b/>"),
    '<w:r><w:t>a</w:t><w:br/><w:t/><w:tab/><w:noBreakHyphen/><w:sym w:char="00E9"/></w:r>',
    '<w:r><w:t xml:space="preserve"> b </w:t><w:cr/><w:t>c</w:t></w:r>',
    '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>* or so</w:t></w:r>',
    f'<w:hyperlink w:anchor="quay">{r("a link ")}{r("in two")}</w:hyperlink>',
    INSERTED.format(r("put in ") + r("late ")),
    DELETED.format("gone"),
    f"<w:moveTo w:id='7' w:author='A'>{r('moved here')}</w:moveTo>",
    control(r("a control ") + r("of words")),
    field('HYPERLINK "https://quay.example"', r("a "), r("field")),
    r("unseen", "<w:vanish/>"),
    ref(1),
    "</w:p><w:p>",
    f"</w:p>{table(p(r('one cell')), p(r('another')))}<w:p>",
)
WHOLE = (
    field("AUTHOR", r("Ada "), r("Quay")),
    field("IF 1 = 1", field("PAGE", r("4")), r(" of 9")),
    INSERTED.format(field("DATE", r("Monday"))),
    '<w:fldSimple w:instr=" TITLE ">' + r("A title") + "</w:fldSimple>",
    control(r("plain words"), "<w:text/>"),
    '<w:smartTag w:element="place">' + r("Port Town") + "</w:smartTag>",
    RUBY,
    FORMULA,
    BOX.format(p(r("in a box ") + field("PAGE", r("5")))),
    f"<mc:AlternateContent><mc:Choice Requires='w14'>{r('a choice')}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
)
offsets = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted)
spots = st.lists(offsets.map(lambda edges: Spot("body", *edges)), min_size=1, max_size=6)


def bodies(parts_):
    return st.lists(st.sampled_from(parts_), max_size=9).map(lambda chosen: p("".join(chosen)))


def file_of(body: str) -> bytes:
    return whole_file(body, LINES + old_note(1, "Quay Papers"))


def held(data: bytes, one: Spot) -> tuple[int, int] | None:
    """What of a spot the file has words for: the ends of paragraphs are held by nothing."""
    holding = open_file(data).body.holding(one.start, one.end) if one.start < one.end else ()
    return (max(one.start, holding[0].start), min(one.end, holding[-1].end)) if holding else None


def is_boxed(node) -> bool:
    return any(one.tag.endswith("}txbxContent") for one in node.iterancestors())


@FEW
@given(bodies(OPEN), spots)
def test_each_range_is_exactly_around_the_words_of_its_spot(body, chosen):
    data = file_of(body)
    copy = annotate(data, [Remark(one, f"remark {number}") for number, one in enumerate(chosen)])
    assert texts(copy) == texts(data)
    ranges = commented(copy)
    for (key, words), (number, one) in zip(said(copy).items(), enumerate(chosen), strict=True):
        assert words == f"remark {number}"
        if wanted := held(data, one):
            assert (ranges[key].start, ranges[key].end) == wanted
        else:
            assert ranges[key].start == ranges[key].end


@FEW
@given(bodies(OPEN + WHOLE), spots)
def test_any_comment_leaves_the_text_as_it_was_and_holds_its_words(body, chosen):
    data = file_of(body)
    copy = annotate(data, [Remark(one, "remark") for one in chosen])
    assert texts(copy) == texts(data)
    ranges = commented(copy)
    in_boxes = next((hold.start for hold in open_file(data).body.holds if is_boxed(hold.node)), 10**6)
    for key, one in zip(said(copy), chosen, strict=True):
        if (wanted := held(data, one)) and one.end < in_boxes:
            assert ranges[key].start <= wanted[0]
            assert ranges[key].end >= wanted[1]


@FEW
@given(bodies(OPEN + WHOLE), spots)
def test_a_mark_stands_only_where_the_schema_and_every_program_allow_it(body, chosen):
    copy = annotate(file_of(body), [Remark(one, "remark") for one in chosen])
    root = xml(copy)
    marks = found(root, "//w:commentRangeStart | //w:commentRangeEnd | //w:r[w:commentReference]")
    assert len(marks) == 3 * len(chosen)
    beside = {"p", "hyperlink", "ins", "moveTo", "sdtContent"}
    assert {mark.getparent().tag.rpartition("}")[2] for mark in marks} <= beside
    assert not found(
        root, "//w:txbxContent//w:commentRangeStart | //w:sdtContent[../w:sdtPr/w:text]//w:commentRangeEnd"
    )
    for path in ("//w:commentRangeStart", "//w:commentRangeEnd", "//w:commentReference"):
        assert len({one.get(f"{{{W}}}id") for one in found(root, path)}) == len(chosen)
    for start in found(root, "//w:commentRangeStart"):
        number = start.get(f"{{{W}}}id")
        assert found(start, f"following::w:commentRangeEnd[@w:id='{number}']")
        assert found(start, f"following::w:commentReference[@w:id='{number}']")


WORDS = {
    "part of a field": (field("AUTHOR", r("Ada "), r("Quay")), "da Q", "Ada Quay"),
    "from words into a field": (r("By ") + field("AUTHOR", r("Ada Quay")), "y Ada", "y Ada Quay"),
    "a field within a field": (field("IF 1", r("so "), field("PAGE", r("4")), r(" of 9")), "4", "so 4 of 9"),
    "a field put in": (INSERTED.format(field("DATE", r("Monday"))), "on", "Monday"),
    "a field half put in": (
        INSERTED.format('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("Monday")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "on",
        "Monday",
    ),
    "a link written as a field": (field('HYPERLINK "x"', r("the paper")), "pape", "pape"),
    "a simple field": (f'<w:fldSimple w:instr=" TITLE ">{r("A title")}</w:fldSimple>', "tit", "A title"),
    "a control of words": (control(r("plain words"), "<w:text/>"), "wor", "plain words"),
    "a control of anything": (control(r("rich words")), "wor", "wor"),
    "a reading over ruby": (RUBY, "湾", "港湾"),
    "a formula": (FORMULA, "=", "x=y"),
    "a smart tag": (f'<w:smartTag w:element="place">{r("Port Town")}</w:smartTag>', "Town", "Port Town"),
    "a mark of a note written out": (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>* or so</w:t></w:r>',
        "or",
        "or",
    ),
}


@pytest.mark.parametrize("name", WORDS)
def test_a_whole_stays_in_one_piece(name):
    inner, words, covered = WORDS[name]
    data = file_of(p(r("Before. ") + inner + r(" After.")))
    copy = annotate(data, [Remark(spot(data, words), "remark")])
    (one,) = commented(copy).values()
    assert texts(copy) == texts(data)
    assert texts(data)["body"][one.start : one.end] == covered


def test_a_field_over_several_paragraphs_is_open_to_marks():
    begin, _, rest = field("INCLUDETEXT x", r("One here.") + "</w:p><w:p>" + r("Two there.")).partition("<w:r><w:t")
    data = file_of(p(f"{begin}<w:r><w:t{rest}"))
    copy = annotate(data, [Remark(spot(data, "here"), "remark")])
    assert set(commented(copy).values()) == {spot(data, "here")}


def test_words_of_a_note_are_commented_on_where_it_is_referred_to():
    data = file_of(p(r("The cranes stand.") + ref(1) + r(" So it is.")))
    copy = annotate(data, [Remark(Spot("footnote 1", 1, 5), "remark")])
    assert set(commented(copy).values()) == {Spot("body", 17, 17)}
    assert found(xml(copy), "//w:commentRangeStart/following-sibling::*[1]//w:footnoteReference")
    assert parts(copy)["word/footnotes.xml"] == parts(data)["word/footnotes.xml"]


@pytest.mark.parametrize("place", [Spot("body", 0, 0), Spot("body", 3, 9), Spot("footnote 9", 0, 3)])
def test_there_is_a_place_even_where_there_are_no_words(place):
    data = file_of(p(""))
    copy = annotate(data, [Remark(place, "remark")])
    assert len(commented(copy)) == 1
    assert texts(copy) == texts(data)


def test_words_in_a_text_box_are_commented_on_where_the_box_hangs():
    data = file_of(p(r("One ") + BOX.format(p(r("in the box"))) + r("two")))
    copy = annotate(data, [Remark(spot(data, "the box"), "remark")])
    assert set(commented(copy).values()) == {Spot("body", 4, 4)}
    assert found(xml(copy), "//w:commentRangeStart/following-sibling::*[1]//w:txbxContent")


def test_what_is_not_about_comments_stays_byte_for_byte():
    data = by_word()
    copy = annotate(data, [Remark(spot(data, "ferry\twaits"), "One line\nand another")], author="Ada\x00 Quay")
    assert set(parts(data)) - unchanged(data, copy) == {TYPES, "word/_rels/document.xml.rels", "word/document.xml"}
    assert set(parts(copy)) - set(parts(data)) == {"word/comments.xml"}
    (comment,) = found(xml(copy, "word/comments.xml"), "w:comment")
    assert comment.get(f"{{{W}}}author") == "Ada\ufffd Quay"
    assert [found(line, "string(.)") for line in found(comment, "w:p")] == ["One line", "and another"]
    assert not found(comment, "@w:date | .//w:rStyle | .//w:pStyle")


def test_the_same_remarks_on_the_same_file_give_the_same_bytes():
    data = by_word()
    remarks = [Remark(spot(data, words), words) for words in ("said “the", "quay they", "last ferry")]
    assert annotate(data, remarks) == annotate(data, remarks)
    assert annotate(data, []) == data


def test_earlier_comments_stay_and_ids_go_on_after_theirs_and_those_of_notes():
    data = by_python_docx()
    copy = annotate(data, [Remark(spot(data, "no crane"), "New")])
    assert said(copy) == {"0": "Is that so?", "1": "New"}
    again = annotate(copy, [Remark(spot(data, "no crane"), "Newer")])
    assert said(again) == {"0": "Is that so?", "1": "New", "2": "Newer"}
    assert said(annotate(by_briefgen(), [Remark(Spot("body", 0, 2), "x")])) == {"4": "x"}


def test_ids_fill_the_gaps_when_none_are_left_after_the_greatest():
    data = file_of(p('<w:commentRangeStart w:id="32767"/><w:commentRangeStart w:id="2"/>' + r("The cranes")))
    remarks = [Remark(Spot("body", 0, 3), str(number)) for number in range(3)]
    assert list(said(annotate(data, remarks))) == ["3", "4", "5"]
    with pytest.raises(UnreadableError, match="no room"):
        annotate(data, remarks[:1] * 33_000)


SPOTS = {
    by_word: ("ferry\twaits", "long quay they gladly counted", "the paper told", "Crane one lifts.\nCrane", "last"),
    by_briefgen: ("the cranes rest", "ferry waits", "lift a box"),
    by_python_docx: ("On", "no crane", "Crane one rests.", "lifts.\n"),
    by_pandoc: ("waits at noon", "the quay", "No crane lifts."),
}


@pytest.fixture(params=SPOTS, ids=lambda make: make.__name__)
def made(request, tmp_path):
    """A file of each program, and words that it holds."""
    return file_by(request.param, tmp_path), SPOTS[request.param]


def file_by(make, folder) -> bytes:
    return make(folder) if make is by_pandoc else make()


def test_a_reader_is_told_of_each_comment_with_its_spot(made):
    data, chosen = made
    remarks = [Remark(spot(data, words), f"About {words!r}") for words in chosen]
    copy = annotate(data, remarks, author="Ada Quay")
    told = [one for one in read(copy).pending if one.change is Change.COMMENT and one.author == "Ada Quay"]
    shown = {(display(remark.words), remark.spot) for remark in remarks}
    assert {(one.words, one.spot) for one in told} == {(words, within(data, where)) for words, where in shown}
    assert read(copy).claims == read(data).claims
    assert texts(copy) == texts(data)


def within(data: bytes, one: Spot) -> Spot:
    """A spot without the ends of paragraphs at its edges."""
    return Spot(one.story, *(held(data, one) or ()))


def test_the_validator_finds_nothing_new(made, tmp_path):
    data, chosen = made
    copy = annotate(data, [Remark(spot(data, words), words) for words in chosen])
    assert complaints(copy, tmp_path / "after.docx") == complaints(data, tmp_path / "before.docx")


def test_libreoffice_keeps_each_comment_in_its_place_and_each_note_with_its_own_words(tmp_path):
    made = [(file_by(make, tmp_path), chosen) for make, chosen in SPOTS.items()]
    copies = [
        annotate(data, [Remark(spot(data, words), f"remark {number}") for number, words in enumerate(chosen)])
        for data, chosen in made
    ]
    for kept, (data, chosen) in zip(all_through_office(copies, tmp_path), made, strict=True):
        ranges = {said(kept)[key]: texts(kept)["body"][one.start : one.end] for key, one in commented(kept).items()}
        assert [display(ranges[f"remark {number}"]) for number in range(len(chosen))] == list(map(display, chosen))
        assert notes_in_order(kept) == notes_in_order(data)


def notes_in_order(data: bytes) -> list[str]:
    file = open_file(data)
    return [display(file.notes[one.note].text) for one in file.body.references]


def test_a_file_that_libreoffice_has_saved_takes_comments(tmp_path):
    data = through_office(by_word(), tmp_path)
    copy = annotate(data, [Remark(spot(data, "last ferry"), "remark"), Remark(spot(data, "counted"), "other")])
    assert texts(copy) == texts(data)
    assert [texts(data)["body"][one.start : one.end] for one in commented(copy).values()] == ["counted", "last ferry"]


def test_macros_and_other_parts_are_kept_and_the_file_stays_what_it_is():
    data = whole_file(
        p(r("The cranes")), main=MACROS, **{"word/vbaProject.bin": "macros", "customXml/item1.xml": "<a/>"}
    )
    copy = annotate(data, [Remark(Spot("body", 0, 3), "remark")])
    assert {"word/vbaProject.bin", "customXml/item1.xml"} <= unchanged(data, copy)
    assert MACROS in parts(copy)[TYPES].decode()


def test_a_signature_does_not_outlive_what_it_signs():
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    signed = parts(whole_file(p(r("The cranes"))))
    relation = f'<Relationship Id="s" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    kind = '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/x"/></Types>'
    signed["_rels/.rels"] = signed["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    signed[TYPES] = signed[TYPES].replace(b"</Types>", kind.encode())
    signed |= {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<s/>"}
    copy = parts(annotate(zipped(signed), [Remark(Spot("body", 0, 3), "remark")]))
    assert not [name for name in copy if "signature" in name]
    assert b"ignature" not in copy["_rels/.rels"] + copy[TYPES]
    assert b"officeDocument" in copy["_rels/.rels"]


def test_names_of_parts_are_found_whatever_their_case():
    data = zipped({name.replace("document.xml", "Document.XML"): one for name, one in parts(by_word()).items()})
    copy = annotate(data, [Remark(spot(data, "ferry"), "remark")])
    assert set(parts(copy)) - set(parts(data)) == {"word/comments.xml"}
    assert texts(copy) == texts(data)


MAIN, RELATED = "word/document.xml", "word/_rels/document.xml.rels"
REFUSED = {
    "the strict form": (MAIN, W, "http://purl.oclc.org/ooxml/wordprocessingml/main", "strict"),
    "no paragraph": (MAIN, p(r("The cranes")), "", "no paragraph"),
    "broken types": (TYPES, "</Types>", "", "not well-formed"),
    "another part for comments": (RELATED, "relationships/footnotes", "relationships/comments", "comments"),
    "no part for comments": (RELATED, "styles", "comments", "comments"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_changed_is_refused(name):
    part, old, new, why = REFUSED[name]
    whole = parts(whole_file(p(r("The cranes"))))
    assert old.encode() in whole[part]
    broken = zipped({**whole, part: whole[part].replace(old.encode(), new.encode())})
    with pytest.raises(UnreadableError, match=why):
        annotate(broken, [Remark(Spot("body", 0, 3), "remark")])


def test_a_file_that_does_not_say_what_its_parts_are_is_refused():
    held_ = parts(whole_file(p(r("The cranes"))))
    del held_[TYPES]
    with pytest.raises(UnreadableError, match="of what type"):
        annotate(zipped(held_), [Remark(Spot("body", 0, 3), "remark")])


HOLDERS = ("p", "r", "ins", "del", "hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "tbl", "tc", "ruby")
LEAVES = st.sampled_from(
    [
        "<w:t>some words</w:t>",
        "<w:tab/>",
        "<w:rPr/>",
        "<w:sdtPr><w:text/></w:sdtPr>",
        '<w:footnoteReference w:id="1"/>',
        *(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")),
        "<w:instrText>DATE</w:instrText>",
    ]
)
SENSELESS = st.recursive(
    LEAVES,
    lambda inner: st.tuples(st.sampled_from(HOLDERS), st.lists(inner, max_size=4)).map(
        lambda made: f"<w:{made[0]}>{''.join(made[1])}</w:{made[0]}>"
    ),
    max_leaves=14,
)


@FEW
@given(st.lists(SENSELESS, max_size=4).map("".join), spots)
def test_what_makes_no_sense_is_left_as_it_says_or_refused(body, chosen):
    data = file_of(body)
    try:
        copy = annotate(data, [Remark(one, "remark") for one in chosen])
    except UnreadableError as error:
        assert "no paragraph" in str(error)  # noqa: PT017 - it may also be taken
        assert "<w:p>" not in body
    else:
        assert texts(copy) == texts(data)
        assert len(found(xml(copy), "//w:commentReference")) == len(chosen)


@pytest.mark.parametrize("looks", ["<w:b/>" * 400, f'<w:lang w:val="{"x" * 20_000}"/>'])
def test_looks_without_end_are_not_copied_again_and_again(looks):
    data = file_of(p(r("The cranes stand still.", looks) + r(" So.")))
    copy = annotate(data, [Remark(spot(data, word), word) for word in ("cranes", "stand", "So")])
    assert len(found(xml(copy), "//w:rPr/w:b")) in {0, 400}
    assert [texts(data)["body"][one.start : one.end] for one in commented(copy).values()] == [
        "The cranes stand still.",
        "The cranes stand still.",
        "So",
    ]


def test_the_work_grows_with_the_comments():
    def asked(many):
        data = file_of(p("".join(r(f"word {number} ") for number in range(many)) + r("x" * 50 * many)))
        length = len(texts(data)["body"])
        return data, [Remark(Spot("body", at, at + 5), "remark") for at in range(0, length - 5, length // many)]

    assert grows_with(100, lambda pair: annotate(*pair), asked)
    data, remarks = asked(1000)
    assert len(said(annotate(data, remarks))) == len(remarks)
