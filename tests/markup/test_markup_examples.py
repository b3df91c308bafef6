"""What `finish` makes of marked Markdown: the text beside the tree."""

import pytest

from briefgen.marks import data, group, quotation, role
from briefgen.markup import finish, parse
from briefgen.model.tree import (
    BlockQuote,
    Code,
    CodeBlock,
    Emphasis,
    Group,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Strong,
    Table,
    Text,
    Tree,
)

WORDS = "The ferry sails at noon."
PRINTED = quotation("e1", WORDS)


def para(*children, role=""):
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children), role)


def cell(words):
    return (Text(words),)


EXAMPLES = {
    "an excerpt with its note": (
        f"> {quotation('e1', WORDS)}[^3]\n\n[^3]: {data('Port Times')}, p. 2.",
        "> The ferry sails at noon.[^3]\n\n[^3]: Port Times, p. 2.\n",
        Tree((BlockQuote((para(Quoted("e1", 1, WORDS), NoteRef("3")),)),), (Note("3", (para("Port Times, p. 2."),)),)),
    ),
    "printings are counted for each excerpt, in the order of the text": (
        f"{PRINTED} {quotation('e2', 'No.')}\n\n[^n]: {PRINTED}\n\n{PRINTED}[^n]",
        f"{WORDS} No.\n\n{WORDS}[^n]\n\n[^n]: {WORDS}\n",
        Tree(
            (
                para(Quoted("e1", 1, WORDS), " ", Quoted("e2", 1, "No.")),
                para(Quoted("e1", 2, WORDS), NoteRef("n")),
            ),
            (Note("n", (para(Quoted("e1", 3, WORDS)),)),),
        ),
    ),
    "words are as a reader sees them": (
        quotation("e1", "  two\n lines\t "),
        "two lines\n",
        Tree((para(Quoted("e1", 1, "two lines")),)),
    ),
    "a role and a group leave no trace in the text": (
        group("box", f"{role('source-line')}{data('A. Quill')}, *{data('Port Times')}*\n\n- one\n- two") + "end",
        "A. Quill, *Port Times*\n\n- one\n- two\n\nend\n",
        Tree(
            (
                Group(
                    "box",
                    (
                        para("A. Quill, ", Emphasis(cell("Port Times")), role="source-line"),
                        ItemList(((para("one"),), (para("two"),))),
                    ),
                ),
                para("end"),
            )
        ),
    ),
    "groups hold groups, and one that is not closed ends with the text": (
        group("outer", group("inner", "a") + "b").removesuffix("\x10-outer\x11\n\n"),
        "a\n\nb\n",
        Tree((Group("outer", (Group("inner", (para("a"),)), para("b"))),)),
    ),
    "a role that begins nothing is gone": (
        f"# {role('title')}A\n\nb {role('x')}c",
        "# A\n\nb c\n",
        Tree((Heading(1, cell("A")), para("b c"))),
    ),
    "a table": (
        f"| n | who |\n|---|---|\n| {data('1')} | {data('a|b')} |\n| `x|y` |",
        "| n | who |\n| --- | --- |\n| 1 | a\\|b |\n| \\`x | y\\` |\n",
        Tree((Table((cell("n"), cell("who")), ((cell("1"), cell("a|b")), (cell("`x"), cell("y`")))),)),
    ),
    "links lead to the web, to mail and to this brief": (
        f"[{data('A [new] look')}]({data('https://e.org/a b_(c)')}) [mail](mailto:a@e.org) [3](#excerpt-e1)",
        "[A [new] look](https://e.org/a%20b_(c)) [mail](mailto:a@e.org) 3\n",
        Tree(
            (
                para(
                    Link("https://e.org/a%20b_(c)", cell("A [new] look")),
                    " ",
                    Link("mailto:a@e.org", cell("mail")),
                    " ",
                    Link("#excerpt-e1", cell("3")),
                ),
            )
        ),
    ),
    "other targets leave their words": (
        f"[a](javascript:alert(1)) [b]({data('file:///etc')}) [c]() [d]({data('')}) ![e](data:x)",
        "a b c d e\n",
        Tree((para("a b c d e"),)),
    ),
    "a picture is a link to it": (
        "![a harbour](https://e.org/a.png)",
        "[a harbour](https://e.org/a.png)\n",
        Tree((para(Link("https://e.org/a.png", cell("a harbour"))),)),
    ),
    "raw HTML shows as typed": (
        "<div>\n<b>x</b> <!-- y -->\n</div>",
        "&lt;div> &lt;b>x&lt;/b> &lt;!-- y --> &lt;/div>\n",
        Tree((para("<div> <b>x</b> <!-- y --> </div>"),)),
    ),
    "an entity is the character it stands for": (
        "&copy; A&amp;B &lt;b&gt; &#42;x&#42; &#12;",
        "© A&B &lt;b> \\*x\\*\n",
        Tree((para("© A&B <b> *x*  "),)),
    ),
    "characters that XML cannot hold": ("a\x00\x0e\x1b\ud800b", "a����b\n", Tree((para("a����b"),))),
    "lists and what is in them": (
        "3. a\n4. b\n   - c\n\n     d\n\n* * *",
        "3. a\n\n4. b\n\n    - c\n\n        d\n\n***\n",
        Tree(
            (
                ItemList(((para("a"),), (para("b"), ItemList(((para("c"), para("d")),)))), ordered=True, start=3),
                Rule(),
            )
        ),
    ),
    "code": (
        "a `b*` ``c`d``\n\n```py\n<x>\n  y\n```\n\n- e\n\n```\n*f*\n```",
        "a `b*` ``c`d``\n\n    <x>\n      y\n\n- e\n\n`*f*`\n",
        Tree(
            (
                para("a ", Code("b*"), " ", Code("c`d")),
                CodeBlock("<x>\n  y"),
                ItemList(((para("e"),),)),
                CodeBlock("*f*"),
            )
        ),
    ),
    "strong and stressed words nest one way": (
        "*a **b** c* ***d*** __e _f_ g__",
        "*a* ***b*** *c* ***d*** **e _f_ g**\n",
        Tree(
            (
                para(
                    Emphasis(cell("a ")),
                    Strong((Emphasis(cell("b")),)),
                    Emphasis(cell(" c")),
                    " ",
                    Strong((Emphasis(cell("d")),)),
                    " ",
                    Strong((Text("e "), Emphasis(cell("f")), Text(" g"))),
                ),
            )
        ),
    ),
    "emphasis that CommonMark cannot express is left out of the text alone": (
        f"x*{data('“y”')}*z *{data('“y”')}*, *{data('')}* {data('a')}*b*",
        "x“y”z *“y”*,  a*b*\n",
        Tree(
            (
                para(
                    *("x", Emphasis(cell("“y”")), "z ", Emphasis(cell("“y”")), ", "),
                    *(Emphasis(cell("")), " a", Emphasis(cell("b"))),
                ),
            )
        ),
    ),
    "lines": ("a  \nb\\\nc\nd", "a  \nb  \nc d\n", Tree((para("a", LineBreak(), "b", LineBreak(), "c d"),))),
    "notes come in the order of their references, without those that have none": (
        "x[^b] y[^a!] z[^9]\n\n[^a!]: A\n\n[^b]: B[^c]\n\n    - b\n\n[^c]: C\n\n[^d]: D",
        "x[^b] y[^note-6121] z\\[^9]\n\n[^b]: B[^c]\n\n    - b\n\n[^note-6121]: A\n\n[^c]: C\n",
        Tree(
            (para("x", NoteRef("b"), " y", NoteRef("note-6121"), " z[^9]"),),
            (
                Note("b", (para("B", NoteRef("c")), ItemList(((para("b"),),)))),
                Note("note-6121", (para("A"),)),
                Note("c", (para("C"),)),
            ),
        ),
    ),
    "blocks without words leave no trace in the text": (
        f"# {data('')}\n\n{data('')}\n\n> {data('')}\n\n- {data('')}\n- a\n\n**{data('')}**",
        "- a\n",
        Tree(
            (
                Heading(1, cell("")),
                para(""),
                BlockQuote((para(""),)),
                ItemList(((para(""),), (para("a"),))),
                para(Strong(cell(""))),
            )
        ),
    ),
}


@pytest.mark.parametrize(("marked", "markdown", "tree"), EXAMPLES.values(), ids=EXAMPLES)
def test_finish(marked, markdown, tree):
    written, read = finish(marked)
    assert read == tree
    assert written == markdown
    assert finish(written)[0] == written


PROSE = (
    "AT&T’s 2-plus-2 talks: “nothing new,” he said [sic] (p. 4).",
    "It's 65% – or $3.2bn — by 2022. No. 4, #1 and @home; C# and a_b_c!",
    "'Why?' \"Because…\" «oui», „ja“, 「はい」. 5 < 6 > 4, 3 * 4, ~7 + 1 = 8/9 {x} ^ y",
    "Q&A: AT&T, R&D & more; https://e.org/a_b?c=1&d=2#e",
)


@pytest.mark.parametrize("words", PROSE)
@pytest.mark.parametrize(
    "shape", ["{}", "> {}[^1]", "# {}", "- {}", "*{}*", "| {} |\n|---|", "“{}”", "[{}](https://e.org)"]
)
def test_ordinary_prose_reads_as_typed(words, shape):
    markdown, _ = finish(shape.format(data(words)) + "\n\n[^1]: x")
    assert words.replace("*", "\\*") in markdown


def test_a_token_cannot_be_forged():
    markdown, tree = finish(f"{data('a')} \uffff0\uffff &#xffff;0&#xffff; \x0e\x0f \x10box")
    assert tree == Tree((para("a �0� �0� �� �box"),))
    assert parse(markdown) == tree
