"""Quotations that no bookmark of ours tells of, in Word files that anybody may have made, and the prose around them."""

from itertools import pairwise

import pytest
from docx_files import LOOK, STYLES, W, bg, composition, footnote, note, p, quotation, r, ref, source_line, word_file
from hypothesis import given
from hypothesis import strategies as st

from briefgen.formats.docx import read, write
from briefgen.formats.docx.opened import open_file
from briefgen.model.tree import Group, Heading, ItemList, Paragraph, Table, Text
from briefgen.text import display

QUOTE, LINE = "ac", "ae"
SAID = "The cranes stand still."
NOTES = "".join(footnote(number, f"Quay Papers, p. {number}") for number in (1, 2, 3))
INDENT = '<w:p><w:pPr><w:ind w:{}="567" w:{}="567"/>{}</w:pPr>{}</w:p>'
INSET = INDENT.format("left", "right", "", "{}")


def styles(*more: str) -> dict[str, str]:
    """The styles of the test files, and more."""
    return {"word/styles.xml": STYLES.replace("</w:styles>", "".join(more) + "</w:styles>")}


def style(key: str, name: str, inner: str = "", based: str = "a") -> str:
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{inner}</w:style>'


def claims(body: str, notes: str = NOTES, **others: str):
    return read(word_file(body, notes, **others)).claims


def words(body: str, **others: str) -> list[str]:
    return [claim.words for claim in claims(body, **others)]


def cell(inner: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"


def boxed(inner: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"


TRANSLATED = "Translation, not proved: he said “stand still” 14 times."


@pytest.mark.parametrize("key", ["", "House line"])
@pytest.mark.parametrize("said", [TRANSLATED, TRANSLATED.replace(":", " (by Ada Quill):", 1)])
def test_a_translation_that_calls_itself_one_claims_nothing_and_is_no_prose(said, key):
    read_back = read(word_file(p(r(SAID), QUOTE) + (p(r(said), key) if key else INSET.format(r(said))), NOTES))
    assert [one.words for one in read_back.claims] == [SAID]
    assert read_back.prose == ()


@pytest.mark.parametrize(
    ("paragraph", "claimed"),
    [
        (p(r(TRANSLATED), QUOTE), TRANSLATED),
        (p(r(TRANSLATED) + ref(1)), "stand still"),
        (p(r(TRANSLATED.replace("not", "well"))), "stand still"),
    ],
    ids=["set as a quotation", "with a note", "with another label"],
)
def test_what_is_set_as_a_quotation_or_cites_a_note_is_claimed_whatever_it_calls_itself(paragraph, claimed):
    assert words(paragraph) == [claimed]


LISTED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>"
BLOCKS = {
    "in a style": (p(r(SAID), QUOTE), [SAID]),
    "in a style of the house": (p(r(SAID), "House"), [SAID]),
    "set in from both margins": (INSET.format(r(SAID)), [SAID]),
    "set in, as the strict form says it": (INDENT.format("start", "end", "", r(SAID)), [SAID]),
    "two paragraphs": (p(r("One."), QUOTE) + p("") + p(r("Two."), QUOTE), ["One.", "Two."]),
    "its own marks": (p(r(f"“{SAID}”"), QUOTE), [SAID]),
    "marks that close in the next paragraph": (p(r("“One."), QUOTE) + p(r("“Two.”"), QUOTE), ["One.", "Two."]),
    "marks around a part": (p(r("“Stand still,” he said."), QUOTE), ["“Stand still,” he said."]),
    "two quotations": (p(r("“Yes.” “No.”"), QUOTE), ["“Yes.” “No.”"]),
    "an attribution": (p(r(SAID), QUOTE) + p(r("— Quay Papers, 4 May 2026"), QUOTE), [SAID]),
    "what is long is no attribution": (p(r("A."), QUOTE) + p(r("— a" + " b" * 15), QUOTE), ["A.", "— a" + " b" * 15]),
    "what follows on nothing is no attribution": (p(r("— Stand still!"), QUOTE), ["— Stand still!"]),
    "in a cell, in a style": (cell(p(r(SAID), QUOTE)), [SAID]),
    "in a cell, set in": (cell(INSET.format(r(SAID))), []),
    "an item of a list": (INDENT.format("left", "right", LISTED, r(SAID)), []),
    "of no list": (INDENT.format("left", "right", LISTED.replace("3", "0"), r(SAID)), [SAID]),
    "a heading": (INDENT.format("left", "right", "<w:outlineLvl w:val='0'/>", r(SAID)), []),
    "set in from one margin": (INSET.replace("w:right", "w:hanging").format(r(SAID)), []),
    "hardly set in": (INSET.replace("567", "299").format(r(SAID)), []),
    "set in by no number": (INSET.replace("567", "wide").format(r(SAID)), []),
    "set in, in centimetres": (INSET.replace("567", "1cm").format(r(SAID)), [SAID]),
    "an empty one": (p("", QUOTE) + p(r(" "), QUOTE), []),
    "in a text box": (p(boxed(p(r(SAID), QUOTE))), [SAID]),
    "with a quotation in it": (p(r("He said “no” twice."), QUOTE), ["He said “no” twice."]),
    "a source line": (p(r("“Titles” are not quoted"), LINE), []),
    "copied without its bookmark": (p(bg(r(SAID)), QUOTE) + p(r("x")) + p(r(SAID), QUOTE), [SAID, SAID]),
    "typed before the block": (p(r("Not so."), QUOTE) + p(bg(r(SAID)), QUOTE), ["Not so.", SAID]),
    "a deleted paragraph before": (
        p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", QUOTE, "<w:del/>") + p(r("Ours.")), []
    ),
    "joined with what follows": (p(r("One. "), QUOTE, "<w:del/>") + p(r("Ours.")), ["One. Ours."]),
    "joined with nothing in the next cell": (cell(p(r(SAID), QUOTE, "<w:del/>")) + p(r("Ours.")), [SAID]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "said"), BLOCKS.values(), ids=BLOCKS)
def test_block_quotations_are_found(body, said):
    found = claims(p(r("Before.")) + body + p(r("After.")))
    assert [claim.words for claim in found] == said
    assert all(claim.is_block for claim in found)


def test_a_style_may_set_in():
    more = styles(
        style("In", "Set in", '<w:pPr><w:ind w:left="500" w:right="500"/></w:pPr>'),
        style("Out", "Set out", '<w:pPr><w:ind w:right="0"/></w:pPr>', "In"),
        style("List", "Some list", f"<w:pPr>{LISTED}</w:pPr>", "In"),
        style("Level", "A heading of the house", "", "Head"),
        style("Head", "heading 2", '<w:pPr><w:ind w:left="500" w:right="500"/></w:pPr>'),
        style("T", "toc 1", '<w:pPr><w:ind w:left="500" w:right="500"/></w:pPr>'),
    )
    body = "".join(p(r(name), name) for name in ("In", "Out", "List", "Level", "T"))
    assert words(body, **more) == ["In"]


@pytest.mark.parametrize(("key", "name"), [("a", "Normal"), ("BT", "Body Text")])
def test_where_everything_is_set_in_nothing_is_quoted_by_it(key, name):
    everywhere = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{}</w:style>{}'
    margins = '<w:pPr><w:ind w:left="500" w:right="500"/></w:pPr>'
    made = everywhere.format(margins, "") if key == "a" else everywhere.format("", style("BT", name, margins))
    sheet = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{made}</w:styles>'}
    further = f'<w:p><w:pPr><w:pStyle w:val="{key}"/><w:ind w:left="800" w:right="800"/></w:pPr>{r("further in")}</w:p>'
    assert words(p(r("usual"), key) + further, **sheet) == ["further in"]


RUNNING = {
    "a sentence": (p(r(f"He said, “{SAID}”")), [SAID]),
    "over runs": (p(r("He said, “The ") + r("cranes", "<w:i/>") + r(" stand still”.")), ["The cranes stand still"]),
    "several": (p(r("He said “yes” and “no”, and 「否」.")), ["yes", "no", "否"]),
    "one within another": (p(r("“He said ‘yes’ and left”")), ["He said ‘yes’ and left"]),
    "in a heading": (INDENT.format("left", "right", "<w:outlineLvl w:val='0'/>", r("On “quays”")), ["quays"]),
    "in a cell": (cell(p(r("He said “yes”"))), ["yes"]),
    "in a table in a table": (cell(cell(p(r("He said “yes”")))), ["yes"]),
    "in a text box": (p(r("x") + boxed(p(r("He said “yes”")))), ["yes"]),
    "in a list": (INDENT.format("left", "right", LISTED, r("He said “yes”")), ["yes"]),
    "beside a bookmark": (p(r("He said “") + bg(r(SAID)) + r("” and “no”")), [SAID, "no"]),
    "beside a bookmark with marks in it": (p(r("“") + bg(r("a “b")) + r("” and “c” and “d”")), ["a “b", "c", "d"]),
    "around a bookmark": (p(r("“He said ‘") + bg(r(SAID)) + r("’ and lied”")), [f"He said ‘{SAID}’ and lied", SAID]),
    "around a bookmark alone": (p(r("“‘") + bg(r(SAID)) + r("’”")), [SAID]),
    "open after a bookmark": (p(r("“") + bg(r(SAID)) + r(" and more")), [f"{SAID} and more", SAID]),
    "marks without words": (p(r("He said “…” and “?”.")), []),
    "on and on": (p(r("He said: “One.")) + p(r("“Two.”")), ["One.", "Two."]),
    "cut into paragraphs": (
        p(r("He said: “One.")) + p("") + p(r("Two")) + p(r("three.” So.")),
        ["One.", "Two", "three."],
    ),
    "open at the end of a cell": (cell(p(r("“One"))) + p(r("two”.")), ["One"]),
    "open at the end of a heading": (
        INDENT.format("left", "right", "<w:outlineLvl w:val='0'/>", r("“One")) + p(r("two”.")),
        ["One"],
    ),
    "an inserted word": (p(r("“They ") + f"<w:ins>{r('do not ')}</w:ins>" + r("agree”")), ["They do not agree"]),
    "hidden words": (p(r("“They ") + r("do not ", "<w:vanish/>") + r("agree”")), ["They agree"]),
    "a hidden mark": (p(r("They “") + r("”", "<w:vanish/>") + r("agree”")), ["agree"]),
    "a code of a field": (p('<w:fldSimple w:instr="QUOTE “no”">' + r("yes") + "</w:fldSimple>"), []),
}


@pytest.mark.parametrize(("body", "said"), RUNNING.values(), ids=RUNNING)
def test_quotations_in_running_text_are_found(body, said):
    found = claims(p(r("Before.")) + body + p(r("After.")))
    assert sorted(claim.words for claim in found) == sorted(said)
    assert not any(claim.is_block for claim in found)


def test_words_that_a_style_hides_are_not_read():
    more = styles(
        style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>"),
        style("Too", "Gone too", based="Gone"),
        style("Back", "Back", '<w:rPr><w:vanish w:val="0"/></w:rPr>', "Gone"),
    )
    faces = {name: f'<w:rStyle w:val="{name}"/>' for name in ("Gone", "Too", "Back")}
    body = p(r("“yes") + r(" no", faces["Gone"]) + r(" no", faces["Too"]) + r(" and", faces["Back"]) + r(" so”"))
    body += p(r("“no”") + r("“twice hidden is seen”", faces["Gone"]) + r("“shown”", '<w:vanish w:val="0"/>'), "Gone")
    assert words(body, **more) == ["yes and so", "twice hidden is seen", "shown"]


def test_a_hidden_paragraph_mark_joins():
    assert words(p(r("He said “yes "), mark="<w:vanish/><w:specVanish/>") + p(r("and no”"))) == ["yes and no"]


def field(instruction: str, *inner: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{''.join(inner)}{marks[2]}"


def test_a_table_of_contents_quotes_nothing_and_says_nothing():
    lines = r("On “quays”") + "</w:p><w:p>" + r("On “cranes”") + "</w:p><w:p>"
    body = p(r("Contents")) + p(field(r"TOC \o", lines)) + p(r("On “quays”"))
    assert words(body) == ["quays"]
    assert [one.words for one in read(word_file(body)).prose] == ["Contents", "On …"]


def test_a_field_that_never_ends_hides_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(p(begin + r("He said “yes”")) + p(r("He said “no”"))) == ["yes", "no"]


NOTED = {
    "after the mark": p(r("He said “yes”") + ref(2) + ref(1)),
    "after a full stop": p(r("He said “yes”.") + ref(2) + r(" And so on.") + ref(1)),
    "before the mark": p(r("He said “yes,") + ref(2) + r("” and so on.") + ref(1)),
    "after a block": p(r("yes"), QUOTE) + p(r("x") + ref(1)),
    "at the end of a block": p(r("ye") + ref(1) + r("s") + ref(2), QUOTE),
    "at the head of a block, as LibreOffice saves a content control": p(ref(2) + r("yes"), QUOTE),
    "within its marks": p(r("“yes") + ref(2) + r("”"), QUOTE),
    "on the line under it": p(r("yes"), QUOTE) + p("") + p(r("Quay") + ref(2) + r(" Papers"), LINE),
    "on the attribution under it": p(r("yes"), QUOTE) + p(r("— Quay Papers") + ref(2), QUOTE),
    "of the next paragraph": p(r("yes"), QUOTE) + p(r("and no") + ref(2), QUOTE),
    "of the next paragraph's line": p(r("yes"), QUOTE) + p(r("no"), QUOTE) + p(r("Quay") + ref(2), LINE),
    "where it runs on": p(r("He said “yes")) + p(r("“and no.”") + ref(2)),
    "where nothing runs on": p(r("He said “yes”")) + p(r("“And no.”") + ref(2)),
    "where it does not run on": p(r("He said “yes")) + p(r("He said “no.”") + ref(2)),
    "at the end of its sentence": p(r("He said “yes” and left.") + ref(2)),
    "in the next sentence": p(r("He said “yes” and left. So it goes.") + ref(2)),
    "of another": p(r("He said “yes” and “no”") + ref(2)),
}
UNNOTED = {"after a block", "where nothing runs on", "where it does not run on", "in the next sentence", "of another"}


@pytest.mark.parametrize("where", NOTED)
def test_the_note_of_a_quotation_is_the_first_of_its_sentence_behind_it(where):
    first = claims(p(ref(2)) + p(r("Three.") + ref(3)) + NOTED[where])[0]
    assert first.words.strip(",") == "yes"
    assert (first.note, first.number) == (("", 0) if where in UNNOTED else ("Quay Papers, p. 2", 1))


def test_footnotes_and_endnotes_are_numbered_apart():
    again = '<w:r><w:endnoteReference w:id="7"/></w:r>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/footnotes" '
        'Target="/word/FOOTNOTES.xml"/><Relationship Id="c" Type="x/endnotes" Target="..\\word/end%20notes.xml"/>'
        '<Relationship Id="d" Type="x/comments" Target="http://example.org/" TargetMode="External"/></Relationships>'
    )
    endnotes = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="7">{p(r("Crane Papers"))}</w:endnote></w:endnotes>'
    others = {"word/_rels/document.xml.rels": relations, "word/end notes.xml": endnotes}
    body = p(r("A “yes”") + ref(2) + r(" b “no”") + again + r(" c “maybe”") + ref(1))
    found = [(claim.words, claim.number, claim.note) for claim in claims(body, **others)]
    assert found == [
        ("yes", 1, "Quay Papers, p. 2"),
        ("no", 1, "Crane Papers"),
        ("maybe", 2, "Quay Papers, p. 1"),
    ]


def test_a_quotation_in_a_note_is_cited_by_it():
    notes = footnote(1, "Quay Papers, “On cranes”, p. 4")
    (claim,) = claims(p(r("See") + ref(1)), notes)
    assert (claim.words, claim.number, claim.place) == ("On cranes", 1, "note 1")
    assert claim.note == "Quay Papers, “On cranes”, p. 4"
    assert claim.spot.story == "footnote 1"


def test_titles_in_the_notes_of_our_own_quotations_are_no_claims():
    notes = footnote(1, "Quay Papers, “On cranes”, p. 4")
    assert [claim.words for claim in claims(p(bg(r(SAID)) + ref(1), QUOTE), notes)] == [SAID]


def test_a_line_under_a_block_is_kept_with_it():
    body = p(bg(r(SAID)), QUOTE) + p(r("Quay Papers"), LINE) + p(r("x"), QUOTE) + p(r("– Crane Papers"), QUOTE)
    assert [claim.line for claim in claims(body)] == ["Quay Papers", "– Crane Papers"]


def test_places_are_said_in_plain_words():
    body = (
        p(r("A “one”"))
        + cell(p(r("b")) + p(r("A “two”")))
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('x'))}</w:tc></w:tr><w:tr><w:tc>{p(r('“three”'))}</w:tc>"
        + f"</w:tr></w:tbl>{p(boxed(p(r('A “four”'))))}{p(r('five'), QUOTE)}{p(r('A “six”'))}"
    )
    places = {claim.words: claim.place for claim in claims(body)}
    assert places == {
        "one": "paragraph 1",
        "two": "table 1, row 1",
        "three": "table 2, row 1",
        "four": "text box 1",
        "five": "block quotation 1",
        "six": "paragraph 6",
    }


def test_prose_is_what_the_author_says():
    body = (
        p(r("Title “A”"), "Title")
        + p(r("He said “yes”, “") + bg(r(SAID)) + r("” and ") + bg(r("no"), 2) + r(", “he ‘did’” it."))
        + p(r("“Nothing else.”"))
        + p(r("Quoted."), QUOTE)
        + p(r("Quay Papers"), LINE)
        + INDENT.format("left", "right", LISTED, r("An item."))
        + cell(p(r("A cell.")))
        + p(r("Seen in a box.") + boxed(p(r("Boxed."))))
        + p(r("Remark."), "Remark")
        + p(r("1. ") + field("PAGE", r("4")) + r(" pages"), mark="")
    )
    said = [(one.words, one.place) for one in read(word_file(body)).prose]
    assert said == [
        ("He said …, … and …, … it.", "paragraph 2"),
        ("An item.", "paragraph 6"),
        ("Seen in a box.", "paragraph 8"),
        ("1. 4 pages", "paragraph 10"),
        ("Boxed.", "text box 1"),
    ]


def test_of_our_own_file_the_claims_are_its_quotations_and_the_prose_is_the_desks():
    made = write(
        composition(
            Heading(1, (Text("Quays"),)),
            Paragraph((Text("Of “quays”"),), role="subtitle"),
            Group("box", (Heading(2, (Text("Grounds"),)), ItemList(((Paragraph((Text("12 papers"),)),),)))),
            quotation(1, "“Cranes” stand still."),
            source_line("Quay Papers, “On cranes”"),
            Group("box", (Paragraph((Text("The desk says: 5 ships."),)),)),
            Paragraph((Text("Figures of nobody"),), role="remark"),
            Paragraph((Text("Our own words."),)),
            Table(((Text("No."),),), (((Text("1"),),),)),
            notes=[note("1", "Quay Papers, “On cranes”")],
        ),
        LOOK,
    )
    finished = read(made)
    assert [claim.words for claim in finished.claims if claim.excerpt] == ["“Cranes” stand still."]
    assert [claim.words for claim in finished.claims if not claim.excerpt] == ["quays"]
    assert [one.words for one in finished.prose] == ["The desk says: 5 ships.", "Our own words."]
    assert finished.pending == ()


runs = st.lists(st.sampled_from(["He said ", "“yes", "”", "“", "’", "no", ". ", "「港", "」", '"', "'s"]), max_size=9)
WRAPPED = (
    "{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", '<w:smartTag w:element="date">{}</w:smartTag>',
    '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>', '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    '<w:ins w:id="4" w:author="A">{}</w:ins>', '<w:customXml w:element="e">{}</w:customXml>',
    '<w:moveTo w:id="5" w:author="B">{}</w:moveTo>', '<w:bookmarkStart w:id="9" w:name="_x"/>{}',
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>', "<w:bdo>{}</w:bdo>",
    '{}<w:del w:id="6" w:author="A"><w:r><w:delText>“gone</w:delText></w:r></w:del>',
    '{}<w:r w:rsidDel="00A1"><w:rPr><w:vanish/></w:rPr><w:t>” unseen “</w:t></w:r>',
    "<w:r><w:lastRenderedPageBreak/></w:r>{}",
)  # fmt: skip


def typed(letters: str, cuts: list[int], wraps: list[str]) -> str:
    """Words as Word keeps them: in runs that are cut anywhere, each in something."""
    edges = sorted({0, len(letters), *(cut % (len(letters) + 1) for cut in cuts)})
    parts = [letters[start:end] for start, end in pairwise(edges)]
    wraps = wraps or ["{}"]
    return "".join(wraps[at % len(wraps)].format(r(part, '<w:lang w:val="en-GB"/>')) for at, part in enumerate(parts))


@given(
    st.lists(st.tuples(runs, st.sampled_from(["a", QUOTE, LINE])), max_size=4),
    st.lists(st.integers(0, 40), max_size=6),
    st.lists(st.sampled_from(WRAPPED), max_size=4),
)
def test_how_a_program_cuts_and_wraps_its_runs_changes_nothing(paragraphs, cuts, wraps):
    plain = read(word_file("".join(p(r("".join(parts)), kind) for parts, kind in paragraphs)))
    made = read(word_file("".join(p(typed("".join(parts), cuts, wraps), kind) for parts, kind in paragraphs)))
    assert (made.claims, made.prose) == (plain.claims, plain.prose)


@given(st.lists(st.tuples(runs, st.sampled_from(["a", QUOTE, LINE]), st.booleans()), max_size=5))
def test_every_claim_says_where_its_words_are(paragraphs):
    body = "".join(
        p((bg if marked else "{0}".format)(r("".join(parts)), *([at + 1] if marked else [])), kind)
        for at, (parts, kind, marked) in enumerate(paragraphs)
    )
    data = word_file(body)
    text, found = open_file(data).body.text, read(data).claims
    for claim in found:
        assert display(text[claim.spot.start : claim.spot.end]) == claim.words
        assert claim.words
    assert [claim.spot.start for claim in found] == sorted(claim.spot.start for claim in found)
    assert sum(bool(claim.excerpt) for claim in found) == sum(
        marked and bool("".join(parts).strip()) for parts, _, marked in paragraphs
    )
