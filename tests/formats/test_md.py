"""The Markdown format: what is written, what is read back, and that they agree."""

import re
from dataclasses import replace

import briefs
import pytest
import rendered
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import markup, record
from briefgen.errors import UnreadableError
from briefgen.formats import format_named
from briefgen.formats.md import read_claims, read_digest, write
from briefgen.marks import data, quotation
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Claim
from briefgen.model.tree import Tree
from briefgen.text import canonicalise, display

NASTY = "*_`[](){}<>#+-.!|~^&:;='\\/019ab$%@? \n\t\u00a0\u3000\u2028\ufeff\u200b\u0301é日Ω"
MARKS = '“”"«»「」『』„‚‘’'
texts = st.one_of(
    st.text(max_size=60),
    st.text(NASTY, max_size=40),
    st.lists(
        st.sampled_from(
            (
                "[^1]",
                "[^1]: ",
                "&amp;",
                "&#2",
                "<b>",
                "<!--",
                "1. ",
                "- ",
                "> ",
                "```",
                "](",
                "| a | b |",
                "\n\n",
                "two",
            )
        ),
        max_size=10,
    ).map("".join),
    st.lists(st.sampled_from(("It’s", "done,", "(p. 4)", "65%", "–", "AT&T", "[sic]", "the port.")), max_size=15).map(
        " ".join
    ),
).map(canonicalise)


def composed(marked, brief=briefs.BRIEF):
    return Composition(*markup.finish(marked), brief)


def written(marked, brief=briefs.BRIEF):
    return write(composed(marked, brief), Look())


@settings(max_examples=200)
@given(st.lists(texts, min_size=6, max_size=6))
def test_what_is_read_is_what_was_quoted_and_every_reader_shows_it(said):
    block, listed, cell, title, source, aside = said
    marked = (
        f"# {data(title)}\n\n> {quotation('e1', block)}[^1]\n\n{data(source)}\n\n- > {quotation('e2', listed)}[^2]\n\n"
        f"> {data(aside)}\n\n| {data(title)} |\n|---|\n| {quotation('e3', cell)} |\n\n"
        f"[^1]: {data(source)}\n\n[^2]: *{data(title)}*, {data(aside)}\n"
    )
    composition = composed(marked)
    file = write(composition, Look())
    claims = read_claims(file)
    assert [(claim.number, claim.words) for claim in claims] == [(1, display(block)), (2, display(listed))]
    assert [claim.note for claim in claims] == [display(source), display(f"{display(title)}, {display(aside)}")]
    shown = rendered.words_of_tree(composition.tree)
    assert rendered.words_of_html(rendered.by_markdown_it(file.decode())) == shown
    assert rendered.words_of_html(rendered.by_python_markdown(file.decode())) == shown


@settings(max_examples=200)
@given(texts, st.sampled_from(("“”", '""', "«»", "「」", "『』", "„“", "‘’")))
def test_quotations_in_running_text_are_read_as_they_were_written(words, pair):
    quoted = re.sub(f"[{MARKS}]", "", words)
    file = written(f"He wrote: {pair[0]}{quotation('e1', quoted)}{pair[1]}[^7] So it is.\n\n[^7]: A letter.")
    claim = Claim(display(quoted), number=7, occurrence=1, note="A letter.", place="quotation in running text 1")
    assert read_claims(file) == (claim,)


NOTES = "\n\n[^1]: One.\n\n[^2]: Two.\n\n[^a]: Ours.\n"
CLAIMED = {
    "a block quotation": ("> The quay is closed.[^1]", [("The quay is closed.", 1)]),
    "with emphasis, a link and a broken line": (
        "> The *quay*\\\nis [closed](https://e.org).[^1]",
        [("The quay is closed.", 1)],
    ),
    "with words added before, within and after": ("> He said the quay[^1] is open", [("He said the quay is open", 1)]),
    "with two notes": ("> The quay.[^1][^2]", [("The quay.", 1), ("The quay.", 2)]),
    "two in one paragraph": ("> The quay.[^1] The port.[^2]", [("The quay.", 1), ("The port.", 2)]),
    "two paragraphs": ("> The quay.[^1]\n>\n> The port.[^1]", [("The quay.", 1), ("The port.", 1)]),
    "nested and in lists": ("- a\n    > > The quay.[^2]", [("The quay.", 2)]),
    "without a note, or with one of the analyst's": ("> The quay.\n\n> The port.[^a]\n\n> “It.”[^b]", []),
    "in running text": ("It was “the quay,”[^1] not «the port»[^2].", [("the quay,", 1), ("the port", 2)]),
    "in headings, cells and emphasis": ("# “A”[^1]\n\n| *“B”*[^2] |\n|---|\n| c |", [("A", 1), ("B", 2)]),
    "marks that do not touch the note": ("It was “the quay” [^1] and “the port”, they said.[^2]", []),
    "marks within marks": ("“The ‘old’ “quay” is,” he said; “the „port” is.”[^1]", [("the „port” is.", 1)]),
    "one of two quotations": ("He said “no” and then “not yet”[^1].", [("not yet", 1)]),
    "straight marks within straight marks": ('He wrote "the "old" quay"[^1]', [('the "old" quay', 1)]),
    "an apostrophe is no mark": (
        "It was ‘the quay’s and the ministers’ end’[^1].",
        [("the quay’s and the ministers’ end", 1)],
    ),
    "a mark that stays open begins the quotation": ("“The “quay is closed.”[^1]", [("The “quay is closed.", 1)]),
    "a mark that nothing opens": ("The quay is closed.”[^1]", []),
    "German and Japanese": ("„Ja“[^1] 「はい」[^2]", [("Ja", 1), ("はい", 2)]),
    "only a mark": ("“[^1] ”[^2]", []),
}


@pytest.mark.parametrize(("text", "claims"), CLAIMED.values(), ids=CLAIMED)
def test_claims(text, claims):
    assert [(claim.words, claim.number) for claim in read_claims(f"{text}{NOTES}".encode())] == claims


def test_a_claim_says_where_it_stands_and_which_printing_it_is():
    text = "> A.[^1]\n\nHe said “B”[^2].\n\n> A.[^1]\n" + NOTES
    assert read_claims(text.encode()) == (
        Claim("A.", number=1, occurrence=1, note="One.", place="block quotation 1"),
        Claim("B", number=2, occurrence=1, note="Two.", place="quotation in running text 1"),
        Claim("A.", number=1, occurrence=2, note="One.", place="block quotation 2"),
    )


def test_an_edited_word_is_claimed():
    file = written(f"> {quotation('e1', 'The quay is not closed.')}[^1]\n\n[^1]: x").replace(b"not ", b"")
    assert [claim.words for claim in read_claims(file)] == ["The quay is closed."]


def test_the_file_is_plain_text_with_a_mark_that_no_reader_shows():
    file = written(f"# {data('Häfen')}\n\n{data('end')}[^1]\n\n[^1]: x").decode()
    digest = record.digest(record.public(Composition("", Tree(()), briefs.BRIEF)))
    assert file == f'# Häfen\n\nend[^1]\n\n[^1]: x\n\n[briefgen sha256:{digest}]: port "as of 2026-11-22"\n'
    assert read_digest(file.encode()) == digest
    for render in (rendered.by_markdown_it, rendered.by_python_markdown):
        assert rendered.words_of_html(render(file)) == ["Häfen", "end", "x"]


@pytest.mark.parametrize("name", ["", "a b", "été", "](x)", '"\n\n# x', "javascript:x", "\x00"])
def test_no_name_of_a_brief_shows(name):
    named = replace(briefs.BRIEF, name=name)
    file = written("x", named)
    assert read_digest(file) == record.digest(record.public(Composition("", Tree(()), named)))
    for render in (rendered.by_markdown_it, rendered.by_python_markdown):
        assert rendered.words_of_html(render(file.decode())) == ["x"]


def test_a_file_of_another_hand():
    assert read_digest(b"# A text\n\n[briefgen sha256:abc]: x\n") is None
    assert read_claims(b"") == ()
    assert read_claims(b"\xef\xbb\xbf> A.[^1]\r\n\r\n[^1]: B\r\n")[0].words == "A."


@pytest.mark.parametrize("data", [b"\xff\xfe>\x00", b"caf\xe9", b"\xed\xa0\x80"])
def test_what_is_not_utf_8_cannot_be_read(data):
    for read in (read_claims, read_digest):
        with pytest.raises(UnreadableError, match=r"byte \d+ is not UTF-8"):
            read(data)


def test_the_table_of_formats_finds_it():
    form = format_named("md")
    assert (form.write, form.read_claims, form.suffix) == (write, read_claims, ".md")
