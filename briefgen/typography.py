"""Words without their typography: the one definition of a difference that is no difference in words.

Two texts are the same but for typography when their plain forms are equal. Plain form has one quotation mark for all of
them and no white space around it, one dash likewise, three full stops for an ellipsis, one space for any white space,
letters composed with their accents (NFC), and no soft hyphens or characters without a width. Hyphens stay: "re-sign" is
another word than "resign". Case stays.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_MARKS = (
    "\"'`\u00b4\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\u301d-\u301f"
    "\uff02\uff07\u02bc\u05f3\u05f4"
)
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_SPECIAL = re.compile(
    rf"(?P<nothing>[{_NOTHING}]+)"
    rf"|(?P<mark>[\s{_NOTHING}]*[{_MARKS}][\s{_NOTHING}{_MARKS}]*)"
    rf"|(?P<dash>[\s{_NOTHING}]*[{_DASHES}][\s{_NOTHING}{_DASHES}]*)"
    rf"|(?P<dots>[\s{_NOTHING}]*(?:\u2026|\.\s?\.\s?\.)[\s{_NOTHING}]*)"
    rf"|(?P<accent>\w[\u0300-\u036f\u3099\u309a]{1, 20})"
    rf"|(?P<space>[\s{_NOTHING}]+)"
)
_PLAIN = {"nothing": "", "mark": "'", "dash": "-", "dots": "...", "space": " "}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain form, with the way back: `origins` are pairs of offsets, in the plain text and in the original.

    From each pair on, until the next one, both run alike.
    """

    text: str
    origins: tuple[tuple[int, int], ...]

    def start(self, at: int) -> int:
        """Give the offset in the original of what begins at an offset in the plain text."""
        return self._origin(bisect_right(self.origins, (at, float("inf"))) - 1, at)

    def end(self, at: int) -> int:
        """Give the offset in the original of what ends at an offset in the plain text."""
        return self._origin(max(bisect_left(self.origins, (at, -1.0)) - 1, 0), at)

    def _origin(self, place: int, at: int) -> int:
        plain, original = self.origins[place]
        following = self.origins[place + 1][1] if place + 1 < len(self.origins) else None
        origin = original + at - plain
        return origin if following is None else min(origin, following)


def plain(text: str) -> Plain:
    """Give `text` in plain form."""
    parts: list[str] = []
    origins = [(0, 0)]
    length = done = 0
    for match in _SPECIAL.finditer(text):
        kind = match.lastgroup or ""
        said = unicodedata.normalize("NFC", match.group()) if kind == "accent" else _PLAIN[kind]
        if said == match.group():
            continue
        parts += (text[done : match.start()], said)
        length += match.start() - done
        # The edges of what stands for something else are those of the original.
        origins += ((length, match.start()), (length + len(said), match.end()))
        length, done = length + len(said), match.end()
    parts.append(text[done:])
    return Plain("".join(parts), tuple(origins))
