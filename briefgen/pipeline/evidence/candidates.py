"""Candidates: the sentences of articles, each with the context that it leans on, what it is worth, and its flags."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen import context, rank, select
from briefgen.model.brief import Flag, Reason
from briefgen.model.place import Span
from briefgen.model.query import Query, Term
from briefgen.model.settings import Settings
from briefgen.model.source import Work
from briefgen.pipeline.evidence.corroborating import asks
from briefgen.pipeline.evidence.grading import Grading
from briefgen.pipeline.evidence.ranking import Ranking
from briefgen.pipeline.evidence.shelf import Read, Shelf

LEANING, CONTEXT, RETOLD, ASKING = 1.0, 0.1, 0.3, 0.8
"""What it costs a candidate that it still leans on a sentence which could not come along; each sentence that did; that
its work only re-tells another; and that it asks instead of saying."""


class Candidates:
    """Makes the candidates of one brief on one day."""

    def __init__(
        self, shelf: Shelf, settings: Settings, grading: Grading, persons: context.Persons, as_of: date
    ) -> None:
        self._shelf, self._settings, self._grading = shelf, settings, grading
        self._persons, self._as_of = persons, as_of
        self._made: dict[tuple[str, int, int], select.Candidate] = {}

    def of(self, matching: Sequence[Read], wants: Query | None, question: Sequence[Term]) -> list[select.Candidate]:
        """Score the sentences of the matching articles, each with the context it leans on."""
        ranking = Ranking(self._shelf, matching, wants, question)
        return [self._scored(*found) for found in ranking.sentences()]

    def spanning(self, read: Read, first: int, last: int) -> select.Candidate:
        """Give the candidate of the sentences `first` to `last`, flagged, unscored: the same one in every topic."""
        key = (read.source.document.id, first, last)
        if key not in self._made:
            self._made[key] = self._spanning(read, first, last)
        return self._made[key]

    def _spanning(self, read: Read, first: int, last: int) -> select.Candidate:
        parts = read.passages[first : last + 1]
        span = Span(parts[0].span.start, parts[-1].span.end)
        return select.Candidate(
            document=read.source.document.id,
            first=first,
            last=last,
            span=span,
            core=span,
            paragraph=parts[0].paragraph,
            score=0.0,
            reasons=(),
            stems=read.contents[first : last + 1],
            flags=self._flags(span.of(read.source.document.text), read.source.work),
            day=read.source.work.published.latest if read.source.work.published else None,
            joins=parts[0].follows and read.passages[first - 1].paragraph == parts[0].paragraph,
        )

    def _scored(self, read: Read, index: int, scored: rank.Scored) -> select.Candidate:
        text = read.source.document.text
        first, last, lean = context.repair(read.passages, index, text)
        costs = _costs(scored.passage.span.of(text), last - first, lean, read.source.work)
        reasons = (*scored.reasons, *costs)
        candidate = replace(
            self.spanning(read, first, last),
            core=scored.passage.span,
            score=round(sum(reason.value for reason in reasons), 4),
            reasons=reasons,
        )
        return candidate.flagged(Flag("leans", lean)) if lean else candidate

    def _flags(self, words: str, work: Work) -> tuple[Flag, ...]:
        flags = [Flag("relative-date", found) for found in context.relative_dates(words)]
        flags += [Flag("office-ended", found) for found in context.ended_offices(words, self._persons, self._as_of)]
        if found := context.unsourced_number(words):
            flags.append(Flag("unsourced-number", found))
        if work.published is None:
            flags.append(Flag("undated"))
        elif self._settings.stale_after and work.published.latest < self._settings.stale_after.before(self._as_of):
            flags.append(Flag("stale", work.published.iso))
        if state := self._grading.state(work):
            flags.append(Flag("state-controlled", state))
        if work.is_retold:
            flags.append(Flag("retold", work.original or work.retells))
        return tuple(flags)


def _costs(words: str, more: int, lean: str, work: Work) -> list[Reason]:
    """Give what a sentence loses beside what it answers: for `more` that came along, and what it still leans on."""
    costs = []
    if more:
        costs.append(Reason("context", -CONTEXT * more, f"{more} more sentence{'s' if more > 1 else ''} came along"))
    if lean:
        costs.append(Reason("leans", -LEANING, lean))
    if asks(words):
        costs.append(Reason("asks", -ASKING))
    if work.is_retold:
        costs.append(Reason("retold", -RETOLD, work.original or work.retells))
    return costs
