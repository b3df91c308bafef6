"""Files that people have edited, and files that somebody made to do harm."""

import zipfile
from io import BytesIO

import pytest
from docx_files import bg, footnote, key, p, r, ref, word_file

from briefgen.errors import UnreadableError
from briefgen.formats.docx import read

QUOTE = "ac"
SAID = r("The cranes stand still.")
INSERTED, DELETED = (
    '<w:ins w:id="90" w:author="A">{}</w:ins>',
    '<w:del w:id="91" w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>',
)


def box(inner: str) -> str:
    """A text box, said twice: for Word of today and for older programs."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{content}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{r(shown)}{marks[2]}"


def words(body: str, notes: str = "") -> list[str]:
    """The words of the quotations in bookmarks of ours."""
    return [claim.words for claim in read(word_file(body, notes)).claims if claim.excerpt]


BLOCKS = {
    "as it was": (p(bg(SAID), QUOTE), "The cranes stand still."),
    "typed before": (p(r("Not true: ") + bg(SAID), QUOTE), "Not true: The cranes stand still."),
    "typed after": (p(bg(SAID) + r(" Or not."), QUOTE), "The cranes stand still. Or not."),
    "typed after the note": (p(bg(SAID) + ref(1) + r(" Or not."), QUOTE), "The cranes stand still. Or not."),
    "inserted": (p(bg(r("They ") + INSERTED.format(r("do not ")) + r("agree")), QUOTE), "They do not agree"),
    "deleted": (p(bg(r("They ") + DELETED.format("do not ") + r("agree")), QUOTE), "They agree"),
    "moved here": (p(bg(r("A ") + f"<w:moveTo>{r('B')}</w:moveTo>"), QUOTE), "A B"),
    "moved away": (p(bg(r("A ") + f"<w:moveFrom>{r('B')}</w:moveFrom>"), QUOTE), "A"),
    "content control": (p(bg(f"<w:sdt><w:sdtContent>{SAID}</w:sdtContent></w:sdt>"), QUOTE), "The cranes stand still."),
    "smart tag": (p(bg(f"<w:smartTag>{SAID}</w:smartTag>"), QUOTE), "The cranes stand still."),
    "link": (p(bg(f"<w:hyperlink>{SAID}</w:hyperlink>"), QUOTE), "The cranes stand still."),
    "hidden": (p(bg(r("They ") + r("do not ", "<w:vanish/>") + r("agree")), QUOTE), "They agree"),
    "not hidden": (p(bg(r("They ", '<w:vanish w:val="0"/>') + r("agree")), QUOTE), "They agree"),
    "field": (p(bg(field("DATE", "Monday")), QUOTE), "Monday"),
    "simple field": (p(bg(f'<w:fldSimple w:instr="DATE">{r("Monday")}</w:fldSimple>'), QUOTE), "Monday"),
    "breaks": (p(bg("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:noBreakHyphen/></w:r>"), QUOTE), "a b \u2011"),
    "symbol": (p(bg('<w:r><w:sym w:char="00E9"/><w:sym w:char="no"/></w:r>'), QUOTE), "é"),
    "ruby": (
        p(bg(f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('港')}</w:rubyBase></w:ruby></w:r>"), QUOTE),
        "港",
    ),
    "style of the house": (p(r("Not: ") + bg(SAID), "House"), "Not: The cranes stand still."),
    "its own marks": (p(r("“") + bg(SAID) + r("”") + ref(1), QUOTE), "The cranes stand still."),
    "renamed by LibreOffice": (p(bg(SAID, suffix="_Copy_1"), QUOTE), "The cranes stand still."),
    "in a table": (f"<w:tbl><w:tr><w:tc>{p(bg(SAID), QUOTE)}</w:tc></w:tr></w:tbl>", "The cranes stand still."),
    "in a text box": (
        p(r("before") + box(p(bg(SAID) + r(" Yes."), QUOTE)) + r("after")),
        "The cranes stand still. Yes.",
    ),
    "in inserted paragraphs": (
        f"<w:sdt><w:sdtContent>{p(bg(SAID), QUOTE)}</w:sdtContent></w:sdt>",
        "The cranes stand still.",
    ),
}


@pytest.mark.parametrize(("body", "said"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_quotation_is_read_as_if_every_change_were_accepted(body, said):
    assert words(p(r("Before.")) + body + p(r("After."))) == [said]


def split(first: str, second: str) -> tuple[str, str]:
    """A bookmark over two paragraphs."""
    whole = bg("|")
    opening, closing = whole.split("|")
    return opening + first, second + closing


@pytest.mark.parametrize("mark", ["", "<w:del/>"])
def test_a_quotation_over_two_paragraphs_is_one(mark):
    first, second = split(r("The cranes "), r("stand still."))
    assert words(p(r("Well: ") + first, QUOTE, mark) + p(second + r(" Yes."), QUOTE)) == [
        "Well: The cranes stand still. Yes."
    ]


def test_a_bookmark_may_begin_and_end_between_paragraphs():
    opening, closing = bg("|").split("|")
    assert words(p(r("Before.")) + opening + p(SAID, QUOTE) + closing + p(r("After."))) == ["The cranes stand still."]


def test_a_bookmark_that_never_ends_is_read_to_the_end_of_its_paragraph():
    opening, _ = bg("|").split("|")
    assert words(p(opening + SAID) + p(r("After."))) == ["The cranes stand still."]


def test_two_quotations_in_one_block_are_two():
    both = p(r("First: ") + bg(r("One."), 1) + r(" not ") + bg(r("Two."), 2) + r(" Three."), QUOTE)
    assert words(both) == ["First: One. not", "Two. Three."]


INLINE = {
    "typed within": (
        r("He said “it is true that ") + bg(SAID) + r(" Really.” And left."),
        "it is true that The cranes stand still. Really.",
    ),
    "no marks": (r("He said ") + bg(SAID) + r(" and left."), "The cranes stand still."),
    "marks elsewhere": (r("The “Gazette” says ") + bg(SAID) + r(" in “Letters”."), "The cranes stand still."),
    "marks within marks": (
        r("“‘Yes’, not ") + bg(SAID) + r(" ‘no’, then” he said"),
        "‘Yes’, not The cranes stand still. ‘no’, then",
    ),
    "straight marks": (r('A "B" says "not ') + bg(SAID) + r('" here'), "not The cranes stand still."),
    "an apostrophe": (r("‘it’s not ") + bg(SAID) + r("’ he said"), "it’s not The cranes stand still."),
    "one mark only": (r("“") + bg(SAID) + r(" and so on"), "The cranes stand still."),
    "deleted within": (r("“") + bg(r("They ") + DELETED.format("do not ") + r("agree")) + r("”"), "They agree"),
    "corner brackets": (r("彼は「決して") + bg(r("港は静かだ")) + r("」と"), "決して港は静かだ"),
}


@pytest.mark.parametrize(("inner", "said"), INLINE.values(), ids=INLINE)
def test_an_inline_quotation_is_read_from_mark_to_mark(inner, said):
    assert words(p(inner)) == [said]


def test_another_quotations_marks_are_its_own():
    body = p(r("“") + bg(r("a “b"), 1) + r("” and “not ") + bg(r("c” d"), 2) + r("”"))
    assert words(body) == ["a “b", "not c” d"]


@pytest.mark.parametrize(
    "body",
    [
        p(bg(f"<w:moveFrom>{SAID}</w:moveFrom>"), QUOTE),
        p(bg(DELETED.format("The cranes stand still.")), QUOTE),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(bg(SAID), QUOTE)}</w:tc></w:tr></w:tbl>",
        p(bg(""), QUOTE),
        p(f'<w:bookmarkStart w:id="1" w:name="other"/>{SAID}<w:bookmarkEnd w:id="1"/>', QUOTE),
        p('<w:bookmarkEnd w:id="7"/>' + SAID, QUOTE),
    ],
)
def test_what_is_in_no_bookmark_of_ours_is_no_excerpt(body):
    assert words(body) == []


NOTES = footnote(1, "Quay Papers, p. 4") + footnote(2, "Ours") + '<w:footnote w:type="separator" w:id="0"/>'


def note_of(body: str) -> tuple[str, int]:
    (claim,) = read(word_file(body, NOTES)).claims
    return claim.note, claim.number


def test_the_note_is_the_first_after_the_quotation():
    assert note_of(p(ref(2) + bg(SAID) + ref(1) + ref(2), QUOTE)) == ("Quay Papers, p. 4", 2)


def test_the_note_may_stand_on_the_source_line():
    assert note_of(p(bg(SAID), QUOTE) + p(r("Quay Papers") + ref(1), "ae")) == ("Quay Papers, p. 4", 1)


def test_a_note_that_is_referred_to_again_is_found():
    first = f'<w:bookmarkStart w:id="8" w:name="_note_1"/>{ref(1)}<w:bookmarkEnd w:id="8"/>'
    again = field(r" NOTEREF _note_1 \f \h ", "1")
    simple = f'<w:fldSimple w:instr="NOTEREF _note_1">{r("1")}</w:fldSimple>'
    for later in (again, simple):
        body = p(r("x") + ref(2) + first) + p(bg(SAID) + later, QUOTE)
        assert note_of(body) == ("Quay Papers, p. 4", 2)
        assert words(body, NOTES) == ["The cranes stand still."]


def test_a_mark_that_is_written_out_is_not_among_the_words():
    sign = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7 or so</w:t></w:r>'
    (claim,) = read(word_file(p(ref(2)) + p(bg(SAID) + sign, QUOTE), NOTES)).claims
    assert (claim.words, claim.number) == ("The cranes stand still. or so", 7)


def test_a_mark_that_is_written_out_letter_by_letter_is_one():
    for letters, number in (("10", 10), ("117", 117), ("aa", 0)):
        mark = "".join(f"<w:t>{letter}</w:t>" for letter in letters)
        sign = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{mark}<w:t>x</w:t></w:r>'
        (claim,) = read(word_file(p(ref(2)) + p(bg(SAID) + sign, QUOTE), NOTES)).claims
        assert (claim.words, claim.number) == ("The cranes stand still.x", number)


def test_quotations_in_notes_are_claimed_and_placed():
    noted = footnote(1, "x").replace(r(" x"), r(" It says “") + bg(SAID) + r(" Ever.”"))
    (claim,) = read(word_file(p(r("See") + ref(1)), noted)).claims
    assert (claim.words, claim.place, claim.excerpt) == ("The cranes stand still. Ever.", "note 1", key(1))


def test_places_count_what_a_reader_would_count():
    body = p("") + p(r("One")) + p(r("Q"), QUOTE) + p("") + p(bg(SAID), QUOTE) + p(bg(r("inline"), 2))
    places = [claim.place for claim in read(word_file(body)).claims]
    assert places == ["block quotation 1", "block quotation 2", "paragraph 4"]


def test_the_strict_form_is_read_too():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = p(bg(SAID), "Quote")
    document = f'<w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>'
    assert read(word_file("", **{"word/document.xml": document})).claims[0].words == "The cranes stand still."


def test_a_file_without_a_record_has_none():
    assert read(word_file(p(SAID), **{"customXml/item1.xml": "<other/>"})).record == ""


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
HARM = {
    "not a zip": (b"Dear all, ", "not a .docx file"),
    "empty": (b"", "not a .docx file"),
    "password": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "password"),
    "no document": (word_file("").replace(b"word/document.xml", b"word/documint.xml"), "no main document part"),
    "not XML": (word_file("", **{"word/document.xml": "<w:document"}), "not well-formed"),
    "entities": (word_file("", **{"word/document.xml": LAUGHS}), "document type"),
    "deep": (word_file("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "not well-formed"),
    "huge": (word_file("", **{"word/document.xml": "<x>" + " " * (65 << 20) + "</x>"}), "larger than 64 MB"),
    "many tags": (word_file("<w:p/>" * 4_000_001), "4,000,000 tags"),
    "cut off": (word_file(p(SAID * 2000))[:900], "not a .docx file"),
}


@pytest.mark.parametrize(("data", "why"), HARM.values(), ids=HARM)
def test_a_file_that_cannot_be_read_says_why(data, why):
    with pytest.raises(UnreadableError, match=why):
        read(data)


def test_a_damaged_part_says_which():
    good = bytearray(word_file(p(bg(SAID)) + p(r("x" * 3000))))
    with zipfile.ZipFile(BytesIO(good)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    good[start + 5 : start + 25] = bytes(20)
    with pytest.raises(UnreadableError, match=r"word/document\.xml"):
        read(bytes(good))


def test_thousands_of_bookmarks_around_the_same_words_are_refused():
    body = "".join(bg("", number).replace("<w:bookmarkEnd", "<w:x") for number in range(6000))
    with pytest.raises(UnreadableError, match="too many bookmarks of quotations"):
        read(word_file(p(body + r("The cranes stand still. " * 400))))


@pytest.mark.parametrize("loop", ["a", "b"])
def test_styles_that_go_round_in_circles_end(loop):
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="a"><w:name w:val="x"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="Quote"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    data = word_file(p(r("Not: ") + bg(SAID), loop), **{"word/styles.xml": styles})
    assert read(data).claims[0].words == "Not: The cranes stand still."
