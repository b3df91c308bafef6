"""A brief as a Word file that tests edit, and what they put into it."""

import copy
import zipfile
from collections.abc import Sequence
from io import BytesIO

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W, "r": "urn:briefgen:record"}
MAIN, NOTES = "word/document.xml", "word/footnotes.xml"
MADE_UP = "The minister said that every bridge would be closed before the winter came."
"""A quotation that no source holds."""


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Word:
    """A brief as a Word file, to be edited: its parts by name, and the trees of its body and its notes."""

    def __init__(self, data: bytes):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts[MAIN])[0]
        self.notes = etree.fromstring(self.parts[NOTES])

    def saved(self) -> bytes:
        """The file as Word saves it: notes numbered in the order of their references, none without a reference."""
        by_id = {note.get(w("id")): note for note in self.notes}
        kept = [note for note in self.notes if note.get(w("type"))]
        for number, reference in enumerate(self.find(".//w:footnoteReference"), start=1):
            kept.append(by_id[reference.get(w("id"))])
            for each in (reference, kept[-1]):
                each.set(w("id"), str(number))
        self.notes[:] = kept
        self.parts[MAIN] = etree.tostring(self.body.getparent())
        self.parts[NOTES] = etree.tostring(self.notes)
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return stream.getvalue()

    def find(self, path: str, root=None) -> list:
        return (self.body if root is None else root).xpath(path, namespaces=NAMES)

    def quotation(self, number: int):
        """The paragraph of an excerpt, by its number."""
        return self.find(".//w:p[w:bookmarkStart[starts-with(@w:name, 'bg_')]]")[number - 1]

    def words(self, number: int):
        """The element that holds an excerpt's words."""
        return self.find(".//w:t", self.quotation(number))[0]

    def line(self, number: int):
        """The paragraph under a quotation: its source line."""
        return self.quotation(number).getnext()

    def note(self, number: int):
        """The note of an excerpt."""
        (reference,) = self.find(".//w:footnoteReference", self.quotation(number))
        return self.find(f"w:footnote[@w:id='{reference.get(w('id'))}']", self.notes)[0]


def run(text: str, face: str = ""):
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return fragment(f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>')


def fragment(xml: str):
    return etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>')[0]


def tracked(kind: str, *inner):
    change = fragment(f'<w:{kind} w:id="9{kind == "ins"}1" w:author="Ada Quill" w:date="2026-11-23T09:00:00Z"/>')
    change.extend(inner)
    return change


def split(element, at: int) -> tuple:
    """Split the run of a w:t; give both runs."""
    first = element.getparent()
    second = copy.deepcopy(first)
    first.addnext(second)
    text = element.text
    element.text, second.find(w("t")).text = text[:at], text[at:]
    for each in (element, second.find(w("t"))):
        each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return first, second


def middle(element) -> int:
    """The offset of the word in the middle."""
    return element.text.index(" ", len(element.text) // 2) + 1


def quote(inner: str):
    return fragment(f'<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>{inner}</w:p>')


def prose(text: str):
    return fragment(f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>')


def deleted(runs: Sequence) -> Sequence:
    for each in runs:
        for text in each.iter(w("t")):
            text.tag = w("delText")
    return runs
