"""Letters that are not Latin: told apart run by run, with their language and the way they are read."""

from itertools import groupby

import docx
import pytest
from docx_files import LOOK, W, any_text, composition, found, note, quotation, source_line, xml
from docx_others import complaints, saved, through_office
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefgen.formats.docx import read, write
from briefgen.formats.html import write as write_page
from briefgen.formats.printed.directions import closed, direction
from briefgen.formats.printed.scripts import Script, has_others, scripts, stretches
from briefgen.formats.printed.tongues import Tongues
from briefgen.model.brief import Listed, Look
from briefgen.model.source import Appearance, Work
from briefgen.model.tree import Group, Heading, ItemList, NoteRef, Paragraph, Quoted, Table, Text

PLAIN, ASIAN, TURNED = Script.PLAIN, Script.EAST_ASIAN, Script.TURNED
SIGNS = {PLAIN: "l", ASIAN: "e", TURNED: "r"}
ARABIC, HEBREW, CHINESE = "الميناء مغلق", "הנמל סגור", "码头关闭通知"


def work(language, title, publisher=""):
    return Listed(Appearance("d", "a.txt", "", Work(title=title, publisher=publisher, language=language)), (), (1,))


def signs(text, *, turned=False):
    return "".join(SIGNS[one] for one in scripts(text, [turned] * len(text)))


@pytest.mark.parametrize(
    ("text", "turned", "signed"),
    [
        ("Quay 7.", False, "lllllll"),
        ("港は、静か。", False, "eeeeel"),
        ("at 港 7 埠 now", False, "lll" + "eeeee" + "llll"),
        ("see אב גד, 7", False, "llll" + "rrrrr" + "lll"),
        ("אב (CD) 7.", True, "rrrr" + "lllll" + "r"),
        ("א\u05b8\u200dב", False, "rrrr"),
        ("e\u0301\U0001f6a2 א", False, "llllr"),
        ("7", True, "r"),
        ("", False, ""),
    ],
)
def test_what_stands_between_letters_goes_with_them(text, turned, signed):
    assert signs(text, turned=turned) == signed


@given(any_text, st.booleans())
def test_every_character_is_in_one_stretch(text, turned):
    told = scripts(text, [turned] * len(text))
    assert len(told) == len(text)
    assert "".join(text[one.start : one.end] for one in stretches(text)) == text
    assert has_others(text) or turned or set(told) <= {PLAIN}


@pytest.mark.parametrize(
    ("text", "way"), [("7. א b", "rtl"), ("b א", "ltr"), ("7 – 8", ""), ("", ""), ("العدد", "rtl"), ("港", "ltr")]
)
def test_the_first_letter_tells_the_direction(text, way):
    assert direction(text) == way
    assert closed(text) == (text if "א" not in text and "ا" not in text else text + "\u200e")


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("港は静か", "", "ja-JP"),
        ("항구", "zh", "ko-KR"),
        ("码头", "", "ja-JP"),  # nothing tells
        ("码头", "zh-TW", "zh-TW"),
        ("码头", "ar", "ja-JP"),
        ("码头关闭通知", "", "zh-CN"),  # a title of a work
        ("港湾通知、码头关闭通知", "", "zh-CN"),
        ("بندر بسته است", "", "fa-IR"),
        (ARABIC, "", "ar-SA"),
        (HEBREW, "ar", "he-IL"),
        ("plain", "fr", ""),
    ],
)
def test_the_works_tell_the_language_of_their_letters(text, told, language):
    titles = {"zh": CHINESE, "ja": "港は静か", "fa": "بندر بسته", "ar": "رافعات", "x\x00y": "码头"}
    rows = tuple(Work(title=title, language=language) for language, title in titles.items())
    assert Tongues("en", rows).of(text, told) == language


def test_letters_are_in_the_only_language_there_is_or_the_briefs_own():
    assert Tongues("en", [Work(title="通知", language="ko")]).of("港口") == "ko-KR"
    assert Tongues("zh-TW", [Work(title="通知", language="ko")]).of("港口") == "zh-TW"


BLOCKS = (
    Heading(1, (Text(f"Quays: {CHINESE}"),)),
    Heading(2, (Text(f"{ARABIC} 7"),)),
    quotation(1, f"{ARABIC} 12 (AB)."),
    source_line(f"{ARABIC}, 3 May 2026"),
    Paragraph((Text(f"He wrote “{ARABIC} 7”, then {HEBREW} and left."),)),
    Paragraph((Text("The desk."), NoteRef("own"))),
    ItemList(((Paragraph((Text(HEBREW),)),), (Paragraph((Text("港"),)),))),
    Group("box", (Paragraph((Text(f"On {CHINESE}"),)),)),
    Table(((Text("항구"),),), (((Text(HEBREW),),),)),
)
NOTES = (note("1", f"{ARABIC}"), note("own", f"See {CHINESE}"))
SOURCES = (work("zh", CHINESE),)


@pytest.fixture(scope="module")
def data():
    made = composition(*BLOCKS, notes=NOTES, sources=SOURCES, title=f"{ARABIC} 7", handling=HEBREW)
    return write(made, Look(contents=True, cover=True))


def paragraphs(data, name="word/document.xml"):
    return {found(one, "string(.)").strip(): one for one in found(xml(data, name), "//w:p")}


def runs(paragraph):
    """What each run of a paragraph says of its letters: its words, whether they are turned, and their languages."""
    return [
        (
            found(run, "string(w:t)"),
            bool(found(run, "w:rPr/w:rtl")),
            found(run, "string(w:rPr/w:lang/@w:bidi)") or found(run, "string(w:rPr/w:lang/@w:eastAsia)"),
            found(run, "string(w:rPr/w:rFonts/@w:eastAsia)"),
        )
        for run in found(paragraph, ".//w:r[w:t]")
    ]


def test_a_paragraph_is_set_from_right_to_left_by_its_first_letter(data):
    turned = [words for words, one in paragraphs(data).items() if found(one, "w:pPr/w:bidi")]
    listed = rf'TOC \o "1-1" \n \h \z {ARABIC} 7'
    assert turned == [listed, f"{ARABIC} 7", f"{ARABIC} 12 (AB).", f"{ARABIC}, 3 May 2026", HEBREW]
    assert found(paragraphs(data, "word/footnotes.xml")[f"{ARABIC}, p. 4the paper"], "w:pPr/w:bidi")
    assert found(xml(data, "word/header1.xml"), "//w:bidi")


def test_the_entries_of_the_contents_are_set_as_the_headings_are(data):
    entries = found(xml(data), "//w:p[w:pPr/w:pStyle/@w:val='Toc1']")
    assert [bool(found(one, "w:pPr/w:bidi")) for one in entries] == [True]
    assert runs(entries[0]) == [(f"{ARABIC} 7", True, "ar-SA", "")]


def test_runs_say_what_their_letters_are(data):
    there = paragraphs(data)
    assert runs(there[f"Quays: {CHINESE}"]) == [
        ("Quays: ", False, "", ""),
        (CHINESE, False, "zh-CN", "Microsoft YaHei"),
    ]
    assert runs(there[f"{ARABIC} 12 (AB)."]) == [
        (f"{ARABIC} 12 (", True, "ar-SA", ""),
        ("AB", False, "", ""),
        (").", True, "", ""),
    ]
    assert runs(there[f"He wrote “{ARABIC} 7”, then {HEBREW} and left."]) == [
        ("He wrote “", False, "", ""),
        (f"{ARABIC} 7", True, "ar-SA", ""),
        ("”, then ", False, "", ""),
        (HEBREW, True, "he-IL", ""),
        (" and left.", False, "", ""),
    ]
    assert runs(there[f"On {CHINESE}"])[1] == (CHINESE, False, "zh-CN", "Microsoft YaHei")
    assert runs(there["항구"]) == [("항구", False, "ko-KR", "Malgun Gothic")]
    assert runs(there["港"]) == [("港", False, "zh-CN", "Microsoft YaHei")]
    noted = paragraphs(data, "word/footnotes.xml")[f"a See {CHINESE}, p. 4the paper"]
    assert (CHINESE, False, "zh-CN", "Microsoft YaHei") in runs(noted)


def test_another_font_of_the_styles_stays():
    house = docx.Document()
    for fonts in house.styles.element.iter(f"{{{W}}}rFonts"):
        fonts.set(f"{{{W}}}eastAsia", "House Ming")
    made = write(composition(*BLOCKS, sources=SOURCES), Look(reference=saved(house)))
    assert runs(paragraphs(made)["항구"]) == [("항구", False, "ko-KR", "")]


def test_such_a_file_is_in_order_and_says_the_same_after_libreoffice(data, tmp_path):
    assert complaints(data, tmp_path / "brief.docx") == []
    before, after = read(data), read(through_office(data, tmp_path, "odt"))
    assert [(one.words, one.excerpt, one.note) for one in after.claims] == [
        (one.words, one.excerpt, one.note) for one in before.claims
    ]


letters = st.text(st.sampled_from("ab 7.,“”()港はא\u05b8ب\u200d\u202eو\U0001f6a2e\u0301항"), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(letters, letters)
def test_no_word_is_changed_and_no_run_has_letters_of_two_kinds(words, other):
    made = write(composition(Paragraph((Text(words), Quoted("a" * 16, 1, "x"), Text(other)))), LOOK)
    (paragraph,) = found(xml(made), "//w:body/w:p")
    assert found(paragraph, "string(.)") == f"{words}x{other}"
    for run in found(paragraph, ".//w:r"):
        kinds = {one for one, _ in groupby(scripts(found(run, "string(w:t)"))) if one is not PLAIN}
        is_turned = bool(found(run, "w:rPr/w:rtl"))
        assert kinds <= ({TURNED} if is_turned else {ASIAN})
        order = [child.tag.removeprefix(f"{{{W}}}") for child in found(run, "w:rPr/*")]
        assert order == [tag for tag in ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "rtl", "lang") if tag in order]


def test_a_page_says_the_language_of_letters_and_the_way_of_each_block():
    made = composition(*BLOCKS, *(Heading(2, (Text(f"{number}"),)) for number in range(4)), sources=SOURCES)
    root = html.document_fromstring(write_page(made, LOOK).decode())
    spans = [(one.get("lang"), one.text) for one in root.iter("span") if one.keys() == ["lang"]]
    assert ("zh-CN", CHINESE) in spans
    assert ("he-IL", HEBREW) in spans
    turned = [one.tag for one in root.iter() if one.get("dir") == "rtl"]
    assert turned == ["li", "h2", "blockquote", "p", "span", "p", "li", "td"]


def test_what_would_turn_the_words_after_it_is_kept_apart_on_a_page():
    turned = "A \u202equay"
    blocks = (Paragraph((Quoted("a" * 16, 1, turned), Text(" and more, "), Text(turned), Text(" of it"))),)
    root = html.document_fromstring(write_page(composition(*blocks), LOOK).decode())
    assert root.xpath("//p/*[@dir='ltr' or self::bdi]/text()") == [turned, turned]


def test_a_long_title_is_cut_where_no_letter_is_cut(tmp_path):
    for title, shown in (
        ("quay " * 14, "quay " * 12 + "…"),
        ("港" * 60, "港" * 31 + " …"),
        ("e\u0301" * 64, "e\u0301" * 64),
        ("e\u0301" * 65, "e\u0301" * 62 + " …"),
        ("x" * 2000, "x" * 62 + " …"),
    ):
        foot = xml(write(composition(title=title), LOOK), "word/footer1.xml")
        assert found(foot, "string(.)").startswith(f"{shown}  ·  22 November")
