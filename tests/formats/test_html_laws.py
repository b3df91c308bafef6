"""Law 2 for HTML: what is read back is what was quoted, for any Unicode text; law 3 and law 5 for it too."""

from docx_files import any_text, composition, key, note, printing, quotation, shown_words
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefgen.formats.html import read, write
from briefgen.model.brief import Look
from briefgen.model.tree import BlockQuote, Heading, ItemList, NoteRef, Paragraph, Quoted, Strong, Table, Text
from briefgen.record import digest, public, recorded

MANY = settings(max_examples=150, deadline=None)
LOOK = Look(style="p { color: red }")
MARKS = st.sampled_from([("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ('"', '"'), ("‘", "’"), ("", "")])
NASTY = st.text("<>&\"'/=!-;:#\\{}[]()`\u0085\u2028\u00a0\ufeff\u200b\u202e\u0301é日Ω a1", max_size=60)
WORDS = st.one_of(shown_words, NASTY.map(lambda raw: " ".join(raw.split())).filter(bool))


@MANY
@given(st.lists(WORDS, min_size=1, max_size=20))
def test_block_quotations_are_read_back_as_they_were_written(quoted):
    claims = read(write(printing(quoted), LOOK)).claims
    assert [claim.words for claim in claims] == quoted
    for number, claim in enumerate(claims, start=1):
        assert (claim.excerpt, claim.number, claim.occurrence) == (key(number), number, 1)
        assert (claim.note, claim.line) == (f"Paper {number}, p. 4the paper", f"Paper {number}")
        assert claim.place == f"block quotation {number}"


@MANY
@given(st.lists(st.tuples(WORDS, MARKS), min_size=1, max_size=5))
def test_inline_quotations_are_read_back_as_they_were_written(quoted):
    inline = []
    for number, (words, (opening, closing)) in enumerate(quoted, start=1):
        inline += [Text(f"Somebody wrote {opening}"), Quoted(key(number), 1, words), Text(f"{closing} and left. ")]
    claims = read(write(composition(Paragraph(tuple(inline))), LOOK)).claims
    assert [claim.words for claim in claims] == [words for words, _ in quoted]


@MANY
@given(WORDS, WORDS, WORDS, WORDS)
def test_quotations_are_read_back_wherever_they_stand(heading, item, cell, joined):
    blocks = (
        Heading(2, (Quoted(key(1), 1, heading),)),
        ItemList(((Paragraph((Strong((Quoted(key(2), 1, item),)),)),),)),
        Table(((Text("Words"),),), (((Quoted(key(3), 1, cell),),),)),
        BlockQuote((Paragraph((Quoted(key(4), 1, joined), Text(" "), Quoted(key(4), 2, joined), NoteRef("n"))),)),
    )
    claims = read(write(composition(*blocks, notes=[note("n", "A letter")]), LOOK)).claims
    assert [claim.words for claim in claims] == [heading, item, cell, joined, joined]
    assert [claim.occurrence for claim in claims] == [1, 1, 1, 1, 2]
    assert claims[-1].note == "A letter, p. 4the paper"


@MANY
@given(any_text, any_text, any_text)
def test_no_words_change_the_structure_of_a_page(title, words, noted):
    data = write(made(title, words, noted), LOOK)
    assert shape(data) == shape(write(made("x", "x", "x"), LOOK))


@MANY
@given(any_text, any_text)
def test_a_page_holds_its_record_and_is_the_same_each_time(title, words):
    written = composition(Paragraph((Text(words),)), title=title, subtitle=words, handling=title)
    data = write(written, LOOK)
    finished = read(data)
    assert data == write(written, LOOK)
    assert finished.digest == digest(public(written))
    assert recorded(finished.record) == recorded(public(written))


def made(title, words, noted):
    quoted = " ".join(words.split()) or "x"
    return composition(
        Heading(1, (Text(title),)), quotation(1, quoted), notes=[note("1", noted)], title=title, handling=noted + "x"
    )


def shape(data):
    """The elements of a page and their attributes, but for what the words themselves are."""
    worded = {"dir", "content", "lang"}
    root = html.document_fromstring(data.decode(), parser=html.HTMLParser(encoding="utf-8"))
    elements = (one for one in root.iter() if one.tag != "span" or one.keys() != ["lang"])
    return [(one.tag, *((name, one.get(name)) for name in one.keys() if name not in worded)) for one in elements]  # noqa: SIM118 - an element
