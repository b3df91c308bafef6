"""The report: everything is told, nothing that a file says can change the page."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.claim import Change, Claim, Difference, Edit, Finding, Kind, Pending, Unevidenced, Verdict
from briefgen.model.place import Span
from briefgen.report import html

VOID = {"meta"}


class Page(HTMLParser):
    """The structure of a page, with every element closed in its turn, and its text."""

    def __init__(self, page):
        super().__init__()
        self.shape, self.open, self.said, self.sides = [], [], [], {"ins": [], "del": []}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.shape.append((tag, tuple(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.shape.append(tag)

    def handle_data(self, data):
        self.said.append(data)
        for tag in set(self.open) & set(self.sides):
            self.sides[tag].append(data)

    @property
    def text(self):
        return " ".join("".join(self.said).split())

    @property
    def tags(self):
        return [part[0] for part in self.shape if isinstance(part, tuple)]


def verdict(words="The ferry left at noon."):
    claim = Claim(words, number=1, note=words, line=words, place=words)
    parts = (Difference(Edit.SAME, words), Difference(Edit.ADDED, words), Difference(Edit.LEFT_OUT, words))
    findings = (
        Finding(Kind.EXACT, claim, document="d1", span=Span(0, 9), source=words, how=words),
        Finding(Kind.TYPOGRAPHY, claim, words, is_minor=True, document="d1", source=words, how=words),
        Finding(Kind.ALTERED, claim, words, document="d2", source=words, differences=parts, how=words),
        Finding(Kind.MISSING, claim, words),
        Finding(Kind.UNKNOWN, claim, words),
    )
    pending = (Pending(Change.INSERTION, words, words, words),)
    return Verdict(findings, (Unevidenced("name", words, words),), pending, (words,))


def page(words="The ferry left at noon."):
    return html([(words, verdict(words)), (words, Verdict(()))], {"d1": words, "d2": words})


def test_a_page_tells_the_findings_that_are_not_exact_first():
    said = Page(page()).text
    order = ["✗ Altered", "✗ Missing", "✗ Unknown", "≈ Typography only (minor)", "1 exact quotation"]
    assert [said.index(words) for words in order] == sorted(said.index(words) for words in order)
    assert "1 exact, " in said
    assert "is proved to stand in its source" in said
    assert "for you to judge" in said


def test_differences_are_marked_by_signs_as_well():
    changed = (Difference(Edit.SAME, "It will "), Difference(Edit.ADDED, "not "), Difference(Edit.LEFT_OUT, "soon "))
    finding = Finding(Kind.ALTERED, Claim("It will not "), source="It will soon ", differences=changed)
    shown = Page(html([("memo.md", Verdict((finding,)))], {}))
    assert "In the file It will {+not+} In the source It will [-soon-]" in re.sub(
        r"(In the (?:file|source))", r" \1 ", "".join(shown.said)
    ).replace("  ", " ").replace("\n", " ")
    assert "".join(shown.sides["ins"]).endswith("{+not+}")
    assert "".join(shown.sides["del"]).endswith("[-soon-]")


def test_what_is_missing_is_not_shown_as_if_the_file_held_it():
    finding = Finding(Kind.MISSING, Claim("The tide turned at four."))
    said = Page(html([("memo.md", Verdict((finding,)))], {})).text
    assert "In the fileIt does not stand in the file." in said
    assert "In the sourceThe tide turned at four." in said


def test_a_source_is_named_and_one_that_nobody_names_has_its_id():
    found = [Finding(Kind.EXACT, Claim("Noon."), document=name * 20, span=Span(3, 8)) for name in "ab"]
    said = Page(html([("memo.md", Verdict(tuple(found)))], {"a" * 20: "clips/tide.md"})).text
    assert "clips/tide.md, characters 3–8" in said
    assert f"{'b' * 12}, characters 3–8" in said


def test_the_page_stands_alone_and_is_the_same_each_time():
    made = page()
    assert made == page()
    tags = Page(made).tags
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(tags)
    assert not re.search(r"\b(?:src|href|on\w+)=|url\(|@import", made)
    assert ("html", (("lang", "en"),)) in Page(made).shape
    assert tags.count("title") == tags.count("h1") == tags.count("main") == 1


def test_headings_never_skip_a_level():
    levels = [int(tag[1]) for tag in Page(page()).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_column_and_row_of_a_table_has_a_heading():
    shape = Page(page()).shape
    assert ("th", (("scope", "col"),)) in shape
    assert shape.count(("tr", ())) == shape.count(("th", (("scope", "row"),))) + shape.count(("thead", ()))


def test_a_file_without_quotations_is_told_as_such():
    said = Page(html([("memo.md", Verdict(()))], {})).text
    assert "0 quotations" in said
    assert "No quotations" in said


HOSTILE = [
    "</bdi><script>x()</script>",
    "<!--",
    "]]>",
    "&lt;b&gt;",
    '" onload="x',
    "\u202e\u2066",
    "\x00\x1b\x85\ufdd0\U0001ffff",
    "\ud800",
]


@given(st.text(st.characters(), min_size=1, max_size=40) | st.sampled_from(HOSTILE))
def test_no_words_change_the_page(words):
    hostile, harmless = page(f"a{words}a"), page("aba")
    assert Page(hostile).shape == Page(harmless).shape
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]", hostile)
    hostile.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=40))
def test_the_words_are_those_of_the_file(words):
    assert " ".join(f"a{words}a".split()) in Page(page(f"a{words}a")).text
