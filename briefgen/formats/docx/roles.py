"""What a paragraph of a Word file is to its readers, by its style and how it is set."""

from enum import IntEnum

from briefgen.formats.docx.blocks import GROUPS
from briefgen.formats.docx.defined import Sheet
from briefgen.formats.docx.lengths import twips
from briefgen.formats.docx.names import style_key
from briefgen.formats.docx.pieces import Form
from briefgen.formats.docx.story import Stretch
from briefgen.formats.docx.styles import ROLES


class Role(IntEnum):
    """What a paragraph is; where a deleted mark joins several, they are what comes first here."""

    QUOTE = 0
    INSET = 1
    PROSE = 2
    CELL = 3
    HEADING = 4
    SOURCE_LINE = 5
    APART = 6


QUOTING = frozenset({Role.QUOTE, Role.INSET})
"""The roles of block quotations: in a style for them, or set in from both margins."""

_QUOTES = frozenset({"quote", "intensequote", "blocktext", "blockquote", "blockquotation", "quotation", "quotations"})
"""The keys of the styles in which Word, LibreOffice and pandoc set block quotations."""
_SOURCE_LINE = style_key(ROLES["source-line"])
_BOX = style_key(GROUPS["box"][0])
_HEADINGS = frozenset({"heading", "title", "tocheading", *(f"heading{level}" for level in range(1, 10))})
_APART = frozenset(
    {style_key(name) for name in (*ROLES.values(), *(name for names in GROUPS.values() for name in names if name))}
    | {f"toc{level}" for level in range(1, 10)}
) - {_BOX}
_SET_IN = 300
"""Twips: how far a block quotation is set in from either margin, at least. Half of what Word's own style has."""


def role(paragraph: Stretch, sheet: Sheet) -> Role:
    """Give what a paragraph is."""
    return Role.APART if paragraph.is_contents else min(_role(form, sheet) for form in paragraph.forms)


def _role(given: Form, sheet: Sheet) -> Role:
    style = sheet.of(given)
    keys, form = style.keys, style.form
    if _SOURCE_LINE in keys:
        return Role.SOURCE_LINE
    if keys & _QUOTES:
        return Role.QUOTE
    if keys & _HEADINGS or form.outline in {"0", "1", "2", "3", "4", "5", "6", "7", "8"}:
        return Role.HEADING
    is_listed = form.list not in {"", "0"}
    if form.table:  # in our own boxes stand the words of the desk, and lists of what the program has counted
        return Role.PROSE if _BOX in keys and not is_listed else Role.CELL
    if keys & _APART:
        return Role.APART
    return Role.INSET if not is_listed and all(_is_inset(form, usual) for usual in sheet.usual) else Role.PROSE


def _is_inset(form: Form, usual: Form) -> bool:
    """Say whether a paragraph is set in on both sides, and from where paragraphs usually stand."""
    sides = ((form.left, usual.left), (form.right, usual.right))
    return all(twips(side) - max(twips(margin), 0) >= _SET_IN for side, margin in sides)
