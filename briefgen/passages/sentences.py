"""Whole sentences of a text.

A search finds each mark that may end a sentence, with the closing quotes, brackets and note numbers that belong to it
(`stops`); rules then look at the words on either side: `spaced` and `full_stops` where white space follows, `unspaced`
for scripts without it, `joined` where it was lost, `enumerations` for marks of list items. Every decision is local, so
an unbalanced quotation mark can swallow nothing; only quotations in « », „ “ and East Asian marks that are closed again
soon are kept whole. English quotations are cut between their sentences, as the treebanks cut them.

The rules are ours, and not sentencex with repairs, because they score higher on each treebank and are fast enough.
Boundary F1 by `benchmarks/sentences.py`, which says how it is counted:

                      briefgen   sentencex 1.0.32   pySBD 0.3.4
    English EWT           .856               .844          .837
    English GUM           .949               .929          .915
    English PUD           .999               .998          .998
    Japanese GSD         1.000               .999          .998
    Korean Kaist         1.000              1.000         1.000
    Korean PUD            .999               .478          .995
    Chinese GSD           .997               .925          .990
    Chinese PUD          1.000               .998          .990
    Russian Taiga         .770               .583          .613
    Russian PUD           .999               .992          .992
    golden rules      39 of 39           38 of 39      38 of 39   (English, those that are no inline lists)
    MB/s                  4-14               9-35         .1-.4
"""

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
    """Give the places between which the sentences stand, white space at their edges included."""
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
    """Give where the sentence ends, if it ends at this stop."""
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
    """Give where the sentence ends at dots with spaces between them.

    Three are an omission. Four before a capital are an omission and a full stop: "the end. . . . Then" has the full
    stop first, "with a period . . . . Then" has it last (The Chicago Manual of Style, 17th ed., 13.53).
    """
    if stop.mark.count(".") < 4 or not stop.ahead().word[:1].isupper():
        return None
    return stop.start + 1 if stop.character_before and not stop.character_before.isspace() else stop.next
