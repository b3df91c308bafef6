"""HTML: what is in our pages, and what any page is read to say."""

import json

import pytest
from docx_files import composition, key, note, quotation, source_line
from lxml import html

from briefgen.errors import UnreadableError
from briefgen.formats import format_of
from briefgen.formats.html import read, write
from briefgen.model.brief import Excerpt, Listed, Look
from briefgen.model.claim import Claim
from briefgen.model.place import Selector, Span
from briefgen.model.source import Appearance, Work
from briefgen.model.translation import Translation
from briefgen.model.tree import (
    BlockQuote,
    Code,
    CodeBlock,
    Group,
    Heading,
    ItemList,
    LineBreak,
    Link,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Table,
    Text,
)

LOOK = Look(style="h1 { color: navy }")


def page(*blocks, **fields):
    return html.document_fromstring(write(composition(*blocks, **fields), LOOK).decode())


def text(words, role=""):
    return Paragraph((Text(words),), role)


def test_a_page_has_landmarks_a_title_and_its_handling_mark_at_both_ends():
    root = page(
        Heading(1, (Text("Quays"),)),
        text("In spring", "subtitle"),
        *(Heading(2, (Text(f"Part {number}"),)) for number in range(5)),
        quotation(1, "The quay is closed."),
        notes=[note("1", "A letter")],
        handling="TLP:RED",
        language="fr",
    )
    assert (root.get("lang"), root.findtext("head/title")) == ("fr", "Quays and cranes")
    assert [one.tag for one in root.find("body")] == ["p", "header", "nav", "main", "section", "footer", "script"]
    assert [one.text for one in root.xpath("//*[@class='marking']")] == ["TLP:RED", "TLP:RED"]
    assert '@top-center { content: "TLP\\3a RED" }' in root.findtext(".//style")
    assert [one.get("href") for one in root.xpath("//nav//a")] == [f"#h-{number}" for number in range(2, 7)]
    assert root.xpath("//nav/@role | //section/@role") == ["doc-toc", "doc-endnotes"]
    assert root.xpath("//h2[@id='notes']/@lang") == ["en"]  # the page's own few words are English


def test_a_reference_leads_to_its_note_and_the_note_back_to_each():
    twice = [Paragraph((Text("The quay"), NoteRef("1"))), Paragraph((Text("The port"), NoteRef("1")))]
    root = page(*twice, notes=[note("1", "A letter")])
    places = {one.get("id") for one in root.xpath("//*[@id]")}
    links = [one.get("href") for one in root.xpath("//a[starts-with(@href, '#')]")]
    assert links == ["#note-1", "#note-1", "#ref-1-1", "#ref-1-2"]
    assert {link[1:] for link in links} <= places


def test_headings_are_in_order_whatever_a_template_says():
    root = page(*(Heading(level, (Text("A"),)) for level in (1, 4, 6, 2, 5)))
    assert [one.tag for one in root.xpath("//main/* | //header/*")] == ["h1", "h2", "h3", "h2", "h3"]


def test_foreign_words_bear_their_language_and_direction():
    span = Span(0, 11)
    told = Translation("Le quai est fermé.", "fr")
    excerpt = Excerpt("d", Selector("الرصيف مغلق", "", "", span), "t", number=1, translation=told)
    listed = Listed(Appearance("d", "a.txt", "", Work(language="ar")), (), (1,))
    block = BlockQuote((Paragraph((Quoted(excerpt.id, 1, "الرصيف مغلق"), NoteRef("1"))),))
    root = page(block, text(told.line, "translation"), excerpts=(excerpt,), sources=(listed,))
    (quoted,) = root.xpath("//span[@class='quoted']")
    assert (quoted.get("lang"), quoted.get("dir"), quoted.get("id")) == ("ar-SA", "rtl", f"bg_{excerpt.id}_1")
    assert root.xpath("//p[@class='translation']/span/@lang") == ["fr-FR"]


def test_links_lead_to_the_web_or_within_the_page():
    inner = Paragraph((
        Link("https://quay.example/?a=1&b", (Text("a"),)),
        Link("#excerpt-" + key(1), (Text("b"),)),
        Link("javascript:alert(1)", (Text("c"),)),
        Link("#excerpt-gone", (Link("https://x.example", (Text("d"),)),)),
    ))  # fmt: skip
    root = page(quotation(1, "The quay."), inner)
    links = root.xpath("//main/p/a/@href")
    assert links == ["https://quay.example/?a=1&b", f"#bg_{key(1)}_1", "https://x.example"]


def test_every_kind_of_block_is_set():
    blocks = (
        ItemList(((text("a"),), (text("b"), ItemList(((text("c"),),), ordered=True, start=4)))),
        Table(((Text("H"),),), (((Text("x" * 40), LineBreak(), Code("y")),),)),
        CodeBlock("  two\n lines"),
        Rule(),
        Group("box", (text("In a box."),)),
    )
    root = page(*blocks)
    assert [one.tag for one in root.find(".//main")] == ["ul", "div", "pre", "hr", "div"]
    assert root.xpath("//ol/@start") == ["4"]
    assert (root.xpath("//th/@scope"), root.xpath("//td/@class")) == (["col"], ["long"])
    assert root.findtext(".//pre/code") == "  two\n lines"


def test_a_date_stays_on_its_line_where_the_column_beside_it_can_give_way():
    def looks(*rows):
        cells = tuple(tuple((Text(cell),) for cell in row) for row in rows)
        return page(Table(cells[0], cells)).xpath("//tr[td][1]/td/@class")

    title = "Why the ferry to the outer islands did not run"
    assert looks(("12", title, "30 September 2026"), ("13", title, "undated")) == ["short", "short"]
    assert looks(("30 September 2026", title), ("Ada Quill of the Port Times", title)) == []
    assert looks(["8 November 2026"] * 4) == []


def test_nothing_is_loaded_and_no_style_sheet_ends_its_element():
    style = "p::before { content: '</style><script>alert(1)</script>' }"
    data = write(composition(quotation(1, "The quay.")), Look(style=style))
    root = html.document_fromstring(data.decode())
    assert [one.get("type") for one in root.iter("script")] == ["application/json"]
    policy = root.xpath("//meta[@http-equiv]/@content")[0]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    assert json.loads(root.findtext(".//script"))["title"] == "Quays and cranes"


WORD = '<p>He said “no”<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A letter.</p></div>'  # noqa: E501 - as such a program writes it, on one line
OFFICE = '<p>He said “no”<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A letter.</p></div>'  # noqa: E501 - as such a program writes it, on one line
PANDOC = '<p>He said “no”<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section id="footnotes"><hr><ol><li id="fn1"><p>A letter.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'  # noqa: E501 - as such a program writes it, on one line


@pytest.mark.parametrize("body", [WORD, OFFICE, PANDOC], ids=["Word", "LibreOffice", "pandoc"])
def test_notes_of_other_programs_are_found(body):
    finished = read(f"<html><body>{body}</body></html>".encode())
    assert [(one.words, one.number, one.note) for one in finished.claims] == [("no", 1, "A letter.")]
    assert [one.words for one in finished.prose] == ["He said …."]


CLAIMED = {
    "a block quotation": ("<blockquote>The quay.</blockquote>", ["The quay."]),
    "its paragraphs": ("<blockquote><p>The <b>quay</b>.<p>The<br>port.</blockquote>", ["The quay.", "The port."]),
    "in marks": ("<p>So “the <i>quay</i>” and «port».", ["the quay", "port"]),
    "in a q, and one within it": ("<p>So <q>the <q>old</q> quay</q>.", ["the ‘old’ quay"]),
    "in cells, items and headings": ("<h2>“A”</h2><ul><li>“B”</ul><table><tr><td>“C”</table>", ["A", "B", "C"]),
    "in a cell of blocks": ("<table><tr><td><blockquote>A</blockquote><p>“B”</table>", ["A", "B"]),
    "entities and old encodings": ("<p>&ldquo;caf&eacute; &amp; quay&rdquo;", ["café & quay"]),
    "hidden words": ('<p>“the <span hidden>not</span><i style="display:none">so</i> quay”', ["the quay"]),
    "deleted words": ("<p>“the <del>old</del><ins>new</ins> quay”", ["the new quay"]),
    "scripts and heads": ("<script>“a”</script><style>“b”</style><template>“c”</template>", []),
    "the reading over ruby": ("<p>「<ruby>港<rp>(</rp><rt>みなと</rt></ruby>」", ["港"]),
    "words in a link that is no note": ('<p>“the <a href="#x">not</a> quay”<div id="x">Here.</div>', ["the not quay"]),
    "a mark that lost its partner": ("<p>He said “the quay", ["the quay"]),
    "without tags around": ("“the quay”", ["the quay"]),
    "an attribution": ("<blockquote><p>The quay.<p>— Ada Quill</blockquote>", ["The quay."]),
}


@pytest.mark.parametrize(("body", "words"), CLAIMED.values(), ids=CLAIMED)
def test_claims_of_any_page(body, words):
    data = f"<!DOCTYPE html><html><head><title>“t”</title></head><body>{body}</body></html>".encode()
    assert [claim.words for claim in read(data).claims] == words


def bg(inner, number=1):
    return f'<span class="quoted" id="bg_{key(number)}_1">{inner}</span>'


EDITED = {
    "added before and after": (f"<blockquote><p>So {bg('the quay')} is open.</blockquote>", "So the quay is open."),
    "added within": (f"<blockquote><p>{bg('the <b>old</b> quay')}</blockquote>", "the old quay"),
    "marks put around": (f"<blockquote><p>“{bg('the quay')}”</blockquote>", "the quay"),
    "set in running text": (f"<p>It was “not {bg('the quay')} yet” so.", "not the quay yet"),
    "in running text without marks": (f"<p>It was {bg('the quay')} so.", "the quay"),
    "cut in two": (f"<blockquote><p>{bg('the ')}{bg('quay')}</blockquote>", "the quay"),
    "in a list of contents that is quoted": (
        f'<blockquote><nav role="doc-toc">Not {bg("the quay")}</nav></blockquote>',
        "Not the quay",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), EDITED.values(), ids=EDITED)
def test_what_stands_with_an_excerpt_is_claimed_for_it(body, words):
    (claim,) = read(f"<html><body>{body}</body></html>".encode()).claims
    assert (claim.words, claim.excerpt, claim.occurrence) == (words, key(1), 1)


@pytest.mark.parametrize(
    "mark", ["<sup><a href='#n'>{}</a></sup>", "<a class='footnote-ref' href='#n'>{}</a>", "<a href='#n'>[{}]</a>"]
)
def test_no_word_passes_for_the_mark_of_a_note(mark):
    page = "<blockquote>The quay is " + mark + " open.</blockquote><p id='n'>Quay Papers</p>"
    assert [one.words.replace("[", "").replace("]", "") for one in read(page.format("not").encode()).claims] == [
        "The quay is not open."
    ]
    assert [one.words for one in read(page.format("iv").encode()).claims] == ["The quay is open."]


def test_prose_is_what_the_desk_says_itself():
    blocks = (
        Heading(1, (Text("Quays"),)),
        text("As of May 2026", "meta"),
        Group("box", (Heading(2, (Text("Grounds"),)), ItemList(((text("13 papers."),),)), text("We think so."))),
        quotation(1, "The quay is closed."),
        source_line("Port Times, “Quays,” 2026"),
        text("Translation, not proved: Le quai.", "translation"),
        text("It “is” shut."),
    )
    finished = read(write(composition(*blocks, notes=[note("1", "A letter")]), LOOK))
    assert [one.words for one in finished.prose] == ["We think so.", "It … shut."]
    assert finished.claims == (
        Claim("The quay is closed.", key(1), 1, 1, "A letter, p. 4the paper", "Port Times, “Quays,” 2026",
              "block quotation 1", is_block=True),
        Claim("is", place="quotation in running text 1"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- saved from x -->\n<HTML lang=en>", "html"),
        ("\ufeff<html>é".encode("utf-16-le"), "html"),
        (b"<div>Markdown may begin so</div>\n\n> x", "md"),
        (b"<!-- a remark -->\n# Title", "md"),
        (b"%PDF-1.7\n", "pdf"),
        (b"A text on %PDF- files", "md"),
        (b"", "md"),
    ],
)
def test_files_are_told_by_what_they_hold(data, name):
    assert format_of(data).name == name


@pytest.mark.parametrize(
    "encoding", ["utf-16", "windows-1252", "shift_jis"], ids=["by its mark", "by what it says", "Japanese"]
)
def test_a_page_is_read_in_its_own_encoding(encoding):
    words = "港" if encoding == "shift_jis" else "café"
    page = f"<html><head><meta charset='{encoding}'></head><body><blockquote>{words}</blockquote></body></html>"
    assert [claim.words for claim in read(page.encode(encoding)).claims] == [words]


@pytest.mark.parametrize("data", [b"", b"<html", b"<!-- -->"])
def test_what_holds_nothing_claims_nothing_or_is_said(data):
    try:
        assert read(data).claims == ()
    except UnreadableError as error:
        assert "holds no HTML" in str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 100_000 + b"\xe2\x80\x9ca quay\xe2\x80\x9d",
        b"<blockquote>" * 5_000 + b"a",
        b"<a href=#x><sup>1</sup></a>" * 20_000 + b"<p id=x>A note.",
        b"<ul><li>" * 3_000,
    ],
    ids=["deep", "quotations in quotations", "references", "lists"],
)
def test_hostile_pages_claim_nothing(data):
    assert read(b"<html><body>" + data).claims == ()


def test_a_tag_of_too_many_attributes_is_refused():
    with pytest.raises(UnreadableError, match="more than 20,000 attributes"):
        read(b"<html><body><p " + b"a=1 " * 30_000 + b">x")
