"""What people and programs do to a Word file, each with what proof must find.

An edit is a function on an opened brief. `expected` are the findings that are not exact: each a kind and the number of
the excerpt it is about, 0 for words that are no excerpt's. Every excerpt without such a finding must be exact.
"""

import copy
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from briefgen.model.claim import Kind

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


Change = Callable[[Word], None]
Found = Sequence[tuple[Kind, int]]


@dataclass(frozen=True)
class Edit:
    """An edit, and what proof must find of it: also where no record is left to tell what was there before.

    `pending` are words that must be told of the changes it leaves, `remark` words of a remark on the file as a whole.
    """

    change: Change
    expected: Found
    unrecorded: Found
    pending: Sequence[str] = ()
    remark: str = ""


EDITS: dict[str, Edit] = {}


def edit(
    name: str,
    *expected: tuple[Kind, int],
    unrecorded: Found | None = None,
    pending: Sequence[str] = (),
    remark: str = "",
):
    def take(change: Change) -> Change:
        assert name not in EDITS
        EDITS[name] = Edit(change, expected, expected if unrecorded is None else unrecorded, pending, remark)
        return change

    return take


def altering(
    name: str,
    number: int,
    replace: Callable[[str], str],
    kind: Kind = Kind.ALTERED,
    unrecorded: Found | None = None,
) -> None:
    """An edit of the words of one excerpt."""

    @edit(name, *([] if kind is Kind.EXACT else [(kind, number)]), unrecorded=unrecorded)
    def change(word: Word) -> None:
        element = word.words(number)
        before = element.text
        element.text = replace(before)
        assert element.text != before


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


@edit("nothing")
def _(word):
    pass


# What programs do to a file that nobody changed.


@edit("revision ids on every paragraph and run")
def _(word):
    for number, element in enumerate(word.find(".//w:p | .//w:r")):
        for name in ("rsidR", "rsidRPr", "rsidRDefault") if element.tag == w("p") else ("rsidRPr",):
            element.set(w(name), f"00A1{number:04X}")


@edit("a run for every word")
def _(word):
    for text in word.find(".//w:p[w:bookmarkStart]//w:t"):
        at = [match.end() for match in re.finditer(r"\s", text.text)]
        for place in reversed(at):
            split(text, place)


@edit("a run for every letter of one quotation")
def _(word):
    text = word.words(2)
    for place in range(len(text.text) - 1, 0, -1):
        split(text, place)


@edit("marks of the spelling checker")
def _(word):
    first, second = split(word.words(1), middle(word.words(1)))
    first.addprevious(fragment('<w:proofErr w:type="spellStart"/>'))
    first.addnext(fragment('<w:proofErr w:type="spellEnd"/>'))
    second.addnext(fragment('<w:proofErr w:type="gramEnd"/>'))


@edit("languages, breaks of rendered pages, and permissions")
def _(word):
    first, second = split(word.words(1), middle(word.words(1)))
    second.insert(0, fragment('<w:rPr><w:lang w:val="en-GB"/></w:rPr>'))
    second.insert(1, fragment("<w:lastRenderedPageBreak/>"))
    first.addprevious(fragment('<w:permStart w:id="7" w:edGrp="everyone"/>'))
    second.addnext(fragment('<w:permEnd w:id="7"/>'))


@edit("a smart tag around words")
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    tag = fragment('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"/>')
    first.addprevious(tag)
    tag.append(first)


@edit("a content control around words")
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    control = fragment('<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent/></w:sdt>')
    first.addprevious(control)
    control[-1].append(first)


@edit("a content control around a paragraph")
def _(word):
    control = fragment("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    paragraph = word.quotation(3)
    paragraph.addprevious(control)
    control[-1].append(paragraph)


@edit("custom markup around a paragraph")
def _(word):
    control = fragment('<w:customXml w:element="quotation"/>')
    paragraph = word.quotation(3)
    paragraph.addprevious(control)
    control.append(paragraph)


@edit("a link on words")
def _(word):
    first, _ = split(word.words(3), middle(word.words(3)))
    link = fragment('<w:hyperlink w:anchor="top"/>')
    first.addprevious(link)
    link.append(first)


@edit("a field whose result is words")
def _(word):
    first, _ = split(word.words(3), middle(word.words(3)))
    kinds = ("begin", "separate", "end")
    begin, separate, end = (fragment(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>') for kind in kinds)
    code = fragment('<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://quay.example" </w:instrText></w:r>')
    for each in (begin, code, separate):
        first.addprevious(each)
    first.addnext(end)


@edit("bold and italic words")
def _(word):
    first, _ = split(word.words(3), middle(word.words(3)))
    first.insert(0, fragment("<w:rPr><w:b/><w:i/></w:rPr>"))


@edit("a line broken by hand")
def _(word):
    first, second = split(word.words(2), middle(word.words(2)))
    first.find(w("t")).text = first.find(w("t")).text.rstrip()
    second.insert(0, fragment("<w:br/>"))


@edit("a quotation cut into two paragraphs")
def _(word):
    _, second = split(word.words(2), middle(word.words(2)))
    paragraph = word.quotation(2)
    rest = quote("")
    paragraph.addnext(rest)
    for each in [second, *second.itersiblings()]:
        rest.append(each)


@edit("bookmarks renamed as copies")
def _(word):
    for bookmark in word.find(".//w:bookmarkStart[starts-with(@w:name, 'bg_')]"):
        bookmark.set(w("name"), bookmark.get(w("name")) + "_Copy_1")


@edit("one bookmark lost")
def _(word):
    for each in word.find("w:bookmarkStart[starts-with(@w:name, 'bg_')]", word.quotation(2)):
        each.getparent().remove(each)


@edit("all bookmarks lost")
def _(word):
    for each in word.find(".//w:bookmarkStart | .//w:bookmarkEnd"):
        each.getparent().remove(each)


@edit("the record lost")
def _(word):
    for name in [name for name in word.parts if name.startswith("customXml/item")]:
        del word.parts[name]


@edit("the record and all bookmarks lost")
def _(word):
    EDITS["the record lost"].change(word)
    EDITS["all bookmarks lost"].change(word)


@edit("other styles, quotations as plain paragraphs")
def _(word):
    for each in word.find(".//w:pStyle[@w:val='Quote']"):
        each.set(w("val"), "BodyText")


@edit("quotations in a table")
def _(word):
    table = fragment("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>")
    paragraph, line = word.quotation(2), word.line(2)
    paragraph.addprevious(table)
    table[-1][0].extend([paragraph, line])


altering("two spaces for one", 2, lambda text: text.replace(" ", "  ", 3), Kind.EXACT)

# What people do that changes no words.


# LibreOffice mixes up notes when a comment has the id of a bookmark, so this one has an id of its own.
@edit("a comment on a quotation", pending=["Is this right?"])
def _(word):
    said = "<w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Is this right?</w:t></w:r></w:p>"
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="900" w:author="Bo Reed" w:initials="B">{said}</w:comment>'
    word.parts["word/comments.xml"] = f"{comments}</w:comments>".encode()
    relations = word.parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
    word.parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", relation).encode()
    types = word.parts["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    word.parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    held = word.words(2).getparent()
    held.addprevious(fragment('<w:commentRangeStart w:id="900"/>'))
    held.addnext(fragment('<w:r><w:commentReference w:id="900"/></w:r>'))
    held.addnext(fragment('<w:commentRangeEnd w:id="900"/>'))


@edit("a paragraph moved")
def _(word):
    for each in (word.quotation(2), word.quotation(2).getnext()):
        word.body.insert(1 if each.getprevious() is None else 2, each)


@edit("a paragraph moved, tracked", pending=["move"])
def _(word):
    paragraph = word.quotation(2)
    moved = copy.deepcopy(paragraph)
    note = copy.deepcopy(word.note(2))
    note.set(w("id"), "81")
    word.notes.append(note)
    word.find(".//w:footnoteReference", moved)[0].set(w("id"), "81")
    for each in word.find("w:bookmarkStart | w:bookmarkEnd", paragraph):
        paragraph.remove(each)
    for place, kind in ((paragraph, "moveFrom"), (moved, "moveTo")):
        properties = place.find(w("pPr"))
        mark = fragment("<w:rPr/>")
        mark.append(tracked(kind))
        properties.append(mark)
        change = tracked(kind)
        for each in [each for each in place if each is not properties and each.tag == w("r")]:
            change.append(each)
        place.append(change)
        if kind == "moveTo":
            edges = word.find("w:bookmarkStart | w:bookmarkEnd", place)
            place.insert(1, edges[0])
            place.append(edges[1])
    word.line(4).addnext(moved)


@edit("prose typed before and after")
def _(word):
    word.quotation(2).addprevious(prose("Nobody had expected this turn of events."))
    word.line(2).addnext(prose("It remains to be seen what follows."))


@edit("a remark added to a note")
def _(word):
    word.note(2).find(w("p")).append(run(" Emphasis added."))


# Words changed.

altering("a word changed", 2, lambda text: text.replace(" the ", " a ", 1))
altering("a word inserted at the start", 2, lambda text: f"Hardly {text}")
altering("a word inserted at the end", 2, lambda text: f"{text} Perhaps.")
altering("a word inserted inside", 2, lambda text: text.replace(" and ", " and never ", 1))
altering("the last word dropped", 2, lambda text: text.rpartition(" ")[0])
altering("the first word dropped", 2, lambda text: text.partition(" ")[2])
altering("a name changed", 3, lambda text: text.replace("Japan", "China", 1))
altering("a number changed", 4, lambda text: text.replace("23 July", "32 July"))
altering("a letter that looks the same", 2, lambda text: text.replace("a", "\u0430", 1))
altering("one full stop dropped", 3, lambda text: text.rstrip("."))
altering("words in capitals", 3, str.upper)
altering("one sentence of two dropped", 5, lambda text: text.partition(". ")[0] + ".")
altering("two words that changed places", 1, lambda text: text.replace("China, Russia", "Russia, China"))
altering("an omission that is marked", 2, lambda text: text.replace(" and ", " […] ", 1))
altering("everything replaced", 3, lambda _: MADE_UP, unrecorded=[(Kind.UNKNOWN, 0)])
altering("all but one word deleted", 3, lambda text: text.partition(" ")[0], unrecorded=[(Kind.ALTERED, 0)])
altering("a Cyrillic word changed", 12, lambda text: text.replace("против", "за"))
altering("straight marks for curly ones", 6, lambda text: text.replace("'", "’"), Kind.TYPOGRAPHY)
altering("a hyphen that does not break", 19, lambda text: text.replace("-", "\u2011"), Kind.TYPOGRAPHY)
altering(
    "a soft hyphen and a zero-width space", 2, lambda t: t[:3] + "\u00ad" + t[3:9] + "\u200b" + t[9:], Kind.TYPOGRAPHY
)


@edit("words typed before the bookmark", (Kind.ALTERED, 2))
def _(word):
    word.find("w:bookmarkStart", word.quotation(2))[0].addprevious(run("It is not true that "))


@edit("words typed after the bookmark", (Kind.ALTERED, 2))
def _(word):
    word.find("w:bookmarkEnd", word.quotation(2))[0].addnext(run(" This was denied."))


@edit("words typed behind the note", (Kind.ALTERED, 2))
def _(word):
    word.quotation(2).append(run(" This was denied."))


@edit("a tracked insertion inside", (Kind.ALTERED, 2), pending=["insertion not"])
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    first.addnext(tracked("ins", run("not ")))


@edit("a tracked deletion inside", (Kind.ALTERED, 2), pending=["deletion"])
def _(word):
    first, second = split(word.words(2), middle(word.words(2)))
    change = tracked("del")
    first.addprevious(change)
    change.extend(deleted([first]))
    assert second.find(w("t")).text


@edit("a word inserted and deleted again, tracked", pending=["deletion"])
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    first.addnext(tracked("ins", tracked("del", *deleted([run("never ")]))))


@edit("an insertion in another's insertion", (Kind.ALTERED, 3), pending=["insertion hardly"])
def _(word):
    first, _ = split(word.words(3), middle(word.words(3)))
    first.addnext(tracked("ins", run("hardly ")))


@edit("a paragraph mark deleted, tracked", (Kind.ALTERED, 2))
def _(word):
    mark = fragment("<w:rPr/>")
    mark.append(tracked("del"))
    word.quotation(2).find(w("pPr")).append(mark)


@edit("a paragraph mark deleted", (Kind.ALTERED, 2))
def _(word):
    line = word.line(2)
    word.quotation(2).extend(line.findall(w("r")))
    line.getparent().remove(line)


@edit("a hidden word inside")
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    first.addnext(run("secretly ", "<w:vanish/>"))


@edit("words made hidden", (Kind.ALTERED, 2))
def _(word):
    first, _ = split(word.words(2), middle(word.words(2)))
    first.insert(0, fragment("<w:rPr><w:vanish/></w:rPr>"))


@edit("two quotations altered", (Kind.ALTERED, 1), (Kind.ALTERED, 4))
def _(word):
    for number in (1, 4):
        word.words(number).text = word.words(number).text.replace("Russia", "Japan")


@edit("a word changed, the record lost", (Kind.ALTERED, 2))
def _(word):
    EDITS["the record lost"].change(word)
    EDITS["a word changed"].change(word)


@edit("a word changed, all bookmarks lost", (Kind.ALTERED, 2))
def _(word):
    EDITS["a word changed"].change(word)
    EDITS["all bookmarks lost"].change(word)


@edit("a word changed, the record and all bookmarks lost", (Kind.ALTERED, 2))
def _(word):
    EDITS["a word changed"].change(word)
    EDITS["the record and all bookmarks lost"].change(word)


# Quotations lost and found.


@edit("a quotation deleted", (Kind.MISSING, 2), unrecorded=[])
def _(word):
    for each in (word.line(2), word.quotation(2)):
        each.getparent().remove(each)


@edit("a quotation deleted, tracked", (Kind.MISSING, 2), unrecorded=[], pending=["deletion"])
def _(word):
    paragraph = word.quotation(2)
    change = tracked("del")
    change.extend(deleted(paragraph.findall(w("r"))))
    paragraph.append(change)


@edit("a quotation pasted elsewhere, without its bookmark")
def _(word):
    words = word.words(2).text
    word.line(4).addnext(prose(f"It said: “{words}” Nobody denied it."))


@edit("a quotation pasted twice, with its note")
def _(word):
    for number in ("81", "82"):
        again = copy.deepcopy(word.quotation(2))
        note = copy.deepcopy(word.note(2))
        note.set(w("id"), number)
        word.notes.append(note)
        word.find(".//w:footnoteReference", again)[0].set(w("id"), number)
        for each in word.find("w:bookmarkStart | w:bookmarkEnd", again):
            again.remove(each)
        word.line(4).addnext(again)


@edit("a part of a quotation in prose")
def _(word):
    part = " ".join(word.words(2).text.split()[2:12])
    word.line(4).addnext(prose(f"As it was put, “{part}” is what matters."))


@edit("a made-up block quotation", (Kind.UNKNOWN, 0))
def _(word):
    word.line(2).addnext(quote(f"<w:r><w:t>{MADE_UP}</w:t></w:r>"))


@edit("a made-up quotation in prose", (Kind.UNKNOWN, 0))
def _(word):
    word.line(2).addnext(prose(f"Then he spoke. “{MADE_UP}” So much for that."))


@edit("a made-up quotation in straight marks", (Kind.UNKNOWN, 0))
def _(word):
    word.line(2).addnext(prose(f'Then he spoke. "{MADE_UP}" So much for that.'))


@edit("a made-up quotation in a note", (Kind.UNKNOWN, 0))
def _(word):
    note = copy.deepcopy(word.note(2))
    note.set(w("id"), "77")
    for each in word.find(".//w:t", note):
        each.text = ""
    note.find(w("p")).append(run(f"He said “{MADE_UP}” later."))
    word.notes.append(note)
    paragraph = prose("A remark of the desk.")
    paragraph.append(fragment('<w:r><w:footnoteReference w:id="77"/></w:r>'))
    word.line(4).addnext(paragraph)


@edit("a made-up quotation in a table", (Kind.UNKNOWN, 0))
def _(word):
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    cell = f"<w:tr><w:tc><w:p><w:r><w:t>“{MADE_UP}”</w:t></w:r></w:p></w:tc></w:tr>"
    word.line(2).addnext(prose("A table."))
    word.line(2).getnext().addnext(fragment(f"<w:tbl>{grid}{cell}</w:tbl>"))


@edit("a made-up quotation in a text box", (Kind.UNKNOWN, 0))
def _(word):
    box = f"<w:txbxContent><w:p><w:r><w:t>“{MADE_UP}”</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox></v:shape>'
    paragraph = prose("A box.")
    paragraph.append(fragment(f"<w:r><w:pict>{shape}</w:pict></w:r>"))
    word.line(2).addnext(paragraph)


@edit("two words in quotation marks", (Kind.UNKNOWN, 0))
def _(word):
    word.line(2).addnext(prose("It is what some call a “turbid quay” and others do not."))


# Notes and lines.


@edit("another publisher in a note", (Kind.MISCITED, 2))
def _(word):
    for each in word.find(".//w:t", word.note(2)):
        each.text = each.text.replace("briefgen samples", "Reuters")


@edit("another title in a note", (Kind.MISCITED, 2), unrecorded=[])
def _(word):
    for each in word.find(".//w:t", word.note(2)):
        each.text = each.text.replace("half a century", "five centuries")


@edit("another paragraph in a note", (Kind.MISCITED, 2), unrecorded=[])
def _(word):
    for each in word.find(".//w:t", word.note(2)):
        each.text = re.sub(r"para\. \d+", "para. 77", each.text)


@edit("two notes swapped by their references", (Kind.MISCITED, 1), (Kind.MISCITED, 2))
def _(word):
    one, two = (word.find(".//w:footnoteReference", word.quotation(number))[0] for number in (1, 2))
    first, second = one.get(w("id")), two.get(w("id"))
    one.set(w("id"), second)
    two.set(w("id"), first)


@edit("two notes swapped by their words", (Kind.MISCITED, 1), (Kind.MISCITED, 2))
def _(word):
    one, two = word.note(1), word.note(2)
    first, second = one.get(w("id")), two.get(w("id"))
    one.set(w("id"), second)
    two.set(w("id"), first)


@edit("a reference deleted", (Kind.UNCITED, 2))
def _(word):
    (reference,) = word.find(".//w:footnoteReference", word.quotation(2))
    reference.getparent().getparent().remove(reference.getparent())


@edit("a note emptied", (Kind.UNCITED, 2))
def _(word):
    for each in word.find(".//w:t", word.note(2)):
        each.text = ""


@edit("another source in the line under a quotation", (Kind.MISCITED, 2))
def _(word):
    for each in word.find(".//w:t", word.line(2)):
        each.text = each.text.replace("briefgen samples", "Reuters")


@edit("the line under a quotation deleted")
def _(word):
    word.line(2).getparent().remove(word.line(2))


# A record that was tampered with.


def on_record(word: Word, change: Callable[[str], str]) -> None:
    for name, part in word.parts.items():
        if b"urn:briefgen:record" in part and name.startswith("customXml/item") and "Props" not in name:
            word.parts[name] = change(part.decode()).encode()


@edit("a span changed in the record", remark="has been changed")
def _(word):
    on_record(word, lambda record: re.sub(r'"start":(\d+)', lambda match: f'"start":{int(match[1]) + 1}', record))


@edit("a hash changed in the record", remark="has been changed")
def _(word):
    on_record(word, lambda record: re.sub(r'"document":"[0-9a-f]', '"document":"f', record))


@edit("no record at all in its place", remark="cannot be read")
def _(word):
    on_record(word, lambda record: re.sub(r">\{.*\}<", ">hello<", record, flags=re.DOTALL))


@edit("altered words in the file and in the record", (Kind.ALTERED, 2))
def _(word):
    words = word.words(2).text
    EDITS["a word changed"].change(word)
    changed = word.words(2).text
    on_record(word, lambda record: record.replace(words, changed))


@edit("altered words, and another span in the record", (Kind.ALTERED, 2), remark="has been changed")
def _(word):
    EDITS["the last word dropped"].change(word)
    EDITS["a span changed in the record"].change(word)
