"""Translations of excerpts: printed, labelled, in every format, and never claimed."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from briefgen.config import load
from briefgen.formats import format_named
from briefgen.model.translation import LABEL, Translation
from briefgen.pipeline.build import build
from briefgen.record import load as load_record

AS_OF = date(2026, 11, 22)
ARTICLE = """---
title: Hafen wieder offen
publisher: Hafenblatt
published: 2026-11-01
language: de
---
Der Hafen von Nordhafen wurde am Montag wieder geöffnet. Drei Fähren liefen aus. Die Kräne standen still.

Die Behörde zählte vierzehn Schiffe auf der Reede von Nordhafen.
"""
CONFIG = """title: The harbour
sources: clips
topics:
  - {title: Nordhafen, about: [Nordhafen]}
translations:
"""
TEXT = "The harbour reopened, and “Captain Bo Reed” counted 77 cranes."
LINE = f"{LABEL} (by the desk): {TEXT}"
ENTRY = f"  - {{document: clips/hafen.md, opens: Der Hafen von, text: '{TEXT}', by: the desk}}\n"


def built(folder, *entries: str):
    (folder / "clips").mkdir()
    (folder / "clips" / "hafen.md").write_text(ARTICLE, "utf-8")
    (folder / "brief.yaml").write_text(CONFIG + "".join(entries), "utf-8")
    settings = load(folder / "brief.yaml")
    return build(replace(settings, root=folder), AS_OF, folder / "out")


def file(done, suffix: str) -> bytes:
    return next(placed.path.read_bytes() for placed in done.placed if placed.path.suffix == suffix)


def test_it_stands_under_the_source_line_in_every_format(tmp_path):
    done = built(tmp_path, ENTRY)
    assert done.warnings == ()
    markdown = file(done, ".md").decode()
    assert f"Hafenblatt, 1 November 2026\n\n{LINE}\n\n> Die Behörde" in markdown
    word = ZipFile(BytesIO(file(done, ".docx"))).read("word/document.xml").decode()
    assert f'<w:pStyle w:val="Translation"/></w:pPr><w:r><w:t xml:space="preserve">{LINE}</w:t>' in word
    brief = load_record(file(done, ".json").decode())
    assert [each.translation for each in brief.excerpts] == [Translation(TEXT, "en", "the desk"), None]


@pytest.mark.parametrize("name", ["docx", "md", "json"])
def test_nothing_of_it_is_claimed_or_taken_for_the_desk_s_prose(tmp_path, name):
    form = format_named(name)
    read = form.read(file(built(tmp_path, ENTRY), form.suffix))
    assert [each.number for each in read.claims if each.number] == [1, 2]
    assert not any("Captain" in each.words + each.line for each in read.claims)
    assert not any("77" in each.words or "Captain" in each.words for each in read.prose)


def test_words_of_another_language_are_tagged_in_word(tmp_path):
    word = ZipFile(BytesIO(file(built(tmp_path, ENTRY.replace("by:", "language: ja, by:")), ".docx")))
    body = word.read("word/document.xml").decode()
    tag = '<w:r><w:rPr><w:lang w:val="{0}" w:eastAsia="{0}" w:bidi="{0}"/></w:rPr><w:t xml:space="preserve">{1}'
    assert tag.format("de-DE", "Die Behörde") in body
    assert tag.format("ja-JP", LABEL) in body
    assert body.count("w:lang ") == 3


@pytest.mark.parametrize(
    ("entry", "warning"),
    [
        ("opens: Der Hafen von Südhafen", "is not a sentence or three of hafen.md: these words do not stand there"),
        ("opens: Die Kräne standen", "is no excerpt of this brief"),
        ("exact: Der Hafen von Nordhafen wurde am Montag wieder geöffnet. Drei Fähren liefen aus.", "is no excerpt of"),
    ],
)
def test_one_that_has_no_place_is_told(tmp_path, entry, warning):
    done = built(tmp_path, f"  - {{document: hafen.md, {entry}, text: No}}\n")
    (told,) = done.warnings
    assert told.startswith("translation: “")
    assert warning in told
    assert LABEL not in file(done, ".md").decode()


def test_a_second_one_of_the_same_excerpt_is_told(tmp_path):
    done = built(tmp_path, ENTRY, ENTRY.replace("reopened", "closed"))
    assert done.warnings == ("translation: “Der Hafen von” has a translation already",)
    assert LINE in file(done, ".md").decode()
