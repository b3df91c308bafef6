"""Whatever the words are: the structure is the template's, and every reader shows the same words."""

import re

import pytest
import rendered
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with

from briefgen import marks
from briefgen.markup import finish, parse
from briefgen.model import tree as t
from briefgen.text import canonicalise, display

ACTING = tuple("*_`[](){}<>#+-.!|~^&:;=\"'\\/019ab$%@?")
FORMS = (
    *("[^1]", "[^1]: ", "[a]: b", "](", "![", "```", "~~~", "---", "===", "    ", "\t", "\n", "\n\n", "  \n", "\\\n"),
    *("&amp;", "&#42;", "&#x41;", "&#2", "&copy", "<b>", "</b>", "<!--", "-->", "<div>", "<?", "<![CDATA[", "<script>"),
    *("1. ", "2) ", "- ", "+ ", "# ", "> ", "١. ", "{: .x }", "{{", "}}", "{%", "{#", "klzzwxh:0000", "wzxhzdk:0"),
    *("<http://e.org>", "<a@e.org>", "| a | b |", "|---|---|", "[sic]", "*a*", "**b**", "_c_", "~~d~~", "^[e]", "$$"),
    *("\u00a0", "\u3000", "\u200b", "\ufeff", "\x85", "\u2028", "\u0301", "\ufffd", "“", "”", "日本", "「", "Ω", "😀"),
)
PROSE = (
    *("The", "council", "asked", "for", "two", "ferries", "it’s", "AT&T’s", "O'Neil’s", "“plan,”"),
    *("(p.", "4)", "65%", "$3", "–", "Mr.", "No.", "[sic]", "2-plus-2"),
)

words = st.one_of(
    st.text(max_size=30).map(canonicalise),
    st.lists(st.sampled_from((*ACTING, *FORMS, " ")), max_size=12).map("".join),
    st.lists(st.sampled_from(PROSE), max_size=12).map(" ".join),
)

TEMPLATE = """\
{role}# {} {}

{role}{}, *{}*, **{}** x*{}*y ***{}*** [{}](https://e.org/{}) ![{}](https://e.org/{})

{open}

> {q}[^1] {}[^2](
>
> - {}
> - > {q}[^1]

1. {}
   {}

   {}
2. {} `{}`{}

{close}

| {} | {} |
|---|---|
| {q}[^2] | *{}* [{}](https://e.org/{})|

{}  
{}{}  
{}: [{}][{}] _{}_ [*{}*](https://e.org/{})[^1]

    {}

{}
---

[^1]: {}, *{}*, [{}](https://e.org/{}){}

[^2]: {}

    - {}
"""  # noqa: W291 - two spaces break a line
SLOT = re.compile(r"\{(\w*)\}")
SLOTS = len([slot for slot in SLOT.findall(TEMPLATE) if slot in ("", "q")])


def filled(said):
    """The template with these words in its slots."""
    rest = iter(said)
    fixed = {"role": marks.role("x"), "open": "\x10+box\x11", "close": "\x10-box\x11"}

    def fill(slot):
        if slot[1] == "q":
            return marks.quotation("e1", next(rest))
        return fixed[slot[1]] if slot[1] else marks.data(next(rest))

    return SLOT.sub(fill, TEMPLATE)


def shape(node):
    """A tree without its words."""
    match node:
        case t.Text() | t.Code() | t.CodeBlock() | t.Quoted():
            return type(node)
        case t.Link(_, children):
            return (t.Link, shape(children))
        case tuple():
            return tuple(shape(child) for child in node)
        case str() | int():
            return node
    return (type(node), *(shape(getattr(node, name)) for name in node.__slots__))


EMPTY = finish(filled([""] * SLOTS))[1]


def flat(nodes):
    """Every node and inline of a tree."""
    for node in nodes:
        yield node
        for name in getattr(node, "__slots__", ()):
            value = getattr(node, name)
            if isinstance(value, tuple):
                yield from flat(value)
        if isinstance(node, tuple):
            yield from flat(node)


@settings(max_examples=30)
@given(st.lists(words, min_size=SLOTS, max_size=SLOTS))
def test_words_cannot_change_the_structure_and_stand_as_they_are(said):
    _, tree = finish(filled(said))
    assert shape(tree.blocks) == shape(EMPTY.blocks)
    assert shape(tree.notes) == shape(EMPTY.notes)
    slots = [slot for slot in SLOT.findall(TEMPLATE) if slot in ("", "q")]
    wanted = [display(word) for slot, word in zip(slots, said, strict=True) if slot == "q"]
    assert [each.text for each in flat(tree.blocks) if isinstance(each, t.Quoted)] == wanted


@settings(max_examples=30)
@given(st.lists(words, min_size=SLOTS, max_size=SLOTS))
def test_every_reader_shows_the_words_of_the_tree(said):
    markdown, tree = finish(filled(said))
    shown = rendered.words_of_tree(tree)
    assert rendered.words_of_tree(parse(markdown)) == shown
    assert rendered.words_of_html(rendered.by_markdown_it(markdown)) == shown
    assert rendered.words_of_html(rendered.by_python_markdown(markdown)) == shown


@given(
    st.lists(st.sampled_from((*ACTING, *FORMS, *PROSE, " ", "\n", "\n")), max_size=40).map("".join).map(canonicalise)
)
def test_markdown_that_a_person_typed_is_the_same_text_to_every_reader(typed):
    markdown, tree = finish(typed)
    shown = rendered.words_of_tree(tree)
    assert rendered.words_of_tree(parse(markdown)) == shown
    assert rendered.words_of_html(rendered.by_markdown_it(markdown)) == shown


@given(st.text(max_size=200))
def test_anything_can_be_finished(text):
    markdown, _ = finish(text)
    assert parse(markdown) is not None
    assert canonicalise(markdown) == markdown


HOSTILE = (
    "[",
    "![",
    "^[",
    "[^",
    "[[]",
    "[a](",
    "*a ",
    "a**b*c ",
    "`",
    "<",
    "<a ",
    "&",
    "> ",
    "- ",
    "|",
    "\\*",
    "](u)",
    "(",
)


@pytest.mark.parametrize("form", HOSTILE)
def test_the_work_grows_with_the_text(form):
    def finished(typed):
        finish(typed)
        markdown, _ = finish(f"> {marks.quotation('e1', typed)}")
        parse(markdown)

    assert grows_with(200, finished, lambda size: (form * size)[:size])
    finished((form * 10_000)[:10_000])  # what took time beyond the length would not come to an end


DEEP = (
    "> - ",
    "1. ",
    "[^1]: ",
    "*",
    "**a *b ",
    "\\\n",
    marks.group("box", "x"),
    "\x10+box\x11\n\n",
    "\x10-box\x11\n\n",
)


@pytest.mark.parametrize("form", DEEP)
def test_nothing_nests_without_end(form):
    markdown, _ = finish(form * 3_000 + "x")
    assert parse(markdown) is not None


shown = words.map(display)


@given(
    st.builds(
        t.Chart, shown, shown, st.dates(), st.integers(0, 10**15), st.lists(st.integers(0, 99), min_size=1).map(tuple)
    )
)
def test_a_chart_comes_through_whole_and_is_words_where_there_are_no_pictures(chart):
    markdown, tree = finish(f"| Topic | Weeks |\n|---|---|\n| a {marks.chart(chart)} b | `{marks.chart(chart)}` |\n")
    ((first, second),) = tree.blocks[0].rows
    assert [one for one in first if isinstance(one, t.Chart)] == [chart]
    assert second in ((), (t.Code(chart.words.strip()),))
    assert rendered.words_of_tree(parse(markdown)) == rendered.words_of_tree(tree)
    assert rendered.words_of_html(rendered.by_markdown_it(markdown)) == rendered.words_of_tree(tree)
    assert rendered.words_of_html(rendered.by_python_markdown(markdown)) == rendered.words_of_tree(tree)
