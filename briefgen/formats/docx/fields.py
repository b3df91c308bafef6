"""Fields of a Word file while it is read: what they say is worked out by a program, and shown as their result."""

import re
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


def ended(root: Node) -> frozenset[Node]:
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
