"""A Word file while it is being written: what its parts share."""

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.lists import Lists
from briefgen.formats.docx.notes import Place
from briefgen.formats.docx.scripts import Scripts
from briefgen.formats.docx.styles import Styles
from briefgen.formats.printed.languages import foreign
from briefgen.formats.printed.marks import Marks
from briefgen.formats.printed.tongues import tongues
from briefgen.model.brief import Composition
from briefgen.model.tree import Chart, NoteRef, Quoted, within


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the list of contents has it: its level from 1, its words, and the bookmark around it."""

    level: int
    words: str
    bookmark: str


class Draft:
    """What all parts of one file share: styles, lists, the marks of its notes, the excerpts that it prints.

    `language` is the brief's; `languages` are those of excerpts (by id) and of translations (by their lines) that are
    not the brief's own. `place` is where the notes stand. Bookmarks have numbers above `taken`.
    `headings` are noted as they are printed; `scripts` tells of runs what their letters are.
    """

    def __init__(self, styles: Styles, lists: Lists, composition: Composition, place: Place, taken: int = 0) -> None:
        self.styles, self.lists, self.place = styles, lists, place
        self.language, self.languages = composition.brief.language, foreign(composition.brief)
        self.scripts = Scripts(styles, tongues(composition.brief))
        tree = composition.tree
        referred = {ref.label for ref in within(tree.blocks) if isinstance(ref, NoteRef)}
        self.notes = {note.label: note for note in tree.notes if note.label in referred}
        self.marks = Marks()
        printed = (thing for thing in within((tree.blocks, *self.notes.values())) if isinstance(thing, Quoted))
        self.printed = frozenset(quoted.excerpt for quoted in printed if quoted.occurrence == 1)
        self.headings: list[Entry] = []
        self._bookmarks = taken

    def note_heading(self, level: int, words: str) -> str:
        """Take a heading up for the list of contents; give the name of the bookmark around it, as Word names them."""
        name = f"_Toc{len(self.headings) + 1:08}"
        self.headings.append(Entry(level, words, name))
        return name

    def next_bookmark(self) -> int:
        """Give the next bookmark's number: they are unique in a file."""
        self._bookmarks += 1
        return self._bookmarks


@dataclass(frozen=True, slots=True)
class Part:
    """The part that is being written: the body or the notes. `relate` gives the relationship id of a link's address.

    `draw` gives a chart as a picture that is no wider than so many twips, `room` how wide one may be here. Word has no
    notes of notes: within the notes, the mark of another is only shown; and a chart is only said.
    """

    draft: Draft
    relate: Callable[[str], str]
    is_notes: bool = False
    draw: Callable[[Chart, int], Element] | None = None
    room: int = 0

    def style(self, name: str) -> str:
        """Give the id of a style."""
        return self.draft.styles.id(name)
