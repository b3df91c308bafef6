"""Fields of a Word file while it is read: what they say is worked out by a program, and shown as their result."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefgen.formats.docx.pieces import Node, attribute, name_of
from briefgen.formats.printed.marks import is_mark

_CROSS = re.compile(r'\s*NOTEREF\s+"?(\w+)', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that is being read: its instruction, and whether what comes now is a result that counts."""

    instruction: str = ""
    is_shown: bool = False
    is_contents: bool = False
    is_cross: bool = False

    def shows(self, text: str) -> bool:
        """Say whether these words of a result count; the first ones of a cross-reference do not, if they are a mark."""
        is_mark_of_note = self.is_cross and is_mark(text)
        self.is_cross = self.is_cross and not text.strip()
        return self.is_shown and not is_mark_of_note

    def shown(self) -> str:
        """Begin the result, and give the bookmark around a note's mark that is shown here once more; else nothing."""
        cross = _CROSS.match(self.instruction)
        self.is_shown, self.is_cross = True, cross is not None
        self.is_contents = _CONTENTS.match(self.instruction) is not None
        return cross[1] if cross else ""


class Fields:
    """The fields that are open where a file is being read, the innermost last."""

    def __init__(self, root: Node) -> None:
        self._open: list[Field] = []
        self._ended = _ended(root)

    @property
    def is_contents(self) -> bool:
        """Whether what comes now stands in a table of contents."""
        return any(field.is_contents for field in self._open)

    def shows(self, text: str) -> bool:
        """Say whether these words count: in each of the fields, as `Field.shows`."""
        return all(field.shows(text) for field in self._open)

    @contextmanager
    def around(self, instruction: str) -> Iterator[None]:
        """Keep a field open around what stands in it."""
        depth = len(self._open)
        self._open.append(Field(instruction))
        yield
        del self._open[depth:]  # a stray end within may have ended it already

    def mark(self, node: Node) -> str:
        """Read where a field begins or ends, or its result begins: then give what `result` gives; else nothing."""
        kind = attribute(node, "fldCharType")
        if kind == "begin" and node in self._ended:
            self._open.append(Field())
        elif self._open and kind == "separate":
            return self.result()
        elif self._open and kind == "end":
            self._open.pop()
        return ""

    def instruct(self, words: str) -> None:
        """Add words to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += words

    def result(self) -> str:
        """Begin the result of the innermost field, whose instruction is complete now: see `Field.shown`."""
        return self._open[-1].shown()


def _ended(root: Node) -> frozenset[Node]:
    """Give the marks at which fields begin that end, too: any other hides nothing."""
    begun: list[Node] = []
    found: list[Node] = []
    for mark in root.iter("{*}fldChar"):
        kind = attribute(mark, "fldCharType") if name_of(mark) else ""
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            found.append(begun.pop())
    return frozenset(found)
