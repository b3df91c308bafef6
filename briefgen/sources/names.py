"""Names of files and of what is in them; they may hold anything."""

import re

_COMMANDING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LONGEST, _DEEPEST = 120, 20
"""No part of a name in a container is longer (characters), and no name has more of them."""


def shown(name: str) -> str:
    """Give a name as it can be shown on one line: control characters and broken ones are written as escapes."""
    return name if name.isprintable() else "".join(each if each.isprintable() else _escaped(each) for each in name)


def unusable(name: str) -> str:
    """Say why a file of this name is no source; empty if it may be one. Its name would be lost, or pass for others."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "its name is not UTF-8; give it another"
    broken = _COMMANDING.search(name) is not None
    return "its name breaks lines, commands a terminal or turns the order of letters; give it another" if broken else ""


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def member_name(name: str, taken: dict[str, int]) -> str:
    """Give the name of a member by the one its container gives it; `taken` counts the names given so far.

    It leads nowhere out of the container, holds only what can be shown, and comes once: a second `a.txt` is
    `a (2).txt`.
    """
    parts = (shown(part)[-_LONGEST:] for part in name.replace("\\", "/").split("/"))
    wanted = "/".join([part for part in parts if part not in {"", ".", ".."}][-_DEEPEST:]) or "member"
    stem, dot, suffix = wanted.rpartition(".") if "." in wanted.rpartition("/")[2] else (wanted, "", "")
    found = wanted
    while found in taken:
        taken[wanted] += 1
        found = f"{stem} ({taken[wanted]}){dot}{suffix}"
    taken[found] = 1
    return found
