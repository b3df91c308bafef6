"""A scope of a SQLite corpus: the appearances that a brief sees, in temporary tables beside the file."""

import math
import sqlite3
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Any

from briefgen.corpus import index
from briefgen.corpus.asking import Leaf, Rows, rows_for, wanted
from briefgen.corpus.forms import dump, load_trace, load_work
from briefgen.corpus.layout import guarded, transaction
from briefgen.corpus.reading import read_appearance, read_source, understood
from briefgen.errors import CorpusError
from briefgen.model.origin import Trace
from briefgen.model.query import Dates, Field, Prefix, Query, Term
from briefgen.model.source import Appearance, Source
from briefgen.query import FIELDS, Article, matches
from briefgen.query.article import Words

K1, B = 1.2, 0.75
"""BM25's constants (Robertson and Zaragoza 2009, section 3)."""

_NO_WORDS = Words("", ())

_Weighed = tuple[float, list[frozenset[int]]]

_TABLES = (
    "CREATE TEMP TABLE {seen} (path TEXT PRIMARY KEY, appearance INTEGER) WITHOUT ROWID",
    """CREATE TEMP TABLE {scope}
        (marking INTEGER PRIMARY KEY, document TEXT, appearance INTEGER, length INTEGER, path TEXT)""",
)
# Of each document the appearance whose path comes first: SQLite gives the other columns from the row that has the
# minimum (lang_select.html, "bare columns in an aggregate query").
_FIRST = """
    INSERT INTO {scope} SELECT marking.row, id, seq, length, min(seen.path)
    FROM {seen} AS seen CROSS JOIN appearance ON seq = seen.appearance
        JOIN marking ON marking.row = marking JOIN document ON document.row = document
    GROUP BY document"""
_APPEARANCES = """
    SELECT id, seen.path, sha256, work, pages
    FROM {seen} AS seen CROSS JOIN appearance ON seq = seen.appearance
        JOIN marking ON marking.row = marking JOIN document ON document.row = document
    ORDER BY seen.path"""
_APPEARANCE = """
    SELECT scope.appearance
    FROM document JOIN marking ON marking.document = document.row JOIN {scope} AS scope ON scope.marking = marking.row
    WHERE id = ?"""
_TRACED = """
    SELECT document, minhash, words, carried, cited
    FROM {scope} AS scope CROSS JOIN trace ON trace.marking = scope.marking"""
_DOCUMENTS = "SELECT marking, length, document FROM {scope}"
_VALUES = (
    "SELECT json_extract(work, '$.' || ?), scope.marking FROM {scope} AS scope JOIN appearance ON seq = appearance"
)
# The engine's rows first, then the scope's: the other way round each of the scope's rows would be a search of its own.
_SEARCH = "SELECT words.rowid FROM words CROSS JOIN {scope} AS scope ON scope.marking = words.rowid WHERE words MATCH ?"


class SqliteScope:
    """What stands at `paths` now. Its tables begin with `name`, and are gone when the connection is closed."""

    def __init__(self, connection: sqlite3.Connection, path: str, paths: Iterable[str], name: str) -> None:
        self._connection = connection
        self._path = path
        self._name = name
        with guarded(path):
            self._fill(paths)
            size, total = self._all("SELECT count(*), total(length) FROM {scope}")[0]
        self._size = int(size)
        self._mean = float(total) / self._size if size else 0.0

    @property
    def size(self) -> int:
        """How many documents there are."""
        return self._size

    def appearances(self) -> tuple[Appearance, ...]:
        """Give every appearance, ordered by path."""
        with guarded(self._path):
            return tuple(map(read_appearance, self._all(_APPEARANCES)))

    def source(self, document: str) -> Source:
        """Give the source of a document by its id."""
        with guarded(self._path):
            for (appearance,) in self._all(_APPEARANCE, document):
                return read_source(self._connection, appearance)
        raise CorpusError(self._path, f"document {document} is not in scope")

    def traces(self) -> Mapping[str, Trace]:
        """Give for each document what shows where its story comes from."""
        with guarded(self._path), understood():
            return {document: load_trace(*row) for document, *row in self._all(_TRACED)}

    def candidates(self, query: Query, limit: int) -> tuple[str, ...]:
        """Give the ids of at most `limit` documents, best first, ties by id.

        The order is that of BM25 over the scope, a term counting as one word whatever its aliases, and what stands
        eight times as often as what stands oftener.
        """
        with guarded(self._path):
            rows = rows_for(query, self._look)
            weighed = [self._weighed(leaf) for leaf in wanted(query)]
            scored = (
                (-sum(_gain(row, length / self._mean, *each) for each in weighed) if length else 0.0, document)
                for row, length, document in self._connection.execute(self._named(_DOCUMENTS))
                if rows is None or row in rows
            )
            return tuple(document for _, document in nsmallest(limit, scored))

    def holding(self, query: Query) -> int:
        """Say how many documents hold what a query wants, as far as the index can tell."""
        with guarded(self._path):
            rows = rows_for(query, self._look)
            return self._size if rows is None else len(rows)

    def _fill(self, paths: Iterable[str]) -> None:
        """Note what each path holds, and of each document the appearance whose path comes first."""
        note = self._named("INSERT OR IGNORE INTO {seen} SELECT path, appearance FROM file WHERE path = ?")
        with transaction(self._connection, "DEFERRED"):
            for statement in _TABLES:
                self._connection.execute(self._named(statement))
            self._connection.executemany(note, ((path,) for path in paths))
            self._connection.execute(self._named(_FIRST))

    def _look(self, leaf: Leaf) -> Rows:
        """Give the rows of a leaf: of words, those that may hold them; of fields and dates, those that match."""
        if isinstance(leaf, Term | Prefix):
            search = index.asking(leaf)
            return self._search(search) if search else None
        fields = FIELDS[leaf.name] if isinstance(leaf, Field) else ("published",)
        return frozenset().union(*(self._having(leaf, field) for field in fields))

    def _having(self, leaf: Field | Dates, field: str) -> frozenset[int]:
        """Give the rows whose work answers a leaf by one field; each value is asked once."""
        rows: dict[str, set[int]] = {}
        for value, row in self._all(_VALUES, field):
            rows.setdefault(value or "", set()).add(row)
        return frozenset().union(*(rows[value] for value in rows if _answers(leaf, field, value)))

    def _weighed(self, leaf: Term | Prefix) -> _Weighed:
        """Give how rare a leaf is, and which rows hold it at least once, twice, four and eight times."""
        levels = [self._search(search) for level in range(index.LEVELS) if (search := index.asking(leaf, level))]
        held = len(levels[0]) if levels else self._size
        return math.log(1 + (self._size - held + 0.5) / (held + 0.5)), levels

    def _search(self, search: str) -> frozenset[int]:
        return frozenset(row for (row,) in self._all(_SEARCH, search))

    def _all(self, query: str, *values: object) -> list[Any]:
        return self._connection.execute(self._named(query), values).fetchall()

    def _named(self, query: str) -> str:
        return query.format(scope=f"temp.{self._name}", seen=f"temp.seen_{self._name}")


def _gain(row: int, length: float, weight: float, levels: list[frozenset[int]]) -> float:
    """Give what a leaf adds to a row's score; `length` is relative to the mean."""
    if not levels or row not in levels[0]:
        return 0.0
    times = 1 << (sum(row in level for level in levels) - 1)
    return weight * times * (K1 + 1) / (times + K1 * (1 - B + B * length))


def _answers(leaf: Field | Dates, field: str, value: str) -> bool:
    """Say whether a work whose `field` has this value answers."""
    with understood():
        work = load_work(dump({field: value} if value else {}))
    return matches(leaf, Article(work, _NO_WORDS, _NO_WORDS, _NO_WORDS))
