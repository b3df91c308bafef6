"""News agencies and their names in print. The names stand in `names.txt`: who knows another adds it there."""

import re
from functools import cache

_SERVICE = re.compile(r"(?:\s(?:news\s?)?agency|\snewswire|\sservice)\Z")
SIGNED = re.compile(r"[(/\[（【]\s?([^()/\[\]（）【】]{2,60}?)\s?[)/\]）】]")
"""What stands between brackets or strokes, as an agency that signs does: "SEOUL (Reuters) –", "/TASS/"."""
_AND = re.compile(r"\s?[,/、・|;]\s?|\s(?:and|und|et|y|и)\s")


def named(words: str) -> str:
    """Give the agency that `words` name, by the name to use; empty where they name none."""
    key = " ".join(words.casefold().split()).strip(" .:")
    return _names().get(key) or _names().get(_SERVICE.sub("", key), "")


def listed(words: str) -> tuple[str, ...]:
    """Give the agencies that `words` list ("AFP, dpa"), each once; none unless every one of the list is an agency."""
    found = [named(each) for each in _AND.split(words)]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def pattern() -> str:
    """Give a regular expression of every name, the longest first; within other letters it matches too."""
    return "|".join(re.escape(name) for name in sorted(_printed(), key=lambda name: (-len(name), name)))


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): agency for name, agency in _printed().items()}


@cache
def _printed() -> dict[str, str]:
    """Give for each name as it is printed the name to use."""
    from importlib.resources import files  # noqa: PLC0415 - most commands read no names

    # What is packed with the program is as constant as its code.
    lines = files("briefgen.agencies").joinpath("names.txt").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        agency, _, others = line.partition(":")
        if agency and not agency.startswith("#"):
            names = (agency, *others.split("|"))
            found |= {name.strip(): agency.strip() for name in names if name.strip()}
    return found
