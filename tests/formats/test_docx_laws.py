"""Law 2 for Word: what is read back is what was quoted, for any Unicode text; and law 5: the same bytes."""

from docx_files import LOOK, W, any_text, composition, key, note, printing, quotation, shown_words, xml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.formats.docx import read, write
from briefgen.model.tree import (
    BlockQuote,
    Group,
    Heading,
    ItemList,
    Note,
    NoteRef,
    Paragraph,
    Quoted,
    Strong,
    Table,
    Text,
)
from briefgen.record import public

FEW = settings(max_examples=40, deadline=None)
MARKS = st.sampled_from([("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ('"', '"'), ("‘", "’"), ("", "")])


@FEW
@given(st.lists(shown_words, min_size=1, max_size=20))
def test_block_quotations_are_read_back_as_they_were_written(quoted):
    claims = read(write(printing(quoted), LOOK)).claims
    assert [claim.words for claim in claims] == quoted
    for number, claim in enumerate(claims, start=1):
        assert (claim.excerpt, claim.number, claim.occurrence) == (key(number), number, 1)
        assert claim.note == f"Paper {number}, p. 4the paper"
        assert claim.place == f"block quotation {number}"


@FEW
@given(st.lists(st.tuples(shown_words, MARKS), min_size=1, max_size=5))
def test_inline_quotations_are_read_back_as_they_were_written(quoted):
    inline = []
    for number, (words, (opening, closing)) in enumerate(quoted, start=1):
        inline += [Text(f"Somebody wrote {opening}"), Quoted(key(number), 1, words), Text(f"{closing} and left. ")]
    claims = read(write(composition(Paragraph(tuple(inline))), LOOK)).claims
    assert [claim.words for claim in claims] == [words for words, _ in quoted]
    assert {claim.place for claim in claims} == {"paragraph 1"}


@FEW
@given(shown_words, shown_words, shown_words, shown_words, shown_words)
def test_quotations_are_read_back_wherever_they_stand(heading, item, cell, noted, joined):
    blocks = (
        Heading(2, (Quoted(key(1), 1, heading),)),
        Group("box", (ItemList(((Paragraph((Strong((Quoted(key(2), 1, item),)),)),),)),)),
        Table(((Text("Words"),),), (((Quoted(key(3), 1, cell),),),)),
        BlockQuote((Paragraph((Quoted(key(4), 1, joined), Text(" "), Quoted(key(4), 2, joined), NoteRef("n"))),)),
    )
    last = Note("n", (Paragraph((Text("It says “"), Quoted(key(5), 1, noted), Text("”"))),))
    claims = read(write(composition(*blocks, notes=(last,)), LOOK)).claims
    assert [claim.words for claim in claims] == [heading, item, cell, joined, joined, noted]
    assert [claim.occurrence for claim in claims] == [1, 1, 1, 1, 2, 1]
    assert claims[-1].place == "note a"


@FEW
@example("x", "x", "\u05e9")
@given(shown_words, shown_words, shown_words)
def test_no_words_change_the_structure_of_a_file(title, words, noted):
    data = write(composition(quotation(1, words), notes=[note("1", noted)], title=title, handling=noted), LOOK)
    plain = write(composition(quotation(1, "x"), notes=[note("1", "x")], title="x", handling="x"), LOOK)
    assert tags(data) == tags(plain)


SAID = {f"{{{W}}}{tag}" for tag in ("r", "rPr", "rFonts", "rtl", "lang", "t", "bidi")}


def tags(data):
    """The tags of a file, but for how words are cut into runs and what these say of their letters."""
    return [[*within(xml(data, name))] for name in ("word/document.xml", "word/footnotes.xml")]


def within(node):
    """The tags in a node; runs of words that follow one another and look alike are one."""
    before = None
    for child in node:
        inner = [*([] if child.tag in SAID else [child.tag]), *within(child)]
        is_words = child.tag == f"{{{W}}}r" and child[-1].tag == f"{{{W}}}t"
        if not is_words or inner != before:
            yield from inner
        before = inner if is_words else None


@FEW
@given(any_text, any_text)
def test_a_file_holds_its_record_and_is_the_same_each_time(title, words):
    made = composition(Paragraph((Text(words),)), title=title, subtitle=words)
    data = write(made, LOOK)
    assert data == write(made, LOOK)
    assert read(data).record == public(made)
