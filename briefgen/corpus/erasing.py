"""Texts taken out of the file for good: takedowns, and what should never have been read.

A row that is deleted still stands in the file's free pages and in its log, and its words in the index. So the indexes
are made anew, the file is written anew (VACUUM), and the log is emptied. What was erased is told by a tombstone.
"""

import sqlite3

from briefgen.corpus import Tombstone, index
from briefgen.corpus.layout import transaction
from briefgen.corpus.reading import read_source, understood

_STONE = "INSERT INTO tombstone (document, day, why) VALUES (?, ?, ?)"
_DELETIONS = (
    """DELETE FROM file WHERE appearance IN
        (SELECT seq FROM appearance JOIN marking ON marking.row = marking WHERE document = :row)""",
    "DELETE FROM appearance WHERE marking IN (SELECT row FROM marking WHERE document = :row)",
    "DELETE FROM trace WHERE marking IN (SELECT row FROM marking WHERE document = :row)",
    "DELETE FROM marking WHERE document = :row",
    "DELETE FROM document WHERE row = :row",
    "INSERT INTO words (words) VALUES ('delete-all')",
    "INSERT INTO fingerprints (fingerprints) VALUES ('delete-all')",
)
_EVERY = "SELECT marking, min(seq) FROM appearance GROUP BY marking"


def erase(connection: sqlite3.Connection, row: int | None, stone: Tombstone) -> bool:
    """Erase the document of this row and set its tombstone; None where it is set already and only the file is cleaned.

    False if another program, which has the file open, keeps its log from being emptied.
    """
    if row is not None:
        with transaction(connection):
            for statement in _DELETIONS:
                connection.execute(statement, {"row": row})
            _fill_indexes(connection)
            connection.execute(_STONE, (stone.document, stone.day.isoformat(), stone.why))
    connection.execute("VACUUM")
    (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def _fill_indexes(connection: sqlite3.Connection) -> None:
    """Index all that is left.

    One row could be taken out of an index without content only with the words it was made of, and by the same rules.
    """
    for marking, appearance in connection.execute(_EVERY).fetchall():
        keys, _ = index.entry(read_source(connection, appearance))
        connection.execute("INSERT INTO words (rowid, keys) VALUES (?, ?)", (marking, keys))
    for row, text in connection.execute("SELECT row, text FROM document"):
        with understood():
            keys = index.fingerprints(text)
        connection.execute("INSERT INTO fingerprints (rowid, keys) VALUES (?, ?)", (row, keys))
