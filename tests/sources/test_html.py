"""Web pages, each beside what it should be (`data/html/NAME.html` and `.json`); and what holds for any page."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.clean import mark
from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Role
from briefgen.sources import html
from briefgen.text import canonicalise

PAGES = sorted((Path(__file__).parent / "data" / "html").glob("*.html"))
SENTENCE = "The ferry left the harbour at nine, and the crane stood still until it came back with the evening tide."
PARAGRAPHS = "".join(f"<p>{SENTENCE} It was day {n} of the week.</p>" for n in range(1, 7))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_reads_as_expected(path):
    reading = html.read(path.read_bytes(), path.name)
    assert {
        "work": {field: [str(getattr(reading.work, field)), basis] for field, basis in reading.work.bases},
        "text": reading.text.split("\n"),
        "hints": [[hint.role.value, hint.span.of(reading.text)] for hint in reading.hints],
        "warnings": list(reading.warnings),
    } == json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))


def read(head="", body=PARAGRAPHS, **attributes):
    root = "".join(f" {name}='{value}'" for name, value in attributes.items())
    return html.read(f"<!doctype html><html{root}><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def roles(reading):
    return [(block.role, block.span.of(reading.text)) for block in mark(reading.text, reading.hints)]


def test_menus_comments_and_scripts_are_no_part_of_the_text():
    menu = "<nav><ul><li><a href=/>Piers</a></li><li><a href=/b>Boats</a></li></ul></nav>"
    comments = "<div id=comments><h3>3 comments</h3><p>I have always said that it would break one day.</p></div>"
    text = read(body=f"{menu}<article>{PARAGRAPHS}</article>{comments}<script>let gulls = 'gulls'</script>").text
    assert SENTENCE in text
    assert not {"Piers", "comments", "gulls"} & set(text.split())


def test_a_line_that_reads_like_a_part_of_the_page_has_no_sure_role():
    reading = read(body=f"<article>{PARAGRAPHS}<p>Read more: Gulls leave the pier</p></article>")
    assert ("Read more: Gulls leave the pier" in reading.text) is True
    assert all("Gulls" not in hint.span.of(reading.text) for hint in reading.hints)
    assert roles(reading)[-1] == (Role.BOILERPLATE, "Read more: Gulls leave the pier")


def test_a_table_of_one_column_is_a_way_to_lay_out_paragraphs():
    cells = "".join(f"<tr><td><p>{SENTENCE} It was day {n}.</p></td></tr>" for n in range(8))
    assert {role for role, _ in roles(read(body=f"<table>{cells}</table>"))} == {Role.PARAGRAPH}


def test_lines_that_end_like_sentences_are_paragraphs():
    other = SENTENCE.replace("nine", "ten")
    reading = read(body=f"<article><p>{SENTENCE}<br><br>So<br>it was.<br>{other}</p>{PARAGRAPHS}</article>")
    assert [words for _, words in roles(reading)][:3] == [SENTENCE, "So\nit was.", other]


def test_a_page_without_an_article_is_its_whole_text():
    reading = read(body="<p>The boats left early.</p><p>They came back late.</p>")
    assert (reading.text, reading.hints) == ("The boats left early.\n\nThey came back late.", ())


@pytest.mark.parametrize("data", [b"", b"<html><body></body></html>", b"<script>let a = 1</script>", b"\0\0\0\0"])
def test_a_page_without_words_says_so(data):
    with pytest.raises(UnreadableError):
        html.read(data, "page.html")


WORDS = "Гавань открыта для всех паромов, кран на северной пристани снова работает с утра до вечера."


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", ""),
        # Pages are saved as UTF-8 with what they said before, and with marks that say what they are.
        ("utf-8", "windows-1251"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-16", "utf-8"),
        ("windows-1251", "windows-1251"),
        ("koi8-r", "koi8-r"),
        ("iso8859-5", "iso-8859-5"),
        ("windows-1251", "utf-8"),
        ("windows-1251", "no-such-encoding"),
        ("windows-1251", "hex"),
    ],
)
def test_encodings(encoding, said):
    meta = f"<meta charset='{said}'>" if said else ""
    data = f"<html><head>{meta}</head><body>{f'<p>{WORDS}</p>' * 6}</body></html>".encode(encoding)
    assert html.read(data, "page.html").text.count(WORDS) == 6


@pytest.mark.parametrize(
    ("encoding", "said", "words"),
    [
        ("shift_jis", "Shift_JIS", "港の起重機は三週間も止まったままで、連絡船は外で待っている。"),
        ("euc_jp", "EUC-JP", "港の起重機は三週間も止まったままで、連絡船は外で待っている。"),
        ("iso2022_jp", "ISO-2022-JP", "港の起重機は三週間も止まったままで、連絡船は外で待っている。"),
        ("cp949", "euc-kr", "항구의 기중기는 삼 주째 멈춰 있고, 연락선은 바깥에서 기다린다."),
        ("gb18030", "gb2312", "港口的起重机已经停了三个星期，渡船在外面等候。"),
        ("cp1252", "iso-8859-1", "Der Kran steht still – sagt “niemand” im Hafen, für drei Wochen."),
    ],
)
def test_encodings_that_browsers_read_more_widely(encoding, said, words):
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">'
    data = f"<html><head>{head}</head><body>{f'<p>{words}</p>' * 8}</body></html>".encode(encoding)
    reading = html.read(data, "page.html")
    assert reading.text.count(words) == 8
    assert reading.warnings == ()


def test_a_page_of_xhtml_says_its_encoding_first():
    head = '<?xml version="1.0" encoding="windows-1251"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ru">'
    data = f"{head}<head><title>Паром</title></head><body>{f'<p>{WORDS}</p>' * 6}</body></html>".encode("windows-1251")
    reading = html.read(data, "page.xhtml")
    assert reading.text.count(WORDS) == 6
    assert (reading.work.title, reading.work.language) == ("Паром", "ru")


def json_ld(**values):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **values})}</script>"


@pytest.mark.parametrize(
    ("head", "body", "iso"),
    [
        (json_ld(datePublished="2026-11-20T18:05:00+09:00"), "", "2026-11-20T18:05+09:00"),
        (json_ld(datePublished="2026-11-20"), "", "2026-11-20"),
        ("<meta property=article:published_time content=2026-11-20T09:05:00>", "", "2026-11-20"),
        ("<meta name=date content='20. November 2026'>", "", "2026-11-20"),
        ("", "<time itemprop=datePublished datetime=2026-11-20>a while ago</time>", "2026-11-20"),
        ("", "<time datetime=2026-11-20T10:00Z>3 hours ago</time>", "2026-11-20T10:00+00:00"),
        ("<link rel=canonical href=https://quay.example/2026/11/20/crane>", "", "2026-11-20"),
        ("", "<h1>The crane stands</h1><p>2026年11月20日</p>", "2026-11-20"),
        ("", "<h1>The crane stands</h1><p>令和8年11月20日</p>", "2026-11-20"),
        ("", "<h1>The crane stands</h1><p>2026년 11월 20일</p>", "2026-11-20"),
        ("", "<h1>The crane stands</h1><p>20 ноября 2026</p>", "2026-11-20"),
        # Dates of other stories, and none at all.
        ("", "<time datetime=2026-11-20>then</time><time datetime=2026-11-19>before</time>", None),
        ("", "<time>3 hours ago</time>", None),
        ("<meta name=date content='03/06/2026'>", "", None),
        (json_ld(datePublished="0001-01-01T00:00:00Z"), "", None),
        (json_ld(datePublished="yesterday"), "", None),
        # One time in two zones: only the day is sure.
        (
            json_ld(datePublished="2026-11-20T18:05:00+09:00")
            + "<meta property=article:published_time content=2026-11-20T18:05:00+00:00>",
            "",
            "2026-11-20",
        ),
        # In UTC it is another day than the page prints.
        (
            json_ld(datePublished="2026-11-20T02:05:00Z"),
            "<h1>The crane stands</h1><p>19 November 2026</p>",
            "2026-11-19",
        ),
        (
            json_ld(datePublished="2026-11-20T02:05:00Z"),
            "<h1>The crane stands</h1><p>12 November 2026</p>",
            "2026-11-20T02:05+00:00",
        ),
    ],
)
def test_the_date_of_publication(head, body, iso):
    published = read(head, f"<article>{body}{PARAGRAPHS}</article>").work.published
    assert (published.iso if published else None) == iso


@pytest.mark.parametrize(
    ("head", "body", "authors", "agency"),
    [
        (json_ld(author={"@type": "Person", "name": "Mira Oduya"}), "", ("Mira Oduya",), ""),
        (json_ld(author=["Mira Oduya", {"name": "Ida Falk"}]), "", ("Mira Oduya", "Ida Falk"), ""),
        (json_ld(author={"@type": "Person", "name": "Editorial staff"}), "", (), ""),
        (json_ld(author={"@type": "Organization", "name": "Reuters"}), "", (), "Reuters"),
        (json_ld(author={"@type": "Person", "name": "Madonna"}), "", ("Madonna",), ""),
        (
            "<meta name=author content='By Mira Oduya and Ida Falk, Harbour Writers'>",
            "",
            ("Mira Oduya", "Ida Falk"),
            "",
        ),
        ("<meta property=article:author content=https://social.example/mira>", "", (), ""),
        ("", "<a rel=author href=/mira>Mira Oduya</a>", ("Mira Oduya",), ""),
        (
            "",
            "<p class=byline>By Mira Oduya</p><p>x</p><div><div><i class=author>Ida Falk</i></div></div>",
            ("Mira Oduya",),
            "",
        ),
        (json_ld(author={"@type": "Person", "name": "MIRA ODUYA"}) * 2, "", ("MIRA ODUYA",), ""),
    ],
)
def test_who_wrote_it(head, body, authors, agency):
    work = read(head, f"<article>{body}{PARAGRAPHS}</article>").work
    assert (work.authors, work.agency) == (authors, agency)


def test_publisher_language_and_address():
    head = (
        json_ld(publisher={"name": "The Quay Gazette"}, inLanguage="en_GB")
        + "<meta property=og:site_name content=quaygazette><link rel=canonical href=https://quay.example/>"
        + "<meta property=og:url content='https://quay.example/crane'>"
    )
    work = read(head).work
    assert (work.publisher, work.language, work.url) == ("The Quay Gazette", "en-GB", "https://quay.example/crane")
    assert read(lang="ja").work.language == "ja"
    assert read(lang="not a language").work.language == ""
    assert read("<link rel=canonical href=javascript:alert(1)>").work.url == ""


SOUP = [
    *("<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<h1>", "<br>", "<!--", "-->"),
    *("<![CDATA[", "<script>", "</script>", "<title>", "&amp;", "&#0;", "&#x110000;", "<a href='", "<b", ">"),
    "<time datetime='2026-11-20'>",
    "<meta name=author content='By Mira Oduya'>",
]


@settings(deadline=None)  # libraries load in the first example
@given(
    st.lists(
        st.one_of(
            st.sampled_from(SOUP),
            st.sampled_from(
                [SENTENCE, "<script type=application/ld+json>", '{"@type": ["NewsArticle", 3], "author": [[]]}']
            ),
            st.text(max_size=20),
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_soup_is_a_reading_or_a_stated_reason(soup):
    try:
        reading = html.read(soup.encode("utf-8", "replace"), "page.html")
    except UnreadableError:
        return
    assert reading.text.strip()
    assert canonicalise(reading.text) == reading.text
    ends = [0, *(place for hint in reading.hints for place in (hint.span.start, hint.span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(reading.text)
    assert {basis for _, basis in reading.work.bases} <= {Basis.PAGE, Basis.TEXT}


HOSTILE = {
    "deep": lambda: b"<div>" * 100_000,
    "deep emphasis": lambda: b"<b><i>" * 50_000,
    "tags": lambda: b"<p>" * 6_600_000,
    "attributes": lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">",
    "words": lambda: b"<p>" + b"a" * 19_000_000,
    "entities": lambda: b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><p>' + b"&b;" * 50_000,
    "data": lambda: b"<script type=application/ld+json>" + b"[" * 500_000,
    "links": lambda: b"<a href=#>Boats come home</a> " * 19_000,
    "open": lambda: b"<" * 200_000,
    "comments": lambda: b"<!--" * 100_000,
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_or_refused(made):
    # A parser that took time beyond the length would not come to an end here.
    try:
        assert html.read(made() + b"<p>The ferry left.</p>", "page.html")
    except UnreadableError as error:
        assert error.why  # noqa: PT017 - it may also be read
