"""Columns of exports: which column of a table, or key of an object, holds which field."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefgen.sources.names import shown
from briefgen.text import display

Value = TypeVar("Value")

SHOWN, LONGEST = 20, 60
"""So many columns are named to the user, each by so many characters at most."""

# No column is an agency unless somebody says so: in most exports that word means an office of a government.
_USUAL = {
    "title": "title headline heading subject article_title",
    "author": "author authors byline creator author_name writer speaker",
    "publisher": "publisher publication source outlet newspaper site media source_name site_name publication_name",
    "agency": "",
    "published": "published date publish_date published_at date_published publication_date pub_date published_date"
    " datetime timestamp created_at created date_publish year",
    "url": "url link uri permalink web_url source_url article_url source_link article_source_link article_link webpage",
    "language": "language lang",
    "text": "text content body full_text fulltext article_text article_body articlebody maintext main_text article"
    " transcript speech story description summary abstract",
}
"""What columns are called, the likeliest name of each field first."""
_SIGNS = re.compile(r"[\W_]+")


class Columns:
    """Finds the columns of one export: by the names that a person gave, else by what columns are usually called.

    `named` maps fields to names. In a name only letters and digits count, and no capitals.
    """

    def __init__(self, named: Mapping[str, str]) -> None:
        self._named = {field: _key(name) for field, name in named.items()}
        self._asked = {_key(name): name for name in named.values()}
        self._there: dict[str, str] = {}

    @property
    def there(self) -> tuple[str, ...]:
        """The columns that there were: each that was asked for, by that name, and the first of the others."""
        return tuple(self._there.values())

    def choose(self, columns: Sequence[tuple[str, Value]]) -> dict[str, Value]:
        """Give for each field the value of its column; `columns` are names and values, of equal names the first."""
        known = {_key(name): value for name, value in reversed(columns)}
        for name, _ in columns:
            self._remember(name)
        return {field: known[key] for field in _USUAL if (key := self._key_of(field, known))}

    def called(self, field: str) -> str:
        """Give what the column of a field may be called, for a message."""
        given = self._asked.get(self._named.get(field, ""))
        return given or ", ".join(_USUAL[field].split()[:3])

    def _key_of(self, field: str, known: Mapping[str, Value]) -> str:
        """Give the key of a field's column; what a person gave to one field is no other's by its usual name."""
        given = self._named.get(field, "")
        if given in known:
            return given
        usual = map(_key, _USUAL[field].split())
        return next((key for key in usual if key in known and key not in self._asked), "")

    def _remember(self, name: str) -> None:
        key = _key(name)
        if key in self._asked:
            self._there[key] = self._asked[key]
        elif len(self._there) < SHOWN and key:
            self._there.setdefault(key, shown(display(name))[:LONGEST])


def _key(name: str) -> str:
    return _SIGNS.sub("", name.casefold())
