"""Words within a paragraph, as runs, links, bookmarks and references to notes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from briefgen.addresses import safe_address
from briefgen.formats.docx import notes
from briefgen.formats.docx.draft import Part
from briefgen.formats.docx.elements import PLAIN, Element, Face, bookmarked, el, run, words
from briefgen.formats.printed.names import printing_name
from briefgen.model.tree import Chart, Code, Emphasis, Inline, LineBreak, Link, NoteRef, Quoted, Strong, Text
from briefgen.text import canonicalise

_WHITE = re.compile(r"[\t\n]+")


def inline(children: Iterable[Inline], part: Part, face: Face = PLAIN, *, linked: bool = False) -> list[Element]:
    """Give the elements of `children`; `linked` says that they stand within a link, where no other can begin."""
    return [made for child in children for made in _one(child, part, face, linked=linked)]


def _one(child: Inline, part: Part, face: Face, *, linked: bool) -> list[Element]:
    match child:
        case Text(text):
            said = _spoken_in(part.draft.languages.get(text, ""), face)
            made = [run(words(_WHITE.sub(" ", canonicalise(text))), face=said)]
        case Quoted(excerpt, occurrence, text):
            name = printing_name(excerpt, occurrence)
            said = _spoken_in(part.draft.languages.get(excerpt, ""), face)
            made = bookmarked(name, part.draft.next_bookmark(), [run(words(text), face=said)])
        case NoteRef(label):
            made = _refer(label, part)
        case Strong(children):
            made = inline(children, part, replace(face, bold=True), linked=linked)
        case Emphasis(children):
            made = inline(children, part, replace(face, italic=True), linked=linked)
        case Code(text):
            fixed = face if linked else replace(face, style=part.style("Inline Code"))
            made = [run(words(canonicalise(text)), face=fixed)]
        case LineBreak():
            made = [run(el("br"), face=face)]
        case Link(href, children):
            made = _link(href, children, part, face, linked=linked)
        case Chart(words=said_of):
            made = [run(part.draw(child, part.room) if part.draw else words(canonicalise(said_of)), face=face)]
    return made


def _spoken_in(language: str, face: Face) -> Face:
    return replace(face, language=language) if language else face


def _refer(label: str, part: Part) -> list[Element]:
    draft, style = part.draft, part.style(part.draft.place.reference)
    if part.is_notes or label not in draft.notes:
        return [run(words(canonicalise(draft.marks.shown(label))), face=Face(style))]
    mark, first = draft.marks.of(label)
    return notes.refer(mark, draft.place, style, draft.next_bookmark() if first else None)


def _link(href: str, children: tuple[Inline, ...], part: Part, face: Face, *, linked: bool) -> list[Element]:
    """Make a link; one that leads nowhere, or where a brief does not send its readers, is plain words."""
    if linked:
        return inline(children, part, face, linked=True)
    attributes: dict[str, str] = {}
    if href.startswith("#excerpt-"):
        excerpt = href.removeprefix("#excerpt-")
        if excerpt in part.draft.printed:
            attributes["anchor"] = printing_name(excerpt, 1)
    elif address := safe_address(href):
        attributes["r_id"] = part.relate(address)
    if not attributes:
        return inline(children, part, face)
    inner = inline(children, part, replace(face, style=part.style("Hyperlink")), linked=True)
    return [el("hyperlink", *inner, **attributes, history="1")]
