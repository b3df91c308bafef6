"""Reference libraries: what Zotero and its like export (CSL-JSON, RIS, BibTeX), to works and the files they are of."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from briefgen.model.source import Basis, Work
from briefgen.sources import fields
from briefgen.sources.recognising import Kind
from briefgen.text import display


class Reference(NamedTuple):
    """A work, and the names of the files that the library says it is in."""

    work: Work
    files: tuple[str, ...] = ()


def references(text: str, kind: Kind) -> tuple[Reference, ...]:
    """Give the references of a library (canonical text); what is no reference is passed over."""
    return tuple(each for each in _PARSERS[kind](text) if each.work.bases)


def _reference(said: Mapping[str, str], files: Sequence[str] = ()) -> Reference:
    """Make a reference of words; a value that its field cannot hold is left out."""
    names = (PurePosixPath(each.replace("\\", "/")).name for each in files)
    return Reference(fields.said(said, Basis.LIBRARY), tuple(name for name in names if name))


_CSL_KINDS = {
    **dict.fromkeys(("article-newspaper", "article-magazine", "newspaperArticle", "magazineArticle"), "article"),
    **dict.fromkeys(("webpage", "post", "post-weblog", "blogPost", "forumPost"), "page"),
    "report": "report",
    **dict.fromkeys(("speech", "presentation"), "speech"),
}
"""Types of CSL-JSON and of Zotero's own JSON, as kinds of works."""


def _csl(text: str) -> Iterator[Reference]:
    """Read CSL-JSON (citation-style-language/schema, csl-data.json), or what Zotero calls items in JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = found.get("items", [found]) if isinstance(found, dict) else found
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            inner = item.get("data")
            yield _csl_item(inner if isinstance(inner, dict) else item)


def _csl_item(item: Mapping[str, Any]) -> Reference:
    issued = item.get("issued") or item.get("date")
    attached = item.get("attachments")
    files = [each.get("path") or each.get("title") for each in attached or () if isinstance(each, dict)]
    containers = ("container-title", "publicationTitle", "websiteTitle", "blogTitle", "publisher", "institution")
    return _reference(
        {
            "title": _string(item.get("title")),
            "author": "; ".join(_people(item.get("author") or item.get("creators"))),
            "kind": _CSL_KINDS.get(_string(item.get("type") or item.get("itemType")), ""),
            "publisher": next((_string(item[each]) for each in containers if item.get(each)), ""),
            "published": _issued(issued) if isinstance(issued, dict) else _string(issued),
            "url": _string(item.get("URL") or item.get("url")),
            "language": _string(item.get("language")),
        },
        [str(each) for each in files if each],
    )


_FAMILY = ("family", "lastName", "literal", "name")


def _people(found: object) -> Iterator[str]:
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and each.get("creatorType", "author") == "author":
            names = (("given", "firstName"), ("non-dropping-particle",), _FAMILY, ("suffix",))
            yield display(
                " ".join(next((_string(each[one]) for one in each_of if each.get(one)), "") for each_of in names)
            )


def _issued(issued: Mapping[str, Any]) -> str:
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return _date(*(_string(part) for part in parts[0][:3]))
    return _string(issued.get("raw") or issued.get("literal"))


def _date(year: str = "", month: str = "", day: str = "") -> str:
    """Write a date of as many numbers as there are."""
    numbers = [year, *(f"{int(each):02}" for each in (month, day) if each.isdecimal())]
    return "-".join(numbers) if year.isdecimal() else ""


def _string(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_RIS_TAGS = {
    "title": ("TI", "T1", "CT"),
    "publisher": ("T2", "JO", "JF", "JA", "BT", "PB"),
    "published": ("DA", "PY", "Y1"),
    "url": ("UR",),
    "language": ("LA",),
}


def _ris(text: str) -> Iterator[Reference]:
    """Read RIS (Research Information Systems, 2001), a record to each `ER`."""
    record: dict[str, list[str]] = {}
    for line in text.split("\n"):
        match = _RIS_LINE.match(line)
        if match and match[1] == "ER":
            yield _ris_record(record)
            record = {}
        elif match:
            record.setdefault(match[1], []).append(match[2].strip())
    yield _ris_record(record)


_RIS_KINDS = {
    **dict.fromkeys(("NEWS", "MGZN"), "article"),
    **dict.fromkeys(("ELEC", "BLOG", "WEB"), "page"),
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    "SLIDE": "speech",
}


def _ris_record(record: Mapping[str, list[str]]) -> Reference:
    said = {field: next((record[tag][0] for tag in tags if tag in record), "") for field, tags in _RIS_TAGS.items()}
    said["published"] = _date(*[part for part in said["published"].split("/")[:3] if part.strip()]) or said["published"]
    said["kind"] = _RIS_KINDS.get(next(iter(record.get("TY", ())), ""), "")
    said["author"] = "; ".join(_turned(name) for tag in ("AU", "A1") for name in record.get(tag, ()))
    return _reference(said, [*record.get("L1", ()), *record.get("L2", ()), *record.get("L4", ())])


def _turned(name: str) -> str:
    """Write "Family, Given" or "Family, Given, Jr." as people write names."""
    family, given, suffix = [*name.split(",", 2), "", ""][:3]
    return display(f"{given} {family} {suffix}")


_ENTRY = re.compile(r"@([A-Za-z]{3,20})\s*[{(]\s*([^\s,{}()\"]*)\s*,")
_BIBTEX_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*")
_BARE = re.compile(r"[\w.-]+")
_ACCENT = re.compile(r"\\([`'^\"~=.cHvu])\s?\{?\\?([A-Za-z])\}?")
_ACCENTS = dict(zip("`'^\"~=.cHvu", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030b\u030c\u0306", strict=True))
_BIBTEX_NAMES = {
    "title": ("title",),
    "publisher": ("journal", "journaltitle", "newspaper", "booktitle", "publisher", "organization", "institution"),
    "language": ("langid", "language"),
}


def _bibtex(text: str) -> Iterator[Reference]:
    """Read BibTeX and BibLaTeX: entries of fields in braces or quotation marks."""
    at = 0
    while entry := _ENTRY.search(text, at):
        said: dict[str, str] = {}
        at = entry.end()
        while match := _BIBTEX_FIELD.match(text, at):
            value, at = _bibtex_value(text, match.end())
            said.setdefault(match[1].lower(), value)
        yield _bibtex_entry(entry[1].lower(), said)


def _bibtex_value(text: str, at: int) -> tuple[str, int]:
    """Give a value as it stands and where it ends."""
    if at < len(text) and text[at] in '{"':
        end = _closed(text, at)
        return text[at + 1 : end], end + 1
    match = _BARE.match(text, at)
    return (match[0], match.end()) if match else ("", at + 1)


def _closed(text: str, at: int) -> int:
    """Give where the brace or quotation mark at `at` is closed; the end of the text if it never is."""
    depth, quoted = 0, text[at] == '"'
    for match in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(text, at + 1):
        sign = match[0]
        if (sign == '"' and quoted and depth == 0) or (sign == "}" and not quoted and depth == 0):
            return match.start()
        depth += {"{": 1, "}": -1}.get(sign, 0)
    return len(text)


_BIBTEX_KINDS = {
    ("article", "newspaper"): "article",
    ("article", "magazine"): "article",
    ("online", ""): "page",
    ("electronic", ""): "page",
    ("www", ""): "page",
    ("report", ""): "report",
    ("techreport", ""): "report",
    ("unpublished", "speech"): "speech",
}
"""Types of entries with their `entrysubtype`, or `type`."""


def _bibtex_entry(kind: str, said: Mapping[str, str]) -> Reference:
    words = {field: next((_latex(said[n]) for n in names if n in said), "") for field, names in _BIBTEX_NAMES.items()}
    words["url"] = re.sub(r"\\([&%$#_{}~])", r"\1", said.get("url", ""))
    subtype = said.get("entrysubtype") or (said.get("type", "") if kind == "unpublished" else "")
    words["kind"] = _BIBTEX_KINDS.get((kind, subtype.lower()), "")
    words["author"] = "; ".join(filter(None, map(_bibtex_name, _bibtex_people(said.get("author", "")))))
    month = said.get("month", "")
    words["published"] = said.get("date") or (
        _date(said.get("year", ""), month, said.get("day", ""))
        if month.isdecimal() or not month
        else f"{said.get('day', '')} {month} {said.get('year', '')}"
    )
    files = [part for each in said.get("file", "").split(";") for part in each.split(":") if "." in part]
    return _reference(words, files)


def _bibtex_people(words: str) -> Iterator[str]:
    """Give the names between the words "and" that stand in no braces."""
    depth, start = 0, 0
    for match in re.finditer(r"\\.|[{}]|\sand\s", words):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0 and match[0].strip() == "and":
            yield words[start : match.start()].strip()
            start = match.end()
    yield words[start:].strip()


def _bibtex_name(name: str) -> str:
    """Write "Family, Given" or "Family, Jr., Given" as people write names; what stands in braces is one name."""
    if name == "others":
        return ""
    if name.startswith("{") and _closed(name, 0) == len(name) - 1:
        return _latex(name)
    family, *rest = [_latex(part) for part in name.split(",", 2)]
    given, suffix = (rest[1], rest[0]) if len(rest) == 2 else (*rest, "", "")[:2]
    return display(f"{given} {family} {suffix}")


_NAMED_SIGNS = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}


def _latex(words: str) -> str:
    """Give the words that LaTeX prints: accents, dashes and escapes, without braces."""
    words = _ACCENT.sub(lambda match: unicodedata.normalize("NFC", match[2] + _ACCENTS[match[1]]), words)
    words = words.replace("---", "—").replace("--", "–").replace("~", " ")
    spelled = re.sub(r"\\([&%$#_{}])|\\(text(?:backslash|asciitilde|asciicircum))|[{}]", _sign, words)
    return display(spelled)


def _sign(match: re.Match[str]) -> str:
    return match[1] or _NAMED_SIGNS.get(match[2] or "", "")


_PARSERS: Mapping[Kind, Callable[[str], Iterator[Reference]]] = {
    Kind.CSL: _csl,
    Kind.RIS: _ris,
    Kind.BIBTEX: _bibtex,
}
