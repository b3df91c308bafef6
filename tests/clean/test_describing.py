"""What a text says of itself, and what it does not."""

import pytest

from briefgen.clean import describe, mark

BODY = "The boats left early and came back late, as they had done for years. Nobody had counted them, and nobody would."


def work(text):
    return describe(text, mark(text))


def page(*above, below=()):
    return "\n\n".join(["Boats come home at last", *above, BODY, BODY.replace("boats", "ships"), *below])


def test_a_plain_text_says_its_title_and_nothing_else():
    assert [field for field, _ in work(page()).bases] == ["title"]


@pytest.mark.parametrize(
    ("above", "iso"),
    [
        (["6 March 2022"], "2022-03-06"),
        (["Updated 7 March 2022", "Published 6 March 2022"], "2022-03-06"),
        (["Updated 7 March 2022"], "2022-03-07"),
        (["By Mira Oduya, 6 March 2022"], "2022-03-06"),
        (["Published:", "6 March 2022"], "2022-03-06"),
        (["Tuesday"], None),
        (["03/06/2022"], None),
    ],
)
def test_dates_near_the_top(above, iso):
    published = work(page(*above)).published
    assert (published.iso if published else None) == iso


def test_a_date_in_a_sentence_is_not_that_of_publication():
    text = page().replace("for years.", "for years until 6 March 2022.")
    assert work(text).published is None


def test_a_list_of_other_stories_dates_nothing():
    assert (
        work(page(below=["Most read", "- Gulls have left", "3 May 2021", "- Herring is dear", "4 May 2021"])).published
        is None
    )


def test_below_the_article_only_a_labelled_date_counts():
    assert work(page(below=["First published: 6 March 2022"])).published.iso == "2022-03-06"
    assert work(page(below=["6 March 2022"])).published is None


def test_rights_above_and_within_the_article_are_a_pictures():
    assert work(page("© Harbour Pictures")).publisher == ""
    assert work(page(below=["© Harbour Post"])).publisher == "Harbour Post"


def test_a_library_of_pictures_is_no_publisher():
    assert work(page(below=["© Getty Images"])).publisher == ""


def test_the_source_of_a_chart_is_not_that_of_the_story():
    text = "\n\n".join(["Boats come home", BODY, "Source: Harbour Office", BODY.replace("boats", "ships")])
    assert work(text).original == ""


@pytest.mark.parametrize(
    "below", [["About Us"], ["About Japan", BODY], ["View all posts by admin"], ["About Mira Oduya"]]
)
def test_no_author_from_what_is_no_profile(below):
    assert work(page(below=below)).author == ""


@pytest.mark.parametrize(
    ("opening", "agency"),
    [("PORT ALMA (Reuters) - ", "Reuters"), ("（ソウル共同）", ""), ("PORT ALMA (Alma Post) - ", "")],
)
def test_the_agency_that_the_first_words_name(opening, agency):
    assert work(page().replace("The boats", f"{opening}The boats", 1)).agency == agency
