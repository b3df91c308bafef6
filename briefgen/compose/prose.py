"""An analyst's Markdown, made fit to stand in one brief with others and beside numbered notes.

In Markdown, notes and link definitions belong to the whole file. Two assessments may both define `[^1]` or `[1]: …`,
and the notes of excerpts are named by number: so the labels of each text are made its own.
"""

import re

from briefgen.text import canonicalise

_NOTE = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\]")
_NOTE_DEFINITION = re.compile(rf"^ {{0,3}}{_NOTE.pattern}:", re.MULTILINE)
_LINK_DEFINITION = re.compile(r"^( {0,3})\[(?!\^)([^\[\]]+)\]:", re.MULTILINE)
_HEADING = re.compile(r"^( {0,3})(#{1,4})(?=\s)", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})([^\n]*)$", re.MULTILINE)
_LINK = re.compile(rf"{_LINK_DEFINITION.pattern}|(?<!\\)\[(?!\^)([^\[\]]+)\](?:\[([^\[\]]*)\])?(?!\()", re.MULTILINE)


def own(markdown: str, name: str) -> str:
    """Give an analyst's Markdown with labels of its own: `[^a]` becomes `[^name-a]`, and so for link definitions.

    A reference to a note that this text does not define is words: it can mean no other note of the brief. Headings
    stand two levels lower, below the brief's own; a fence that is left open ends with the text, not with the brief.
    """
    text = _fenced(_HEADING.sub(r"\1##\2", canonicalise(markdown).strip("\n")))
    notes = set(_NOTE_DEFINITION.findall(text))
    links = {_label(label) for _, label in _LINK_DEFINITION.findall(text)}

    def note(found: re.Match[str]) -> str:
        return f"[^{name}-{found[1]}]" if found[1] in notes else f"\\{found[0]}"

    def link(found: re.Match[str]) -> str:
        indent, defined, words, label = found.groups()
        if defined:
            return f"{indent}[{name}-{defined}]:"
        meant = label or words
        return f"[{words}][{name}-{meant}]" if _label(meant) in links else found[0]

    return _LINK.sub(link, _NOTE.sub(note, text))


def _fenced(text: str) -> str:
    """Close a fence that is open at the end (CommonMark 0.31, 4.5)."""
    fence = ""
    for found in _FENCE.finditer(text):
        if not fence:
            fence = found[1]
        elif found[1].startswith(fence) and not found[2].strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text


def _label(words: str) -> str:
    """Give a link's label as Markdown compares it (CommonMark 0.31, 4.7)."""
    return " ".join(words.split()).casefold()
