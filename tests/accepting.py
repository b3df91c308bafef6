"""What Word makes of tracked changes, by its own rules: all accepted, or all rejected."""

import zipfile
from io import BytesIO

from lxml import etree
from word_files import w

from briefgen.formats.docx.opened import open_file


def resolved(data: bytes, keep: str, drop: str) -> bytes:
    """What Word makes of a file when all changes are accepted (keep: ins), or all rejected (keep: del)."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(held["word/document.xml"])
    joined = [one for one in root.iter(w("p")) if one.find(f"{w('pPr')}/{w('rPr')}/{w(drop)}") is not None]
    take_out(root, drop)
    let_stand(root, keep)
    for one in reversed(joined):
        following = one.getnext()
        assert following is not None, "the last mark of a story can be neither new nor gone"
        if following.tag == w("p"):
            at = 0 if following.find(w("pPr")) is None else 1
            following[at:at] = [child for child in one if child.tag != w("pPr")]
        one.getparent().remove(one)
    held["word/document.xml"] = etree.tostring(root)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in held.items():
            archive.writestr(name, part)
    return stream.getvalue()


def of_runs(root, change: str) -> list:
    return [one for one in root.iter(w(change)) if one.getparent().tag not in {w("rPr"), w("trPr")}]


def take_out(root, change: str) -> None:
    rows = [one for one in root.iter(w("tr")) if one.find(f"{w('trPr')}/{w(change)}") is not None]
    for one in (*rows, *of_runs(root, change)):
        one.getparent().remove(one)
    for one in [one for one in root.iter(w("tbl")) if one.find(w("tr")) is None]:
        one.getparent().remove(one)


def let_stand(root, change: str) -> None:
    for one in of_runs(root, change):
        for child in list(one):
            one.addprevious(child)
        one.getparent().remove(one)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for one in root.iter(w(name)):
            one.tag = w(plain)
    for one in [*root.iter(w("ins")), *root.iter(w("del"))]:
        one.getparent().remove(one)


def accepted(data: bytes) -> bytes:
    return resolved(data, "ins", "del")


def rejected(data: bytes) -> bytes:
    return resolved(data, "del", "ins")


def told(data: bytes) -> list[tuple[str, list[str]]]:
    """The paragraphs of a file in order, each with the words of the notes that it refers to."""
    file = open_file(data)
    story = file.body
    return [
        (
            story.text[one.start : one.end],
            [file.notes[each.note].text.strip() for each in story.referring(one.start, one.end)],
        )
        for one in story.paragraphs
    ]
