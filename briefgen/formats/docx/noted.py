"""The notes of a Word file as its readers see them."""

from collections import Counter
from dataclasses import dataclass

from briefgen.formats.docx.opened import Opened
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader sees of a note: its mark and its words."""

    mark: str
    words: str

    @property
    def number(self) -> int:
        """The mark as a number, 0 where it is none."""
        return int(self.mark) if self.mark.isdecimal() and len(self.mark) < 10 else 0


NO_NOTE = Note("", "")


def noted(file: Opened) -> dict[str, Note]:
    """Give the notes in the order of their first references, under the keys by which references name them.

    Footnotes and endnotes are counted apart, as Word does.
    """
    counted: Counter[str] = Counter()
    notes = {}
    for key, shown in {one.note: one.shown for one in file.body.references}.items():
        if key in file.notes:
            kind = key.partition(" ")[0]
            counted[kind] += not shown
            notes[key] = Note(shown or str(counted[kind]), display(file.notes[key].text))
    return notes
