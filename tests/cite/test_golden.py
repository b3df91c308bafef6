"""Seven styles and twenty works, beside what pandoc's citeproc makes of the same (tests/citations.py)."""

from dataclasses import replace

import citations
import pytest

from briefgen.cite import STYLES, Use, cite
from briefgen.model.source import Published, Work

ROWS = list(citations.rows())


@pytest.mark.parametrize("style", STYLES)
def test_each_citation_is_as_pandoc_makes_it_or_the_difference_is_explained(style):
    told = [(work, form, ours, theirs) for at, work, form, ours, theirs in ROWS if at == style]
    assert len(told) == len(citations.ALL) * len(citations.FORMS)
    for work, form, ours, theirs in told:
        if not citations.reason(style, work, form):
            assert ours == theirs, (work, form)


def test_every_reason_explains_a_difference():
    for style, work, forms, why in citations.REASONS:
        for form in forms.split():
            found = [row for row in ROWS if row[0] == style and work in {row[1], "*"} and form == row[2]]
            assert any(ours != theirs for *_, ours, theirs in found), (style, work, form, why)


def test_the_guide_holds_the_table():
    assert citations.GUIDE.read_text(encoding="utf-8").endswith(citations.table())


LETTERED = {
    "chicago-author-date": ["Quill 2026b, para. 1.", "Quill 2026a, para. 2.", "Quill, n.d., para. 3."],
    "apa": ["Quill, 2026a, para. 1.", "Quill, 2026b, para. 2.", "Quill, n.d., para. 3."],
    "mla": ["Quill, “Tugs,” par. 1.", "Quill, “Cranes,” par. 2.", "Quill, “Buoys,” par. 3."],
}


@pytest.mark.parametrize("style", LETTERED)
def test_works_that_a_citation_in_the_text_would_not_tell_apart_are_told_apart(style):
    titles = {"Tugs": Published("2026-01"), "Cranes": Published("2026-02"), "Buoys": None}
    works = [Work(title, "Ada Quill", published=day) for title, day in titles.items()]
    cited = cite([Use(n, f"e{n}", f"w{n}", work, f"para. {n}") for n, work in enumerate(works, 1)], style)
    assert [each.text for each in cited.citations] == LETTERED[style]


def test_many_works_of_one_year_get_letters_beyond_z():
    uses = [
        Use(n, f"e{n}", f"w{n:02}", Work(f"Tide {n:02}", "Ada Quill", published=Published("2026")), "")
        for n in range(1, 31)
    ]
    texts = [each.text for each in cite(uses, "apa").citations]
    assert texts[25:28] == ["Quill, 2026z.", "Quill, 2026aa.", "Quill, 2026ab."]
    undated = [replace(use, work=replace(use.work, published=None)) for use in uses]
    assert cite(undated, "chicago-author-date").citations[1].text == "Quill, n.d.-b."


PAGES = {
    "chicago-notes": "Ada Quill, “Tugs,” _Port Times_, May 2026, 12.",
    "chicago-author-date": "Quill 2026, 12.",
    "apa": "Quill, 2026, p. 12.",
    "mla": "Quill 12.",
    "oscola": "Ada Quill, ‘Tugs’ _Port Times_ (May 2026) 12.",
    "bluebook": "Ada Quill, _Tugs_, Port Times, May 2026, at 12.",
    "newsroom": "Ada Quill, “Tugs,” Port Times, May 2026, p. 12.",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_page_is_given_as_the_style_gives_it(style):
    work = Work("Tugs", "Ada Quill", "Port Times", published=Published("2026-05"))
    (citation,) = cite([Use(1, "e", "w", work, "p. 12")], style).citations
    assert citations.spelled(citation.runs) == PAGES[style]


AUTHORS = {
    "apa": ("Quill & Reed", "Quill, A. M., & Reed, J.-L., Jr."),
    "mla": ("Quill and Reed", "Quill, Ada Mary, and Jean-Luc Reed Jr."),
    "oscola": ("Ada Mary Quill and Jean-Luc Reed Jr, ‘Tugs’", "Quill AM and Reed J-L Jr, ‘Tugs’"),
    "bluebook": ("Ada Mary Quill & Jean-Luc Reed Jr., _Tugs_", "Ada Mary Quill & Jean-Luc Reed Jr., _Tugs_"),
    "newsroom": ("Ada Mary Quill and Jean-Luc Reed Jr., “Tugs", "Ada Mary Quill and Jean-Luc Reed Jr., “Tugs"),
}


@pytest.mark.parametrize("style", AUTHORS)
def test_given_names_and_suffixes(style):
    cited = cite([Use(1, "e", "w", Work("Tugs", "Ada Mary Quill; Reed, Jean-Luc, Jr."), "")], style)
    note, entry = AUTHORS[style]
    assert citations.spelled(cited.citations[0].runs).replace("Jr.,", "Jr.,").startswith(note.replace("Jr,", "Jr.,"))
    assert citations.spelled(cited.entries[0][1]).replace("Jr.", "Jr").startswith(entry.replace("Jr.", "Jr"))
