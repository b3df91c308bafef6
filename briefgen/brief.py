"""From chosen excerpts to a brief: numbers, key points, what it rests on, what is thin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.model.brief import Brief, Citation, Excerpt, Grounds, Listed, Run, Section, Withheld
from briefgen.model.settings import Settings
from briefgen.model.source import Published, Source

FEWEST_KEY_POINTS, MOST_KEY_POINTS = 3, 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a brief: excerpts by id, the sections and the annex that name them, and what was withheld."""

    excerpts: Mapping[str, Excerpt]
    sections: tuple[Section, ...]
    annex: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def assemble(settings: Settings, as_of: date, chosen: Chosen, sources: Sequence[Source]) -> Brief:
    """Make the brief, still without its citations; `sources` are all documents that it could draw on.

    Excerpts are numbered in the order in which they are printed: key points, sections with their background, annex.
    """
    excerpts, sections, annex = chosen.excerpts, chosen.sections, chosen.annex
    points = key_points(sections, excerpts)
    order = [*points, *(key for section in sections for key in (*section.excerpts, *section.background)), *annex]
    numbered = tuple(replace(excerpts[key], number=number) for number, key in enumerate(dict.fromkeys(order), start=1))
    by_document = {source.document.id: source for source in sources}
    return Brief(
        name=settings.name,
        title=settings.title,
        as_of=as_of,
        subtitle=settings.subtitle,
        audience=settings.audience,
        handling=settings.handling,
        language=settings.language,
        summary=settings.summary,
        grounds=grounds(sources, chosen, as_of),
        key_points=points,
        sections=tuple(_remarked(section, excerpts, by_document) for section in sections),
        annex=annex,
        excerpts=numbered,
        withheld=chosen.withheld,
    )


def cited(
    brief: Brief,
    citations: Sequence[Citation],
    entries: Sequence[tuple[str, tuple[Run, ...]]],
    sources: Mapping[str, Source],
    warnings: Iterable[str],
) -> Brief:
    """Give the brief with its notes and its table of sources.

    `entries` are (document id, bibliography entry) in the order of the table.
    """
    numbers: dict[str, list[int]] = {}
    for excerpt in brief.excerpts:
        numbers.setdefault(excerpt.document, []).append(excerpt.number)
    listed = tuple(Listed(sources[key].appearance, entry, tuple(numbers.get(key, ()))) for key, entry in entries)
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


def _remarked(section: Section, excerpts: Mapping[str, Excerpt], sources: Mapping[str, Source]) -> Section:
    """Say what is thin in a section, in plain words, before what was said already."""
    documents = _documents(section, excerpts)
    remarks = []
    if not documents:
        remarks.append("No source in scope says anything of this topic.")
    elif len(documents) == 1:
        remarks.append(f"This topic rests on one source alone: {_name(sources[documents[0]])}.")
    elif not section.excerpts:
        remarks.append("Nothing recent was found; what follows is background.")
    return replace(section, remarks=(*remarks, *section.remarks))


def _documents(section: Section, excerpts: Mapping[str, Excerpt]) -> tuple[str, ...]:
    """Give the documents that a section quotes, each once."""
    return tuple(dict.fromkeys(excerpts[key].document for key in (*section.excerpts, *section.background)))


def _name(source: Source) -> str:
    title = source.title
    return f"“{title}”" if title else source.appearance.path


def grounds(sources: Sequence[Source], chosen: Chosen, as_of: date) -> Grounds:
    """Count what the brief rests on, and say it in plain words."""
    dates = sorted((s.work.published for s in sources if s.work.published), key=lambda d: (d.earliest, d.latest, d.iso))
    undated = tuple(sorted(source.document.id for source in sources if not source.work.published))
    retold = tuple(sorted(source.document.id for source in sources if source.work.is_retold))
    found = Grounds(
        documents=len(sources),
        origins=origins(sources),
        newest=dates[-1] if dates else None,
        oldest=dates[0] if dates else None,
        undated=undated,
        retold=retold,
    )
    lines = [
        f"{_count(found.documents, 'document')} from {_count(found.origins, 'origin')}.",
        _ages(dates, len(undated), as_of),
        _retellings([source for source in sources if source.work.is_retold]),
        *_thin(chosen),
        *_withheld(chosen.withheld),
    ]
    return replace(found, lines=tuple(line for line in lines if line))


def origins(sources: Sequence[Source]) -> int:
    """Count the origins: a document that re-tells another one in scope is no origin of its own."""
    names = {name for source in sources for name in (source.work.title, source.appearance.path) if name}
    names |= {source.appearance.path.rsplit("/", 1)[-1] for source in sources}
    return sum(source.work.retells not in names for source in sources)


def _ages(dates: Sequence[Published], undated: int, as_of: date) -> str:
    if not dates:
        return f"None of them is dated ({undated} undated)." if undated else ""
    this_year = sum(published.earliest.year == as_of.year for published in dates)
    span = f"the newest from {dates[-1].in_words}, the oldest from {dates[0].in_words}"
    if len(dates) == 1:
        span = f"from {dates[0].in_words}"
    return f"{len(dates)} dated ({span}), {undated} undated; {this_year or 'none'} from {as_of.year}."


def _retellings(retold: Sequence[Source]) -> str:
    if not retold:
        return ""
    which = "; ".join(f"{_name(source)} re-tells {source.work.retells or source.work.original}" for source in retold)
    return f"{len(retold)} re-{'tells' if len(retold) == 1 else 'tell'} another work: {which}."


def _thin(chosen: Chosen) -> list[str]:
    """Name the topics that found nothing or rest on one source."""
    resting = {section.title: len(_documents(section, chosen.excerpts)) for section in chosen.sections}
    empty = [title for title, documents in resting.items() if documents == 0]
    alone = [title for title, documents in resting.items() if documents == 1]
    lines = []
    if empty:
        lines.append(f"Found nothing: {'; '.join(empty)}.")
    if alone:
        lines.append(f"Resting on one source: {'; '.join(alone)}.")
    return lines


def _withheld(withheld: Sequence[Withheld]) -> list[str]:
    reasons: dict[str, int] = {}
    for each in withheld:
        reasons[each.why] = reasons.get(each.why, 0) + 1
    return [f"{_count(n, 'passage')} withheld: {why}." for why, n in sorted(reasons.items())]


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"
