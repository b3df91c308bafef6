"""What people do to the words, the notes and the record of a Word file."""

import copy
import re
from collections.abc import Callable

from editing import EDITS, altering, edit
from word_files import MADE_UP, Word, deleted, fragment, middle, prose, quote, run, split, tracked, w

from briefgen.model.claim import Kind

# Words changed.

altering("a word changed", 2, lambda text: text.replace(" the ", " a ", 1))
altering("a word inserted at the start", 2, lambda text: f"Hardly {text}")
altering("a word inserted at the end", 2, lambda text: f"{text} Perhaps.")
altering("a word inserted inside", 2, lambda text: text.replace(" and ", " and never ", 1))
altering("the last word dropped", 2, lambda text: text.rpartition(" ")[0])
altering("the first word dropped", 2, lambda text: text.partition(" ")[2])
altering("a name changed", 3, lambda text: text.replace("Tokyo", "Osaka", 1))
altering("a number changed", 17, lambda text: text.replace("22 March", "32 March"))
altering("a letter that looks the same", 2, lambda text: text.replace("a", "\u0430", 1))
altering("one full stop dropped", 3, lambda text: text.rstrip("."))
altering("words in capitals", 3, str.upper)
altering("one sentence of two dropped", 7, lambda text: text.partition(". ")[0] + ".")
altering("two words that changed places", 1, lambda text: text.replace("China, Russia", "Russia, China"))
altering("an omission that is marked", 2, lambda text: text.replace(" and ", " […] ", 1))
altering("everything replaced", 3, lambda _: MADE_UP, unrecorded=[(Kind.UNKNOWN, 0)])
altering("all but one word deleted", 3, lambda text: text.partition(" ")[0], unrecorded=[(Kind.ALTERED, 0)])
altering("a Cyrillic word changed", 6, lambda text: text.replace("не направлены", "направлены"))
altering("straight marks for curly ones", 9, lambda text: text.replace("'", "’"), Kind.TYPOGRAPHY)
altering("an apostrophe that leans the other way", 19, lambda text: text.replace("'", "‘"), Kind.TYPOGRAPHY)
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


@edit("two quotations altered", (Kind.ALTERED, 1), (Kind.ALTERED, 5))
def _(word):
    for number in (1, 5):
        word.words(number).text = word.words(number).text.replace("Russia", "Osaka")


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
