"""Works as items of CSL-JSON, the form in which programs exchange citations (citation-style-language/schema)."""

from typing import TypeAlias

from briefgen.cite import names
from briefgen.cite.reference import Reference, reference
from briefgen.model.source import Published, Work

Item: TypeAlias = dict[str, object]
"""An item: strings under CSL's names of variables, `author` and `issued` as CSL-JSON has them."""

_TYPES = {"article": "article-newspaper", "page": "webpage", "report": "report", "speech": "speech"}


def item(key: str, work: Work, name: str) -> Item:
    """Give the item of a work; `key` is its id, `name` what its source is called, for a work without a title.

    An agency is the author where no other is named. What a work re-tells has no variable of its own (`original-title`
    is of a reprint) and goes into the note.
    """
    seen = reference(work, name)
    container = "container-title" if seen.kind in {"article", "page"} else "publisher"
    told: Item = {
        "id": key,
        "type": _TYPES[seen.kind],
        "title": seen.title,
        "author": [_name(each) for each in seen.authors] or ([{"literal": seen.agency}] if seen.agency else []),
        container: seen.publisher,
        "issued": {"date-parts": [_numbers(work.published)]} if work.published else "",
        "URL": seen.url,
        "language": work.language,
        "note": note(seen),
    }
    return {variable: value for variable, value in told.items() if value}


def note(seen: Reference) -> str:
    """Give what the fields of libraries have no place for: the agency beside an author, and what is re-told."""
    agency = f"Agency: {seen.agency}" if seen.authors and seen.agency else ""
    original = ", ".join(part for part in (seen.retells, seen.original) if part)
    return "; ".join(part for part in (agency, f"Re-tells: {original}" if original else "") if part)


def _name(each: names.Name) -> dict[str, str]:
    if not each.given:
        return {"literal": each.family}
    told = {"family": each.family, "given": each.given, "suffix": each.suffix}
    return {part: words for part, words in told.items() if words}


def _numbers(published: Published) -> list[int]:
    return [int(part) for part in published.iso[:10].split("-")]
