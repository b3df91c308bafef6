"""Words without their typography."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.text import display
from briefgen.typography import outer, plain, quoted

SAME = (
    ("He said “no”.", 'He said "no".', "He said « no ».", "He said „no“.", "He said ‘no’."),
    ("The ministers’ view – not ours", "The ministers' view - not ours", "The ministers' view—not ours"),
    ("It ended .… then", "It ended. … then", "It ended.... then", "It ended....then"),
    ("So … it goes", "So ... it goes", "So…it goes", "So . . . it goes"),
    ("co\u00adoperate", "cooperate", "co\u200boperate"),
    ("a\u00a0b", "a b", "a  b", "a\u2003\nb", "a \u200b b"),
    ("cafe\u0301", "café", "cafe\u00ad\u0301"),
    ("\u1112\u1161\u11bc\u1100\u116e 4", "항구 4"),
    ("“The ‘old’ quay”", "'The \"old\" quay'"),
    ("North\u2011South", "North-South"),
)
OTHER = (
    ("resign", "re-sign"),
    ("The quay", "the quay"),
    ("a so-called “republic”", "a so-called republic"),
    ("one, two", "one two"),
    ("It ends.", "It ends"),
    ("a b", "ab"),
    ("12 ferries", "\u202e12\u202c ferries"),
    ("קו 12", "\u202dקו\u202c 12"),
)


@pytest.mark.parametrize("texts", SAME)
def test_typography_makes_no_other_words(texts):
    assert len({plain(text).text for text in texts}) == 1


@pytest.mark.parametrize("texts", OTHER)
def test_other_words_stay_others(texts):
    assert plain(texts[0]).text != plain(texts[1]).text


signs = st.text(st.sampled_from("ab ,.…-–—'\"“”‘’«»\n\u00a0\u3000\u00ad\u200b\u0301é"), max_size=40)


@given(signs | st.text())
@example(" .…")
@example("a\u00ad\u0301")
def test_plain_form_has_a_plain_form_of_its_own(text):
    assert plain(plain(text).text).text == plain(text).text


@given(signs | st.text())
def test_white_space_is_typography(text):
    assert plain(display(text)).text.strip() == plain(text).text.strip()


@given(signs | st.text())
def test_each_part_of_the_plain_form_has_its_place_in_the_text(text):
    made = plain(text)
    for at in range(len(made.text)):
        start, end = made.start(at), made.end(at + 1)
        assert 0 <= start <= end <= len(text)
        assert made.text[at] in {*plain(text[start:end]).text, " "}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The old quay", "“The old quay”"),
        ("The “old” quay", "“The ‘old’ quay”"),
        ('The "old" quay, "said"', "“The ‘old’ quay, ‘said’”"),
        ("Board: “The ‘old’ quay isn’t ours”", "“Board: ‘The “old” quay isn’t ours’”"),
        ("From “partner” to ‘rival’", "“From ‘partner’ to ‘rival’”"),
        ("cut off: “The old", "“cut off: ‘The old”"),
        ("The board's 'old' quay", "“The board’s ‘old’ quay”"),
        ("The captains' talks 'end', they're told", "“The captains’ talks ‘end’, they’re told”"),
        ("Ferries of the '90s", "“Ferries of the ’90s”"),
        ("The old\n  quay", "“The old quay”"),
    ],
)
def test_words_stand_between_marks_that_close_once(words, wanted):
    assert quoted(words) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The board's 'old' quay", "The board’s “old” quay"),
        ("‘The “old” quay’ again", "“The ‘old’ quay” again"),
        ('The "old ‘new’ quay"', "The “old ‘new’ quay”"),
    ],
)
def test_what_is_quoted_without_marks_around_has_double_ones(words, wanted):
    assert outer(words) == wanted
