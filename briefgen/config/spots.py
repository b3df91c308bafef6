"""Where in a text file something stands, as editors count lines and columns."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|\r|\n")
_IN_SINGLE = re.compile("''|.", re.DOTALL)
_IN_DOUBLE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key or a value stands; `written` is how, for a value of one line that is no block."""

    line: int
    column: int
    written: str = ""
    style: str = ""

    def column_of(self, n: int) -> int:
        """Give the column of the value's `n`th character (from 1); for a value of several lines, of its beginning."""
        if not self.written:
            return self.column
        if not self.style:
            return self.column + n - 1
        characters = (_IN_SINGLE if self.style == "'" else _IN_DOUBLE).finditer(self.written, 1, len(self.written) - 1)
        starts = [character.start() for character in characters]
        return self.column + (starts[n - 1] if n <= len(starts) else len(self.written) - 1)


class Lines:
    """The lines of a text; PyYAML's own count also breaks them at NEL, LS and PS, which editors do not."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """Give the line and the column, from 1, of the character at `index`."""
        index = min(index, len(self._text))
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def spot(self, start: int, end: int, style: str) -> Spot:
        """Give the spot of what is written from `start` to `end`; `style` is its quotation mark, | for a block."""
        line, column = self.at(start)
        one_line = style not in {"|", ">"} and self.at(end)[0] == line
        return Spot(line, column, self._text[start:end] if one_line else "", style)
