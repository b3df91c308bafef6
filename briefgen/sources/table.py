"""The table of works, read and written: a row for each file, a column for each field."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from briefgen.errors import Mistake
from briefgen.model.source import FIELDS, Basis, Published, Work
from briefgen.sources import cells, fields
from briefgen.sources.cells import Cell
from briefgen.sources.decoding import decode
from briefgen.sources.loading import load_bytes
from briefgen.sources.tables import NAME, Table
from briefgen.text import canonicalise, display

COLUMNS = ("file", *FIELDS)
"""The columns, in the order in which `write_table` writes them; a table may hold any of them in any order."""


def load_table(path: Path) -> Table:
    """Read the table of works at `path`. Fields have `Basis.TABLE`; blank cells say nothing.

    What is a mistake (an unknown column, a value that its field cannot hold, a file that is not there or has two rows)
    says nothing either, and the rest stands. Raises UnreadableError.
    """
    text = canonicalise(decode(load_bytes(path), str(path)).text)
    try:
        rows = cells.rows(text)
    except cells.UnclosedError as error:
        mistake = Mistake(str(path), error.line, error.column, "a quotation mark opens here and is never closed")
        return Table({}, (mistake,))
    taken = _Rows(path)
    return Table(taken.read(rows), tuple(sorted(taken.mistakes)))


def write_table(works: Mapping[str, Work]) -> str:
    """Give a table of works: a row for each file, with what is known and blanks for what is not.

    It begins with a byte order mark, so that a spreadsheet reads it as UTF-8. A cell that a spreadsheet would take for
    a formula gets an apostrophe before it, which `load_table` takes away again.
    """
    rows = [COLUMNS, *((file, *(str(getattr(work, field) or "") for field in FIELDS)) for file, work in works.items())]
    return "\ufeff" + "".join(cells.line_of(row) for row in rows)


class _Rows:
    """One table on its way: the works read so far, and every mistake."""

    def __init__(self, path: Path) -> None:
        self._path, self._folder = path, path.parent
        self._works: dict[str, Work] = {}
        self.mistakes: list[Mistake] = []

    def read(self, rows: Sequence[Sequence[Cell]]) -> Mapping[str, Work]:
        if not rows:
            return {}
        columns = self._columns(rows[0])
        if "file" not in columns.values():
            self._mistake(rows[0][0], "no column is called file", f"the first row names columns: {', '.join(COLUMNS)}")
            return {}
        for row in rows[1:]:
            self._row(row, columns)
        return self._works

    def _columns(self, header: Sequence[Cell]) -> dict[int, str]:
        """Give the field of each column by its index; an empty one where the name is a mistake."""
        columns: dict[int, str] = {}
        for i, cell in enumerate(header):
            name = display(cell.words).casefold()
            field = name if name == "file" else fields.named(name)
            if field and field not in columns.values():
                columns[i] = field
            elif name:
                columns[i] = ""
            if field and not columns[i]:
                self._mistake(cell, f"there are two columns for {field}", "keep one")
            elif name and not field:
                near = fields.nearest(name, COLUMNS)
                self._mistake(cell, f"there is no field {name!r}", f"did you mean {near!r}?" if near else _known())
        return columns

    def _row(self, row: Sequence[Cell], columns: Mapping[int, str]) -> None:
        values: dict[str, str | Published | None] = {}
        file: Cell | None = None
        for i, cell in enumerate(row):
            words = cells.plain(cell.words)
            if columns.get(i) == "file":
                file = cell
            elif columns.get(i):
                self._take(cell, words, columns[i], values)
            elif words.strip() and i not in columns:
                self._mistake(
                    cell, f"{_short(words)} stands in no column", "put words that hold a comma between quotation marks"
                )
        self._keep(row, file, values)

    def _take(self, cell: Cell, words: str, field: str, values: dict[str, str | Published | None]) -> None:
        try:
            values[field] = fields.value(field, words)
        except fields.FieldError as error:
            self._mistake(cell, f"{field}: {error.wrong}", error.right)

    def _keep(self, row: Sequence[Cell], cell: Cell | None, values: Mapping[str, str | Published | None]) -> None:
        """Keep a row under the name of its file."""
        name = cells.plain(cell.words).strip().replace("\\", "/") if cell else ""
        if cell is None or not name:
            self._mistake(cell or row[0], "this row names no file", "write its name in the column file")
            return
        file = self._file(name)
        if file is None:
            near = get_close_matches(name, [*self._neighbours(name)], n=1)
            self._mistake(
                cell,
                f"there is no file {name!r} here",
                f"did you mean {near[0]!r}?" if near else "write its name as it is in this folder",
            )
        elif file in self._works:
            self._mistake(cell, f"{name!r} has two rows", "keep one")
        else:
            self._works[file] = fields.work(values, Basis.TABLE)

    def _file(self, name: str) -> str | None:
        """Give the path of a file, or of a source in one, as its folder spells it; None where there is none here."""
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\x00" in name:
            return None
        for form in (name, normalize("NFC", name), normalize("NFD", name)):
            plain = PurePosixPath(form)
            if any((self._folder / each).is_file() for each in (plain, *plain.parents)):
                return plain.as_posix()
        return None

    def _neighbours(self, name: str) -> Iterator[str]:
        folder = PurePosixPath(name).parent
        here = self._folder / folder
        if here.is_dir() and ".." not in folder.parts:
            yield from ((folder / each.name).as_posix() for each in sorted(here.iterdir()) if each.name != NAME)

    def _mistake(self, cell: Cell, wrong: str, right: str) -> None:
        self.mistakes.append(Mistake(str(self._path), cell.line, cell.column, wrong, right))


def _known() -> str:
    return f"the fields are {', '.join(COLUMNS)}"


def _short(words: str) -> str:
    words = display(words)
    return repr(words if len(words) <= 30 else words[:29] + "…")
