"""Candidates that touch become one excerpt, within a topic and among topics: nothing is printed twice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefgen.model.brief import MOST_SENTENCES, Flag
from briefgen.model.place import Span
from briefgen.select.candidate import Candidate, share


def together(one: Candidate, other: Candidate) -> bool:
    """Say whether both can be one excerpt: they share sentences, or one continues the other's paragraph.

    What a person pinned stays as it is: only what shares its sentences becomes one with it, and adds nothing.
    """
    if one.is_pinned != other.is_pinned:
        return share(one, other)
    early, late = sorted((one, other), key=lambda each: (each.first, each.last))
    touching = late.first <= early.last or (late.first == early.last + 1 and late.joins)
    return touching and max(one.last, other.last) - early.first < MOST_SENTENCES


def joined(candidate: Candidate, chosen: list[Candidate]) -> bool:
    """Make `candidate` one with a chosen excerpt that it touches; False if it stands by itself.

    A candidate that shares sentences with chosen excerpts but cannot be one with them is left out: nothing is printed
    twice.
    """
    sharing = [each for each in chosen if share(each, candidate)]
    for i, each in enumerate(chosen):
        if each.document == candidate.document and together(each, candidate) and sharing in ([], [each]):
            chosen[i] = _one(each, candidate)
            return True
    return bool(sharing)


def settle(sections: Sequence[Sequence[Candidate]]) -> tuple[tuple[Candidate, ...], tuple[tuple[int, ...], ...]]:
    """Make the choices of several topics one set in which nothing overlaps.

    Gives the candidates, each once, and for each section which of them it holds. Where two topics chose overlapping
    spans, both hold the joined span or, if that would be too long, the one that came first.
    """
    placed: list[Candidate] = []
    of_document: defaultdict[str, list[int]] = defaultdict(list)
    held = []
    for section in sections:
        indices: list[int] = []
        for candidate in section:
            own = of_document[candidate.document]
            sharing = [i for i in own if share(placed[i], candidate)]
            if not sharing:
                sharing = [len(placed)]
                own.append(len(placed))
                placed.append(candidate)
            elif len(sharing) == 1 and together(placed[sharing[0]], candidate):
                placed[sharing[0]] = _one(placed[sharing[0]], candidate)
            indices += [i for i in sharing if i not in indices]
        held.append(tuple(indices))
    return tuple(placed), tuple(held)


def _one(kept: Candidate, more: Candidate) -> Candidate:
    """Make one candidate of two that touch; its score and reasons are those of `kept`.

    What the later one leaned on has come along with the earlier; only what both are is the whole (`related`).
    """
    if kept.is_pinned != more.is_pinned:
        return kept if kept.is_pinned else more
    early, late = sorted((kept, more), key=lambda each: (each.first, -each.last))
    return replace(
        kept,
        first=early.first,
        last=max(early.last, late.last),
        span=Span(early.span.start, max(early.span.end, late.span.end)),
        paragraph=early.paragraph,
        stems=early.stems + late.stems[early.last + 1 - late.first :],
        flags=_flags_of_both(early, late),
        joins=early.joins,
    )


def _flags_of_both(early: Candidate, late: Candidate) -> tuple[Flag, ...]:
    flags = dict.fromkeys(early.flags + late.flags)
    partial = {flag for flag in flags if flag.kind == "related" and not (flag in early.flags and flag in late.flags)}
    repaired = {flag for flag in late.flags if flag.kind == "leans" and early.first < late.first}
    return tuple(flag for flag in flags if flag not in partial | (repaired - set(early.flags)))
