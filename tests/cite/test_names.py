"""Names: which are bodies', which begin with the family name, and what belongs to it."""

import pytest
from citations import spelled

from briefgen.cite import Use, cite
from briefgen.cite.names import is_body, name
from briefgen.cite.oscola import STYLE as OSCOLA
from briefgen.cite.reference import reference
from briefgen.cite.titles import short_titles
from briefgen.model.source import Published, Work

FAMILY_FIRST = """
Kim Jong Un, Kim Yo Jong, Ri Son Gwon, Choe Son Hui, Moon Jae-in, Yoon Suk Yeol, Lee Jae-myung, Kim Arin, Lee Jaeeun,
Cho Hyun, Yi Sun Shin, Park Chung Hee, Tsai Ing-wen, Chiang Kai-shek, Xi Jinping, Wang Yi, Li Keqiang, Mao Zedong,
Nguyen Phu Trong, Nguyễn Văn Thiệu, Kishida Fumio, KISHIDA Fumio, Abe Shinzo, Ishiba Shigeru, Koizumi Junichiro
"""
FAMILY_LAST = """
Fumio Kishida, Jae-in Moon, Jinping Xi, Wei Wang, Hyonhee Shin, Kim Novak, Kim Wilde, Lee Hamilton, Lee Young,
Lee Mason, Abe Lincoln, Han Solo, Lin Manuel, Omar Al-bashir, Jean-Luc Mer, Eva Moor-Lock, Park Benjamin, Ada Sato,
Lee Ann Rice
"""


def listed(names):
    return [each.strip() for each in names.split(",")]


@pytest.mark.parametrize("text", listed(FAMILY_FIRST))
def test_a_family_name_that_stands_first_is_known(text):
    family, _, given = text.partition(" ")
    read = name(text)
    assert (read.family, read.given) == ("Kishida" if family == "KISHIDA" else family, given)
    assert read.inverted == read.straight == f"{read.family} {given}"


@pytest.mark.parametrize("text", listed(FAMILY_LAST))
def test_a_family_name_that_stands_last_is_known(text):
    given, _, family = text.rpartition(" ")
    assert (name(text).family, name(text).given) == (family, given)


def test_a_name_that_is_turned_round_stays_so():
    assert name("Kishida, Fumio").straight == "Fumio Kishida"
    assert not name("Lee, Jae-in").is_family_first


FAMILIES = {
    "Ada van der Wal": "van der Wal",
    "Dirk Van Dam": "Van Dam",
    "Ursula K. Le Guin": "Le Guin",
    "Omar bin Rashid": "bin Rashid",
    "Samir al-Bahri": "al-Bahri",
    "Ali Al Sahil": "Al Sahil",
    "Pete St. John": "St. John",
    "Luc d’Aval": "d’Aval",
    "Bo Reed III": "Reed",
    "Pelago": "Pelago",
    "Pelago,": "Pelago",
}


@pytest.mark.parametrize("text", FAMILIES)
def test_particles_belong_to_the_family_name(text):
    assert name(text).family == FAMILIES[text]


@pytest.mark.parametrize(
    "text",
    ["World Bank", "Amnesty International", "UN Women", "Bank of Tides", "Quay Group", "Chamber of Ships", "G7"],
)
def test_bodies_are_known(text):
    assert is_body(text)
    assert name(text).straight == name(text).inverted == name(text).family == text


def test_a_person_is_no_body():
    for text in ("KIM JONG UN", "Kim Jong Un", "Us Hafen", "Emily Post", "Gretchen Daily"):
        assert not is_body(text)


INITIALS = {
    "chicago-notes": ("J. R. Strand, “Mud,”", "Strand, J. R. “Mud.”"),
    "apa": ("Strand, n.d.", "Strand, J. R. (n.d.)"),
    "mla": ("Strand", "Strand, J. R. “Mud.”"),
    "oscola": ("JR Strand, ‘Mud’", "Strand JR, ‘Mud’"),
    "bluebook": ("J.R. Strand, _Mud_", "J.R. Strand, _Mud_"),
}


@pytest.mark.parametrize("style", INITIALS)
@pytest.mark.parametrize("author", ["J.R. Strand", "J. R. Strand"])
def test_initials_are_spaced_as_a_style_spaces_them(style, author):
    cited = cite([Use(1, "e", "w", Work("Mud", author), "")], style)
    note, entry = INITIALS[style]
    assert spelled(cited.citations[0].runs).startswith(note)
    assert spelled(cited.entries[0][1]).startswith(entry)


NAMESAKES = {
    "chicago-author-date": ["A. Quill 2026.", "B. Quill 2026.", "Quay 2026.", "Jan Sund 2026.", "Jon Sund 2026."],
    "apa": ["A. Quill, 2026.", "B. Quill, 2026.", "Quay, 2026.", "Jan Sund, 2026.", "Jon Sund, 2026."],
    "mla": ["A. Quill.", "B. Quill.", "Quay.", "Jan Sund.", "Jon Sund."],
    "chicago-notes": ["Quill, “T0.”", "Quill, “T1.”", "Quay, “T2.”", "Sund, “T3.”", "Sund, “T4.”"],
}


@pytest.mark.parametrize("style", NAMESAKES)
def test_people_of_one_family_name_are_told_apart_in_a_text(style):
    works = [
        Work(f"T{at}", author, published=Published("2026"))
        for at, author in enumerate(["Ada Quill", "Bo Quill", "Cy Quay", "Jan Sund", "Jon Sund"])
    ]
    uses = [Use(at, f"e{at}", f"w{at % 5}", works[at % 5], "") for at in range(1, 11)]
    texts = {use.work_key: each.text for use, each in zip(uses, cite(uses, style).citations, strict=True)}
    assert [texts[key] for key in sorted(texts)] == NAMESAKES[style]


def test_a_particle_that_opens_a_note_has_a_capital():
    uses = [Use(at, f"e{at}", "w", Work("Locks", "Ada van der Wal"), "") for at in (1, 2)]
    assert cite(uses, "chicago-notes").citations[1].text == "Van der Wal, “Locks.”"


SHORT = {
    "“We Came Back,” Captain Says of the Long Crossing": "“We Came Back”",
    "The Long Night—How Pilots Saved the Fleet": "Long Night",
    "Who Owns the Tide? A History of the Long Dispute": "Who Owns the Tide?",
    "Analysis: Why the Ferry Does Not Run": "Analysis: Why the Ferry",
    "Minister: 'We Will Build the Pier' in March": "Minister: ‘We Will Build the Pier’",
    "There but for the Tide of the Estuary": "There but for the Tide",
    "Board's chairman 'to step down' after the fog": "Board’s chairman",
}


@pytest.mark.parametrize("title", SHORT)
def test_what_a_short_title_is_cut_to(title):
    assert short_titles({"w": reference(Work(title, kind="article"), "")}) == {"w": SHORT[title]}


LOCATORS = {
    "chicago-notes": ("12–14", "paras. 2–3"),
    "apa": ("pp. 12–14", "paras. 2–3"),
    "mla": ("Quill 12–14", "Quill, pars. 2–3"),
    "oscola": ("12–14", "paras 2–3"),
    "bluebook": ("at 12–14", "¶¶ 2–3"),
}


@pytest.mark.parametrize("style", LOCATORS)
def test_more_than_one_page_or_paragraph(style):
    for locator, told in zip(("pp. 12–14", "paras. 2–3"), LOCATORS[style], strict=True):
        assert told in cite([Use(1, "e", "w", Work("Tugs", "Ada Quill"), locator)], style).citations[0].text


MARKS = {
    "Ships wait until 5 p.m.": "“Ships wait until 5 p.m.,”",
    "Ropes, chains etc.": "“Ropes, chains etc.,”",
    "The pilots came back.": "“The pilots came back,”",
}


@pytest.mark.parametrize("title", MARKS)
def test_the_full_stop_of_an_abbreviation_stays(title):
    assert cite([Use(1, "e", "w", Work(title), "")], "chicago-notes").citations[0].text.startswith(MARKS[title])


def test_marks_stand_before_closing_marks_in_titles_without_marks_of_their_own():
    work = Work('Pier is "safe"', "Ada Quill", "Port Times", kind="article")
    assert "Pier is “safe.” _Port Times_" in spelled(cite([Use(1, "e", "w", work, "")], "apa").entries[0][1])
    assert "_Pier is “safe,”_ Port Times" in spelled(cite([Use(1, "e", "w", work, "")], "bluebook").entries[0][1])


def test_a_site_that_differs_from_its_author_by_an_article_is_not_named_again():
    work = reference(Work("Foam", "Foam Institute", "The Foam Institute"), "")
    assert OSCOLA.entry(work)[0].text == "Foam Institute, ‘Foam’"


@pytest.mark.parametrize("author", [",; Ada Quill", "Ada Quill; ,", "Ada Quill; ‎"])
def test_an_author_without_a_letter_is_none(author):
    assert [each.straight for each in reference(Work("Foam", author), "").authors] == ["Ada Quill"]
