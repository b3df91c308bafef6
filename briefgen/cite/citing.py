"""The numbering: the first citation of a work is full, later ones are short."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from briefgen.cite import STYLES
from briefgen.cite.apart import lettered, with_given_names
from briefgen.cite.reference import Reference, reference
from briefgen.cite.style import Style
from briefgen.cite.titles import short_titles
from briefgen.cite.trust import lacking, weak
from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Citation, Run
from briefgen.model.source import Work


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a work: the number and the id of the excerpt, the work, and where in it the excerpt stands.

    `work_key` tells works apart. `locator` is in plain words ("para. 4", "p. 12"). `name` is what the source is called,
    for a work without a title. A use of number 0 cites nothing: its work is only listed.
    """

    number: int
    excerpt: str
    work_key: str
    work: Work
    locator: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations in the order of their numbers; entries (`work_key`, words) in the order of the bibliography.

    `in_text` says that the citations are those of a text, which are short and want the list of entries beside them.
    """

    citations: tuple[Citation, ...]
    entries: tuple[tuple[str, tuple[Run, ...]], ...]
    warnings: tuple[str, ...]
    in_text: bool = False


def cite(uses: Sequence[Use], style: str) -> Cited:
    """Cite every use in the style of this name, and list every work.

    Raises UnknownKeyError.
    """
    chosen = _style(style)
    ordered = sorted(uses, key=lambda use: use.number)
    works = references(ordered)
    if chosen.label:
        works = lettered(with_given_names(works), chosen.label, chosen.order)
    listed = sorted(works, key=lambda key: (chosen.order(works[key]), key))
    return Cited(
        citations=tuple(_citations([use for use in ordered if use.number], works, chosen)),
        entries=tuple((key, chosen.entry(works[key])) for key in listed),
        warnings=warnings(ordered),
        in_text=chosen.note is None,
    )


def _style(name: str) -> Style:
    if name not in STYLES:
        raise UnknownKeyError("citation style", name, sorted(STYLES))
    return import_module(STYLES[name]).STYLE  # type: ignore[no-any-return]  # every module of STYLES has it


def references(uses: Sequence[Use]) -> dict[str, Reference]:
    """Give the works of these uses, each once, by their keys."""
    works: dict[str, Reference] = {}
    for use in uses:
        if use.work_key not in works:
            works[use.work_key] = reference(use.work, use.name)
    return works


def warnings(uses: Sequence[Use]) -> tuple[str, ...]:
    """Name each work that lacks a title, a date or anybody to whom it is owed, and each that rests on a weak basis."""
    works = references(uses)
    quoted = {use.work_key: (works[use.work_key].shown, use.work) for use in uses if use.number}.values()
    return (*lacking(works.values()), *weak(quoted))


def _citations(uses: Sequence[Use], works: Mapping[str, Reference], style: Style) -> Iterator[Citation]:
    short = short_titles(works)
    cited: set[str] = set()
    for use in uses:
        work, title = works[use.work_key], short[use.work_key]
        if style.note and not (use.work_key in cited and title):
            runs = style.note(work, use.locator)
        else:
            runs = style.short_note(work, title or work.title, use.locator)
        cited.add(use.work_key)
        yield Citation(use.number, use.excerpt, runs)
