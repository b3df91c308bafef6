"""What stands between quotation marks in running text, in any language.

Nothing here knows the language of a text: a mark is read by what it is and by what stands around it, so that one
paragraph may quote in several languages, and no apostrophe claims the rest of a paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.quotation.marks import PAIRS
from briefgen.quotation.pairing import Edges, fits, paired

__all__ = ["Edges", "Marked", "continued", "find", "is_pair", "within"]

_FAR = 4
"""Paragraphs at most that stand between one that a quotation is open in and one that closes it."""
_ALIKE = frozenset('"＂')
"""Marks that open and close with one sign."""
_DOUBLE = frozenset({"''", "‘‘", "’’"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks: half-open code-point offsets, the marks not included.

    `opener` and `closer` are the marks: a character each, or two single ones that stand for a double one. `closer` is
    empty where the quotation does not close; then `end` is the end of the text. `opener` is empty where it goes on from
    a paragraph before.
    """

    start: int
    end: int
    opener: str
    closer: str


def find(text: str) -> tuple[Marked, ...]:
    """Give the outermost quotations of one paragraph, in order, none within another; empty ones are left out.

    A mark that opens a quotation and is never closed claims all that follows: an edited file must not hide words by
    losing a mark, and a quotation of several paragraphs closes only in the last. A mark that closes what was never
    opened claims nothing. Takes time in proportion to the text.
    """
    pairs, opened = paired(text, [(0, len(text))])
    found: list[Marked] = []
    for opener, closer in sorted([*pairs, *((at, len(text)) for at in opened)]):
        is_outermost = not found or opener >= found[-1].end
        if is_outermost and text[opener + 1 : closer].strip():
            wide = int(_is_double(text, opener, closer))
            start, end = opener + 1 + wide, closer - wide
            found.append(Marked(start, end, text[opener:start], text[end : closer + 1]))
    return tuple(found)


def within(text: str, marked: Marked) -> tuple[Marked, ...]:
    """Give the quotation itself; where its straight mark opens again inside of it, the quotations there instead.

    Such a mark does not stand within itself: one that closes was lost, and how far its words go nobody can tell. For
    whoever asks whose words these are, not for whoever proves them.
    """
    if marked.opener not in _ALIKE:
        return (marked,)
    pairs, _ = paired(text, [(marked.start, marked.end)])
    same = sorted(each for each in pairs if text[each[0]] == marked.opener)
    inner = [each for at, each in enumerate(same) if at + 1 == len(same) or same[at + 1][0] > each[1]]
    return tuple(Marked(start + 1, end, text[start], text[end]) for start, end in inner) or (marked,)


def continued(texts: Sequence[str]) -> tuple[tuple[Marked, ...], ...]:
    """Give the quotations of paragraphs that follow one another: for each, as `find` does.

    What is open at the end of one goes on up to the mark that closes it in one of the next: whoever breaks a paragraph
    in two puts no marks at the break, and hides no words by it. No other quotation stands in between, and a mark at the
    beginning of a paragraph opens one anew.
    """
    found = [find(text) for text in texts]
    opener, between = "", list[int]()
    for at, text in enumerate(texts):
        if opener and not _opens(text, found[at]) and (rest := _rest(text, opener)):
            found[at] = rest
            for each in between:
                found[each] = (Marked(0, len(texts[each]), "", ""),) if texts[each].strip() else ()
        elif opener and not found[at] and len(between) < _FAR:
            between.append(at)
            continue
        is_open = found[at] and not found[at][-1].closer
        opener, between = found[at][-1].opener if is_open else "", []
    return tuple(found)


def _opens(text: str, found: Sequence[Marked]) -> bool:
    """Say whether a paragraph begins with a quotation."""
    return bool(found) and not text[: found[0].start - len(found[0].opener)].strip()


def _rest(text: str, opener: str) -> tuple[Marked, ...]:
    """Give the quotations of a paragraph that closes what was opened before it; nothing if it does not."""
    wide = len(opener)
    found = find(opener + text)
    if not found or found[0].start != wide or not found[0].closer:
        return ()
    moved = [replace(one, start=one.start - wide, end=one.end - wide) for one in found]
    return (replace(moved[0], opener=""), *moved[1:])


def _is_double(text: str, opener: int, closer: int) -> bool:
    """Say whether two single marks stand for a double one at both ends, as typewriters left them: ''so''."""
    return text[opener : opener + 2] in _DOUBLE and text[closer - 1 : closer + 1] in _DOUBLE and closer - opener > 3


def is_pair(before: str, after: str) -> bool:
    """Say whether these two are nothing but the marks around a quotation; one of them may have been straightened."""
    return before in PAIRS and len(after) == 1 and fits(before, after)
