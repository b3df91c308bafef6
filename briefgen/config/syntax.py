"""What is wrong with a file that is no YAML, said for people who do not know YAML."""

import re
from typing import Any

import yaml

_CHECK = "check its indentation and its quotation marks"

_MERGE = re.compile(r"^<{7} ", re.MULTILINE)
"""What git leaves where two people changed the same lines."""

# The parser's words (libyaml's, with PyYAML's own where they differ), whether the place is where it began to read
# (rather than where it gave up), and ours.
_PROBLEMS = (
    ("tab character", False, "a tab", "YAML indents with spaces: replace it"),
    ("mapping values are not allowed", False, "this colon makes a key where none can be",
     "put the value in quotes, or check the line above"),
    ("found unexpected end of stream", True, "this quotation mark is not closed", "close it"),
    ("found unexpected document indicator", True, "this quotation mark is not closed", "close it"),
    ("expected ',' or ']'", True, "the list that begins here lacks a comma or its ]", "write [one, two]"),
    ("expected ',' or '}'", True, "the mapping that begins here lacks a comma or its }", "write {key: value}"),
    ("could not find expected ':'", True, "this is neither a key nor the value of one", "write key: value"),
    ("expected '-' indicator", False, "this lines up with nothing above it", "line it up with the keys or the - above"),
    ("sequence entries are not allowed", False, "a list cannot begin here", "begin it on a line of its own"),
    ("unknown escape character", False, "in double quotes a backslash begins an escape, and this is none",
     "write it twice, or use single quotes"),
    ("expected hexdecimal", False, "in double quotes a backslash begins an escape, and this is none",
     "write it twice, or use single quotes"),
    ("expected alphabetic or numeric", True, "a value cannot begin with * or &", "put it in quotes"),
    ("line break", False, "only a line end can follow | or >", "begin the text on the next line"),
    ("expected node content", False, "a value cannot begin like this", "put it in quotes"),
    ("expected <document start>", False, "this does not fit what stands above it", _CHECK),
    ("expected key", False, "this does not fit what stands above it", _CHECK),
    ("expected <block end>", False, "this does not fit what stands above it", _CHECK),
)  # fmt: skip


def syntax_mistake(text: str, error: yaml.YAMLError) -> tuple[int, str, str]:
    """Give the place of a syntax error in `text` (an index), what is wrong and what would be right."""
    if both := _MERGE.search(text):
        right = "keep what is right of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        return both.start(), "here stand two versions that could not be merged", right
    if not isinstance(error, yaml.MarkedYAMLError):
        return int(getattr(error, "position", 0) or 0), "this cannot be read as YAML", _CHECK
    gave_up, began = _index(error.problem_mark), _index(error.context_mark or error.problem_mark)
    problem = str(error.problem)
    if "cannot start any token" in problem:
        return _cannot_start(gave_up, text[gave_up : gave_up + 1])
    if gave_up >= len(text.rstrip()) and "node content" in problem:
        return gave_up, "the file breaks off here", "close what is open"
    for words, at_beginning, wrong, right in _PROBLEMS:
        if words in problem:
            return began if at_beginning else gave_up, wrong, right
    return gave_up, f"this cannot be read as YAML ({problem})", _CHECK


def _cannot_start(index: int, character: str) -> tuple[int, str, str]:
    if character == "\t":
        return index, "a tab", "YAML indents with spaces: replace it"
    return index, f"a value cannot begin with {character}", "put it in quotes"


def _index(mark: Any) -> int:  # noqa: ANN401 - a mark of either of PyYAML's two parsers
    return int(mark.index) if mark else 0
