"""What programs do to a Word file that nobody changed, and people that change no words."""

import copy
import re

from editing import EDITS, altering, edit
from word_files import W, fragment, middle, prose, quote, run, split, tracked, w

from briefgen.model.claim import Kind


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
