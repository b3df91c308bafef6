"""Which elements of a page the selectors of its style sheets mean, within bounds."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from cssselect2 import ElementWrapper, Matcher

from briefgen.errors import UnreadableError
from briefgen.formats.html.opened import FILE, Element
from briefgen.formats.html.rules import Rule

_MOST = 20_000_000
"""Comparisons of an element with a selector or with another element; a book's page needs a tenth."""
_MADE, _HEARD = 20, 10
"""Comparisons that take as long as to make an element ready for them, and as to heed a rule that means it."""


def matched(root: Element, rules: Iterable[Rule]) -> dict[Element, tuple[tuple[str, Rule], ...]]:
    """Give for each element the rules that mean it, the strongest last, and the part of it that they mean, if not all.

    Parts are called as in CSS: "before", "first-line". Raises UnreadableError where this is too much work.
    """
    budget, matcher = _Budget(), Matcher()
    for rule in rules:
        for selector in rule.selectors:
            selector.test = budget.counting(selector.test)
            matcher.add_selector(selector, rule)
    found = {}
    for one in _Counted.over(root, budget).iter_subtree():
        heard = tuple((part or "", rule) for _, _, part, rule in matcher.match(one))
        if heard:
            budget.spend(len(heard) * _HEARD)
            found[one.etree_element] = heard
    return found


class _Budget:
    """Counts comparisons."""

    def __init__(self) -> None:
        self._left = _MOST

    def spend(self, steps: int = 1) -> None:
        """Take steps; UnreadableError where none are left."""
        self._left -= steps
        if self._left < 0:
            raise UnreadableError(FILE, f"has style sheets that take more than {_MOST:,} comparisons")

    def counting(self, test: Callable[[object], object]) -> Callable[[object], object]:
        """Give a test that is counted."""

        def counted(element: object) -> object:
            self.spend()
            return test(element)

        return counted


class _Siblings(list[Element]):
    """The children of an element; looking through them is counted."""

    def __init__(self, held: Iterable[Element], budget: _Budget) -> None:
        super().__init__(held)
        self._budget = budget

    def __iter__(self) -> Iterator[Element]:
        self._budget.spend(len(self) * _MADE)
        return super().__iter__()

    def __getitem__(self, where: Any) -> Any:  # noqa: ANN401 - as a list has it
        held = super().__getitem__(where)
        self._budget.spend(len(held) if isinstance(where, slice) else 1)
        return held


class _Counted(ElementWrapper):  # type: ignore[misc] # the library has no types
    """An element as selectors see it. Each that is looked at on the way from one to another is counted.

    The library keeps all ancestors and siblings of each, which takes the square of their number.
    """

    budget: _Budget

    @classmethod
    def over(cls, root: Element, budget: _Budget) -> "_Counted":
        """Give the root of a page."""
        kind: type[_Counted] = type("_Counted", (cls,), {"budget": budget})
        made: _Counted = kind.from_html_root(root)
        return made

    @cached_property
    def etree_children(self) -> _Siblings:
        """The children of the element."""
        return _Siblings((one for one in self.etree_element if isinstance(one.tag, str)), self.budget)

    @property
    def ancestors(self) -> Iterator["_Counted"]:
        """All around the element, the nearest first."""
        return self._along("parent")

    @property
    def previous_siblings(self) -> Iterator["_Counted"]:
        """All before it in the same element, the nearest first."""
        return self._along("previous")

    def _along(self, way: str) -> Iterator["_Counted"]:
        other = getattr(self, way)
        while other is not None:
            self.budget.spend()
            yield other
            other = getattr(other, way)
