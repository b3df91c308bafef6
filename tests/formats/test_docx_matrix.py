"""Every template in every citation style, in a document of one of three houses: files hold together and say the same.

`python benchmarks/matrix.py` asks the validator, of each in every document.
"""

import itertools
from dataclasses import replace

import houses
import pytest
from test_docx_house import MINISTRY, sound

from briefgen import cite, compose, looks, markup
from briefgen.compose.sample import FULL
from briefgen.formats.docx import read, write
from briefgen.model.brief import Composition, Look

TEMPLATES = ("policy-brief", "weekly", "one-pager", "evidence-annex")
NOTES = ("footnotes", "endnotes", "list")


def cited(style):
    """The sample brief with its works cited in a style."""
    works = {row.appearance.document: row.appearance for row in FULL.sources}
    uses = [
        cite.Use(one.number, one.id, one.document, works[one.document].work, f"para. {one.paragraph}", "kran.txt")
        for one in FULL.excerpts
    ]
    found = cite.cite(uses, style)
    entries = dict(found.entries)
    rows = tuple(replace(row, entry=entries[row.appearance.document]) for row in FULL.sources)
    return replace(FULL, citations=found.citations, sources=rows, in_text=found.in_text)


def composition(template, style, root):
    brief = cited(style)
    markdown, tree = markup.finish(compose.compose(brief, template, looks.loader(root)))
    return Composition(markdown, tree, brief)


@pytest.fixture(scope="module")
def documents():
    """What is laid over a brief: a ministry's document, pandoc's, and the built-in one with a cover."""
    return {"ministry": MINISTRY, "institute": Look(houses.institute()), "own": Look(cover=True)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_holds_together_in_every_style(template, documents, tmp_path):
    turns = zip(cite.STYLES, itertools.cycle(documents.values()), itertools.cycle(reversed(NOTES)), strict=False)
    for style, look, notes in turns:
        made = composition(template, style, tmp_path)
        data = write(made, replace(look, notes=notes, contents=True))
        assert sound(data)
        claims = {one.excerpt: one for one in read(data).claims if one.excerpt}
        assert {key: one.words for key, one in claims.items()} == {one.id: one.text for one in FULL.excerpts}
        assert all(one.note for one in claims.values())
