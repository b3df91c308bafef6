"""The filters and tests of a template: Jinja's for lists, ours for words. None makes text that is not counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import wraps
from itertools import chain
from typing import Any

from jinja2.filters import FILTERS
from jinja2.runtime import Undefined
from jinja2.tests import TESTS

from briefgen import marks
from briefgen.compose import wording
from briefgen.compose.limits import Limits
from briefgen.compose.refusal import Refusal
from briefgen.compose.speech import joined, weigh
from briefgen.compose.values import Quotable, Words
from briefgen.model.source import Published

_Filter = Callable[..., Any]
_ROW = 3
"""So many numbers in a row are listed one by one."""
_LIST_FILTERS = "default first groupby last length list map reject rejectattr select selectattr sort unique"
_LIST_TESTS = "defined undefined none even odd divisibleby in eq equalto ne lt le gt ge"


def filters(limits: Limits) -> dict[str, Any]:
    """Give every filter by its name; each counts what it is given and what it gives."""
    every: dict[str, Any] = {**{name: FILTERS[name] for name in _LIST_FILTERS.split()}, **_OURS}
    return {name: _counted(each, limits) for name, each in every.items()}


def tests(limits: Limits) -> dict[str, Any]:
    """Give every test by its name; each counts what it is given."""
    every: dict[str, Any] = {name: TESTS[name] for name in _LIST_TESTS.split()}
    return {name: _counted(each, limits) for name, each in every.items()}


def _counted(function: _Filter, limits: Limits) -> _Filter:
    # Jinja gives some of its filters the context or the environment first.
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def counted(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - a filter takes and gives anything
        for argument in (*arguments[first:], *options.values()):
            if not isinstance(argument, Undefined):
                weigh(argument, limits)
        result = function(*arguments, **options)
        if isinstance(result, Iterator):
            result = tuple(result)
        if isinstance(result, str | tuple | list):
            limits.length(len(result))
        return result

    return counted


def _worded(change: Callable[[str], str]) -> _Filter:
    """Give a filter that changes letters: of data before they are printed, of a template's own text at once."""

    def changed(value: object) -> str | Words:
        if isinstance(value, Words):
            return value.changed(change)
        if isinstance(value, Quotable | Undefined):
            str(value)  # raises, and says why
        if not isinstance(value, str) or marks.OPEN in value:
            raise Refusal("only words and a template's own text can be changed")
        return change(value)

    return changed


def _long_date(value: object) -> str:
    if not isinstance(value, date | Published):
        raise Refusal("longdate wants a date, such as brief.as_of")
    return wording.long_date(value)


def _join(values: Iterable[object], between: object = "") -> str:
    return joined(between).join(joined(value) for value in values)


def _listed(values: Iterable[object]) -> str:
    """List values; of four numbers in a row or more, the first and the last stand for all."""
    rows: list[list[object]] = []
    for value in values:
        last = rows[-1][-1] if rows else None
        if isinstance(value, int) and isinstance(last, int) and value == last + 1:
            rows[-1].append(value)
        else:
            rows.append([value])
    shown = ([f"{row[0]} to {row[-1]}"] if len(row) > _ROW else map(joined, row) for row in rows)
    return wording.listed([*chain.from_iterable(shown)])


def _plural(word: str, number: int, many: str = "") -> str:
    return word if number == 1 else many or f"{word}s"


_OURS: Mapping[str, _Filter] = {
    "upper": _worded(str.upper),
    "lower": _worded(str.lower),
    "capitalize": _worded(lambda text: text[:1].upper() + text[1:]),
    "longdate": _long_date,
    "join": _join,
    "listed": _listed,
    "plural": _plural,
}
