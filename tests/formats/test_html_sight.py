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
COLORS = {
    # letters on paper
    "color:#fefefe": CUT,
    "color:#eee": CUT,
    "color:hsl(0 0% 99%)": CUT,
    "color:hwb(0 100% 0%)": CUT,
    "color:lab(99% 0 0)": CUT,
    "color:oklch(.99 0 0)": CUT,
    "color:color(display-p3 1 1 1)": CUT,
    "color:rgba(0,0,0,.05)": CUT,
    "color:rgb(0 0 0/5%)": CUT,
    "color:#fff0": CUT,
    "color:canvas": CUT,
    "color:#fff;color:bogus": CUT,
    "color:color-mix(in srgb,red,blue)": UNTOLD,
    "color:rgba(0,0,0,.6)": SEEN,
    "color:oklch(.3 0 0)": SEEN,
    "color:lab(30% 0 0)": SEEN,
    "color:#757575": SEEN,
    "color:silver": SEEN,
    "color:currentcolor": SEEN,
    "color:bogus": SEEN,
    "color:color()": UNTOLD,
    "color:rgb(1e999 1e999 1e999)": CUT,
    # on what is behind
    "background:#000": CUT,
    "color:#111;background:black": CUT,
    "color:#ffe;background:#fffff0 no-repeat 0 0": CUT,
    "background:currentcolor": CUT,
    "color:#fff;background:#000 bogus": CUT,
    "color:#fff;background:#000 #000": CUT,
    "color:#fff;background:rgba(0,0,0,.05)": CUT,
    "color:#fff;background:navy;background-color:#fff": CUT,
    "color:#fff;background-image:url(a.png);background:#fff": CUT,
    "color:#fff;background:rgba(0,0,0,.6)": SEEN,
    "color:#fff;background:calc(1px + 1%) 0 navy": SEEN,
    "color:#fff;background:url(a.png)": SEEN,
    "color:#fff;background:linear-gradient(navy,black)": SEEN,
    "background:yellow": SEEN,
    "background:none": SEEN,
    # elsewhere, or washed out
    "opacity:.05": CUT,
    "opacity:5e-2": CUT,
    "opacity:7%": CUT,
    "opacity:.1": SEEN,
    "opacity:70%": SEEN,
    "filter:opacity(0)": UNTOLD,
    "-webkit-text-fill-color:#fff": UNTOLD,
    "-webkit-text-fill-color:currentcolor": SEEN,
    "margin-left:-9999px": UNTOLD,
    "margin:0 -.1em": SEEN,
}
PAGES = {
    "a dark header": ("<header style='background:navy;color:#fff'>{}</header>", SEEN),
    "a dark page": ("<body style='background:#111;color:#eee'>{}", SEEN),
    "a dark page, letters told of paragraphs": ("<body style='background:#111'><p style='color:#eee'>{}</p>", SEEN),
    "a dark page of old": ("<body bgcolor=#000000 text=#ffffff>{}", SEEN),
    "white letters told around, the ground within": (
        "<div style='color:#fff'><p style='background:navy'>{}</p></div>",
        SEEN,
    ),
    "a light card on a dark page": (
        "<body style='background:#111;color:#eee'><p style='background:#fff;color:#222'>{}</p>",
        SEEN,
    ),
    "glass on a dark page": (
        "<body style='background:#111;color:#eee'><p style='background:rgba(255,255,255,.1)'>{}</p>",
        SEEN,
    ),
    "a cell of an old mail": ("<table><tr><td background=a.png><font color=#ffffff>{}</font></td></tr></table>", SEEN),
    "grey": ("<p style='color:#6c757d'>{}</p>", SEEN),
    "a link": ("<p>{}</p>", SEEN),
    "letters of a dark page on a card": (
        "<body style='background:#111;color:#eee'><p style='background:#fff'>{}</p>",
        "",
    ),
    "letters far before the line": ("<p style='text-indent:-9999px'>{}</p>", "ˣˣˣ ˣˣˣˣ ˣˣ ˣˣˣ ˣˣˣˣ."),
    "letters that hang": ("<p style='text-indent:-2em'>{}</p>", SEEN),
}
WITHIN = {
    "<font color=fefefe>not </font>": CUT,
    "<font color=#fefefe>not </font>": CUT,
    "<font color=fff>not </font>": SEEN,
    "<font color=grey>not </font>": SEEN,
    "<a href=a style=color:#fefefe>not </a>": CUT,
    "<a href=a style=color:#06c>not </a>": SEEN,
    "<mark>not </mark>": SEEN,
    "<mark style=color:yellow>not </mark>": CUT,
    "<span style=color:#fff><mark>not </mark></span>": SEEN,
    "<span style=color:#fff><a href=a>not </a></span>": SEEN,
    "<span style=color:#fff><a>not </a></span>": CUT,
    "<span style=color:#fff><b style=color:red>not </b></span>": SEEN,
    "<span style=color:#fff><b style=top:0>not </b></span>": UNTOLD,
    "<span style=color:#fff><b style=direction:ltr><bdo dir=ltr>not </bdo></b></span>": UNTOLD,
    "<span style=position:fixed><bdo dir=ltr>not </bdo></span>": UNTOLD,
    "<span style=background:navy><b style=color:#fff>not </b></span>": SEEN,
    "<span style=background:navy><b style=background:#fff;color:#fefefe>not </b></span>": CUT,
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


@pytest.mark.parametrize(("look", "expected"), [*LOOKS.items(), *COLORS.items()])
def test_what_an_element_says_of_its_looks_is_heeded(look, expected):
    assert quoted(f"<span style='{look}'>not </span>") == [expected]


@pytest.mark.parametrize(("within", "expected"), WITHIN.items())
def test_what_an_element_is_is_heeded(within, expected):
    assert quoted(within) == [expected]


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES)
def test_pages_of_any_colour_are_read_as_they_are_seen(page, expected):
    words = "“The <a href=a>quay</a> is not open.”" if expected == SEEN else f"“{SEEN}”"
    claims = read(page.format(words).encode()).claims
    assert [claim.words for claim in claims] == [expected] * bool(expected)


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
