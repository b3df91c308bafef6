"""Works for the libraries of others: what Zotero and its like read, CSL-JSON, RIS and BibTeX."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefgen.cite.items import Item, item
from briefgen.model.source import Work


def _csl_json(items: Sequence[Item]) -> str:
    """Write CSL-JSON (citation-style-language/schema, csl-data.json)."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


_RIS_TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC", "report": "RPRT", "speech": "SLIDE"}
_RIS_TAGS = {"title": "TI", "container-title": "T2", "publisher": "PB", "URL": "UR", "language": "LA", "note": "N1"}


def _ris(items: Sequence[Item]) -> str:
    """Write RIS (Research Information Systems, 2001): a tag a line, a record to each `ER`."""
    return "\n".join("\n".join(_record(each)) + "\n" for each in items)


def _record(each: Mapping[str, Any]) -> Iterator[str]:
    yield f"TY  - {_RIS_TYPES[each['type']]}"
    yield f"ID  - {each['id']}"
    for name in each.get("author", ()):
        yield f"AU  - {_turned(name, ('family', 'given', 'suffix'), closing=',')}"
    for variable, tag in _RIS_TAGS.items():
        if variable in each:
            yield f"{tag}  - {each[variable]}"
    if numbers := _numbers(each):
        yield f"PY  - {numbers[0]}"
        yield f"DA  - {'/'.join([*numbers, '', ''][:3])}/"
    yield "ER  - "


_BIBTEX_TYPES = {"article-newspaper": "article", "webpage": "online", "report": "report", "speech": "unpublished"}
_BIBTEX_SUBTYPES = {"article-newspaper": ("entrysubtype", "newspaper"), "speech": ("type", "speech")}
_BIBTEX_PUBLISHERS = {"article": "journaltitle", "online": "organization", "report": "institution"}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]|-(?=-)")
_SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "-": "-{}"}


def _bibtex(items: Sequence[Item]) -> str:
    """Write BibTeX with the fields of BibLaTeX (its manual, 2.1-2), capitals and names of bodies kept by braces."""
    return "\n".join("".join(_entry(each)) for each in items)


def _entry(each: Mapping[str, Any]) -> Iterator[str]:
    kind = _BIBTEX_TYPES[each["type"]]
    publisher = each.get("container-title") or each.get("publisher")
    people = [
        _turned({part: _latex(words) for part, words in name.items()}, ("family", "suffix", "given"), "{", "}")
        for name in each.get("author", ())
    ]
    fields = {
        "title": "{" + _latex(each["title"]) + "}",
        "author": " and ".join(people),
        _BIBTEX_PUBLISHERS.get(kind, "publisher"): _latex(publisher or ""),
        "date": "-".join(_numbers(each)),
        "url": each.get("URL", "").replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D"),
        "langid": each.get("language", ""),
        "note": _latex(each.get("note", "")),
        **dict([_BIBTEX_SUBTYPES[each["type"]]] if each["type"] in _BIBTEX_SUBTYPES else []),
    }
    yield f"@{kind}{{{each['id']},\n"
    for name, words in fields.items():
        if words:
            yield f"  {name} = {{{words}}},\n"
    yield "}\n"


def _latex(words: str) -> str:
    return _SPECIAL.sub(lambda found: _SPELLED.get(found[0], f"\\{found[0]}"), words)


def _turned(name: Mapping[str, str], order: Sequence[str], opening: str = "", closing: str = "") -> str:
    """Give a name with the family's first; that of a body between marks that keep it whole.

    In RIS a comma does so: what stands before it is the family name.
    """
    if "literal" in name:
        return f"{opening}{name['literal']}{closing}"
    return ", ".join(name[part] for part in order if part in name)


def _numbers(each: Mapping[str, Any]) -> list[str]:
    """Give the year, month and day that are known, in digits."""
    numbers = each["issued"]["date-parts"][0] if "issued" in each else ()
    return [f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(numbers)]


_WRITERS: Mapping[str, Callable[[Sequence[Item]], str]] = {"csl-json": _csl_json, "ris": _ris, "bibtex": _bibtex}


def export(works: Sequence[tuple[str, Work]], form: str, prefix: str) -> bytes:
    """Write works, each with what its source is called, in a form of EXPORTS; their ids are `prefix`-1 and so on."""
    listed = [item(f"{prefix}-{at}", work, name) for at, (name, work) in enumerate(works, start=1)]
    return _WRITERS[form](listed).encode()
