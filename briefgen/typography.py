"""Words without their typography: the one definition of a difference that is no difference in words.

Two texts are the same but for typography when their plain forms are equal. Plain form has one quotation mark for all of
them and no white space around it, one dash likewise, three full stops for an ellipsis, one space for any white space,
letters composed with their accents (NFC), and no soft hyphens or characters without a width. Hyphens stay: "re-sign" is
another word than "resign". Case stays, and so do marks that turn the order of letters.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.letters import ACCENTS, STILL
from briefgen.text import display

_MARKS = (
    "\"'`\u00b4\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\u301d-\u301f"
    "\uff02\uff07\u02bc\u05f3\u05f4"
)
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_BLANK = rf"[\s{STILL}]*"
_SIGNS = (
    rf"[{_MARKS}](?:{_BLANK}[{_MARKS}])*{_BLANK}"
    rf"|[{_DASHES}](?:{_BLANK}[{_DASHES}])*{_BLANK}"
    rf"|(?:(?:\.{_BLANK}){{0,2}}\u2026|\.{_BLANK}\.{_BLANK}\.)(?:{_BLANK}[.\u2026])*{_BLANK}"
)
# One space before a sign is taken up by `plain`: a pattern that may begin with it would be tried at every space.
_SPECIAL = re.compile(
    rf"(?P<sign>{_SIGNS})"
    rf"|(?P<accents>(?:[{STILL}]*[{ACCENTS}]){{1,20}})"
    rf"|(?P<blank>(?:[^\S ]|[{STILL}]| (?=[\s{STILL}])){_BLANK})(?P<late>{_SIGNS})?"
)
# A text without double spaces can only have something special in such runs; a class alone is looked for much faster.
_ANY = rf"\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000.\u2026{_MARKS}{_DASHES}{STILL}{ACCENTS}"
_RUN = re.compile(f"[{_ANY}][{_ANY} ]*")
_DASH, _DOTS = re.compile(f"[{_DASHES}]"), re.compile(r"[.\u2026]")
_HIDDEN = re.compile(f"[{STILL}]+")
_OPENS = re.compile(r"(?<![^\s(\[{“‘–—-])\"")
_DOUBLE = re.compile("“([^“”]*)”|[“”]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_STRAIGHT = re.compile(r"(?<![\w’])'(?=\S)([^']*)(?<=\S)'(?!\w)")
SINGLE = re.compile(r"‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")
"""Words between single quotation marks; an apostrophe among them ends nothing."""
_OUTERMOST = re.compile(rf"“[^“”]*”|{SINGLE.pattern}")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain form, with the way back.

    `origins` are pairs of offsets, in the plain text and in the original: the beginning of both, then by turns where a
    part of the original begins that is said in another way, and where it ends.
    """

    text: str
    origins: tuple[tuple[int, int], ...]

    def start(self, at: int) -> int:
        """Give the offset in the original of what begins at an offset in the plain text."""
        place = bisect_right(self.origins, (at, float("inf"))) - 1
        plain, original = self.origins[place]
        return original if place % 2 else original + at - plain

    def end(self, at: int) -> int:
        """Give the offset in the original of what ends at an offset in the plain text."""
        place = bisect_left(self.origins, (at, -1.0)) - 1
        plain, original = self.origins[max(place, 0)]
        return self.origins[place + 1][1] if place % 2 and place > 0 else original + at - plain


def plain(text: str) -> Plain:
    """Give `text` in plain form."""
    parts: list[str] = []
    origins = [(0, 0)]
    length = done = 0
    for match in _specials(text):
        start, end = match.span()
        sign = match["sign"] or match["late"]
        if match["accents"]:
            start = max(start - 1, done)
            said = unicodedata.normalize("NFC", _HIDDEN.sub("", text[start:end]))
        else:
            said = _said(sign) if sign else " " * any(map(str.isspace, match.group()))
            start -= said != "" and start > done and text[start - 1] == " "
        parts += (text[done:start], said)
        length += start - done
        # The edges of what stands for something else are those of the original.
        origins += ((length, start), (length + len(said), end))
        length, done = length + len(said), end
    parts.append(text[done:])
    return Plain("".join(parts), tuple(origins))


def quoted(words: str) -> str:
    """Give words between double quotation marks."""
    return f"“{inner(display(words))}”"


def outer(words: str) -> str:
    """Give words as they stand without marks around them: what they quote has double marks, all of them curly."""
    return _OUTERMOST.sub(lambda each: each[0] if each[1] is None else quoted(each[1]), curly(words))


def inner(words: str) -> str:
    """Give words as they stand between double quotation marks.

    Their double marks become single, and single marks within those double (Chicago 17, 13.30); straight marks become
    curly first.
    """
    return _DOUBLE.sub(_single, curly(words))


def _single(double: re.Match[str]) -> str:
    if double[1] is None:  # a mark without its other half
        return "‘" if double[0] == "“" else "’"
    return "‘" + SINGLE.sub(r"“\1”", double[1]) + "’"


def curly(words: str) -> str:
    """Give words with their straight marks made curly; a single one that opens nothing is an apostrophe."""
    words = _OPENS.sub("“", words).replace('"', "”")
    return _STRAIGHT.sub(r"‘\1’", _APOSTROPHE.sub("’", words)).replace("'", "’")


def _specials(text: str) -> Iterator[re.Match[str]]:
    if "  " in text:
        yield from _SPECIAL.finditer(text)
        return
    for run in _RUN.finditer(text):
        yield from _SPECIAL.finditer(text, *run.span())


def _said(sign: str) -> str:
    if _DASH.match(sign):
        return "-"
    # A full stop beside an ellipsis is one of its dots: four dots in a row are that too.
    return "." * (sign.count(".") + 3 * sign.count("\u2026")) if _DOTS.match(sign) else "'"
