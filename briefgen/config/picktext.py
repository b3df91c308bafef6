"""The text of a file of picks, changed without losing what a person wrote in it.

A file is a list of entries in block style, each in lines of its own. An entry is written or taken out as lines; all
other lines stay as they are, and what a changed entry held as comments stays above it.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.config.picks import picks_of
from briefgen.config.writing import as_scalar
from briefgen.config.yaml12 import Tree, read
from briefgen.errors import ConfigError
from briefgen.model.settings import Pick, Picked

HEADER = """\
# What people pin and drop by hand. `briefgen pick` writes here, and so may you: comments and order stay.
# An entry: pin: or drop: with the title of a topic, the document, and its words (exact:, or opens:).
"""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # as editors and YAML 1.2 count them
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def changed(text: str, path: str, out: Picked | None, into: Picked | None) -> str:
    """Give the text without the entry `out` and with the entry `into`, sorted in unless it takes the place of `out`.

    Raises ConfigError for a text that is no file of picks, ValueError where it is written in a way that cannot be
    changed line by line (`[{…}]`).
    """
    before = picks_of(read(text.encode(), path), path)
    lines = _LINE.findall(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    tree = read(text.encode(), path)
    at = before.index(out) if out in before else None
    if at is None:
        place, old = _place(before, tree, lines, into), []
    else:
        first, last = _lines(tree, at)
        place, old = first, lines[first:last]
        old = [f"{' ' * _indent(tree)}{comment}\n" for comment in _comments(tree, old, first)]
        lines[first:last] = []
    entry = _entry(into, _indent(tree)) if into else []
    done = "".join([*(lines or _LINE.findall(HEADER))[:place], *old, *entry, *lines[place:]])
    wanted = [each for i, each in enumerate(before) if i != at] + ([into] if into else [])
    if not _holds(done, path, wanted):
        raise ValueError("this file is not written with one entry a block, each beginning with - on a line of its own")
    return done


def _holds(text: str, path: str, wanted: Sequence[Picked]) -> bool:
    """Say whether a text holds just these picks, in any order."""
    try:
        found = list(picks_of(read(text.encode(), path), path))
    except ConfigError:
        return False
    return sorted(map(repr, _bare(found))) == sorted(map(repr, _bare(wanted)))


def _bare(picks: Sequence[Picked]) -> Iterator[tuple[str, ...]]:
    for each in picks:
        yield (each.verb, each.topic, str(each.place), *_fields(each.pick).values())


def _fields(pick: Pick) -> dict[str, str]:
    names = ("document", "exact", "prefix", "suffix", "version", "reason")
    return {name: getattr(pick, name) for name in names}


def _place(before: Sequence[Picked], tree: Tree, lines: Sequence[str], into: Picked | None) -> int:
    """Give the line before which a new entry stands: that of the first entry that sorts after it, and its comments."""
    later = (i for i, each in enumerate(before) if into and _order(each) > _order(into))
    number = next(later, None)
    if number is None:
        return len(lines or _LINE.findall(HEADER))
    line = _lines(tree, number)[0]
    while number and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _order(picked: Picked) -> tuple[str, str, str]:
    return (picked.topic.casefold(), picked.pick.document, picked.pick.exact)


def _indent(tree: Tree) -> int:
    """Give how far the dashes of the list are indented."""
    return tree.value_at(()).column - 1 if tree.data else 0


def _lines(tree: Tree, number: int) -> tuple[int, int]:
    """Give the lines of an entry, from 0, the last excluded: from its dash to the end of its last value."""
    marks = [mark for place, mark in tree.values.items() if place[:1] == (number,) and len(place) > 1]
    last = max(tree.lines.at(end)[0] - (tree.lines.at(end)[1] == 1) for _, end, _ in marks)
    first = tree.value_at((number,)).line - 1
    return first, last


def _comments(tree: Tree, old: Sequence[str], first: int) -> Iterator[str]:
    """Give the comments in the lines of an entry; a # within a value is none."""
    written = [(tree.lines.at(start), tree.lines.at(end)) for start, end, style in tree.values.values() if style != "|"]
    for number, line in enumerate(old, start=first + 1):
        for found in _COMMENT.finditer(line):
            here = (number, found.start() + 1)
            if not any(start <= here < end for start, end in written):
                yield found.group().rstrip()
                break


def _entry(picked: Picked, indent: int) -> list[str]:
    held = {picked.verb: picked.topic, **{name: words for name, words in _fields(picked.pick).items() if words}}
    rows = [f"{name}: {as_scalar(words)}\n" for name, words in held.items()]
    rows += [f"place: {picked.place}\n"] if picked.place else []
    return [f"{' ' * indent}{'  ' if i else '- '}{row}" for i, row in enumerate(rows)]
