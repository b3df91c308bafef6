"""A chart in each format: a picture with its alternative text, or words; and nothing that proof would take for more."""

from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx_files import found, parts, xml
from docx_others import complaints, through_office
from lxml import html
from pdfua import Severity, validate
from test_docx_house import MINISTRY, sound

from briefgen import chart, compose, looks, markup
from briefgen.compose.sample import FULL
from briefgen.formats import format_named
from briefgen.formats.docx.outlining import outline
from briefgen.formats.docx.tracking import tracked
from briefgen.mail.page import page
from briefgen.mail.plain import plain
from briefgen.model.brief import Brief, Composition, Look, Section, Week
from briefgen.model.tree import Chart, Heading, Note, NoteRef, Paragraph, Tree, within

MONDAY = date(2026, 5, 25)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ROOT = Path(__file__).parent.parent.parent
STYLED = Look(style=looks.style(ROOT))


def brief(*topics):
    """The sample brief with these counts by topic, week by week."""
    sections = tuple(Section(f"t{at}", f"Quay {at} & 港") for at in range(len(topics)))
    weeks = tuple(Week(MONDAY + timedelta(weeks=at), counts) for at, counts in enumerate(zip(*topics, strict=True)))
    return replace(FULL, sections=sections, weeks=weeks)


def composition(made: Brief = FULL):
    markdown, tree = markup.finish(compose.compose(made, "policy-brief", looks.loader(ROOT)))
    return Composition(markdown, tree, made)


SAMPLE = composition()
SHOWN = [each for each in within(SAMPLE.tree.blocks) if isinstance(each, Chart)]


def written(name, made=SAMPLE, look=STYLED):
    return format_named(name).write(made, look)


@cache
def sample(name):
    """The sample brief as a file: made once for all tests."""
    return written(name)


def drawings(data):
    return [*xml(data).iter(f"{DRAWING}inline")]


def test_the_sample_has_charts_on_one_scale():
    assert [(each.counts, each.most, each.title) for each in SHOWN] == [
        ((2, 0, 5), 5, "The port"),
        ((1, 0, 1), 5, "The basin"),
    ]
    assert SHOWN[1].alternative == "The basin: articles a week: 1 (from 2 November 2026), 1 (from 16 November 2026)"


def test_in_word_it_is_a_picture_with_alternative_text_and_a_number_of_its_own(tmp_path):
    data = sample("docx")
    said = [(one.find(f"{DRAWING}docPr").get("descr"), one.find(f"{DRAWING}docPr").get("id")) for one in drawings(data)]
    assert said == [(each.alternative, str(number)) for number, each in enumerate(SHOWN, start=1)]
    media = [part for name, part in parts(data).items() if name.startswith("word/media/")]
    assert media == [chart.png(each) for each in SHOWN]
    assert b'Extension="png" ContentType="image/png"' in parts(data)["[Content_Types].xml"]
    assert sound(data)
    assert complaints(data, tmp_path / "brief.docx") == []
    assert written("docx") == data


def test_in_a_document_that_has_pictures_each_still_has_its_own_number(tmp_path):
    data = written("docx", look=MINISTRY)
    numbers = [one.get("id") for one in xml(data).iter(f"{DRAWING}docPr")]
    assert len(set(numbers)) == len(numbers) == 3
    assert complaints(data, tmp_path / "brief.docx") == []


def test_pictures_that_are_the_same_are_kept_once():
    data = written("docx", composition(brief((1, 2), (1, 2), (2, 1))))
    assert len(drawings(data)) == 3
    assert sum(name.startswith("word/media/") for name in parts(data)) == 2


@pytest.mark.parametrize("topics", [1, 3, 20])
def test_a_picture_fits_its_cell(topics):
    data = written("docx", composition(brief(*[tuple(range(26))] * topics)))
    assert len(drawings(data)) == topics
    for drawing in drawings(data):
        cell = next(drawing.iterancestors("{*}tc"))
        room = int(found(cell, "string(w:tcPr/w:tcW/@w:w)")) - 170
        width, height = (int(drawing.find(f"{DRAWING}extent").get(name)) / 635 for name in ("cx", "cy"))
        assert 3400 <= width <= room
        assert width / height == pytest.approx(chart.WIDTH / chart.HEIGHT, rel=0.01)
        assert found(drawing, "string(ancestor::w:p/w:pPr/w:spacing/@w:lineRule)") == "auto"


def test_a_long_title_beside_it_leaves_its_numbers_room_to_be_read():
    """On paper, the type of a chart is then some 6 points high."""
    made = brief((1, 2))
    (section,) = made.sections
    long = replace(made, sections=(replace(section, title="The ferries to the outer islands in winter " * 4),))
    (drawing,) = drawings(written("docx", composition(long)))
    assert int(drawing.find(f"{DRAWING}extent").get("cx")) / 635 >= 4900


def test_its_caption_and_its_heading_stay_with_the_table():
    (caption,) = found(xml(sample("docx")), "//w:p[starts-with(string(.), 'Articles that match')]")
    assert found(caption, "boolean(w:pPr/w:keepNext)")
    assert found(caption, "name(following-sibling::*[1])") == "w:tbl"
    assert found(caption, "string(preceding-sibling::*[1])") == "Articles a week"


def test_in_html_it_stands_in_the_page_that_lets_nothing_else_in():
    root = html.document_fromstring(sample("html").decode())
    pictures = root.xpath("//main//td/img[@class='chart']")
    assert [one.get("alt") for one in pictures] == [each.alternative for each in SHOWN]
    assert [b64decode(one.get("src").removeprefix("data:image/png;base64,")) for one in pictures] == [
        chart.png(each) for each in SHOWN
    ]
    assert "img-src data:" in root.xpath("//meta[@http-equiv]/@content")[0]


def test_in_a_pdf_it_is_a_figure_with_alternative_text_and_the_checker_finds_no_fault(tmp_path):
    data = sample("pdf")
    with pikepdf.open(BytesIO(data)) as file:
        figures = [
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure
        ]
        assert [str(one.Alt) for one in figures] == [each.alternative for each in SHOWN]
    (tmp_path / "brief.pdf").write_bytes(data)
    found_ = validate(tmp_path / "brief.pdf").findings
    assert [finding for finding in found_ if finding.severity >= Severity.WARNING] == []


def test_where_there_are_no_pictures_its_numbers_are_words():
    row = "| The basin | 1 (from 2 November 2026), 1 (from 16 November 2026) | 2 |"
    assert row in SAMPLE.markdown
    assert "| The bridge | none | 0 |" in SAMPLE.markdown
    assert row.strip("| ") in plain(SAMPLE.tree)
    letter = html.document_fromstring(page(SAMPLE.tree, "Quays", "en"))
    assert SHOWN[1].words in letter.xpath("//td/text()")
    assert not letter.xpath("//img")


def test_in_a_note_of_a_word_file_it_is_words():
    tree = Tree((Paragraph((NoteRef("a"),)), Heading(2, (SHOWN[0],))), (Note("a", (Paragraph((SHOWN[1],)),)),))
    data = written("docx", Composition("", tree, FULL))
    assert SHOWN[1].words in found(xml(data, "word/footnotes.xml"), "string(.)")
    assert len(drawings(data)) == 1


@pytest.mark.parametrize("name", ["docx", "html", "pdf", "md"])
def test_proof_reads_the_same_with_charts_as_without(name):
    bare = composition(replace(FULL, weeks=()))
    with_, without = map(format_named(name).read, (sample(name), written(name, bare)))
    assert [(one.words, one.note) for one in with_.claims] == [(one.words, one.note) for one in without.claims]
    assert [one.words for one in with_.prose if "Articles that match" not in one.words] == [
        one.words for one in without.prose
    ]


def test_libreoffice_saves_it_as_it_is(tmp_path):
    data = sample("docx")
    saved = through_office(data, tmp_path)
    form = format_named("docx")
    assert [(one.excerpt, one.words) for one in form.read(saved).claims] == [
        (one.excerpt, one.words) for one in form.read(data).claims
    ]
    assert [one.find(f"{DRAWING}docPr").get("descr") for one in drawings(saved)] == [each.alternative for each in SHOWN]
    assert outline(saved).parts == outline(data).parts


def test_another_week_is_tracked_and_the_old_picture_stands_as_its_alternative_text(tmp_path):
    later = composition(replace(FULL, weeks=(*FULL.weeks, Week(date(2026, 11, 23), (3, 1, 0)))))
    both = tracked(sample("docx"), written("docx", later), "desk")
    assert len(drawings(both)) == 2
    gone = [found(one, "string(.)") for one in found(xml(both), "//w:del[contains(., 'articles a week')]")]
    assert len(gone) == 2
    assert complaints(both, tmp_path / "both.docx") == []
    assert not found(xml(tracked(sample("docx"), sample("docx"), "desk")), "//w:ins | //w:del")


HOSTILE = {
    "no week": brief((), ()),
    "a week without an article": brief((0,)),
    "one week": brief((1,), (0,)),
    "forty topics of half a year": brief(*[tuple((topic * week) % 5 for week in range(26)) for topic in range(40)]),
    "huge numbers": brief((10**12, 1), (0, 0)),
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_whatever_was_counted_the_files_hold_together(made):
    whole = composition(made)
    data = written("docx", whole)
    assert sound(data)
    wanted = sum(any(week.counts[at] for week in made.weeks) for at in range(len(made.sections)))
    assert len(drawings(data)) == written("html", whole).count(b"<img ") == wanted
    assert ("Articles a week" in whole.markdown) == bool(made.weeks)


def test_a_title_that_would_act_does_not():
    title = "<b>&\"'|\x0e\x13\x0f*x* [a](b) "
    made = replace(FULL, sections=(replace(FULL.sections[0], title=title), *FULL.sections[1:]))
    whole = composition(made)
    (first, _) = [each for each in within(whole.tree.blocks) if isinstance(each, Chart)]
    assert first.title == "<b>&\"'|���*x* [a](b)"
    assert drawings(written("docx", whole))[0].find(f"{DRAWING}docPr").get("descr") == first.alternative
    root = html.document_fromstring(written("html", whole).decode())
    assert root.xpath("//img/@alt")[0] == first.alternative
