"""The names of printings: how a file tells which excerpt its words are, whatever the format.

In Word the name is that of a bookmark, in HTML the id of an element, in a PDF the title of one of its structure.
"""

import re

# LibreOffice renames the second of two bookmarks of one name to `…_Copy_1`: it is still a printing of that excerpt.
_NAME = re.compile(r"bg_([0-9A-Za-z]+)_(\d{1,9})(?:_Copy_\d+)?\Z")
_LONGEST = 40
"""So many characters has the name of a bookmark in Word."""


def printing_name(excerpt: str, occurrence: int) -> str:
    """Name one printing of an excerpt: letters, digits and underscores, at most 40.

    Raises ValueError for an excerpt's id that cannot stand in such a name.
    """
    name = f"bg_{excerpt}_{occurrence}"
    if len(name) > _LONGEST or not _NAME.match(name):
        raise ValueError(f"no printing can be named {name!r}")
    return name


def printing(name: str) -> tuple[str, int] | None:
    """Give the excerpt and the occurrence that a name tells of; None for any other name."""
    match = _NAME.match(name)
    return (match[1], int(match[2])) if match else None
