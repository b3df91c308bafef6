"""Footnotes put into any Word file: where they belong, with what Word needs for them, and everything else as it was."""

import pytest
from docx_files import LOOK, W, composition, found, key, p, parts, r, ref, xml
from docx_files import footnote as old_note
from docx_others import (
    BOX,
    BUSY,
    INSERTED,
    LINES,
    TYPES,
    all_through_office,
    by_briefgen,
    by_pandoc,
    by_python_docx,
    by_word,
    complaints,
    control,
    field,
    said,
    spot,
    texts,
    through_office,
    unchanged,
    whole_file,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.formats.docx import read, write
from briefgen.formats.docx.annotating import Remark, annotate
from briefgen.formats.docx.archive import zipped
from briefgen.formats.docx.footnoting import Missing, footnote, place
from briefgen.formats.docx.opened import open_file
from briefgen.model.brief import Run
from briefgen.model.claim import Spot
from briefgen.model.tree import BlockQuote, Paragraph, Quoted
from briefgen.text import display

ADDRESS = "https://quay.example/a?b=1&c=2"
RUNS = (Run("Quay Letters, "), Run("On Cranes", italic=True), Run(", "), Run(ADDRESS, url=ADDRESS))
SAID = f"Quay Letters, On Cranes, {ADDRESS}"


def missing(data: bytes, *words: str) -> list[Missing]:
    """A note for each of these words, which says them."""
    return [Missing(spot(data, one), (Run(f"On {one!r}"),)) for one in words]


def noted(data: bytes) -> list[tuple[str, str]]:
    """Each note in the order of its mark: the last words before the mark, and its own words."""
    file = open_file(data)
    return [
        (file.body.text[max(one.at - 6, 0) : one.at], display(file.notes[one.note].text))
        for one in file.body.references
    ]


@pytest.mark.parametrize(
    ("text", "end", "before"),
    [
        ("“The cranes rest”. He left.", 16, "“The cranes rest”."),
        ("“The cranes rest,” he said.", 16, "“The cranes rest,”"),
        ("“The cranes rest.” He left.", 17, "“The cranes rest.”"),
        ("He said “they ‘rest’”, and left.", 19, "He said “they ‘rest’”,"),
        ("“The cranes rest” now.", 16, "“The cranes rest”"),
        ("“The cranes rest”; so", 16, "“The cranes rest”"),
        ("The cranes rest. He left.", 15, "The cranes rest."),
        ("The cranes rest .", 15, "The cranes rest"),
        ("„Sie ruhen“, sagte er.", 10, "„Sie ruhen“,"),
        ("«\u00a0Elles dorment\u00a0».", 15, "«\u00a0Elles dorment\u00a0»."),
        ("「船が着いた」。彼は", 6, "「船が着いた」。"),
        ("3,5 tons", 1, "3,"),
        ("rest", 4, "rest"),
        ("", 0, ""),
    ],
)
def test_a_mark_stands_after_the_quotation_mark_and_a_full_stop_or_a_comma(text, end, before):
    assert text[: place(text, end)] == before


def test_a_note_has_all_that_word_needs_for_it():
    data = by_python_docx()
    copy = footnote(data, [Missing(spot(data, "no crane lifts"), RUNS)])
    assert noted(copy) == [("ifts”,", SAID)]
    assert texts(copy)["body"] == texts(data)["body"]
    notes, held = xml(copy, "word/footnotes.xml"), parts(copy)
    assert found(notes, "w:footnote/@w:type") == ["separator", "continuationSeparator"]
    assert found(xml(copy, "word/settings.xml"), "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]
    assert b"wordprocessingml.footnotes+xml" in held[TYPES]
    assert b'Target="footnotes.xml"' in held["word/_rels/document.xml.rels"]
    assert b'TargetMode="External"' in held["word/_rels/footnotes.xml.rels"]
    assert found(notes, "string(//w:hyperlink[@r:id='rId1'])") == ADDRESS
    assert found(notes, "string(//w:r[w:rPr/w:i])") == "On Cranes"
    used = set(found(notes, "//w:pStyle/@w:val | //w:rStyle/@w:val"))
    assert used <= set(found(xml(copy, "word/styles.xml"), "w:style/@w:styleId"))
    names = found(xml(copy, "word/styles.xml"), "w:style/w:name/@w:val")
    assert {"footnote text", "footnote reference", "Hyperlink"} <= set(names)
    assert len(names) == len({name.lower() for name in names})


def test_settings_stay_in_the_order_of_the_schema():
    inner = "<w:zoom w:percent='90'/><w:endnotePr><w:endnote w:id='0'/></w:endnotePr><w:compat/>"
    data = parts(whole_file(p(r("The cranes rest."))))
    del data["word/footnotes.xml"]
    related = data["word/_rels/document.xml.rels"].replace(b"relationships/footnotes", b"relationships/settings")
    data["word/_rels/document.xml.rels"] = related.replace(b"/word/footnotes.xml", b"settings.xml")
    data["word/settings.xml"] = f'<w:settings xmlns:w="{W}">{inner}</w:settings>'.encode()
    copy = footnote(zipped(data), [Missing(Spot("body", 0, 3), RUNS)])
    order = [one.tag.rpartition("}")[2] for one in xml(copy, "word/settings.xml")]
    assert order == ["zoom", "footnotePr", "endnotePr", "compat"]


def test_styles_are_found_by_name_and_no_second_default_is_added():
    names = "<w:style w:type='paragraph' w:default='1' w:styleId='S'><w:name w:val='Standard'/></w:style>"
    names += "<w:style w:type='paragraph' w:styleId='FT'><w:name w:val='Footnote Text'/></w:style>"
    sheet = f'<w:styles xmlns:w="{W}">{names}</w:styles>'
    data = whole_file(p(r("The cranes rest.")), **{"word/styles.xml": sheet})
    copy = footnote(data, [Missing(Spot("body", 0, 3), RUNS)])
    assert found(xml(copy, "word/footnotes.xml"), "w:footnote[not(@w:type)]//w:pStyle/@w:val") == ["FT"]
    assert found(xml(copy, "word/styles.xml"), "w:style[@w:type='paragraph']/@w:styleId") == ["S", "FT"]


def test_what_does_not_tell_of_footnotes_stays_byte_for_byte():
    data = by_briefgen()
    copy = footnote(data, [Missing(spot(data, "the cranes rest"), (Run("Quay Letters"),))])
    assert set(parts(data)) - unchanged(data, copy) == {"word/document.xml", "word/footnotes.xml"}
    assert set(parts(copy)) == set(parts(data))
    assert read(copy).record == read(data).record


def test_the_same_notes_for_the_same_file_give_the_same_bytes():
    data = by_word()
    notes = missing(data, "the ferry", "quay", "Crane one lifts")
    assert footnote(data, notes) == footnote(data, notes)
    assert footnote(data, []) == data


def test_notes_of_notes_are_passed_over():
    data = by_word()
    inner = Missing(Spot("footnote 1", 0, 7), RUNS)
    assert footnote(data, [inner]) == data
    both = [*missing(data, "quay"), inner]
    assert footnote(data, both) == footnote(data, both[:1])


def test_earlier_notes_keep_their_words_and_their_order_and_ids_ascend():
    body = p(r("One.") + ref(3) + r(" Two.") + ref(1) + r(" Three.") + ref(7) + r(" Four."))
    data = whole_file(body, LINES + "".join(old_note(number, f"Old {number}") for number in (1, 3, 7)))
    copy = footnote(data, missing(data, "Two", "One", "Four"))
    assert [words for _, words in noted(copy)] == ["On 'One'", "Old 3", "On 'Two'", "Old 1", "Old 7", "On 'Four'"]
    ids = [int(one) for one in found(xml(copy), "//w:footnoteReference/@w:id")]
    assert ids == sorted(set(ids))
    assert set(ids) == {1, 3, 7, 8, 9, 10}
    assert found(xml(copy, "word/footnotes.xml"), "w:footnote/@w:id")[:2] == ["-1", "0"]


@pytest.mark.parametrize("other", [ref(1), ref(9)])
def test_ids_that_are_in_disorder_already_are_left_alone(other):
    data = whole_file(p(r("One.") + ref(1) + r(" Two.") + other), LINES + old_note(1, "Old"))
    copy = footnote(data, missing(data, "One"))
    new, *old = found(xml(copy), "//w:footnoteReference/@w:id")
    assert old == found(xml(data), "//w:footnoteReference/@w:id")
    assert display(texts(copy)[f"footnote {new}"]) == "On 'One'"
    assert display(texts(copy)["footnote 1"]) == "Old"


BEHIND = {
    "mid-run": (r("They rest, he says."), "rest", "They rest,"),
    "the end of a link": (f"<w:hyperlink>{r('They rest')}</w:hyperlink>" + r(". So"), "rest", "They rest."),
    "within a link": (f"<w:hyperlink>{r('They rest now')}</w:hyperlink>", "rest", "They rest"),
    "a field": (r("By ") + field("AUTHOR", r("Ada "), r("Quay")) + r(" now"), "Ada", "By Ada Quay"),
    "a control of words": (control(r("They rest now"), "<w:text/>") + r(" x"), "rest", "They rest now"),
    "what is put in": (INSERTED.format(r("They rest now")), "rest", "They rest"),
    "a text box": (r("A box ") + BOX.format(p(r("They rest"))) + r("hangs"), "They", "A box "),
}


@pytest.mark.parametrize("name", BEHIND)
def test_the_mark_stands_behind(name):
    inner, words, before = BEHIND[name]
    data = whole_file(p(inner))
    copy = footnote(data, missing(data, words))
    assert [texts(copy)["body"][: one.at] for one in open_file(copy).body.references] == [before]
    assert texts(copy)["body"] == texts(data)["body"]


def test_a_mark_at_the_end_of_a_link_or_a_control_is_no_part_of_it():
    link = f'<w:hyperlink w:anchor="q">{r("They rest")}</w:hyperlink>'
    for inner in (link, control(r("They rest")), control(link)):
        data = whole_file(p(inner + r(" x")))
        mark = found(xml(footnote(data, missing(data, "They rest"))), "//w:r[w:footnoteReference]")[0]
        assert mark.getparent().tag == f"{{{W}}}p"


offsets = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted)


@settings(max_examples=60, deadline=None)
@given(st.lists(offsets.map(lambda edges: Spot("body", *edges)), max_size=6))
def test_any_note_leaves_the_text_as_it_was_and_stands_where_it_should(spots):
    data = whole_file(BUSY, LINES + old_note(1, "Quay Papers"))
    copy = footnote(data, [Missing(one, (Run(f"New {number}"),)) for number, one in enumerate(spots)])
    before, after = open_file(data), open_file(copy)
    assert after.body.text == before.body.text
    assert sorted(display(one.text) for one in after.notes.values()) == sorted(
        ["Quay Papers", *(f"New {number}" for number in range(len(spots)))]
    )
    for reference in after.body.references:
        words = display(after.notes[reference.note].text)
        if words != "Quay Papers":
            end = place(before.body.text, spots[int(words.removeprefix("New "))].end)
            holds = [hold for hold in before.body.holds if hold.start < end]
            assert reference.at == (min(end, holds[-1].end) if holds else 0)


def test_a_quotation_that_lost_its_note_has_it_again():
    whole = composition(BlockQuote((Paragraph((Quoted(key(2), 1, "The ferry waits."),)),)))
    data = write(whole, LOOK)
    (claim,) = read(data).claims
    copy = footnote(data, [Missing(claim.spot, RUNS)])
    assert claim.note == ""
    assert [(one.words, one.note) for one in read(copy).claims] == [("The ferry waits.", SAID)]


SPOTS = {
    by_word: ("the ferry\twaits", "counted cranes", "the paper", "Crane one lifts.", "ferry left"),
    by_briefgen: ("the cranes rest", "The ferry waits", "No crane will lift a box before noon"),
    by_python_docx: ("On", "no crane lifts", "Crane one rests"),
    by_pandoc: ("waits at noon", "the quay", "No crane lifts"),
}


@pytest.fixture(params=SPOTS, ids=lambda make: make.__name__)
def made(request, tmp_path):
    """A file of each program, and words that it holds."""
    make = request.param
    return (make(tmp_path) if make is by_pandoc else make()), SPOTS[make]


def test_the_validator_finds_nothing_new(made, tmp_path):
    data, chosen = made
    copy = footnote(data, [Missing(spot(data, words), RUNS) for words in chosen])
    assert complaints(copy, tmp_path / "after.docx") == complaints(data, tmp_path / "before.docx")


def test_libreoffice_shows_each_note_where_it_belongs(tmp_path):
    made = {by_word: by_word(), by_briefgen: by_briefgen(), by_pandoc: by_pandoc(tmp_path)}
    copies = [footnote(data, missing(data, *SPOTS[make])) for make, data in made.items()]
    for (make, data), copy, kept in zip(made.items(), copies, all_through_office(copies, tmp_path), strict=True):
        assert noted(kept) == noted(copy)
        assert len(noted(copy)) == len(noted(data)) + len(SPOTS[make])


def test_a_file_that_libreoffice_has_saved_takes_notes_and_comments(tmp_path):
    words = ("the ferry\twaits", "counted cranes", "Crane one lifts.", "ferry left")
    data = through_office(by_word(), tmp_path)
    with_notes = footnote(data, missing(data, *words))
    copy = annotate(with_notes, [Remark(spot(data, one), f"remark {number}") for number, one in enumerate(words)])
    (tmp_path / "again").mkdir()
    kept = through_office(copy, tmp_path / "again")
    assert noted(kept) == noted(with_notes)
    assert sorted(note for _, note in noted(kept)) == sorted(
        ["Harbour Papers, p. 4", *(f"On {one!r}" for one in words)]
    )
    assert sorted(said(kept).values()) == sorted(said(copy).values())


def test_pandoc_reads_the_new_notes(tmp_path):
    import pypandoc  # noqa: PLC0415 - for this test alone

    data = by_python_docx()
    (tmp_path / "given.docx").write_bytes(footnote(data, [Missing(spot(data, "no crane lifts"), RUNS)]))
    shown = pypandoc.convert_file(tmp_path / "given.docx", "markdown", extra_args=["--wrap=none"])
    assert "[^1]: Quay Letters, *On Cranes*, <https://quay.example/a?b=1&c=2>" in shown.replace("\\", "")


def test_a_note_says_in_what_language_its_letters_are():
    data = by_word()
    told = {"counted cranes": ("码头, 2026", "zh"), "ferry left": ("רציף, 7", "")}
    lacking = [Missing(spot(data, one), (Run(words),), language) for one, (words, language) in told.items()]
    asian, turned = found(xml(footnote(data, lacking), "word/footnotes.xml"), "//w:footnote[.//w:r/w:rPr/w:lang]")
    assert found(asian, "string(.//w:lang/@w:eastAsia)") == "zh-CN"
    assert (found(turned, "string(.//w:lang/@w:bidi)"), len(found(turned, ".//w:bidi"))) == ("he-IL", 1)
