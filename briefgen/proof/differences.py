"""The way from the words of a source to those of a file."""

import re
from collections.abc import Iterator
from itertools import takewhile

from briefgen.anchor.likeness import compared
from briefgen.model.claim import Difference, Edit
from briefgen.words import UNSPACED

_PART = re.compile(rf"[{UNSPACED}]\s*|[^\s{UNSPACED}]+\s*|\s+")
_MOST = 1_500
"""Words of a stretch that are compared one by one; a longer stretch is left out and added as a whole."""


def differences(source: str, words: str) -> tuple[Difference, ...]:
    """Give what `source` and `words` share and do not share, word by word; of unspaced scripts, by character.

    The parts that are the same or left out make up `source` again, those that are the same or added `words`, but for
    white space.
    """
    return tuple(_merged(_differences(_PART.findall(source), _PART.findall(words))))


def _differences(old: list[str], new: list[str]) -> Iterator[Difference]:
    head = sum(1 for _ in takewhile(_same, zip(old, new, strict=False)))
    old_rest, new_rest = old[head:], new[head:]
    tail = sum(1 for _ in takewhile(_same, zip(reversed(old_rest), reversed(new_rest), strict=False)))
    yield Difference(Edit.SAME, "".join(new[:head]))
    yield from _middle(old_rest[: len(old_rest) - tail], new_rest[: len(new_rest) - tail])
    yield Difference(Edit.SAME, "".join(new[len(new) - tail :]) if tail else "")


def _same(pair: tuple[str, str]) -> bool:
    return pair[0].rstrip() == pair[1].rstrip()


def _middle(old: list[str], new: list[str]) -> Iterator[Difference]:
    matcher = compared([one.rstrip() for one in old], [one.rstrip() for one in new])
    if matcher is None or max(len(old), len(new)) > _MOST:
        yield Difference(Edit.LEFT_OUT, "".join(old))
        yield Difference(Edit.ADDED, "".join(new))
        return
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Difference(Edit.SAME, "".join(new[begin:stop]))
        else:
            yield Difference(Edit.LEFT_OUT, "".join(old[start:end]))
            yield Difference(Edit.ADDED, "".join(new[begin:stop]))


def _merged(parts: Iterator[Difference]) -> Iterator[Difference]:
    """Leave out empty parts and join neighbours of one kind."""
    held: Difference | None = None
    for part in parts:
        if not part.words:
            continue
        if held and held.edit is part.edit:
            held = Difference(part.edit, held.words + part.words)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held
