"""The numbering: the first citation of a work is full, later ones are short."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.cite import chicago
from briefgen.cite.reference import Reference, reference
from briefgen.cite.titles import short_titles
from briefgen.cite.trust import weak
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
    """Citations in the order of their numbers; entries (`work_key`, words) in the order of the bibliography."""

    citations: tuple[Citation, ...]
    entries: tuple[tuple[str, tuple[Run, ...]], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A style: a full note, a shortened one (given the short title), a bibliography entry, and what entries sort by."""

    note: Callable[[Reference, str], tuple[Run, ...]]
    short_note: Callable[[Reference, str, str], tuple[Run, ...]]
    entry: Callable[[Reference], tuple[Run, ...]]
    order: Callable[[Reference], tuple[str, ...]]


STYLES: Mapping[str, Style] = {
    "chicago-notes": Style(chicago.note, chicago.short_note, chicago.entry, chicago.order),
}


def cite(uses: Sequence[Use], style: str) -> Cited:
    """Cite every use in the style of this name, and list every work.

    A warning names each work that lacks a title, a date or anybody to whom it is owed, and each that is cited by what
    rests on a weak basis. Raises UnknownKeyError.
    """
    if style not in STYLES:
        raise UnknownKeyError("citation style", style, sorted(STYLES))
    chosen = STYLES[style]
    ordered = sorted(uses, key=lambda use: use.number)
    works: dict[str, Reference] = {}
    for use in ordered:
        works.setdefault(use.work_key, reference(use.work, use.name))
    quoted = {use.work_key: (works[use.work_key].shown, use.work) for use in ordered if use.number}.values()
    listed = sorted(works, key=lambda key: (chosen.order(works[key]), key))
    return Cited(
        citations=tuple(_citations([use for use in ordered if use.number], works, chosen)),
        entries=tuple((key, chosen.entry(works[key])) for key in listed),
        warnings=(*(warning for work in works.values() for warning in _warnings(work)), *weak(quoted)),
    )


def _citations(uses: Sequence[Use], works: Mapping[str, Reference], style: Style) -> Iterator[Citation]:
    short = short_titles(works)
    cited: set[str] = set()
    for use in uses:
        work, title = works[use.work_key], short[use.work_key]
        again = use.work_key in cited and title
        runs = style.short_note(work, title, use.locator) if again else style.note(work, use.locator)
        cited.add(use.work_key)
        yield Citation(use.number, use.excerpt, runs)


def _warnings(work: Reference) -> Iterator[str]:
    name = work.shown
    if work.is_untitled:
        yield f"{name}: no title is known; it is cited by this name"
    if work.published is None:
        yield f"{name}: no date is known"
    if work.is_anonymous:
        yield f"{name}: no author, agency or publisher is known"
