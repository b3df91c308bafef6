"""Whole sentences of a text."""

from collections.abc import Iterator

from briefgen.model.place import Span
from briefgen.passages import joined, spaced, unspaced
from briefgen.passages.enumerations import item
from briefgen.passages.stops import STOP, Stop, stop_at
from briefgen.passages.unspaced import Shelters


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give the whole sentences of `text[start:end]` in order, as offsets into `text`.

    The spans have no white space at their edges and do not overlap; together they hold every other character of the
    range. A single line break is white space; a blank line ends a sentence, and so does a line that begins with a
    bullet. Nothing outside the range is looked at. The language is read off the script and the words themselves.
    """
    body = text[start:end]
    spans = []
    begin = 0
    for cut in _cuts(body):
        sentence = body[begin:cut]
        tight = sentence.strip()
        if tight:
            first = start + begin + len(sentence) - len(sentence.lstrip())
            spans.append(Span(first, first + len(tight)))
        begin = cut
    return tuple(spans)


def _cuts(text: str) -> Iterator[int]:
    begin = 0
    shelters = Shelters(text)
    for match in STOP.finditer(text):
        stop = stop_at(match, begin)
        cut = None if stop.mark and shelters.hold(stop) else _cut(stop)
        if cut is not None:
            yield cut
            begin = cut
    yield len(text)


def _cut(stop: Stop) -> int | None:
    if not stop.mark or stop.next == len(stop.text):
        return stop.next
    if " " in stop.mark or "\u00a0" in stop.mark:
        return _spaced_dots(stop)
    if stop.next == stop.end:
        return stop.end if unspaced.ends(stop) else joined.cut(stop)
    start = item(stop)
    if start is not None:
        return start
    return stop.next if spaced.ends(stop) else None


def _spaced_dots(stop: Stop) -> int | None:
    if stop.mark.count(".") < 4 or not stop.ahead().word[:1].isupper():
        return None
    return stop.start + 1 if stop.character_before and not stop.character_before.isspace() else stop.next
