"""Comma-separated values as spreadsheets write them (RFC 4180, any delimiter), each cell with its place in the file."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_DELIMITERS = ",;\t"
_SPECIAL = re.compile('[",;\t\n]')


class Cell(NamedTuple):
    """A cell: its words, and where it begins (line and column from 1)."""

    words: str
    line: int
    column: int


class UnclosedError(ValueError):
    """A quotation mark that opens a cell and is never closed; it stands at `line` and `column`."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        super().__init__(f"{line}:{column}")


def rows(text: str) -> list[list[Cell]]:
    """Give the rows of `text` (canonical), those without words left out.

    The delimiter is a comma, a semicolon or a tab: the one that the first row holds most of, or that a first line
    `sep=;` names. A cell in quotation marks may hold line breaks. Raises UnclosedError.
    """
    named = re.match("sep=([,;\t])\n", text)
    start = named.end() if named else 0
    found = _Scanner(text, start, named[1] if named else delimiter(text)).rows()
    return [row for row in found if any(cell.words.strip() for cell in row)]


def line_of(words: Sequence[str]) -> str:
    """Give one row as text, comma-separated, with its line end; a spreadsheet takes none of it for a formula."""
    return ",".join(_quoted(_harmless(word)) for word in words) + "\r\n"


_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would take for a formula (OWASP, CSV injection), or such a cell as `line_of` writes it."""


def plain(words: str) -> str:
    """Give the words of a cell as they were before `line_of` made them harmless."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words, 1) else words


def _harmless(words: str) -> str:
    return f"'{words}" if _FORMULA.match(words) else words


def _quoted(words: str) -> str:
    quoted = words.replace('"', '""')
    return f'"{quoted}"' if re.search('[",;\t\r\n]', words) or words != words.strip() else words


def delimiter(text: str) -> str:
    """Give the delimiter of the first row that holds words."""
    head = next((line for line in text.split("\n", 50) if line.strip()), "")
    bare = re.sub('"[^"]*"', "", head)
    return max(_DELIMITERS, key=bare.count)


class _Scanner:
    """Reads a text cell by cell, and knows where it is."""

    def __init__(self, text: str, at: int, delimiter: str) -> None:
        self._text, self._at, self._delimiter = text, at, delimiter
        self._line, self._start = text.count("\n", 0, at) + 1, at

    def rows(self) -> list[list[Cell]]:
        found: list[list[Cell]] = [[]]
        while self._at < len(self._text):
            found[-1].append(self._cell())
            if self._text.startswith("\n", self._at):
                found.append([])
                self._newline(self._at)
            self._at += 1
        return found

    def _newline(self, at: int) -> None:
        self._line, self._start = self._line + 1, at + 1

    def _cell(self) -> Cell:
        """Read a cell, up to the delimiter or line end behind it."""
        line, column = self._line, self._at - self._start + 1
        quoted = self._quotation(line, column) if self._text.startswith('"', self._at) else ""
        end = self._at
        while (special := _SPECIAL.search(self._text, end)) and special.group() not in {self._delimiter, "\n"}:
            end = special.end()
        end = special.start() if special else len(self._text)
        words = quoted + self._text[self._at : end]
        self._at = end
        return Cell(words, line, column)

    def _quotation(self, line: int, column: int) -> str:
        """Read a quotation: a doubled mark within is one mark."""
        parts = []
        while True:
            end = self._text.find('"', self._at + 1)
            if end < 0:
                raise UnclosedError(line, column)
            parts.append(self._text[self._at + 1 : end])
            self._at = end + 1
            if not self._text.startswith('"', self._at):
                break
        inner = '"'.join(parts)
        last = self._text.rfind("\n", 0, self._at)
        if "\n" in inner:
            self._line, self._start = self._line + inner.count("\n"), last + 1
        return inner
