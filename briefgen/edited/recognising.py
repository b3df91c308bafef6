"""What lost its bookmark or its style, as when a person typed or pasted it anew: it is known by its words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.model.outline import Form, Other, Outline, Standing, Told
from briefgen.model.record import Recorded
from briefgen.text import display

_Item = Told | Standing | Other


def recognised(outline: Outline, before: Outline, known: Sequence[Recorded]) -> Outline:
    """Give an outline in which block quotations with just the words of a known excerpt are that excerpt.

    One that stands somewhere with its bookmark is not looked for. The line under it goes with it, and what the template
    printed in `before` and is not there any more is known in whatever style it stands: it is no prose of a person's.
    Raises ValueError where no known excerpt is found at all: then the file is hardly one of this brief, and to take all
    for taken out would lose them.
    """
    bookmarked = {key for part in outline.parts for key in part.excerpts}
    rows = {display(row.words): row for row in known if row.excerpt not in bookmarked}
    missing = _printed(before) - _printed(outline)
    parts = tuple(replace(part, items=tuple(_known(part.items, rows, missing))) for part in outline.parts)
    if known and not {key for part in parts for key in part.excerpts} & {row.excerpt for row in known}:
        raise ValueError("it holds none of the excerpts of this brief; is it one of its files?")
    return replace(outline, parts=parts)


def _printed(outline: Outline) -> Counter[str]:
    return Counter(item.words for part in outline.parts for item in part.items if isinstance(item, Other))


def _known(items: Sequence[_Item], rows: Mapping[str, Recorded], missing: Counter[str]) -> Iterator[_Item]:
    line = ""
    for item in items:
        if not isinstance(item, Told):
            yield item
        elif item.form is Form.QUOTE and (row := rows.get(display(item.words))) is not None:
            line = display(row.line)
            yield Standing(row.excerpt, display(row.words), display(row.note), row.line, item.place)
            continue
        elif missing[item.words] > 0:
            missing[item.words] -= 1
            yield Other(item.words, item.place)
        elif not line or display(item.words) != line:
            yield item
        line = ""
