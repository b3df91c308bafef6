"""What a source is worth and how far its words may travel, by the codes that people already use.

Reliability is that of the Admiralty code (NATO AJP-2.1): A completely, B usually, C fairly, D not usually reliable,
E unreliable, F cannot be judged. Credibility, the code's 1 to 6, is a judgement on one statement: people make it.

How far words may travel is said by the Traffic Light Protocol (FIRST, TLP 2.0, 2022).
"""

import re

RELIABILITY = ("A", "B", "C", "D", "E", "F")
JUDGED = RELIABILITY[:5]
"""The grades that judge; F says that nobody can."""

_TLP = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
# TLP 1.0 called CLEAR white; people put a space after the colon, though the standard has none.
_MARK = re.compile(r"(?<![A-Z])TLP:[ \t]?(CLEAR|WHITE|GREEN|AMBER\+STRICT|AMBER|RED)(?![A-Z+])", re.IGNORECASE)
_LINE = re.compile(r"\W{0,4}(?:[A-Za-z ]{1,20}: ?)?(TLP:[ \t]?[A-Z+]{3,12})\W{0,4}", re.IGNORECASE)
_AT_AN_EDGE = 8
"""A line that marks a whole text is among so many of its first or last ones that hold anything."""


def reaches(reliability: str, least: str) -> bool:
    """Say whether a reliability ("" for none) is at least `least`, one of A to E; what nobody has judged is not."""
    return reliability in JUDGED and (not least or JUDGED.index(reliability) <= JUDGED.index(least))


def tlp(marking: str) -> str:
    """Give the strictest TLP label in the words of a marking, as the standard writes it; empty where there is none."""
    found = {"CLEAR" if label.upper() == "WHITE" else label.upper() for label in _MARK.findall(marking)}
    return next((f"TLP:{label}" for label in reversed(_TLP) if label in found), "")


def exceeds(marking: str, other: str) -> bool:
    """Say whether a marking's label allows less than another's; without two labels nobody can say so."""
    one, two = tlp(marking).removeprefix("TLP:"), tlp(other).removeprefix("TLP:")
    return bool(one and two) and _TLP.index(one) > _TLP.index(two)


def header(text: str) -> str:
    """Give the TLP label that a text bears on a line of its own at its head or foot; empty where it bears none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    edges = (*lines[:_AT_AN_EDGE], *lines[-_AT_AN_EDGE:])
    marks = (found[1] for line in edges if len(line) <= 60 and (found := _LINE.fullmatch(line)))
    return tlp(" ".join(marks))
