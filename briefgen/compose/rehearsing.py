"""A template tried before anyone is in a hurry: all that is undefined in it at once, and the roles that it names."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from jinja2 import Environment, Template, TemplateError, meta, nodes

from briefgen.compose.astray import astray
from briefgen.compose.composing import rendered
from briefgen.compose.remark import Remark
from briefgen.compose.sandbox import NAMES, Missing
from briefgen.errors import BriefgenError
from briefgen.model.brief import Brief

_ROLED = frozenset({"role", "group"})
_DEEPEST = 20
"""So many templates, each extending or including the next, are looked at."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How a template fared: what is wrong with it, the roles that it names and where, and what it made of each brief.

    `made` holds nothing for a brief at which it failed.
    """

    remarks: tuple[Remark, ...]
    roles: tuple[tuple[str, Remark], ...]
    made: tuple[str, ...]


def rehearse(briefs: Sequence[Brief], name: str, load: Callable[[str], str]) -> Rehearsal:
    """Try the template `name` on briefs; what is undefined is noted, and prints as nothing.

    Names that no branch came by are found as well. `load` is as for `compose`.
    """
    noted: list[Remark] = []
    made = []
    for brief in briefs:
        try:
            made.append(rendered(brief, name, load, _noting(noted)))
        except BriefgenError as error:
            made.append("")
            noted.append(_remark(error, name))
    trees = dict(_trees(name, load))
    noted += [*_undefined(trees), *astray(trees)]
    return Rehearsal(tuple(sorted(set(noted))), tuple(_roles(trees)), tuple(made))


def _remark(error: BriefgenError, name: str) -> Remark:
    line = getattr(error, "line", 0)
    return Remark(getattr(error, "name", name), line, getattr(error, "wrong", str(error)))


def _noting(noted: list[Remark]) -> type[Missing]:
    """Give the kind of thing that stands for what is not there, and notes its uses here."""
    return type("Noted", (_Noted,), {"__slots__": (), "noted": noted})


def _nothing(value: object) -> Any:  # noqa: ANN401 - a method; Jinja says that these never return
    def noted(self: "_Noted", *_: object, **__: object) -> object:
        self.note()
        return value

    return noted


class _Noted(Missing):
    """What is not there: it notes each use, and is nothing."""

    __slots__ = ()
    noted: ClassVar[list[Remark]]

    __str__ = __call__ = _nothing("")
    __len__ = _nothing(0)
    __bool__ = __eq__ = __contains__ = _nothing(value=False)
    __ne__ = _nothing(value=True)
    __hash__ = object.__hash__  # type: ignore[assignment] # Jinja says that it never returns

    def note(self) -> None:
        template, line = _place()
        self.noted.append(Remark(template, line, self._undefined_message))

    def __iter__(self) -> Any:  # noqa: ANN401 - as for `_nothing`
        self.note()
        return iter(())

    def beneath(self) -> object:
        self.note()
        return self


def _place() -> tuple[str, int]:
    """Give the template, and its line, that runs now."""
    frame = sys._getframe()  # noqa: SLF001 - the one way to learn which line of a template asks
    while frame.f_back:
        frame = frame.f_back
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template.name or "", template.get_corresponding_lineno(frame.f_lineno)
    return "", 0


def _trees(name: str, load: Callable[[str], str]) -> Iterator[tuple[str, nodes.Template]]:
    """Give the trees of a template and of those that it extends, includes or imports; what cannot be had is told."""
    waiting, met, parser = [name], {name}, Environment(autoescape=False)  # noqa: S701 - nothing is rendered with it
    while waiting and len(met) <= _DEEPEST:
        each = waiting.pop()
        try:
            tree = parser.parse(load(each), each)
        except (BriefgenError, TemplateError, RecursionError):
            continue
        yield each, tree
        others = [other for other in meta.find_referenced_templates(tree) if other and other not in met]
        met.update(others)
        waiting += others


def _undefined(trees: dict[str, nodes.Template]) -> Iterator[Remark]:
    """Give each name that no template of these sets, and that none knows."""
    known = {*NAMES, "loop", "self", "super", "caller", "varargs", "kwargs"}
    for tree in trees.values():
        known |= {macro.name for macro in tree.find_all(nodes.Macro)}
        known |= {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
        known |= {each.target for each in tree.find_all(nodes.Import)}
    for name, tree in trees.items():
        for each in tree.find_all(nodes.Name):
            if each.ctx == "load" and each.name not in known:
                told = f"{each.name!r} is undefined; a template knows {', '.join(NAMES)}, and what it sets itself"
                yield Remark(name, each.lineno, told)


def _roles(trees: dict[str, nodes.Template]) -> Iterator[tuple[str, Remark]]:
    for name, tree in trees.items():
        for call in tree.find_all(nodes.Call):
            first = call.args[0] if call.args else None
            if isinstance(call.node, nodes.Name) and call.node.name in _ROLED and isinstance(first, nodes.Const):
                yield str(first.value), Remark(name, call.lineno, "")
