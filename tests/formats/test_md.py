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
from briefgen.formats import format_named, format_of
from briefgen.formats.md import read, write
from briefgen.marks import data, quotation
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Claim, Finished, Statement
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
    claims = [claim for claim in read(file).claims if claim.number]
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
    assert read(file).claims == (claim,)


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
    "without a note, or with one of the analyst's": (
        "> The quay.\n\n---\n\n> The port[^a] is.\n\n---\n\n> “It.”[^b]",
        [("The quay.", 0), ("The port is.", 0), ("“It.”[^b]", 0)],
    ),
    "in running text": ("It was “the quay,”[^1] not «the port»[^2].", [("the quay,", 1), ("the port", 2)]),
    "in headings, cells and emphasis": ("# “A”[^1]\n\n| *“B”*[^2] |\n|---|\n| «c» |", [("A", 1), ("B", 2), ("c", 0)]),
    "notes at the end of the sentence, and not behind it": (
        "It was “the quay” [^1] and “the port”, they said.[^2] Then “the sea”. More.[^3]",
        [("the quay", 1), ("the port", 2), ("the sea", 0)],
    ),
    "stops between the marks and the note": (
        "It was ‘the quay’.[^1] “The port.[^2]”",
        [("the quay", 1), ("The port.", 2)],
    ),
    "a note within the marks": ("It was “the quay[^1] of the port”.", [("the quay of the port", 0)]),
    "marks of which one was straightened": ('It was “the quay"[^1].', [("the quay", 1)]),
    "marks within marks": (
        "“The ‘old’ “quay” is,” he said; “the „port” is.”[^1]",
        [("The ‘old’ “quay” is,", 0), ("the „port” is.", 1)],
    ),
    "a note of a quotation within a quotation": (
        "“The ‘quay’[^1] is closed,” he said.",
        [("The ‘quay’ is closed,", 0), ("quay", 1)],
    ),
    "one of two quotations": ("He said “no” and then “not yet”[^1].", [("no", 0), ("not yet", 1)]),
    "straight marks within straight marks": ('He wrote "the "old" quay"[^1]', [('the "old" quay', 1)]),
    "an apostrophe is no mark": (
        "It was ‘the quay’s and the ministers’ end’[^1].",
        [("the quay’s and the ministers’ end", 1)],
    ),
    "a mark that stays open begins the quotation": ("“The “quay is closed.”[^1]", [("The “quay is closed.", 1)]),
    "a mark that stays open claims what follows": ("He said: “The quay is closed.", [("The quay is closed.", 0)]),
    "a mark that nothing opens": ("The quay is closed.”[^1]", []),
    "German and Japanese": ("„Ja“[^1] 「はい」[^2]", [("Ja", 1), ("はい", 2)]),
    "only a mark": ("“[^1] ”[^2]", []),
    "in an analyst’s note, and not in a numbered one": (
        "The quay.[^x][^3]\n\n[^x]: He said “no”.\n\n[^3]: “A Quay.”",
        [("no", 0)],
    ),
    "titles in a source line": (
        "> The quay.[^1]\n\nAda Quill, “Quays and Ports,” *Port Times*, 2 May 2026\n\nIt is “shut”.",
        [("The quay.", 1), ("shut", 0)],
    ),
    "sentences under a block quotation": ("> The quay.[^1]\n\nHe said “no”.", [("The quay.", 1), ("no", 0)]),
    "a quotation under a block quotation": ("> The quay.[^1]\n\n“No”", [("The quay.", 1), ("No", 0)]),
    "a quotation with a note of its own under a block quotation": (
        "> The quay.[^1]\n\nHe said “no”[^2]",
        [("The quay.", 1), ("no", 2)],
    ),
    "a list under a block quotation": ("> The quay.[^1]\n\n- He said “no”", [("The quay.", 1), ("no", 0)]),
    "under a block quotation without a note": ("> The quay.\n\nSo “Quays” has it", [("The quay.", 0), ("Quays", 0)]),
    "a block quotation of two paragraphs with one note": (
        "> The quay.\n>\n> The port.[^1]",
        [("The quay.", 1), ("The port.", 1)],
    ),
    "two block quotations with one note": (
        "> The quay.\n\n---\n\n> The port.[^1]",
        [("The quay.", 0), ("The port.", 1)],
    ),
    "a quotation of two paragraphs with one note": (
        "He said: “The quay.\n\n“The port.”[^1]\n\nShe: “No.\n\nSo “yes”[^2]",
        [("The quay.", 1), ("The port.", 1), ("No.", 0), ("yes", 2)],
    ),
    "a quotation over two paragraphs without marks between them": (
        "He said: “The quay.\n\nThe port.”[^1]\n\n- “No\n- yes”",
        [("The quay.", 1), ("The port.", 1), ("No", 0)],
    ),
    "set in by spaces, or as code": (
        "So:\n\n    He said “The quay.”\n\n```\n«Non»\n\n»Ja«\n```\n\n>     The port.",
        [("The quay.", 0), ("Non", 0), ("Ja", 0), ("The port.", 0)],
    ),
    "an attribution": (
        "> The quay.\n>\n> — Ada Quill, “Quays”[^1]\n\n> The port.[^1]\n>\n> – *Ada*",
        [("The quay.", 1), ("The port.", 1)],
    ),
    "a dash before what has a note of its own": (
        "> The quay.[^1]\n>\n> – The port.[^2]",
        [("The quay.", 1), ("– The port.", 2)],
    ),
    "marks around a whole block quotation": (
        "> “The quay.”[^1]\n\n> „Ja“ und „nein“",
        [("The quay.", 1), ("„Ja“ und „nein“", 0)],
    ),
}


@pytest.mark.parametrize(("text", "claims"), CLAIMED.values(), ids=CLAIMED)
def test_claims(text, claims):
    assert [(claim.words, claim.number) for claim in read(f"{text}{NOTES}".encode()).claims] == claims


def test_a_claim_says_where_it_stands_and_which_printing_it_is():
    text = "> A.[^1]\n\nPort Times, 2026\n\nHe said “B”[^2], “C”[^a].\n\n> A.[^1]\n\nWhy?[^a]\n\n[^a]: “D”" + NOTES
    assert read(text.encode()).claims == (
        Claim(
            "A.", number=1, occurrence=1, note="One.", line="Port Times, 2026", place="block quotation 1", is_block=True
        ),
        Claim("B", number=2, occurrence=1, note="Two.", place="quotation in running text 1"),
        Claim("C", note="“D”", place="quotation in running text 2"),
        Claim("A.", number=1, occurrence=2, note="One.", place="block quotation 2", is_block=True),
        Claim("D", place="note a"),
    )


def test_an_attribution_is_the_line_of_its_block_quotation():
    text = "> The quay.\n>\n> The port.\n>\n> — *Ada Quill*, 2026\n"
    assert [claim.line for claim in read(text.encode()).claims] == ["— Ada Quill, 2026"] * 2


def test_prose_is_what_is_not_quoted():
    text = (
        "# Ports\n\nThe *quay* has 3 cranes.\n\n> Shut.[^1]\n\nPort Times, 2026\n\n- He said “no”[^2] and “never”.\n\n"
        "| Cranes |\n|---|\n| 4 |\n\n“All of it.”[^2]\n\n“The ‘quay’[^1] is”, he said: “gone[^a]\n\n"
        "and lost”, he said." + NOTES
    )
    assert read(text.encode()).prose == (
        Statement("The quay has 3 cranes.", "paragraph 1"),
        Statement("He said … and ….", "paragraph 2"),
        Statement("…, he said: …", "paragraph 3"),
        Statement("…, he said.", "paragraph 4"),
    )


TRANSLATED = "Translation, not proved (by Ada Quill): he said “stand still” 14 times"


@pytest.mark.parametrize("above", ["", "Quay Papers, 2026\n\n", "Its line. \n\n"])
def test_a_translation_that_calls_itself_one_claims_nothing_and_is_no_prose(above):
    finished = read(f"> The quay.[^1]\n\n{above}{TRANSLATED}\n\n[^1]: Note.\n".encode())
    assert [claim.words for claim in finished.claims] == ["The quay."]
    assert finished.claims[0].line == ("Quay Papers, 2026" if "Papers" in above else "")
    assert [said.words for said in finished.prose] == (["Its line."] if "line" in above else [])


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (f"> {TRANSLATED}", TRANSLATED),
        (f"{TRANSLATED}[^1]", "stand still"),
        (TRANSLATED.replace("not", "well"), "stand still"),
    ],
)
def test_what_is_set_as_a_quotation_or_cites_a_note_is_claimed_whatever_it_calls_itself(text, claimed):
    assert [claim.words for claim in read(f"{text}\n\n[^1]: Note.\n".encode()).claims] == [claimed]


def test_an_excerpt_that_is_a_quotation_keeps_its_marks():
    file = written(f"> {quotation('e1', '“The quay is closed.”')}[^1]\n\n[^1]: x")
    assert [claim.words for claim in read(file).claims] == ["“The quay is closed.”"]


@given(st.text(MARKS + "'[^1]a s.>\n-#"))
def test_any_text_can_be_read(text):
    finished = read(f"{text}{NOTES}".encode())
    assert all(claim.words == display(claim.words) for claim in finished.claims)
    assert all(any(map(str.isalnum, statement.words)) for statement in finished.prose)


def test_an_edited_word_is_claimed():
    file = written(f"> {quotation('e1', 'The quay is not closed.')}[^1]\n\n[^1]: x").replace(b"not ", b"")
    assert [claim.words for claim in read(file).claims] == ["The quay is closed."]


def test_the_file_is_plain_text_with_a_mark_that_no_reader_shows():
    file = written(f"# {data('Häfen')}\n\n{data('end')}[^1]\n\n[^1]: x").decode()
    digest = record.digest(record.public(Composition("", Tree(()), briefs.BRIEF)))
    assert file == f'# Häfen\n\nend[^1]\n\n[^1]: x\n\n[briefgen sha256:{digest}]: port "as of 2026-11-22"\n'
    assert read(file.encode()).digest == digest
    for render in (rendered.by_markdown_it, rendered.by_python_markdown):
        assert rendered.words_of_html(render(file)) == ["Häfen", "end", "x"]


@pytest.mark.parametrize("name", ["", "a b", "été", "](x)", '"\n\n# x', "javascript:x", "\x00"])
def test_no_name_of_a_brief_shows(name):
    named = replace(briefs.BRIEF, name=name)
    file = written("x", named)
    assert read(file).digest == record.digest(record.public(Composition("", Tree(()), named)))
    for render in (rendered.by_markdown_it, rendered.by_python_markdown):
        assert rendered.words_of_html(render(file.decode())) == ["x"]


def test_a_file_of_another_hand():
    assert read(b"# A text\n\n[briefgen sha256:abc]: x\n").digest == ""
    assert read(b"") == Finished(())
    assert read(b"\xef\xbb\xbf> A.[^1]\r\n\r\n[^1]: B\r\n").claims[0].words == "A."


@pytest.mark.parametrize("data", [b"\xff\xfe>\x00", b"caf\xe9", b"\xed\xa0\x80"])
def test_what_is_not_utf_8_cannot_be_read(data):
    with pytest.raises(UnreadableError, match=r"byte \d+ is not UTF-8"):
        read(data)


def test_the_table_of_formats_finds_it():
    form = format_named("md")
    assert (form.write, form.read, form.suffix) == (write, read, ".md")


FORMS = {
    b"PKO troops left the quay.": "md",
    b"{{toc}}\n\nHe said so.": "md",
    b"{: .memo }\n": "md",
    b"": "md",
    b'\xef\xbb\xbf{\n "schema": 1}': "json",
    b" {}": "json",
    b"{": "json",
    b"PK\x03\x04": "docx",
    b"PK\x05\x06": "docx",
    bytes.fromhex("d0cf11e0a1b11ae1"): "docx",
}


@pytest.mark.parametrize("data", FORMS)
def test_a_file_is_known_by_how_it_begins(data):
    assert format_of(data).name == FORMS[data]
