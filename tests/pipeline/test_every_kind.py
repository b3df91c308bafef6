"""A brief on a folder with one source of each kind: every one is quoted, and a PDF by its page."""

import gzip
import json
import tarfile
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from pdf_files import pdf

from briefgen import config
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft

SAID = {
    "note.txt": "The harbour of Alder was dredged in May, said its pilot, and the deep water came back to the quay.",
    "note.md": "Two tugs left the harbour of Birch in June because nobody had paid their crews since the winter.",
    "page.html": "A ferry to the harbour of Cedar burned in July, and its captain brought all the passengers ashore.",
    "report.pdf": "Eleven cranes stand idle in the harbour of Damson, where the grain trade moved to the railway.",
    "memo.docx": "The harbour of Elder got a new lighthouse in August whose lamp is seen from forty miles away.",
    "letter.eml": "Customs officers at the harbour of Fir found a cargo of stolen bells under bags of onions.",
    "box.mbox/1": "Fishermen blocked the harbour of Gorse for three days over the price of diesel and of ice.",
    "feed.xml/1": "The harbour of Hazel froze in January for the first time since the great winter of the war.",
    "feed.json/1": "Swimmers may use the harbour of Ivy again now that the old sewer has been closed at last.",
    "table.csv/1": "A museum of knots opened at the harbour of Juniper with nine hundred ropes from every coast.",
    "lines.jsonl/1": "Engineers raised the wall of the harbour of Larch by a metre against the storms of spring.",
    "list.json/1": "The harbour of Maple sold its last steam dredger to a film company for a single coin.",
    "clips.zip/inner/note.txt": "Volunteers painted a boathouse in the harbour of Nettle and found a map of wrecks.",
    "all.tar/note.txt": "An owl nests in the signal tower of the harbour of Oak, which is therefore closed to ships.",
    "packed.txt.gz": "The harbour of Pine has more seals than sailors, according to a count by its schoolchildren.",
}


def mail(words):
    return f"From: Ada Quill <ada@port.example>\nTo: b@port.example\nMessage-ID: <1@a>\nSubject: News\n\n{words}\n"


def word(words):
    file, out = docx.Document(), BytesIO()
    file.add_heading("A lighthouse", 0)
    file.add_paragraph(words)
    file.save(out)
    return out.getvalue()


def archives(words):
    """A ZIP archive and a tar archive, each with one note in it."""
    zipped, tarred = BytesIO(), BytesIO()
    with ZipFile(zipped, "w") as archive:
        archive.writestr("inner/note.txt", words["clips.zip/inner/note.txt"])
    with tarfile.open(fileobj=tarred, mode="w") as archive:
        entry, data = tarfile.TarInfo("note.txt"), words["all.tar/note.txt"].encode()
        entry.size = len(data)
        archive.addfile(entry, BytesIO(data))
    return {"clips.zip": zipped.getvalue(), "all.tar": tarred.getvalue()}


def files(words):
    item = "<item><title>Frost</title><description>{}</description></item>"
    half = words["report.pdf"].index(" in the harbour")
    lines = [words["report.pdf"][:half], words["report.pdf"][half + 1 :]]
    first = [(72, 700, 11, "The first page speaks of nothing but weather.")]
    json_feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": words["feed.json/1"]}]}
    return {
        "note.txt": words["note.txt"],
        "note.md": f"# Tugs\n\n{words['note.md']}\n",
        "page.html": f"<!doctype html><html><body><h1>Fire</h1><p>{words['page.html']}</p></body></html>",
        "report.pdf": pdf([first, [(72, 700 - 14 * i, 11, line) for i, line in enumerate(lines)]]),
        "memo.docx": word(words["memo.docx"]),
        "letter.eml": mail(words["letter.eml"]),
        "box.mbox": f"From ada@port.example Tue Feb  7 09:12:00 2023\n{mail(words['box.mbox/1'])}",
        "feed.xml": f"<rss version='2.0'><channel>{item.format(words['feed.xml/1'])}</channel></rss>",
        "feed.json": json.dumps(json_feed),
        "table.csv": f"title,text\nKnots,{words['table.csv/1']}\n",
        "lines.jsonl": json.dumps({"text": words["lines.jsonl/1"]}) + "\n",
        "list.json": json.dumps([{"text": words["list.json/1"]}]),
        "packed.txt.gz": gzip.compress(words["packed.txt.gz"].encode()),
        **archives(words),
    }


@pytest.fixture
def settings(tmp_path):
    for name, data in files(SAID).items():
        path = tmp_path / "desk" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (tmp_path / "config").mkdir()
    path = tmp_path / "config" / "all.yaml"
    path.write_text("title: Harbours\nsources: ../desk\ntopics:\n  - {title: Harbours, about: [harbour], limit: 30}\n")
    return config.load(path)


def test_every_kind_is_quoted_and_a_pdf_by_its_page(settings):
    with open_desk(settings, date(2026, 11, 22)) as desk:
        assert desk.intake.skipped == ()
        brief, _, _ = draft(settings, date(2026, 11, 22), desk)
        paths = {each.document: each.path for each in desk.scope.appearances()}
    quoted = {paths[each.document].removeprefix("desk/"): each for each in brief.excerpts}
    assert {name: each.selector.exact for name, each in quoted.items()} == SAID
    assert {name: each.page for name, each in quoted.items() if each.page} == {"report.pdf": 2}
    assert any(citation.runs[-1].text.endswith(" 2.") for citation in brief.citations)
