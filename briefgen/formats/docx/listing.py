"""Notes that stand in a list at the end of the text, as a file is read: Word does not know them as notes."""

from briefgen.formats.docx.names import listed
from briefgen.formats.docx.pieces import Node, attribute, name_of, value_of
from briefgen.formats.printed.marks import is_mark

LISTED = "listed"
"""What such a note is called in the key of its story ("listed 3")."""


def listing(root: Node, mark_styles: frozenset[str]) -> dict[str, Node]:
    """Give the paragraphs that are notes, by their numbers: each begins with its mark, in a bookmark of ours.

    `mark_styles` are the ids of the character styles for marks; what only claims to be a mark is none.
    """
    found: dict[str, Node] = {}
    for start in root.iter("{*}bookmarkStart"):
        number = listed(attribute(start, "name"))
        # LibreOffice puts a bookmark into the change that it begins with.
        paragraph = next((one for one in start.iterancestors("{*}p") if name_of(one) == "p"), None) if number else None
        if paragraph is not None and mark_in(paragraph, mark_styles, first=True):
            found.setdefault(number, paragraph)
    return found


def mark_in(node: Node, mark_styles: frozenset[str], *, first: bool = False) -> str:
    """Give the mark of a note if a link shows it and nothing else (a paragraph: if it begins with it); else nothing.

    What is removed, and not accepted yet, does not count: where notes were numbered anew, the old number stands there.
    """
    runs = [one for one in node.iter("{*}r") if name_of(one) == "r" and not _is_removed(one)]
    words = ["".join(text.text or "" for text in run.iter("{*}t")) for run in runs[:1] if _is_mark(run, mark_styles)]
    return words[0] if words and (first or len(runs) == 1) and is_mark(words[0]) else ""


def _is_removed(run: Node) -> bool:
    return next(run.iterancestors("{*}del", "{*}moveFrom"), None) is not None


def _is_mark(run: Node, mark_styles: frozenset[str]) -> bool:
    return value_of(run, "rPr", "rStyle") in mark_styles
