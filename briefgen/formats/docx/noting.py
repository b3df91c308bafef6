"""Notes as they are printed: in the story of their own that Word has for them, or in a list at the end of the text."""

from dataclasses import replace

from briefgen.formats.docx.blocks import Setting, blocks
from briefgen.formats.docx.draft import Draft, Part
from briefgen.formats.docx.elements import Element, Face, bookmarked, paragraph, run, words
from briefgen.formats.docx.names import W, listed_note
from briefgen.formats.printed.languages import is_english


def noted(label: str, part: Part, setting: Setting) -> list[Element]:
    """Give the blocks of a note; the first is a paragraph, for its mark to stand in."""
    style = part.draft.place.text
    made = blocks(part.draft.notes[label].blocks, part, replace(setting, body=style))
    if not made or made[0].tag != f"{{{W}}}p":
        made.insert(0, paragraph(part.style(style)))
    return made


def note_list(draft: Draft, part: Part, setting: Setting) -> list[Element]:
    """Give the list of all notes, each behind its mark; a bookmark around the mark is where a reference leads."""
    made: list[Element] = []
    for label, mark in draft.marks:
        note = noted(label, part, setting)
        face = Face(part.style(draft.place.reference))
        sign = bookmarked(listed_note(mark.id), draft.next_bookmark(), [run(words(mark.shown), face=face)])
        note[0][1:1] = [*sign, run(words(" "))]
        made += note
    heading = [run(words("Notes"))] if is_english(draft.language) else []
    return [paragraph(part.style("Heading 1" if heading else "Rule"), heading), *made] if made else []
