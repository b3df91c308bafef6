"""What the fields of a work may hold, as people write them in tables and front matter."""

import re
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches

from briefgen.clean.dates import written
from briefgen.model.source import FIELDS, KINDS, Basis, Published, Work
from briefgen.text import canonicalise, display

_ALSO = {
    "authors": "author",
    "by": "author",
    "byline": "author",
    "date": "published",
    "lang": "language",
    "link": "url",
}
"""Other names of fields that people use."""

_RULES = {
    "url": (re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE), "write the whole address, from https:// on"),
    "language": (re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "write a code such as en, ja or ru"),
    "kind": (re.compile("|".join(KINDS)), f"write one of {', '.join(KINDS)}, or leave it blank"),
    "status": (re.compile(r"draft|released"), "write draft or released, or leave it blank"),
    "grade": (re.compile(r"[A-Fa-f]-?[1-6]"), "write an Admiralty grade, from A1 to F6"),
}


class FieldError(ValueError):
    """A field that holds what it may not, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        self.wrong, self.right = wrong, right
        super().__init__(f"{wrong}; {right}")


def named(name: str) -> str | None:
    """Give the field that people call `name`, None where there is none."""
    key = display(name).casefold()
    return key if key in FIELDS else _ALSO.get(key)


def nearest(name: str, known: tuple[str, ...] = FIELDS) -> str:
    """Give the known name that `name` is most like; empty where it is like none."""
    return next(iter(get_close_matches(display(name).casefold(), known, n=1, cutoff=0.7)), "")


def value(field: str, words: str) -> str | Published | None:
    """Give the value of `field` that `words` state; None where they are blank. Raises FieldError."""
    words = display(canonicalise(words))
    if not words:
        return None
    if field == "published":
        return _date(words)
    if field == "body":
        return _body(words)
    if field in _RULES:
        pattern, right = _RULES[field]
        if not pattern.fullmatch(words):
            raise FieldError(f"{words!r} is no {field}", right)
    if field == "grade":
        return words.upper()
    if field == "author":
        return re.sub(r"\s*;\s*", "; ", words).strip("; ")
    return words


def work(values: Mapping[str, str | Published | None], basis: Basis) -> Work:
    """Make the work of these values, each with its `basis`; None is left out."""
    known = {field: values[field] for field in FIELDS if values.get(field)}
    return Work(**known, bases=tuple((field, basis) for field in known))  # type: ignore[arg-type]  # `value` gives each its type


def said(words: Mapping[str, str], basis: Basis) -> Work:
    """Make the work that a program's words state; what its field cannot hold says nothing."""
    values: dict[str, str | Published | None] = {}
    for field, each in words.items():
        with suppress(FieldError):
            values[field] = value(field, each)
    return work(values, basis)


def merge(*works: Work) -> Work:
    """Give one work of several: field by field the strongest basis wins, and of two as strong the first."""
    strength = {basis: number for number, basis in enumerate(Basis)}
    chosen: dict[str, str | Published] = {}
    bases: dict[str, Basis] = {}
    for each in works:
        for field, basis in each.bases:
            if field not in bases or strength[basis] < strength[bases[field]]:
                chosen[field], bases[field] = getattr(each, field), basis
    ordered = {field: chosen[field] for field in FIELDS if field in chosen}
    return Work(**ordered, bases=tuple((field, bases[field]) for field in ordered))  # type: ignore[arg-type]  # taken from works


def _body(words: str) -> str:
    from briefgen.clean.overruling import ALL, limits  # noqa: PLC0415 - few people overrule a marking

    try:
        first, last = limits(words)
    except ValueError as error:
        right = "write all, or its first and its last words with … between them: The harbour opened … until Monday."
        raise FieldError(f"{words!r} does not say where the body begins and ends", right) from error
    return words if first or last else ALL


def _date(words: str) -> Published:
    found = written(words)
    if found is None:
        raise FieldError(f"{words!r} is no date, or can be read two ways", "write 2022-03-06, 2022-03 or 2022")
    return found
