"""What a brief rests on, counted and said in plain words: the box at its head."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from briefgen.counting import count
from briefgen.model.brief import Excerpt, Grounds, Section, Withheld
from briefgen.model.origin import Family, Kinship
from briefgen.model.source import Appearance, Published, Work
from briefgen.typography import quoted

MOST_NAMED = 5
"""So many works, or agencies, one line of the box names."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a brief: excerpts by id, the sections and the annex that name them, and what was withheld.

    No two excerpts that are named share a sentence. `left` counts the documents that may not be quoted, by the reason.
    `matched` are the keys of topics which articles match; `quiet` are those of topics without anything new, each with
    the day (in words) of the edition before.
    """

    excerpts: Mapping[str, Excerpt]
    sections: tuple[Section, ...]
    annex: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    left: Mapping[str, int] = field(default_factory=dict)
    matched: frozenset[str] = frozenset()
    quiet: Mapping[str, str] = field(default_factory=dict)


def grounds(scope: Sequence[Appearance], families: Sequence[Family], chosen: Chosen, as_of: date) -> Grounds:
    """Count what the brief rests on, and say it in plain words; `families` are the documents of `scope` by origin."""
    dates = sorted((each.work.published for each in scope if each.work.published), key=_by_day)
    retold = [each for each in scope if each.work.is_retold]
    undated = [each for each in scope if not each.work.published]
    found = Grounds(
        documents=len(scope),
        origins=len(families),
        outside=sum(chosen.left.values()),
        newest=dates[-1] if dates else None,
        oldest=dates[0] if dates else None,
        undated=tuple(sorted(each.document for each in undated)),
        retold=tuple(sorted(each.document for each in retold)),
    )
    lines = [
        f"{count(found.documents, 'document')} from {count(found.origins, 'origin')}.",
        *(f"{count(n, 'document')} left out: {why}." for why, n in sorted(chosen.left.items())),
        _ages(dates, len(undated), as_of),
        _retellings(retold),
        _shared(families),
        _wires(families),
        *_thin(chosen, families),
        *_withheld(chosen.withheld, annexed=bool(chosen.annex)),
    ]
    return replace(found, lines=tuple(line for line in lines if line))


def _by_day(published: Published) -> tuple[date, date, str]:
    return (published.earliest, published.latest, published.iso)


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
    which = [f"{name_of(each)} re-tells {_retold(each.work)}" for each in retold[:MOST_NAMED]]
    if more := len(retold) - len(which):
        which.append(f"and {more} more")
    return f"{len(retold)} re-{'tells' if len(retold) == 1 else 'tell'} another work: {'; '.join(which)}."


def _retold(work: Work) -> str:
    return quoted(work.retells) if work.retells else work.original


def _shared(families: Sequence[Family]) -> str:
    """Say how many documents tell what a better one of their origin tells."""
    kinds = Counter(member.kinship for family in families for member in family.members[1:])
    if not kinds:
        return ""
    which = ", ".join(count(kinds[kind], kind) for kind in Kinship if kinds[kind])
    told = "tells another document’s story" if kinds.total() == 1 else "tell other documents’ stories"
    return f"{kinds.total()} {told} and {'is' if kinds.total() == 1 else 'are'} listed there: {which}."


def _wires(families: Sequence[Family]) -> str:
    """Say how many stories are those of news agencies, whoever prints them."""
    agencies = Counter(agency for family in families for agency in family.agencies)
    if not agencies:
        return ""
    carrying = sum(bool(family.agencies) for family in families)
    ranked = sorted(agencies.items(), key=lambda each: (-each[1], each[0]))
    named = ", ".join(agency if carrying == 1 else f"{agency} ({n})" for agency, n in ranked[:MOST_NAMED])
    others = ", and others" if len(ranked) > MOST_NAMED else ""
    rests = "origin rests on a news agency" if carrying == 1 else "origins rest on news agencies"
    return f"{carrying} {rests}: {named}{others}."


def resting(section: Section, excerpts: Mapping[str, Excerpt], families: Sequence[Family]) -> tuple[str, ...]:
    """Give a document for each origin that a section quotes: of each the one that it quotes first."""
    origin = {member.document: family.best for family in families for member in family.members}
    quoted = (excerpts[key].document for key in (*section.excerpts, *section.background))
    first: dict[str, str] = {}
    for document in quoted:
        first.setdefault(origin.get(document, document), document)
    return tuple(first.values())


def _thin(chosen: Chosen, families: Sequence[Family]) -> list[str]:
    """Name the topics that found nothing, or nothing new, that nothing is left of, or that rest on one source."""
    withheld = {each.excerpt.topic for each in chosen.withheld}
    empty = [
        section
        for section in chosen.sections
        if section.topic not in withheld | chosen.quiet.keys() and not (section.excerpts or section.background)
    ]
    counted = [(section, len(resting(section, chosen.excerpts, families))) for section in chosen.sections]
    kinds = {
        "Found nothing": [each.title for each in empty if each.topic not in chosen.matched],
        "Nothing to print": [each.title for each in empty if each.topic in chosen.matched],
        "Nothing new": [each.title for each, _ in counted if each.topic in chosen.quiet.keys() - withheld],
        "All that was found is withheld": [each.title for each, n in counted if not n and each.topic in withheld],
        "Resting on one source": [each.title for each, n in counted if n == 1],
    }
    return [f"{kind}: {'; '.join(titles)}." for kind, titles in kinds.items() if titles]


def _withheld(withheld: Sequence[Withheld], *, annexed: bool) -> list[str]:
    where = " from the topics and listed apart" if annexed else ""
    reasons: dict[str, int] = {}
    for each in withheld:
        reasons[each.why] = reasons.get(each.why, 0) + 1
    return [f"{count(n, 'passage')} withheld{where}: {why}." for why, n in sorted(reasons.items())]


def name_of(seen: Appearance) -> str:
    """Give what to call a document before a reader: its title, else its path."""
    return quoted(seen.work.title) if seen.work.title else seen.path
