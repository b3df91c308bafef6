"""Notes as Word has them: where they stand, and how they are referred to.

Word counts notes by itself, in the order of their references; where its count would differ from the mark, the mark is
written out instead and Word leaves that note out of its count (ECMA-376 part 1, 17.11.14, `customMarkFollows`).
"""

from dataclasses import dataclass

from lxml import etree

from briefgen.formats.docx.elements import Element, Face, bookmarked, el, field, run, words
from briefgen.formats.docx.listing import LISTED
from briefgen.formats.docx.names import ENDNOTES, FOOTNOTES, MC, Kind, listed_note
from briefgen.formats.printed.marks import Mark

_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"
SEPARATORS = (-1, 0)
"""The ids of the two separator notes, as Word numbers them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where notes stand: what Word calls one ("footnote"), the kind of their part and the styles of note and mark."""

    tag: str
    kind: Kind
    text: str
    reference: str


PLACES = {
    "footnotes": Place("footnote", FOOTNOTES, "Footnote Text", "Footnote Reference"),
    "endnotes": Place("endnote", ENDNOTES, "Endnote Text", "Endnote Reference"),
    "list": Place(LISTED, ENDNOTES, "Endnote Text", "Endnote Reference"),
}


def refer(mark: Mark, place: Place, style: str, bookmark: int | None) -> list[Element]:
    """Refer to a note: first with the note itself, inside a bookmark of this id, later by a cross-reference.

    A note of a list is referred to by a link to it.
    """
    face, name = Face(style), f"_note_{mark.id}"  # the underscore tells Word to hide this bookmark
    if place.tag == LISTED:
        return [el("hyperlink", run(words(mark.shown), face=face), anchor=listed_note(mark.id), history=1)]
    if bookmark is None:
        return field(f"NOTEREF {name} \\f \\h", mark.shown, face)
    if mark.counted:
        sign = [el(f"{place.tag}Reference", id=mark.id)]
    else:  # letter by letter, since LibreOffice 7.4 shows a longer `w:t` a second time, behind the mark
        sign = [el(f"{place.tag}Reference", customMarkFollows=1, id=mark.id), *map(words, mark.shown)]
    return bookmarked(name, bookmark, [run(*sign, face=face)])


def own(mark: Mark, place: Place, style: str) -> list[Element]:
    """Give the mark at the head of the note itself."""
    sign = el(f"{place.tag}Ref") if mark.counted else _for_word(words(mark.shown))
    return [run(sign, face=Face(style)), run(words(" "))]


def _for_word(sign: Element) -> Element:
    """Show a written-out mark to Word alone: LibreOffice draws it by itself, and would show it twice.

    LibreOffice 7.4 takes the fallback, for it does not list Word 2013's namespace among those it knows.
    """
    made = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC, "w15": _WORD_2013})
    choice = etree.SubElement(made, f"{{{MC}}}Choice", Requires="w15")
    choice.append(sign)
    etree.SubElement(made, f"{{{MC}}}Fallback")
    return made


def separators(place: Place, style: str) -> list[Element]:
    """Make the two notes that hold the lines above notes (17.11.23): every notes part has them."""

    def separator(number: int, kind: str) -> Element:
        line = el("p", el("pPr", el("pStyle", val=style)), run(el(kind)))
        return el(place.tag, line, type=kind, id=number)

    first, second = SEPARATORS
    return [separator(first, "separator"), separator(second, "continuationSeparator")]
