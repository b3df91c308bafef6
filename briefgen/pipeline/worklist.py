"""The table of works beside some sources, filled in: blank cells get words, and nothing that stands there changes."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefgen.errors import OutputError, UnreadableError
from briefgen.sources import cells, fields, load_bytes
from briefgen.sources.decoding import decode
from briefgen.sources.tables import NAME, Tables
from briefgen.text import canonicalise, display

Rows = list[list[str]]


def table_of(path: Path, folders: Sequence[Path]) -> tuple[Path, str]:
    """Give the table that speaks of the source at `path`, there or not yet, and the source's name in it.

    `folders` are those of sources, or files. It is the nearest table above the file, else its folder of sources has it.
    """
    plain = Path(os.path.normpath(path))
    roots = [Path(os.path.normpath(each if each.is_dir() else each.parent)) for each in folders]
    holding = [root for root in roots if plain.is_relative_to(root)] or [plain.parent]
    nearest = Tables(roots).nearest(plain)
    table = nearest or max(holding, key=lambda root: len(root.parts)) / NAME
    return table, plain.relative_to(table.parent).as_posix()


def fill(table: Path, works: Mapping[str, Mapping[str, str]]) -> None:
    """Write fields of works into a table, by file and field; a cell that holds words stays as it is.

    Rows and columns that are not there are added. Raises UnreadableError for what is no table, and OutputError.
    """
    rows = _read(table)
    columns = [fields.named(name) or display(name).casefold() for name in rows[0]]
    if "file" not in columns:
        raise UnreadableError(str(table), "has no column called file")
    for file, values in works.items():
        row = _row_of(file, rows, columns.index("file"))
        for field, words in values.items():
            if field not in columns:
                columns.append(field)
                rows[0].append(field)
            row += [""] * (len(columns) - len(row))
            row[columns.index(field)] = row[columns.index(field)].strip() or words
    _write(table, "\ufeff" + "".join(map(cells.line_of, rows)))


def _read(table: Path) -> Rows:
    if not table.exists():
        return [["file"]]
    try:
        found = cells.rows(canonicalise(decode(load_bytes(table), str(table)).text))
    except cells.UnclosedError as error:
        raise UnreadableError(str(table), f"has a quotation mark that is never closed (line {error.line})") from error
    return [[cells.plain(cell.words) for cell in row] for row in found] or [["file"]]


def _row_of(file: str, rows: Rows, column: int) -> list[str]:
    """Give the row of a file, added if it is not there."""
    for row in rows[1:]:
        if len(row) > column and row[column].strip().replace("\\", "/") == file:
            return row
    rows.append([""] * column + [file])
    return rows[-1]


def _write(table: Path, text: str) -> None:
    try:
        table.parent.mkdir(parents=True, exist_ok=True)
        unfinished = table.with_name(f".{table.name}.part")
        unfinished.write_text(text, "utf-8", newline="")
        unfinished.replace(table)
    except OSError as error:
        raise OutputError(str(table), f"cannot be written ({error.strerror})") from error
