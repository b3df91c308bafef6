"""What is read of a page is what a reader sees of it, as far as its elements say so."""

import pytest

from briefgen.formats.html import read

SEEN, CUT, UNTOLD = "The quay is not open.", "The quay is open.", "The quay is ˣˣˣ open."
LOOKS = {
    "display:none": CUT,
    "display:none!important": CUT,
    "d\\69 splay:/**/n\\6fne": CUT,
    "display:no/**/ne": SEEN,
    "display:none;display:bogus": CUT,
    "display:none;display:inline": SEEN,
    "display:none!important;display:inline": CUT,
    "font:0/0 serif": CUT,
    "font:9pt/1.2 serif": SEEN,
    "transform:none": SEEN,
    "animation:away 0s forwards": UNTOLD,
    "display:inline": SEEN,
    "display:var(--gone)": UNTOLD,
    "visibility:hidden": CUT,
    "opacity:0.0": CUT,
    "opacity:.5": SEEN,
    "font-size:0": CUT,
    "font-size:1px": CUT,
    "font-size:.1em": CUT,
    "font-size:9pt": SEEN,
    "font-size:.8em": SEEN,
    "color: rgb(255, 255, 255)": CUT,
    "color:#FFF": CUT,
    "color:#fff;background:navy": SEEN,
    "color:#fff;background:white": CUT,
    "color:#fff;background:var(--behind)": UNTOLD,
    "color:transparent": CUT,
    "color:red": SEEN,
    "text-decoration:line-through": CUT,
    "position:absolute;left:-999px": UNTOLD,
    "clip-path:inset(100%)": UNTOLD,
    "direction:rtl;unicode-bidi:bidi-override": UNTOLD,
    "/*" * 3: SEEN,
    "top:0;" * 1_000: UNTOLD,
    "top:" + "(" * 1_000: UNTOLD,
    "\\ffffff;;:": SEEN,
}
WITHIN = {
    "<s>not </s>": CUT,
    "<strike>not </strike>": CUT,
    "<del>not </del>": CUT,
    "<font color=white>not </font>": CUT,
    "<span hidden>not </span>": CUT,
    "<span hidden style='display:inline'>not </span>": SEEN,
    "<span style='visibility:hidden'><b style='visibility:visible'>not </b></span>": UNTOLD,
    "<meter>not </meter>": CUT,
    "<bdo dir=rtl>not </bdo>": UNTOLD,
    "<bdo dir=ltr>not </bdo>": SEEN,
    "<input value='not '>": UNTOLD,
    "<input type=hidden value='not '>": CUT,
    "<ruby>not <rt>now </rt></ruby>": SEEN,
}


def quoted(within):
    return [claim.words for claim in read(f"<blockquote>The quay is {within}open.</blockquote>".encode()).claims]


@pytest.mark.parametrize(("look", "expected"), LOOKS.items())
def test_what_an_element_says_of_its_looks_is_heeded(look, expected):
    assert quoted(f"<span style='{look}'>not </span>") == [expected]


@pytest.mark.parametrize(("within", "expected"), WITHIN.items())
def test_what_an_element_is_is_heeded(within, expected):
    assert quoted(within) == [expected]


@pytest.mark.parametrize("name", ["rt", "textarea", "select", "object", "del style='text-decoration:none'"])
def test_what_is_shown_is_never_left_out(name):
    assert " ".join(quoted(f"<{name}>not </{name.split()[0]}>")) in {SEEN, UNTOLD}


def test_white_words_are_read_where_all_are_white_or_the_ground_is_told():
    words = "<font color=white>The quay is </font><font color=white>not </font><font color=white>open.</font>"
    page = f"<blockquote>{words}</blockquote><blockquote bgcolor=navy>The quay is <font color=white>not </font>open."
    assert [claim.words for claim in read(page.encode()).claims] == [SEEN, SEEN]


def test_white_words_pass_for_no_page_of_another_colour_behind_many_others():
    many = "<font color=white> </font>" * 30
    assert quoted(f"{many}<font color=white>not </font>") == [CUT]
