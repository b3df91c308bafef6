"""Footnotes added to a copy of a Word file. It may be any Word file, also one that briefgen never made."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.addresses import safe_address
from briefgen.formats.docx import notes, settings
from briefgen.formats.docx.elements import Element, Face, el, paragraph, run, words
from briefgen.formats.docx.names import HYPERLINK, SETTINGS, STYLES, W
from briefgen.formats.docx.opened import BODY, open_file
from briefgen.formats.docx.places import Places
from briefgen.formats.docx.revision import Revision
from briefgen.formats.docx.scripts import Scripts
from briefgen.formats.docx.styles import Styles
from briefgen.formats.printed.marks import Mark
from briefgen.formats.printed.tongues import Tongues
from briefgen.model.brief import Run
from briefgen.model.claim import Spot
from briefgen.quotation.marks import PAIRS
from briefgen.text import canonicalise

_CLOSING = re.escape("".join(sorted(set("".join(PAIRS.values())))))
_MARKED = re.compile(f"(?:[\u00a0\u202f]?[{_CLOSING}])*[.,،。、．，]?[{_CLOSING}]*")


@dataclass(frozen=True, slots=True)
class Missing:
    """A note that a file lacks: the spot whose words it is for, its own words, the language of the work it cites."""

    spot: Spot
    words: tuple[Run, ...]
    language: str = ""


def place(text: str, end: int) -> int:
    """Give the offset at which the mark of a note stands, for words that end at `end`.

    It stands after the quotation marks that close there and, as in English house style, after a full stop or a comma
    that follows at once (after the marks of The Chicago Manual of Style, 17th edition, 14.26).
    """
    found = _MARKED.match(text, end)
    return end if found is None else found.end()


def footnote(data: bytes, missing: Sequence[Missing]) -> bytes:
    """Give a copy of a Word file with a footnote for the words of each spot, its mark where `place` says.

    A spot's offsets are those of `open_file`. One in a note is passed over: Word has no notes of notes. Word numbers
    all notes by where they are referred to, and their ids then ascend in that order (see `put_in_order`). A mark is
    not put into a field or a content control that would not keep it, but behind.

    What the file says stays as it is otherwise, and every part that tells nothing of footnotes stays byte for byte.
    The same notes for the same file give the same bytes; without any the copy is the file itself. For a digital
    signature, see `Revision.save`. Who wants comments too adds them last (see `Revision.numbers`).

    Raises UnreadableError when the file cannot be read, or cannot be changed without breaking it.
    """
    file = open_file(data)
    marked = [(place(file.body.text, note.spot.end), note) for note in missing if note.spot.story == BODY]
    if not marked:
        return data
    revision = Revision(file)
    styles = Styles(revision.root(revision.part(STYLES, "styles")[0]))
    name = part(revision, styles)
    held, mark = revision.root(name), Face(styles.id("footnote reference"))
    numbers = revision.numbers(len(marked))
    relate = cache(lambda address: revision.relate(name, HYPERLINK, address, is_external=True))
    held.extend(_note(number, note, styles, relate) for number, (_, note) in zip(numbers, marked, strict=True))
    places = Places(file, [at for at, _ in marked])
    behind = [places.behind(at) for at, _ in marked]
    for number, element in reversed(list(zip(numbers, behind, strict=True))):
        element.addnext(run(el("footnoteReference", id=number), face=mark))
    put_in_order(file.roots[file.main], held)
    return revision.save()


def put_in_order(document: Element, held: Element, kind: str = "footnote") -> None:
    """Deal the ids of the notes out anew, so that they ascend in the order in which the notes are referred to.

    Word does so itself whenever it saves, and LibreOffice (7.4) pairs references and notes by their order alone. Where
    some are without the other already, or two have one id, nothing is done.
    """
    marks = list(document.iter(f"{{{W}}}{kind}Reference"))
    ids = [mark.get(f"{{{W}}}id", "") for mark in marks]
    noted = {note.get(f"{{{W}}}id"): note for note in held}
    if len(set(ids)) == len(ids) and all(key in noted and key.isdecimal() for key in ids):
        for mark, old, new in zip(marks, ids, sorted(ids, key=int), strict=True):
            noted[old].set(f"{{{W}}}id", new)
            mark.set(f"{{{W}}}id", new)


def part(revision: Revision, styles: Styles, kind: str = "footnote") -> str:
    """Give the name of the part of the notes. A new one has the lines above notes, and the settings name them."""
    tag = f"{kind}s"
    name, is_new = revision.part(notes.PLACES[tag].kind, tag)
    if is_new:
        revision.root(name).extend(notes.separators(notes.PLACES[tag], styles.id("Normal")))
        settings.separate(revision.root(revision.part(SETTINGS, "settings")[0]), notes.PLACES[tag])
    return name


def _note(number: int, note: Missing, styles: Styles, relate: Callable[[str], str]) -> Element:
    own = notes.own(Mark(number, "", counted=True), notes.PLACES["footnotes"], styles.id("footnote reference"))
    said = _said(note.words, styles, relate)
    made = el("footnote", paragraph(styles.id("footnote text"), [*own, *said]), id=number)
    Scripts(styles, Tongues(note.language)).tell([made])
    return made


def _said(runs: Sequence[Run], styles: Styles, relate: Callable[[str], str]) -> Iterator[Element]:
    """Give the words of a note; those that lead to an address of the web are a link to it."""
    for one in runs:
        address = safe_address(one.url)
        face = Face(styles.id("Hyperlink") if address else "", italic=one.italic)
        said = run(words(" ".join(re.split(r"[\t\n]+", canonicalise(one.text)))), face=face)
        yield el("hyperlink", said, r_id=relate(address), history=1) if address else said
