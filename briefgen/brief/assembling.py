"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefgen.brief.grounds import Chosen, grounds, name_of, resting
from briefgen.model.brief import Also, Brief, Citation, Excerpt, Listed, Run, Section
from briefgen.model.origin import Family, Kinship
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance

_FEWEST_POINTS, _MOST_POINTS = 3, 5
"""A reader takes in so many at a glance: where there are more topics than points, the first topics have theirs."""


def assemble(
    settings: Settings, as_of: date, chosen: Chosen, scope: Sequence[Appearance], families: Sequence[Family]
) -> Brief:
    """Make the brief, still without its citations.

    `scope` are all documents that it could draw on, each once; `families` are the same, by their origins. Excerpts are
    numbered in the order in which they are printed: key points, sections with their background, annex.
    """
    excerpts, sections, annex = chosen.excerpts, chosen.sections, chosen.annex
    points = _key_points(sections, excerpts)
    order = [*points, *(key for section in sections for key in (*section.excerpts, *section.background)), *annex]
    numbered = tuple(replace(excerpts[key], number=number) for number, key in enumerate(dict.fromkeys(order), start=1))
    by_document = {each.document: each for each in scope}
    remarks = [_thinness(section, chosen, by_document, families) for section in sections]
    return Brief(
        name=settings.name,
        title=settings.title,
        as_of=as_of,
        subtitle=settings.subtitle,
        audience=settings.audience,
        handling=settings.handling,
        language=settings.language,
        summary=settings.summary,
        grounds=grounds(scope, families, chosen, as_of),
        key_points=points,
        sections=tuple(map(_remarked, sections, remarks)),
        annex=annex,
        excerpts=numbered,
        withheld=chosen.withheld,
    )


def cited(
    brief: Brief,
    citations: Sequence[Citation],
    entries: Sequence[tuple[str, tuple[Run, ...]]],
    scope: Sequence[Appearance],
    families: Sequence[Family],
    warnings: Iterable[str],
) -> Brief:
    """Give the brief with its notes and its table of sources, each with the others of its family.

    `entries` are (document id, bibliography entry) in the order of the table; `scope` are all appearances of the
    documents, of each the one to cite first.
    """
    seen: dict[str, list[Appearance]] = {}
    for each in scope:
        seen.setdefault(each.document, []).append(each)
    numbers: dict[str, list[int]] = {}
    for excerpt in brief.excerpts:
        numbers.setdefault(excerpt.document, []).append(excerpt.number)
    family = {member.document: each for each in families for member in each.members}
    listed = tuple(
        Listed(seen[key][0], entry, tuple(numbers.get(key, ())), tuple(_also(key, family, seen)))
        for key, entry in entries
    )
    return replace(
        brief, citations=tuple(citations), sources=listed, warnings=(*brief.warnings, *dict.fromkeys(warnings))
    )


def _key_points(sections: Sequence[Section], excerpts: Mapping[str, Excerpt]) -> tuple[str, ...]:
    """Choose the key points: one of each topic, and the best others until there are three.

    A topic's is its first excerpt whose document has no key point yet, so that not one source alone speaks at the top.
    """
    points: list[str] = []
    for section in sections:
        free = [key for key in section.excerpts if key not in points]
        fresh = [key for key in free if excerpts[key].document not in {excerpts[point].document for point in points}]
        points += (fresh or free)[:1]
    del points[_MOST_POINTS:]
    others = {key: excerpts[key].score for section in sections for key in section.excerpts if key not in points}
    best = sorted(others, key=lambda key: (-others[key], key))
    return (*points, *best[: max(0, _FEWEST_POINTS - len(points))])


def _thinness(section: Section, chosen: Chosen, scope: Mapping[str, Appearance], families: Sequence[Family]) -> str:
    """Say what is thin in a section, in plain words."""
    origins = resting(section, chosen.excerpts, families)
    if not origins and section.topic in {each.excerpt.topic for each in chosen.withheld}:
        return "All that was found for this topic was withheld: it gives figures without a named source."
    if section.topic in chosen.quiet:
        return f"Nothing new since the edition of {chosen.quiet[section.topic]}{_followed(section)}."
    if not origins and section.topic in chosen.matched:
        return "Articles match this topic, but no sentence of theirs can be printed."
    if not origins:
        return "No source in scope says anything of this topic."
    if len(origins) == 1:
        return f"This topic rests on one source alone: {name_of(scope[origins[0]])}."
    return "" if section.excerpts else "Nothing recent was found; what follows is background."


def _followed(section: Section) -> str:
    return "; what follows is background" if section.background else ""


def _remarked(section: Section, remark: str) -> Section:
    return replace(section, remarks=(remark, *section.remarks)) if remark else section


def _also(document: str, families: Mapping[str, Family], seen: Mapping[str, Sequence[Appearance]]) -> Iterator[Also]:
    """Give the others of a document's family, and the other outlets that print the same, word for word."""
    outlets = dict.fromkeys(map(outlet, seen[document]))
    yield from (Also(document, name, Kinship.COPY) for name in [*outlets][1:])
    for each in families[document].members if document in families else ():
        if each.document != document:
            yield Also(each.document, outlet(seen[each.document][0]), each.kinship)


def outlet(seen: Appearance) -> str:
    """Give the name of the outlet that prints a document, else that of the document."""
    return seen.work.publisher or seen.work.agency or seen.work.site or name_of(seen)


def beside(seen: Appearance, other: Appearance) -> str:
    """Give the name of the outlet that prints a document; that of the document where its outlet printed `other` too."""
    return name_of(seen) if outlet(seen) == outlet(other) else outlet(seen)
