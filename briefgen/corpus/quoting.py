"""Documents that may hold a quotation: exact by the index of words, fuzzy by fingerprints, never by reading texts."""

import math
import sqlite3
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from briefgen.corpus import index
from briefgen.corpus.forms import dump
from briefgen.model.query import Phrase, Prefix, Term
from briefgen.shingles import SIZE, SURE, fingerprints, shingles
from briefgen.words import is_unspaced, stems

_COMMON = 2_000
"""Documents at most that one search gives, those that were read first: what stands in more of them tells little."""
_SEARCHES = 64
"""Fingerprints at most that are looked for; of a longer quotation, so many that stand evenly in it."""
_PHRASE = 40
"""Words at most that are looked for as a phrase; fingerprints tell what holds longer quotations."""

_WORDS = """
    SELECT DISTINCT document FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?) AS held
    JOIN marking ON marking.row = held.rowid"""
_FINGERPRINTS = "SELECT rowid FROM fingerprints WHERE fingerprints MATCH ? LIMIT ?"
_IDS = "SELECT row, id FROM document WHERE row IN (SELECT value FROM json_each(?))"


def quoting(connection: sqlite3.Connection, words: str, limit: int) -> tuple[str, ...]:
    """Give the ids of at most `limit` documents that may hold `words`, or words much like them, likeliest first.

    First come those whose title, headings or body hold the words as a phrase. Then, and among them, those come first
    that share the most fingerprints with the words, a rare one counting for more (as inverse document frequency does);
    where no phrase is found, words that stand close together but for one count too. Ties by id.
    """
    asked = stems(words)
    held = _holding(connection, asked)
    scores = dict.fromkeys(held, 0.0)
    for weight, rows in (*_alike(connection, words), *(() if held else _nearly(connection, asked))):
        worth = weight * math.log(1 + _COMMON / len(rows)) if rows else 0.0
        for row in rows:
            scores[row] = scores.get(row, 0.0) + worth
    ranks = {row: (row not in held, -score) for row, score in scores.items()}
    last = max(nsmallest(limit, ranks.values()), default=None)
    first = {row: rank for row, rank in ranks.items() if last and rank <= last}
    ids = connection.execute(_IDS, (dump(list(first)),))
    return tuple(document for _, document in nsmallest(limit, ((first[row], document) for row, document in ids)))


def _holding(connection: sqlite3.Connection, asked: Sequence[str]) -> frozenset[int]:
    """Give documents that hold these stems as a phrase; of a single character without spaces, words that begin so."""
    if not 0 < len(asked) <= _PHRASE:
        return frozenset()
    alone = asked[0] if len(asked) == 1 and is_unspaced(asked[0]) and len(asked[0]) == 1 else ""
    leaf = Prefix(alone) if alone else Term("", (Phrase(tuple(asked)),))
    return frozenset(_rows(connection, _WORDS, index.asking(leaf)))


def _alike(connection: sqlite3.Connection, words: str) -> Iterator[tuple[int, list[int]]]:
    """Give for each fingerprint that documents may share how many words it tells of, and the documents that have it.

    Every shingle may be a fingerprint there, whatever was chosen here; a long quotation has enough of its own.
    """
    every: Sequence[int] = shingles(words)
    if len(every) > _SEARCHES:
        every = fingerprints(words)
    chosen = every[:: math.ceil(len(every) / _SEARCHES) or 1]
    for each in dict.fromkeys(chosen):
        yield SIZE, _rows(connection, _FINGERPRINTS, index.shared(each))


def _nearly(connection: sqlite3.Connection, asked: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Give the same for all words but one standing close together, of a quotation that may share no fingerprint.

    A character without spaces is in two of its words.
    """
    left_out = 2 if any(map(is_unspaced, asked)) else 1
    for at in range(len(asked) - left_out + 1 if len(asked) < SURE + SIZE else 0):
        if rest := (*asked[:at], *asked[at + left_out :]):
            leaf = Term("", (Phrase(rest, slop=2),))
            yield len(rest), _rows(connection, _WORDS, index.asking(leaf))


def _rows(connection: sqlite3.Connection, table: str, search: str) -> list[int]:
    return [row for (row,) in connection.execute(table, (search, _COMMON))]
