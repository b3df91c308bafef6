"""What pandoc is asked: a document of its own form (JSON) with a paragraph for each citation, and the works beside it.

Every word of a source is a plain string there, in a text that pandoc never parses: it can be no markup and no citation.
"""

import json
import re
from collections.abc import Mapping, Sequence

from briefgen.cite import Use, item
from briefgen.typography import curly

_API = [1, 23]
"""The version of pandoc-types whose JSON this is; pandoc takes any that begins alike."""
_HIDDEN = frozenset({"note"})
"""Variables of our items that are for libraries only; some styles would print them."""
_QUOTATION = re.compile(r"“([^“”]*)”|(?<!\w)‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")


def document(cited: Sequence[Use], keys: Mapping[str, str], uses: Sequence[Use]) -> str:
    """Give the document that cites these uses in order and lists the works of all; `keys` are pandoc's ids of works."""
    works = {use.work_key: use for use in reversed(uses)}
    items = [item(key, works[work_key].work, works[work_key].name) for work_key, key in keys.items()]
    everything = [_cite(key, []) for key in keys.values()]
    return json.dumps(
        {
            "pandoc-api-version": _API,
            "meta": {
                "references": _meta([{name: it[name] for name in it if name not in _HIDDEN} for it in items]),
                "nocite": {"t": "MetaInlines", "c": everything},
            },
            "blocks": [
                {"t": "Para", "c": [_cite(keys[use.work_key], _inlines(f", {use.locator}") if use.locator else [])]}
                for use in cited
            ],
        }
    )


def _cite(key: str, suffix: list[object]) -> dict[str, object]:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def _meta(value: object) -> dict[str, object]:
    """Give a value as pandoc's metadata: words as inlines, so that none of them is read as markup."""
    if isinstance(value, dict):
        titled = {"title": _quoting} if "title" in value else {}
        return {"t": "MetaMap", "c": {name: titled.get(name, _meta)(each) for name, each in value.items()}}
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(each) for each in value]}
    return {"t": "MetaInlines", "c": _inlines(str(value))}


def _quoting(title: object) -> dict[str, object]:
    """Give a title whose quotations are marked as such, for a style turns the marks of those within quotation marks."""
    return {"t": "MetaInlines", "c": _quotations(curly(str(title)))}


def _quotations(words: str) -> list[object]:
    inlines: list[object] = []
    at = 0
    for found in _QUOTATION.finditer(words):
        inlines += _inlines(words[at : found.start()])
        double, single = found[1], found[2]
        kind, inner = ("SingleQuote", _inlines(single)) if double is None else ("DoubleQuote", _quotations(double))
        inlines.append({"t": "Quoted", "c": [{"t": kind}, inner]})
        at = found.end()
    return inlines + _inlines(words[at:])


def _inlines(words: str) -> list[object]:
    inlines: list[object] = []
    for at, word in enumerate(words.split(" ")):
        inlines += [{"t": "Space"}] if at else []
        inlines += [{"t": "Str", "c": word}] if word else []
    return inlines
