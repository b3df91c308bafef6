"""What is exported for other libraries is read back as it was, whatever signs it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.cite import export
from briefgen.cite.reference import reference
from briefgen.model.source import KINDS, Published, Work
from briefgen.sources.bibliography import references
from briefgen.sources.recognising import Kind
from briefgen.text import canonicalise, display

FORMS = {"csl-json": Kind.CSL, "ris": Kind.RIS, "bibtex": Kind.BIBTEX}
_SIGNS = st.sampled_from("{}\\~^&%$#_-\"',@= \n")
_WORDS = st.text(_SIGNS | st.characters(codec="utf-8"), max_size=30).map(lambda text: display(canonicalise(text)))


def read(works, form):
    data = export([("a name", work) for work in works], form, "w").decode()
    return [each.work for each in references(canonicalise(data), FORMS[form])]


@given(st.builds(Work, title=_WORDS, publisher=_WORDS, kind=st.sampled_from(KINDS)), st.sampled_from(list(FORMS)))
@settings(max_examples=200)
def test_words_come_back_as_they_were(work, form):
    seen = reference(work, "a name")
    for each in read([work, work], form):
        assert (each.title, each.publisher, each.kind) == (seen.title, seen.publisher, seen.kind)


PEOPLE = {
    "Ada Quill": "Ada Quill",
    "Quill, Ada; Bo van der Reed": "Ada Quill; Bo van der Reed",
    "Reed, Bo, Jr.": "Bo Reed Jr.",
    "Institute for Seas and Tides": "Institute for Seas and Tides",
    "山田 太郎; 김항구": "山田 太郎; 김항구",
    "": "",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("author", PEOPLE)
def test_authors_come_back_as_one_says_them(author, form):
    (work,) = read([Work("Tugs", author)], form)
    assert work.author == PEOPLE[author]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("day", ["2022", "2022-03", "2022-03-06"])
def test_dates_and_addresses_come_back_as_precisely_as_they_are_known(day, form):
    url = "https://port.example/~a_b/50%25?x={1}&y=2#c"
    (work,) = read([Work("Tugs", published=Published(day), url=url, language="en")], form)
    assert (str(work.published), work.language) == (day, "en")
    assert work.url == (url if form != "bibtex" else url.replace("{1}", "%7B1%7D"))


def test_what_no_field_is_for_stands_in_the_note():
    work = Work("Tugs", "Ada Quill", agency="Sea Wire", original="coast.example", retells="Old Tugs")
    for form in FORMS:
        assert "Agency: Sea Wire; Re-tells: Old Tugs, coast.example" in export([("", work)], form, "w").decode()
