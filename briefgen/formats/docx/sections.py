"""How wide the text of a section is."""

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.lengths import twips
from briefgen.formats.docx.names import W
from briefgen.formats.docx.pieces import is_toggled

_LEAST, _GAP = 1440, 720
"""Twips: less room than the first is not laid out for; the second is between columns that do not say (17.6.4)."""


def text_width(section: Element) -> int:
    """Give the width between the margins of a section's pages, in twips."""
    margins = (_length(section.find(f"{{{W}}}pgMar"), side, 1418) for side in ("left", "right"))
    return max(int(_length(section.find(f"{{{W}}}pgSz"), "w", 11906) - sum(margins)), _LEAST)


def column_width(section: Element) -> int:
    """Give the width of the narrowest column of a section, in twips (ECMA-376 part 1, 17.6.4)."""
    width, columns = text_width(section), section.find(f"{{{W}}}cols")
    if columns is None:
        return width
    given = [_length(one, "w", width) for one in columns.iterfind(f"{{{W}}}col")]
    if given and not is_toggled(columns.get(f"{{{W}}}equalWidth", "1")):
        return max(int(min(given)), _LEAST)
    number = max(int(_length(columns, "num", 1)), 1)
    return max(int(width - (number - 1) * _length(columns, "space", _GAP)) // number, _LEAST)


def _length(element: Element | None, name: str, usual: float) -> float:
    return usual if element is None else twips(element.get(f"{{{W}}}{name}", ""), usual)
