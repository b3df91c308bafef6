"""How alike texts are: MinHash (Broder 1997), and which of many are alike, without comparing all with all.

A signature holds for each of `ROWS * BANDS` hash functions the least hash of the text's shingles; the share of places
in which two signatures agree estimates how many of all their shingles both have (Jaccard). Texts are compared that
agree in a whole band: at a likeness of .3 four in five such pairs are, at .4 nearly all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from operator import eq
from struct import pack, unpack

ROWS, BANDS = 3, 60
SEED = 1
SHORTEST = 30
"""Shingles from which a text can be told from others: shorter ones are a caption, a button, a form."""
CROWD = 50
"""Of more texts that share a band only so many are compared with each other, then each with the first: they are made of
one mould."""

_PLACES = ROWS * BANDS
_FORM = f"<{_PLACES}I"


def signature(shingles: Sequence[int]) -> bytes:
    """Give the signature of a text's shingles; empty for too few."""
    different = set(shingles)
    if len(different) < SHORTEST:
        return b""
    from rensa import RMinHash  # noqa: PLC0415 - only what is read anew is signed

    (row,) = RMinHash.digest_matrix_from_token_hash_sets([list(different)], _PLACES, SEED).to_rows()
    return pack(_FORM, *row)


def resemblance(one: bytes, other: bytes) -> float:
    """Estimate the likeness of two texts by their signatures, 0..1; a text without one is like no other."""
    if not one or not other:
        return 0.0
    agreeing: int = sum(map(eq, unpack(_FORM, one), unpack(_FORM, other)))
    return agreeing / _PLACES


def neighbours(signatures: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give the pairs of names, each once, whose texts may be alike. Pairs depend on the names and signatures alone."""
    seen: set[tuple[str, str]] = set()
    signed = sorted((name, signature) for name, signature in signatures.items() if signature)
    size = 4 * ROWS
    for start in range(0, 4 * _PLACES, size):
        first: dict[bytes, str] = {}
        sharing: defaultdict[str, list[str]] = defaultdict(list)
        for name, signature in signed:
            one = first.setdefault(signature[start : start + size], name)
            if one is not name:
                sharing[one].append(name)
        for one, others in sharing.items():
            yield from _new([one, *others], seen)


def _new(names: Sequence[str], seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the pairs of some names that are not yet seen."""
    crowd = ((names[0], name) for name in islice(names, CROWD, None))
    for pair in (*combinations(names[:CROWD], 2), *crowd):
        if pair not in seen:
            seen.add(pair)
            yield pair
