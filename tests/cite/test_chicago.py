"""Chicago notes: expected words beside the works, with the section of the manual (17th ed.) that says so.

Underscores stand for italics, angle brackets for a link. The plain cases agree with pandoc's citeproc and its Chicago
style; where that differs from the manual (a comma after "?" and within nested marks), the manual is followed.
"""

import pytest

from briefgen.cite import Use, cite
from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Run
from briefgen.model.source import Basis, Published, Work


def _spelled(runs: tuple[Run, ...]) -> str:
    return "".join(f"_{run.text}_" if run.italic else f"<{run.text}>" if run.url else run.text for run in runs)


def _cited(work: Work, name: str = "") -> tuple[str, str, str]:
    """The full note, the short note and the bibliography entry of one work."""
    uses = [Use(number, f"e{number}", "w", work, f"para. {number}", name) for number in (1, 2)]
    cited = cite(uses, "chicago-notes")
    first, later = (_spelled(citation.runs) for citation in cited.citations)
    return first, later, _spelled(cited.entries[0][1])


PORT = {"publisher": "Port Times", "published": Published("2022-03-06")}

CASES = {
    "newspaper, 14.191; locator before the address, 14.23": (
        Work(title="Ferries come back", author="Ada Quill", url="https://port.example/a_b", **PORT),
        "Ada Quill, “Ferries come back,” _Port Times_, March 6, 2022, para. 1, <https://port.example/a_b>.",
        "Quill, “Ferries come back,” para. 2.",
        "Quill, Ada. “Ferries come back.” _Port Times_, March 6, 2022. <https://port.example/a_b>.",
    ),
    "a time of day is left out, 14.191": (
        Work(title="Ferries", author="Ada Quill", published=Published("2022-03-06T15:45+09:00")),
        "Ada Quill, “Ferries,” March 6, 2022, para. 1.",
        "Quill, “Ferries,” para. 2.",
        "Quill, Ada. “Ferries.” March 6, 2022.",
    ),
    "a month": (
        Work(title="Ferries", publisher="Port Times", published=Published("2022-03")),
        "“Ferries,” _Port Times_, March 2022, para. 1.",
        "“Ferries,” para. 2.",
        "“Ferries.” _Port Times_, March 2022.",
    ),
    "no date, 14.145": (
        Work(title="Ferries", author="Ada Quill", publisher="Port Times"),
        "Ada Quill, “Ferries,” _Port Times_, n.d., para. 1.",
        "Quill, “Ferries,” para. 2.",
        "Quill, Ada. “Ferries.” _Port Times_, n.d.",
    ),
    "no date and nothing before it": (
        Work(title="Ferries"),
        "“Ferries,” n.d., para. 1.",
        "“Ferries,” para. 2.",
        "“Ferries.” N.d.",
    ),
    "two authors, 14.76": (
        Work(title="Ferries", author="Ada Quill; Bo Reed", **PORT),
        "Ada Quill and Bo Reed, “Ferries,” _Port Times_, March 6, 2022, para. 1.",
        "Quill and Reed, “Ferries,” para. 2.",
        "Quill, Ada, and Bo Reed. “Ferries.” _Port Times_, March 6, 2022.",
    ),
    "three authors, 14.76": (
        Work(title="Ferries", author="Ada Quill; Bo Reed; Cy Dunn", **PORT),
        "Ada Quill, Bo Reed, and Cy Dunn, “Ferries,” _Port Times_, March 6, 2022, para. 1.",
        "Quill, Reed, and Dunn, “Ferries,” para. 2.",
        "Quill, Ada, Bo Reed, and Cy Dunn. “Ferries.” _Port Times_, March 6, 2022.",
    ),
    "four authors, 14.76": (
        Work(title="Ferries", author="Ada Quill; Bo Reed; Cy Dunn; Di Hart", **PORT),
        "Ada Quill et al., “Ferries,” _Port Times_, March 6, 2022, para. 1.",
        "Quill et al., “Ferries,” para. 2.",
        "Quill, Ada, Bo Reed, Cy Dunn, and Di Hart. “Ferries.” _Port Times_, March 6, 2022.",
    ),
    "eleven authors, 14.76": (
        Work(title="Ferries", author=";".join(f"Ada Quill{letter}" for letter in "abcdefghijk")),
        "Ada Quilla et al., “Ferries,” n.d., para. 1.",
        "Quilla et al., “Ferries,” para. 2.",
        "Quilla, Ada, Ada Quillb, Ada Quillc, Ada Quilld, Ada Quille, Ada Quillf, Ada Quillg, et al. “Ferries.” N.d.",
    ),
    "an inverted name, a suffix, particles": (
        Work(title="Ferries", author="Quill, Ada; Bo Reed Jr.; Cy van der Dunn"),
        "Ada Quill, Bo Reed Jr., and Cy van der Dunn, “Ferries,” n.d., para. 1.",
        "Quill, Reed, and van der Dunn, “Ferries,” para. 2.",
        "Quill, Ada, Bo Reed Jr., and Cy van der Dunn. “Ferries.” N.d.",
    ),
    "a suffix in the bibliography": (
        Work(title="Ferries", author="Bo Reed, Jr."),
        "Bo Reed Jr., “Ferries,” n.d., para. 1.",
        "Reed, “Ferries,” para. 2.",
        "Reed, Bo, Jr. “Ferries.” N.d.",
    ),
    "names that are not turned round": (
        Work(
            title="港の再開",
            author="山田 太郎; 김항구; Voltaire",
            publisher="港新聞",
            published=Published("2025-04-08"),
        ),
        "山田 太郎, 김항구, and Voltaire, “港の再開,” _港新聞_, April 8, 2025, para. 1.",
        "山田 太郎, 김항구, and Voltaire, “港の再開,” para. 2.",
        "山田 太郎, 김항구, and Voltaire. “港の再開.” _港新聞_, April 8, 2025.",
    ),
    "a body as author is not turned round, nor named twice": (
        Work(title="Ferries", author="Ministry of Harbours", publisher="Ministry of Harbours"),
        "Ministry of Harbours, “Ferries,” n.d., para. 1.",
        "Ministry of Harbours, “Ferries,” para. 2.",
        "Ministry of Harbours. “Ferries.” N.d.",
    ),
    "an office that publishes is no periodical, 14.206": (
        Work(title="Ferries", publisher="Institute for Tides"),
        "“Ferries,” Institute for Tides, n.d., para. 1.",
        "“Ferries,” para. 2.",
        "“Ferries.” Institute for Tides, n.d.",
    ),
    "a news agency stands where an author would, 14.200": (
        Work(title="Ferries", agency="Sea Wire", **PORT),
        "Sea Wire, “Ferries,” _Port Times_, March 6, 2022, para. 1.",
        "Sea Wire, “Ferries,” para. 2.",
        "Sea Wire. “Ferries.” _Port Times_, March 6, 2022.",
    ),
    "an agency beside an author": (
        Work(title="Ferries", author="Ada Quill", agency="Sea Wire", **PORT),
        "Ada Quill, “Ferries,” Sea Wire, _Port Times_, March 6, 2022, para. 1.",
        "Quill, “Ferries,” para. 2.",
        "Quill, Ada. “Ferries.” Sea Wire, _Port Times_, March 6, 2022.",
    ),
    "re-told, after 14.260": (
        Work(title="Ferries", author="Ada Quill", original="coast.example"),
        "_coast.example_, as re-told by Ada Quill, “Ferries,” n.d., para. 1.",
        "Quill, “Ferries,” para. 2.",
        "Quill, Ada. “Ferries.” N.d. Re-tells _coast.example_.",
    ),
    "re-told by nobody named": (
        Work(title="Ferries", original="coast.example", retells="The ferry plan", url="https://x.example"),
        "“The ferry plan,” _coast.example_, as re-told in “Ferries,” n.d., para. 1, <https://x.example>.",
        "“Ferries,” para. 2.",
        "“Ferries.” N.d. Re-tells “The ferry plan,” _coast.example_. <https://x.example>.",
    ),
    "marks within marks, 13.30; punctuation inside them, 6.9": (
        Work(title="From “partner” to ‘rival’"),
        "“From ‘partner’ to ‘rival,’” n.d., para. 1.",
        "“From ‘partner’ to ‘rival,’” para. 2.",
        "“From ‘partner’ to ‘rival.’” N.d.",
    ),
    "marks within marks within marks": (
        Work(title="She said “the ‘old’ pier”"),
        "“She said ‘the “old” pier,’” n.d., para. 1.",
        "“She said,” para. 2.",
        "“She said ‘the “old” pier.’” N.d.",
    ),
    "straight marks": (
        Work(title='No "new" pier'),
        "“No ‘new’ pier,” n.d., para. 1.",
        "“No ‘new’ pier,” para. 2.",
        "“No ‘new’ pier.” N.d.",
    ),
    "an apostrophe at the end closes nothing": (
        Work(title="‘Open’ piers: the captains’"),
        "“‘Open’ piers: the captains’,” n.d., para. 1.",
        "“‘Open’ piers: the captains’,” para. 2.",
        "“‘Open’ piers: the captains’.” N.d.",
    ),
    "a question, 6.124-25": (
        Work(title="Is the pier open?"),
        "“Is the pier open?,” n.d., para. 1.",
        "“Is the pier open?,” para. 2.",
        "“Is the pier open?” N.d.",
    ),
    "an exclamation within marks": (
        Work(title="Ferries: “Away!”", publisher="Ahoy!"),
        "“Ferries: ‘Away!,’” _Ahoy!_, n.d., para. 1.",
        "“Ferries: ‘Away!,’” para. 2.",
        "“Ferries: ‘Away!’” _Ahoy!_, n.d.",
    ),
    "a title's own full stop, an abbreviation's": (
        Work(title="Ferries came back.", publisher="Piers Inc."),
        "“Ferries came back,” _Piers Inc._, n.d., para. 1.",
        "“Ferries came back,” para. 2.",
        "“Ferries came back.” _Piers Inc._, n.d.",
    ),
    "a short title has up to four words and no initial article, 14.33": (
        Work(title="The pier of the old harbour is open again"),
        "“The pier of the old harbour is open again,” n.d., para. 1.",
        "“The pier,” para. 2.",
        "“The pier of the old harbour is open again.” N.d.",
    ),
    "the initial article goes": (
        Work(title="The Pier of the Old Harbour Is Open"),
        "“The Pier of the Old Harbour Is Open,” n.d., para. 1.",
        "“Pier of the Old,” para. 2.",
        "“The Pier of the Old Harbour Is Open.” N.d.",
    ),
    "a name at the end of a short title is kept whole": (
        Work(title="What Quayside and East Quay promised each other"),
        "“What Quayside and East Quay promised each other,” n.d., para. 1.",
        "“What Quayside and East Quay,” para. 2.",
        "“What Quayside and East Quay promised each other.” N.d.",
    ),
    "a full stop within marks": (
        Work(title="Captain says “we came back.”"),
        "“Captain says ‘we came back,’” n.d., para. 1.",
        "“Captain says,” para. 2.",
        "“Captain says ‘we came back.’” N.d.",
    ),
    "a short title has no subtitle and does not end in the air": (
        Work(title="Captains warn again of the fog: a report on ten years"),
        "“Captains warn again of the fog: a report on ten years,” n.d., para. 1.",
        "“Captains warn again,” para. 2.",
        "“Captains warn again of the fog: a report on ten years.” N.d.",
    ),
    "white space is one space": (
        Work(title="Ferries\n  are\tback", author="Ada\nQuill"),
        "Ada Quill, “Ferries are back,” n.d., para. 1.",
        "Quill, “Ferries are back,” para. 2.",
        "Quill, Ada. “Ferries are back.” N.d.",
    ),
    "only an address of the web is a link": (
        Work(title="Ferries", url="javascript:alert(1)"),
        "“Ferries,” n.d., para. 1, javascript:alert(1).",
        "“Ferries,” para. 2.",
        "“Ferries.” N.d. javascript:alert(1).",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_work_is_cited_as_the_manual_says(case: str) -> None:
    work, *expected = CASES[case]
    assert list(_cited(work)) == expected


def test_a_work_without_a_title_goes_by_its_given_name() -> None:
    assert _cited(Work(), "letter.md") == ("letter.md, n.d., para. 1.", "letter.md, para. 2.", "letter.md. N.d.")
    assert _cited(Work())[0] == "untitled document, n.d., para. 1."


def test_short_titles_tell_works_apart() -> None:
    titles = ["The harbour wall report of May", "The harbour wall report of June", "Twice", "Twice"]
    works = [Work(title=title, author="Ada Quill") for title in titles]
    uses = [Use(n + 1, f"e{n}", f"w{n % 4}", works[n % 4], "p. 1") for n in range(8)]
    texts = [citation.text for citation in cite(uses, "chicago-notes").citations[4:]]
    assert texts == [
        "Quill, “The harbour wall report of May,” 1.",
        "Quill, “The harbour wall report of June,” 1.",
        "Ada Quill, “Twice,” n.d., 1.",
        "Ada Quill, “Twice,” n.d., 1.",
    ]


def test_entries_are_sorted_by_who_stands_first_without_article_case_or_accent() -> None:
    titled = {"a": "The zebra", "b": "An “émigré” speaks", "c": "Eels", "d": "emus"}
    works = {key: Work(title=title) for key, title in titled.items()}
    works["e"] = Work(title="Zither", author="Bo Dunn")
    works["f"] = Work(title="Accordion", author="Bo Dunn")
    uses = [Use(0, "", key, work, "") for key, work in reversed(works.items())]
    assert "".join(key for key, _ in cite(uses, "chicago-notes").entries) == "fecbda"


def test_numbers_decide_which_citation_is_the_first_and_zero_only_lists() -> None:
    work, other = Work(title="Ferries"), Work(title="Piers")
    uses = [Use(2, "b", "w", work, "p. 2"), Use(1, "a", "w", work, "p. 1"), Use(0, "", "v", other, "")]
    cited = cite(uses, "chicago-notes")
    assert [(each.number, each.excerpt, each.text) for each in cited.citations] == [
        (1, "a", "“Ferries,” n.d., 1."),
        (2, "b", "“Ferries,” 2."),
    ]
    assert [key for key, _ in cited.entries] == ["w", "v"]


def test_what_is_not_known_is_warned_of_once_a_work() -> None:
    uses = [
        Use(1, "a", "w", Work(title="Ferries", publisher="Port Times"), ""),
        Use(2, "b", "w", Work(title="Ferries", publisher="Port Times"), ""),
        Use(3, "c", "v", Work(), "", "letter.md"),
    ]
    assert cite(uses, "chicago-notes").warnings == (
        "letter.md: no title is known; it is cited by this name",
        "“Ferries”: no date is known",
        "letter.md: no date is known",
        "letter.md: no author, agency or publisher is known",
    )


def test_an_unknown_style_lists_the_known_ones() -> None:
    with pytest.raises(
        UnknownKeyError, match="there is no citation style 'vancouver'; known: apa, bluebook, chicago-author-date"
    ):
        cite([], "vancouver")
    assert cite([], "chicago-notes").citations == ()


TEXT, PROPERTIES, PAGE = Basis.TEXT, Basis.PROPERTIES, Basis.PAGE


def _use(number, bases, title="Cranes"):
    work = Work(title=title, author="Ada Quill", published=Published("2026"), bases=tuple(bases.items()))
    return Use(number, f"e{number}{title}", title, work, "para. 1")


@pytest.mark.parametrize(
    ("bases", "said"),
    [
        ({"title": PAGE, "author": PAGE, "published": Basis.TABLE}, ()),
        ({"title": PAGE, "author": TEXT, "published": TEXT}, ("its author and date are read from the page’s text",)),
        (
            {"title": PROPERTIES, "author": TEXT},
            ("its author is read from the page’s text; its title is read from the file’s properties",),
        ),
    ],
)
def test_a_work_cited_by_what_rests_on_a_weak_basis_is_told(bases, said):
    expected = tuple(f"“Cranes”: {each}; correct what is wrong in sources.csv" for each in said)
    assert cite([_use(1, bases), _use(2, bases)], "chicago-notes").warnings == expected
    assert cite([_use(0, bases)], "chicago-notes").warnings == (), "nothing of it is quoted"


def test_many_such_works_are_told_of_in_one_sentence():
    uses = [_use(number, {"title": TEXT}, f"Cranes {number}") for number in range(1, 13)]
    (warning,) = cite(uses, "chicago-notes").warnings
    assert warning.startswith("12 quoted works are cited by what is read from the page’s text")
    assert "“Cranes 5” and 7 more" in warning


def test_what_many_works_lack_is_told_in_one_sentence_for_each_lack():
    works = [Work(title=f"Cranes {number}", published=Published("2026")) for number in range(1, 8)]
    uses = [Use(number, f"e{number}", f"w{number}", work, "") for number, work in enumerate(works, 1)]
    named = ", ".join(f"“Cranes {number}”" for number in range(1, 6))
    assert cite([*uses, Use(8, "e8", "w8", Work(), "", "letter.md")], "chicago-notes").warnings == (
        "letter.md: no title is known; it is cited by this name",
        "letter.md: no date is known",
        f"no author, agency or publisher is known of 8 works: {named} and 3 more; write into sources.csv what you know",
    )
