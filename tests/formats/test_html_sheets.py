"""What is read of a page is what a reader sees of it, as far as the style sheets in it say so."""

import html
import re
from contextlib import suppress
from pathlib import Path

import pytest
from docx_files import composition, note, quotation, source_line
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnreadableError
from briefgen.formats.html import matching, read, write
from briefgen.model.brief import Look
from briefgen.model.tree import Heading, Link, NoteRef, Paragraph, Text

SEEN, CUT, UNTOLD = "The quay is not open.", "The quay is open.", "The quay is ˣˣˣ open."
SHEETS = {
    "": SEEN,
    ".x{color:red}": SEEN,
    ".x{display:none}": CUT,
    "<!-- .x{display:none} -->": CUT,
    "blockquote span[class$=y]{visibility:hidden}": CUT,
    "blockquote > .x.y, .z{font:0/0 serif}": CUT,
    ".x{color:#fff}": CUT,
    "body{background:#fff}.x{color:#fff}": CUT,
    "body{background:navy}.x{color:#fff}": SEEN,
    ":root{--none:#ffffff}.x{color:var(--none)}": CUT,
    ":root{--ink:#111}.dark{--ink:#eee}.x{color:var(--ink)}": SEEN,
    "body{--ink:#111}blockquote{--ink:#fff}.x{color:var(--ink)}": UNTOLD,
    ":root{--ink:#111}@media (prefers-color-scheme:dark){:root{--ink:#eee}}.x{color:var(--ink)}": SEEN,
    ":root{--ink:#fefefe}@media (prefers-color-scheme:dark){:root{--ink:#111}}.x{color:var(--ink)}": UNTOLD,
    ":root{--b:#fff}@media (prefers-color-scheme:dark){:root{--b:#111}}.x{background:var(--b);color:#fff}": UNTOLD,
    ":root{--b:navy no-repeat}.x{background:var(--b);color:#fff}": SEEN,
    ":root{--b:#000 no-repeat}.x{background:var(--b)}": CUT,
    "@media (prefers-color-scheme:dark){body{background:#111}blockquote{color:#eee}}": SEEN,
    "@media print{.x{color:#fefefe}}": UNTOLD,
    "a{color:#06c}body{color:#333;background:#fafafa}.x{color:#777}": SEEN,
    "body{background:navy}blockquote{background:#fff}.x{color:#fefefe}": CUT,
    ".x{color:var(--elsewhere)}": SEEN,
    ".x{display:var(--elsewhere)}": UNTOLD,
    ".x{color:var(--elsewhere,red)}": SEEN,
    ".x{position:absolute;left:-999px}": UNTOLD,
    ".x{unicode-bidi:bidi-override;direction:rtl}": UNTOLD,
    # the cascade
    ".x{display:none}.x{display:inline}": SEEN,
    ".x.y{display:none}.x{display:inline}": CUT,
    ".x{display:none!important}.x.y{display:inline}": CUT,
    ".x{display:none}.x{display:bogus}": CUT,
    ".x{display:none}.x{all:unset}": SEEN,
    ".x{text-decoration-line:line-through}.x.y{text-decoration:none}": SEEN,
    # what holds here and not there
    "@media all{.x{display:none}}": CUT,
    "@media print{.x{display:none}}": UNTOLD,
    "@media screen{.x{display:none}}": UNTOLD,
    "@supports (display:grid){@media (min-width:1px){.x{opacity:0}}}": UNTOLD,
    "@layer base{.x{display:none}}": UNTOLD,
    ".x{display:none}@media print{.x{display:inline}}": UNTOLD,
    "@media print{.x{display:none}.x{display:inline}}": SEEN,
    "@media (prefers-color-scheme:dark){body{background:#111}.x{color:#fff}}": SEEN,
    "@media print{.x::before{content:'un'}}.x::before{content:none}": SEEN,
    "@media print{blockquote{display:none}}": SEEN,
    # within others
    "blockquote{.x{display:none}}": CUT,
    ".y{&.x{display:none}}": CUT,
    "p,blockquote{> .z,> .x{display:none}}": CUT,
    ".x{@media print{display:none}}": UNTOLD,
    ".x{:hover &{display:none}}": SEEN,
    # words that a sheet adds
    ".x{display:none}.w::after{content:'not '}": UNTOLD,
    ".x{display:none}.w:after{content:'no' 't '}": UNTOLD,
    ".x{display:none}.w::after{content:attr(class)' '}": "The quay is ˣ open.",
    ".x{display:none}.w::after{content:'not ';display:none}": CUT,
    ".x::after{content:' '}": SEEN.replace("not ", "not  "),
    ".x::before{content:'\\2192'}.x::after{content:open-quote url(a.png)}": SEEN,
    ".x::first-letter{font-size:0}": UNTOLD,
    "::selection{color:#fff}::placeholder{opacity:0}::-webkit-scrollbar{display:none}": SEEN,
    ".x{display:none}.w::after{content:'n\\1\\d800t '}": "The quay is ˣ\ufffd\ufffdˣ open.",
    # what cannot be read
    ".x{display:none}:bogus(1){}": CUT,
    ".x:bogus{display:none}": SEEN,
    ".x,a:bogus{display:none}": UNTOLD,
    "[*|x]{display:none}}}}": SEEN,
    "@import 'a.css';@font-face{display:none}@page{.x{display:none}}": SEEN,
    ".x " * 200 + "{display:none}": SEEN,
    ":hover .x{display:none}": SEEN,
}


def page(sheet, look=""):
    words = f"<span class=w>The quay is </span><span class='x y' {look}>not </span>open."
    return f"<style>{sheet}</style><blockquote>{words}</blockquote>".encode()


def quoted(data):
    return [" ".join(claim.words.split()) for claim in read(data).claims]


@pytest.mark.parametrize(("sheet", "expected"), SHEETS.items())
def test_what_a_sheet_in_the_page_says_is_heeded(sheet, expected):
    assert quoted(page(sheet)) == [" ".join(expected.split())]


@pytest.mark.parametrize(
    ("sheet", "style", "expected"),
    [
        (".x{display:none}", "display:inline", SEEN),
        (".x{display:none!important}", "display:inline", CUT),
        (".x{display:none!important}", "display:inline!important", SEEN),
        (".x{color:var(--a)}", "--a:red", SEEN),
        (".x{color:var(--a)}", "--a:#fff", CUT),
        (".x{display:none}", "top:0;" * 1_000, UNTOLD),
    ],
)
def test_an_element_outdoes_a_sheet_that_does_not_insist(sheet, style, expected):
    assert quoted(page(sheet, f"style='{style}'")) == [expected]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<style media=all>{}</style>", CUT),
        ("<style media=print>{}</style>", UNTOLD),
        ("<style type=text/less>{}</style>", SEEN),
        ("<noscript><style>{}</style></noscript>", UNTOLD),
    ],
)
def test_what_the_element_of_a_sheet_says_of_it_is_heeded(element, expected):
    sheet = element.format(".x{display:none}").encode()
    assert quoted(page("").replace(b"<style></style>", sheet)) == [expected]


@pytest.mark.parametrize(("selector", "expected"), [("table > tr .x", SEEN), ("table > tbody > tr .x", CUT)])
def test_rows_stand_where_browsers_have_them(selector, expected):
    table = "<table><caption>Quays</caption><tr><td>“The quay is <b class=x>not </b>open.”</td></tr><tr></tr></table>"
    assert quoted(f"<style>{selector}{{display:none}}</style>{table}".encode()) == [expected]


def test_whole_blocks_are_read_if_they_are_ever_shown_and_added_words_change_no_record():
    sheet = "p{display:none}@media print{p{display:block}}*::before{content:'un'}"
    data = f"<style>{sheet}</style><script id=briefgen-record>{{}}</script><blockquote><p>{SEEN}</p></blockquote>"
    found = read(data.encode())
    assert [claim.words for claim in found.claims] == ["ˣˣ", f"ˣˣ{SEEN}"]
    assert found.record == "{}"


@pytest.mark.parametrize("head", ["<link rel='alternate StyleSheet' href=a.css>", "<style>@import 'a.css';</style>"])
def test_a_sheet_that_stands_elsewhere_is_named(head):
    assert "style sheets" in read(f"{head}<q>{SEEN}</q>".encode()).remarks[0]
    assert read(page(".x{display:none}")).remarks == ()


@pytest.mark.parametrize(
    ("sheet", "body", "told"),
    [
        ("u ~ b ~ b ~ b ~ i{opacity:0}", "<b></b>" * 100 + "<i></i>" * 9, "comparisons"),
        ("p:nth-last-of-type(3){opacity:0}", "<p>" * 900, "comparisons"),
        ("body:has(p + b){opacity:0}" * 60, "<p>" * 300, "comparisons"),
        ("a{color:red}" * 200_000, "", "characters"),
        ("a{color:" + "(" * 1_000, "", "brackets"),
        ("a{" * 1_000, "", "brackets"),
    ],
)
def test_sheets_that_ask_for_too_much_are_refused(monkeypatch, sheet, body, told):
    monkeypatch.setattr(matching, "_MOST", 100_000)
    with pytest.raises(UnreadableError, match=told):
        read(f"<style>{sheet}</style>{body}".encode())


def own():
    """A page of ours in its own style sheet, with all that this sheet hides anywhere."""
    style = (Path(__file__).parents[2] / "templates" / "brief.css").read_text("utf-8")
    link = Link("https://example.org/quay", (Text("The quay"),))
    blocks = (
        Heading(1, (Text("Quays"),)),
        *(Heading(2, (Text(f"Part {number}"),)) for number in range(5)),
        quotation(1, SEEN),
        source_line("A letter"),
        Paragraph((Text("We say: “"), link, Text(" is not open.”"), NoteRef("1"))),
    )
    return write(composition(*blocks, notes=[note("1", "A letter")], handling="TLP:RED"), Look(style=style))


def test_our_own_sheet_takes_nothing_from_our_pages():
    data = own()
    bare = re.sub(b"<style>.*?</style>", b"", data, flags=re.DOTALL)
    assert data != bare
    assert read(data) == read(bare)
    assert SEEN in {claim.words for claim in read(data).claims}


@pytest.mark.parametrize(
    ("sheet", "within", "expected"),
    [
        (b"", b"<span class=handling>not </span>", SEEN),
        (b"", b"<span class=backref>not </span>", UNTOLD),
        (b"", b"<span style=color:#fff>not </span>", UNTOLD),
        (b"<style>.gone{display:none}</style>", b"<span class=gone>not </span>", CUT),
        (b"<style>.quoted b{color:var(--paper)}</style>", b"<b>not </b>", UNTOLD),
    ],
)
def test_what_a_person_hides_in_our_pages_is_found(sheet, within, expected):
    data = own().replace(b"</head>", sheet + b"</head>").replace(b"not open", within + b"open")
    assert expected in {claim.words for claim in read(data).claims}


TOKENS = (
    "--a",
    "var(",
    "content:'D'",
    "display",
    "none",
    "::before",
    "::after",
    "@media",
    "\x01",
    "\\1 ",
    "span",
    ":is(",
)
CSS = st.lists(
    st.sampled_from((*"{}()[];:,.&>+~*#@!/\"'\\\n xq", *TOKENS, "url(", "color:", ".w::after{content:'D\\1 '}", "*{")),
    max_size=40,
).map("".join)


@given(CSS, CSS)
def test_whatever_sheets_say_none_of_it_passes_for_words_of_the_page(sheet, style):
    with suppress(UnreadableError):
        words = "".join(claim.words for claim in read(page(sheet, f'style="{html.escape(style)}"')).claims)
        assert {one for one in words if one.isalnum()} <= {*SEEN, "ˣ"}
