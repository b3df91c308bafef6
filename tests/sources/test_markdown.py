"""Markdown: the words that a reader sees, as another program sees them too."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.model.source import Role
from briefgen.sources.markdown import joined, pieces
from briefgen.text import display


def words(source):
    return [piece.words for piece in pieces(source)]


def roles(source):
    return [(piece.role, piece.words) for piece in pieces(source)]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("a * b", "a * b"),
        ("snake_case_name", "snake_case_name"),
        ("*un*closed *here", "unclosed *here"),
        ("**bold with *nested* words**", "bold with nested words"),
        ("[words](https://example.org/a_(b) 'title')", "words"),
        ("[*words*](<a b>)", "words"),
        ("[words] (not a link)", "[words] (not a link)"),
        ("[a][b] [c]", "[a][b] [c]"),
        ("before ![picture](a.png) after", "before  after"),
        ("[![picture](a.png) words](b)", "words"),
        ("`a *b*` ``c`d``", "a *b* c`d"),
        ("`unclosed", "`unclosed"),
        (r"\*a\* \[b\] \\", r"*a* [b] \ ".strip()),
        ("<https://example.org> <a@example.org>", "https://example.org a@example.org"),
        ("a <b>bold</b> a < b > c", "a bold a < b > c"),
        ("&amp; &lt; &#233; &nosuch; &", "& < é &nosuch; &"),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("a<br>b", "a\nb"),
        ("a <!-- c --> b", "a  b"),
    ],
)
def test_inline_marks_leave_their_words(source, seen):
    assert words(source) == [seen]


def test_labels_that_are_defined_are_links():
    assert words("[a][b], [B] and[^n].\n\n[b]: https://example.org\n[^n]: A note.") == ["a, B and.", "A note."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A\n# B", [(Role.TITLE, "A"), (Role.HEADING, "B")]),
        ("## A\n# B", [(Role.HEADING, "A"), (Role.HEADING, "B")]),
        ("A\n===\nB\n---\nc", [(Role.TITLE, "A"), (Role.HEADING, "B"), (None, "c")]),
        ("# A # b ##", [(Role.TITLE, "A # b")]),
        ("#no heading", [(None, "#no heading")]),
        ("a\n# B\nc", [(None, "a"), (Role.TITLE, "B"), (None, "c")]),
        ("- a\n- b\n\nc", [(Role.LIST, "a"), (Role.LIST, "b"), (None, "c")]),
        ("- a\n  - b", [(Role.LIST, "a"), (Role.LIST, "b")]),
        ("1. a\n2) b", [(Role.LIST, "a"), (Role.LIST, "b")]),
        ("In the year\n2022. it rained", [(None, "In the year 2022. it rained")]),
        ("- [a](b)\n- c [d](e)", [(None, "a"), (Role.LIST, "c d")]),
        ("> a\n> b\nc\n\nd", [(Role.QUOTE, "a b c"), (None, "d")]),
        ("> # A\n> > b", [(Role.TITLE, "A"), (Role.QUOTE, "b")]),
        ("a\n\n***\n\nb", [(None, "a"), (None, "b")]),
        ("~~~\n# a\n~~~\nb", [(Role.BOILERPLATE, "# a"), (None, "b")]),
        ("```\na", [(Role.BOILERPLATE, "a")]),
        ("    code", [(Role.BOILERPLATE, "    code")]),
        ("|a|b|\n|-|-|\n|*c*|d|\ne", [(Role.TABLE, "a\tb\nc\td"), (None, "e")]),
        ("<div>\na\n</div>", [(None, "a")]),
        ("<script>\na\n\nb\n</script>c", [(None, "c")]),
        ("", []),
    ],
)
def test_blocks(source, expected):
    assert roles(source) == expected


def test_hints_are_where_the_words_are():
    text, hints = joined([*pieces("# A\n\nb\n\n- c\n")])
    assert text == "A\n\nb\n\nc"
    assert [(hint.role, hint.span.of(text)) for hint in hints] == [(Role.TITLE, "A"), (Role.LIST, "c")]


class _Seen(HTMLParser):
    """The words that a reader of HTML sees."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, _attrs):
        if tag in {"p", "li", "h1", "h2", "blockquote", "br"}:
            self.words.append(" ")


def seen_by_markdown_it(source):
    parser = _Seen()
    parser.feed(MarkdownIt().render(source))
    return display("".join(parser.words))


WORD = st.sampled_from(["lamp", "north", "5", "it's", "“oil”", "snake_case", "a.b", "灯台"])
INLINE = st.one_of(
    WORD,
    WORD.map("*{}*".format),
    WORD.map("**{}**".format),
    WORD.map("`{}`".format),
    WORD.map("[{}](https://example.org)".format),
    WORD.map("{}\\*".format),
    WORD.map("{} &amp;".format),
)
LINE = st.lists(INLINE, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    LINE.map("## {}".format),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"> {line}" for line in lines)),
)


@given(st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_another_program_sees_the_same_words(source):
    assert display(" ".join(words(source))) == seen_by_markdown_it(source)


@given(st.text(alphabet="ab *_`[]()!\\<>&#|\n->1.~:^\"'=+", max_size=80))
def test_no_letter_is_lost_or_added_outside_links_and_html(source):
    if any(mark in source for mark in "[]<>&`~|#:"):
        return
    assert [char for char in "".join(words(source)) if char in "ab"] == [char for char in source if char in "ab"]


HOSTILE = [
    "[",
    "[]",
    "![",
    "[a](",
    "*a ",
    "a_",
    "`",
    "<",
    "<a ",
    "<!--",
    "&",
    "> ",
    "- ",
    "# a\n",
    "a\n-\n",
    "[[a\n",
    "|-|\n",
    "\\",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_take_no_long_time(unit):
    source = unit * (50_000 // len(unit))
    start = time.process_time()
    joined([*pieces(source)])
    joined([*pieces(source + "]" * 10_000)])
    assert time.process_time() - start < 5
