"""The marks that carry structure through a template and through Markdown.

They are characters that XML, and so canonical text, cannot hold: no source can forge one. `compose` puts them in,
`markup` takes them out; nothing else sees them.
"""

import re

from briefgen.model.tree import Chart

OPEN, BAR, CLOSE = "\x0e", "\x13", "\x0f"
ROLE, END = "\x10", "\x11"

SPOKEN = re.compile(f"{OPEN}([0-9a-f]*){BAR}([^{OPEN}{CLOSE}]*){CLOSE}")
"""Words that are data: group 1 is the excerpt's id (empty for other data), group 2 the words."""

CHARTED = re.compile(
    f"{OPEN}([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?: [0-9]+)+)"
    f"{BAR}([^{OPEN}{BAR}{CLOSE}]*){BAR}([^{OPEN}{BAR}{CLOSE}]*){CLOSE}"
)
"""A chart: group 1 is its first day, the end of its scale and its numbers, group 2 its title, group 3 its words."""

ROLED = re.compile(f"{ROLE}([+-]?)([a-z-]+){END}")
"""A role: group 1 is `+` (a group opens), `-` (it closes) or empty (of this paragraph), group 2 the role's name."""

ANY = re.compile(f"[{OPEN}{BAR}{CLOSE}{ROLE}{END}]")


def quotation(excerpt: str, words: str) -> str:
    """Mark one printing of an excerpt: its id and the words a reader sees."""
    return f"{OPEN}{excerpt}{BAR}{words}{CLOSE}"


def data(words: str) -> str:
    """Mark other words that came from data, so that none of them acts as Markdown."""
    return f"{OPEN}{BAR}{words}{CLOSE}"


def chart(drawn: Chart) -> str:
    """Mark a chart."""
    numbers = " ".join([drawn.first.isoformat(), *map(str, (drawn.most, *drawn.counts))])
    return f"{OPEN}{numbers}{BAR}{drawn.title}{BAR}{drawn.words}{CLOSE}"


def role(name: str) -> str:
    """Mark the paragraph that begins here with a role."""
    return f"{ROLE}{name}{END}"


def group(name: str, inner: str) -> str:
    """Mark the blocks of `inner` as a group in a role."""
    return f"\n\n{ROLE}+{name}{END}\n\n{inner.strip(chr(10))}\n\n{ROLE}-{name}{END}\n\n"
