"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.model.brief import Brief, Citation, Excerpt, Grounds, Listed, Run, Section, Withheld
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance, Published

FEWEST_KEY_POINTS, MOST_KEY_POINTS = 3, 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a brief: excerpts by id, the sections and the annex that name them, and what was withheld.

    No two excerpts that are named share a sentence. `outside` counts the documents that may not be quoted on this day.
    """

    excerpts: Mapping[str, Excerpt]
    sections: tuple[Section, ...]
    annex: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    outside: int = 0


def assemble(settings: Settings, as_of: date, chosen: Chosen, scope: Sequence[Appearance]) -> Brief:
    """Make the brief, still without its citations; `scope` are all documents that it could draw on, each once.

    Excerpts are numbered in the order in which they are printed: key points, sections with their background, annex.
    """
    excerpts, sections, annex = chosen.excerpts, chosen.sections, chosen.annex
    points = key_points(sections, excerpts)
    order = [*points, *(key for section in sections for key in (*section.excerpts, *section.background)), *annex]
    numbered = tuple(replace(excerpts[key], number=number) for number, key in enumerate(dict.fromkeys(order), start=1))
    by_document = {each.document: each for each in scope}
    withheld = {each.excerpt.topic for each in chosen.withheld}
    return Brief(
        name=settings.name,
        title=settings.title,
        as_of=as_of,
        subtitle=settings.subtitle,
        audience=settings.audience,
        handling=settings.handling,
        language=settings.language,
        summary=settings.summary,
        grounds=grounds(scope, chosen, as_of),
        key_points=points,
        sections=tuple(_remarked(section, _thinness(section, excerpts, by_document, withheld)) for section in sections),
        annex=annex,
        excerpts=numbered,
        withheld=chosen.withheld,
    )


def cited(
    brief: Brief,
    citations: Sequence[Citation],
    entries: Sequence[tuple[str, tuple[Run, ...]]],
    scope: Sequence[Appearance],
    warnings: Iterable[str],
) -> Brief:
    """Give the brief with its notes and its table of sources.

    `entries` are (document id, bibliography entry) in the order of the table.
    """
    by_document = {each.document: each for each in scope}
    numbers: dict[str, list[int]] = {}
    for excerpt in brief.excerpts:
        numbers.setdefault(excerpt.document, []).append(excerpt.number)
    listed = tuple(Listed(by_document[key], entry, tuple(numbers.get(key, ()))) for key, entry in entries)
    return replace(
        brief, citations=tuple(citations), sources=listed, warnings=(*brief.warnings, *dict.fromkeys(warnings))
    )


def key_points(sections: Sequence[Section], excerpts: Mapping[str, Excerpt]) -> tuple[str, ...]:
    """Choose the key points: one of each topic, and the best others until there are three.

    A topic's is its first excerpt whose document has no key point yet, so that not one source alone speaks at the top.
    """
    points: list[str] = []
    for section in sections:
        free = [key for key in section.excerpts if key not in points]
        fresh = [key for key in free if excerpts[key].document not in {excerpts[point].document for point in points}]
        points += (fresh or free)[:1]
    del points[MOST_KEY_POINTS:]
    others = {key: excerpts[key].score for section in sections for key in section.excerpts if key not in points}
    best = sorted(others, key=lambda key: (-others[key], key))
    return (*points, *best[: max(0, FEWEST_KEY_POINTS - len(points))])


def _thinness(
    section: Section, excerpts: Mapping[str, Excerpt], scope: Mapping[str, Appearance], withheld: Collection[str]
) -> str:
    """Say what is thin in a section, in plain words; `withheld` are the topics that something was withheld from."""
    documents = _documents(section, excerpts)
    if not documents and section.topic in withheld:
        return "All that was found for this topic was withheld: it gives figures without a named source."
    if not documents:
        return "No source in scope says anything of this topic."
    if len(documents) == 1:
        return f"This topic rests on one source alone: {_name(scope[documents[0]])}."
    return "" if section.excerpts else "Nothing recent was found; what follows is background."


def _remarked(section: Section, remark: str) -> Section:
    return replace(section, remarks=(remark, *section.remarks)) if remark else section


def _documents(section: Section, excerpts: Mapping[str, Excerpt]) -> tuple[str, ...]:
    """Give the documents that a section quotes, each once."""
    return tuple(dict.fromkeys(excerpts[key].document for key in (*section.excerpts, *section.background)))


def _name(appearance: Appearance) -> str:
    title = appearance.work.title
    return f"“{title}”" if title else appearance.path


def grounds(scope: Sequence[Appearance], chosen: Chosen, as_of: date) -> Grounds:
    """Count what the brief rests on, and say it in plain words."""
    dates = sorted((each.work.published for each in scope if each.work.published), key=_by_day)
    retold = [each for each in scope if each.work.is_retold]
    undated = [each for each in scope if not each.work.published]
    found = Grounds(
        documents=len(scope),
        origins=origins(scope),
        outside=chosen.outside,
        newest=dates[-1] if dates else None,
        oldest=dates[0] if dates else None,
        undated=tuple(sorted(each.document for each in undated)),
        retold=tuple(sorted(each.document for each in retold)),
    )
    lines = [
        f"{_count(found.documents, 'document')} from {_count(found.origins, 'origin')}.",
        f"{_count(found.outside, 'document')} left out: published outside of what this brief covers."
        * bool(found.outside),
        _ages(dates, len(undated), as_of),
        _retellings(retold),
        *_thin(chosen),
        *_withheld(chosen.withheld, annexed=bool(chosen.annex)),
    ]
    return replace(found, lines=tuple(line for line in lines if line))


def _by_day(published: Published) -> tuple[date, date, str]:
    return (published.earliest, published.latest, published.iso)


def origins(scope: Sequence[Appearance]) -> int:
    """Count the origins: a document that re-tells another one in scope is no origin of its own."""
    names = {each.work.title for each in scope} | {each.path for each in scope}
    names |= {each.path.rsplit("/", 1)[-1] for each in scope}
    return sum(each.work.retells not in names - {""} for each in scope)


def _ages(dates: Sequence[Published], undated: int, as_of: date) -> str:
    if not dates:
        return f"None of them is dated ({undated} undated)." if undated else ""
    this_year = sum(published.earliest.year == as_of.year for published in dates)
    span = f"the newest from {dates[-1].in_words}, the oldest from {dates[0].in_words}"
    if len(dates) == 1:
        span = f"from {dates[0].in_words}"
    return f"{len(dates)} dated ({span}), {undated} undated; {this_year or 'none'} from {as_of.year}."


def _retellings(retold: Sequence[Appearance]) -> str:
    if not retold:
        return ""
    which = "; ".join(f"{_name(each)} re-tells {each.work.retells or each.work.original}" for each in retold)
    return f"{len(retold)} re-{'tells' if len(retold) == 1 else 'tell'} another work: {which}."


def _thin(chosen: Chosen) -> list[str]:
    """Name the topics that found nothing, that nothing is left of, or that rest on one source."""
    withheld = {each.excerpt.topic for each in chosen.withheld}
    resting = [(section, len(_documents(section, chosen.excerpts))) for section in chosen.sections]
    kinds = {
        "Found nothing": [each.title for each, n in resting if not n and each.topic not in withheld],
        "All that was found is withheld": [each.title for each, n in resting if not n and each.topic in withheld],
        "Resting on one source": [each.title for each, n in resting if n == 1],
    }
    return [f"{kind}: {'; '.join(titles)}." for kind, titles in kinds.items() if titles]


def _withheld(withheld: Sequence[Withheld], *, annexed: bool) -> list[str]:
    where = " from the topics (see the annex)" if annexed else ""
    reasons: dict[str, int] = {}
    for each in withheld:
        reasons[each.why] = reasons.get(each.why, 0) + 1
    return [f"{_count(n, 'passage')} withheld{where}: {why}." for why, n in sorted(reasons.items())]


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"
