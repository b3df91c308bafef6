"""Excerpts whose bookmark was lost, as when a person typed or pasted them anew: they are known by their words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.model.outline import Form, Other, Outline, Standing, Told
from briefgen.model.record import Recorded
from briefgen.text import display


def recognised(outline: Outline, known: Sequence[Recorded]) -> Outline:
    """Give an outline in which block quotations with just the words of a known excerpt are that excerpt.

    One that stands somewhere with its bookmark is not looked for. Raises ValueError where no known excerpt is found at
    all: then the file is hardly one of this brief, and to take all for taken out would lose them.
    """
    bookmarked = {key for part in outline.parts for key in part.excerpts}
    rows = {display(row.words): row for row in known if row.excerpt not in bookmarked}
    parts = tuple(replace(part, items=tuple(_known(item, rows) for item in part.items)) for part in outline.parts)
    if known and not {key for part in parts for key in part.excerpts} & {row.excerpt for row in known}:
        raise ValueError("it holds none of the excerpts of this brief; is it one of its files?")
    return replace(outline, parts=parts)


def _known(item: Told | Standing | Other, rows: Mapping[str, Recorded]) -> Told | Standing | Other:
    row = rows.get(display(item.words)) if isinstance(item, Told) and item.form is Form.QUOTE else None
    return item if row is None else Standing(row.excerpt, display(row.words), display(row.note), row.line, item.place)
