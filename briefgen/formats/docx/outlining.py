"""A Word file as a person edits it: its parts by their headings, its prose, and the excerpts in their order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.formats.docx.blocks import GROUPS
from briefgen.formats.docx.claims import bookmarked
from briefgen.formats.docx.found import Found, claim
from briefgen.formats.docx.names import style_key
from briefgen.formats.docx.noted import Note as Read
from briefgen.formats.docx.noted import noted
from briefgen.formats.docx.numbering import Numbering, depth_of, paragraph_of
from briefgen.formats.docx.opened import BODY, Opened, open_file
from briefgen.formats.docx.page import Page
from briefgen.formats.docx.pending import pending
from briefgen.formats.docx.pieces import Node
from briefgen.formats.docx.reading import record
from briefgen.formats.docx.relations import relations
from briefgen.formats.docx.roles import QUOTING, Role
from briefgen.formats.docx.telling import Telling
from briefgen.model.outline import Form, Other, Outline, Part, Standing, Told
from briefgen.model.tree import Note, Paragraph

_BOX, _BOX_HEADING = (style_key(name) for name in GROUPS["box"])
_CODE = style_key("Code")
_PICTURES = ("{*}drawing", "{*}pict", "{*}object")
_ABSENT = ("{*}del", "{*}moveFrom", "{*}Fallback")


def outline(data: bytes) -> Outline:
    """Give the parts of a Word file, read as if every change were accepted.

    Prose is what a reader takes for running text, and all that stands in our boxes; an excerpt is what a bookmark of
    ours is around. Notes that belong to no excerpt have labels: "1", "2" and so on. Raises UnreadableError.
    """
    file = open_file(data)
    notes = noted(file)
    page = Page(BODY, file.body, file.sheet)
    ours = tuple(bookmarked(page))
    outlining = _Outlining(file, page, ours, notes)
    pages = [page, *(Page(key, file.notes[key], file.sheet, note.mark) for key, note in notes.items())]
    return Outline(
        outlining.parts(),
        outlining.notes(),
        pending(pages, file.remarks),
        record(file.archive),
        sum(map(_is_picture, file.roots[file.main].iter(*_PICTURES))),
    )


def _is_picture(drawn: Node) -> bool:
    """Say whether what is drawn is a picture that stands: no text box, none that is removed, none for old programs."""
    return drawn.find(".//{*}txbxContent") is None and next(drawn.iterancestors(*_ABSENT), None) is None


def _in_rows(items: Iterable[Told | Standing | Other]) -> Iterator[Told | Standing | Other]:
    """Make one of what stands in one row of a table: a person changes rows, and one cell says little."""
    last: Told | Standing | Other | None = None
    for item in items:
        if isinstance(last, Other) and isinstance(item, Other) and last.place == item.place:
            last = Other(f"{last.words} | {item.words}", last.place)
        else:
            if last is not None:
                yield last
            last = item
    if last is not None:
        yield last


@dataclass(frozen=True, slots=True)
class _Head:
    words: str
    level: int


class _Outlining:
    """One file, paragraph by paragraph."""

    def __init__(self, file: Opened, page: Page, ours: tuple[Found, ...], notes: Mapping[str, Read]) -> None:
        self._file, self._page, self._notes = file, page, notes
        self._first = {one.at: one for one in reversed(ours)}
        self._quoted = {at for one in ours for at in range(one.at, page.at(max(one.end - 1, one.start)) + 1)}
        self._boxes = {self._table(at) for at in range(len(page.words)) if self._keys(at) & {_BOX, _BOX_HEADING}} - {0}
        self._lines = {one.line for one in ours if one.line is not None}
        taken = {one.note for one in ours}
        self._labels = {key: str(number) for number, key in enumerate((k for k in notes if k not in taken), start=1)}
        self._telling = Telling(file.sheet, file.relations)
        lists = next((one.target for one in file.relations if one.kind == "numbering" and not one.is_external), "")
        self._numbering = Numbering(file.archive.xml(lists) if lists else None)

    def parts(self) -> tuple[Part, ...]:
        made: list[Part] = []
        head, items = _Head("", 0), list[Told | Standing | Other]()
        for at, words in enumerate(self._page.words):
            if not words:
                continue
            if (found := self._head(at)) is not None:
                made.append(Part(head.words, head.level, tuple(items)))
                head, items = found, []
            else:
                items += self._items(at)
        parts = (*made, Part(head.words, head.level, tuple(items)))
        return tuple(replace(part, items=tuple(_in_rows(part.items))) for part in parts)

    def notes(self) -> tuple[Note, ...]:
        """Give the notes that no excerpt has, each a paragraph a block."""
        return tuple(Note(label, tuple(self._note(key))) for key, label in self._labels.items())

    def _note(self, key: str) -> Iterator[Paragraph]:
        story = self._file.notes[key]
        telling = Telling(self._file.sheet, relations(self._file.archive, self._file.parts[key]))
        for one in story.paragraphs:
            if story.text[one.start : one.end].strip():
                yield Paragraph(telling.tell(story, one.start, one.end, lambda _: ""))

    def _table(self, at: int) -> int:
        return self._page.story.paragraphs[at].forms[0].table

    def _keys(self, at: int) -> frozenset[str]:
        return self._file.sheet.of(self._page.story.paragraphs[at].forms[0]).keys

    def _head(self, at: int) -> _Head | None:
        if self._page.roles[at] is not Role.HEADING or at in self._quoted:
            return None
        style = self._file.sheet.of(self._page.story.paragraphs[at].forms[0])
        levels = [int(key[-1]) for key in style.keys if key.startswith("heading") and key[-1].isdecimal()]
        outlined = int(style.form.outline) + 1 if style.form.outline.isdecimal() else 0
        return _Head(self._page.words[at], min(levels, default=outlined))

    def _items(self, at: int) -> Iterator[Told | Standing | Other]:
        page, words, place = self._page, self._page.words[at], self._page.place(at)
        if at in self._first:
            said = claim(self._first[at], page, self._notes)
            yield Standing(said.excerpt, said.words, said.note, said.line, place)
        elif at in self._quoted or at in self._lines:
            return
        elif form := self._form(at):
            yield self._told(at, form)
        else:
            yield Other(words, place)

    def _form(self, at: int) -> Form | None:
        """Say what a paragraph of prose is; None for what is no prose."""
        page, keys, is_box = self._page, self._keys(at), self._table(at) in self._boxes
        if page.story.paragraphs[at].is_contents or at in page.translations:
            return None
        if _BOX_HEADING in keys and is_box:
            return Form.HEADING
        if _CODE in keys:
            return Form.CODE
        if page.roles[at] in QUOTING:
            return Form.QUOTE
        if page.roles[at] is Role.PROSE or (page.roles[at] is Role.CELL and is_box):
            listed = self._file.sheet.of(page.story.paragraphs[at].forms[0]).form.list
            return Form.ITEM if listed not in {"", "0"} else Form.PARAGRAPH
        return None

    def _told(self, at: int, form: Form) -> Told:
        story, stretch = self._page.story, self._page.story.paragraphs[at]
        children = self._telling.tell(story, stretch.start, stretch.end, lambda key: self._labels.get(key, ""))
        depth, ordered = 1 if form is Form.HEADING else 0, False
        if form is Form.ITEM:
            holds = story.holding(stretch.start, stretch.end)
            depth = depth_of(paragraph_of(holds[0].node)) if holds else 0
            ordered = self._numbering.is_ordered(self._file.sheet.of(stretch.forms[0]).form.list, depth)
        words = story.text[stretch.start : stretch.end] if form is Form.CODE else self._page.words[at]
        pointing = sum(one.note not in self._labels for one in story.referring(stretch.start, stretch.end))
        return Told(words, children, form, depth, ordered, self._page.place(at), pointing)
