"""Markdown: the words that a reader sees, as another program sees them too."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.model.source import Role
from briefgen.sources.markdown import pieces
from briefgen.sources.pieces import joined
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
        ("```\na\n\n# b", [(Role.BOILERPLATE, "a\n\n# b")]),
        ("- ```\n  a\n  ```\n- b", [(Role.BOILERPLATE, "  a"), (Role.LIST, "b")]),
        ("~~~\n<b> &amp; \\*\n~~~", [(Role.BOILERPLATE, "<b> &amp; \\*")]),
        ("    code <b>", [(Role.BOILERPLATE, "code <b>")]),
        ("|a|b|\n|-|-|\n|*c*|d|\n\ne", [(Role.TABLE, "a\tb\nc\td"), (None, "e")]),
        ("a\n- b\n- c\nd\n1. e", [(None, "a"), (Role.LIST, "b"), (Role.LIST, "c d"), (Role.LIST, "e")]),
        ("- a\n\n    b\n\n  c", [(Role.LIST, "a"), (Role.LIST, "b"), (None, "c")]),
        ("- a\n\n    - b\n\n        c", [(Role.LIST, "a"), (Role.LIST, "b"), (Role.LIST, "c")]),
        ("a\n\u00a0\nb", [(None, "a"), (None, "b")]),
        ("<div>\na\n</div>", [(None, "a")]),
        ("<script>\na\n\nb\n</script>c", [(None, "c")]),
        ("", []),
    ],
)
def test_blocks(source, expected):
    assert roles(source) == expected


def test_footnotes_are_beside_the_text_whatever_refers_to_them():
    source = "a[^1][^2]\n\n[^1]: b\n[^3]: c\n\n    d\n\nf[^3]"
    assert roles(source) == [
        (None, "a[^2]"),
        (None, "f"),
        (Role.BOILERPLATE, "b"),
        (Role.BOILERPLATE, "c"),
        (Role.BOILERPLATE, "d"),
    ]


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
    "[^",
    '[a](b "c) ',
    "~~a ",
    "+ ",
    "1. ",
    "~~~a\n",
    "[^a]: ",
    "> [^a]: ",
    "[a]: b\nx\n",
    "<script",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_is_read_through(unit):
    # Beyond the bounds that are set to it, Python-Markdown would not come to an end here.
    source = unit * (30_000 // len(unit))
    assert joined([*pieces(source)])
    assert joined([*pieces(source + "]" * 6_000)])


@pytest.mark.parametrize("size", [200, 2000])
def test_a_table_of_more_cells_than_characters_stands_as_it_was_typed(size):
    source = "|a" * size + "|\n" + "|-" * size + "|\n" + "|b\n" * size
    assert [piece.role for piece in pieces(source)] == [None]


@pytest.mark.parametrize("mark", ["> ", "+ ", "1. "])
def test_what_is_nested_too_deep_stands_as_it_was_typed(mark):
    assert roles(mark * 10 + "a")[0][1] == "a"
    (deep,) = words(mark * 1000 + "a")
    assert deep.endswith(mark * 900 + "a")


def test_brackets_within_brackets_stand_as_they_were_typed():
    tangled = "[" * 1000 + "words](a)"
    assert words(f"{tangled}\n\n[words](a)") == [tangled, "words"]
