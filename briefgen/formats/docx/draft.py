"""A Word file while it is being written: what its parts share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from briefgen.formats.docx.lists import Lists
from briefgen.formats.docx.notes import Marks
from briefgen.formats.docx.styles import Styles
from briefgen.model.tree import NoteRef, Quoted, Tree


class Draft:
    """What all parts of one file share: styles, lists, the marks of its notes, the excerpts that it prints.

    `languages` are those of excerpts (by id) and of printed translations (by their line) that are not the brief's own.
    """

    def __init__(self, styles: Styles, lists: Lists, tree: Tree, languages: Mapping[str, str]) -> None:
        self.styles, self.lists, self.languages = styles, lists, languages
        referred = {ref.label for ref in within(tree.blocks) if isinstance(ref, NoteRef)}
        self.notes = {note.label: note for note in tree.notes if note.label in referred}
        self.marks = Marks()
        printed = (thing for thing in within((tree.blocks, tuple(self.notes.values()))) if isinstance(thing, Quoted))
        self.printed = frozenset(quoted.excerpt for quoted in printed if quoted.occurrence == 1)
        self._bookmarks = 0

    def next_bookmark(self) -> int:
        """Give the next bookmark's number: they are unique in a file."""
        self._bookmarks += 1
        return self._bookmarks


@dataclass(frozen=True, slots=True)
class Part:
    """The part that is being written: the body or the notes. `relate` gives the relationship id of a link's address.

    Word has no notes of notes: within the notes, the mark of another is only shown.
    """

    draft: Draft
    relate: Callable[[str], str]
    is_notes: bool = False

    def style(self, name: str) -> str:
        """Give the id of a style."""
        return self.draft.styles.id(name)


def within(thing: object) -> Iterator[object]:
    """Walk a tree in the order in which it is printed."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from within(one)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from within(getattr(thing, field.name))
